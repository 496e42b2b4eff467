import type { Estimate } from "./cost/estimate";
import type { Step } from "./cut-over";
import type { Finding, Severity } from "./finding";
import type { GroupPlan } from "./plan";
import type { NotRead } from "./read";

/** A group of services with everything a reader is told about it. */
export interface MigratedGroup extends GroupPlan {
  /** Every field of every service: where it went, or what is lost. */
  readonly allFindings: readonly Finding[];
  readonly cost: Estimate;
  readonly cutOver: readonly Step[];
}

/** What became of the definitions that were given. */
export interface Migration {
  readonly groups: readonly MigratedGroup[];
  /** What was given and could not be read. */
  readonly notRead: readonly NotRead[];
  /** Whether something stands in the way of the tracks that the services are written for. */
  readonly blocked: boolean;
}

/** A file to write, by its path below the output folder. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

export const count = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;
