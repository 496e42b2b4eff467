import { z } from "zod";
import { watchedServices } from "../alarms/inputs";
import type { ModuleDefinition } from "../kit/module";
import { groupName } from "../spec/input";

export const definition: ModuleDefinition = {
  name: "dashboard",
  summary: "A CloudWatch dashboard of a group: a row for each service, whichever track it runs on",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    enabled: z.boolean().default(true).meta({ description: "Whether to make it." }),
    cluster_name: z.string().meta({ description: "The cluster, by name." }),
    services: watchedServices,
    web_acl_metric_name: z
      .string()
      .optional()
      .meta({ description: "The web ACL, by the name of its metrics.", default_is: "it is not shown" }),
    alarm_arns: z.array(z.string()).default([]).meta({ description: "Alarms whose state is shown." }),
  }),
};
