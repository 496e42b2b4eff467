/** Turns parsed CDKTF bindings into the schema they were generated from. */
import ts from "typescript";
import type { Bindings, CommentedMember, SettableMember } from "./bindings";
import type { AttributeSchema, BlockSchema, NestedBlockSchema, TerraformType } from "./types";

/** The schema of the resource, data source or provider that the bindings describe. */
export function blockFromBindings(bindings: Bindings): BlockSchema {
  return buildBlock(bindings, bindings.main, bindings.main);
}

/** Builds one block from the settable entries of `structName` and the computed members of `className`. */
function buildBlock(bindings: Bindings, className: string, structName: string): BlockSchema {
  const attributes: Record<string, AttributeSchema> = {};
  const block_types: Record<string, NestedBlockSchema> = {};
  const found = bindings.classes.get(className);
  const settable = bindings.settable.get(structName) ?? new Map<string, SettableMember>();
  for (const [name, entry] of settable) {
    if (entry.storageClass === "any") continue; // nests into itself: see rules.ts
    const required = !(found?.methods.has(`reset${pascal(name)}`) ?? true);
    const nested = nestedBlock(bindings, entry, required);
    if (nested) block_types[name] = nested;
    else
      attributes[name] = {
        type: settableType(bindings, entry),
        ...flags(found?.commented.get(name) ?? { required, optional: !required }),
      };
  }
  for (const [name, member] of found?.commented ?? [])
    if (!settable.has(name)) attributes[name] = { type: computedType(bindings, name, member), computed: true };
  return {
    ...(Object.keys(attributes).length > 0 && { attributes: sorted(attributes) }),
    ...(Object.keys(block_types).length > 0 && { block_types: sorted(block_types) }),
  };
}

function pascal(name: string): string {
  return name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

function flags(member: Partial<CommentedMember>): Pick<AttributeSchema, "required" | "optional" | "computed"> {
  return {
    ...(member.required && { required: true }),
    ...(member.optional && { optional: true }),
    ...(member.computed && { computed: true }),
  };
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The nested block an entry stands for; undefined when it is an attribute. `listMapperHcl`'s second argument tells the two apart. */
function nestedBlock(bindings: Bindings, entry: SettableMember, required: boolean): NestedBlockSchema | undefined {
  const struct = structOf(entry.value);
  if (!struct) return undefined;
  const mapper = listMapper(entry.value);
  if (mapper && mapper.arguments[1]?.kind !== ts.SyntaxKind.TrueKeyword) return undefined;
  const block = buildBlock(bindings, `${struct}OutputReference`, struct);
  if (entry.type === "struct") return { nesting_mode: "single", block };
  return {
    nesting_mode: entry.type === "set" ? "set" : "list",
    block,
    ...(required && { min_items: 1 }),
    ...(!mapper && { max_items: 1 }),
  };
}

/** The type of a settable attribute. */
function settableType(bindings: Bindings, entry: SettableMember): TerraformType {
  const struct = structOf(entry.value);
  const element = struct ? objectType(bindings, struct) : primitive(entry.storageClass.replace(/(List|Map)+$/, ""));
  return entry.type === "simple" ? element : [entry.type as "list" | "set" | "map", element];
}

function primitive(name: string): TerraformType {
  if (name === "boolean") return "bool";
  if (name === "string" || name === "number") return name;
  throw new Error(`unexpected storage class ${name}`);
}

/** The type of a computed member, from its getter: `this.getStringAttribute(…)`, `new FooList(this, "foo", false)`, … */
function computedType(bindings: Bindings, memberName: string, member: CommentedMember): TerraformType {
  const source = member.source;
  if (source && ts.isNewExpression(source)) {
    const name = source.expression.getText();
    if (name === "cdktf.StringMap") return ["map", "string"];
    const struct = name.replace(/(List|Map|OutputReference)$/, "");
    const wrapsSet = source.arguments?.[2]?.kind === ts.SyntaxKind.TrueKeyword;
    return [name.endsWith("Map") ? "map" : wrapsSet ? "set" : "list", objectType(bindings, struct)];
  }
  const text = source?.getText() ?? "";
  const getter = /this\.get(\w+?)Attribute\(/.exec(text)?.[1];
  const collection = text.includes("Fn.tolist(") ? "set" : "list";
  switch (getter) {
    case "String":
      return "string";
    case "Number":
      return "number";
    case "Boolean":
      return "bool";
    case "List":
      return [collection, "string"];
    case "NumberList":
      return [collection, "number"];
    case "StringMap":
      return ["map", "string"];
    case "NumberMap":
      return ["map", "number"];
    case "BooleanMap":
      return ["map", "bool"];
    case "AnyMap":
      return ["map", "dynamic"];
    default:
      throw new Error(`cannot tell the type of ${memberName} from ${text || "nothing"}`);
  }
}

/** The object type of an attribute that holds a list of structs. */
function objectType(bindings: Bindings, struct: string): TerraformType {
  const block = buildBlock(bindings, `${struct}OutputReference`, struct);
  return [
    "object",
    Object.fromEntries(Object.entries(block.attributes ?? {}).map(([name, attribute]) => [name, attribute.type])),
  ];
}

/** The call of `cdktf.listMapperHcl` inside a value expression. */
function listMapper(value: ts.Expression): ts.CallExpression | undefined {
  return findCall(value, (callee) => callee.endsWith("listMapperHcl"));
}

/** The struct whose own mapper function a value expression uses. */
function structOf(value: ts.Expression): string | undefined {
  let found: string | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text.endsWith("ToHclTerraform") && !ts.isPropertyAccessExpression(node.parent))
      found ??= node.text.charAt(0).toUpperCase() + node.text.slice(1, -"ToHclTerraform".length);
    ts.forEachChild(node, visit);
  };
  visit(value);
  return found;
}

function findCall(node: ts.Node, wanted: (callee: string) => boolean): ts.CallExpression | undefined {
  if (ts.isCallExpression(node) && wanted(node.expression.getText())) return node;
  return ts.forEachChild(node, (child) => findCall(child, wanted));
}
