import { kept } from "../../apprunner/finding";
import { arnOf, type Found, type PlainService, type TaskDefinition } from "../found";
import { containers } from "./containers";
import { front, keptGroup, type Said } from "./front";
import { network } from "./network";
import { keptPolicy, scaling } from "./scaling";
import { stands } from "./stands";
import type { Part } from "./taken";

/** A plain service, part by part; when it cannot be taken over at all, what stands in the way. */
export function plain(
  key: string,
  service: PlainService,
  definition: TaskDefinition,
  found: Found,
  said: Said,
): Readonly<Record<string, Part>> {
  return {
    service: identity(key, service, found),
    stands: stands(key, service),
    containers: containers(key, service, definition),
    network: network(key, service, found),
    front: front(key, service, found, said),
    scaling: scaling(key, service, found),
  };
}

/** The service keeps its name, and is imported. */
function identity(key: string, service: PlainService, found: Found): Part {
  const group = keptGroup(service, found);
  const policy = keptPolicy(service, found);
  return {
    drafts: [kept("serviceArn", `services.${key}.adopted`, "the service is imported and keeps its name")],
    service: {
      adopted: {
        mode: "ecs",
        service_name: service.serviceName,
        ...(group ? { target_group: group } : {}),
        ...(policy ? { scaling_policy_name: policy.PolicyName } : {}),
      },
    },
    imports: [
      {
        to: `module.ecs["${key}"].aws_ecs_service.this`,
        id: `${arnOf(service.clusterArn).name}/${service.serviceName}`,
      },
    ],
  };
}
