import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { input } from "../spec/input";
import { expressScaling } from "../spec/scaling";
import { service } from "../spec/service";

export const definition: ModuleDefinition = {
  name: "express-service",
  summary: "A service on ECS Express Mode, with every default of Express written out",
  provider: "express",
  inputs: z.strictObject({
    name: z.string().min(1).meta({ description: "The ECS service's name." }),
    cluster_name: z.string().meta({ description: "The cluster, by name. Another one replaces the service." }),
    service: service
      .pick({
        image: true,
        port: true,
        health_check_path: true,
        command: true,
        repository_credentials: true,
        secrets: true,
        cpu: true,
        memory: true,
      })
      .extend({
        scaling: expressScaling,
        public: z.boolean().default(true).meta({
          description:
            "Whether a public host name is meant. `false`, with private subnets: an internal load balancer and tasks without public addresses; a public host name is then an error. A change replaces the service, for AWS settles this when it is made.",
        }),
      })
      .meta({ description: "The service." }),
    environment: service.shape.environment,
    adopted: z.boolean().default(false).meta({
      description:
        "Whether it was made elsewhere and is imported, together with `terraform_data.cluster` by any id: OpenTofu replaces what is triggered by something new. Another cluster, or a change of `service.public`, is then refused by AWS and does not replace the service.",
    }),
    subnet_ids: z.array(z.string()).meta({
      description:
        "Public subnets make the load balancer internet-facing and give the tasks public addresses, private ones neither. In two zones or more.",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html",
    }),
    availability_zones: z.array(z.string()).default([]).meta({
      description: "The zones of those subnets. Fewer than two are refused before AWS is asked.",
      default_is: "not looked at",
    }),
    security_group_ids: z
      .array(z.string())
      .default([])
      .meta({ description: "Security groups of the tasks, besides Express Mode's own." }),
    execution_role_arn: z.string().meta({ description: "The role that starts the tasks." }),
    task_role_arn: z.string().meta({ description: "The role that the application acts in." }),
    infrastructure_role_arn: z.string().meta({
      description:
        "The role that Express Mode acts in. Another one replaces the service, which then needs another name.",
    }),
    log_group_name: z.string().meta({ description: "Where the container's output goes." }),
    find_target_groups: z
      .boolean()
      .default(false)
      .meta({ description: "Whether to look up the service's target groups, for its metrics; known at plan." }),
    wait_for_steady_state: input.shape.wait_for_steady_state,
    tags: input.shape.tags,
  }),
};
