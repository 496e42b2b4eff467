import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { groupName, input } from "../spec/input";
import { logRouter, sidecar } from "../spec/containers";
import { overlayShell } from "../spec/express-overlay-dev";
import { service, serviceName } from "../spec/service";

export const definition: ModuleDefinition = {
  name: "roles",
  summary:
    "The IAM roles: execution and task for each service with just what it needs, infrastructure for Express Mode, load balancer for ECS",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    services: z
      .record(
        serviceName,
        service
          .pick({
            secrets: true,
            secrets_kms_key_arns: true,
            repository_credentials: true,
            volumes: true,
            enable_execute_command: true,
            task_role: true,
            execution_role: true,
          })
          .extend({
            sidecars: z
              .record(z.string(), sidecar.pick({ secrets: true, repository_credentials: true, volumes: true }))
              .default({})
              .meta({ description: "What of each sidecar does." }),
            express_overlay_dev: z
              .strictObject({ enable_execute_command: overlayShell })
              .optional()
              .meta({ description: "What of the overlay does.", default_is: "none" }),
            log_router: z
              .strictObject({ secret_options: logRouter.unwrap().shape.secret_options })
              .optional()
              .meta({ description: "What of the log router does.", default_is: "none" }),
          }),
      )
      .meta({ description: "What of each service bears on its roles." }),
    infrastructure_role: z.boolean().default(true).meta({
      description:
        "Whether to make the role that Express Mode manages its load balancer, certificate and scaling with.",
    }),
    load_balancer_role: z.boolean().default(false).meta({
      description:
        "Whether to make the role in which ECS moves requests between target groups, for deployments other than rolling ones.",
    }),
    service_connect_tls: z.boolean().default(false).meta({
      description: "Whether to make the role that ECS issues Service Connect's certificates in.",
    }),
    iam_role_path: input.shape.iam_role_path,
    execute_command: z
      .strictObject({
        log_group_arn: z.string().optional().meta({
          description: "The log group that keeps the sessions.",
          default_is: "they are not kept",
        }),
        kms_key_arn: input.shape.execute_command.unwrap().shape.kms_key_arn,
      })
      .prefault({})
      .meta({ description: "What a shell of ECS Exec needs besides its channel." }),
    permissions_boundary_arn: input.shape.permissions_boundary_arn,
    tags: input.shape.tags,
  }),
};
