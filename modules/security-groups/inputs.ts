import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { groupName, input } from "../spec/input";
import { serviceName } from "../spec/service";

export const definition: ModuleDefinition = {
  name: "security-groups",
  summary:
    "A security group of its own for each service, the same on both tracks: closed inward, for others to refer to",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    vpc_id: z.string().meta({ description: "The VPC." }),
    services: z.array(serviceName).meta({ description: "The services' names." }),
    tags: input.shape.tags,
  }),
};
