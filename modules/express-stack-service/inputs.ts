import { z } from "zod";
import { definition as express } from "../express-service/inputs";
import type { ModuleDefinition } from "../kit/module";
import { expressScaling } from "../spec/scaling";
import { service } from "../spec/service";

const shared = express.inputs.shape;

export const definition: ModuleDefinition = {
  name: "express-stack-service",
  summary: "A service on ECS Express Mode with a task definition of its own, by a CloudFormation stack",
  provider: "express",
  inputs: z.strictObject({
    name: z
      .string()
      .regex(/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/)
      .meta({
        description:
          "The ECS service's name, and the stack's. Another one replaces both; whatever else replaces them needs another one.",
        why: "the name of a stack is letters, digits and hyphens, starting with a letter, 128 at the most",
        fix: "Rename it",
      }),
    cluster_name: shared["cluster_name"]!,
    service: service
      .pick({ health_check_path: true })
      .extend({ scaling: expressScaling })
      .prefault({})
      .meta({ description: "What of the service is not in its task definition." }),
    task_definition_arn: z.string().meta({
      description:
        "For FARGATE, with a container `Main` that has one TCP port, and a name for it. Its revision before must still be ACTIVE when a deployment fails.",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-troubleshooting.html",
    }),
    subnet_ids: shared["subnet_ids"]!,
    availability_zones: shared["availability_zones"]!,
    security_group_ids: shared["security_group_ids"]!,
    infrastructure_role_arn: shared["infrastructure_role_arn"]!,
    find_target_groups: shared["find_target_groups"]!,
    tags: z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: "Tags of the stack and the service. What the service is made with, it keeps." }),
  }),
};
