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
import { countIf } from "../kit/module";
import { allow, trust } from "../kit/policy";

/** What starts a workflow. */
interface Start {
  /** The rule's id and, with hyphens, the end of its name. */
  readonly id: string;
  readonly description: string;
}

export interface WorkflowProps {
  /** The group's name. */
  readonly name: string;
  /** What the workflow is, in a word: the end of its name. */
  readonly is: string;
  readonly enabled: IResolvable;
  /** The workflow, in the Amazon States Language. */
  readonly definition: string;
  /** Statements of what it may call, as a list. */
  readonly mayCall: IResolvable;
  /** Started by events: the pattern, and how the input is made of an event. */
  readonly on: Start & {
    readonly pattern: string;
    readonly inputPaths: { [name: string]: string };
    readonly inputTemplate: string;
  };
  /** Started again and again, whatever events came or were lost. */
  readonly every: Start & { readonly rate: string; readonly input: object };
  readonly logRetentionInDays: number;
  readonly logKmsKeyArn: string;
  readonly iamRolePath: string;
  readonly permissionsBoundaryArn: string;
  readonly tags: never;
}

/**
 * A Step Functions express workflow that events and a schedule start, with what it needs: it compares what is with what
 * should be and mends the difference. No code of ours runs anywhere.
 */
export class Workflow extends Construct {
  /** Each part is there while the workflow is wanted, and goes after what stood on it has changed. */
  private readonly part: { readonly count: number; readonly lifecycle: { readonly createBeforeDestroy: true } };

  constructor(
    scope: Construct,
    id: string,
    private readonly props: WorkflowProps,
  ) {
    super(scope, id);
    this.part = { count: countIf(props.enabled), lifecycle: { createBeforeDestroy: true } };

    const machine = this.machine();
    const starter = this.role("events", "events", "events.amazonaws.com");
    new IamRolePolicy(this, "events@policy", {
      ...this.part,
      name: `start-${props.is}`,
      role: only(starter, "id"),
      policy: allow([[["states:StartExecution"], hcl`${machine.fqn}[*].arn`]]),
    });
    const start = { ...this.part, arn: only(machine, "arn"), roleArn: only(starter, "arn") };

    const { on, every } = props;
    const { inputPaths, inputTemplate } = on;
    const events = this.rule(on, { eventPattern: on.pattern });
    new CloudwatchEventTarget(this, `${on.id}@target`, {
      ...start,
      rule: only(events, "name"),
      inputTransformer: { inputPaths, inputTemplate },
    });
    const schedule = this.rule(every, { scheduleExpression: every.rate });
    new CloudwatchEventTarget(this, `${every.id}@target`, {
      ...start,
      rule: only(schedule, "name"),
      input: JSON.stringify(every.input),
    });
  }

  /** The workflow, its role and its log of what failed. */
  private machine(): SfnStateMachine {
    const { part, props } = this;
    const logs = new CloudwatchLogGroup(this, "this", {
      ...part,
      name: text`"/aws/vendedlogs/states/\${${props.name}}-${raw(props.is)}"`,
      retentionInDays: props.logRetentionInDays,
      kmsKeyId: props.logKmsKeyArn,
      tags: props.tags,
    });
    accept(logs, LOG_GROUP_FINDINGS);
    const role = this.role("workflow", props.is, "states.amazonaws.com");
    const policy = new IamRolePolicy(this, "workflow@policy", {
      ...part,
      name: props.is,
      role: only(role, "id"),
      policy: text`jsonencode({ Version = "2012-10-17", Statement = concat(${props.mayCall}, [${raw(DELIVER_LOGS)}]) })`,
    });
    const machine = new SfnStateMachine(this, "this@workflow", {
      ...part,
      name: text`"\${${props.name}}-${raw(props.is)}"`,
      type: "EXPRESS",
      roleArn: only(role, "arn"),
      definition: props.definition,
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
    return machine;
  }

  private role(id: string, suffix: string, principal: string): IamRole {
    const { name, iamRolePath: path, permissionsBoundaryArn: permissionsBoundary, tags } = this.props;
    return new IamRole(this, id, {
      ...this.part,
      // The beginning of a role's name; AWS takes 38 characters.
      namePrefix: text`"\${substr(${name}, 0, ${36 - suffix.length})}-${raw(suffix)}-"`,
      assumeRolePolicy: trust(principal),
      path,
      permissionsBoundary,
      tags,
    });
  }

  private rule({ id, description }: Start, starts: object): CloudwatchEventRule {
    const { name, is, tags } = this.props;
    return new CloudwatchEventRule(this, id, {
      ...this.part,
      name: text`"\${${name}}-${raw(is)}-${raw(id.replaceAll("_", "-"))}"`,
      description,
      ...starts,
      tags,
    });
  }
}

/** An attribute of a resource that exists once or not at all. */
const only = (resource: { readonly fqn: string }, attribute: string): string =>
  text`one(${resource.fqn}[*].${raw(attribute)})`;

/**
 * What an express workflow needs to write its log; these actions take no resource.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
const DELIVER_LOGS =
  '{ Effect = "Allow", Action = ["logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"], Resource = "*" }';
