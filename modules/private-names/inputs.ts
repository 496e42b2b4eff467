import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { groupName, input } from "../spec/input";
import { serviceName } from "../spec/service";

export const definition: ModuleDefinition = {
  name: "private-names",
  summary:
    "The private way from service to service: one security group for callers and targets, and DNS names that a registrar keeps true for targets on Express Mode",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    vpc_id: z.string().meta({ description: "The VPC." }),
    cluster_arn: z.string().meta({ description: "The cluster." }),
    targets: z
      .record(
        serviceName,
        z.strictObject({
          port: z.int().meta({ description: "The container's port." }),
          express_service_name: z
            .string()
            .meta({ description: "Its ECS service's name when it runs on Express Mode, whether it does or not." }),
        }),
      )
      .meta({ description: "Services that others connect to." }),
    dns: z.boolean().default(true).meta({
      description:
        "Whether to keep the names in private DNS as well, for callers or targets on Express Mode. Between plain services Service Connect does.",
    }),
    log_retention_in_days: input.shape.log_retention_in_days,
    iam_role_path: input.shape.iam_role_path,
    log_kms_key_arn: input.shape.log_kms_key_arn,
    permissions_boundary_arn: input.shape.permissions_boundary_arn,
    tags: input.shape.tags,
  }),
};
