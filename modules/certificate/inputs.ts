import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { input } from "../spec/input";

export const definition: ModuleDefinition = {
  name: "certificate",
  summary: "The certificate of the group's domain, for the load balancers of both tracks: made or given",
  provider: "any",
  inputs: z.strictObject({
    domain: input.shape.domain,
    host_names: z.array(z.string()).meta({
      description:
        "The names to cover, known at plan; without one no certificate is made. Names outside the domain are left out: a made certificate could not be validated for them.",
    }),
    tags: input.shape.tags,
  }),
};
