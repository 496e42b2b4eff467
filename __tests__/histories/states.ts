import type { JournalEntry } from "../../simulator/world/journal";
import type { WorldData } from "../../simulator/world/world";
import { Account } from "./account";
import { doors } from "./doors";
import type { Finding } from "./finding";
import { privateNames } from "./private-names";
import { resolve } from "./public-names";

/** One apply: the world before it, its changes in their order, and what must hold. */
export interface Applied {
  readonly before: WorldData;
  /** Host names on rules before it. */
  readonly hosts?: readonly string[];
  readonly journal: readonly JournalEntry[];
  /** The names that must answer all the time, and those when all is done. */
  readonly names: readonly string[];
  readonly namesAfter: readonly string[];
  /** Objects, as type and id, that must stay. */
  readonly shared: ReadonlySet<string>;
  /** Whether it ended well: between applies everything must be in its place. */
  readonly complete: boolean;
}

/** What was found after a change; `at` tells which. */
export interface StateSeen {
  readonly at: string;
  readonly findings: readonly Finding[];
  /** Load balancers that layer 4 alone keeps closed, being made or taken down. */
  readonly alone: number;
}

/** A state, and the objects, as type and id, that requests pass. */
interface Looked extends StateSeen {
  readonly serving: ReadonlySet<string>;
}

/** Every state of an apply: before it, after each change, and when the workflows have done their part. */
export function statesOf(applied: Applied): { states: StateSeen[]; hosts: string[] } {
  const { before, hosts, journal, names, namesAfter, shared, complete } = applied;
  const account = new Account(before, hosts);
  const states = [look(account, "before", names, true)];
  for (const entry of journal) {
    const { serving } = states.at(-1)!;
    account.apply(entry);
    const seen = look(account, `${entry.operation} ${entry.type} ${entry.name ?? entry.id}`, names, true);
    states.push({ ...seen, findings: [...seen.findings, ...destroyed(entry, serving, shared)] });
  }
  account.settle();
  const end = look(account, "a quarter of an hour later", complete ? namesAfter : names, !complete);
  return { states: [...states, end], hosts: account.hostsOnRules };
}

function look(account: Account, at: string, names: readonly string[], applying: boolean): Looked {
  const resolved = names.map((name) => ({ name, ...resolve(account, name) }));
  const { findings, alone } = doors(account, [...new Set(resolved.flatMap((one) => one.loadBalancers))], applying);
  const callers = [...new Set(resolved.flatMap((one) => one.services))];
  return {
    at,
    alone,
    serving: new Set(resolved.flatMap(({ way }) => way.map(typeAndId))),
    findings: [
      ...resolved.flatMap(({ name, problems }) =>
        problems.map(({ why, known }): Finding => ({
          check: "public name",
          subject: name,
          why,
          ...(known && { known }),
        })),
      ),
      ...privateNames(account, callers, applying),
      ...findings,
    ],
  };
}

const typeAndId = ({ type, id }: { type: string; id: string }): string => `${type} ${id}`;

/** What was destroyed and is to stay, or was what requests passed: the records change first, another origin or not. */
const destroyed = ({ removed }: JournalEntry, serving: ReadonlySet<string>, shared: ReadonlySet<string>): Finding[] =>
  removed
    .map(typeAndId)
    .flatMap((subject): Finding[] => [
      ...(serving.has(subject) ? [{ check: "serving" as const, subject, why: "it was destroyed" }] : []),
      ...(shared.has(subject) ? [{ check: "shared" as const, subject, why: "it was destroyed" }] : []),
    ]);

/** States one after the other in which the same thing is wrong. */
export interface Gap extends Finding {
  readonly states: number;
  /** The change that it began with. */
  readonly from: string;
}

export function gapsOf(states: readonly StateSeen[]): Gap[] {
  const open = new Map<string, Gap>();
  const closed: Gap[] = [];
  for (const { at, findings } of states) {
    const now = new Map(findings.map((one) => [`${one.check} ${one.subject} ${one.known}`, one]));
    for (const [key, gap] of open) if (!now.has(key)) (closed.push(gap), open.delete(key));
    for (const [key, one] of now) {
      const gap = open.get(key);
      open.set(key, gap ? { ...gap, states: gap.states + 1 } : { ...one, states: 1, from: at });
    }
  }
  return [...closed, ...open.values()];
}
