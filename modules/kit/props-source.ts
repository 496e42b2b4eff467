import type { Capability, Support } from "./capability";
import type { ModuleDefinition } from "./module";
import { camelCase, isMap, isOptional, schemaOf, type SchemaNode } from "./schema";

/** An interface to be written: its name, what it describes, its members. */
interface Declaration {
  readonly name: string;
  readonly description: string;
  readonly node: SchemaNode;
}

/** The TypeScript props of a module, written from its spec: every member with its unit, limits, default and source. */
export function propsSource(definition: ModuleDefinition): string {
  const root = pascalCase(definition.name);
  const declarations = collect(
    { name: `${root}Props`, description: definition.summary, node: schemaOf(definition.inputs) },
    root,
  );
  const body = declarations.map(interfaceSource(root)).join("\n");
  const imports = body.includes("IResolvable") ? 'import type { IResolvable } from "cdktf";\n\n' : "";
  return `// Generated from the module's inputs by \`npm run generate\`; edit those.\n${imports}${body}`;
}

/** The interface itself and those of the objects inside, outermost first. */
function collect(declaration: Declaration, root: string): Declaration[] {
  const inner = Object.entries(declaration.node.properties ?? {}).flatMap(([name, member]) => {
    const node = objectIn(member);
    return node
      ? collect(
          {
            name: interfaceName(root, declaration.name, name, member),
            description: sentence(member.description ?? name),
            node,
          },
          root,
        )
      : [];
  });
  return [declaration, ...inner];
}

const objectIn = (node: SchemaNode): SchemaNode | undefined => {
  const inner = isMap(node) ? node.additionalProperties : node;
  return inner.properties ? inner : undefined;
};

/** The map `services` inside `SwitchyardProps` is of `SwitchyardServiceProps`; `scaling` inside that is `SwitchyardServiceScalingProps`. */
const interfaceName = (root: string, parent: string, member: string, node: SchemaNode): string => {
  const name = pascalCase(member.replace(/_/g, "-"));
  return `${parent === `${root}Props` ? root : parent.replace(/Props$/, "")}${isMap(node) ? name.replace(/s$/, "") : name}Props`;
};

const interfaceSource =
  (root: string) =>
  ({ name, description, node }: Declaration): string => {
    const members = Object.entries(node.properties ?? {}).map(([member, child]) => {
      const mark = isOptional(node, member) ? "?" : "";
      return `${documentation(child, isOptional(node, member))}  readonly ${camelCase(member)}${mark}: ${typeOf(child, interfaceName(root, name, member, child))};\n`;
    });
    return `/** ${sentence(description)} */\nexport interface ${name} {\n${members.join("\n")}}\n`;
  };

function typeOf(node: SchemaNode, inner: string): string {
  if (isMap(node)) return `{ readonly [name: string]: ${typeOf(node.additionalProperties, inner)} } | IResolvable`;
  if (node.properties) return `${inner} | IResolvable`;
  if (node.type === "array")
    return node.items?.properties || node.items?.type !== "string"
      ? `readonly ${typeOf(node.items ?? {}, inner)}[] | IResolvable`
      : "readonly string[]";
  if (typeof node.enum?.[0] === "number" || node.type === "integer" || node.type === "number") return "number";
  if (node.type === "boolean") return "boolean | IResolvable";
  if (node.type === "string")
    return node.enum ? `${node.enum.map((word) => JSON.stringify(word)).join(" | ")} | (string & {})` : "string";
  return "unknown";
}

function documentation(node: SchemaNode, optional: boolean): string {
  const limits = limitsOf(node);
  const lines = [
    sentence(node.description ?? ""),
    ...(limits ? [limits] : []),
    ...supportLines(node.capability),
    "",
    ...(optional ? [`@default ${defaultOf(node)}`] : []),
    ...(node.example === undefined ? [] : [`@example ${JSON.stringify(node.example)}`]),
    ...(node.source ? [`@see ${node.source}`] : []),
  ];
  while (lines.at(-1) === "") lines.pop();
  return lines.length === 1
    ? `  /** ${lines[0]} */\n`
    : `  /**\n${lines.map((line) => `   *${line && ` ${line}`}\n`).join("")}   */\n`;
}

/** The limits of a value in words: `1 to 65535`, `256 to 4096 CPU units`. */
export function limitsOf(node: SchemaNode): string | undefined {
  const bounded = node.minimum !== undefined && node.maximum !== undefined && node.maximum < Number.MAX_SAFE_INTEGER;
  if (bounded) return `${node.minimum} to ${node.maximum}${node.unit ? ` ${node.unit}` : ""}.`;
  return node.unit ? `In ${node.unit}.` : undefined;
}

/** A default as one reads it: the value, or what happens instead. */
export const defaultOf = (node: SchemaNode): string =>
  node.default === undefined ? `- ${node.default_is ?? "none"}` : JSON.stringify(node.default);

const supportLines = (capability: Capability | undefined): string[] =>
  capability
    ? Object.entries(capability).flatMap(([mode, support]) =>
        support.kind === "honoured" ? [] : [`Mode \`${mode}\`: ${supportText(support)}.`],
      )
    : [];

/** What a track does with an option, in words. */
export const supportText = (support: Support): string =>
  support.kind === "honoured"
    ? "honoured"
    : support.kind === "approximated"
      ? `approximated: ${support.how}`
      : `refused${support.unless ? ` unless ${support.unless.option} = ${JSON.stringify(support.unless.value)}` : ""}: ${support.why}; ${support.instead}`;

const sentence = (text: string): string => (text && !/[.!?]$/.test(text) ? `${text}.` : text);

const pascalCase = (name: string): string =>
  name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
