import { KNOWN, type Known, REFUSED } from "./finding";
import type { Graph, Transition } from "./graph";
import type { Gap } from "./states";
import type { Step } from "./steps";

/** A gap, and the first history that came by it. */
export interface Seen {
  readonly history: readonly Step[];
  readonly gap: Gap;
}

/** What a walk saw. */
export interface Walked {
  readonly graph: Graph;
  readonly walked: readonly (readonly Step[])[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Each gap once, the longest first. */
export function gapsIn({ graph, walked }: Walked): Seen[] {
  const seen = new Map<Gap, Seen>();
  for (const history of walked)
    for (const { gaps } of graph.known(history)!)
      for (const gap of gaps) if (!seen.has(gap)) seen.set(gap, { history, gap });
  return [...seen.values()].sort((a, b) => b.gap.states - a.gap.states);
}

/** Whether an apply on top of a failed one was refused, and did nothing. */
const isRefused = ({ error, journal, from }: Transition): boolean =>
  Boolean(error?.includes(REFUSED)) && journal.length === 0 && from.broken;

/** Transitions that were refused as known; to apply what was begun is another transition from the same place. */
export const refusedIn = ({ graph }: Walked): Transition[] => [...graph.transitions.values()].filter(isRefused);

/** Transitions that ended as nobody asked them to. */
export const errorsIn = ({ graph }: Walked): string[] =>
  [...graph.transitions.values()].flatMap((transition) =>
    transition.error && !isRefused(transition) ? [transition.error] : [],
  );

/** Configurations that different histories left in different accounts. */
export function differencesIn({ graph }: Walked): string[] {
  const accounts = new Map<string, Set<string>>();
  for (const { to } of graph.transitions.values()) {
    if (to.broken) continue;
    const configuration = JSON.stringify(to.configuration);
    accounts.set(configuration, (accounts.get(configuration) ?? new Set()).add(to.key));
  }
  return [...accounts].flatMap(([configuration, keys]) => (keys.size > 1 ? [configuration] : []));
}

const inWords = ({ history, gap }: Seen): string =>
  `${gap.states} states in "${history.join(", ")}" from "${gap.from}" on: ${gap.check} ${gap.subject}: ${gap.why}`;

/** What is printed. */
export function report(engine: string, result: Walked): string {
  const transitions: Transition[] = [...result.graph.transitions.values()];
  const gaps = gapsIn(result);
  const open = gaps.filter(({ gap }) => !gap.known);
  const known = (Object.keys(KNOWN) as Known[]).map((reason) => {
    const some = gaps.filter(({ gap }) => gap.known === reason);
    return `known gaps, ${reason} (${KNOWN[reason]}): ${some.length}${some[0] ? `; worst ${inWords(some[0])}` : ""}`;
  });
  const lines = [
    `${result.walked.length} histories of up to ${Math.max(...result.walked.map((history) => history.length))} steps, which are ${transitions.length} different applies, ${transitions.filter(({ failed }) => failed).length} of them made to fail in the middle; ${sum(transitions.map(({ journal }) => journal.length))} operations, ${sum(transitions.map(({ states }) => states))} states looked at`,
    `${refusedIn(result).length} applies on top of a failed one were refused as a whole (${REFUSED}), and did nothing`,
    `gaps: ${open.length}; worst ${open[0] ? inWords(open[0]) : "0 states"}`,
    ...known,
    `a load balancer closed by layer 4 alone, being made or taken down, where no name leads: ${sum(transitions.map(({ alone }) => alone))} states`,
  ];
  return lines.map((line) => `${engine}: ${line}\n`).join("");
}
