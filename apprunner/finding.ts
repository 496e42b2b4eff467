import type { Mode } from "../modules/kit/capability";

/** How much a difference matters, worst first. */
export const SEVERITIES = ["blocker", "security", "behaviour", "cost", "cosmetic"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What became of one field of a definition, or what a reader should know about it. */
export interface Finding {
  /** The App Runner service, or the group when it is about all of it. */
  readonly service: string;
  /** The field in the API's names: `InstanceConfiguration.Cpu`. */
  readonly field: string;
  /** Where it went, in the input's names; null when it went nowhere. */
  readonly to: string | null;
  /** Null when the field is carried as it is. */
  readonly severity: Severity | null;
  /** What happens to it, without any value that could be a secret. */
  readonly what: string;
  /** What to do about it; null when there is nothing to do. */
  readonly do: string | null;
  /** The rule that says so. */
  readonly rule: string;
  /** The only track that can take the service because of this. */
  readonly needs?: Mode;
}

/** A finding as a program reads it, which is not told what only the planning needs. */
export const shown = ({ service, field, to, severity, what, do: todo, rule }: Finding): Omit<Finding, "needs"> => ({
  service,
  field,
  to,
  severity,
  what,
  do: todo,
  rule,
});

export type Draft = Omit<Finding, "service" | "rule">;

/** A field that is carried as it is. */
export const kept = (field: string, to: string, what = "carried as it is"): Draft => ({
  field,
  to,
  severity: null,
  what,
  do: null,
});

/** A field that is carried with a difference. */
export const changed = (
  severity: Severity,
  field: string,
  to: string,
  what: string,
  todo: string | null = null,
): Draft => ({ field, to, severity, what, do: todo });

/** A field that goes nowhere. */
export const lost = (severity: Severity, field: string, what: string, todo: string | null): Draft => ({
  field,
  to: null,
  severity,
  what,
  do: todo,
});

/** A field that says nothing about how the service runs. */
export const noted = (field: string, what: string): Draft => ({ field, to: null, severity: null, what, do: null });

export const bySeverity = (a: Finding, b: Finding): number => rank(a.severity) - rank(b.severity);

const rank = (severity: Severity | null): number =>
  severity === null ? SEVERITIES.length : SEVERITIES.indexOf(severity);
