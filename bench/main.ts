/** `npm run bench`: how long synth and plan take, beside their alternatives. Results on stdout, progress on stderr. */
import { cpus, loadavg } from "node:os";
import { progress } from "./measure";
import { type Options, options, USAGE } from "./options";
import { benchSynth } from "./synth";

const load = (): string =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(" ");

/** Tables of numbers, or the same as JSON. */
function show(title: string, rows: readonly object[], asJson: boolean): void {
  if (asJson) return;
  console.log(`\n${title}`);
  console.table(rows);
}

async function run(chosen: Options): Promise<void> {
  const machine = {
    node: process.version,
    cpus: cpus().length,
    model: cpus()[0]?.model ?? "unknown",
    loadBefore: load(),
  };
  if (!chosen.json)
    console.log(
      `node ${machine.node}, ${machine.cpus} x ${machine.model}, load average ${machine.loadBefore}, ${chosen.runs} runs each`,
    );

  const synth = chosen.parts.includes("synth") ? await benchSynth(chosen) : undefined;
  if (synth)
    show(
      "Synth, the whole process: median, least and most seconds, and the median of its peak memory",
      synth,
      chosen.json,
    );

  // Loaded late: a large parent makes its children's peak memory look larger.
  const plan = chosen.parts.includes("plan") ? await (await import("./plan.js")).benchPlan(chosen) : undefined;
  if (plan)
    show(
      "terraform plan on the simulator: these modules (A) and the same resources written flat by hand (B), in turns",
      plan,
      chosen.json,
    );

  const migrate = chosen.parts.includes("migrate")
    ? await (await import("./migrate.js")).benchMigrate({ runs: chosen.runs })
    : undefined;
  if (migrate) show("switchyard migrate: App Runner definitions, from text to every file", [migrate], chosen.json);

  if (chosen.json)
    console.log(
      JSON.stringify({ machine: { ...machine, loadAfter: load() }, runs: chosen.runs, synth, plan, migrate }, null, 2),
    );
  else console.log(`load average at the end ${load()}`);
}

try {
  void run(options(process.argv.slice(2))).catch(fail);
} catch (error) {
  fail(error);
}

function fail(error: unknown): void {
  progress(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
}
