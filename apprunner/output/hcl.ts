import { aligned, type Argument } from "../../modules/kit/hcl-layout";

const BARE = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const RESERVED = new Set(["for", "if", "in", "null", "true", "false", "else", "endfor", "endif"]);

/**
 * A text in HCL. A tfvars file is read as an expression, so that `${` and `%{` are doubled there as well.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 */
export const quote = (text: string): string =>
  `"${text
    .replace(/\\/g, "\\\\")
    .replace(/"/g, '\\"')
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t")
    .replace(/([$%])\{/g, "$1$1{")
    .replace(
      /[\u0000-\u001f\u007f\u2028\u2029\ufeff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )}"`;

export const key = (name: string): string => (BARE.test(name) && !RESERVED.has(name) ? name : quote(name));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Comments by the path of the object they stand in, `services.api`; each ends the object. */
export type Comments = ReadonlyMap<string, readonly string[]>;

/** The members of an object, one a line, with `=` aligned as `terraform fmt` does. */
export function members(
  value: Record<string, unknown>,
  comments: Comments = new Map(),
  path = "",
  indent = "",
): string {
  const lines = Object.entries(value)
    .filter(([name, member]) => member !== undefined && !isEmpty(member, comments, path ? `${path}.${name}` : name))
    .map(([name, member]): Argument => [key(name), render(member, comments, path ? `${path}.${name}` : name, indent)]);
  const remarks = (comments.get(path) ?? []).map((line) => `${indent}# ${line}`.trimEnd());
  return [...aligned(lines).map((line) => `${indent}${line}`), ...remarks].join("\n");
}

const isEmpty = (value: unknown, comments: Comments, path: string): boolean =>
  (Array.isArray(value) && value.length === 0 && path !== "") ||
  (isObject(value) && Object.keys(value).length === 0 && !comments.has(path));

function render(value: unknown, comments: Comments, path: string, indent: string): string {
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map((item) => render(item, comments, path, indent)).join(", ")}]`;
  if (isObject(value) && !comments.has(path) && Object.values(value).every((member) => typeof member === "number"))
    return `{ ${Object.entries(value)
      .map(([name, member]) => `${key(name)} = ${member as number}`)
      .join(", ")} }`;
  if (isObject(value)) return `{\n${members(value, comments, path, `${indent}  `)}\n${indent}}`;
  return JSON.stringify(value);
}
