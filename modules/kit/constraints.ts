import type { Problem } from "./problem";
import type { SchemaNode } from "./schema";

/**
 * One limit of a schema node: the sentence a reader gets, and the same limit as an HCL condition.
 * (zod checks it in TypeScript; the sentence is taken from here there too.)
 */
export interface Constraint {
  readonly why: string;
  readonly fix: string;
  /** HCL that is true for a good value. */
  readonly holds: (value: string) => string;
}

/** The limits a node carries in itself, apart from its type. */
export function constraintsOf(node: SchemaNode): Constraint[] {
  const found: Constraint[] = [];
  const add = (why: string, fix: string, holds: Constraint["holds"]) =>
    found.push({ why, fix: node.fix ?? fix, holds });
  if (node.enum) {
    const words = node.enum.map((word) => JSON.stringify(word)).join(", ");
    add(`it must be one of ${words}`, "Write one of these", (v) => `contains([${words}], ${v})`);
  } else if (node.type === "number" && node.minimum !== undefined && node.maximum !== undefined) {
    const [low, high] = [node.minimum, node.maximum];
    add(
      `it must be a number from ${low} to ${high}${node.unit ? ` (${node.unit})` : ""}`,
      "Write a number in that range",
      (v) => `${v} >= ${low} && ${v} <= ${high}`,
    );
  } else if (node.type === "integer") {
    const [low, high] = [node.minimum ?? Number.MIN_SAFE_INTEGER, node.maximum ?? Number.MAX_SAFE_INTEGER];
    const bounded = low > Number.MIN_SAFE_INTEGER && high < Number.MAX_SAFE_INTEGER;
    const range = bounded ? ` from ${low} to ${high}` : "";
    const unit = !node.unit ? "" : bounded ? ` (${node.unit})` : ` of ${node.unit}`;
    add(`it must be a whole number${range}${unit}`, "Write a number in that range", (v) =>
      [`floor(${v}) == ${v}`, ...(bounded ? [`${v} >= ${low}`, `${v} <= ${high}`] : [])].join(" && "),
    );
  } else if (node.pattern) {
    add(
      node.why ?? `it must match ${node.pattern}`,
      "Rewrite it",
      (v) => `can(regex(${JSON.stringify(node.pattern)}, ${v}))`,
    );
  } else if (node.minLength) {
    add(node.why ?? "it must not be empty", "Write a value", (v) => `length(${v}) >= ${node.minLength}`);
  } else if (node.minItems) {
    add(
      node.why ?? `it must hold ${node.minItems} or more`,
      "Add to the list",
      (v) => `length(${v}) >= ${node.minItems}`,
    );
  }
  return found;
}

/** The sentence for a value of this node that breaks a limit. */
export const explain = (node: SchemaNode, path: string, got: string | undefined): Problem => {
  const first = constraintsOf(node)[0];
  return {
    path,
    got,
    why: first?.why ?? node.why ?? `it must be ${article(node)}`,
    fix: first?.fix ?? node.fix ?? "Write such a value",
  };
};

const article = (node: SchemaNode): string =>
  ({
    string: "text",
    number: "a number",
    integer: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "an object",
  })[node.type ?? "string"];
