import type { IResolvable } from "cdktf";
import { text } from "../kit/hcl";
import { api, each, ENDS, EVERYTHING, selected } from "../workflow/states";

/**
 * The workflow, in the Amazon States Language. Its input is `{ "target": "<ARN of the target's service>" }`, or `*` for
 * all targets.
 *
 * It looks at what is: a caller is deployed anew when its deployment is older than the name it calls, which is the
 * younger of the target's service and of the name's entry in Cloud Map (a service that was there before may get a name).
 * A new deployment is younger than the name, so a second look finds nothing to do: events may come late, twice or
 * never, and two services that call each other do not chase one another.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html
 */
export const workflow = (clusterArn: string, targets: IResolvable): string =>
  text`jsonencode(${{
    Comment: "Deploys callers anew whose deployment is older than a name they call",
    StartAt: "Targets",
    States: {
      Targets: {
        Type: "Pass",
        Parameters: { "asked.$": "$.target", targets },
        Next: "EachTarget",
      },
      EachTarget: each(
        "$.targets",
        { "asked.$": "$.asked", "target.$": "$$.Map.Item.Value" },
        "IsAskedFor",
        targetStates(clusterArn),
        { End: true },
      ),
    },
  }})`;

/** Looks at one service; one at a time, since an answer about many can be larger than a workflow may hold. */
const describe = (clusterArn: string, arn: string, ResultSelector: object, Next: string): object =>
  api(
    "ecs:describeServices",
    { Cluster: clusterArn, "Services.$": `States.Array(${arn})` },
    { ResultSelector, ResultPath: "$.seen", Next },
  );

/** For one target: since when its name exists, then its callers. */
const targetStates = (clusterArn: string): object => ({
  IsAskedFor: {
    Type: "Choice",
    Choices: [
      { Variable: "$.asked", StringEquals: EVERYTHING, Next: "DescribeTarget" },
      { Variable: "$.asked", StringEqualsPath: "$.target.arn", Next: "DescribeTarget" },
    ],
    Default: "Done",
  },
  DescribeTarget: describe(
    clusterArn,
    "$.target.arn",
    {
      "status.$": "$.Services[*].Status",
      "since.$": "$.Services[*].CreatedAt",
      "names.$": "$.Services[*].Deployments[?(@.Status == 'PRIMARY')].ServiceConnectResources[*].DiscoveryArn",
    },
    "HasName",
  ),
  HasName: {
    Type: "Choice",
    Choices: [
      {
        And: [
          ...selected("$.seen.status[0]", "ACTIVE"),
          { Variable: "$.seen.since[0]", IsPresent: true },
          { Variable: "$.seen.names[0]", IsPresent: true },
        ],
        Next: "GetName",
      },
    ],
    Default: "Done",
  },
  GetName: api(
    "servicediscovery:getService",
    { "Id.$": "States.ArrayGetItem(States.StringSplit($.seen.names[0], '/'), 1)" },
    { ResultSelector: { "since.$": "$.Service.CreateDate" }, ResultPath: "$.name", Next: "EachCaller" },
  ),
  EachCaller: each(
    "$.target.callers",
    {
      "arn.$": "$$.Map.Item.Value",
      "service_since.$": "$.seen.since[0]",
      "name_since.$": "$.name.since",
    },
    "DescribeCaller",
    callerStates(clusterArn),
    { ResultPath: null, Next: "Done" },
  ),
  ...ENDS,
});

/** Deploys a caller anew when its deployment is older than the name. */
const callerStates = (clusterArn: string): object => ({
  DescribeCaller: describe(
    clusterArn,
    "$.arn",
    {
      "status.$": "$.Services[*].Status",
      "deployed.$": "$.Services[*].Deployments[?(@.Status == 'PRIMARY')].CreatedAt",
    },
    "IsThere",
  ),
  IsThere: {
    Type: "Choice",
    Choices: [
      {
        And: [...selected("$.seen.status[0]", "ACTIVE"), { Variable: "$.seen.deployed[0]", IsPresent: true }],
        Next: "IsOlder",
      },
    ],
    Default: "Done",
  },
  IsOlder: {
    Type: "Choice",
    Choices: [
      { Variable: "$.seen.deployed[0]", TimestampLessThanPath: "$.service_since", Next: "Deploy" },
      { Variable: "$.seen.deployed[0]", TimestampLessThanPath: "$.name_since", Next: "Deploy" },
    ],
    Default: "Done",
  },
  Deploy: api(
    "ecs:updateService",
    { Cluster: clusterArn, "Service.$": "$.arn", ForceNewDeployment: true },
    { ResultPath: null, Next: "Done" },
  ),
  ...ENDS,
});
