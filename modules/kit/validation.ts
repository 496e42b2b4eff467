import { describe } from "./problem";
import { constraintsOf, type Constraint } from "./constraints";
import { isMap, isOptional, type SchemaNode } from "./schema";

/** A `validation` block. */
export interface Validation {
  readonly condition: string;
  readonly error_message: string;
}

/** A validation that holds while an HCL list of sentences is empty, and prints them all when it is not. */
export const noneOf = (sentences: string): Validation => ({
  condition: "${length(" + sentences + ") == 0}",
  error_message: '${join("\\n", ' + sentences + ")}",
});

/**
 * The validations of a Terraform variable: one for each limit that its schema carries anywhere inside. Each names every
 * place that breaks it, so that one run shows all.
 */
export const validationsOf = (variable: string, node: SchemaNode, nullable: boolean): Validation[] =>
  limitsOf(node).map((limit) => {
    const found = sentences(limit, variable);
    return noneOf(nullable ? `(var.${variable} == null ? [] : ${found})` : found);
  });

/** A limit and the way to it: the steps from the variable down to the value. */
interface Limit {
  readonly steps: readonly Step[];
  readonly constraint: Constraint;
  readonly secret: boolean;
}
type Step =
  | { readonly kind: "member"; readonly name: string; readonly optional: boolean }
  | { readonly kind: "item" }
  | { readonly kind: "value" }
  | { readonly kind: "key" };

function limitsOf(node: SchemaNode, steps: readonly Step[] = []): Limit[] {
  const own = constraintsOf(node).map((constraint) => ({ steps, constraint, secret: node.secret === true }));
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
