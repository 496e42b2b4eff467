import { z } from "zod";
import { both } from "../kit/capability";
import type { ModuleDefinition } from "../kit/module";
import { input } from "../spec/input";

export const definition: ModuleDefinition = {
  name: "log-group",
  summary:
    "A log group for each service, with a retention period; made before the service, so that none is left behind",
  provider: "any",
  inputs: z.strictObject({
    names: z.record(z.string(), z.string()).meta({
      description: "The log group of each service: service to name.",
      example: { api: "/ecs/shop/api" },
      capability: both,
    }),
    retention_in_days: input.shape.log_retention_in_days,
    kms_key_arn: input.shape.log_kms_key_arn,
    tags: input.shape.tags,
  }),
};
