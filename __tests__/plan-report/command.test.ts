import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { markdown } from "../../plan-report/render/markdown";
import { terminal } from "../../plan-report/render/terminal";
import { switchyard } from "../apprunner/program";
import { anywhere, change, group, report, reportOn } from "./plan";

jest.setTimeout(60_000);

const plan = (more: object = {}) =>
  JSON.stringify({ format_version: "1.2", planned_values: {}, configuration: {}, ...more });
const run = (stdin: string, ...args: string[]) => switchyard(["plan-report", "-", ...args], { stdin });

describe("switchyard plan-report", () => {
  it("takes a plan of outputs alone, which has no resource_changes", async () => {
    expect(await run(plan({ output_changes: { a: { before: 1, after: 2 } } }))).toMatchObject({ code: 0, errors: "" });
  });

  it("says first that a plan failed, and does not end well", async () => {
    const { code, out, errors } = await run(plan({ errored: true }));
    expect([code, out.split("\n")[0], errors.trim()]).toEqual([
      1,
      "This plan failed and is partial.",
      "This plan failed and is partial.",
    ]);
  });

  it("says that a file cannot be written as the user's mistake that it is", async () => {
    const folder = mkdtempSync(join(tmpdir(), "switchyard-"));
    const { code, errors } = await run(plan(), "--out", folder);
    rmSync(folder, { recursive: true });
    expect(code).toBe(1);
    expect(errors).toContain(`--out = ${folder}: it cannot be written (EISDIR`);
    expect(errors).not.toContain("fault of switchyard");
  });
});

it("says in a pull request too that a plan failed", () => {
  expect(markdown(reportOn({ errored: true })).split("\n")[0]).toBe("**This plan failed and is partial.**");
  expect(markdown(reportOn({}))).not.toContain("partial");
});

it("counts what is imported, beside what else happens to it", () => {
  const standing = change("module.cluster.aws_ecs_cluster.this[0]", {}, { name: "shop" });
  const imported = report({ ...standing, change: { ...standing.change, importing: { id: "shop" } } });
  expect(imported.lines.find(({ title }) => title === "shared: cluster")).toMatchObject({ imports: 1 });
  expect(terminal(imported)).toMatch(/shared: cluster +update 1, import 1\n/);
  expect(markdown(imported)).toContain("| where | update | no-op | import |");
  const without = reportOn({ resource_changes: [...group("module.shop"), anywhere("aws_vpc.other", null, {})] });
  expect(terminal(without) + markdown(without)).not.toContain("import");
});
