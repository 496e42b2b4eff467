import { unknown, unknownsIn } from "../unknown";
import { isObject, type Json } from "./piece";

/** What a template's intrinsic functions are resolved against. */
export interface Scope {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly mappings: Json;
  readonly conditions: Json;
  /** What `!Ref` and `!GetAtt` of a resource of this template that is read as well give: its address. */
  readonly resources: ReadonlyMap<string, string>;
}

/** `AWS::NoValue`: the member is not there. */
const NO_VALUE = Symbol("AWS::NoValue");

/**
 * A value with its intrinsic functions resolved as far as the template alone tells; the rest stays as named unknowns.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function resolve(value: unknown, scope: Scope): unknown {
  const resolved = inner(value, scope);
  return resolved === NO_VALUE ? undefined : resolved;
}

function inner(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => inner(item, scope)).filter((item) => item !== NO_VALUE);
  if (!isObject(value)) return value;
  const [[name, argument] = [""], ...more] = Object.entries(value);
  if (!more.length && name in FUNCTIONS) return (FUNCTIONS[name] as Intrinsic)(argument, scope);
  if (!more.length && name.startsWith("Fn::")) return unknown(`${name.slice(4)} ${label(argument)}`.trim());
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, inner(member, scope)])
      .filter(([, member]) => member !== NO_VALUE),
  );
}

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const FUNCTIONS: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => reference(String(name), scope),
  "Fn::GetAtt": (argument, scope) =>
    attribute(Array.isArray(argument) ? argument.map(String) : String(argument).split("."), scope),
  "Fn::Sub": (argument, scope) => substitute(argument, scope),
  "Fn::Join": (argument, scope) => {
    const [separator, parts] = pair(argument, scope);
    return Array.isArray(parts) ? parts.map(String).join(String(separator)) : unknown("Join");
  },
  "Fn::Select": (argument, scope) => {
    const [index, list] = pair(argument, scope);
    return Array.isArray(list)
      ? (list[Number(index)] ?? unknown(`Select ${String(index)}`))
      : unknown(`Select ${String(index)} of ${unknownsIn(list).join(", ") || "a list"}`);
  },
  "Fn::Split": (argument, scope) => {
    const [separator, text] = pair(argument, scope);
    return typeof text === "string" && !unknownsIn(text).length
      ? text.split(String(separator))
      : unknown(`Split ${unknownsIn(text).join(", ")}`);
  },
  "Fn::FindInMap": (argument, scope) => {
    const keys = (Array.isArray(argument) ? argument : []).map((item) => String(inner(item, scope)));
    return (
      keys.reduce<unknown>((map, key) => (isObject(map) ? map[key] : undefined), scope.mappings) ??
      unknown(`FindInMap ${keys.map(plain).join(".")}`)
    );
  },
  "Fn::If": (argument, scope) => {
    const [condition, yes, no] = Array.isArray(argument) ? argument : [];
    const holds = conditionHolds(String(condition), scope);
    return holds === undefined ? unknown(`If ${String(condition)}`) : inner(holds ? yes : no, scope);
  },
};

const plain = (text: string): string => text.replaceAll("\0", "");
const label = (argument: unknown): string => (typeof argument === "string" ? argument : "");
const pair = (argument: unknown, scope: Scope): [unknown, unknown] => {
  const [first, second] = Array.isArray(argument) ? argument : [];
  return [inner(first, scope), inner(second, scope)];
};

function reference(name: string, scope: Scope): unknown {
  if (name === "AWS::NoValue") return NO_VALUE;
  if (Object.hasOwn(scope.parameters, name)) return scope.parameters[name];
  return scope.resources.get(name) ?? unknown(name);
}

/** `Arn` and App Runner's own `ServiceArn`, `VpcConnectorArn`… of a resource that is read stand for the resource. */
const attribute = ([resource = "", ...path]: readonly string[], scope: Scope): unknown =>
  (path.join(".").endsWith("Arn") ? scope.resources.get(resource) : undefined) ??
  unknown([resource, ...path].join("."));

function substitute(argument: unknown, scope: Scope): unknown {
  const [text, given] = Array.isArray(argument) ? argument : [argument, {}];
  const own = isObject(given) ? given : {};
  return String(text).replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    const value = Object.hasOwn(own, name)
      ? inner(own[name], scope)
      : name.includes(".")
        ? attribute(name.split("."), scope)
        : reference(name, scope);
    return typeof value === "symbol" ? "" : String(value);
  });
}

/** Whether a condition of the template holds; undefined when that depends on an unknown. */
export function conditionHolds(name: string, scope: Scope): boolean | undefined {
  return truth(scope.conditions[name], scope, 0);
}

function truth(condition: unknown, scope: Scope, depth: number): boolean | undefined {
  if (!isObject(condition) || depth > 20) return undefined;
  const [[name, argument] = ["", undefined]] = Object.entries(condition);
  const list = Array.isArray(argument) ? argument : [];
  const parts = () => list.map((item) => truth(item, scope, depth + 1));
  if (name === "Condition") return truth(scope.conditions[String(argument)], scope, depth + 1);
  if (name === "Fn::Not") return not(parts()[0]);
  if (name === "Fn::And") return parts().includes(false) ? false : parts().includes(undefined) ? undefined : true;
  if (name === "Fn::Or") return parts().includes(true) ? true : parts().includes(undefined) ? undefined : false;
  if (name !== "Fn::Equals") return undefined;
  const [left, right] = list.map((item) => inner(item, scope));
  return unknownsIn(left).length || unknownsIn(right).length ? undefined : String(left) === String(right);
}

const not = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);
