import type { InputRule } from "../input";
import { eachService } from "./each-service";

/** The variable through which a caller learns a target's address: `API_URL` for `api`. */
const urlVariable = (target: string): string => `${target.toUpperCase().replaceAll("-", "_")}_URL`;

/** HCL for the same; `target` is an expression. */
export const urlVariableHcl = (target: string): string => `"\${upper(replace(${target}, "-", "_"))}_URL"`;

const toItself = eachService({
  say: (name) => ({
    path: `services.${name}.connects_to`,
    got: `"${name}"`,
    why: "a service does not connect to itself",
    fix: "Take it off the list; inside the task, use localhost",
  }),
  bad: ({ name, service }) => (service.connects_to.includes(name) ? [[]] : []),
  plan: { quote: [], when: "contains(s.connects_to, name)" },
});

const toNobody = eachService({
  say: (name, target: string, known: string) => ({
    path: `services.${name}.connects_to`,
    got: `"${target}"`,
    why: "there is no service of this name",
    fix: `Name one of ${known}`,
  }),
  bad: ({ service }, input) => {
    const known = Object.keys(input.services).sort();
    return service.connects_to
      .filter((target) => !known.includes(target))
      .map((target) => [target, known.join(", ")] as const);
  },
  plan: {
    quote: ["${target}", '${join(", ", sort(keys(var.services)))}'],
    over: "target in s.connects_to",
    when: "!contains(keys(var.services), target)",
  },
});

const twice = eachService({
  say: (name, target: string) => ({
    path: `services.${name}.connects_to`,
    got: `"${target}"`,
    why: "it is listed twice",
    fix: "List it once",
  }),
  bad: ({ service: { connects_to: list } }) =>
    [...new Set(list.filter((target, i) => list.indexOf(target) !== i))].map((target) => [target] as const),
  plan: {
    quote: ["${target}"],
    over: "target in distinct(s.connects_to)",
    when: "length([for other in s.connects_to : other if other == target]) > 1",
  },
});

const overwritten = eachService({
  say: (name, variable: string, target: string) => ({
    path: `services.${name}.connects_to`,
    got: `"${target}"`,
    why: `it sets ${variable}, which environment or secrets set as well`,
    fix: "Rename that variable or take the target off the list",
  }),
  bad: ({ service }) =>
    service.connects_to
      .filter((target) => urlVariable(target) in service.environment || urlVariable(target) in service.secrets)
      .map((target) => [urlVariable(target), target] as const),
  plan: {
    quote: ["${variable}", "${target}"],
    over: `target, variable in { for target in distinct(s.connects_to) : target => ${urlVariableHcl("target")} }`,
    when: "contains(concat(keys(s.environment), keys(s.secrets)), variable)",
  },
});

const twoSources = eachService({
  say: (name, variable: string) => ({
    path: `services.${name}.secrets.${variable}`,
    why: "environment sets the same variable",
    fix: "Keep one of the two",
  }),
  bad: ({ service }) =>
    Object.keys(service.secrets)
      .filter((variable) => variable in service.environment)
      .map((variable) => [variable] as const),
  plan: {
    quote: ["${variable}"],
    over: "variable in keys(s.secrets)",
    when: "contains(keys(s.environment), variable)",
  },
});

/** Whom a service may connect to, and that no variable is set from two places. */
export const connections: InputRule[] = [toItself, toNobody, twice, overwritten, twoSources];
