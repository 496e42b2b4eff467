import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { accept, LOG_GROUP_FINDINGS } from "../kit/findings";
import { hcl, raw, text } from "../kit/hcl";
import { allow, trust } from "../kit/policy";
import { EVERY_TARGET, workflow } from "./workflow";

/** How often every name is compared with the running tasks, whatever events came or were lost. EventBridge's shortest. */
const RECONCILE = "rate(1 minute)";

export interface RegistrarProps {
  readonly name: string;
  readonly clusterArn: string;
  /** Target to `{ service_name, service_id, service_arn }`: its ECS service on Express Mode, its Cloud Map service. */
  readonly targets: IResolvable;
  readonly enabled: IResolvable;
  readonly hostedZoneId: string;
  readonly logRetentionInDays: number;
  readonly iamRolePath: string;
  readonly logKmsKeyArn: string;
  readonly permissionsBoundaryArn: string;
  readonly tags: never;
}

/**
 * Keeps private names true for services on Express Mode, which has no service discovery of its own: each change of a
 * task's state, and a schedule, start a workflow that compares the running tasks with the registered addresses and
 * mends the difference. No code of ours runs anywhere.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export class Registrar extends Construct {
  constructor(scope: Construct, id: string, props: RegistrarProps) {
    super(scope, id);
    const count = hcl`${props.enabled} ? 1 : 0` as never;
    const common = { path: props.iamRolePath, permissionsBoundary: props.permissionsBoundaryArn, tags: props.tags };

    const logs = new CloudwatchLogGroup(this, "this", {
      count,
      name: text`"/aws/vendedlogs/states/\${${props.name}}-registrar"`,
      retentionInDays: props.logRetentionInDays,
      kmsKeyId: props.logKmsKeyArn,
      tags: props.tags,
    });
    accept(logs, LOG_GROUP_FINDINGS);
    const role = new IamRole(this, "workflow", {
      count,
      namePrefix: prefix(props.name, "registrar"),
      assumeRolePolicy: trust("states.amazonaws.com"),
      ...common,
    });
    const policy = new IamRolePolicy(this, "workflow@policy", {
      count,
      name: "registrar",
      role: only(role, "id"),
      policy: workflowPolicy(props),
    });
    const machine = new SfnStateMachine(this, "this@workflow", {
      count,
      name: text`"\${${props.name}}-registrar"`,
      type: "EXPRESS",
      roleArn: only(role, "arn"),
      definition: workflow(props.clusterArn, props.targets),
      loggingConfiguration: {
        level: "ERROR",
        includeExecutionData: true,
        logDestination: text`"\${${only(logs, "arn")}}:*"`,
      },
      tags: props.tags,
      dependsOn: [policy],
    });

    accept(machine, {
      CKV_AWS_284: "a run is two dozen calls of AWS and its errors are logged; traces would only cost",
    });

    const starter = new IamRole(this, "events", {
      count,
      namePrefix: prefix(props.name, "events"),
      assumeRolePolicy: trust("events.amazonaws.com"),
      ...common,
    });
    new IamRolePolicy(this, "events@policy", {
      count,
      name: "start-registrar",
      role: only(starter, "id"),
      policy: allow([[["states:StartExecution"], hcl`${machine.fqn}[*].arn`]]),
    });
    const start = { count, arn: only(machine, "arn"), roleArn: only(starter, "arn") };

    const changes = new CloudwatchEventRule(this, "task_changes", {
      count,
      name: text`"\${${props.name}}-registrar-task-changes"`,
      description: "A task on Express Mode came up or is going",
      eventPattern: text`jsonencode(${{
        source: ["aws.ecs"],
        "detail-type": ["ECS Task State Change"],
        detail: {
          clusterArn: [props.clusterArn],
          group: hcl`[for target in ${props.targets} : "service:\${target.service_name}"]`,
          lastStatus: [{ "anything-but": ["PROVISIONING", "PENDING", "ACTIVATING"] }],
        },
      }})`,
      tags: props.tags,
    });
    new CloudwatchEventTarget(this, "task_changes@target", {
      ...start,
      rule: only(changes, "name"),
      inputTransformer: { inputPaths: { group: "$.detail.group" }, inputTemplate: '{"group": <group>}' },
    });
    const schedule = new CloudwatchEventRule(this, "reconcile", {
      count,
      name: text`"\${${props.name}}-registrar-reconcile"`,
      description: "Compares every private name with the running tasks",
      scheduleExpression: RECONCILE,
      tags: props.tags,
    });
    new CloudwatchEventTarget(this, "reconcile@target", {
      ...start,
      rule: only(schedule, "name"),
      input: JSON.stringify({ group: EVERY_TARGET }),
    });
  }
}

/** An attribute of a resource that exists once or not at all. */
const only = (resource: { readonly fqn: string }, attribute: string): string =>
  text`one(${resource.fqn}[*].${raw(attribute)})`;

/** The beginning of a role's name; AWS takes 38 characters. */
const prefix = (name: string, suffix: string): string =>
  text`"\${substr(${name}, 0, ${36 - suffix.length})}-${raw(suffix)}-"`;

/**
 * Just what the workflow calls. The namespace is backed by a Route 53 zone, in which Cloud Map writes with the caller's
 * rights.
 *
 * @see https://docs.aws.amazon.com/cloud-map/latest/dg/security_iam_id-based-policy-examples.html
 */
const workflowPolicy = ({ clusterArn, targets, hostedZoneId }: RegistrarProps): string =>
  text`jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Action = ["ecs:ListTasks"], Resource = "*", Condition = { ArnEquals = { "ecs:cluster" = ${clusterArn} } } },
    { Effect = "Allow", Action = ["ecs:DescribeTasks"], Resource = "\${replace(${clusterArn}, ":cluster/", ":task/")}/*" },
    { Effect = "Allow", Action = ["servicediscovery:RegisterInstance", "servicediscovery:DeregisterInstance", "servicediscovery:ListInstances"], Resource = [for target in ${targets} : target.service_arn] },
    { Effect = "Allow", Action = ["route53:GetHostedZone", "route53:ChangeResourceRecordSets"], Resource = "\${join(":", slice(split(":", ${clusterArn}), 0, 2))}:route53:::hostedzone/\${${hostedZoneId}}" },
    { Effect = "Allow", Action = ["logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"], Resource = "*" },
  ] })`;
