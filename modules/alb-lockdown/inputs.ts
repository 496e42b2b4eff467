import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { allowedCidrs, groupName, input } from "../spec/input";
import { serviceName } from "../spec/service";

export const definition: ModuleDefinition = {
  name: "alb-lockdown",
  summary:
    "Who gets in at layer 4: the plain load balancer's security group, and the network ACL that keeps Express Mode's load balancer closed whatever Express does to its own",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    vpc_id: z.string().meta({ description: "The VPC." }),
    allowed_cidrs: allowedCidrs,
    listener_ports: z.array(z.int()).default([]).meta({
      description: "The plain load balancer's ports; none closes its security group.",
    }),
    targets: z
      .record(
        serviceName,
        z.strictObject({
          port: z.int().meta({ description: "The container's port." }),
          security_group_id: z.string().meta({ description: "The service's own security group." }),
        }),
      )
      .default({})
      .meta({ description: "Services that the plain load balancer forwards to." }),
    adopted_security_group: z
      .strictObject({ id: z.string().meta({ description: "The security group's id.", reference: true }) })
      .optional()
      .meta({
        description:
          "The security group of a load balancer that is somebody else's: the tasks admit it instead of ours, and it is left alone.",
        default_is: "the tasks admit ours",
      }),
    network_acl: z
      .strictObject({
        subnet_ids: z
          .array(z.string())
          .meta({ description: "Subnets to put under the network ACL; how many is known at plan." }),
        vpc_cidr_block: z.string().meta({ description: "The VPC's first IPv4 range." }),
        vpc_secondary_cidr_blocks: z
          .array(z.string())
          .default([])
          .meta({ description: "Its further IPv4 ranges; how many is known at plan." }),
        vpc_ipv6_cidr_block: z.string().optional().meta({ description: "The VPC's IPv6 range." }),
        ipv6: z.boolean().default(false).meta({ description: "Whether the VPC has an IPv6 range, known at plan." }),
        ports: z.array(z.int()).meta({ description: "Listener ports below 1024." }),
      })
      .optional()
      .meta({
        description: "The network ACL of the load balancer's subnets.",
        default_is: "the subnets keep the one they have",
      }),
    tags: input.shape.tags,
  }),
};
