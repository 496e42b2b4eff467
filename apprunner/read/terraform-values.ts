import { unknown } from "../unknown";
import { isObject, type Json } from "./piece";

/** What the references of a module are resolved against. */
export interface ModuleScope {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly locals: Json;
  /** `type.name` of the resources that are read, to their address. */
  readonly resources: ReadonlyMap<string, string>;
  /** Values a caller gave for unknowns, by name. */
  readonly values: Readonly<Record<string, string>>;
}

const REFERENCE = /^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z_*][A-Za-z0-9_*-]*|\[[0-9]+\]|\["[^"]*"\])*$/;
const CONDITIONAL = /^\s*([A-Za-z_][\w.-]*)\s*\?\s*("[^"]*"|[\w.-]+)\s*:\s*("[^"]*"|[\w.-]+)\s*$/;
const TEMPLATE = /\$?\$\{([^{}]*)\}/g;

/**
 * A value of `hcl2json` with references resolved as far as the files tell: variables, locals, resources that are read,
 * and a choice between two plain values. Any other expression stays as an unknown of that name.
 */
export function resolveValue(value: unknown, scope: ModuleScope, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, scope, depth));
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, resolveValue(member, scope, depth)]),
    );
  return typeof value === "string" ? resolveText(value, scope, depth) : value;
}

function resolveText(text: string, scope: ModuleScope, depth: number): unknown {
  if (depth > 20) return unknown(text);
  const whole = wholeExpression(text);
  if (whole !== undefined) return expression(whole, scope, depth);
  if (!text.includes("${")) return text.replaceAll("%%{", "%{");
  const filled = text.replace(TEMPLATE, (all, inner: string) =>
    all.startsWith("$$") ? `\u0001{${inner}}` : asText(expression(inner.trim(), scope, depth), inner),
  );
  return filled.includes("${")
    ? unknown(text.replaceAll("\0", ""))
    : filled.replaceAll("\u0001", "$").replaceAll("%%{", "%{");
}

/** The expression of `"${…}"` when that is all there is. */
function wholeExpression(text: string): string | undefined {
  if (!text.startsWith("${") || !text.endsWith("}")) return undefined;
  const inner = text.slice(2, -1);
  return inner.includes("${") || /}[^{]*\{/.test(inner) ? undefined : inner.trim();
}

const asText = (value: unknown, name: string): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : unknown(name);

function expression(text: string, scope: ModuleScope, depth: number): unknown {
  if (Object.hasOwn(scope.values, text)) return scope.values[text];
  if (REFERENCE.test(text)) return reference(text, scope, depth);
  const [, condition, yes, no] = CONDITIONAL.exec(text) ?? [];
  if (condition === undefined || yes === undefined || no === undefined) return unknown(text);
  const holds =
    condition === "true" || condition === "false" ? condition === "true" : reference(condition, scope, depth);
  return typeof holds === "boolean" ? literal(holds ? yes : no, scope, depth) : unknown(text);
}

function literal(text: string, scope: ModuleScope, depth: number): unknown {
  if (/^"|^-?[0-9.]+$|^(true|false|null)$/.test(text)) return JSON.parse(text);
  return expression(text, scope, depth + 1);
}

function reference(text: string, scope: ModuleScope, depth: number): unknown {
  if (/^(true|false|null)$/.test(text)) return JSON.parse(text);
  const [root = "", name = "", ...path] = text.split(/[.[]/).map((step) => step.replace(/["\]]/g, ""));
  if (root === "var" || root === "local") {
    const from = root === "var" ? scope.variables : scope.locals;
    if (!Object.hasOwn(from, name)) return unknown(text);
    const found = path.reduce<unknown>(
      (inner, step) => (isObject(inner) || Array.isArray(inner) ? (inner as Json)[step] : undefined),
      from[name],
    );
    return found === undefined ? unknown(text) : resolveValue(found, scope, depth + 1);
  }
  if (text === "count.index") return 0;
  const address = scope.resources.get(`${root}.${name}`);
  return address !== undefined && ["arn", "id"].includes(path.filter((step) => !/^[0-9]+$/.test(step)).join("."))
    ? address
    : unknown(text);
}
