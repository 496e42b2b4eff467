import { quote } from "./hcl";
import { type Argument, block } from "./hcl-layout";
import type { Validation } from "./validation";

/** A variable as cdktf synthesises it. */
export interface VariableBlock {
  readonly type: string;
  readonly description: string;
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly validation?: readonly Validation[];
}

/**
 * The variables of a module in native syntax: they are what its users read. It is faster, too: Terraform parses the
 * expressions of Terraform JSON anew each time it looks at them, and validations are the longest there are.
 */
export const variablesFile = (variables: Readonly<Record<string, VariableBlock>>): string =>
  Object.entries(variables).map(variableBlock).join("\n");

function variableBlock([name, variable]: [string, VariableBlock]): string {
  const { type, description, nullable, validation = [] } = variable;
  const lines: Argument[] = [
    ["type", type.replaceAll("\n", "\n  ")],
    ["description", quote(description)],
  ];
  if (nullable !== undefined) lines.push(["nullable", String(nullable)]);
  if ("default" in variable) lines.push(["default", JSON.stringify(variable.default)]);
  const blocks = validation.map((each) => `\n${validationBlock(each)}`).join("");
  return `variable "${name}" {\n${block(lines, "  ")}\n${blocks}}\n`;
}

const validationBlock = ({ condition, error_message: message }: Validation): string =>
  `  validation {\n${block(
    [
      ["condition", bare(condition)],
      ["error_message", bare(message)],
    ],
    "    ",
  )}\n  }\n`;

/** The expression of a template that is nothing else. */
const bare = (template: string): string => template.replace(/^\$\{([^]*)\}$/, "$1");
