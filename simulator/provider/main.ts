/**
 * The process that terraform starts as a provider: `node main.js aws` or `node main.js null`.
 * It says where it listens before it loads anything that only the calls need.
 */
import type { ProviderName } from "../schema/types";
import { METHOD_NAMES, TYPED_METHODS } from "./methods";
import { serve, startRealProvider, type Answer } from "./server";
import { readSettings, type Settings } from "./settings";
import { simulated } from "./simulated";

const settings = readSettings(process.argv[2] as ProviderName, process.env);

/** Everything goes to the real provider but the types that are answered here. Its configuration is told to both. */
async function inFront(settings: Settings, own: Answer, realProvider: string): Promise<Answer> {
  const real = await startRealProvider(realProvider, METHOD_NAMES);
  process.on("exit", () => real.process.kill());
  const { decodeMessage } = require("./protocol") as typeof import("./protocol");
  return async (method, request) => {
    if (method === "GetSchema") return Buffer.concat([await real.call(method, request), await own(method, request)]);
    if (method === "Configure") await own(method, request);
    if (!TYPED_METHODS.has(method)) return real.call(method, request);
    const { type_name: type } = decodeMessage<{ type_name: string }>("TypeRequest", request);
    const name = method.includes("DataSource") ? `data.${type}` : type;
    return settings.own.has(name) ? own(method, request) : real.call(method, request);
  };
}

/** Ends the process when terraform has gone without a word, as after `kill -9`. */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(0), 5000).unref();
}

async function main(): Promise<void> {
  const own = simulated(settings);
  const answer = settings.realProvider ? await inFront(settings, own, settings.realProvider) : own;
  const stop = (): void => void setTimeout(() => process.exit(0), 10);
  process.on("SIGTERM", () => process.exit(0));
  process.on("SIGINT", () => {}); // terraform handles the interrupt and then shuts its providers down
  endWithParent();
  serve(METHOD_NAMES, answer, stop);
}

void main();
