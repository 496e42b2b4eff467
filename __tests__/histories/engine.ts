import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JournalEntry } from "../../simulator/world/journal";
import type { WorldData } from "../../simulator/world/world";
import { Root } from "../support/root";
import { type Configuration, inputFile, MAIN } from "./configuration";

/** Everything that an apply starts from: the simulated account, and the engine's state. */
export interface Saved {
  readonly world: string;
  readonly state: string;
}

/** What became of an apply. */
export interface Outcome extends Saved {
  readonly ok: boolean;
  readonly output: string;
  readonly journal: readonly JournalEntry[];
}

export const NOTHING: Saved = { world: JSON.stringify({ objects: [], generations: {}, counters: {} }), state: "" };

/** One initialised root, in which applies begin wherever another one ended. */
export class Engine {
  private readonly root: Root;
  private readonly journal: string;
  private readonly state: string;

  constructor(engine: string) {
    this.root = new Root({ engine, main: MAIN });
    this.journal = join(this.root.folder, "journal.jsonl");
    this.state = join(this.root.folder, "terraform.tfstate");
  }

  /** Applies a configuration to what was saved; `fail` and `slow` are the simulator's variables. */
  apply(from: Saved, to: Configuration, { fail = "", slow = "" }: { fail?: string; slow?: string } = {}): Outcome {
    writeFileSync(this.root.stateFile, from.world);
    for (const file of [this.state, this.journal]) rmSync(file, { force: true });
    if (from.state) writeFileSync(this.state, from.state);
    this.root.write("input.json", inputFile(to));
    const env = {
      SWITCHYARD_SIMULATOR_JOURNAL: this.journal,
      SWITCHYARD_SIMULATOR_FAIL: fail,
      SWITCHYARD_SIMULATOR_SLOW: slow,
    };
    // Nothing changes the account but these applies, so there is nothing to read anew.
    const run = this.root.runWith(env, "apply", "-input=false", "-auto-approve", "-refresh=false");
    return { ...run, world: this.world(), state: this.read(this.state), journal: this.changes() };
  }

  remove(): void {
    this.root.remove();
  }

  private read(file: string): string {
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  private changes(): JournalEntry[] {
    const lines = this.read(this.journal).split("\n").filter(Boolean);
    return lines.map((line) => JSON.parse(line) as JournalEntry);
  }

  /** Without the count of calls that were made to fail. */
  private world(): string {
    const world = JSON.parse(this.read(this.root.stateFile)) as WorldData;
    const counters = Object.entries(world.counters).filter(([name]) => !name.startsWith("fail "));
    return JSON.stringify({ ...world, counters: Object.fromEntries(counters) });
  }
}
