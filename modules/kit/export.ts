import { App, TerraformOutput, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { AWS_PROVIDER, type ModuleClass, type ModuleDefinition, type Output } from "./module";
import { camelCase, isOptional, schemaOf, type SchemaNode } from "./schema";
import { addressOf, awsProvider, ReadableStack } from "./stack";
import { terraformType } from "./terraform-type";
import { type Validated, type Validation, validationsOf } from "./validation";
import { variablesFile, type VariableBlock } from "./variables-file";

/** The oldest Terraform and OpenTofu with validations that read other variables. */
export const REQUIRED_VERSION = ">= 1.9.0";

type Json = Record<string, unknown>;

/** A module as files, Terraform JSON but for the variables: no provider, no backend, keys sorted; and what it gives back. */
export function exportModule<Props>(module: ModuleClass<Props>): {
  files: Record<string, string>;
  outputs: Readonly<Record<string, Output>>;
} {
  const stack = new ReadableStack(new App({ skipValidation: true }), module.definition.name);
  awsProvider(stack);
  const variables = declareVariables(new Construct(stack, "~var"), module.definition);
  const built = new module(stack, "this", variables as Props);
  const outputs = new Construct(stack, "~out");
  for (const [name, output] of Object.entries(built.outputs)) declareOutput(outputs, name, output);

  const { provider: _provider, ...synthesised } = synthesise(stack);
  return { files: files({ ...synthesised, terraform: requirements(module.definition) }), outputs: built.outputs };
}

/** A whole stack as files of Terraform JSON, for those who run it without TypeScript. */
export const exportStack = (stack: ReadableStack): Record<string, string> => files(synthesise(stack));

function synthesise(stack: ReadableStack): Json {
  stack.prepareStack();
  stack.runAllValidations();
  return withoutMetadata(stack.toTerraform()) as Json;
}

function declareOutput(
  scope: Construct,
  name: string,
  { preconditions = [], dependsOn = [], ...output }: Output,
): void {
  const declared = new TerraformOutput(scope, name, { ...output, staticId: true });
  if (dependsOn.length) declared.addOverride("depends_on", dependsOn.map(addressOf).sort());
  const blocks = preconditions.map(({ condition, errorMessage }) => ({ condition, error_message: errorMessage }));
  if (blocks.length) declared.addOverride("precondition", blocks);
}

/** What a root or module asks of Terraform and of the provider. */
export const requirements = ({ provider }: Pick<ModuleDefinition, "provider">): Json => ({
  required_version: REQUIRED_VERSION,
  required_providers: { aws: { source: "hashicorp/aws", version: AWS_PROVIDER[provider] } },
});

/**
 * Declares a definition's inputs as Terraform variables; gives them back as the construct's props.
 *
 * @param validate whether they carry the validations; a root leaves these to the module it calls
 */
export function declareVariables(
  scope: Construct,
  { inputs, rules }: ModuleDefinition,
  validate = true,
): Record<string, unknown> {
  const schema = schemaOf(inputs);
  const variables = Object.entries(schema.properties).map(([variable, node]): Validated & { optional: boolean } => {
    const optional = isOptional(schema, variable);
    return { variable, node, optional, nullable: optional && node.default === undefined };
  });
  const validationsFor = (one: Validated): Validation[] => {
    if (!validate) return [];
    if (!rules) return validationsOf([one]);
    return rules.on === one.variable ? validationsOf(variables, rules.list) : [];
  };
  return Object.fromEntries(
    variables.map((one) => [camelCase(one.variable), declareVariable(scope, one, one.optional, validationsFor(one))]),
  );
}

function declareVariable(
  scope: Construct,
  { variable: name, node, nullable }: Validated,
  optional: boolean,
  validation: Validation[],
): unknown {
  const variable = new TerraformVariable(scope, name, {
    type: terraformType(node),
    description: describeVariable(node),
    nullable,
  });
  if (optional) variable.addOverride("default", node.default ?? null);
  if (validation.length) variable.addOverride("validation", validation);
  return valueOf(variable, node);
}

const describeVariable = (node: SchemaNode): string =>
  [node.description, node.default_is && `Left out: ${node.default_is}.`].filter(Boolean).join(" ");

/** The variable as a token of the type that the construct's props have. */
function valueOf(variable: TerraformVariable, node: SchemaNode): unknown {
  switch (terraformType(node)) {
    case "string":
      return variable.stringValue;
    case "number":
      return variable.numberValue;
    case "bool":
      return variable.booleanValue;
    case "list(string)":
      return variable.listValue;
    default:
      return variable.value;
  }
}

/** cdktf notes the construct path of each block under the comment key `//`; reasons for accepted findings stay there. */
function withoutMetadata(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMetadata);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => key !== "//" || "checkov" in (member as object))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, key === "//" ? { checkov: (member as Json)["checkov"] } : withoutMetadata(member)]),
  );
}

/** A part of the configuration for each file. */
function files({ variable, output, locals, terraform, ...main }: Json): Record<string, string> {
  const parts = { main, locals: locals && { locals }, outputs: { output }, versions: { terraform } };
  const written = Object.entries(parts)
    .filter(([, part]) => part && Object.values(part).some(Boolean))
    .map(([name, part]) => [`${name}.tf.json`, `${JSON.stringify(withoutMetadata(part), null, 2)}\n`]);
  const variables = variable ? { "variables.tf": variablesFile(variable as Record<string, VariableBlock>) } : {};
  return { ...Object.fromEntries(written), ...variables };
}
