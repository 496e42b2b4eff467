/** What a provider process was told by the environment. `install.ts` sets these variables. */
import { dirname, join } from "node:path";
import type { ProviderName } from "../schema/types";

export interface Settings {
  provider: ProviderName;
  /** `schema.json`. */
  schemaFile: string;
  /** The world's file. */
  stateFile: string;
  /** Where the encoded schema is kept between processes. */
  cacheFolder: string;
  /** A real provider's binary that answers everything but `own`. */
  realProvider: string | undefined;
  /** Types answered here when there is a real provider: `aws_lb`, `data.aws_lb`. */
  own: ReadonlySet<string>;
  /** URL of an AWS endpoint with the operations of Express Mode, which then keeps Express services instead of the world. */
  endpoint: string | undefined;
  /** How long Express services are waited for there. */
  endpointWaitMs: number;
  /** Failures on demand: see `faults.ts`. */
  fail: string;
  /** Delays on demand: see `faults.ts`. */
  slow: string;
  /** File for one line of JSON per call. */
  logFile: string | undefined;
  /** File for one line of JSON per change of the world: see `world/journal.ts`. */
  journalFile: string | undefined;
  /** Region when the provider block names none. */
  region: string;
}

/** Types that a simulator in front of a real provider answers itself, unless told otherwise. */
export const DEFAULT_OWN: readonly string[] = ["aws_ecs_express_gateway_service", "data.aws_ecs_service"];

/** Reads the settings of the process that is asked to be `provider`. */
export function readSettings(provider: ProviderName, env: NodeJS.ProcessEnv): Settings {
  const schemaFile = env["SWITCHYARD_SIMULATOR_SCHEMA"];
  const stateFile = env["SWITCHYARD_SIMULATOR_STATE"];
  if (!schemaFile || !stateFile)
    throw new Error(
      "SWITCHYARD_SIMULATOR_SCHEMA and SWITCHYARD_SIMULATOR_STATE must be set: use the environment that installSimulator returns",
    );
  return {
    provider,
    schemaFile,
    stateFile,
    cacheFolder: env["SWITCHYARD_SIMULATOR_CACHE"] ?? join(dirname(stateFile), "cache"),
    realProvider: provider === "aws" ? env["SWITCHYARD_SIMULATOR_REAL"] || undefined : undefined,
    own: new Set(env["SWITCHYARD_SIMULATOR_OWN"]?.split(",") ?? DEFAULT_OWN),
    endpoint: env["SWITCHYARD_SIMULATOR_ENDPOINT"] || undefined,
    endpointWaitMs: Number(env["SWITCHYARD_SIMULATOR_ENDPOINT_WAIT"] ?? 60) * 1000,
    fail: env["SWITCHYARD_SIMULATOR_FAIL"] ?? "",
    slow: env["SWITCHYARD_SIMULATOR_SLOW"] ?? "",
    logFile: env["SWITCHYARD_SIMULATOR_LOG"] || undefined,
    journalFile: env["SWITCHYARD_SIMULATOR_JOURNAL"] || undefined,
    region: env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"] ?? "us-east-1",
  };
}
