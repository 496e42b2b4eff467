import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { accept } from "../kit/findings";
import { hcl, raw, text } from "../kit/hcl";
import { awsLogs } from "./logs";
import type { EcsServiceProps } from "./props";

/** The task definition: one container with a named port, so that both tracks could share its shape. */
export class TaskDefinition extends Construct {
  /** The container's name, which is also what Express Mode calls its own. */
  static readonly CONTAINER = "Main";
  /** The name of its port, for Service Connect. */
  static readonly PORT = "main";
  readonly arn: string;
  /** The region's name. */
  readonly region: string;

  /** @param size `{ cpu, memory }`, an expression */
  constructor(scope: Construct, id: string, input: Required<EcsServiceProps>, size: unknown) {
    super(scope, id);
    const of = (attribute: string) => hcl`${input.service}.${raw(attribute)}`;
    this.region = new DataAwsRegion(this, "current").id;

    const container = new TerraformLocal(new Construct(this, "~local"), "container", {
      name: TaskDefinition.CONTAINER,
      image: of("image"),
      essential: true,
      command: hcl`length(${of("command")}) > 0 ? ${of("command")} : null`,
      portMappings: [
        {
          name: TaskDefinition.PORT,
          containerPort: of("port"),
          hostPort: of("port"),
          protocol: "tcp",
          appProtocol: of("app_protocol"),
        },
      ],
      environment: hcl`[for name in sort(keys(${input.environment})) : { name = name, value = ${input.environment}[name] }]`,
      secrets: hcl`[for name in sort(keys(${of("secrets")})) : { name = name, valueFrom = ${of("secrets")}[name] }]`,
      linuxParameters: { initProcessEnabled: true },
      logConfiguration: {
        logDriver: "awslogs",
        options: awsLogs(input.logGroupName, this.region, "ecs"),
      },
    });
    const definition = new EcsTaskDefinition(this, "this", {
      family: input.name,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: text`tostring(${size}.cpu)`,
      memory: text`tostring(${size}.memory)`,
      executionRoleArn: input.executionRoleArn,
      taskRoleArn: input.taskRoleArn,
      runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: text`${of("cpu_architecture")}` },
      containerDefinitions: text`jsonencode([{ for key, value in ${container.expression} : key => value if value != null }])`,
      tags: input.tags as never,
    });
    accept(definition, { CKV_AWS_336: "an image may write to its own file system, as on Express Mode and App Runner" });
    this.arn = definition.arn;
  }
}
