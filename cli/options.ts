import { UsageError } from "./exit";

/** Collects a repeatable option. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `NAME=VALUE`, apart. */
export function named(value: string): readonly [name: string, value: string] {
  const at = value.indexOf("=");
  if (at < 1) throw new UsageError(`"${value}": write it as NAME=VALUE`);
  return [value.slice(0, at), value.slice(at + 1)];
}
