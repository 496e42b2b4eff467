import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept, LOG_GROUP_FINDINGS } from "../kit/findings";
import { hcl, text } from "../kit/hcl";
import { inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import type { LogGroupProps } from "./props";

/** A log group for each service, with a retention period. */
export class LogGroup extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: LogGroupProps) {
    super(scope, id);
    const { names, retentionInDays, kmsKeyArn, tags } = inputsOf(this, definition, props);

    const group = new CloudwatchLogGroup(this, "this", {
      forEach: forEach(hcl`${names}`),
      name: text`each.value`,
      retentionInDays,
      kmsKeyId: kmsKeyArn,
      tags: tags as never,
    });

    accept(group, LOG_GROUP_FINDINGS);

    this.outputs = {
      log_group_names: {
        value: hcl`{ for name, group in ${group.fqn} : name => group.name }`,
        description: "Service to log group.",
      },
    };
  }
}
