import type { JournalEntry } from "../../simulator/world/journal";
import { type Configuration, FIRST, namesOf } from "./configuration";
import { type Engine, NOTHING, type Outcome, type Saved } from "./engine";
import { fingerprint, sharedOf, withImagesSwapped } from "./saved";
import { gapsOf, type Gap, statesOf } from "./states";
import { type Change, changed, isSame, type Step } from "./steps";

/** Where a history can stand. Two histories stand at the same place when account and configuration are the same. */
export interface Place extends Saved {
  readonly key: string;
  readonly configuration: Configuration;
  /** The names that must go on answering; after a failed apply, those from before it that are to stay. */
  readonly names: readonly string[];
  /** Whether the last apply failed. */
  readonly broken: boolean;
  /** Host names on listener rules. */
  readonly hosts: readonly string[];
}

/** One apply, which any number of histories have in common. */
export interface Transition {
  readonly from: Place;
  readonly to: Place;
  /** The step; none when the same configuration is applied once more after a failure. */
  readonly step: Change | undefined;
  readonly failed: string | undefined;
  readonly journal: readonly JournalEntry[];
  readonly states: number;
  /** States in which a load balancer was closed by layer 4 alone. */
  readonly alone: number;
  readonly gaps: readonly Gap[];
  /** What the engine said, when it failed and was not asked to. */
  readonly error: string | undefined;
}

/** What is left to chance in an apply; the same for the same `transition` and seed. */
export interface Chance {
  /** The call that fails, of those that the same apply makes when all goes well. */
  call(calls: readonly string[], transition: string): string;
  /** The type of resource that takes longer, since calls that overlap may end in any order. */
  slow(transition: string): string;
}

/** The places that histories come by, and the applies between them; each is run once. */
export class Graph {
  readonly transitions = new Map<string, Transition>();
  private readonly places = new Map<string, Place>();
  private first: Place | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly chance: Chance,
  ) {}

  /** Follows a history, running what is not known yet. */
  walk(history: readonly Step[]): Transition[] {
    return this.follow(history, true)!;
  }

  /** The transitions of a history that are known already; undefined when one is not. */
  known(history: readonly Step[]): Transition[] | undefined {
    return this.first && this.follow(history, false);
  }

  get start(): Place {
    return (this.first ??= this.place(NOTHING_THERE, this.engine.apply(NOTHING, FIRST), FIRST));
  }

  private follow(history: readonly Step[], run: boolean): Transition[] | undefined {
    const path: Transition[] = [];
    let [place, failing] = [this.start, false];
    for (const step of [...history, undefined]) {
      if (step === "fail") failing = true;
      const to = step === "fail" || !this.applies(place, step) ? undefined : (step ?? HEAL);
      if (to) {
        const next = this.step(place, to === HEAL ? undefined : to, failing, run);
        if (!next) return undefined;
        path.push(next);
        place = next.to;
      }
      if (step !== "fail") failing = false;
    }
    return path;
  }

  /** Whether there is something to do: a change that the module takes, or what a failure left. */
  private applies(place: Place, step: Change | undefined): boolean {
    return place.broken || (step !== undefined && !isSame(changed(place.configuration, step), place.configuration));
  }

  private step(place: Place, step: Change | undefined, failing: boolean, run: boolean): Transition | undefined {
    const key = `${place.key} ${step ?? HEAL}`;
    const whole = this.transitions.get(key) ?? (run ? this.run(key, place, step) : undefined);
    if (!failing || !whole) return whole;
    const failingKey = `${key} failing`;
    const known = this.transitions.get(failingKey);
    return known ?? (run ? this.run(failingKey, place, step, this.chance.call(callsOf(whole), failingKey)) : undefined);
  }

  private run(key: string, place: Place, step: Change | undefined, failed?: string): Transition {
    const configuration = step ? changed(place.configuration, step) : place.configuration;
    const outcome = this.engine.apply(place, configuration, { fail: failed, slow: this.chance.slow(key) });
    const names = place.names.filter((name) => namesOf(configuration).includes(name));
    const { states, hosts } = statesOf({
      before: JSON.parse(place.world),
      hosts: place.hosts,
      journal: outcome.journal,
      names,
      namesAfter: namesOf(configuration),
      shared: sharedOf(place, configuration.third),
      complete: outcome.ok,
    });
    const transition: Transition = {
      from: place,
      to: this.place({ names, hosts }, outcome, configuration),
      step,
      failed,
      journal: outcome.journal,
      states: states.length,
      alone: states.filter(({ alone }) => alone > 0).length,
      gaps: gapsOf(states),
      error: outcome.ok === !failed ? undefined : outcome.output,
    };
    this.transitions.set(key, transition);
    return transition;
  }

  /** A new image takes the old one's name as soon as it is there: histories that differ by nothing else meet. */
  private place({ names, hosts }: Kept, outcome: Outcome, applied: Configuration): Place {
    const broken = !outcome.ok;
    const as = applied.image === FIRST.image ? (text: string) => text : withImagesSwapped;
    const configuration = { ...applied, image: FIRST.image };
    const [world, state] = [as(outcome.world), as(outcome.state)];
    const print = fingerprint({ world, state });
    const key = [JSON.stringify(configuration), print, broken ? `broken ${names.join()}` : ""].join(" ");
    const fresh = { key, configuration, world, state, broken, hosts, names: broken ? names : namesOf(configuration) };
    const known = this.places.get(key) ?? fresh;
    this.places.set(key, known);
    return known;
  }
}

const HEAL = "once more";
/** What the account does not tell. */
type Kept = Pick<Place, "names" | "hosts">;
const NOTHING_THERE: Kept = { names: [], hosts: [] };

/** The calls of an apply, as `SWITCHYARD_SIMULATOR_FAIL` names them. */
function callsOf({ journal }: Transition): string[] {
  const counts = new Map<string, number>();
  return journal.map(({ type, operation }) => {
    const call = `${type}:${operation}`;
    counts.set(call, (counts.get(call) ?? 0) + 1);
    return `${call}:${counts.get(call)}`;
  });
}
