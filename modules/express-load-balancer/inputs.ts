import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { input } from "../spec/input";

export const definition: ModuleDefinition = {
  name: "express-load-balancer",
  summary: "Finds the load balancer that Express Mode made, from the services' own records, and keeps hold of it",
  provider: "express",
  inputs: z.strictObject({
    cluster_name: z.string().meta({ description: "The cluster." }),
    service_arns: z.record(z.string(), z.string()).default({}).meta({
      description:
        "The services on Express Mode, name to ARN. The ARN is what the service's resource gives: unknown until the service exists, and so read after it. The names are known at plan.",
    }),
    internal_services: z.array(z.string()).default([]).meta({
      description:
        "Those of them that are in private subnets. Their load balancer is an internal one and carries no web ACL: they are looked at for changes from outside alone.",
    }),
    overlaid_services: z.array(z.string()).default([]).meta({
      description:
        "Names of those that are changed on purpose, by an overlay; they are not compared with what Express Mode makes.",
    }),
    express_load_balancer: input.shape.express_load_balancer,
  }),
};
