import { EcsService as AwsEcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { dynamicBlock } from "../kit/each";
import { hcl, number, raw } from "../kit/hcl";
import { inputsOf, Module } from "../kit/module";
import { Autoscaling } from "./autoscaling";
import { definition } from "./inputs";
import type { EcsServiceProps } from "./props";
import { peersOf, serviceConnect, taskSize } from "./service-connect";
import { TaskDefinition } from "./task-definition";

/** A service on plain ECS Fargate. */
export class EcsService extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: EcsServiceProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const of = (attribute: string) => hcl`${input.service}.${raw(attribute)}`;

    const size = new TerraformLocal(new Construct(this, "~local"), "task_size", taskSize(input)).expression;
    const taskDefinition = new TaskDefinition(this, "~task", input, size);
    const service = new AwsEcsService(this, "this", {
      name: input.name,
      cluster: input.clusterName,
      taskDefinition: taskDefinition.arn,
      desiredCount: number`${of("scaling")}.min_task_count`,
      networkConfiguration: {
        subnets: input.subnetIds as string[],
        securityGroups: input.securityGroupIds as string[],
        assignPublicIp: input.assignPublicIp,
      },
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      availabilityZoneRebalancing: "ENABLED",
      healthCheckGracePeriodSeconds: number`${input.loadBalancer} == null ? null : ${of("health_check_grace_period_seconds")}`,
      enableExecuteCommand: of("enable_execute_command"),
      enableEcsManagedTags: true,
      propagateTags: "SERVICE",
      forceNewDeployment: true,
      triggers: { peers: peersOf(input) },
      waitForSteadyState: input.waitForSteadyState,
      tags: input.tags as never,
      lifecycle: { ignoreChanges: ["desired_count"] },
    });
    service.addOverride("dynamic", {
      capacity_provider_strategy: capacity(of("capacity_provider")),
      load_balancer: dynamicBlock(hcl`${input.loadBalancer} == null ? [] : [${input.loadBalancer}]`, {
        target_group_arn: hcl`load_balancer.value.target_group_arn`,
        container_name: TaskDefinition.CONTAINER,
        container_port: of("port"),
      }),
      service_registries: dynamicBlock(hcl`${input.serviceRegistry} == null ? [] : [${input.serviceRegistry}]`, {
        registry_arn: hcl`service_registries.value.arn`,
      }),
      service_connect_configuration: serviceConnect(input, taskDefinition.region),
    });
    new Autoscaling(this, "~scaling", { ...input, ecsServiceName: service.name });

    this.outputs = {
      service_arn: { value: service.id, description: "The service." },
      service_name: { value: service.name, description: "The service's name." },
      task_definition_arn: { value: taskDefinition.arn, description: "The task definition in use." },
      task_size: {
        value: size,
        description: "`{ cpu, memory }` of a task, with room for the proxy of Service Connect where it runs.",
      },
    };
  }
}

/** On Spot, the first task stays on demand. */
const capacity = (provider: unknown) =>
  dynamicBlock(
    hcl`${provider} == "FARGATE_SPOT" ? { FARGATE = { base = 1, weight = 0 }, FARGATE_SPOT = { base = 0, weight = 1 } } : { FARGATE = { base = 0, weight = 1 } }`,
    {
      capacity_provider: hcl`capacity_provider_strategy.key`,
      base: hcl`capacity_provider_strategy.value.base`,
      weight: hcl`capacity_provider_strategy.value.weight`,
    },
  );
