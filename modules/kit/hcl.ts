import { type IResolvable, type IResolveContext, Token } from "cdktf";

/**
 * A Terraform expression with values spliced in: tokens as they are, literals quoted and escaped.
 *
 * cdktf's own `Fn` and `Op` lose quotes, backslashes and parentheses; this is the one way expressions are written here.
 */
class Expression implements IResolvable {
  readonly creationStack: string[] = [];

  constructor(
    private readonly parts: readonly string[],
    private readonly values: readonly unknown[],
  ) {}

  resolve(context: IResolveContext): string {
    const nested = context.suppressBraces;
    context.suppressBraces = true;
    const body = this.parts.reduce(
      (text, part, i) => text + part + (i < this.values.length ? this.splice(context, this.values[i]) : ""),
      "",
    );
    context.suppressBraces = nested;
    return nested ? body : "${" + body + "}";
  }

  private splice(context: IResolveContext, value: unknown): string {
    if (!Token.isUnresolved(value)) return literal(value, (inner) => this.splice(context, inner));
    const resolved: unknown = context.resolve(value);
    return typeof resolved === "string" ? resolved : literal(resolved, (inner) => this.splice(context, inner));
  }

  toString(): string {
    return Token.asString(this);
  }
}

/** Writes a literal in HCL's expression syntax. Undefined members of an object are left out. */
function literal(value: unknown, splice: (inner: unknown) => string): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(splice).join(", ")}]`;
  if (typeof value === "object") {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{ ${members.map(([key, member]) => `${quote(key)} = ${splice(member)}`).join(", ")} }`;
  }
  return String(value);
}

/** Quotes text as an HCL string whose template markers stay literal. */
export const quote = (text: string): string => escapeTemplate(JSON.stringify(text));

/** Makes `${` and `%{` literal in a string that Terraform reads as a template. */
export const escapeTemplate = (text: string): string => text.replace(/\$\{/g, () => "$${").replace(/%\{/g, () => "%%{");

/** An expression of any type: `` hcl`length(${services})` ``. */
export const hcl = (parts: TemplateStringsArray, ...values: unknown[]): IResolvable => new Expression(parts, values);

/** An expression for an argument that takes a string. */
export const text = (parts: TemplateStringsArray, ...values: unknown[]): string =>
  Token.asString(new Expression(parts, values));

/** An expression for an argument that takes a number. */
export const number = (parts: TemplateStringsArray, ...values: unknown[]): number =>
  Token.asNumber(new Expression(parts, values));

/** An expression for an argument that takes a list of strings. */
export const list = (parts: TemplateStringsArray, ...values: unknown[]): string[] =>
  Token.asList(new Expression(parts, values));

/** An expression for an argument that takes a map of strings. */
export const map = (parts: TemplateStringsArray, ...values: unknown[]): { [key: string]: string } =>
  Token.asStringMap(new Expression(parts, values));

/** An expression kept as text, for code that builds HCL out of HCL. */
export const raw = (expression: string): IResolvable => new Expression([expression], []);

/** An object without those of its members that are null. */
export const compact = (members: object): IResolvable =>
  hcl`{ for member, content in ${members} : member => content if content != null }`;
