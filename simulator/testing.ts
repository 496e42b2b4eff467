/** For tests: a folder with a root module, a simulated world of its own, and terraform or tofu to run in it. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runEngine, runProgram } from "./engine";
import { installSimulator, type InstallOptions } from "./install";
import type { LogEntry } from "./provider/log";
import type { WorldData, WorldObject } from "./world/world";

/** What one command printed and how it ended. */
export interface RunResult {
  readonly exitCode: number;
  /** Standard output and error together, without colours. */
  readonly output: string;
}

/** How to make a workspace. */
export interface WorkspaceOptions extends Omit<InstallOptions, "dir"> {
  /** The program to run. @default - terraform, from PATH */
  readonly program?: string;
  /** Whether terraform starts processes of the provider, as it does for users, and is not served by this one. */
  readonly launched?: boolean;
  /** Variables beside the simulator's, such as `SWITCHYARD_SIMULATOR_FAIL`. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A root module and the world it is applied to. */
export class Workspace {
  readonly dir: string;
  private readonly env: NodeJS.ProcessEnv;
  private readonly stateFile: string;
  private readonly logFile: string;

  /** `files` are the root module: file names and their text. */
  constructor(
    files: Readonly<Record<string, string>>,
    private readonly options: WorkspaceOptions = {},
  ) {
    this.dir = mkdtempSync(join(tmpdir(), "switchyard-"));
    const installed = installSimulator({ ...options, dir: join(this.dir, "simulator") });
    this.stateFile = installed.stateFile;
    this.logFile = join(this.dir, "calls.jsonl");
    this.env = {
      ...process.env,
      ...installed.env,
      SWITCHYARD_SIMULATOR_LOG: this.logFile,
      TF_IN_AUTOMATION: "1",
      TF_CLI_ARGS: "-no-color",
      ...options.env,
    };
    this.write(files);
  }

  /** Writes or replaces files of the root module. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.dir, name), text);
  }

  /** Runs one command: `run("plan", "-var", "image=x")`. `env` is for this command only. */
  run(args: readonly string[], env: Readonly<Record<string, string>> = {}): RunResult {
    const { program = "terraform", launched } = this.options;
    const result = (launched ? runProgram : runEngine)(program, args, { cwd: this.dir, env: { ...this.env, ...env } });
    if (result.error) throw result.error;
    return { exitCode: result.status ?? -1, output: result.stdout + result.stderr };
  }

  /** Runs a command that must succeed. */
  must(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
    const { exitCode, output } = this.run(args, env);
    if (exitCode !== 0) throw new Error(`${args.join(" ")} ended with ${exitCode}:\n${output}`);
    return output;
  }

  init(): string {
    return this.must(["init", "-input=false"]);
  }

  apply(...args: string[]): string {
    return this.must(["apply", "-auto-approve", "-input=false", ...args]);
  }

  destroy(...args: string[]): string {
    return this.must(["destroy", "-auto-approve", "-input=false", ...args]);
  }

  /** Whether a plan has changes. */
  planHasChanges(...args: string[]): boolean {
    const { exitCode, output } = this.run(["plan", "-detailed-exitcode", "-input=false", ...args]);
    if (exitCode !== 0 && exitCode !== 2) throw new Error(output);
    return exitCode === 2;
  }

  /** The root module's outputs. */
  outputs(): Record<string, unknown> {
    const all = JSON.parse(this.must(["output", "-json"])) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value]));
  }

  /** What exists in the world, without what AWS makes for every account: the default VPC and cluster. */
  objects(type?: string): WorldObject[] {
    const all = existsSync(this.stateFile) ? this.world().objects : [];
    return all.filter((object) => object.origin !== "aws" && (type === undefined || object.type === type));
  }

  /** The world's file. */
  world(): WorldData {
    return JSON.parse(readFileSync(this.stateFile, "utf8")) as WorldData;
  }

  /** Changes the world behind terraform's back. */
  editWorld(edit: (world: WorldData) => void): void {
    const world = this.world();
    edit(world);
    writeFileSync(this.stateFile, JSON.stringify(world));
  }

  /** The calls so far, in the order in which they ended. */
  calls(): LogEntry[] {
    if (!existsSync(this.logFile)) return [];
    return readFileSync(this.logFile, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as LogEntry);
  }

  /** Forgets the calls so far. */
  clearCalls(): void {
    rmSync(this.logFile, { force: true });
  }

  /** Removes the folder. */
  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** The version in the name of a provider's binary. */
export function versionOf(binary: string): string {
  return /_v(\d+\.\d+\.\d+)/.exec(binary)?.[1] ?? "5.100.0";
}
