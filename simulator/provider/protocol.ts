/**
 * The messages of Terraform's plugin protocol, version 5, as far as they are used here.
 * Names and numbers of fields are facts of the protocol; fields that are neither read nor written are left out.
 */
import { Root, type Type } from "protobufjs/light";

type Fields = Record<string, { type: string; id: number; rule?: "repeated"; keyType?: string }>;

const one = (type: string, id: number) => ({ type, id });
const many = (type: string, id: number) => ({ type, id, rule: "repeated" as const });
const map = (type: string, id: number) => ({ type, id, keyType: "string" });

const MESSAGES = {
  // values and what is said about them
  DynamicValue: { msgpack: one("bytes", 1), json: one("bytes", 2) },
  RawState: { json: one("bytes", 1) },
  Step: { attribute_name: one("string", 1) },
  AttributePath: { steps: many("Step", 1) },
  Diagnostic: {
    severity: one("int32", 1),
    summary: one("string", 2),
    detail: one("string", 3),
    attribute: one("AttributePath", 4),
  },

  // schemas
  Attribute: {
    name: one("string", 1),
    type: one("bytes", 2),
    required: one("bool", 4),
    optional: one("bool", 5),
    computed: one("bool", 6),
    sensitive: one("bool", 7),
    write_only: one("bool", 10),
  },
  NestedBlock: {
    type_name: one("string", 1),
    block: one("Block", 2),
    nesting: one("int32", 3),
    min_items: one("int64", 4),
    max_items: one("int64", 5),
  },
  Block: { attributes: many("Attribute", 2), block_types: many("NestedBlock", 3) },
  Schema: { version: one("int64", 1), block: one("Block", 2) },
  ServerCapabilities: { plan_destroy: one("bool", 1), get_provider_schema_optional: one("bool", 2) },
  GetSchemaResponse: {
    provider: one("Schema", 1),
    resource_schemas: map("Schema", 2),
    data_source_schemas: map("Schema", 3),
    provider_meta: one("Schema", 5),
    server_capabilities: one("ServerCapabilities", 6),
  },

  // calls: every request about a type begins with its name
  TypeRequest: { type_name: one("string", 1) },
  PrepareProviderConfigRequest: { config: one("DynamicValue", 1) },
  PrepareProviderConfigResponse: { prepared_config: one("DynamicValue", 1), diagnostics: many("Diagnostic", 2) },
  ConfigureRequest: { terraform_version: one("string", 1), config: one("DynamicValue", 2) },
  ConfigureResponse: { diagnostics: many("Diagnostic", 1) },
  UpgradeResourceStateRequest: { type_name: one("string", 1), version: one("int64", 2), raw_state: one("RawState", 3) },
  UpgradeResourceStateResponse: { upgraded_state: one("DynamicValue", 1), diagnostics: many("Diagnostic", 2) },
  ReadResourceRequest: { type_name: one("string", 1), current_state: one("DynamicValue", 2), private: one("bytes", 3) },
  ReadResourceResponse: {
    new_state: one("DynamicValue", 1),
    diagnostics: many("Diagnostic", 2),
    private: one("bytes", 3),
  },
  PlanResourceChangeRequest: {
    type_name: one("string", 1),
    prior_state: one("DynamicValue", 2),
    proposed_new_state: one("DynamicValue", 3),
    config: one("DynamicValue", 4),
  },
  PlanResourceChangeResponse: {
    planned_state: one("DynamicValue", 1),
    requires_replace: many("AttributePath", 2),
    diagnostics: many("Diagnostic", 4),
    legacy_type_system: one("bool", 5),
  },
  ApplyResourceChangeRequest: {
    type_name: one("string", 1),
    prior_state: one("DynamicValue", 2),
    planned_state: one("DynamicValue", 3),
    config: one("DynamicValue", 4),
  },
  ApplyResourceChangeResponse: {
    new_state: one("DynamicValue", 1),
    private: one("bytes", 2),
    diagnostics: many("Diagnostic", 3),
    legacy_type_system: one("bool", 4),
  },
  ImportResourceStateRequest: { type_name: one("string", 1), id: one("string", 2) },
  ImportedResource: { type_name: one("string", 1), state: one("DynamicValue", 2) },
  ImportResourceStateResponse: { imported_resources: many("ImportedResource", 1), diagnostics: many("Diagnostic", 2) },
  ReadDataSourceRequest: { type_name: one("string", 1), config: one("DynamicValue", 2) },
  ReadDataSourceResponse: { state: one("DynamicValue", 1), diagnostics: many("Diagnostic", 2) },
} satisfies Record<string, Fields>;

/** The name of a message declared above. */
export type MessageName = keyof typeof MESSAGES;

const root = Root.fromJSON({
  nested: Object.fromEntries(Object.entries(MESSAGES).map(([name, fields]) => [name, { fields: fields as Fields }])),
});

/** The protobuf type of a message. */
export function message(name: MessageName): Type {
  return root.lookupType(name);
}

/** Encodes a message from a plain object. */
export function encodeMessage(name: MessageName, value: object): Buffer {
  return Buffer.from(message(name).encode(value).finish());
}

/** Decodes a message to an object; absent fields have protobuf's default values. */
export function decodeMessage<T>(name: MessageName, bytes: Uint8Array): T {
  return message(name).decode(bytes) as unknown as T;
}
