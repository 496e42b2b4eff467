import type { Problem } from "./problem";

/**
 * A limit that spans several values of the input. It is checked at both doors: in TypeScript on literals, in Terraform
 * at plan, in the same words.
 */
export interface Rule<Input = never> {
  /** The problems of a literal input. */
  readonly problems: (input: Input) => Problem[];
  /** HCL for the list of the same problems, each as its sentence. */
  readonly sentences: string;
  /** It reads values that often come from another resource, and are then unknown when Terraform plans. */
  readonly reference?: boolean;
}
