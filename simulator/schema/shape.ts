/** Brings values into the shape a schema demands. */
import { UNKNOWN, Unknown, type State, type Value } from "../values";
import type { AttributeSchema, BlockSchema, NestedBlockSchema, TerraformType } from "./types";

/** A complete object of the schema: members that are missing become null or no blocks, members it does not know are dropped. */
export function conform(block: BlockSchema, value: Readonly<Record<string, Value | undefined>>): State {
  const result: State = {};
  for (const [name, attribute] of Object.entries(block.attributes ?? {}))
    result[name] = conformType(attribute.type, value[name] ?? null);
  for (const [name, nested] of Object.entries(block.block_types ?? {}))
    result[name] = conformBlocks(nested, value[name] ?? null);
  return result;
}

function conformBlocks(nested: NestedBlockSchema, value: Value): Value {
  if (value instanceof Unknown) return value;
  if (nested.nesting_mode === "single") return value === null ? null : conform(nested.block, value as State);
  const items = Array.isArray(value) ? value : value === null ? [] : [value];
  return items.map((item) => (item instanceof Unknown ? item : conform(nested.block, item as State)));
}

/** Completes objects inside an attribute. */
function conformType(type: TerraformType, value: Value): Value {
  if (typeof type === "string" || value === null || typeof value !== "object" || value instanceof Unknown) return value;
  if (type[0] === "object") {
    const members = Object.entries(type[1]).map(([name, of]): [string, Value] => [
      name,
      conformType(of, (value as State)[name] ?? null),
    ]);
    return Object.fromEntries(members);
  }
  if (Array.isArray(value)) return value.map((item) => conformType(type[1] as TerraformType, item));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, conformType(type[1] as TerraformType, item)]),
  );
}

/** Visits every block inside `value` that the schema knows, outermost first, without `value` itself. */
export function eachNestedBlock(
  block: BlockSchema,
  value: State,
  visit: (block: BlockSchema, value: State) => void,
): void {
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const inside = value[name];
    for (const item of Array.isArray(inside) ? inside : [inside]) {
      if (typeof item !== "object" || item === null || item instanceof Unknown) continue;
      visit(nested.block, item as State);
      eachNestedBlock(nested.block, item as State, visit);
    }
  }
}

/** Makes every computed attribute of one block unknown that has no value yet. */
export function markComputedUnknown(block: BlockSchema, value: State): void {
  for (const [name, attribute] of Object.entries(block.attributes ?? {}))
    if (attribute.computed && value[name] === null) value[name] = UNKNOWN;
}

/** What a computed attribute is when nothing better is known: an empty string, 0, false, nothing in a collection. */
export function emptyValue(attribute: AttributeSchema): Value {
  switch (attribute.type) {
    case "string":
      return "";
    case "number":
      return 0;
    case "bool":
      return false;
    case "dynamic":
      return null;
    default:
      return attribute.type[0] === "map" ? {} : attribute.type[0] === "object" ? null : [];
  }
}
