import { describe } from "./problem";
import { constraintsOf, type Constraint } from "./constraints";
import type { Rule } from "./rule";
import { isMap, isOptional, type SchemaNode } from "./schema";

/** A `validation` block. */
export interface Validation {
  readonly condition: string;
  readonly error_message: string;
}

/** Validations that hold while HCL lists of sentences are empty, and print all sentences when they are not. */
const noneOf = (lists: readonly string[]): Validation[] => {
  if (!lists.length) return [];
  const all = `concat(\n${lists.map((list) => `      ${list},\n`).join("")}    )`;
  return [{ condition: "${length(" + all + ") == 0}", error_message: '${join("\\n", ' + all + ")}" }];
};

/** The part of a rule that Terraform runs. */
export type PlanRule = Pick<Rule, "sentences" | "reference">;

/** A variable and its schema. */
export interface Validated {
  readonly variable: string;
  readonly node: SchemaNode;
  readonly nullable: boolean;
}

/**
 * The validations of variables: every limit that their schemas carry anywhere inside, and the rules that span them. They
 * are one block, so that a plan shows all problems at once (OpenTofu prints one failed block of a variable, and neither
 * engine goes on to a variable whose validation reads a failed one). Limits of values that may come from another
 * resource are a second block: while such a value is unknown, it must not put off the first.
 */
export function validationsOf(variables: readonly Validated[], rules: readonly PlanRule[] = []): Validation[] {
  const found = variables.flatMap(({ variable, node, nullable }) =>
    limitsOf(node).map((limit) => {
      const list = sentences(limit, variable);
      return { list: nullable ? `(var.${variable} == null ? [] : ${list})` : list, reference: limit.reference };
    }),
  );
  const all = [...found, ...rules.map(({ sentences: list, reference = false }) => ({ list, reference }))];
  return [false, true].flatMap((reference) =>
    noneOf(all.filter((each) => each.reference === reference).map((each) => each.list)),
  );
}

/** A limit and the way to it: the steps from the variable down to the value. */
interface Limit {
  readonly steps: readonly Step[];
  readonly constraint: Constraint;
  readonly secret: boolean;
  readonly reference: boolean;
}
type Step =
  | { readonly kind: "member"; readonly name: string; readonly optional: boolean }
  | { readonly kind: "item" }
  | { readonly kind: "value" }
  | { readonly kind: "key" };

function limitsOf(node: SchemaNode, steps: readonly Step[] = []): Limit[] {
  const own = constraintsOf(node).map((constraint) => ({
    steps,
    constraint,
    secret: node.secret === true,
    reference: node.reference === true,
  }));
  const down = (child: SchemaNode, step: Step) => limitsOf(child, [...steps, step]);
  if (isMap(node)) {
    const names = node.propertyNames ? down({ type: "string", ...node.propertyNames }, { kind: "key" }) : [];
    return [...own, ...names, ...down(node.additionalProperties, { kind: "value" })];
  }
  if (node.items) return [...own, ...down(node.items, { kind: "item" })];
  const members = Object.entries(node.properties ?? {}).flatMap(([name, member]) =>
    down(member, { kind: "member", name, optional: isOptional(node, name) && member.default === undefined }),
  );
  return [...own, ...members];
}

/** HCL that lists a sentence for every value that breaks the limit. */
function sentences({ steps, constraint, secret }: Limit, variable: string): string {
  const leaf = (value: string, path: string): string => {
    const got = secret ? undefined : "${jsonencode(" + value + ")}";
    const sentence = quoteTemplate(describe({ path, got, why: constraint.why, fix: constraint.fix }));
    return `${constraint.holds(value)} ? [] : [${sentence}]`;
  };
  const walk = (rest: readonly Step[], value: string, path: string, depth: number): string => {
    const [step, ...after] = rest;
    if (!step) return leaf(value, path);
    const [k, v] = [`k${depth}`, `v${depth}`];
    switch (step.kind) {
      case "member": {
        const inner = walk(after, `${value}.${step.name}`, path ? `${path}.${step.name}` : step.name, depth);
        return step.optional ? `${value}.${step.name} == null ? [] : ${inner}` : inner;
      }
      case "item":
        return `flatten([for ${k}, ${v} in ${value} : ${walk(after, v, `${path}[\${${k}}]`, depth + 1)}])`;
      case "value":
        return `flatten([for ${k}, ${v} in ${value} : ${walk(after, v, `${path}.\${${k}}`, depth + 1)}])`;
      case "key":
        return `flatten([for ${k}, ${v} in ${value} : ${walk(after, k, `${path}.\${${k}}`, depth + 1)}])`;
    }
  };
  return walk(steps, `var.${variable}`, variable, 0);
}

/** An HCL template string whose `${…}` interpolations are meant. */
export const quoteTemplate = (template: string): string =>
  `"${template
    .split(/(\$\{[^}]*\})/)
    .map((part, i) => (i % 2 ? part : JSON.stringify(part).slice(1, -1)))
    .join("")}"`;
