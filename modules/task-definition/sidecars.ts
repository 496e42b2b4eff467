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

/** The sidecars, as a list sorted by name. */
export function sidecars(service: unknown, group: LogGroup): IResolvable {
  const of = (attribute: string) => hcl`sidecar.${raw(attribute)}`;
  const container = compact({
    name: hcl`name`,
    image: of("image"),
    essential: of("essential"),
    repositoryCredentials: repositoryCredentials(of("repository_credentials")),
    entryPoint: orNothing(of("entry_point")),
    command: orNothing(of("command")),
    environment: orNothing(environment(of("environment"))),
    secrets: orNothing(secrets(of("secrets"))),
    cpu: of("cpu"),
    memory: of("memory"),
    memoryReservation: of("memory_reservation"),
    healthCheck: healthCheck(of("health_check")),
    dependsOn: dependsOn(of("depends_on")),
    mountPoints: mountPoints(of("volumes")),
    ulimits: ulimits(of("ulimits")),
    readonlyRootFilesystem: orFalse(of("readonly_root_filesystem")),
    logConfiguration: logConfiguration(hcl`${service}.log_router`, group),
  });
  return hcl`[for name, sidecar in ${service}.sidecars : ${container}]`;
}
