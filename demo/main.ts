import { copyFileSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { packageRoot } from "../modules/kit/package-root";
import { installSimulator } from "../simulator/install";
import { SwitchyardStack } from "../stacks/switchyard-stack";
import { Engine, findEngine } from "./engine";
import { moduleOf, reach, resourcesOf, tally } from "./report";

const HOW_TO_GET_AN_ENGINE = `The demo needs terraform or tofu, 1.9 or newer, on the PATH:
  OpenTofu   https://opentofu.org/docs/intro/install/
  Terraform  https://developer.hashicorp.com/terraform/install
  or, with Go installed:  scripts/install-opentofu`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const heading = (text: string): void => say(`\n\u2500\u2500 ${text}`);

/** A root on the simulator, in a folder of its own. */
class Demo {
  readonly folder = mkdtempSync(join(tmpdir(), "switchyard-demo-"));
  private readonly engine: Engine;
  private readonly world: string;

  constructor(program: string) {
    const { env, stateFile } = installSimulator({ dir: join(this.folder, "simulator") });
    this.world = stateFile;
    const stack = this.synthesise();
    const { AWS_CA_BUNDLE: _bundle, ...inherited } = process.env;
    this.engine = new Engine(program, stack, {
      ...inherited,
      ...env,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "simulated",
      AWS_SECRET_ACCESS_KEY: "simulated",
    });
    this.engine.run("init", "-input=false");
  }

  /** The repository's own stack, as `main.ts` makes it. */
  private synthesise(): string {
    const outdir = join(this.folder, "cdktf.out");
    mkdirSync(outdir);
    const app = new App({ outdir });
    new SwitchyardStack(app, "switchyard");
    app.synth();
    const stack = join(outdir, "stacks", "switchyard");
    copyFileSync(join(packageRoot(), "tfvars", "dashboard-api.tfvars"), join(stack, "terraform.tfvars"));
    return stack;
  }

  /** Applies, showing how far it is. */
  async apply(...args: string[]): Promise<void> {
    const started = Date.now();
    const done: string[] = [];
    const show = () =>
      process.stdout.isTTY &&
      process.stdout.write(`\r  ${done.length} done: ${tally(done.map(moduleOf))}`.slice(0, 118).padEnd(118));
    await this.engine.stream(["apply", "-auto-approve", ...args], (event) => {
      if (event.type !== "apply_complete" || !event.hook || event.hook.action === "read") return;
      done.push(event.hook.resource.addr);
      show();
    });
    say(
      `${process.stdout.isTTY ? "\r" : ""}  ${done.length} resources in ${((Date.now() - started) / 1000).toFixed(1)} s: ${tally(done.map(moduleOf))}`.padEnd(
        118,
      ),
    );
  }

  /** What a change does, by module; nothing is applied. */
  plan(...args: string[]): void {
    this.engine.run("plan", "-input=false", "-out=plan", ...args);
    const { resource_changes: changes } = JSON.parse(this.engine.run("show", "-json", "plan")) as {
      resource_changes: { address: string; mode: string; change: { actions: string[] } }[];
    };
    const managed = changes.filter(({ mode }) => mode === "managed");
    const by = (action: string) =>
      tally(managed.filter(({ change }) => change.actions.includes(action)).map(({ address }) => moduleOf(address))) ||
      "nothing";
    say(
      `  created    ${by("create")}\n  destroyed  ${by("delete")}\n  changed    ${by("update")}\n  untouched  ${by("no-op")}`,
    );
  }

  show(): void {
    const outputs = JSON.parse(this.engine.run("output", "-json")) as { urls: { value: Record<string, string> } };
    for (const [service, url] of Object.entries(outputs.urls.value)) say(`  ${service.padEnd(10)} ${url}`);
    for (const { from, to, by } of reach(resourcesOf(JSON.parse(this.engine.run("show", "-json")))))
      say(`  ${from.padEnd(16)} → ${to.padEnd(38)} ${by}`);
  }

  /** The same services, one of them with the switch overridden. */
  override(service: string, mode: string): string {
    const services = JSON.parse(this.engineConsole("jsonencode(var.services)")) as Record<string, object>;
    const file = join(this.folder, "override.tfvars.json");
    writeFileSync(
      file,
      JSON.stringify({ mode: "ecs", services: { ...services, [service]: { ...services[service], mode } } }),
    );
    return `-var-file=${file}`;
  }

  private engineConsole(expression: string): string {
    return JSON.parse(this.engine.evaluate(expression)) as string;
  }

  /** Objects left in the simulated account. */
  left(): number {
    return (JSON.parse(readFileSync(this.world, "utf8")) as { objects: unknown[] }).objects.length;
  }

  async destroy(): Promise<void> {
    await this.engine.stream(["destroy", "-auto-approve"], () => undefined);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const program = findEngine();
  if (!program) {
    say(HOW_TO_GET_AN_ENGINE);
    return 1;
  }
  heading("Setting up: the stack, and a simulated AWS account (nothing leaves this machine)");
  say(`  ${program}`);
  const demo = new Demo(program);
  try {
    heading('mode = "express": a dashboard and the API it calls, on ECS Express Mode');
    await demo.apply();
    demo.show();

    heading('mode = "ecs": what the flip to plain ECS does');
    demo.plan("-var=mode=ecs");
    await demo.apply("-var=mode=ecs");
    demo.show();

    heading('services.dashboard.mode = "express": the switch, overridden for one service');
    const override = demo.override("dashboard", "express");
    demo.plan(override);
    await demo.apply(override);
    demo.show();

    heading("Destroying everything");
    await demo.destroy();
    say(`  ${demo.left()} objects are left in the simulated account`);
    return 0;
  } finally {
    demo.remove();
  }
}

main().then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
