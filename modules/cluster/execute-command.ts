import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import { dynamicBlock } from "../kit/each";
import { accept, LOG_GROUP_FINDINGS } from "../kit/findings";
import { hcl, raw, text } from "../kit/hcl";
import { countIf } from "../kit/module";
import type { ClusterProps } from "./props";

/**
 * What the cluster says about shells of ECS Exec: where their sessions are kept, and the key of the session. Services
 * log under `/ecs/`, so this log group is nobody's.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html
 */
export class ExecuteCommand extends Construct {
  /** The block of the cluster; none when nothing is asked for, and ECS then does what the container's own log driver does. */
  readonly configuration: Record<string, unknown>;
  /** The log group's ARN; null when sessions are not kept. */
  readonly logGroupArn: string;

  constructor(scope: Construct, id: string, { name, ...input }: Required<ClusterProps>) {
    super(scope, id);
    const of = (option: string) => hcl`${input.executeCommand}.${raw(option)}`;
    const group = new CloudwatchLogGroup(this, "execute_command", {
      count: countIf(of("logging")),
      name: text`"/ecs-exec/\${${name}}"`,
      retentionInDays: input.logRetentionInDays,
      kmsKeyId: input.logKmsKeyArn,
      tags: input.tags as never,
    });
    accept(group, LOG_GROUP_FINDINGS);
    this.logGroupArn = text`one(${group.fqn}[*].arn)`;
    this.configuration = dynamicBlock(hcl`${of("logging")} || ${of("kms_key_arn")} != null ? [true] : []`, {
      execute_command_configuration: {
        kms_key_id: of("kms_key_arn"),
        logging: hcl`${of("logging")} ? "OVERRIDE" : "DEFAULT"`,
        dynamic: {
          log_configuration: dynamicBlock(hcl`${group.fqn}[*].name`, {
            cloud_watch_log_group_name: hcl`log_configuration.value`,
            cloud_watch_encryption_enabled: hcl`${input.logKmsKeyArn} != null`,
          }),
        },
      },
    });
  }
}
