import { type Configuration, isRefused, other, otherImage } from "./configuration";

/** One change of the configuration, as somebody would write it: each sets words, whatever they were before. */
type Write = (before: Configuration) => Configuration;

const flip: Write = (before) => ({ ...before, mode: other(before.mode) });

/** A flip that leaves both tracks standing. */
const swap: Write = (before) =>
  before.standby === other(before.mode) ? { ...before, mode: before.standby, standby: before.mode } : before;

const override: Write = (before) => ({ ...before, override: before.override ? null : other(before.mode) });

const standby: Write = (before) => {
  const track = other(before.mode);
  return { ...before, standby: before.standby === track ? null : track };
};

/** Everything to the active track, then half to each, then all to the other one. */
const weights: Write = (before) => {
  const { mode, traffic } = before;
  if (!traffic) return { ...before, traffic: { express: 50, ecs: 50 } };
  const halves = traffic.express === traffic.ecs;
  return { ...before, traffic: halves ? { [other(mode)]: 100 } : null };
};

const image: Write = (before) => ({ ...before, image: otherImage(before.image) });
const add: Write = (before) => ({ ...before, third: true });
const remove: Write = (before) => ({ ...before, third: false });

const WRITES = { flip, swap, override, standby, weights, image, add, remove };

/** A step that changes the configuration. */
export type Change = keyof typeof WRITES;

/** A step of a history. After `fail` the next apply fails in the middle. */
export type Step = Change | "fail";

export const CHANGES = Object.keys(WRITES) as Change[];
export const STEPS: readonly Step[] = [...CHANGES, "fail"];

/** What a change makes of a configuration; the same one when there is nothing to change or the module refuses it. */
export function changed(before: Configuration, step: Change): Configuration {
  const after = WRITES[step](before);
  return isSame(before, after) || isRefused(after) ? before : after;
}

export const isSame = (one: Configuration, two: Configuration): boolean => JSON.stringify(one) === JSON.stringify(two);

/** Every history of one to `length` steps. */
export function allHistories(length: number): Step[][] {
  if (length === 0) return [];
  const shorter = allHistories(length - 1);
  const longest = [[], ...shorter].filter((history) => history.length === length - 1);
  return [...shorter, ...longest.flatMap((history) => STEPS.map((step) => [...history, step]))];
}
