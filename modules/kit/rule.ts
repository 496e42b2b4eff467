import type { Validation } from "./validation";
import type { Problem } from "./problem";

/**
 * A limit that spans several values of the input. It is checked at both doors: in TypeScript on literals, in Terraform
 * at plan, in the same words.
 */
export interface Rule<Input = never> {
  /**
   * The variable whose `validation` block carries it. Validations that read each other's variables are a cycle to
   * Terraform, so: `services` may read any but `allowed_cidrs`, `allowed_cidrs` any, the others only themselves.
   */
  readonly variable: string;
  /** The problems of a literal input. */
  readonly problems: (input: Input) => Problem[];
  /** The same as a validation block. */
  readonly validation: Validation;
}
