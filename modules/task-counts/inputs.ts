import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";

export const definition: ModuleDefinition = {
  name: "task-counts",
  summary: "How many tasks services have now, of those that exist",
  provider: "any",
  inputs: z.strictObject({
    cluster_name: z.string().meta({ description: "The cluster, by name." }),
    services: z.record(z.string(), z.string()).default({}).meta({
      description: "Service to its name in ECS, known at plan; it may not exist.",
    }),
    tag: z
      .strictObject({
        key: z.string().meta({ description: "The tag's key." }),
        value: z.string().meta({ description: "Its value." }),
      })
      .meta({ description: "A tag that the services carry: AWS lists only what is tagged." }),
  }),
};
