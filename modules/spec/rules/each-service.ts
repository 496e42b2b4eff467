import { quoteTemplate } from "../../kit/validation";
import type { Mode } from "../../kit/capability";
import { describe, type Problem } from "../../kit/problem";
import type { Input, InputRule } from "../input";
import type { Service } from "../service";

/** A service with its name and a track that it runs on. */
export interface Placed {
  readonly name: string;
  readonly mode: Mode;
  readonly service: Service;
}

/** The tracks that a service runs on: its own, and the one that stands by. */
export const tracksOf = (input: Input, { mode, standby_mode: standby }: Service): Mode[] => {
  const active = mode ?? input.mode;
  return [...new Set([active, standby ?? input.standby_mode ?? active])];
};

/** A service, once for each track that it runs on. */
const placedOne = (input: Input, name: string, service: Service): Placed[] =>
  tracksOf(input, service).map((mode) => ({ name, service, mode }));

/** Every service, once for each track that it runs on. */
export const placed = (input: Input): Placed[] =>
  Object.entries(input.services).flatMap(([name, service]) => placedOne(input, name, service));

/** HCL for whether the service `s` runs on a track. */
export const runsOn = (mode: Mode, s = "s"): string => `contains(${tracksHcl(s)}, "${mode}")`;

/** HCL for the tracks of the service `s`; the one track of a service without a standby is there twice. */
export const tracksHcl = (s = "s"): string =>
  `[coalesce(${s}.mode, var.mode), coalesce(${s}.standby_mode, var.standby_mode, ${s}.mode, var.mode)]`;

/** What both tracks find is told once. */
const distinct = (found: readonly (readonly string[])[]): (readonly string[])[] => [
  ...new Map(found.map((values) => [JSON.stringify(values), values])).values(),
];

/** HCL for a sentence whose `${…}` are interpolations. */
export const sentence = (problem: Problem): string => quoteTemplate(describe(problem));

/**
 * A rule about one service at a time.
 *
 * @param say the problem, from the service's name and any values it quotes; HCL interpolations at plan
 * @param bad the literal check; the values to quote for each problem found
 * @param plan HCL over `name` and `s`: either a condition, or `for … if …` over more than one value
 */
export const eachService = (rule: {
  say: (name: string, ...values: string[]) => Problem;
  bad: (placed: Placed, input: Input) => readonly (readonly string[])[];
  plan: { quote: readonly string[]; when: string; over?: string };
}): InputRule => {
  const problem = sentence(rule.say("${name}", ...rule.plan.quote));
  const inner = rule.plan.over
    ? `[for ${rule.plan.over} : ${problem} if ${rule.plan.when}]`
    : `${rule.plan.when} ? [${problem}] : []`;
  return {
    problems: (input) =>
      Object.entries(input.services).flatMap(([name, service]) => {
        const found = placedOne(input, name, service).flatMap((p) => rule.bad(p, input));
        return distinct(found).map((values) => rule.say(name, ...values));
      }),
    sentences: `flatten([for name, s in var.services : ${inner}])`,
  };
};
