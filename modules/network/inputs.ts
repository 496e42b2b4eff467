import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { groupName, input } from "../spec/input";

export const definition: ModuleDefinition = {
  name: "network",
  summary:
    "A VPC with public subnets in every zone, dual-stack and without a NAT gateway unless asked for; or an existing one, looked at before it is used",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    vpc: input.shape.vpc,
    network: input.shape.network,
    tags: input.shape.tags,
  }),
};
