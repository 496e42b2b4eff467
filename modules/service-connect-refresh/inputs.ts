import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { groupName, input } from "../spec/input";
import { serviceName } from "../spec/service";

export const definition: ModuleDefinition = {
  name: "service-connect-refresh",
  summary:
    "Deploys a service anew when a name of Service Connect that it calls came after its deployment, which its tasks cannot see",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    cluster_arn: z.string().meta({ description: "The cluster." }),
    targets: z
      .record(
        serviceName,
        z.strictObject({
          service_name: z.string().meta({ description: "The ECS service that has the name." }),
          callers: z.array(z.string()).meta({ description: "The ECS services that call it." }),
        }),
      )
      .meta({ description: "Names of Service Connect and who calls them; without one nothing is made." }),
    log_retention_in_days: input.shape.log_retention_in_days,
    log_kms_key_arn: input.shape.log_kms_key_arn,
    iam_role_path: input.shape.iam_role_path,
    permissions_boundary_arn: input.shape.permissions_boundary_arn,
    tags: input.shape.tags,
  }),
};
