import type { IResolvable } from "cdktf";
import { compact, hcl, raw } from "../kit/hcl";
import {
  dependsOn,
  environment,
  healthCheck,
  mountPoints,
  orFalse,
  orNothing,
  repositoryCredentials,
  secrets,
  ulimits,
} from "./container-parts";
import { type LogGroup, logConfiguration } from "./logs";

/** The container's name, which is also what Express Mode calls its own. */
export const CONTAINER = "Main";
/** The name of its port, for Service Connect. */
export const PORT = "main";

/** The application's container. */
export function mainContainer(service: unknown, variables: unknown, group: LogGroup): IResolvable {
  const of = (attribute: string) => hcl`${service}.${raw(attribute)}`;
  return compact({
    name: CONTAINER,
    image: of("image"),
    essential: true,
    repositoryCredentials: repositoryCredentials(of("repository_credentials")),
    entryPoint: orNothing(of("entry_point")),
    command: orNothing(of("command")),
    portMappings: [
      { name: PORT, containerPort: of("port"), hostPort: of("port"), protocol: "tcp", appProtocol: of("app_protocol") },
    ],
    environment: environment(variables),
    secrets: secrets(of("secrets")),
    healthCheck: healthCheck(of("container_health_check")),
    dependsOn: dependsOn(of("depends_on")),
    mountPoints: mountPoints(of("volumes")),
    ulimits: ulimits(of("ulimits")),
    readonlyRootFilesystem: orFalse(of("readonly_root_filesystem")),
    linuxParameters: { initProcessEnabled: of("init_process_enabled") },
    stopTimeout: of("stop_timeout"),
    logConfiguration: logConfiguration(of("log_router"), group),
    ...rest(service),
  });
}

/**
 * What the other containers leave of the task's CPU and memory, once there are any. Without its share the application
 * would be the first that a sidecar with one pushes aside.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
const rest = (service: unknown) => {
  const alone = hcl`length(${service}.sidecars) + length(${service}.log_router[*]) == 0`;
  const cpu = hcl`[for c in ${service}.sidecars : coalesce(c.cpu, 0)]`;
  const memory = hcl`[for c in ${service}.sidecars : coalesce(c.memory_reservation, c.memory, 0)], ${service}.log_router[*].memory_reservation`;
  return {
    cpu: hcl`${alone} ? null : ${service}.cpu - sum(concat([0], ${cpu}))`,
    memoryReservation: hcl`${alone} ? null : ${service}.memory - sum(concat([0], ${memory}))`,
  };
};
