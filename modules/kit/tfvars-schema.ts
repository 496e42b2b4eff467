import { z } from "zod";
import { schemaOf } from "./schema";

/** What JSON Schema knows; the project's own metadata stays out of the published file. */
const KEYWORDS = new Set([
  "type",
  "description",
  "default",
  "enum",
  "pattern",
  "minimum",
  "maximum",
  "minLength",
  "minItems",
  "items",
  "properties",
  "required",
  "propertyNames",
  "additionalProperties",
]);

/** The JSON Schema of a `*.tfvars.json`, for editors: `"$schema": "…/switchyard.schema.json"`. */
export function tfvarsSchema(inputs: z.ZodObject): string {
  const { properties, ...rest } = publicPart(schemaOf(inputs)) as { properties: object };
  const root = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Switchyard input",
    ...rest,
    properties: { $schema: { type: "string" }, ...properties },
  };
  return `${JSON.stringify(root, null, 2)}\n`;
}

function publicPart(node: unknown): unknown {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => KEYWORDS.has(key))
      .map(([key, value]) => [
        key,
        key === "properties"
          ? Object.fromEntries(Object.entries(value as object).map(([name, member]) => [name, publicPart(member)]))
          : key === "items" || key === "additionalProperties" || key === "propertyNames"
            ? publicPart(value)
            : value,
      ]),
  );
}
