import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { groupName, input } from "../spec/input";

export const definition: ModuleDefinition = {
  name: "cluster",
  summary: "An ECS cluster on Fargate, with the namespace that Service Connect keeps its names in",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    cluster: input.shape.cluster,
    service_connect_namespace: input.shape.service_connect_namespace,
    container_insights: input.shape.container_insights,
    execute_command: input.shape.execute_command,
    log_retention_in_days: input.shape.log_retention_in_days,
    log_kms_key_arn: input.shape.log_kms_key_arn,
    tags: input.shape.tags,
  }),
};
