import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { testListener } from "../spec/deployment";
import { FRONT_DOOR } from "../spec/front-door";
import { groupName, input } from "../spec/input";
import { service, serviceName } from "../spec/service";

/** What the load balancer needs to know of a service. */
const served = service
  .pick({
    port: true,
    app_protocol: true,
    health_check_path: true,
    listener_port: true,
    listener_rule_priority: true,
    adopted: true,
    ...FRONT_DOOR,
  })
  .extend({
    deployment_configuration: testListener,
  });

export const definition: ModuleDefinition = {
  name: "alb",
  summary:
    "The load balancer of the plain track, shared by the group, made or adopted: HTTPS and names with a domain, ports without one, and paths with either",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    vpc_id: z.string().meta({ description: "The VPC." }),
    subnet_ids: z.array(z.string()).meta({
      description: "Public subnets, in two zones or more; private ones when `load_balancer.internal`.",
    }),
    security_group_id: z.string().meta({ description: "The load balancer's security group." }),
    ipv6: z
      .boolean()
      .default(false)
      .meta({ description: "Whether the subnets have IPv6 ranges; the load balancer is then dual-stack." }),
    services: z
      .record(serviceName, served)
      .meta({ description: "The public services; without one there is no load balancer." }),
    domain: z
      .strictObject({
        name: input.shape.domain.unwrap().shape.name,
        certificate: z
          .strictObject({
            arn: z.string().meta({ description: "The certificate's ARN." }),
          })
          .optional()
          .meta({
            description: "The ACM certificate that covers the names.",
            default_is: "an adopted listener's own; a load balancer that is made needs one",
          }),
      })
      .optional()
      .meta({
        description: "A domain for the services: HTTPS, a redirect from HTTP, one host name for each service.",
        default_is: "plain HTTP, a port for each service, with a warning",
      }),
    load_balancer: input.shape.load_balancer,
    source_ips: z.array(z.string()).default([]).meta({
      description: "Blocks that each rule admits alone, for an adopted load balancer. None: whoever reaches it.",
    }),
    tags: input.shape.tags,
  }),
};
