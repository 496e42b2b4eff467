/** The calls of the plugin protocol, answered from the simulated world. What only calls need is loaded with the first of them. */
import { methodOf } from "./methods";
import { cachedSchema } from "./schema-cache";
import type { Answer } from "./server";
import type { Settings } from "./settings";

/** What only calls need: the codec and the provider. */
function load(settings: Settings) {
  const { Provider } = require("./handlers") as typeof import("./handlers");
  const protocol = require("./protocol") as typeof import("./protocol");
  return { provider: new Provider(settings), protocol };
}

/** Answers from the simulated world. */
export function simulated(settings: Settings): Answer {
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

/** Terraform then asks for the schema instead. */
function unimplemented(method: string): Error {
  const UNIMPLEMENTED = 12;
  return Object.assign(new Error(`${method} is not implemented`), {
    code: UNIMPLEMENTED,
    details: `${method} is not implemented`,
  });
}
