/**
 * Writes `schema.json`: the schema of the simulated types, read from the installed CDKTF bindings.
 * Run it after a change of the bindings or of the list of types: `npx tsx simulator/generate-schema.ts`.
 */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readBindings } from "./schema/bindings";
import { blockFromBindings } from "./schema/from-bindings";
import { applyRules } from "./schema/rules";
import type { ProviderName, ProviderSchema, TypeSchema } from "./schema/types";
import { DATA_SOURCE_TYPES, RESOURCE_TYPES } from "./schema/wanted";

/** Builds the schemas of both providers from the bindings. */
export function generateSchemas(): Record<ProviderName, ProviderSchema> {
  const resource = (type: string): [string, TypeSchema] => [
    type,
    schemaOf(type, folderOf("aws", type.replace(/^aws_/, ""))),
  ];
  const data = (type: string): [string, TypeSchema] => [
    type,
    schemaOf(`data.${type}`, folderOf("aws", `data_${type}`)),
  ];
  return {
    aws: {
      provider: schemaOf("provider", folderOf("aws", "provider")),
      resource_schemas: Object.fromEntries(RESOURCE_TYPES.map(resource)),
      data_source_schemas: Object.fromEntries(DATA_SOURCE_TYPES.map(data)),
    },
    null: {
      provider: { version: 0, block: {} },
      resource_schemas: { null_resource: nullResource() },
      data_source_schemas: {},
    },
  };
}

/** `id` of a null_resource is computed only: it is not an argument, though the bindings offer it. */
function nullResource(): TypeSchema {
  const schema = schemaOf("null_resource", folderOf("null", "resource"));
  schema.block.attributes!.id = { type: "string", computed: true };
  return schema;
}

function schemaOf(name: string, folder: string): TypeSchema {
  return applyRules(name, blockFromBindings(readBindings(join(folder, "index.js"))));
}

function folderOf(provider: ProviderName, name: string): string {
  const root = dirname(require.resolve(`@cdktf/provider-${provider}/package.json`));
  return join(root, "lib", name.replaceAll("_", "-"));
}

/** The schemas as JSON text with one type on a line, so that a change of one type is a change of one line. */
export function schemaText(schemas: Record<ProviderName, ProviderSchema>): string {
  const entries = (record: object, text: (value: never) => string): string =>
    `{\n${Object.entries(record)
      .map(([name, value]) => `${JSON.stringify(name)}: ${text(value as never)}`)
      .join(",\n")}\n}`;
  const line = (schema: TypeSchema): string => JSON.stringify(schema);
  const provider = (schema: ProviderSchema): string =>
    entries(schema, (part: TypeSchema | Record<string, TypeSchema>) =>
      "block" in part ? line(part as TypeSchema) : entries(part, line),
    );
  return `${entries(schemas, provider)}\n`;
}

if (require.main === module) {
  const file = join(__dirname, "schema.json");
  writeFileSync(file, schemaText(generateSchemas()));
  console.log(`wrote ${file}`);
}
