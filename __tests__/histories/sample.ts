import type { Chance } from "./graph";
import { changed, isSame, type Step } from "./steps";
import { FIRST } from "./configuration";

/** Numbers from 0 to 1 that follow from a seed and a text. */
export function draw(seed: number, text: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** In an order that follows from the seed. */
export const shuffled = (histories: readonly Step[][], seed: number): Step[][] =>
  histories
    .map((history) => ({ history, at: draw(seed, history.join()) }))
    .sort((a, b) => a.at - b.at)
    .map(({ history }) => history);

/** Whether each step does something: none is refused, and none changes what is so already. */
export function isBusy(history: readonly Step[]): boolean {
  let configuration = FIRST;
  return history.every((step, index) => {
    if (step === "fail") return index + 1 < history.length && history[index + 1] !== "fail";
    const after = changed(configuration, step);
    const busy = !isSame(after, configuration);
    configuration = after;
    return busy;
  });
}

/** Types whose calls meet others that they do not depend on, and how long each of these calls takes. */
const SLOW = [
  "aws_ecs_service",
  "aws_ecs_express_gateway_service",
  "aws_lb",
  "aws_lb_listener_certificate",
  "aws_route53_record",
  "aws_sfn_state_machine",
  "aws_wafv2_web_acl_association",
];
const MILLISECONDS = 300;

const one = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length)]!;

export const chanceOf = (seed: number): Chance => ({
  call: (calls, transition) => one(calls, draw(seed, transition)),
  slow: (transition) => `${one(SLOW, draw(seed, `slow ${transition}`))}=${MILLISECONDS}`,
});
