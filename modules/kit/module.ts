import {
  type ITerraformDependable,
  type Precondition,
  TerraformHclModule,
  type TerraformIterator,
  type TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
import { Construct } from "constructs";
import type { z } from "zod";
import { type Problem, InputError } from "./problem";
import { toTerraform, withDefaults } from "./resolve";
import type { PlanRule } from "./validation";
import { valueProblems } from "./value-problems";
import { hcl, raw } from "./hcl";
import { camelCase, schemaOf } from "./schema";

/** The providers a module may run on. `any` is the plain track's range, `express` the one that has the Express resource. */
export const AWS_PROVIDER = { any: ">= 5.100.0, < 7.0.0", express: ">= 6.50.0, < 7.0.0" } as const;

/** Everything about a module that is not a resource. */
export interface ModuleDefinition {
  /** The folder under `modules/` and under `terraform/`. */
  readonly name: string;
  /** One sentence for the module's README. */
  readonly summary: string;
  /** The inputs, in Terraform's names. */
  readonly inputs: z.ZodObject;
  /** Limits that span several inputs, and the variable that carries them together with every other limit. */
  readonly rules?: { readonly on: string; readonly list: readonly PlanRule[] };
  readonly provider: keyof typeof AWS_PROVIDER;
}

/** A value a module gives back. */
export interface Output {
  readonly value: unknown;
  readonly description: string;
  /** What must exist before anybody uses the value, and must outlive its users. */
  readonly dependsOn?: readonly TerraformResource[];
  /** What must hold before anybody uses the value. */
  readonly preconditions?: readonly Precondition[];
}

/** A construct that is also exported as a plain Terraform module: inputs in, resources, outputs out. */
export abstract class Module extends Construct {
  /** The outputs, in Terraform's names. */
  abstract readonly outputs: Readonly<Record<string, Output>>;
}

export interface ModuleClass<Props> {
  readonly definition: ModuleDefinition;
  new (scope: Construct, id: string, props: Props): Module;
}

/**
 * A module's inputs with defaults filled, each in Terraform's form: literal or token.
 *
 * @throws InputError with every wrong literal; tokens are checked by Terraform
 */
export function inputsOf<Props extends object>(
  construct: Construct,
  { inputs }: ModuleDefinition,
  props: Props,
): Required<Props> {
  const problems: Problem[] = [];
  const filled = withDefaults(schemaOf(inputs), toTerraform(schemaOf(inputs), props, problems)) as Record<
    string,
    unknown
  >;
  problems.push(...valueProblems(inputs, filled));
  if (problems.length) throw new InputError(problems, construct.node.path);
  const names = Object.keys(schemaOf(inputs).properties);
  return Object.fromEntries(names.map((name) => [camelCase(name), filled[name] ?? null])) as Required<Props>;
}

/** A call of another of these modules. */
export class ModuleCall extends TerraformHclModule {
  /** An output of a module that is called once. */
  output(name: string) {
    return hcl`${this.reference}.${raw(name)}`;
  }

  /** An output of a module that is called `for_each` service: service to value. */
  outputs(name: string) {
    return hcl`{ for name, instance in ${this.reference} : name => instance.${raw(name)} }`;
  }

  private get reference() {
    return raw(`module.${this.friendlyUniqueId}`);
  }
}

/** Calls a module of this project that lies beside the calling one. */
export function call<Props extends object>(
  scope: Construct,
  id: string,
  module: ModuleClass<Props>,
  props: Props,
  options: {
    readonly forEach?: TerraformIterator;
    readonly source?: string;
    readonly dependsOn?: ITerraformDependable[];
  } = {},
): ModuleCall {
  const { name, inputs } = module.definition;
  const snake = new Map(Object.keys(schemaOf(inputs).properties).map((input) => [camelCase(input), input]));
  const given = Object.entries(props).filter(([, value]) => value !== undefined);
  return new ModuleCall(scope, id, {
    source: options.source ?? `../${name}`,
    skipAssetCreationFromLocalModules: true,
    forEach: options.forEach,
    dependsOn: options.dependsOn,
    variables: Object.fromEntries(given.map(([prop, value]) => [snake.get(prop) ?? prop, value])),
  });
}

/** A `check` block: a warning in every plan and apply while the condition does not hold. */
export function check(scope: Construct, name: string, condition: unknown, message: unknown): void {
  TerraformStack.of(scope).addOverride(`check.${name}`, { assert: [{ condition, error_message: message }] });
}

/** `count` for a resource that is made when a condition holds. */
export const countIf = (condition: unknown): number => Token.asNumber(hcl`${condition} ? 1 : 0`);
