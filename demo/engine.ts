import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";

/** A program on the PATH. */
export const onPath = (name: string): string | undefined =>
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

/** The OpenTofu that `scripts/install-opentofu` builds. */
export const OPENTOFU_VERSION = "1.12.6";
export const builtTofu = (): string | undefined => {
  const file = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "opentofu", OPENTOFU_VERSION, "tofu");
  return existsSync(file) ? file : undefined;
};

/** terraform or tofu: what TERRAFORM_BINARY_NAME names (cdktf's own variable), else the first on the PATH. */
export const findEngine = (): string | undefined =>
  process.env["TERRAFORM_BINARY_NAME"] ?? onPath("terraform") ?? onPath("tofu") ?? builtTofu();

/** A message of `terraform apply -json`. */
export interface Event {
  readonly type: string;
  readonly "@level": string;
  readonly "@message": string;
  readonly hook?: { readonly resource: { readonly addr: string; readonly module: string }; readonly action: string };
  readonly diagnostic?: { readonly severity: string; readonly summary: string; readonly detail: string };
}

/** An engine in the folder of a root. */
export class Engine {
  constructor(
    private readonly program: string,
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Runs a command and gives back what it prints. */
  run(...args: string[]): string {
    const done = spawnSync(this.program, args, {
      cwd: this.folder,
      env: this.env,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (done.status !== 0) throw new Error(`${this.program} ${args.join(" ")}\n${done.stdout}${done.stderr}`);
    return done.stdout;
  }

  /** The value of an expression over the root's variables, as the console prints it. */
  evaluate(expression: string): string {
    return spawnSync(this.program, ["console"], {
      cwd: this.folder,
      env: this.env,
      input: `${expression}\n`,
      encoding: "utf8",
    }).stdout;
  }

  /** Runs a command with `-json` and reports its events while they come. */
  async stream(args: readonly string[], on: (event: Event) => void): Promise<void> {
    const child = spawn(this.program, [...args, "-json", "-input=false"], {
      cwd: this.folder,
      env: this.env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const errors: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      const event = JSON.parse(line) as Event;
      if (event.diagnostic?.severity === "error")
        errors.push(`${event.diagnostic.summary}: ${event.diagnostic.detail}`);
      on(event);
    }
    const status =
      child.exitCode ?? (await new Promise<number>((done) => child.on("close", (code) => done(code ?? 1))));
    if (status !== 0) throw new Error(`${this.program} ${args.join(" ")}\n${errors.join("\n")}`);
  }
}
