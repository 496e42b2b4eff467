import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { groupName, input } from "../spec/input";
import { service, serviceName } from "../spec/service";

const minTaskCount = service.shape.scaling.unwrap().shape.min_task_count;

/** Where the metrics of each service are found, whichever track it runs on. */
export const watchedServices = z
  .record(
    serviceName,
    z.strictObject({
      service_name: z.string().meta({ description: "The ECS service's name." }),
      min_task_count: minTaskCount.meta({
        ...minTaskCount.meta(),
        description: "Tasks that run at the least, at any hour. With 0 there is no alarm on their number.",
      }),
      load_balancer: z
        .strictObject({
          arn: z.string().meta({ description: "The load balancer." }),
          target_group_arns: z
            .array(z.string())
            .meta({ description: "All target groups that its tasks are ever in; their number is known at plan." }),
        })
        .optional()
        .meta({ description: "What counts its requests.", default_is: "nothing does" }),
    }),
  )
  .meta({ description: "Where the metrics of each service are found." });

export const definition: ModuleDefinition = {
  name: "alarms",
  summary: "CloudWatch alarms of each service, by the same names on either track",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    cluster_name: z.string().meta({ description: "The cluster, by name." }),
    services: watchedServices,
    alarms: input.shape.alarms,
    tags: input.shape.tags,
  }),
};
