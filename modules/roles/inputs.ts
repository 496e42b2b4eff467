import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { groupName, input } from "../spec/input";
import { service, serviceName } from "../spec/service";

export const definition: ModuleDefinition = {
  name: "roles",
  summary:
    "The IAM roles: execution and task for each service with just what it needs, infrastructure for Express Mode",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    services: z
      .record(
        serviceName,
        service.pick({
          secrets: true,
          secrets_kms_key_arns: true,
          enable_execute_command: true,
          task_role: true,
          execution_role: true,
        }),
      )
      .meta({ description: "What of each service bears on its roles." }),
    infrastructure_role: z.boolean().default(true).meta({
      description:
        "Whether to make the role that Express Mode manages its load balancer, certificate and scaling with.",
    }),
    service_connect_tls: z.boolean().default(false).meta({
      description: "Whether to make the role that ECS issues Service Connect's certificates in.",
    }),
    iam_role_path: input.shape.iam_role_path,
    permissions_boundary_arn: input.shape.permissions_boundary_arn,
    tags: input.shape.tags,
  }),
};
