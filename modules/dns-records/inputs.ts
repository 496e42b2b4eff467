import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";

const origin = z.strictObject({
  dns_name: z.string().meta({ description: "Its host name." }),
  zone_id: z.string().meta({ description: "The hosted zone of that name." }),
  weight: z.int().meta({
    description: "Its share of the requests.",
    source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html",
  }),
  ipv6: z.boolean().default(false).meta({
    description: "Whether it has IPv6 addresses, known at plan. A name has AAAA records when all of its origins do.",
  }),
});

export const definition: ModuleDefinition = {
  name: "dns-records",
  summary: "The records of the services' names: weighted aliases to every origin that a service has",
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
          active: origin.meta({ description: "The load balancer of the track it runs on." }),
          standby: origin
            .optional()
            .meta({ description: "The load balancer of the track that stands by.", default_is: "none" }),
          other: origin.optional().meta({
            description: "Where it ran before. Its health is not looked at.",
            default_is: "none",
          }),
        }),
      )
      .default({})
      .meta({ description: "Service to its origins; which ones there are is known at plan." }),
  }),
};
