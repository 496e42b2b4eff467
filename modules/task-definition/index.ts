import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { inputsOf, Module } from "../kit/module";
import { Definition } from "./definition";
import { definition } from "./inputs";
import type { TaskDefinitionProps } from "./props";
import { taskSize } from "./size";

/**
 * A task definition that stands on its own, for a service of either track.
 *
 * Its revisions are kept: a deployment that fails goes back to the one before, and Express Mode takes none that was
 * deregistered.
 */
export class TaskDefinition extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: TaskDefinitionProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const size = new TerraformLocal(
      new Construct(this, "~local"),
      "task_size",
      taskSize(input.service, input.roomForProxy),
    ).expression;
    const made = new Definition(this, "~task", input, { size, skipDestroy: true });

    this.outputs = {
      task_definition_arn: { value: made.arn, description: "The task definition, with its revision." },
      task_size: {
        value: size,
        description: "`{ cpu, memory }` of a task, with room for the proxy of Service Connect where it runs.",
      },
    };
  }
}
