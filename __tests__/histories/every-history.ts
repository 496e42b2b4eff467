import { describeWith, type Tool } from "../support/tools";
import { Engine } from "./engine";
import { Graph } from "./graph";
import { differencesIn, errorsIn, gapsIn, hastyIn, report, type Walked } from "./report";
import { chanceOf, isBusy, shuffled } from "./sample";
import { allHistories, type Step } from "./steps";

/** How many histories of four steps the ordinary run draws; `HISTORIES` says another number, or `all`. */
const SAMPLE = 7;
const LENGTH = 4;

const { HISTORIES = String(SAMPLE), SEED = "3" } = process.env;
const seed = Number(SEED);

/** All of one step, and as many as asked for of those in which every step does something. */
function chosen(all: readonly Step[][]): Step[][] {
  if (HISTORIES === "all") return [...all];
  const longest = all.filter((history) => history.length === LENGTH && isBusy(history));
  return [...all.filter((history) => history.length === 1), ...shuffled(longest, seed).slice(0, Number(HISTORIES))];
}

/** Walks histories under one engine, and says what was seen. */
export function everyHistory(name: string, tool: Tool): void {
  describeWith(`histories of flips and other changes, on the simulator under ${name}`, [tool], (path) => {
    let engine: Engine;
    let seen: Walked;

    beforeAll(() => {
      engine = new Engine(path);
      const all = allHistories(LENGTH);
      const walked = chosen(all);
      const graph = new Graph(engine, chanceOf(seed));
      seen = { graph, walked, all };
      for (const history of walked) graph.walk(history);
      process.stdout.write(report(name, seen));
    }, 24 * 3_600_000);
    afterAll(() => engine?.remove());

    it("end as they should: no apply fails but those that are made to", () => {
      expect(errorsIn(seen)).toEqual([]);
    });

    it("leave every name with an origin and a task, every load balancer closed, and what is shared, after every operation", () => {
      expect(gapsIn(seen).filter(({ gap }) => !gap.known)).toEqual([]);
    });

    it("destroy nothing that serves requests before the records change", () => {
      expect(hastyIn(seen)).toEqual([]);
    });

    it("leave an account that depends on the configuration alone, failures in the middle or not", () => {
      expect(differencesIn(seen)).toEqual([]);
    });
  });
}
