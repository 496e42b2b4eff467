/**
 * The flat root that the modules are measured against: what a person would write by hand without them. No module, no
 * variable, no `for_each`: every resource by itself, with literals and plain references.
 */
import type { Mode } from "../modules/kit/capability";
import { closedSubnets } from "./flat/closed-subnets";
import { loadBalancer, loadBalancerOf } from "./flat/load-balancer";
import { expressLoadBalancer, expressService } from "./flat/express";
import { firewall } from "./flat/firewall";
import { network } from "./flat/network";
import { plainService } from "./flat/plain";
import { refresh } from "./flat/refresh";
import { registrar, registrarTarget } from "./flat/registrar";
import { serviceBasics } from "./flat/service";
import { shared } from "./flat/shared";
import type { BenchService } from "./services";

/** What the root has to hold: which module's resources, on which track, for which services. */
export interface Shape {
  readonly module: "switchyard" | "switchyard-ecs";
  readonly mode: Mode;
  readonly services: readonly BenchService[];
}

/** A service with what the others say about it. */
export interface FlatService extends BenchService {
  /** Its part of resource names. */
  readonly id: string;
  readonly isCalled: boolean;
}

/** The text of the flat root. */
export function flatRoot({ module, mode, services: given }: Shape): string {
  const services = withCallers(given);
  const targets = services.filter(({ isCalled }) => isCalled);
  const express = mode === "express";
  const bothTracks = module === "switchyard";
  return [
    HEADER,
    network(),
    shared({ bothTracks, targets }),
    ...services.map(serviceBasics),
    ...(express
      ? services.map(expressService)
      : services.flatMap((each) => [loadBalancerOf(each), plainService(each)])),
    loadBalancer(express ? [] : services),
    ...(express ? [expressLoadBalancer(services)] : []),
    firewall(mode),
    ...(bothTracks ? [closedSubnets()] : []),
    ...(bothTracks && targets.length ? [registrar(targets), ...targets.map(registrarTarget)] : []),
    ...(!express && targets.length ? [refresh(services)] : []),
    urls(mode, services),
  ].join("\n");
}

const HEADER = `terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {}
`;

function withCallers(services: readonly BenchService[]): FlatService[] {
  const called = new Set(services.flatMap(({ connectsTo }) => connectsTo.map(({ name }) => name)));
  return services.map((each) => ({ ...each, id: idOf(each.name), isCalled: called.has(each.name) }));
}

/** A service's part of resource names. */
export const idOf = (name: string): string => name.replaceAll("-", "_");

/** The variables that tell a caller where the services it calls are. */
export const environmentOf = ({ connectsTo }: FlatService, domain: string): { name: string; value: string }[] =>
  connectsTo.map(({ name, port }) => ({
    name: `${idOf(name).toUpperCase()}_URL`,
    value: `http://${name}${domain}:${port}`,
  }));

const urls = (mode: Mode, services: readonly FlatService[]): string => `
output "urls" {
  value = {
${services.map((each) => `    "${each.name}" = ${mode === "express" ? `aws_ecs_express_gateway_service.${each.id}.ingress_paths[0].endpoint` : `"http://\${aws_lb.main.dns_name}:${each.port}"`}`).join("\n")}
  }
}
`;
