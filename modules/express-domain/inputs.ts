import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { groupName, input } from "../spec/input";
import { serviceName } from "../spec/service";

export const definition: ModuleDefinition = {
  name: "express-domain",
  summary:
    "A domain on Express Mode: its certificate on Express Mode's listener, and a workflow that keeps the services' names on Express Mode's own listener rules",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    domain_name: z.string().optional().meta({
      description: "The domain. Names in it that are on a service's rule without being its own are taken off.",
      default_is: "only names of the services are taken off",
    }),
    listener_arn: z.string().optional().meta({ description: "Express Mode's HTTPS listener." }),
    certificate_arn: z.string().optional().meta({ description: "The certificate that covers the names." }),
    services: z
      .record(
        serviceName,
        z.strictObject({
          service_arn: z.string().meta({ description: "The ECS service." }),
          listener_rule_arn: z.string().meta({ description: "Its listener rule, which Express Mode made." }),
          host_names: z.array(z.string()).meta({ description: "Full names it answers to." }),
        }),
      )
      .default({})
      .meta({ description: "The services on Express Mode; without one nothing is made." }),
    log_retention_in_days: input.shape.log_retention_in_days,
    log_kms_key_arn: input.shape.log_kms_key_arn,
    iam_role_path: input.shape.iam_role_path,
    permissions_boundary_arn: input.shape.permissions_boundary_arn,
    tags: input.shape.tags,
  }),
};
