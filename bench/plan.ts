import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Mode } from "../modules/kit/capability";
import { flatRoot, type Shape } from "./flat";
import { type Measured, median, progress, round, summary } from "./measure";
import type { Options } from "./options";
import { moduleRoot, type Planned, Root } from "./root";
import { someServices } from "./services";

/** What the modules may take, as a multiple of the flat root. */
const TARGET_RATIO = 1.1;

/** One group's services on Express Mode. */
const EXPRESS_MOST = 25;

const KINDS: readonly {
  readonly module: Shape["module"];
  readonly mode: Mode;
  readonly services: readonly number[];
  readonly most?: number;
}[] = [
  { module: "switchyard-ecs", mode: "ecs", services: [1, 10, 50] },
  { module: "switchyard", mode: "ecs", services: [1, 10, 50] },
  { module: "switchyard", mode: "express", services: [1, 10, EXPRESS_MOST], most: EXPRESS_MOST },
];

export interface PlanRow {
  readonly module: string;
  readonly mode: Mode;
  readonly services: number;
  readonly resources: number;
  readonly moduleSeconds: number;
  readonly flatSeconds: number;
  /** The median of the ratios of neighbouring runs. */
  readonly ratio: number;
  readonly targetRatio: number;
  readonly moduleCpuSeconds: number;
  readonly flatCpuSeconds: number;
  /** The same of processor time, terraform's and the provider's: it hardly depends on what else runs. */
  readonly cpuRatio: number;
  readonly modulePeakMiB: number | undefined;
  readonly flatPeakMiB: number | undefined;
}

export interface Skipped {
  readonly skipped: string;
}

/** Measures plans of the modules and of the same resources written flat, in turns, so that what else runs slows both. */
export async function benchPlan({ runs, services }: Options): Promise<(PlanRow | Skipped)[]> {
  if (spawnSync("terraform", ["version"]).error) return [{ skipped: "skipped: no terraform on the PATH" }];
  const rows: PlanRow[] = [];
  for (const shape of shapes(services)) rows.push(await compare(shape, runs));
  return rows;
}

const shapes = (asked: readonly number[] | undefined): Shape[] =>
  KINDS.flatMap(({ module, mode, services, most = Infinity }) =>
    (asked ?? services)
      .filter((count) => count <= most)
      .map((count) => ({ module, mode, services: someServices(count) })),
  );

async function compare(shape: Shape, runs: number): Promise<PlanRow> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "switchyard-bench-"));
  const title = `${shape.module}, mode ${shape.mode}, ${shape.services.length} services`;
  try {
    progress(`plan: ${title}: the same resources?`);
    const ours = new Root(join(folder, "module"), moduleRoot(shape, join(folder, "module")));
    const flat = new Root(join(folder, "flat"), flatRoot(shape));
    const resources = mustAgree(title, ours.planned(), flat.planned());
    const pairs: [Measured, Measured][] = [];
    for (let i = 1; i <= runs; i++) {
      progress(`plan: ${title}: run ${i} of ${runs}`);
      pairs.push([await ours.measurePlan(), await flat.measurePlan()]);
    }
    return row(shape, resources, pairs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The number of planned resources. Resources with other values are pointed out: they hardly change a plan's time.
 *
 * @throws Error that lists the types that one of the two plans makes more of
 */
function mustAgree(title: string, ours: readonly Planned[], flat: readonly Planned[]): number {
  const types = onlyInOne(ours, flat, ({ type }) => type);
  if (types.length)
    throw new Error(
      [`${title}: the two plans make different resources, so their times cannot be compared.`, ...types].join("\n"),
    );
  const values = onlyInOne(ours, flat, ({ type, values: text }) => `${type} ${text}`);
  if (values.length)
    progress(
      [`plan: ${title}: the same types, but not the same values; bench/flat wants an update`, ...values].join("\n"),
    );
  return ours.length;
}

/** What is not as many times in one plan as in the other, as lines to read. */
function onlyInOne(ours: readonly Planned[], flat: readonly Planned[], key: (planned: Planned) => string): string[] {
  const left = new Map<string, number>();
  for (const each of ours) left.set(key(each), (left.get(key(each)) ?? 0) + 1);
  for (const each of flat) left.set(key(each), (left.get(key(each)) ?? 0) - 1);
  const differences = [...left].filter(([, times]) => times !== 0).sort();
  return differences.map(
    ([what, times]) => `  ${times > 0 ? "only the module" : "only the flat root"} (${Math.abs(times)}): ${what}`,
  );
}

function row({ module, mode, services }: Shape, resources: number, pairs: readonly [Measured, Measured][]): PlanRow {
  const ours = summary(pairs.map(([first]) => first));
  const flat = summary(pairs.map(([, second]) => second));
  return {
    module,
    mode,
    services: services.length,
    resources,
    moduleSeconds: ours.seconds,
    flatSeconds: flat.seconds,
    ratio: ratioOf("seconds", pairs),
    targetRatio: TARGET_RATIO,
    moduleCpuSeconds: ours.cpuSeconds,
    flatCpuSeconds: flat.cpuSeconds,
    cpuRatio: ratioOf("cpuSeconds", pairs),
    modulePeakMiB: ours.peakMiB,
    flatPeakMiB: flat.peakMiB,
  };
}

const ratioOf = (of: "seconds" | "cpuSeconds", pairs: readonly [Measured, Measured][]): number =>
  round(median(pairs.map(([first, second]) => first[of] / second[of])));
