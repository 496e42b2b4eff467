/** The answer to "what types do you have". */
import type { BlockSchema, ProviderSchema, TypeSchema } from "../schema/types";
import { encodeMessage } from "./protocol";

const NESTING = { single: 1, list: 2, set: 3 } as const;

/** The bindings send `provider_meta` nothing; terraform-aws-modules write a user agent there, so the real provider has this. */
const PROVIDER_META = {
  block: { attributes: [{ name: "user_agent", type: Buffer.from('["list","string"]'), optional: true }] },
};

/** Which types to answer with: `aws_lb`, `data.aws_lb`. */
export type TypeFilter = (name: string) => boolean;

/** Encodes the whole answer. */
export function encodeSchemas(schema: ProviderSchema): Buffer {
  return Buffer.concat([
    encodeMessage("GetSchemaResponse", {
      provider: toMessage(schema.provider),
      provider_meta: PROVIDER_META,
      server_capabilities: { get_provider_schema_optional: true },
    }),
    encodeTypes(schema, () => true),
  ]);
}

/**
 * Encodes only types that pass the filter. Appended to another provider's answer, they are added to its types or replace
 * them: in protobuf the fields of a message may come in pieces, and a later entry of a map wins.
 */
export function encodeTypes(schema: ProviderSchema, wanted: TypeFilter): Buffer {
  const pick = (types: Record<string, TypeSchema>, prefix: string): Record<string, object> =>
    Object.fromEntries(
      Object.entries(types)
        .filter(([name]) => wanted(prefix + name))
        .map(([name, type]) => [name, toMessage(type)]),
    );
  return encodeMessage("GetSchemaResponse", {
    resource_schemas: pick(schema.resource_schemas, ""),
    data_source_schemas: pick(schema.data_source_schemas, "data."),
  });
}

function toMessage(type: TypeSchema): object {
  return { version: type.version, block: blockMessage(type.block) };
}

function blockMessage(block: BlockSchema): object {
  return {
    attributes: Object.entries(block.attributes ?? {}).map(([name, { type, ...flags }]) => ({
      name,
      type: Buffer.from(JSON.stringify(type)),
      ...flags,
    })),
    block_types: Object.entries(block.block_types ?? {}).map(
      ([type_name, { nesting_mode, block: nested, ...limits }]) => ({
        type_name,
        block: blockMessage(nested),
        nesting: NESTING[nesting_mode],
        ...limits,
      }),
    ),
  };
}
