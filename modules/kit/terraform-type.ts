import { block } from "./hcl-layout";
import { isMap, isOptional, type SchemaNode } from "./schema";

/**
 * The Terraform type constraint of a schema node, with `optional()` and its default wherever a member may be left out.
 *
 * @param margin what the line that it stands on begins with
 */
export function terraformType(node: SchemaNode, margin = ""): string {
  if (isMap(node)) return `map(${terraformType(node.additionalProperties, margin)})`;
  if (node.properties) return `object({\n${members(node, `${margin}  `)}\n${margin}})`;
  if (node.type === "array") return `list(${terraformType(node.items ?? {}, margin)})`;
  if (node.type === "integer" || node.type === "number" || typeof node.enum?.[0] === "number") return "number";
  if (node.type === "boolean") return "bool";
  return node.type === "string" ? "string" : "any";
}

const members = (node: SchemaNode, margin: string): string =>
  block(
    Object.entries(node.properties ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [
        name,
        isOptional(node, name) ? optional(member, margin) : terraformType(member, margin),
      ]),
    margin,
  );

/** JSON is HCL for every default in use: scalars, lists and empty objects. */
const optional = (member: SchemaNode, margin: string): string =>
  member.default === undefined
    ? `optional(${terraformType(member, margin)})`
    : `optional(${terraformType(member, margin)}, ${JSON.stringify(member.default)})`;
