import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { App } from "cdktf";
import { runEngine } from "../../simulator/engine";
import { installSimulator } from "../../simulator/install";
import { SwitchyardStack } from "../../stacks/switchyard-stack";
import { ended, flat, REPOSITORY, type Run } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(300_000);

const EXPORTED = readdirSync(join(REPOSITORY, "terraform")).sort();
const TEST_FILES = join(__dirname, "modules");
const ENDING = ".tftest.hcl";

/** Terraform breaks lines and draws a frame; a sentence is compared without either. */

/** A condition that refers to another run's outputs. Terraform knows these there; OpenTofu takes them for a resource. */
const OF_ANOTHER_RUN = /\n {2}assert \{\n {4}condition +=[^\n]*\brun\.[^\n]*\n[^\n]*\n {2}\}/g;

/** A module's test file, as an engine understands it. */
const testFile = (module: string, engine: string): string => {
  const text = readFileSync(join(TEST_FILES, module + ENDING), "utf8");
  return engine === "tofu" ? text.replace(OF_ANOTHER_RUN, "") : text;
};

/** A copy of the exported modules, each with its test file, on a simulator. */
class Copy {
  readonly folder = mkdtempSync(join(tmpdir(), "switchyard-modules-"));
  private readonly simulator: Record<string, string>;

  constructor(
    name: string,
    private readonly engine: string,
  ) {
    cpSync(join(REPOSITORY, "terraform"), this.folder, { recursive: true });
    cpSync(join(__dirname, "fixtures"), join(this.folder, "fixtures"), { recursive: true });
    for (const module of EXPORTED) {
      mkdirSync(join(this.folder, module, "tests"));
      this.write(join(module, "tests"), `main${ENDING}`, testFile(module, name));
    }
    this.simulator = installSimulator({ dir: join(this.folder, "simulator") }).env;
  }

  /** Runs a command in a folder of the copy, which has a simulated account of its own. */
  run(where: string, ...[command = "", ...rest]: string[]): Run {
    const cwd = join(this.folder, where);
    const { AWS_CA_BUNDLE: _bundle, ...inherited } = process.env;
    const env = {
      ...inherited,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      TF_IN_AUTOMATION: "1",
      ...this.simulator,
      SWITCHYARD_SIMULATOR_STATE: this.worldOf(where),
    };
    return ended(runEngine(this.engine, [command, "-no-color", ...rest], { cwd, env }));
  }

  must(where: string, ...args: string[]): string {
    const done = this.run(where, ...args);
    if (!done.ok) throw new Error(`${where}: ${args.join(" ")} failed:\n${done.output}`);
    return done.output;
  }

  /** What is left in the simulated account. */
  left(where: string): unknown[] {
    return existsSync(this.worldOf(where))
      ? (JSON.parse(readFileSync(this.worldOf(where), "utf8")) as { objects: unknown[] }).objects
      : [];
  }

  write(where: string, file: string, text: string): void {
    mkdirSync(join(this.folder, where), { recursive: true });
    writeFileSync(join(this.folder, where, file), text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private worldOf(where: string): string {
    return join(this.folder, where, "world.json");
  }
}

it("every exported module has a test file, and every test file a module", () => {
  expect(
    readdirSync(TEST_FILES)
      .map((file) => basename(file, ENDING))
      .sort(),
  ).toEqual(EXPORTED);
});

const left = EXPORTED.flatMap(
  (module) => readFileSync(join(TEST_FILES, module + ENDING), "utf8").match(OF_ANOTHER_RUN) ?? [],
);
describeWith(
  `${left.length} conditions of the test files under tofu`,
  [{ missing: "OpenTofu knows no other run in a condition" }],
  () => it("compare with another run", () => undefined),
);

for (const { name, tool } of engines) {
  describeWith(`under ${name}`, [tool], (engine) => {
    let copy: Copy;
    beforeAll(() => {
      copy = new Copy(name, engine as string);
    });
    afterAll(() => copy.remove());

    describe.each(EXPORTED)("the module %s", (module) => {
      beforeAll(() => copy.must(module, "init", "-input=false"));

      it("is valid, without a warning", () => {
        expect(JSON.parse(copy.run(module, "validate", "-json").output)).toMatchObject({
          valid: true,
          diagnostics: [],
        });
      });

      it("does what its test file says, and leaves nothing behind", () => {
        copy.must(module, "test");
        expect(copy.left(module)).toEqual([]);
      });
    });

    it("the module of the plain track refuses Express Mode and says the way out", () => {
      const input = {
        name: "shop",
        mode: "express",
        allowed_cidrs: ["203.0.113.0/24"],
        services: { api: { image: "app:1", port: 80 } },
      };
      copy.write("switchyard-ecs", "express.tfvars.json", JSON.stringify(input));
      const { ok, output } = copy.run("switchyard-ecs", "plan", "-input=false", "-var-file=express.tfvars.json");
      expect(ok).toBe(false);
      expect(flat(output)).toContain(
        'mode = "express": it must be one of "ecs". Write "ecs", or use the module `switchyard`, which has both tracks.',
      );
    });

    describe("a synthesised root", () => {
      beforeAll(() => {
        const app = new App({ outdir: join(copy.folder, "synthesised") });
        new SwitchyardStack(app, "switchyard");
        new SwitchyardStack(app, "switchyard-ecs", { tracks: ["ecs"] });
        app.synth();
      });

      it.each([
        ["switchyard", ["express", "ecs"]],
        ["switchyard-ecs", ["ecs"]],
      ])("%s is valid, and plans the inputs in tfvars/", (stack, modes) => {
        const root = join("synthesised", "stacks", stack);
        copy.must(root, "init", "-input=false");
        expect(JSON.parse(copy.run(root, "validate", "-json").output)).toMatchObject({ valid: true, diagnostics: [] });
        for (const mode of modes) {
          const output = copy.must(
            root,
            "plan",
            "-input=false",
            `-var-file=${join(REPOSITORY, "tfvars", `${mode}.tfvars`)}`,
          );
          expect(output).toMatch(/Plan: [0-9]+ to add, 0 to change, 0 to destroy/);
        }
      });
    });
  });
}
