import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";

export const definition: ModuleDefinition = {
  name: "dns-records",
  summary: "The records of the services' names, each an alias to the load balancer of the track its service runs on",
  provider: "any",
  inputs: z.strictObject({
    zone: z
      .strictObject({ id: z.string().meta({ description: "The public hosted zone's id." }) })
      .optional()
      .meta({ description: "The Route 53 zone.", default_is: "no record is made" }),
    host_names: z.record(z.string(), z.string()).default({}).meta({
      description: "Full name to the service that has it, known at plan.",
    }),
    origins: z
      .record(
        z.string(),
        z.strictObject({
          load_balancers: z
            .record(
              z.string(),
              z.strictObject({
                dns_name: z.string().meta({ description: "The load balancer's DNS name." }),
                zone_id: z.string().meta({ description: "The load balancer's own hosted zone." }),
              }),
            )
            .meta({ description: "Track to load balancer. One track for each service." }),
        }),
      )
      .default({})
      .meta({ description: "Service to where it runs." }),
    ipv6: z.boolean().default(false).meta({
      description: "Whether the load balancers have IPv6 addresses; each name then has an AAAA record too.",
    }),
  }),
};
