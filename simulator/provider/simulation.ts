/** Applies, reads and imports resources in the simulated world. */
import { conform, emptyValue, eachNestedBlock } from "../schema/shape";
import type { ProviderSchema, TypeSchema } from "../schema/types";
import { UNKNOWN, Unknown, text, type State, type Value } from "../values";
import { Context, type Schemas, type Surroundings } from "../world/context";
import { MODELS } from "../world/models";
import type { World, WorldObject } from "../world/world";

/** Attributes that identify an object in the world, where terraform's `id` does not: it is missing, or the same for several objects. */
const KEYS: Readonly<Record<string, string>> = {
  aws_ecs_express_gateway_service: "service_arn",
  aws_ecs_task_definition: "arn", // id is the family
  aws_appautoscaling_target: "arn", // id is the service, whatever the dimension
  aws_appautoscaling_policy: "arn", // id is the name, whatever the service
  aws_cloudwatch_log_group: "arn", // ids of these are names, and the same name may be used in two regions
  aws_cloudwatch_event_rule: "arn",
  aws_cloudwatch_metric_alarm: "arn",
  aws_scheduler_schedule: "arn",
};

/** The id under which the world keeps an object. */
export function idOf(type: string, state: State): string | undefined {
  return text(state, KEYS[type] ?? "id");
}

/** Completes partial states by the schema. */
export function schemasOf(provider: ProviderSchema): Schemas {
  const resource = (type: string): TypeSchema => {
    const schema = provider.resource_schemas[type];
    if (!schema)
      throw new Error(
        `the simulator has no schema of ${type}: add it to simulator/schema/wanted.ts and generate schema.json again`,
      );
    return schema;
  };
  return { resource, state: (type, members) => conform(resource(type).block, members) };
}

/** Creates what was planned and returns its state. */
export function create(type: string, planned: State, surroundings: Surroundings): State {
  const { world, schemas } = surroundings;
  const { state: object, unknown } = settle(planned);
  const context = contextOf(surroundings, object, describe(type, object));
  nameObject(object, unknown, context);
  const model = MODELS[type];
  model?.create?.(object, context);
  const schema = schemas.resource(type);
  for (const name of unknown) object[name] ??= computedValue(type, name, object, schema, context);
  fillNestedBlocks(schema, object);
  keepToSchema(schema, object, planned);
  const stored: WorldObject = { type, id: idOf(type, object)!, state: object };
  world.put(stored);
  const facts = model?.created?.(object, context);
  if (facts) stored.facts = facts;
  return object;
}

/** Changes an object as planned and returns its new state. */
export function update(type: string, prior: State, planned: State, surroundings: Surroundings): State {
  const { world, schemas } = surroundings;
  const stored = world.get(type, idOf(type, prior)) ?? { type, id: idOf(type, prior)!, state: prior };
  const { state: object, unknown } = settle(planned);
  const context = contextOf(surroundings, object, `${type} ${stored.id}`);
  MODELS[type]?.update?.(object, stored, context);
  for (const name of unknown) object[name] ??= prior[name] ?? null;
  fillNestedBlocks(schemas.resource(type), object);
  world.put({ ...stored, state: object });
  return object;
}

/** Deletes an object; one that is gone already is not missed. */
export function remove(type: string, prior: State, surroundings: Surroundings): void {
  const stored = surroundings.world.get(type, idOf(type, prior));
  if (!stored) return;
  MODELS[type]?.delete?.(stored, contextOf(surroundings, prior, `delete ${stored.id}`));
  if (stored.state["skip_destroy"] === true) return; // it is forgotten, not deleted
  surroundings.world.remove(type, stored.id);
}

/** The object as it is now; null when it is gone. */
export function read(type: string, current: State, world: World): State | null {
  const id = idOf(type, current);
  if (id === undefined) return current;
  const state = world.get(type, id)?.state;
  return state ? (MODELS[type]?.read?.(state, current, world) ?? state) : null;
}

/** The object that an import id names. */
export function find(type: string, id: string, world: World): WorldObject | undefined {
  return (
    world.get(type, id) ??
    MODELS[type]?.import?.(id, world) ??
    world.find(type, (state) => text(state, "arn") === id || text(state, "name") === id)
  );
}

/** The object that an import id names, as the provider has it before it reads it for the first time. */
export function importing(type: string, id: string, world: World): State | undefined {
  const state = find(type, id, world)?.state;
  return state && (MODELS[type]?.imported?.(state, world) ?? state);
}

/** The context of one object: its own region, or the provider's. */
function contextOf(surroundings: Surroundings, object: State, description: string): Context {
  return new Context(
    { ...surroundings, region: text(object, "region") ?? surroundings.region },
    surroundings.world.newSeed(description),
  );
}

/** Replaces what is unknown by null and says which attributes were; unknown values in nested blocks become empty. */
function settle(planned: State): { state: State; unknown: string[] } {
  const unknown = Object.keys(planned).filter((name) => planned[name] instanceof Unknown);
  return { state: withoutUnknown(planned) as State, unknown };
}

function withoutUnknown(value: Value): Value {
  if (value === null || typeof value !== "object") return value;
  if (value === UNKNOWN) return null;
  if (Array.isArray(value)) return value.map(withoutUnknown);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutUnknown(item)]));
}

/** Fills unknown members of nested blocks that nothing else has filled. */
function fillNestedBlocks(schema: TypeSchema, object: State): void {
  eachNestedBlock(schema.block, object, (block, value) => {
    for (const [name, attribute] of Object.entries(block.attributes ?? {}))
      if (attribute.computed && value[name] === null) value[name] = emptyValue(attribute);
  });
}

/** Drops members the type does not have, and those that a model has set although they are neither written nor computed. */
function keepToSchema(schema: TypeSchema, object: State, planned: State): void {
  for (const name of Object.keys(object)) {
    if (!(name in planned)) delete object[name];
    else if (planned[name] === null && !schema.block.attributes?.[name]?.computed) object[name] = null;
  }
}

/** What tells one object from another before it has an id. */
function describe(type: string, object: State): string {
  return `${type} ${JSON.stringify(object)}`;
}

/** Makes a name from a prefix, as the provider does when `name` is not written. */
function nameObject(object: State, unknown: readonly string[], context: Context): void {
  for (const [name, prefix] of [
    ["name", "name_prefix"],
    ["bucket", "bucket_prefix"],
  ] as const) {
    if (!unknown.includes(name) || !(prefix in object)) continue;
    object[name] =
      `${text(object, prefix) ?? (name === "bucket" ? "" : "terraform-")}${context.hex(name === "bucket" ? 26 : 20, "name")}`;
  }
}

/** What a computed attribute is that the model of the type has left open. */
function computedValue(type: string, name: string, object: State, schema: TypeSchema, context: Context): Value {
  if (name === "id") return text(object, "arn") ?? text(object, "name") ?? context.ec2Id(type.split("_").at(-1)!);
  if (name === "arn") return genericArn(type, object, context);
  const attribute = schema.block.attributes?.[name];
  return attribute ? emptyValue(attribute) : [];
}

/** An ARN for types whose model does not make one. */
function genericArn(type: string, object: State, context: Context): string {
  const [service = "", ...rest] = type.replace(/^aws_/, "").split("_");
  return context.arn(
    service,
    `${rest.join("-") || service}/${text(object, "name") ?? text(object, "id") ?? context.hex(12)}`,
  );
}
