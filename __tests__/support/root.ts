import type { SpawnSyncReturns } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { runEngine, runProgram } from "../../simulator/engine";
import { installSimulator, type InstallOptions } from "../../simulator/install";
import type { LogEntry } from "../../simulator/provider/log";
import type { WorldData, WorldObject } from "../../simulator/world/world";

/** The repository's root. */
export const REPOSITORY = join(__dirname, "..", "..");

/** One resource's change in a plan. */
export interface Change {
  readonly address: string;
  readonly type: string;
  readonly actions: readonly string[];
  readonly before: Record<string, any> | null;
  readonly after: Record<string, any> | null;
  readonly afterUnknown: Record<string, any>;
}

export interface Run {
  readonly ok: boolean;
  /** The exit code. */
  readonly code: number;
  readonly output: string;
}

/** What a program that has ended leaves. */
export const ended = ({ status, stdout, stderr }: SpawnSyncReturns<string>): Run => ({
  ok: status === 0,
  code: status ?? -1,
  output: stripVTControlCharacters(`${stdout}${stderr}`),
});

/** What an engine printed, on one line and without its frames. */
export const flat = (output: string): string => output.replace(/[│╷╵]/g, " ").replace(/\s+/g, " ");

/** What a plan with `-detailed-exitcode` ends with. */
const NOTHING_TO_DO = 0;
const SOMETHING_TO_DO = 2;

export interface RootOptions {
  /** terraform or tofu. */
  readonly engine: string;
  /** The configuration, `main.tf`; `${modules}` in it is the path to this project's modules. */
  readonly main: string;
  /** Other modules than this project's for `main`, until it is written again. */
  readonly modules?: string;
  /** Environment besides the simulator's. */
  readonly env?: Record<string, string>;
  readonly simulator?: Partial<InstallOptions>;
}

/** A root module in a folder of its own, on the simulator. */
export class Root {
  readonly folder = mkdtempSync(join(tmpdir(), "switchyard-"));
  readonly stateFile: string;
  readonly logFile: string;
  private readonly env: NodeJS.ProcessEnv;
  /** How the engine is run: `env` may lead it to other providers than the simulator's. */
  private readonly runner: typeof runEngine;

  constructor(private readonly options: RootOptions) {
    const simulator = installSimulator({ dir: join(this.folder, "simulator"), ...options.simulator });
    this.stateFile = simulator.stateFile;
    this.logFile = join(this.folder, "simulator.log");
    const { AWS_CA_BUNDLE: _bundle, TF_CLI_CONFIG_FILE: _config, ...inherited } = process.env;
    this.env = {
      ...inherited,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      TF_IN_AUTOMATION: "1",
      ...simulator.env,
      SWITCHYARD_SIMULATOR_LOG: this.logFile,
      ...options.env,
    };
    const CONFIG = "TF_CLI_CONFIG_FILE";
    this.runner = this.env[CONFIG] === simulator.env[CONFIG] ? runEngine : runProgram;
    this.write("main.tf", options.main, options.modules);
    this.init();
  }

  /** Writes a file of the configuration. */
  write(name: string, text: string, modules = join(REPOSITORY, "terraform")): void {
    writeFileSync(join(this.folder, name), text.replaceAll("${modules}", relative(this.folder, modules)));
  }

  /** Once more after a change of the modules' sources. */
  init(): void {
    this.must("init", "-input=false");
  }

  /** A file of the configuration, as it stands. */
  read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  /** Runs a command of the engine; a failure is an answer, not an exception. */
  run(...args: string[]): Run {
    return this.runWith({}, ...args);
  }

  runWith(env: Record<string, string>, ...args: string[]): Run {
    const chdir = args[0]?.startsWith("-chdir=") ? args.slice(0, 1) : [];
    const [command = "", ...rest] = args.slice(chdir.length);
    const place = { cwd: this.folder, env: { ...this.env, ...env } };
    return ended(this.runner(this.options.engine, [...chdir, command, "-no-color", ...rest], place));
  }

  /** Runs any program in the simulator's environment. */
  program(path: string, args: string[], { cwd, ...env }: { cwd: string } & Record<string, string>): Run {
    return ended(runProgram(path, args, { cwd, env: { ...this.env, ...env } }));
  }

  /** The changes a plan makes; those that do nothing are left out. */
  plan(...args: string[]): Change[] {
    const planned = this.run("plan", "-input=false", "-out=plan", "-detailed-exitcode", ...args);
    if (planned.code === NOTHING_TO_DO) return [];
    if (planned.code !== SOMETHING_TO_DO) throw new Error(`plan ${args.join(" ")} failed:\n${planned.output}`);
    const { resource_changes: changes = [] } = JSON.parse(this.must("show", "-json", "plan")) as {
      resource_changes?: any[];
    };
    return changes
      .map((change) => ({
        address: change.address as string,
        type: change.type as string,
        actions: change.change.actions as string[],
        before: change.change.before,
        after: change.change.after,
        afterUnknown: change.change.after_unknown,
      }))
      .filter(({ actions }) => actions.some((action) => action !== "no-op" && action !== "read"));
  }

  apply(...args: string[]): string {
    return this.must("apply", "-input=false", "-auto-approve", ...args);
  }

  destroy(...args: string[]): string {
    return this.must("destroy", "-input=false", "-auto-approve", ...args);
  }

  outputs<T = any>(): Record<string, T> {
    const outputs = JSON.parse(this.must("output", "-json")) as Record<string, { value: T }>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /** Addresses in the state. */
  addresses(): string[] {
    const listed = this.program(this.options.engine, ["state", "list"], { cwd: this.folder });
    if (!listed.ok && !listed.output.includes("No state file")) throw new Error(listed.output);
    return listed.ok ? listed.output.split("\n").filter(Boolean) : [];
  }

  /** What exists in the simulated account, of one type. */
  objects(type: string): WorldObject[] {
    return this.world().objects.filter((object) => object.type === type);
  }

  /** Changes the simulated account behind Terraform's back. */
  editWorld(edit: (objects: WorldObject[]) => void): void {
    const world = this.world();
    edit(world.objects);
    writeFileSync(this.stateFile, JSON.stringify(world));
  }

  /** What was done in the simulated account meanwhile, in the order in which it ended: `create aws_lb`. */
  done(meanwhile: () => void): string[] {
    rmSync(this.logFile, { force: true });
    meanwhile();
    return readFileSync(this.logFile, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LogEntry)
      .filter(({ call }) => call === "ApplyResourceChange")
      .map(({ operation, type }) => `${operation} ${type}`);
  }

  private world(): WorldData {
    return JSON.parse(readFileSync(this.stateFile, "utf8")) as WorldData;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private must(...args: string[]): string {
    const done = this.run(...args);
    if (!done.ok) throw new Error(`${args.join(" ")} failed:\n${done.output}`);
    return done.output;
  }
}
