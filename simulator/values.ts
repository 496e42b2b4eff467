/** Values as terraform hands them to a provider. */

/** A value that will be known after apply. There is one: `UNKNOWN`. */
export class Unknown {
  toJSON(): string {
    return "(known after apply)";
  }
}

/** The only unknown value. */
export const UNKNOWN = new Unknown();

/** A Terraform value: blocks and objects are records, lists and sets are arrays. */
export type Value = null | boolean | number | string | Unknown | Value[] | { [name: string]: Value };

/** The attributes and blocks of a resource, data source or nested block. */
export type State = Record<string, Value>;

/** Whether two values are the same; unknown equals only unknown. */
export function same(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  if (a instanceof Unknown || b instanceof Unknown || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  const [x, y] = [a as State, b as State];
  const names = Object.keys(x);
  return names.length === Object.keys(y).length && names.every((name) => same(x[name], y[name]));
}

/** Whether a value contains nothing that will be known only after apply. */
export function isKnown(value: Value | undefined): boolean {
  if (value === null || value === undefined || typeof value !== "object") return true;
  if (value instanceof Unknown) return false;
  return (Array.isArray(value) ? value : Object.values(value)).every(isKnown);
}

/** The string at `name`; undefined when it is absent, null, empty, unknown or not a string. */
export function text(state: State | undefined, name: string): string | undefined {
  const value = state?.[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The strings in the list or set at `name`; empty when it is absent. */
export function texts(state: State | undefined, name: string): string[] {
  const value = state?.[name];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

/** The blocks or objects at `name`; empty when there are none. A single block counts as a list of one. */
export function blocks(state: State | undefined, name: string): State[] {
  const value = state?.[name];
  const items = Array.isArray(value) ? value : [value];
  return items.filter((item): item is State => typeof item === "object" && item !== null && !(item instanceof Unknown));
}

/** The map of strings at `name`; empty when it is absent. */
export function stringMap(state: State | undefined, name: string): Record<string, string> {
  const value = state?.[name];
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Unknown)
    ? (value as Record<string, string>)
    : {};
}
