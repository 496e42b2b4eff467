import { quoteTemplate } from "../../kit/validation";
import type { Mode } from "../../kit/capability";
import { describe, type Problem } from "../../kit/problem";
import type { Input, InputRule } from "../input";
import type { Service } from "../service";

/** A service with its name and the track it runs on. */
export interface Placed {
  readonly name: string;
  readonly mode: Mode;
  readonly service: Service;
}

export const placed = (input: Input): Placed[] =>
  Object.entries(input.services).map(([name, service]) => ({ name, service, mode: service.mode ?? input.mode }));

/** HCL for the track of the service `s`. */
export const MODE = "coalesce(s.mode, var.mode)";

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
    problems: (input) => placed(input).flatMap((p) => rule.bad(p, input).map((values) => rule.say(p.name, ...values))),
    sentences: `flatten([for name, s in var.services : ${inner}])`,
  };
};
