/** Defaults inside the provider's schema. The bindings do not have them, so only those are here that a plan may turn on. */
import type { State, Value } from "../values";

/** By type and attribute. Whoever writes the default out has changed nothing; where it cannot be changed that matters. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  aws_iam_role: { path: "/" },
  aws_lb: { enable_http2: true },
};

/** Fills in what is left out. */
export function fillDefaults(type: string, planned: State): void {
  for (const [name, value] of Object.entries(DEFAULTS[type] ?? {})) planned[name] ??= value;
}

/** Whether a plan of the type holds values that are neither written nor computed, which a provider has to declare. */
export const hasDefaults = (type: string): boolean => type in DEFAULTS;
