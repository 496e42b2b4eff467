import { spawn } from "node:child_process";
import { join } from "node:path";
import { REPOSITORY } from "../support/root";

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs `switchyard` as a user does, from the sources. */
export function switchyard(
  args: readonly string[],
  { cwd = REPOSITORY, env = {}, stdin }: { cwd?: string; env?: Record<string, string>; stdin?: string } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--import", join(REPOSITORY, "node_modules/tsx/dist/loader.mjs"), join(REPOSITORY, "cli/main.ts"), ...args],
      { cwd, env: { ...process.env, ...env } },
    );
    const wrote = { out: "", errors: "" };
    child.stdout.on("data", (text: Buffer) => (wrote.out += text.toString()));
    child.stderr.on("data", (text: Buffer) => (wrote.errors += text.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...wrote }));
    child.stdin.end(stdin ?? "");
  });
}
