import type { Finding } from "../apprunner/finding";
import type { SwitchyardInput } from "../apprunner/group-input";
import type { Mode } from "../modules/kit/capability";
import type { Import, Taken } from "./take";

/** What becomes of the services that were described. */
export interface Adoption {
  /** The group's name, and the name of the module call. */
  readonly name: string;
  readonly mode: Mode;
  readonly region: string;
  readonly account: string;
  readonly cluster: string;
  /** Every service that was described. */
  readonly services: readonly Taken[];
  /** Those that the input holds. */
  readonly adopted: readonly string[];
  /** The input; undefined when no service can be taken over. */
  readonly input: SwitchyardInput | undefined;
  readonly imports: readonly Import[];
  /** What changes and what cannot be taken over, worst first. */
  readonly findings: readonly Finding[];
  /** Whether a service cannot be taken over. */
  readonly blocked: boolean;
}
