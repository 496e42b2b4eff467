import { describeWith, type Tool } from "../support/tools";
import { Engine } from "./engine";
import { Graph } from "./graph";
import { differencesIn, errorsIn, gapsIn, report, type Walked } from "./report";
import { chanceOf, isBusy, shuffled } from "./sample";
import { allHistories, type Step } from "./steps";

/** Steps of the longest histories of which every one is walked. */
const { HISTORY_LENGTH = "4" } = process.env;

/** The long form: how many histories of one step more are walked as well, and the seed by which they are drawn. */
const { HISTORIES = "0", SEED = "3" } = process.env;

const length = Number(HISTORY_LENGTH);
const seed = Number(SEED);

const longer = (): Step[][] =>
  shuffled(
    allHistories(length + 1).filter((history) => history.length > length && isBusy(history)),
    seed,
  ).slice(0, Number(HISTORIES));

/** Walks histories under one engine, and says what was seen. */
export function everyHistory(name: string, tool: Tool): void {
  describeWith(`histories of flips and other changes, on the simulator under ${name}`, [tool], (path) => {
    let engine: Engine;
    let seen: Walked;

    beforeAll(() => {
      engine = new Engine(path);
      const walked = [...allHistories(length), ...longer()];
      const graph = new Graph(engine, chanceOf(seed));
      seen = { graph, walked };
      for (const history of walked) graph.walk(history);
      process.stdout.write(report(name, seen));
    }, 24 * 3_600_000);
    afterAll(() => engine?.remove());

    it("end as they should: no apply fails but those that are made to", () => {
      expect(errorsIn(seen)).toEqual([]);
    });

    it("leave every name with an origin and a task, every load balancer closed, and what is shared or in use, after every operation", () => {
      expect(gapsIn(seen).filter(({ gap }) => !gap.known)).toEqual([]);
    });

    it("go on from a new image as they would from the old one", () => {
      const [updated] = seen.graph.walk(["image"]);
      const again = engine.apply(updated!.to, updated!.to.configuration);
      expect(again).toMatchObject({ ok: true, journal: [] });
    });

    it("leave an account that depends on the configuration alone, failures in the middle or not", () => {
      expect(differencesIn(seen)).toEqual([]);
    });
  });
}
