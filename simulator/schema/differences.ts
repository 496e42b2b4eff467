/** Compares two schemas of a type, attribute by attribute. */
import type { AttributeSchema, BlockSchema, TypeSchema } from "./types";

/** One place where two schemas disagree, such as `aws_lb.name: {…} here, absent there`. */
export interface Difference {
  path: string;
  ours: string;
  theirs: string;
}

/** All differences between two schemas of the type `name`. Order of attributes and limits on the number of blocks are not compared. */
export function compareTypes(name: string, ours: TypeSchema, theirs: TypeSchema): Difference[] {
  const found: Difference[] = [];
  if (ours.version !== theirs.version)
    found.push({ path: `${name}#version`, ours: String(ours.version), theirs: String(theirs.version) });
  compareBlocks(name, ours.block, theirs.block, found);
  return found;
}

function compareBlocks(path: string, ours: BlockSchema, theirs: BlockSchema, found: Difference[]): void {
  for (const name of union(ours.attributes, theirs.attributes))
    note(`${path}.${name}`, attributeText(ours.attributes?.[name]), attributeText(theirs.attributes?.[name]), found);
  for (const name of union(ours.block_types, theirs.block_types)) {
    const [a, b] = [ours.block_types?.[name], theirs.block_types?.[name]];
    note(`${path}.${name}`, a ? `${a.nesting_mode} block` : "absent", b ? `${b.nesting_mode} block` : "absent", found);
    if (a && b) compareBlocks(`${path}.${name}`, a.block, b.block, found);
  }
}

function note(path: string, ours: string, theirs: string, found: Difference[]): void {
  if (ours !== theirs) found.push({ path, ours, theirs });
}

function union(a: object = {}, b: object = {}): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

/** An attribute in one line: its flags and its type. */
function attributeText(attribute: AttributeSchema | undefined): string {
  if (!attribute) return "absent";
  const flags = (["required", "optional", "computed", "sensitive", "write_only"] as const).filter(
    (flag) => attribute[flag],
  );
  return `${flags.join("+")} ${typeText(attribute.type)}`;
}

function typeText(type: unknown): string {
  if (typeof type !== "object" || type === null) return String(type);
  if (Array.isArray(type)) return type.map(typeText).join(" of ");
  return `{${Object.entries(type)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, t]) => `${name}: ${typeText(t)}`)
    .join(", ")}}`;
}
