import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../modules/kit/package-root";
import { measure, type Measured, progress, summary } from "./measure";
import type { Options } from "./options";

/** What the reference input must stay under. */
const TARGET = { seconds: 0.5, peakMiB: 100 };

interface Case {
  readonly name: string;
  /** Node's arguments. */
  readonly args: readonly string[];
  readonly target?: typeof TARGET;
}

const compiled = (...file: string[]): string => join(__dirname, ...file);
const source = (...file: string[]): string => join(packageRoot(), ...file);
const REFERENCE = compiled("synth", "reference.js");

const cases = (services: readonly number[]): Case[] => [
  { name: "floor: node -e 0", args: ["-e", "0"] },
  { name: 'floor: require("zod")', args: ["-e", 'require("zod")'] },
  { name: 'floor: require("cdktf")', args: ["-e", 'require("cdktf")'] },
  {
    name: "floor: cdktf + zod + the provider's sub-path",
    args: ["-e", 'require("cdktf"); require("zod"); require("@cdktf/provider-aws/lib/provider")'],
  },
  { name: "reference input", args: [REFERENCE], target: TARGET },
  ...services.map((count) => ({
    name: `${count} ${count === 1 ? "service" : "services"}`,
    args: [REFERENCE, String(count)],
  })),
  { name: "main.ts of this repository, compiled", args: [compiled("..", "main.js")] },
  { name: "reference input, by tsx", args: ["--import", "tsx", source("bench", "synth", "reference.ts")] },
  { name: "main.ts of this repository, by tsx", args: ["--import", "tsx", source("main.ts")] },
  { name: "reference input, provider from the barrel", args: [compiled("synth", "barrel.js")] },
];

export interface SynthRow {
  readonly case: string;
  readonly seconds: number;
  readonly min: number;
  readonly max: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number | undefined;
  readonly targetSeconds?: number;
  readonly targetMiB?: number;
}

/** Measures synth as whole processes. The first round only warms the disk's cache up; in each round every case has a turn. */
export async function benchSynth({ runs, services = [1, 10, 100, 1000] }: Options): Promise<SynthRow[]> {
  const all = cases(services);
  const measured = new Map<Case, Measured[]>(all.map((each) => [each, []]));
  const folder = mkdtempSync(join(tmpdir(), "switchyard-bench-"));
  try {
    for (let round = 0; round <= runs; round++) {
      progress(round === 0 ? "synth: warm-up" : `synth: round ${round} of ${runs}`);
      for (const each of all) {
        const run = await runOnce(each, folder);
        if (round > 0) measured.get(each)?.push(run);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return [...measured].map(([each, results]) => row(each, results));
}

const runOnce = ({ args }: Case, outdir: string): Promise<Measured> =>
  measure({
    program: process.execPath,
    args: ["--require", compiled("peak.js"), ...args],
    cwd: packageRoot(),
    env: { ...process.env, CDKTF_OUTDIR: outdir, CHECKPOINT_DISABLE: "1" },
  });

const row = ({ name, target }: Case, results: readonly Measured[]): SynthRow => ({
  case: name,
  ...summary(results),
  ...(target && { targetSeconds: target.seconds, targetMiB: target.peakMiB }),
});
