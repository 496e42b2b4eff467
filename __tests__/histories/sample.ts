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
