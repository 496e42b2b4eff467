import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { groupName, input } from "../spec/input";
import { service, serviceName } from "../spec/service";

export const definition: ModuleDefinition = {
  name: "alb",
  summary:
    "The load balancer of the plain track, shared by the group: HTTPS and a host for each service with a domain, a port for each without one",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    vpc_id: z.string().meta({ description: "The VPC." }),
    subnet_ids: z.array(z.string()).meta({ description: "Public subnets, in two zones or more." }),
    security_group_id: z.string().meta({ description: "The load balancer's security group." }),
    ipv6: z
      .boolean()
      .default(false)
      .meta({ description: "Whether the subnets have IPv6 ranges; the load balancer is then dual-stack." }),
    services: z
      .record(
        serviceName,
        service
          .pick({ port: true, health_check_path: true, listener_port: true, listener_rule_priority: true })
          .extend({
            deployment_configuration: z
              .strictObject({
                test_listener_port: z.int().min(1).max(65535).optional().meta({
                  description: "A port on which a new version answers before the world sees it.",
                  default_is: "none",
                }),
              })
              .optional()
              .meta({ description: "What a deployment needs of the load balancer." }),
          }),
      )
      .meta({ description: "The public services; without one there is no load balancer." }),
    domain: input.shape.domain,
    load_balancer: input.shape.load_balancer,
    tags: input.shape.tags,
  }),
};
