import type { IResolvable } from "cdktf";
import { hcl, text } from "../kit/hcl";
import { answer, api, each, ENDS, EVERYTHING, LEAVE, RETRY, selected } from "../workflow/states";

const NO_SUCH_SERVICE = answer("Ecs.ServiceNotFoundException", "NoTask");
const NO_SUCH_INSTANCE = answer("ServiceDiscovery.InstanceNotFoundException", "Done");

/** Looks at one task. One at a time, since an answer of a hundred tasks can be larger than a workflow may hold. */
const describeTask = (clusterArn: string, ResultSelector: object, Next: string): object =>
  api(
    "ecs:describeTasks",
    { Cluster: clusterArn, "Tasks.$": "States.Array($.arn)" },
    { ResultSelector, ResultPath: "$.seen", Next },
  );

/**
 * The registrar's workflow, in the Amazon States Language. Its input is `{ "group": "service:<name>" }`, the service
 * whose tasks changed, or `*` for all.
 *
 * It looks at what is, never at what an event says: so late, doubled, lost and reordered events come to the same end.
 * Executions overlap, and lists are old once read. So the lists only say what may have to change (the addresses are
 * listed first: whatever stands there was running before the tasks are listed), and each task is looked at once more
 * right before its address is registered or removed.
 *
 * A registered address carries its task's ARN; addresses without one are not the registrar's and are left alone.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export const workflow = (clusterArn: string, targets: IResolvable): string =>
  text`jsonencode(${{
    Comment: "Keeps the private names of services on ECS Express Mode true",
    StartAt: "Targets",
    States: {
      Targets: {
        Type: "Pass",
        Parameters: {
          "group.$": "$.group",
          targets: hcl`[for target in ${targets} : { group = "service:\${target.service_name}", service_name = target.service_name, service_id = target.service_id }]`,
        },
        Next: "EachTarget",
      },
      EachTarget: each(
        "$.targets",
        { "asked.$": "$.group", "target.$": "$$.Map.Item.Value" },
        "IsAskedFor",
        targetStates(clusterArn),
        { End: true },
      ),
    },
  }})`;

/** For one target: its registered addresses, its tasks, and the difference. */
const targetStates = (clusterArn: string): object => ({
  IsAskedFor: {
    Type: "Choice",
    Choices: [
      { Variable: "$.asked", StringEquals: EVERYTHING, Next: "ListInstances" },
      { Variable: "$.asked", StringEqualsPath: "$.target.group", Next: "ListInstances" },
    ],
    Default: "Done",
  },
  ListInstances: api(
    "servicediscovery:listInstances",
    { "ServiceId.$": "$.target.service_id", MaxResults: 100 },
    {
      ResultSelector: { "all.$": "$.Instances", "arns.$": "$.Instances[*].Attributes.task" },
      ResultPath: "$.instances",
      Next: "ListTasks",
    },
  ),
  ListTasks: api(
    "ecs:listTasks",
    { Cluster: clusterArn, "ServiceName.$": "$.target.service_name", DesiredStatus: "RUNNING" },
    {
      ResultSelector: { "arns.$": "$.TaskArns" },
      ResultPath: "$.tasks",
      Retry: [NO_SUCH_SERVICE.retry, ...RETRY],
      Catch: [NO_SUCH_SERVICE.caught, LEAVE],
      Next: "EachTask",
    },
  ),
  NoTask: { Type: "Pass", Result: { arns: [] }, ResultPath: "$.tasks", Next: "EachTask" },
  EachTask: each(
    "$.tasks.arns",
    { "service_id.$": "$.target.service_id", "registered.$": "$.instances.arns", "arn.$": "$$.Map.Item.Value" },
    "Compare",
    registerStates(clusterArn),
    { ResultPath: null, Next: "EachInstance" },
  ),
  EachInstance: each(
    "$.instances.all",
    { "service_id.$": "$.target.service_id", "listed.$": "$.tasks.arns", "instance.$": "$$.Map.Item.Value" },
    "IsOurs",
    deregisterStates(clusterArn),
    { ResultPath: null, Next: "Done" },
  ),
  ...ENDS,
});

/** Registers a running task's private address under the task's id, unless it is there. */
const registerStates = (clusterArn: string): object => ({
  Compare: {
    Type: "Pass",
    Parameters: {
      "service_id.$": "$.service_id",
      "arn.$": "$.arn",
      "known.$": "States.ArrayContains($.registered, $.arn)",
    },
    Next: "IsRegistered",
  },
  IsRegistered: {
    Type: "Choice",
    Choices: [{ Variable: "$.known", BooleanEquals: true, Next: "Done" }],
    Default: "DescribeTask",
  },
  DescribeTask: describeTask(
    clusterArn,
    {
      "last.$": "$.Tasks[*].LastStatus",
      "desired.$": "$.Tasks[*].DesiredStatus",
      // Chosen by type, never by position: Service Connect adds an attachment of its own.
      "addresses.$":
        "$.Tasks[*].Attachments[?(@.Type == 'ElasticNetworkInterface')].Details[?(@.Name == 'privateIPv4Address')].Value",
    },
    "IsReachable",
  ),
  IsReachable: {
    Type: "Choice",
    Choices: [
      {
        And: [
          ...selected("$.seen.last[0]", "RUNNING"),
          ...selected("$.seen.desired[0]", "RUNNING"),
          { Variable: "$.seen.addresses[0]", IsPresent: true },
        ],
        Next: "Register",
      },
    ],
    Default: "LeftToTheSchedule",
  },
  Register: api(
    "servicediscovery:registerInstance",
    {
      "ServiceId.$": "$.service_id",
      "InstanceId.$": "States.ArrayGetItem(States.StringSplit($.arn, '/'), 2)",
      "CreatorRequestId.$": "States.UUID()",
      Attributes: { "AWS_INSTANCE_IPV4.$": "States.ArrayGetItem($.seen.addresses, 0)", "task.$": "$.arn" },
    },
    { Next: "Done" },
  ),
  ...ENDS,
});

/** Removes an address of ours whose task is to stop, has stopped, or is forgotten. */
const deregisterStates = (clusterArn: string): object => ({
  IsOurs: {
    Type: "Choice",
    Choices: [{ Variable: "$.instance.Attributes.task", IsPresent: true, Next: "Compare" }],
    Default: "Done",
  },
  Compare: {
    Type: "Pass",
    Parameters: {
      "service_id.$": "$.service_id",
      "id.$": "$.instance.Id",
      "arn.$": "$.instance.Attributes.task",
      "runs.$": "States.ArrayContains($.listed, $.instance.Attributes.task)",
    },
    Next: "IsListed",
  },
  IsListed: {
    Type: "Choice",
    Choices: [{ Variable: "$.runs", BooleanEquals: true, Next: "Done" }],
    Default: "DescribeTask",
  },
  DescribeTask: describeTask(clusterArn, { "desired.$": "$.Tasks[*].DesiredStatus" }, "IsToRun"),
  IsToRun: {
    Type: "Choice",
    Choices: [{ And: selected("$.seen.desired[0]", "RUNNING"), Next: "Done" }],
    Default: "Deregister",
  },
  Deregister: api(
    "servicediscovery:deregisterInstance",
    { "ServiceId.$": "$.service_id", "InstanceId.$": "$.id" },
    { Retry: [NO_SUCH_INSTANCE.retry, ...RETRY], Catch: [NO_SUCH_INSTANCE.caught, LEAVE], Next: "Done" },
  ),
  ...ENDS,
});
