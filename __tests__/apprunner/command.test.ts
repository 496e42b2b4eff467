import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { switchyard } from "./program";
import { json, running, service } from "./support";

jest.setTimeout(60_000);

describe("switchyard migrate", () => {
  const folder = mkdtempSync(join(tmpdir(), "switchyard-migrate-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (args: string[], stdin?: string) =>
    switchyard(["migrate", ...args], { cwd: folder, ...(stdin === undefined ? {} : { stdin }) });
  const give = (file: string, value: unknown) => writeFileSync(join(folder, file), JSON.stringify(value));

  it("writes tfvars, a main file for each door and the report, and tells where each service goes", async () => {
    give("web.json", { Service: service() });
    const { code, out } = await run(["web.json", "--allowed-cidr", "203.0.113.0/24"]);
    expect(code).toBe(0);
    for (const file of [
      "shop-web.tfvars",
      "main.tf",
      "cdktf/main.ts",
      "hcp/main.tf",
      "hcp/shop-web.auto.tfvars",
      "report.md",
    ])
      expect(existsSync(join(folder, "switchyard", file))).toBe(true);
    expect(out).toContain("'shop-web'");
    expect(readFileSync(join(folder, "switchyard/shop-web.tfvars"), "utf8")).toContain(
      'allowed_cidrs = ["203.0.113.0/24"]',
    );
  });

  it("overwrites nothing unless it is told to", async () => {
    give("web.json", { Service: service() });
    await run(["web.json", "--out", "twice"]);
    writeFileSync(join(folder, "twice/main.tf"), "edited");
    const { code, errors } = await run(["web.json", "--out", "twice"]);
    expect({ code, kept: readFileSync(join(folder, "twice/main.tf"), "utf8") }).toEqual({ code: 1, kept: "edited" });
    expect(errors).toContain("say --force to overwrite it");
    expect(await run(["web.json", "--out", "twice", "--force"])).toMatchObject({ code: 0 });
  });

  it("reads its standard input, and prints JSON for a program", async () => {
    const { code, out } = await run(
      ["-", "--json", "--out", "stdin", "--report", "elsewhere.md"],
      json({ Service: service() }).text,
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: 1, groups: [{ name: "shop-web", mode: "express" }] });
    expect([existsSync(join(folder, "elsewhere.md")), existsSync(join(folder, "stdin/report.md"))]).toEqual([
      true,
      false,
    ]);
  });

  it("ends with 3 when something stands in the way", async () => {
    give("code.json", {
      Service: service({ SourceConfiguration: { CodeRepository: { RepositoryUrl: "https://example.com/x" } } }),
    });
    const { code, out } = await run(["code.json", "--out", "blocked"]);
    expect(code).toBe(3);
    expect(out).toContain("App Runner builds this service from source");
    expect(existsSync(join(folder, "blocked/main.tf"))).toBe(false);
  });

  it.each([
    ["no input", [], 2, "Name an input"],
    ["an unknown mode", ["x.json", "--mode", "fargate"], 2, "Allowed choices are express, ecs, auto"],
    ["an unknown option", ["x.json", "--fast"], 2, "unknown option '--fast'"],
    ["a value without a name", ["x.json", "--value", "x"], 2, '"x": write it as NAME=VALUE'],
    ["a file that is not there", ["nowhere.json"], 1, "nowhere.json: there is no such file or folder"],
    ["a block that is none", ["web.json", "--allowed-cidr", "10.0.0.1/8"], 1, '--allowed-cidr [0] = "10.0.0.1/8"'],
  ])("explains %s without a stack", async (_, args, code, says) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ code, out: "", errors: expect.stringContaining(says) });
    expect(ran.errors).not.toContain("    at ");
  });

  it("shows no secret on any stream", async () => {
    give("secret.json", { Service: running({ RuntimeEnvironmentVariables: { DB_PASSWORD: "hunter2hunter2" } }) });
    const { out, errors } = await run(["secret.json", "--json", "--out", "secret"]);
    expect(`${out}${errors}`).not.toContain("hunter2");
    expect(readFileSync(join(folder, "secret/shop-web.tfvars"), "utf8")).toContain("# DB_PASSWORD looks like a secret");
  });
});
