/** Runs terraform and tofu for tests, on providers that this process serves, so that a command need not start any. */
import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import { providerProgram } from "./compiled";
import { REGISTRIES } from "./install";
import { readSettings } from "./provider/settings";
import type { Served } from "./provider/thread";
import type { ProviderName } from "./schema/types";

/** Where a program runs, and in which environment. */
export interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs any program and waits for its end. */
export const runProgram = (program: string, args: readonly string[], place: Place): SpawnSyncReturns<string> =>
  spawnSync(program, args, { ...place, encoding: "utf8", maxBuffer: 1 << 28 });

/**
 * Runs a command of terraform or tofu in the environment of an installed simulator. `init` needs the installation: it checks
 * versions and writes the lock file. What stands in front of a real provider is a process beside that one.
 */
export function runEngine(program: string, args: readonly string[], place: Place): SpawnSyncReturns<string> {
  const command = args.find((arg) => !arg.startsWith("-"));
  if (command === "init" || place.env["SWITCHYARD_SIMULATOR_REAL"]) return runProgram(program, args, place);
  return withProviders(place.env, (reattach) =>
    runProgram(program, args, { ...place, env: { ...place.env, ...reattach } }),
  );
}

const PROVIDERS: readonly ProviderName[] = ["aws", "null"];

const START_TIMEOUT_MS = 60_000;

/** Serves the providers that `env` tells about, until `run` is done; it gets the variables by which terraform finds them. */
function withProviders<T>(env: NodeJS.ProcessEnv, run: (reattach: Record<string, string>) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "switchyard-served-"));
  const socketOf = (name: ProviderName): string => join(folder, name);
  const providers = PROVIDERS.map((name) => ({ settings: readSettings(name, env), socket: socketOf(name) }));
  const listening = new Int32Array(new SharedArrayBuffer(4));
  const { port1: here, port2: meanwhile } = new MessageChannel();
  try {
    thread().postMessage({ providers, listening, meanwhile } satisfies Served, [meanwhile]);
    if (Atomics.wait(listening, 0, 0, START_TIMEOUT_MS) === "timed-out")
      throw new Error("the simulator does not start");
    return run({ TF_REATTACH_PROVIDERS: JSON.stringify(reattachment(socketOf)) });
  } finally {
    here.close();
    rmSync(folder, { recursive: true });
  }
}

/** How terraform finds providers that run already. In a test of theirs, which this is to terraform, it leaves ending them to us. */
function reattachment(socketOf: (name: ProviderName) => string): object {
  const running = { Protocol: "grpc", ProtocolVersion: 5, Pid: process.pid, Test: true };
  return Object.fromEntries(
    REGISTRIES.flatMap((registry) =>
      PROVIDERS.map((name) => [
        `${registry}/hashicorp/${name}`,
        { ...running, Addr: { Network: "unix", String: socketOf(name) } },
      ]),
    ),
  );
}

/** Where a process keeps its thread. Jest gives every test file modules and globals of its own, but all have Node's `Worker`. */
const shared = Worker as typeof Worker & { switchyardSimulator?: Worker };

function thread(): Worker {
  return (shared.switchyardSimulator ??= startThread());
}

function startThread(): Worker {
  const worker = new Worker(providerProgram("thread"), { execArgv: [] });
  worker.unref();
  return worker;
}
