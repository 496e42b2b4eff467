/** How data sources choose objects: by attributes, by tags and by filters. */
import { blocks, stringMap, text, texts, type State } from "../values";
import { AwsError } from "./errors";
import type { WorldObject } from "./world";

/** Values of an object that a filter name stands for, such as `vpc-id`. */
export type FilterValues = (object: WorldObject) => readonly string[];

/** Whether an object has all the tags that are asked for. */
export function hasTags(state: State, wanted: Readonly<Record<string, string>>): boolean {
  const tags = { ...stringMap(state, "tags"), ...stringMap(state, "tags_all") };
  return Object.entries(wanted).every(([key, value]) => tags[key] === value);
}

/** Whether an object passes every `filter` block and has the tags of `tags`. */
export function passes(config: State, object: WorldObject, names: Readonly<Record<string, FilterValues>>): boolean {
  if (!hasTags(object.state, stringMap(config, "tags"))) return false;
  return blocks(config, "filter").every((filter) => {
    const found = filterValues(text(filter, "name") ?? "", object, names);
    return texts(filter, "values").some((pattern) => found.some((value) => wildcard(pattern).test(value)));
  });
}

function filterValues(
  name: string,
  object: WorldObject,
  names: Readonly<Record<string, FilterValues>>,
): readonly string[] {
  const tag = /^tag:(.+)$/.exec(name)?.[1];
  if (tag !== undefined)
    return [stringMap(object.state, "tags_all")[tag] ?? stringMap(object.state, "tags")[tag]].filter(
      (value) => value !== undefined,
    );
  const known = names[name];
  if (known) return known(object);
  throw new AwsError(
    "Simulator",
    "InvalidParameterValue",
    `The filter '${name}' is not simulated. Known: ${Object.keys(names).join(", ")}, tag:<key>`,
  );
}

/** EC2's wildcards: `*` for any characters, `?` for one. */
function wildcard(pattern: string): RegExp {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`);
}

/** The one object that is found; none or several are refused as the provider does. */
export function only(found: readonly WorldObject[], what: string, asked: string): WorldObject {
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw new AwsError("Simulator", "NotFound", `no matching ${what} found${asked}`);
  throw new AwsError(
    "Simulator",
    "TooManyResults",
    `multiple ${what}s matched${asked}; use additional constraints to reduce matches to a single ${what}`,
  );
}

/** What was asked, for an error: ` (vpc_id = vpc-1)`. */
export function asked(config: State): string {
  const written = Object.entries(config)
    .filter(([name, value]) => typeof value === "string" && name !== "region")
    .map(([name, value]) => `${name} = ${String(value)}`);
  const filters = blocks(config, "filter").map(
    (filter) => `${text(filter, "name")} = ${texts(filter, "values").join("|")}`,
  );
  const all = [...written, ...filters];
  return all.length > 0 ? ` (${all.join(", ")})` : "";
}
