import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { basename, join } from "node:path";

const PROGRAM = join(__dirname, "moto_server.py");

/** An address where nobody listens: a call to AWS that was not meant to happen is refused at once. */
export const NOBODY = "http://127.0.0.1:1";

/** The provider block for an endpoint that is not AWS: a call that fails is not repeated for minutes. */
export const provider = (more = ""): string => `
provider "aws" {
  region                      = "us-east-1"
  max_retries                 = 2
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  ${more}
}
`;

/** The same where there is no endpoint at all. */
export const offlineProvider = provider("skip_requesting_account_id = true");

/** A mirror that holds a real AWS provider alone, and the configuration of terraform and tofu for it. */
export function installRealProvider(folder: string, binary: string): string {
  const version = /_v(\d+\.\d+\.\d+)/.exec(basename(binary))?.[1] ?? "5.100.0";
  const machine = { x64: "amd64", ia32: "386" }[arch() as string] ?? arch();
  const mirror = join(folder, "mirror");
  for (const registry of ["registry.terraform.io", "registry.opentofu.org"]) {
    const target = join(mirror, registry, "hashicorp", "aws", version, `${platform()}_${machine}`);
    mkdirSync(target, { recursive: true });
    symlinkSync(binary, join(target, `terraform-provider-aws_v${version}_x5`));
  }
  const file = join(folder, "cli.tfrc");
  writeFileSync(
    file,
    `disable_checkpoint = true\nprovider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  );
  return file;
}

/** Moto, started for a test. */
export interface Moto {
  readonly endpoint: string;
  /** Asks one of the emulated services, in boto3's words. */
  ask<T = any>(service: string, operation: string, input?: object): T;
  /** Steers Express Mode: see `CONTROLS` in express_on_moto.py. */
  control<T = any>(operation: "Fail" | "Stick" | "Move", input: object): Promise<T>;
  /** What exists, by kind, besides what every account has. */
  left(): Record<string, string[]>;
  stop(): void;
}

/** Starts moto. It ends by itself after `seconds`, or with this process; from then on it refuses every call, so that nothing waits for it. */
export async function startMoto(python: string, seconds: number): Promise<Moto> {
  const { AWS_CA_BUNDLE: _bundle, ...env } = process.env;
  const server = spawn(python, [PROGRAM, "serve", String(seconds)], { env, stdio: ["pipe", "pipe", "ignore"] });
  const port = await new Promise<string>((resolve, reject) => {
    server.stdout.once("data", (line) => resolve(String(line).trim()));
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`moto ended with ${code} before it listened`)));
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const run = (...args: string[]) =>
    JSON.parse(execFileSync(python, [PROGRAM, ...args], { env, encoding: "utf8", timeout: 30_000 }));
  return {
    endpoint,
    ask: (service, operation, input = {}) => run("ask", endpoint, service, operation, JSON.stringify(input)),
    control: async (operation, input) => {
      const response = await fetch(endpoint, {
        method: "POST",
        headers: { "X-Amz-Target": `ExpressTest.${operation}` },
        body: JSON.stringify(input),
      });
      if (!response.ok) throw new Error(`${operation}: ${await response.text()}`);
      return (await response.json()) as any;
    },
    left: () => run("left", endpoint),
    stop: () => void server.kill(),
  };
}
