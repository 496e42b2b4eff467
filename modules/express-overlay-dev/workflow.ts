import type { IResolvable } from "cdktf";
import { hcl, text } from "../kit/hcl";
import { answer, api, each, ENDS, EVERYTHING, LEAVE, RETRY, selected } from "../workflow/states";

/** Tags of a task definition that was derived: for which service, from which one, of which wishes, and whether it was deployed. */
export const SERVICE_TAG = "switchyard:overlay-of";
const SOURCE_TAG = "switchyard:overlay-from";
const OVERLAY_TAG = "switchyard:overlay-hash";
const DEPLOYED_TAG = "switchyard:overlay-deployed";

/** The container of the application in every service on Express Mode. */
const MAIN = "Main";

/** A deployment in one of these is not over; the end of it starts the workflow again. */
const UNDER_WAY = ["PENDING", "IN_PROGRESS", "STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS"];

/** What is taken over from a task definition, and what stands for it where there is none. */
const COPIED: Readonly<Record<string, unknown>> = {
  NetworkMode: "awsvpc",
  RequiresCompatibilities: ["FARGATE"],
  TaskRoleArn: undefined,
  ExecutionRoleArn: undefined,
  Cpu: undefined,
  Memory: undefined,
  Volumes: [],
  PlacementConstraints: [],
  EnableFaultInjection: false,
};

/** What a task definition without a platform runs on. */
const LINUX = { CpuArchitecture: "X86_64", OperatingSystemFamily: "LINUX" };

/** What a call of RegisterTaskDefinition cannot name without a value, and Express Mode does not use by itself: nothing of it is dropped silently. */
const NOT_COPIED = ["EphemeralStorage", "PidMode", "IpcMode", "ProxyConfiguration"];

const NONE_YET = answer("Ecs.ClientException", "NoneYet");

/**
 * The workflow, in the Amazon States Language. Its input is `{ "service": "<ARN>" }`, or `*` for all services.
 *
 * It looks at what is. A service whose running task definition was made for the present wishes is left alone, and so is
 * one that is being deployed. For another one, a task definition is derived and deployed, once: the newest task definition of the
 * family tells by its tags what it was made from and whether it was deployed, so that one that ECS rolled back is not
 * tried again until Express Mode makes a new revision or the wishes change.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export const workflow = (clusterArn: string, targets: IResolvable, tags: unknown): string =>
  text`jsonencode(${{
    Comment: "For development and test only: changes services on Express Mode after the fact",
    StartAt: "Targets",
    States: {
      Targets: {
        Type: "Pass",
        Parameters: { "asked.$": "$.service", targets, absent: { ...definedOnly(COPIED), RuntimePlatform: LINUX } },
        Next: "EachTarget",
      },
      EachTarget: each(
        "$.targets",
        { "asked.$": "$.asked", "absent.$": "$.absent", "of.$": "$$.Map.Item.Value" },
        "IsAskedFor",
        { ...lookingStates(clusterArn), ...derivingStates(tags), ...deployingStates(clusterArn), ...ENDS },
        { End: true },
      ),
    },
  }})`;

const definedOnly = (members: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

/** Looks at a task definition: its ARN and our tags. */
const describe = (what: string, ResultPath: string, rest: object): object =>
  api(
    "ecs:describeTaskDefinition",
    { "TaskDefinition.$": what, Include: ["TAGS"] },
    {
      ResultSelector: {
        "arn.$": "$.TaskDefinition.TaskDefinitionArn",
        "from.$": tagged(SOURCE_TAG),
        "overlay.$": tagged(OVERLAY_TAG),
        "deployed.$": tagged(DEPLOYED_TAG),
      },
      ResultPath,
      ...rest,
    },
  );
/** Two dots, because an answer without tags may not have the list at all. */
const tagged = (key: string): string => `$..Tags[?(@.Key == '${key}')].Value`;

const choose = (Choices: readonly object[], Default: string): object => ({ Type: "Choice", Choices, Default });
const present = (Variable: string): object => ({ Variable, IsPresent: true });
const equal = (Variable: string, StringEqualsPath: string): object[] => [
  present(Variable),
  { Variable, StringEqualsPath },
];

/** Whether there is something to do, and what is to be derived from what. */
const lookingStates = (clusterArn: string): object => ({
  IsAskedFor: choose(
    [
      { Variable: "$.asked", StringEquals: EVERYTHING, Next: "DescribeService" },
      { Variable: "$.asked", StringEqualsPath: "$.of.service", Next: "DescribeService" },
    ],
    "Done",
  ),
  DescribeService: api(
    "ecs:describeServices",
    { Cluster: clusterArn, "Services.$": "States.Array($.of.service)" },
    {
      ResultSelector: { "status.$": "$.Services[*].Status", "runs.$": "$.Services[*].TaskDefinition" },
      ResultPath: "$.seen",
      Next: "IsThere",
    },
  ),
  IsThere: choose(
    [{ And: [...selected("$.seen.status[0]", "ACTIVE"), present("$.seen.runs[0]")], Next: "ListDeployments" }],
    "Done",
  ),
  ListDeployments: api(
    "ecs:listServiceDeployments",
    { Cluster: clusterArn, "Service.$": "$.of.service", Status: UNDER_WAY },
    {
      ResultSelector: { "under_way.$": "$.ServiceDeployments[*].Status" },
      ResultPath: "$.deployments",
      Next: "IsAtRest",
    },
  ),
  IsAtRest: choose([{ ...present("$.deployments.under_way[0]"), Next: "Done" }], "DescribeRunning"),
  DescribeRunning: describe("$.seen.runs[0]", "$.running", { Next: "DescribeNewest" }),
  DescribeNewest: describe("$.of.family", "$.newest", {
    Retry: [NONE_YET.retry, ...RETRY],
    Catch: [NONE_YET.caught, LEAVE],
    Next: "WasDerived",
  }),
  NoneYet: { Type: "Pass", Result: {}, ResultPath: "$.newest", Next: "WasDerived" },
  WasDerived: choose([{ ...present("$.running.from[0]"), Next: "SourceIsItsOwn" }], "SourceIsRunning"),
  SourceIsItsOwn: { Type: "Pass", InputPath: "$.running.from[0]", ResultPath: "$.source", Next: "IsMade" },
  SourceIsRunning: { Type: "Pass", InputPath: "$.running.arn", ResultPath: "$.source", Next: "IsMade" },
  IsMade: choose(
    [
      {
        And: [...equal("$.newest.overlay[0]", "$.of.overlay"), ...equal("$.newest.from[0]", "$.source")],
        Next: "WasDeployed",
      },
    ],
    "DescribeSource",
  ),
  WasDeployed: choose(
    [
      { Variable: "$.newest.arn", StringEqualsPath: "$.running.arn", Next: "Done" },
      { ...present("$.newest.deployed[0]"), Next: "Done" },
    ],
    "Deploy",
  ),
});

/** Makes a task definition out of another one. */
const derivingStates = (tags: unknown): object => ({
  DescribeSource: api(
    "ecs:describeTaskDefinition",
    { "TaskDefinition.$": "$.source" },
    { ResultSelector: { "definition.$": "$.TaskDefinition" }, ResultPath: "$.seen", Next: "CanBeDerived" },
  ),
  CanBeDerived: choose(
    NOT_COPIED.map((field) => ({
      And: [present(`$.seen.definition.${field}`), { Variable: `$.seen.definition.${field}`, IsNull: false }],
      Next: "NotDerivable",
    })),
    "TakeApart",
  ),
  NotDerivable: {
    Type: "Fail",
    Error: "NotDerivable",
    Cause: `The task definition has ${NOT_COPIED.join(", or ")}, which the overlay does not take over`,
  },
  TakeApart: {
    Type: "Pass",
    Parameters: {
      "definition.$": "States.JsonMerge($.absent, $.seen.definition, false)",
      "main.$": `$.seen.definition.ContainerDefinitions[?(@.Name == '${MAIN}')]`,
      "others.$": `$.seen.definition.ContainerDefinitions[?(@.Name != '${MAIN}')]`,
    },
    ResultPath: "$.seen",
    Next: "PutTogether",
  },
  PutTogether: {
    Type: "Pass",
    Parameters: {
      "lists.$":
        "States.Array(States.Array(States.JsonMerge($.seen.main[0], $.of.main, false)), $.seen.others, $.of.sidecars)",
    },
    ResultPath: "$.containers",
    Next: "Register",
  },
  Register: api(
    "ecs:registerTaskDefinition",
    {
      "Family.$": "$.of.family",
      "RuntimePlatform.$": "States.JsonMerge($.seen.definition.RuntimePlatform, $.of.runtime, false)",
      "ContainerDefinitions.$": "$.containers.lists[*][*]",
      ...Object.fromEntries(Object.keys(COPIED).map((field) => [`${field}.$`, `$.seen.definition.${field}`])),
      Tags: hcl`concat([for key, value in ${tags} : { Key = key, Value = value }], ${[
        { Key: SERVICE_TAG, "Value.$": "$.of.service" },
        { Key: SOURCE_TAG, "Value.$": "$.source" },
        { Key: OVERLAY_TAG, "Value.$": "$.of.overlay" },
      ]})`,
    },
    { ResultSelector: { "arn.$": "$.TaskDefinition.TaskDefinitionArn" }, ResultPath: "$.newest", Next: "Deploy" },
  ),
});

/** Deploys it and keeps in mind that it did. */
const deployingStates = (clusterArn: string): object => ({
  Deploy: api(
    "ecs:updateService",
    {
      Cluster: clusterArn,
      "Service.$": "$.of.service",
      "TaskDefinition.$": "$.newest.arn",
      "CapacityProviderStrategy.$": "$.of.capacity",
      "EnableExecuteCommand.$": "$.of.shell",
      "PropagateTags.$": "$.of.tags",
      ForceNewDeployment: true,
    },
    { ResultPath: null, Next: "KeepInMind" },
  ),
  KeepInMind: api(
    "ecs:tagResource",
    { "ResourceArn.$": "$.newest.arn", Tags: [{ Key: DEPLOYED_TAG, Value: "true" }] },
    { ResultPath: null, Next: "Done" },
  ),
});
