import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { accept } from "../kit/findings";
import { hcl, raw, text } from "../kit/hcl";
import type { EcsServiceProps } from "./props";

/** The task definition: one container with a named port, so that both tracks could share its shape. */
export class TaskDefinition extends Construct {
  /** The container's name, which is also what Express Mode calls its own. */
  static readonly CONTAINER = "Main";
  /** The name of its port, for Service Connect. */
  static readonly PORT = "main";
  readonly arn: string;

  constructor(scope: Construct, id: string, input: Required<EcsServiceProps>) {
    super(scope, id);
    const of = (attribute: string) => hcl`${input.service}.${raw(attribute)}`;
    const region = new DataAwsRegion(this, "current");

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
          appProtocol: "http",
        },
      ],
      environment: hcl`[for name in sort(keys(${input.environment})) : { name = name, value = ${input.environment}[name] }]`,
      secrets: hcl`[for name in sort(keys(${of("secrets")})) : { name = name, valueFrom = ${of("secrets")}[name] }]`,
      linuxParameters: { initProcessEnabled: true },
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": input.logGroupName,
          "awslogs-region": region.id,
          "awslogs-stream-prefix": "ecs",
          mode: "non-blocking",
          "max-buffer-size": "25m",
        },
      },
    });
    const definition = new EcsTaskDefinition(this, "this", {
      family: input.name,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: text`tostring(${of("cpu")})`,
      memory: text`tostring(${of("memory")})`,
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
