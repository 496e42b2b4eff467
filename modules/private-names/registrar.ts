import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { hcl, text } from "../kit/hcl";
import { Workflow } from "../workflow";
import { EVERYTHING } from "../workflow/states";
import { workflow } from "./workflow";

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
 * mends the difference.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export class Registrar extends Construct {
  constructor(scope: Construct, id: string, props: RegistrarProps) {
    super(scope, id);
    const { clusterArn, targets, hostedZoneId: _, ...common } = props;
    new Workflow(this, "~workflow", {
      ...common,
      is: "registrar",
      definition: workflow(clusterArn, targets),
      mayCall: mayCall(props),
      on: {
        id: "task_changes",
        description: "A task on Express Mode came up or is going",
        pattern: text`jsonencode(${{
          source: ["aws.ecs"],
          "detail-type": ["ECS Task State Change"],
          detail: {
            clusterArn: [clusterArn],
            group: hcl`[for target in ${targets} : "service:\${target.service_name}"]`,
            lastStatus: [{ "anything-but": ["PROVISIONING", "PENDING", "ACTIVATING"] }],
          },
        }})`,
        inputPaths: { group: "$.detail.group" },
        inputTemplate: '{"group": <group>}',
      },
      every: {
        id: "reconcile",
        description: "Compares every private name with the running tasks",
        rate: RECONCILE,
        input: { group: EVERYTHING },
      },
    });
  }
}

/**
 * Just what the workflow calls. The namespace is backed by a Route 53 zone, in which Cloud Map writes with the caller's
 * rights.
 *
 * @see https://docs.aws.amazon.com/cloud-map/latest/dg/security_iam_id-based-policy-examples.html
 */
const mayCall = ({ clusterArn, targets, hostedZoneId }: RegistrarProps): IResolvable =>
  hcl`[
    { Effect = "Allow", Action = ["ecs:ListTasks"], Resource = "*", Condition = { ArnEquals = { "ecs:cluster" = ${clusterArn} } } },
    { Effect = "Allow", Action = ["ecs:DescribeTasks"], Resource = "\${replace(${clusterArn}, ":cluster/", ":task/")}/*" },
    { Effect = "Allow", Action = ["servicediscovery:RegisterInstance", "servicediscovery:DeregisterInstance", "servicediscovery:ListInstances"], Resource = [for target in ${targets} : target.service_arn] },
    { Effect = "Allow", Action = ["route53:GetHostedZone", "route53:ChangeResourceRecordSets"], Resource = "\${join(":", slice(split(":", ${clusterArn}), 0, 2))}:route53:::hostedzone/\${${hostedZoneId}}" },
  ]`;
