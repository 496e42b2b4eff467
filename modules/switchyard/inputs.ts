import { z } from "zod";
import { MODES } from "../kit/capability";
import type { ModuleDefinition } from "../kit/module";
import { input } from "../spec/input";
import { rules } from "../spec/rules";
import { service, serviceName } from "../spec/service";

/** Both tracks: the whole input. */
export const definition: ModuleDefinition = {
  name: "switchyard",
  summary: "Web services on ECS Express Mode or on plain ECS Fargate with Service Connect, switched by the word `mode`",
  provider: "express",
  inputs: input,
  rules: { on: "services", list: rules(MODES) },
};

const onlyEcs = { fix: 'Write "ecs", or use the module `switchyard`, which has both tracks' };

const onlyEcsOf = (option: z.ZodType) =>
  z
    .enum(["ecs"])
    .optional()
    .meta({ ...option.meta(), ...onlyEcs });

/** The plain track alone. */
export const plainDefinition: ModuleDefinition = {
  name: "switchyard-ecs",
  summary: "The plain track of Switchyard alone, for provider versions without Express Mode",
  provider: "any",
  inputs: input
    .omit({
      express_load_balancer: true,
      infrastructure_role: true,
      express_ingress_overlay_dev: true,
    })
    .extend({
      mode: z.enum(["ecs"]).meta({ ...input.shape.mode.meta(), ...onlyEcs }),
      standby_mode: onlyEcsOf(input.shape.standby_mode),
      services: z
        .record(
          serviceName,
          service.extend({
            mode: onlyEcsOf(service.shape.mode),
            standby_mode: onlyEcsOf(service.shape.standby_mode),
          }),
        )
        .meta({ ...input.shape.services.meta() }),
    }),
  rules: { on: "services", list: rules(["ecs"]) },
};
