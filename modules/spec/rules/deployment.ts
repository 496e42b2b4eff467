import type { InputRule } from "../input";
import type { Service } from "../service";
import { eachService, runsOn, placed } from "./each-service";

const STRATEGY = "s.deployment_configuration.strategy";
const pathTo = (name: string, option: string): string => `services.${name}.deployment_configuration.${option}`;

/** An option that only some strategies look at: with another one it would be dropped without a word. */
const belongsTo = (
  option: string,
  strategies: readonly Service["deployment_configuration"]["strategy"][],
  isSet: (given: Service["deployment_configuration"]) => boolean,
  isSetHcl: string,
): InputRule =>
  eachService({
    say: (name, strategy: string) => ({
      path: pathTo(name, option),
      why: `the strategy is ${strategy}, and only ${strategies.join(", ")} ${strategies.length > 1 ? "look" : "looks"} at it`,
      fix: "Leave it out, or change the strategy",
    }),
    bad: ({ mode, service: { deployment_configuration: given } }) =>
      mode === "ecs" && isSet(given) && !strategies.includes(given.strategy) ? [[given.strategy]] : [],
    plan: {
      quote: [`\${${STRATEGY}}`],
      when: `${runsOn("ecs")} && ${isSetHcl} && !contains(${JSON.stringify(strategies)}, ${STRATEGY})`,
    },
  });

const SHIFTING = ["BLUE_GREEN", "CANARY", "LINEAR"] as const;
const absent = (option: string): string => `s.deployment_configuration.${option} != null`;

/** HCL for the names that a service on the plain track connects to. */
const PLAIN_TARGETS = `flatten([for c in var.services : c.connects_to if ${runsOn("ecs", "c")}])`;

/** A share of the requests can be moved only where something stands before the tasks: the load balancer or Service Connect. */
const nothingToShift = eachService({
  say: (name, strategy: string) => ({
    path: pathTo(name, "strategy"),
    got: `"${strategy}"`,
    why: "the service is not public and no service on the plain track connects to it, so nobody's requests can be shared out",
    fix: "Use ROLLING, or BLUE_GREEN to start all new tasks before the old ones stop",
  }),
  bad: ({ name, mode, service }, input) => {
    const { strategy } = service.deployment_configuration;
    const called = placed(input).some((other) => other.mode === "ecs" && other.service.connects_to.includes(name));
    return mode === "ecs" && !service.public && !called && ["CANARY", "LINEAR"].includes(strategy) ? [[strategy]] : [];
  },
  plan: {
    quote: [`\${${STRATEGY}}`],
    when: `${runsOn("ecs")} && !s.public && contains(["CANARY", "LINEAR"], ${STRATEGY}) && !contains(${PLAIN_TARGETS}, name)`,
  },
});

const noListener = eachService({
  say: (name) => ({
    path: pathTo(name, "test_listener_port"),
    why: "the service is not public, so it has no listener",
    fix: "Leave it out",
  }),
  bad: ({ mode, service }) =>
    mode === "ecs" && !service.public && service.deployment_configuration.test_listener_port != null ? [[]] : [],
  plan: { quote: [], when: `${runsOn("ecs")} && !s.public && ${absent("test_listener_port")}` },
});

/** What a deployment strategy needs, and what it has no use for. */
export const deployment: InputRule[] = [
  belongsTo(
    "bake_time_in_minutes",
    SHIFTING,
    (given) => given.bake_time_in_minutes != null,
    absent("bake_time_in_minutes"),
  ),
  belongsTo(
    "canary_configuration",
    ["CANARY"],
    (given) => given.canary_configuration != null,
    absent("canary_configuration"),
  ),
  belongsTo(
    "linear_configuration",
    ["LINEAR"],
    (given) => given.linear_configuration != null,
    absent("linear_configuration"),
  ),
  belongsTo(
    "lifecycle_hooks",
    SHIFTING,
    (given) => Object.keys(given.lifecycle_hooks).length > 0,
    "length(s.deployment_configuration.lifecycle_hooks) > 0",
  ),
  nothingToShift,
  noListener,
];

/** For the module without Express Mode, which must run on provider versions that know one strategy. */
export const rollingOnly: InputRule[] = [
  eachService({
    say: (name, strategy: string) => ({
      path: pathTo(name, "strategy"),
      got: `"${strategy}"`,
      why: "the plain track by itself runs on AWS provider versions that know ROLLING alone",
      fix: "Use the module `switchyard`, which has both tracks, with provider 6.50 or newer",
    }),
    bad: ({ service: { deployment_configuration: given } }) => (given.strategy === "ROLLING" ? [] : [[given.strategy]]),
    plan: { quote: [`\${${STRATEGY}}`], when: `${STRATEGY} != "ROLLING"` },
  }),
];
