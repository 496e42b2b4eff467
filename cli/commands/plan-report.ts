import { readFileSync, writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { InputError } from "../../modules/kit/problem";
import { FAILURES, type Failure, type Report } from "../../plan-report/report";
import { EXIT, UsageError } from "../exit";
import type { Declare } from ".";

interface Flags {
  readonly format: "terminal" | "markdown" | "json";
  readonly out?: string;
  readonly failOn: readonly Failure[];
}

const failures = (value: string): readonly Failure[] =>
  value.split(",").map((word) => {
    const failure = FAILURES.find((each) => each === word.trim());
    if (!failure) throw new UsageError(`--fail-on ${word}: it must be one or more of ${FAILURES.join(", ")}`);
    return failure;
  });

const AFTER = `
Exit: 0 done; 1 the file is no plan, or the plan failed; 2 wrong usage; 3 the plan does what --fail-on names.

Examples:
  terraform plan -out=plan && terraform show -json plan | switchyard plan-report -
  switchyard plan-report plan.json --format markdown --out comment.md
  switchyard plan-report plan.json --fail-on downtime,exposure,destroy-shared
`;

/** `switchyard plan-report`: what a plan does, before it is done. */
export const planReportCommand: Declare = (done) =>
  new Command("plan-report")
    .description("Says what a plan does: services, URLs, downtime, exposure, cost")
    .argument("<plan>", "the output of `terraform show -json PLAN` (or tofu's); - for stdin")
    .addOption(
      new Option("--format <format>", "the report's form")
        .choices(["terminal", "markdown", "json"])
        .default("terminal"),
    )
    .option("--out <file>", "write it there instead of to the terminal")
    .option("--fail-on <list>", `exit with 3 when the plan does one of ${FAILURES.join(", ")}`, failures, [])
    .addHelpText("after", AFTER)
    .action(async (file: string, flags: Flags) => done(await run(file, flags)));

async function run(file: string, flags: Flags): Promise<number> {
  const [{ readPlan }, { failuresOf, PARTIAL, reportOf }] = await Promise.all([
    import("../../plan-report/plan.js"),
    import("../../plan-report/report.js"),
  ]);
  const report = reportOf(readPlan(textOf(file), file));
  const text = await render(report, flags.format);
  if (flags.out) save(flags.out, text);
  else process.stdout.write(text);
  if (report.partial) {
    console.error(PARTIAL);
    return EXIT.problems;
  }
  const failed = failuresOf(report, flags.failOn);
  if (failed.length) console.error(`The plan does what --fail-on names: ${failed.join(", ")}`);
  return failed.length ? EXIT.blocked : EXIT.ok;
}

async function render(report: Report, format: Flags["format"]): Promise<string> {
  switch (format) {
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "markdown":
      return (await import("../../plan-report/render/markdown.js")).markdown(report);
    case "terminal":
      return (await import("../../plan-report/render/terminal.js")).terminal(report);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new InputError(
      [{ path: file, why: `it cannot be read (${(error as Error).message})`, fix: "Name a file, or - for stdin" }],
      "plan-report",
    );
  }
}

function save(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new InputError(
      [
        {
          path: "--out",
          got: path,
          why: `it cannot be written (${(error as Error).message})`,
          fix: "Name another file",
        },
      ],
      "plan-report",
    );
  }
}
