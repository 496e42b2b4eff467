import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { groupName, input } from "../spec/input";
import { service, serviceName } from "../spec/service";

export const definition: ModuleDefinition = {
  name: "roles",
  summary:
    "The IAM roles: execution and task for each service with just what it needs, infrastructure for Express Mode, load balancer for ECS",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    services: z
      .record(
        serviceName,
        service.pick({ secrets: true, secrets_kms_key_arns: true, enable_execute_command: true, task_role: true }),
      )
      .meta({ description: "What of each service bears on its roles." }),
    infrastructure_role: z.boolean().default(true).meta({
      description:
        "Whether to make the role that Express Mode manages its load balancer, certificate and scaling with.",
    }),
    load_balancer_role: z.boolean().default(false).meta({
      description:
        "Whether to make the role in which ECS moves requests between target groups, for deployments other than rolling ones.",
    }),
    permissions_boundary_arn: input.shape.permissions_boundary_arn,
    tags: input.shape.tags,
  }),
};
