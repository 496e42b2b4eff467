import { createHash } from "node:crypto";
import type { Input } from "../input";
import { runsOn, placed } from "./each-service";
import type { Service } from "../service";
import { hostNames, hostNamesHcl } from "./host-names";

/** HCL for the services `s`, by `name`, that the plain track's load balancer serves. */
export const SERVED = `${runsOn("ecs")} && s.public`;

/** The services that the plain load balancer serves. */
export const served = (input: Input) => placed(input).filter(({ mode, service }) => mode === "ecs" && service.public);

/** Priorities of rules without a path pattern are in the upper half of those that there are, so that every path comes before them. */
const HALF = 25000;
/** Below, a rule's shortest pattern decides: the longer it is, the earlier, so that `/api/v2/*` comes before `/api/*`. */
const LENGTHS = 40;
const BAND = HALF / LENGTHS;

const sha = (name: string): number => parseInt(createHash("sha1").update(name).digest("hex").slice(0, 7), 16);

/**
 * A priority that depends on the service alone, so that no neighbour moves it. What makes a new rule makes a new priority:
 * the successor stands beside the old rule, and a listener has each priority once.
 */
const derivedPriority = (name: string, service: Service): number => {
  const { path_patterns: patterns, app_protocol: protocol, stickiness } = service;
  const number = sha([name, ...(protocol === "http" ? [] : [protocol]), ...(stickiness ? ["sticky"] : [])].join("/"));
  if (!patterns.length) return (number % HALF) + HALF + 1;
  const shortest = Math.min(LENGTHS, ...patterns.map((pattern) => pattern.length));
  return (LENGTHS - shortest) * BAND + (number % BAND) + 1;
};

const SHA_HCL =
  'parseint(substr(sha1(join("/", concat([name], s.app_protocol == "http" ? [] : [s.app_protocol], s.stickiness == null ? [] : ["sticky"]))), 0, 7), 16)';
const SHORTEST_HCL = `min(concat([${LENGTHS}], [for pattern in s.path_patterns : length(pattern)])...)`;

/** HCL for the priority of the service `s` called `name`. */
export const PRIORITY_HCL =
  `coalesce(s.listener_rule_priority, length(s.path_patterns) == 0 ? ${SHA_HCL} % ${HALF} + ${HALF + 1} : ` +
  `(${LENGTHS} - ${SHORTEST_HCL}) * ${BAND} + ${SHA_HCL} % ${BAND} + 1)`;

/** HCL for the listener port of the service `s`, in a group without a domain. */
export const LISTENER_PORT_HCL = "coalesce(s.listener_port, s.port)";

/** HCL for the port of the service `s` on which a deployment is tested; null without. */
export const TEST_LISTENER_PORT_HCL = "try(s.deployment_configuration.test_listener_port, null)";

/** What the plain load balancer's rule for a service takes, and where; without a domain, under any name. */
export interface Entry {
  readonly name: string;
  readonly port: number;
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  readonly priority: number;
  readonly test: number | undefined;
}

export const entries = (input: Input): Entry[] =>
  served(input).map(({ name, service }) => ({
    name,
    port: input.domain ? 443 : (service.listener_port ?? service.port),
    hosts: input.domain ? hostNames(name, service.host_names, input.domain.name) : [""],
    paths: service.path_patterns.length ? service.path_patterns : ["/*"],
    priority: service.listener_rule_priority ?? derivedPriority(name, service),
    test: service.deployment_configuration.test_listener_port,
  }));

/** HCL for the same, a map by name, of the services that hold `condition`; `domain_name` is "" without a domain. */
export const entriesHcl = (services: string, condition: string): string =>
  `{ for name, s in ${services} : name => { ` +
  [
    `port = domain_name != "" ? 443 : ${LISTENER_PORT_HCL}`,
    `hosts = domain_name != "" ? ${hostNamesHcl("domain_name")} : [""]`,
    'paths = length(s.path_patterns) > 0 ? s.path_patterns : ["/*"]',
    `priority = ${PRIORITY_HCL}`,
    `test = ${TEST_LISTENER_PORT_HCL}`,
  ].join(", ") +
  ` } if ${condition} }`;

/** The ports that the plain load balancer listens on, in a group that has services on it. */
export const listenerPorts = (input: Input): number[] => {
  const all = entries(input);
  const production = all.length && input.domain ? [80, 443] : all.map(({ port }) => port);
  return [...new Set([...production, ...all.flatMap(({ test }) => test ?? [])])];
};

/** HCL for the same. */
export const LISTENER_PORTS_HCL =
  `distinct(concat(flatten([for name, s in var.services : var.domain != null ? [80, 443] : [${LISTENER_PORT_HCL}] if ${SERVED}]), ` +
  `[for name, s in var.services : ${TEST_LISTENER_PORT_HCL} if ${SERVED} && ${TEST_LISTENER_PORT_HCL} != null]))`;
