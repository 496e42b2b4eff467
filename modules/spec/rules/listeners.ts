import { createHash } from "node:crypto";
import type { Problem } from "../../kit/problem";
import type { Input, InputRule } from "../input";
import { MODE, placed, sentence } from "./each-service";

/** HCL for the services `s`, by `name`, that the plain track's load balancer serves. */
export const SERVED = `${MODE} == "ecs" && s.public`;

/** The services that the plain load balancer serves. */
export const served = (input: Input) => placed(input).filter(({ mode, service }) => mode === "ecs" && service.public);

/** The highest priority of a listener rule that is derived from a name. */
const PRIORITIES = 50000;

/** A priority that depends on the service's name alone, so that no neighbour moves it. */
const derivedPriority = (name: string): number =>
  (parseInt(createHash("sha1").update(name).digest("hex").slice(0, 7), 16) % PRIORITIES) + 1;

/** HCL for the priority of the service `s` called `name`. */
export const PRIORITY_HCL = `coalesce(s.listener_rule_priority, parseint(substr(sha1(name), 0, 7), 16) % ${PRIORITIES} + 1)`;

/** A service's port of a load balancer without a domain. */
export const listenerPort = (service: Input["services"][string]): number => service.listener_port ?? service.port;

/** HCL for the listener port of the service `s`. */
export const LISTENER_PORT_HCL = "coalesce(s.listener_port, s.port)";

/** HCL for the port of the service `s` on which a deployment is tested; null without. */
export const TEST_LISTENER_PORT_HCL = "try(s.deployment_configuration.test_listener_port, null)";

const samePort = (name: string, port: string, others: string): Problem => ({
  path: `services.${name}.listener_port`,
  got: port,
  why: `without a domain every public service has a port of the load balancer to itself, and ${others} has this one too`,
  fix: "Give one of them another listener_port, or the group a domain",
});

const samePriority = (name: string, priority: string, others: string): Problem => ({
  path: `services.${name}.listener_rule_priority`,
  got: priority,
  why: `the rule of ${others} has the same priority`,
  fix: "Set listener_rule_priority of one of them to a free number from 1 to 50000",
});

/** A rule that no two served services share a number. */
const unique = (rule: {
  say: (name: string, value: string, others: string) => Problem;
  applies: (input: Input) => boolean;
  number: (name: string, service: Input["services"][string]) => number;
  appliesHcl: string;
  numberHcl: string;
}): InputRule => ({
  problems: (input) => {
    if (!rule.applies(input)) return [];
    const numbers = served(input).map(({ name, service }) => ({ name, value: rule.number(name, service) }));
    return numbers.flatMap(({ name, value }) => {
      const others = numbers.filter((other) => other.name !== name && other.value === value).map((other) => other.name);
      return others.length ? [rule.say(name, String(value), others.sort().join(", "))] : [];
    });
  },
  sentences:
    `(${rule.appliesHcl} ? flatten([for value, names in { for name, s in var.services : tostring(${rule.numberHcl}) => name... if ${SERVED} } : ` +
    `[for name in names : ${sentence(rule.say("${name}", "${value}", '${join(", ", [for other in names : other if other != name])}'))} if length(names) > 1]]) : [])`,
});

/** No two services of the plain track get in each other's way on the load balancer. */
export const listeners: InputRule[] = [
  unique({
    say: samePort,
    applies: ({ domain }) => !domain,
    number: (_, service) => listenerPort(service),
    appliesHcl: "var.domain == null",
    numberHcl: LISTENER_PORT_HCL,
  }),
  unique({
    say: samePriority,
    applies: ({ domain }) => Boolean(domain),
    number: (name, service) => service.listener_rule_priority ?? derivedPriority(name),
    appliesHcl: "var.domain != null",
    numberHcl: PRIORITY_HCL,
  }),
];
