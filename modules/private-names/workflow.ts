import type { IResolvable } from "cdktf";
import { hcl, text } from "../kit/hcl";

/** The group an execution asks for when it is to look at every target. */
export const EVERY_TARGET = "*";

/** Throttling and passing faults are tried again; what still fails is left to the next reconcile. */
const RETRY = [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 1, MaxAttempts: 4, BackoffRate: 2, MaxDelaySeconds: 8, JitterStrategy: "FULL" }];
const LEAVE = { ErrorEquals: ["States.ALL"], ResultPath: "$.error", Next: "LeftToTheSchedule" };
const LEFT = { LeftToTheSchedule: { Type: "Pass", End: true } };

/** A call of an AWS API; only what is selected of its answer is kept. */
const api = (action: string, Parameters: object, rest: object): object => ({
  Type: "Task",
  Resource: `arn:aws:states:::aws-sdk:${action}`,
  Parameters,
  Retry: RETRY,
  ...rest,
});

const each = (ItemsPath: string, ItemSelector: object, StartAt: string, States: object, rest: object): object => ({
  Type: "Map",
  ItemsPath,
  ItemSelector,
  MaxConcurrency: 5,
  ItemProcessor: { ProcessorConfig: { Mode: "INLINE" }, StartAt, States },
  ...rest,
});

/**
 * The registrar's workflow, in the Amazon States Language. Its input is `{ "group": "service:<name>" }`, the service
 * whose tasks changed, or `*` for all.
 *
 * It looks at what is, never at what an event says: so late, doubled, lost and reordered events come to the same end.
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
      EachTarget: each("$.targets", { "asked.$": "$.group", "target.$": "$$.Map.Item.Value" }, "IsAskedFor", targetStates(clusterArn), { End: true }),
    },
  }})`;

/** For one target: its running tasks, its registered addresses, and the difference. */
const targetStates = (clusterArn: string): object => ({
  IsAskedFor: {
    Type: "Choice",
    Choices: [
      { Variable: "$.asked", StringEquals: EVERY_TARGET, Next: "ListTasks" },
      { Variable: "$.asked", StringEqualsPath: "$.target.group", Next: "ListTasks" },
    ],
    Default: "LeftToTheSchedule",
  },
  ListTasks: api(
    "ecs:listTasks",
    { Cluster: clusterArn, "ServiceName.$": "$.target.service_name", DesiredStatus: "RUNNING" },
    {
      ResultPath: "$.listed",
      Catch: [{ ErrorEquals: ["Ecs.ServiceNotFoundException"], ResultPath: "$.error", Next: "NoTask" }, LEAVE],
      Next: "IsAnyTask",
    },
  ),
  IsAnyTask: { Type: "Choice", Choices: [{ Variable: "$.listed.TaskArns[0]", IsPresent: true, Next: "DescribeTasks" }], Default: "NoTask" },
  NoTask: { Type: "Pass", Result: { running: [], arns: [] }, ResultPath: "$.tasks", Next: "ListInstances" },
  DescribeTasks: api(
    "ecs:describeTasks",
    { Cluster: clusterArn, "Tasks.$": "$.listed.TaskArns" },
    {
      ResultSelector: {
        "running.$": "$.Tasks[?(@.LastStatus == 'RUNNING')]",
        "arns.$": "$.Tasks[?(@.LastStatus == 'RUNNING')].TaskArn",
      },
      ResultPath: "$.tasks",
      Catch: [LEAVE],
      Next: "ListInstances",
    },
  ),
  ListInstances: api(
    "servicediscovery:listInstances",
    { "ServiceId.$": "$.target.service_id", MaxResults: 100 },
    {
      ResultSelector: { "all.$": "$.Instances", "arns.$": "$.Instances[*].Attributes.task" },
      ResultPath: "$.instances",
      Catch: [LEAVE],
      Next: "EachTask",
    },
  ),
  EachTask: each(
    "$.tasks.running",
    { "service_id.$": "$.target.service_id", "registered.$": "$.instances.arns", "task.$": "$$.Map.Item.Value" },
    "Identify",
    registerStates,
    { ResultPath: null, Next: "EachInstance" },
  ),
  EachInstance: each(
    "$.instances.all",
    { "service_id.$": "$.target.service_id", "running.$": "$.tasks.arns", "instance.$": "$$.Map.Item.Value" },
    "IsOurs",
    deregisterStates,
    { ResultPath: null, End: true },
  ),
  ...LEFT,
});

/** Registers a running task's private address under the task's id, unless it is there. */
const registerStates = {
  Identify: {
    Type: "Pass",
    Parameters: {
      "service_id.$": "$.service_id",
      "arn.$": "$.task.TaskArn",
      "id.$": "States.ArrayGetItem(States.StringSplit($.task.TaskArn, '/'), 2)",
      "known.$": "States.ArrayContains($.registered, $.task.TaskArn)",
      // Chosen by type, never by position: Service Connect adds an attachment of its own.
      "addresses.$": "$.task.Attachments[?(@.Type == 'ElasticNetworkInterface')].Details[?(@.Name == 'privateIPv4Address')].Value",
    },
    Next: "IsRegistered",
  },
  IsRegistered: {
    Type: "Choice",
    Choices: [{ And: [{ Variable: "$.known", BooleanEquals: false }, { Variable: "$.addresses[0]", IsPresent: true }], Next: "Register" }],
    Default: "LeftToTheSchedule",
  },
  Register: api(
    "servicediscovery:registerInstance",
    {
      "ServiceId.$": "$.service_id",
      "InstanceId.$": "$.id",
      "CreatorRequestId.$": "States.UUID()",
      Attributes: { "AWS_INSTANCE_IPV4.$": "States.ArrayGetItem($.addresses, 0)", "task.$": "$.arn" },
    },
    { Catch: [LEAVE], End: true },
  ),
  ...LEFT,
};

/** Removes an address of ours whose task no longer runs. */
const deregisterStates = {
  IsOurs: { Type: "Choice", Choices: [{ Variable: "$.instance.Attributes.task", IsPresent: true, Next: "Compare" }], Default: "LeftToTheSchedule" },
  Compare: {
    Type: "Pass",
    Parameters: {
      "service_id.$": "$.service_id",
      "id.$": "$.instance.Id",
      "runs.$": "States.ArrayContains($.running, $.instance.Attributes.task)",
    },
    Next: "IsRunning",
  },
  IsRunning: { Type: "Choice", Choices: [{ Variable: "$.runs", BooleanEquals: false, Next: "Deregister" }], Default: "LeftToTheSchedule" },
  Deregister: api(
    "servicediscovery:deregisterInstance",
    { "ServiceId.$": "$.service_id", "InstanceId.$": "$.id" },
    { Catch: [{ ErrorEquals: ["ServiceDiscovery.InstanceNotFoundException"], ResultPath: "$.error", Next: "LeftToTheSchedule" }, LEAVE], End: true },
  ),
  ...LEFT,
};
