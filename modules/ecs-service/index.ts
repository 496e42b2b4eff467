import { EcsService as AwsEcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { dynamicBlock } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, number, raw, text } from "../kit/hcl";
import { inputsOf, Module, type ModuleDefinition } from "../kit/module";
import { Autoscaling } from "./autoscaling";
import { alarms, Deployment } from "./deployment";
import { Definition } from "../task-definition/definition";
import { taskSize } from "../task-definition/size";
import { definition, rollingDefinition } from "./inputs";
import type { EcsServiceProps } from "./props";
import type { EcsServiceRollingProps } from "./props-rolling";
import { peersOf, serviceConnect } from "./service-connect";

/**
 * A service on plain ECS Fargate.
 *
 * Whether it can deploy by more than one strategy, and log the calls between services, is settled when the module is
 * written: provider versions before 6 refuse a configuration that so much as mentions the arguments for it.
 */
abstract class Service extends Module {
  readonly outputs;

  constructor(scope: Construct, id: string, props: EcsServiceProps, definition: ModuleDefinition, shifting: boolean) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const of = (attribute: string) => hcl`${input.service}.${raw(attribute)}`;

    const size = new TerraformLocal(new Construct(this, "~local"), "task_size", sizeOf(input)).expression;
    const given = hcl`${input.taskDefinition}`;
    const own = new Definition(this, "~task", input, { size, made: hcl`${given} == null` });
    const taskDefinition = text`${given} == null ? ${own.arn} : ${given}.arn`;
    const service = new AwsEcsService(this, "this", {
      name: input.name,
      cluster: text`coalesce(${input.clusterArn}, ${input.clusterName})`,
      taskDefinition,
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
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ["desired_count"] },
    });
    accept(service, {
      CKV_AWS_333: "in public subnets it is the way out; the security group admits the load balancer and callers alone",
    });
    service.addOverride("dynamic", {
      alarms: alarms(of("deployment_configuration")),
      capacity_provider_strategy: capacity(of("capacity_provider"), of("on_demand_base")),
      load_balancer: dynamicBlock(hcl`${input.loadBalancer} == null ? [] : [${input.loadBalancer}]`, {
        target_group_arn: hcl`load_balancer.value.target_group_arn`,
        container_name: Definition.CONTAINER,
        container_port: of("port"),
        ...(shifting && { advanced_configuration: BOTH_TARGET_GROUPS }),
      }),
      service_registries: dynamicBlock(hcl`${input.serviceRegistry} == null ? [] : [${input.serviceRegistry}]`, {
        registry_arn: hcl`service_registries.value.arn`,
      }),
      service_connect_configuration: serviceConnect(input, own.region, { accessLogs: shifting }),
    });
    if (shifting) {
      const deployment = new Deployment(this, "~deployment", of("deployment_configuration"));
      service.addOverride("deployment_configuration", deployment.configuration);
      service.addOverride("timeouts", { create: deployment.timeout, update: deployment.timeout });
    }
    new Autoscaling(this, "~scaling", { ...input, ecsServiceName: service.name });

    this.outputs = {
      service_arn: { value: service.id, description: "The service." },
      service_name: { value: service.name, description: "The service's name." },
      task_definition_arn: { value: taskDefinition, description: "The task definition in use." },
      task_size: {
        value: size,
        description: "`{ cpu, memory }` of a task, with room for the proxy of Service Connect where it runs.",
      },
    };
  }
}

/** The task, with room for the proxy where it runs. */
const sizeOf = ({ service, serviceConnect: given }: Required<EcsServiceProps>) =>
  taskSize(service, hcl`${given} != null`);

/** On a provider that knows every deployment strategy. */
export class EcsService extends Service {
  static readonly definition = definition;
  constructor(scope: Construct, id: string, props: EcsServiceProps) {
    super(scope, id, props, definition, true);
  }
}

/** On any provider: rolling deployments alone. */
export class EcsServiceRolling extends Service {
  static readonly definition = rollingDefinition;
  constructor(scope: Construct, id: string, props: EcsServiceRollingProps) {
    super(scope, id, props as EcsServiceProps, rollingDefinition, false);
  }
}

/**
 * What ECS needs to move requests. It is there under ROLLING too: a service must have been deployed with it before
 * another strategy can take over.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-rolling-to-bluegreen.html (read 2026-11-21)
 */
const BOTH_TARGET_GROUPS = {
  alternate_target_group_arn: hcl`load_balancer.value.alternate_target_group_arn`,
  production_listener_rule: hcl`load_balancer.value.production_listener_rule_arn`,
  test_listener_rule: hcl`load_balancer.value.test_listener_rule_arn`,
  role_arn: hcl`load_balancer.value.role_arn`,
};

/** On Spot, the first tasks stay on demand. */
const capacity = (provider: unknown, base: unknown) =>
  dynamicBlock(
    hcl`${provider} == "FARGATE_SPOT" ? { FARGATE = { base = ${base}, weight = 0 }, FARGATE_SPOT = { base = 0, weight = 1 } } : { FARGATE = { base = 0, weight = 1 } }`,
    {
      capacity_provider: hcl`capacity_provider_strategy.key`,
      base: hcl`capacity_provider_strategy.value.base`,
      weight: hcl`capacity_provider_strategy.value.weight`,
    },
  );
