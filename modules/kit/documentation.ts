import type { Capability, Mode, Support } from "./capability";
import type { ModuleDefinition, Output } from "./module";
import { defaultOf, limitsOf, supportText } from "./props-source";
import { isMap, isOptional, schemaOf, type SchemaNode } from "./schema";

/** An option of a module, with the way to it: `services.*.scaling.min_task_count`. */
export interface Option {
  readonly path: string;
  readonly node: SchemaNode;
  readonly optional: boolean;
}

/** Every option of a schema, outermost first. */
export function optionsOf(node: SchemaNode, path = ""): Option[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, member]) => {
    const own = { path: path ? `${path}.${name}` : name, node: member, optional: isOptional(node, name) };
    const inner = isMap(member) ? member.additionalProperties : (member.items ?? member);
    return [own, ...optionsOf(inner, `${own.path}${isMap(member) ? ".*" : member.items ? "[]" : ""}`)];
  });
}

/** The tables at the end of a module's README. */
export function referenceTables(
  definition: ModuleDefinition,
  outputs: Readonly<Record<string, Pick<Output, "description">>>,
): string {
  const inputs = optionsOf(schemaOf(definition.inputs)).map(({ path, node, optional }) => [
    `\`${path}\``,
    typeName(node),
    optional ? code(defaultOf(node)) : "required",
    description(node),
  ]);
  const given = Object.entries(outputs).map(([name, output]) => [`\`${name}\``, output.description]);
  return `## Inputs\n\n${table(["Input", "Type", "Default", "What it is"], inputs)}\n\n## Outputs\n\n${table(["Output", "What it is"], given)}\n`;
}

/** What each track does with each option. */
export function capabilityTable(definition: ModuleDefinition): string {
  const rows = optionsOf(schemaOf(definition.inputs))
    .filter(({ node }) => node.capability)
    .map(({ path, node }) => [`\`${path}\``, support(node.capability, "express"), support(node.capability, "ecs")]);
  return table(["Option", 'mode = "express"', 'mode = "ecs"'], rows);
}

const support = (capability: Capability | undefined, mode: Mode): string => (capability ? words(capability[mode]) : "");

const words = (given: Support): string => supportText(given).replace(/^refused/, "**refused**");

const description = (node: SchemaNode): string =>
  [
    node.description,
    limitsOf(node),
    node.enum && `One of ${node.enum.map((word) => `\`${word}\``).join(", ")}.`,
    node.source && `[Source](${node.source})`,
  ]
    .filter(Boolean)
    .join(" ");

/** The type in a word or two; members of objects have rows of their own. */
function typeName(node: SchemaNode): string {
  if (isMap(node)) return `map of ${typeName(node.additionalProperties)}`;
  if (node.properties) return "object";
  if (node.type === "array") return `list of ${typeName(node.items ?? {})}`;
  if (node.type === "integer" || typeof node.enum?.[0] === "number") return "number";
  return node.type === "boolean" ? "bool" : (node.type ?? "string");
}

const code = (text: string): string => (text.startsWith("- ") ? text.slice(2) : `\`${text}\``);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`)
    .join("\n");
