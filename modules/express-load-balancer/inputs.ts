import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { input } from "../spec/input";

export const definition: ModuleDefinition = {
  name: "express-load-balancer",
  summary: "Finds the load balancer that Express Mode made, from a service's own record, and keeps hold of it",
  provider: "express",
  inputs: z.strictObject({
    enabled: z
      .boolean()
      .default(true)
      .meta({ description: "Whether any service runs on Express Mode, known at plan." }),
    cluster_name: z.string().meta({ description: "The cluster." }),
    service_arn: z.string().optional().meta({
      description:
        "The ARN of a service on Express Mode, as that service's resource gives it: unknown until it exists, and so read after it.",
    }),
    express_load_balancer: input.shape.express_load_balancer,
  }),
};
