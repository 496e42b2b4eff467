import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { expressOverlayDev } from "../spec/express-overlay-dev";
import { groupName, input } from "../spec/input";
import { service, serviceName } from "../spec/service";

export const definition: ModuleDefinition = {
  name: "express-overlay-dev",
  summary:
    "For development and test only: gives services on Express Mode ARM64, Fargate Spot, ECS Exec, tags and sidecars after they exist",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    cluster_arn: z.string().meta({ description: "The cluster." }),
    services: z
      .record(
        serviceName,
        z.strictObject({
          service_arn: z
            .string()
            .meta({ description: "The Express service. By reference: the overlay comes after it and goes before it." }),
          execution_role_arn: z.string().meta({ description: "The role that starts its tasks." }),
          task_role_arn: z.string().meta({ description: "The role that its application acts in." }),
          log_group_name: z.string().meta({ description: "Where sidecars log to." }),
          memory: service.shape.memory.meta({ description: "Memory of a task.", unit: "MiB" }),
          overlay: expressOverlayDev.unwrap().meta({ description: "What to change." }),
        }),
      )
      .meta({ description: "The services to change; without one nothing is made." }),
    log_retention_in_days: input.shape.log_retention_in_days,
    log_kms_key_arn: input.shape.log_kms_key_arn,
    iam_role_path: input.shape.iam_role_path,
    permissions_boundary_arn: input.shape.permissions_boundary_arn,
    tags: input.shape.tags,
  }),
};
