import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { type IResolvable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { dynamicBlock } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, raw, text } from "../kit/hcl";
import { countIf } from "../kit/module";
import { logRouter } from "./logs";
import { CONTAINER, mainContainer, PORT } from "./main-container";
import type { TaskDefinitionProps } from "./props";
import { sidecars } from "./sidecars";
import { volumes } from "./volumes";

type Inputs = Pick<
  Required<TaskDefinitionProps>,
  "name" | "environment" | "executionRoleArn" | "taskRoleArn" | "logGroupName" | "tags"
> & { readonly service: unknown };

/** How a definition is made. */
interface Options {
  /** `{ cpu, memory }`, an expression. */
  readonly size: unknown;
  /** Whether it is made at all, known at plan. Always, if left out. */
  readonly made?: unknown;
  /** Whether its revisions outlive it. */
  readonly skipDestroy?: boolean;
}

/** The task definition: the application's container with a named port, and what it was asked to have beside it. */
export class Definition extends Construct {
  static readonly CONTAINER = CONTAINER;
  static readonly PORT = PORT;
  /** An expression; null when none is made. */
  readonly arn: IResolvable;
  /** The region's name. */
  readonly region: string;

  constructor(scope: Construct, id: string, input: Inputs, { size, made, skipDestroy }: Options) {
    super(scope, id);
    const { service } = input;
    const of = (attribute: string) => hcl`${service}.${raw(attribute)}`;
    this.region = new DataAwsRegion(this, "current").id;
    const group = { name: input.logGroupName, region: this.region };

    const locals = new Construct(this, "~local");
    const local = (key: string, value: IResolvable) => new TerraformLocal(locals, key, value).expression as IResolvable;
    const main = local("container", mainContainer(service, input.environment, group));
    const beside = local("sidecars", hcl`concat(${sidecars(service, group)}, ${logRouter(of("log_router"), group)})`);

    const definition = new EcsTaskDefinition(this, "this", {
      ...(made !== undefined && { count: countIf(made) }),
      family: input.name,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: text`tostring(${size}.cpu)`,
      memory: text`tostring(${size}.memory)`,
      executionRoleArn: input.executionRoleArn,
      taskRoleArn: input.taskRoleArn,
      runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: text`${of("cpu_architecture")}` },
      containerDefinitions: text`jsonencode(values({ for container in concat([${main}], ${beside}) : container.name => container }))`,
      skipDestroy,
      tags: input.tags as never,
    });
    accept(definition, {
      CKV_AWS_336:
        "an image may write to its own file system unless readonly_root_filesystem is set, as on Express Mode and App Runner",
    });
    definition.addOverride("dynamic", {
      volume: volumes(of("volumes")),
      ephemeral_storage: dynamicBlock(hcl`${of("ephemeral_storage_size_in_gib")}[*]`, {
        size_in_gib: hcl`ephemeral_storage.value`,
      }),
    });
    this.arn = made === undefined ? hcl`${definition.arn}` : hcl`one(${definition.fqn}[*].arn)`;
  }
}
