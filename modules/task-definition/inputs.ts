import { z } from "zod";
import type { ModuleDefinition } from "../kit/module";
import { input } from "../spec/input";
import { service } from "../spec/service";

/** What of a service its tasks are made of. */
export const task = service.pick({
  image: true,
  port: true,
  app_protocol: true,
  service_connect: true,
  command: true,
  secrets: true,
  cpu: true,
  memory: true,
  cpu_architecture: true,
  ephemeral_storage_size_in_gib: true,
  entry_point: true,
  repository_credentials: true,
  container_health_check: true,
  stop_timeout: true,
  init_process_enabled: true,
  readonly_root_filesystem: true,
  ulimits: true,
  volumes: true,
  sidecars: true,
  depends_on: true,
  log_router: true,
});

export const definition: ModuleDefinition = {
  name: "task-definition",
  summary: "A task definition that plain ECS and Express Mode both take",
  provider: "any",
  inputs: z.strictObject({
    name: z.string().min(1).meta({ description: "The family." }),
    service: task.meta({ description: "The service." }),
    environment: service.shape.environment,
    room_for_proxy: z
      .boolean()
      .default(false)
      .meta({ description: "Whether the tasks need room for the proxy of Service Connect." }),
    execution_role_arn: z.string().meta({ description: "The role that starts the tasks." }),
    task_role_arn: z.string().meta({ description: "The role that the application acts in." }),
    log_group_name: z.string().meta({ description: "Where the containers' output goes." }),
    tags: input.shape.tags,
  }),
};
