import { isMap, isOptional, type SchemaNode } from "./schema";

/** The Terraform type constraint of a schema node, with `optional()` and its default wherever a member may be left out. */
export function terraformType(node: SchemaNode): string {
  if (isMap(node)) return `map(${terraformType(node.additionalProperties)})`;
  if (node.properties) return `object({ ${objectMembers(node).join(", ")} })`;
  if (node.type === "array") return `list(${terraformType(node.items ?? {})})`;
  if (node.type === "integer" || node.type === "number" || typeof node.enum?.[0] === "number") return "number";
  if (node.type === "boolean") return "bool";
  return node.type === "string" ? "string" : "any";
}

const objectMembers = (node: SchemaNode): string[] =>
  Object.entries(node.properties ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${name} = ${isOptional(node, name) ? optional(member) : terraformType(member)}`);

/** JSON is HCL for every default in use: scalars, lists and empty objects. */
const optional = (member: SchemaNode): string =>
  member.default === undefined
    ? `optional(${terraformType(member)})`
    : `optional(${terraformType(member)}, ${JSON.stringify(member.default)})`;
