import { Token } from "cdktf";
import { camelCase, isMap, type SchemaNode } from "./schema";
import type { Problem } from "./problem";

/**
 * Turns TypeScript props into Terraform's form: camelCase members become snake_case. Names of maps (services,
 * variables) stay as written, and a token passes as it is.
 *
 * @param problems receives a problem for each member that the schema does not know
 */
export function toTerraform(node: SchemaNode, value: unknown, problems: Problem[], path = ""): unknown {
  if (value === undefined || value === null || Token.isUnresolved(value)) return value ?? undefined;
  if (isMap(node) && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        toTerraform(node.additionalProperties, member, problems, join(path, name)),
      ]),
    );
  }
  if (node.items && Array.isArray(value))
    return value.map((item, i) => toTerraform(node.items ?? {}, item, problems, `${path}[${i}]`));
  return node.properties && isObject(value) ? members(node, value, problems, path) : value;
}

function members(
  node: SchemaNode,
  value: Record<string, unknown>,
  problems: Problem[],
  path: string,
): Record<string, unknown> {
  const known = new Map(Object.keys(node.properties ?? {}).map((name) => [camelCase(name), name]));
  for (const given of Object.keys(value)) {
    if (known.has(given) || value[given] === undefined) continue;
    problems.push({
      path: join(path, given),
      why: "there is no such option",
      fix: `The options here are ${[...known.keys()].sort().join(", ")}`,
    });
  }
  const entries = [...known].map(([given, name]): [string, unknown] => {
    return [name, toTerraform(node.properties?.[name] ?? {}, value[given], problems, join(path, given))];
  });
  return Object.fromEntries(entries.filter(([, member]) => member !== undefined));
}

/** A value in Terraform's form with every left-out member at its default. */
export function withDefaults(node: SchemaNode, value: unknown): unknown {
  if (value === undefined)
    return node.default === undefined ? undefined : node.properties ? withDefaults(node, {}) : node.default;
  if (Token.isUnresolved(value)) return value;
  if (isMap(node) && isObject(value))
    return mapValues(value, (member) => withDefaults(node.additionalProperties, member));
  if (node.items && Array.isArray(value)) return value.map((item) => withDefaults(node.items ?? {}, item));
  if (!node.properties || !isObject(value)) return value;
  const filled = Object.entries(node.properties).map(([name, member]): [string, unknown] => [
    name,
    withDefaults(member, value[name]),
  ]);
  return { ...value, ...Object.fromEntries(filled.filter(([, member]) => member !== undefined)) };
}

const mapValues = (value: Record<string, unknown>, change: (member: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member)]));

const join = (path: string, name: string): string => (path ? `${path}.${name}` : name);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
