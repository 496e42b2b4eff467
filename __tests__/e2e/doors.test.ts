import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, Fn, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { InputError, Switchyard, type SwitchyardProps, type SwitchyardSynthesis } from "../../modules";
import { referenceRoot } from "../support/reference";
import { REPOSITORY, Root } from "../support/root";
import { describeWith, engines, terraform } from "../support/tools";

jest.setTimeout(600_000);

const image = "public.ecr.aws/nginx/nginx:1.29";
const props = (mode: string): SwitchyardProps => ({
  name: "shop",
  mode,
  allowedCidrs: ["203.0.113.0/24", "2001:db8::/32"],
  network: { availabilityZones: ["us-east-1a", "us-east-1b"] },
  services: {
    dashboard: { image, port: 3000, healthCheckPath: "/healthz", connectsTo: ["api"] },
    api: { image, port: 8080, healthCheckPath: "/health" },
  },
});

/** A stack of somebody else's, synthesised; the folder that the engine runs in. */
function ownStack(outdir: string, build: (stack: TerraformStack) => Switchyard): string {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "theirs");
  new AwsProvider(stack, "aws", { region: "us-east-1" });
  const shop = build(stack);
  new TerraformOutput(stack, "api", { value: Fn.lookup(shop.urls, "api", "") });
  app.synth();
  return join(outdir, "stacks", "theirs");
}

const withShop = (given: SwitchyardProps, synthesis?: SwitchyardSynthesis) => (stack: TerraformStack) =>
  new Switchyard(stack, "shop", given, synthesis);

describeWith("a stack of one's own with `new Switchyard`", [terraform], (engine) => {
  let root: Root;
  let out: string;
  beforeAll(() => {
    root = new Root({ engine, main: "" });
    out = join(root.folder, "out");
    mkdirSync(out);
  });
  afterAll(() => root.remove());

  it.each(["express", "ecs"])("plans in mode %s and outputs a URL by service", (mode) => {
    const folder = ownStack(out, withShop(props(mode)));
    expect(root.run(`-chdir=${folder}`, "init", "-input=false")).toMatchObject({ ok: true });
    const { ok, output } = root.run(`-chdir=${folder}`, "plan", "-input=false");
    expect(output).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy/);
    expect(ok).toBe(true);
  });

  it("takes tokens where Terraform will know the value, and checks the rest", () => {
    const folder = ownStack(out, (stack) => {
      const mode = new TerraformVariable(stack, "mode", { type: "string", default: "ecs" });
      const tag = new TerraformVariable(stack, "image", { type: "string", default: image });
      return new Switchyard(stack, "shop", {
        ...props("ecs"),
        mode: mode.stringValue,
        services: { api: { image: tag.stringValue, port: 8080 } },
      });
    });
    root.run(`-chdir=${folder}`, "init", "-input=false");
    expect(root.run(`-chdir=${folder}`, "plan", "-input=false")).toMatchObject({ ok: true });
    expect(root.run(`-chdir=${folder}`, "plan", "-input=false", "-var=mode=neither").output).toContain(
      'mode = "neither": it must be one of',
    );
  });

  it("carries its modules along when only the stack's folder is uploaded", () => {
    const folder = ownStack(out, withShop(props("express"), { bundleModules: true }));
    const elsewhere = mkdtempSync(join(tmpdir(), "uploaded-"));
    cpSync(folder, elsewhere, { recursive: true });
    expect(root.run(`-chdir=${elsewhere}`, "init", "-input=false")).toMatchObject({ ok: true });
    expect(root.run(`-chdir=${elsewhere}`, "validate")).toMatchObject({ ok: true });
    rmSync(elsewhere, { recursive: true });
  });

  it("asks for a range of provider versions, not for the one that the bindings pin", () => {
    const versions = (synthesis?: SwitchyardSynthesis) => {
      const folder = ownStack(out, withShop(props("ecs"), synthesis));
      return JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")).terraform.required_providers.aws;
    };
    expect(versions()).toEqual({ source: "hashicorp/aws", version: ">= 6.50.0, < 7.0.0" });
    expect(versions({ tracks: ["ecs"] })).toEqual({ source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" });
  });

  it("throws every problem of a literal input at once", () => {
    const wrong: SwitchyardProps = {
      ...props("express"),
      allowedCidrs: ["10.0.0.1/8"],
      services: { api: { image, port: 0, cpuArchitecture: "ARM64" } },
    };
    let thrown: unknown;
    try {
      ownStack(out, withShop(wrong));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect((thrown as InputError).problems.map(({ path }) => path).sort()).toEqual([
      "allowed_cidrs[0]",
      "services.api.cpu_architecture",
      "services.api.port",
    ]);
  });
});

for (const { name, tool } of engines) {
  describeWith(`the repository's own stack under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine, main: "" });
      spawnSync("npx", ["tsx", "main.ts"], {
        cwd: REPOSITORY,
        env: { ...process.env, CDKTF_OUTDIR: join(root.folder, "out") },
      });
    });
    afterAll(() => root.remove());

    const stack = (id: string) => `-chdir=${join(root.folder, "out", "stacks", id)}`;
    const file = (mode: string) => `-var-file=${join(REPOSITORY, "tfvars", `${mode}.tfvars`)}`;

    it.each([
      ["switchyard", "express"],
      ["switchyard", "ecs"],
      ["switchyard-ecs", "ecs"],
    ])("%s plans tfvars/%s.tfvars", (id, mode) => {
      expect(root.run(stack(id), "init", "-input=false")).toMatchObject({ ok: true });
      expect(root.run(stack(id), "plan", "-input=false", file(mode))).toMatchObject({ ok: true });
    });

    it('refuses mode = "express" where the Express track was not emitted', () => {
      expect(
        root.run(stack("switchyard-ecs"), "plan", "-input=false", file("express")).output.replace(/\s+/g, " "),
      ).toContain('Write "ecs", or use the module');
    });
  });
}

describeWith("the cdktf command line", [terraform], (engine) => {
  let root: Root;
  beforeAll(() => {
    root = new Root({ engine, main: "" });
  });
  afterAll(() => root.remove());

  const cdktf = (command: string, ...args: string[]) =>
    root.program("npx", ["cdktf", command, "switchyard", ...args], {
      cwd: REPOSITORY,
      TERRAFORM_BINARY_NAME: engine,
      HOME: root.folder,
    });

  it("deploys, and destroys, the repository's stack with a tfvars file", () => {
    const args = [
      "--output",
      join(root.folder, "cdktf"),
      "--skip-provider-lock",
      `--var-file=${join(REPOSITORY, "tfvars", "express.tfvars")}`,
    ];
    expect(cdktf("diff", ...args).output).toMatch(/Plan: \d+ to add/);
    expect(cdktf("deploy", ...args, "--auto-approve").output).toContain("https://sh-");
    cdktf("destroy", ...args, "--auto-approve");
    expect(JSON.parse(readFileSync(root.stateFile, "utf8"))).toMatchObject({ objects: [] });
  });
});

describeWith("the HCP Terraform root", [terraform], (engine) => {
  it("has a cloud block, takes every option as a variable, and plans without TypeScript", () => {
    const root = new Root({ engine, main: "" });
    const folder = join(root.folder, "examples", "hcp-terraform");
    cpSync(join(REPOSITORY, "examples", "hcp-terraform"), folder, { recursive: true });
    cpSync(join(REPOSITORY, "terraform"), join(root.folder, "terraform"), { recursive: true });
    expect(readFileSync(join(folder, "versions.tf.json"), "utf8")).toContain('"cloud": {}');
    expect(readdirSync(folder).filter((file) => file.endsWith(".ts"))).toEqual([]);

    // Nobody is logged in to HCP Terraform here, so the plan runs with a local state instead.
    root.write(join("examples", "hcp-terraform", "override.tf"), 'terraform {\n  backend "local" {}\n}\n');
    expect(root.run(`-chdir=${folder}`, "init", "-input=false")).toMatchObject({ ok: true });
    const plan = root.runWith(
      {
        TF_VAR_mode: "express",
        TF_VAR_name: "shop",
        TF_VAR_allowed_cidrs: '["203.0.113.0/24"]',
        TF_VAR_services: `{ api = { image = "${image}", port = 8080 } }`,
      },
      `-chdir=${folder}`,
      "plan",
      "-input=false",
    );
    expect(plan.output).toMatch(/Plan: \d+ to add/);
    root.remove();
  });
});

describe("the reference input", () => {
  const example = readFileSync(join(REPOSITORY, "examples", "terraform-module", "main.tf"), "utf8");
  const tfvars = (name: string): string[] =>
    readFileSync(join(REPOSITORY, "tfvars", `${name}.tfvars`), "utf8").split("\n");

  it("is one module block of at most 20 lines", () => {
    const block = /^module "shop" \{\n[\s\S]*?^\}$/m.exec(example)?.[0] ?? "";
    expect(block.split("\n").length).toBeLessThanOrEqual(20);
    expect(referenceRoot()).toContain("connects_to");
  });

  it("differs between the modes in the word `mode` alone", () => {
    const [express, ecs] = [tfvars("express"), tfvars("ecs")];
    expect(express.filter((line, i) => line !== ecs[i])).toEqual(['mode               = "express"']);
    expect(ecs.filter((line, i) => line !== express[i])).toEqual(['mode               = "ecs"']);
  });
});
