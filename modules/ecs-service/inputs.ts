import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { rollingDeployment, serviceDeployment } from "../spec/deployment";
import { input } from "../spec/input";
import { service, serviceName } from "../spec/service";
import { rollingServiceConnect } from "../spec/service-connect";
import { task } from "../task-definition/inputs";

const loadBalancer = z.strictObject({
  target_group_arn: z.string().meta({ description: "The target group, already attached to a listener." }),
  resource_label: z
    .string()
    .meta({ description: "`<load balancer suffix>/<target group suffix>`, for scaling by requests." }),
});

/** What ECS moves requests with. */
const shiftingLoadBalancer = loadBalancer.extend({
  alternate_target_group_arn: z.string().meta({
    description: "The target group of the other version while a deployment goes on; on the same listener rule.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html",
  }),
  production_listener_rule_arn: z.string().meta({
    description:
      "The listener rule that forwards to both target groups, with weights 1 and 0. ECS rewrites them: ignore changes of its action.",
  }),
  test_listener_rule_arn: z.string().optional().meta({
    description: "A rule of another listener, which leads to the new tasks first.",
    default_is: "none",
  }),
  role_arn: z.string().meta({
    description:
      "A role that trusts `ecs.amazonaws.com` and has the policy `AmazonECSInfrastructureRolePolicyForLoadBalancers`.",
    source:
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html",
  }),
});

const inFront = { description: "The load balancer in front.", default_is: "none" };

const inputs = z.strictObject({
  name: z.string().min(1).meta({ description: "The ECS service's name, and the family of its task definitions." }),
  cluster_name: z.string().meta({ description: "The cluster, by name." }),
  cluster_arn: z.string().optional().meta({
    description:
      "The same cluster by its ARN, for a service that is imported: the import writes the ARN into the state, and the name in its place would replace the service.",
    default_is: "the service names it by `cluster_name`",
    source: "https://github.com/hashicorp/terraform-provider-aws/issues/41994",
  }),
  scaling_policy_name: z
    .string()
    .optional()
    .meta({ description: "The scaling policy's name.", default_is: "`<name>-target-tracking`" }),
  service: task
    .extend({
      scaling: service.shape.scaling,
      capacity_provider: service.shape.capacity_provider,
      on_demand_base: service.shape.on_demand_base,
      enable_execute_command: service.shape.enable_execute_command,
      health_check_grace_period_seconds: service.shape.health_check_grace_period_seconds,
    })
    .extend({ deployment_configuration: serviceDeployment })
    .meta({ description: "The service." }),
  environment: service.shape.environment,
  subnet_ids: z.array(z.string()).meta({ description: "Subnets of the tasks." }),
  assign_public_ip: z.boolean().default(false).meta({
    description: "Whether tasks get a public address. In a public subnet they need one to fetch their image.",
  }),
  security_group_ids: z.array(z.string()).meta({ description: "Security groups of the tasks." }),
  execution_role_arn: z.string().meta({ description: "The role that starts the tasks." }),
  task_role_arn: z.string().meta({ description: "The role that the application acts in." }),
  log_group_name: z.string().meta({ description: "Where the container's output goes." }),
  task_definition: z
    .strictObject({
      arn: z.string().meta({ description: "The task definition, with its container `Main` and port `main`." }),
    })
    .optional()
    .meta({
      description: "A task definition that stands on its own, such as the module `task-definition` makes.",
      default_is: "one is made from `service`, by the service's name",
    }),
  load_balancer: shiftingLoadBalancer.optional().meta(inFront),
  service_connect: z
    .strictObject({
      namespace_arn: z.string().meta({ description: "The namespace." }),
      serve_as: serviceName
        .optional()
        .meta({ description: "The short name that others call it by.", default_is: "it only calls others" }),
      peers: z.array(z.string()).default([]).meta({
        description:
          "What it calls, each in any words that change when its name, port, protocol or timeouts do. When they change, its tasks are deployed anew: a running task cannot see what came after it.",
      }),
      tls: input.shape.service_connect_tls
        .unwrap()
        .extend({ role_arn: z.string().meta({ description: "The role that ECS issues the certificates in." }) })
        .optional()
        .meta({ description: "TLS between the proxies.", default_is: "none" }),
    })
    .optional()
    .meta({ description: "Service Connect.", default_is: "none" }),
  service_registry: z
    .strictObject({ arn: z.string().meta({ description: "The Cloud Map service." }) })
    .optional()
    .meta({
      description: "Private DNS for callers on Express Mode; ECS registers the tasks itself.",
      default_is: "none",
    }),
  wait_for_steady_state: input.shape.wait_for_steady_state,
  tags: input.shape.tags,
});

export const definition: ModuleDefinition = {
  name: "ecs-service",
  summary:
    "A service on plain ECS Fargate: rolling, blue/green, canary or linear deployments that roll back by themselves, Service Connect, autoscaling",
  provider: "express",
  inputs,
};

/** For provider versions that know no other strategy. */
export const rollingDefinition: ModuleDefinition = {
  name: "ecs-service-rolling",
  summary: "The module `ecs-service` with rolling deployments alone, for provider versions that know no other",
  provider: "any",
  inputs: inputs.extend({
    service: inputs.shape.service
      .extend({ deployment_configuration: rollingDeployment, service_connect: rollingServiceConnect })
      .meta({ description: "The service." }),
    load_balancer: loadBalancer.optional().meta(inFront),
  }),
};
