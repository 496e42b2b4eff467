/**
 * The process that terraform starts as a provider: `node main.js aws` or `node main.js null`.
 * It says where it listens before it loads anything that only the calls need.
 */
import type { ProviderName } from "../schema/types";
import { METHOD_NAMES, TYPED_METHODS, methodOf } from "./methods";
import { cachedSchema } from "./schema-cache";
import { serve, startRealProvider, type Answer } from "./server";
import { readSettings, type Settings } from "./settings";

const settings = readSettings(process.argv[2] as ProviderName, process.env);

/** What only calls need: the codec and the provider. */
function load(settings: Settings) {
  const { Provider } = require("./handlers") as typeof import("./handlers");
  const protocol = require("./protocol") as typeof import("./protocol");
  return { provider: new Provider(settings), protocol };
}

/** Answers from the simulated world. */
function simulated(settings: Settings): Answer {
  const { schemaFile, cacheFolder, provider: name, realProvider } = settings;
  let loaded: ReturnType<typeof load> | undefined;
  const answerer = () => (loaded ??= load(settings));
  const schema = (): Buffer =>
    realProvider
      ? answerer().provider.ownSchemaAnswer()
      : cachedSchema(schemaFile, cacheFolder, name, () => answerer().provider.schemaAnswer());
  return async (method, request) => {
    if (method === "GetMetadata") throw unimplemented(method);
    if (method === "GetSchema") return schema();
    const known = methodOf(method);
    if (!known) return Buffer.alloc(0);
    const { provider, protocol } = answerer();
    const response = await known.answer(provider, protocol.decodeMessage(known.request, request) as never);
    return protocol.encodeMessage(known.response, response);
  };
}

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

/** Terraform then asks for the schema instead. */
function unimplemented(method: string): Error {
  const UNIMPLEMENTED = 12;
  return Object.assign(new Error(`${method} is not implemented`), {
    code: UNIMPLEMENTED,
    details: `${method} is not implemented`,
  });
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
