/** Planning: what terraform proposes, with what is not known yet and what must be replaced. */
import type { TypeSchema } from "../schema/types";
import { eachNestedBlock, markComputedUnknown } from "../schema/shape";
import { UNKNOWN, isKnown, same, stringMap, type State, type Value } from "../values";
import { MODELS } from "../world/models";
import { fillDefaults } from "./defaults";
import { replacing } from "./replace";

/** What a plan needs to know about the provider's configuration. */
export interface PlanSettings {
  region: string;
  defaultTags: Readonly<Record<string, string>>;
}

/** The answer to a plan. */
export interface Plan {
  planned: State | null;
  /** Attributes whose change needs a new object. */
  replace: string[];
  /** Attributes and blocks that differ from before. */
  changed: string[];
}

/** Plans one change. `proposed` is the configuration merged with what was computed before; null means delete. */
export function planChange(
  type: string,
  schema: TypeSchema,
  prior: State | null,
  proposed: State | null,
  config: State | null,
  settings: PlanSettings,
): Plan {
  if (proposed === null || config === null) return { planned: null, replace: [], changed: [] };
  const planned = structuredCloneKeepingUnknown(proposed) as State;
  fillDefaults(type, planned);
  if (prior === null) planCreate(type, schema, planned, settings);
  else planUpdate(type, schema, prior, planned, config, settings);
  const changed = Object.keys(planned).filter((name) => !same(planned[name], prior?.[name]));
  return { planned, replace: prior === null ? [] : replacing(type, changed), changed };
}

function planCreate(type: string, schema: TypeSchema, planned: State, settings: PlanSettings): void {
  if (schema.block.attributes?.["region"]) planned["region"] ??= settings.region;
  MODELS[type]?.planCreate?.(planned);
  planTags(schema, planned, settings);
  if (same(planned["tags_all"], {})) planned["tags_all"] = UNKNOWN; // the provider leaves no tags unknown at first
  markComputedUnknown(schema.block, planned);
  eachNestedBlock(schema.block, planned, markComputedUnknown);
}

function planUpdate(
  type: string,
  schema: TypeSchema,
  prior: State,
  planned: State,
  config: State,
  settings: PlanSettings,
): void {
  planTags(schema, planned, settings);
  if (same(prior, planned)) return;
  MODELS[type]?.planUpdate?.(planned, prior, config);
  markComputedUnknown(schema.block, planned);
  eachNestedBlock(schema.block, planned, markComputedUnknown);
}

/** `tags_all` is the provider's default tags under the resource's own; unknown while any of them is. */
function planTags(schema: TypeSchema, planned: State, settings: PlanSettings): void {
  if (!schema.block.attributes?.["tags_all"]?.computed) return;
  planned["tags_all"] = isKnown(planned["tags"]) ? { ...settings.defaultTags, ...stringMap(planned, "tags") } : UNKNOWN;
}

/** A deep copy; there is only one unknown value and it is not copied. */
function structuredCloneKeepingUnknown(value: Value): Value {
  if (value === null || typeof value !== "object" || value === UNKNOWN) return value;
  if (Array.isArray(value)) return value.map(structuredCloneKeepingUnknown);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, structuredCloneKeepingUnknown(item)]));
}
