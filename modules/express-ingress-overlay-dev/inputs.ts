import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { groupName, input } from "../spec/input";

export const definition: ModuleDefinition = {
  name: "express-ingress-overlay-dev",
  summary:
    "For development and test only: takes the rules open to the world off the security groups of Express Mode's load balancer, again and again",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    enabled: z.boolean().default(true).meta({ description: "Whether there is anything; known at plan." }),
    cluster_arn: z.string().meta({ description: "The cluster whose deployments start it." }),
    load_balancer_arn: z.string().optional().meta({
      description: "Express Mode's load balancer.",
      default_is: "none, and then `enabled` is false",
    }),
    allowed_cidrs: input.shape.allowed_cidrs,
    log_retention_in_days: input.shape.log_retention_in_days,
    log_kms_key_arn: input.shape.log_kms_key_arn,
    iam_role_path: input.shape.iam_role_path,
    permissions_boundary_arn: input.shape.permissions_boundary_arn,
    tags: input.shape.tags,
  }),
};
