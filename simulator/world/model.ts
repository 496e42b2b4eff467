/** What a model of a resource type is. A type without one follows its schema only. */
import type { State, Value } from "../values";
import type { Context } from "./context";
import type { World, WorldObject } from "./world";

/** The simulated behaviour of one resource type. Every part is optional. */
export interface Model {
  /**
   * Creates the object: refuses it by throwing an AwsError, or sets what AWS decides. Values that are not known yet are
   * null here. What is still null afterwards and was to be computed gets an empty value of its type.
   */
  create?(object: State, context: Context): void;
  /** Called when the object is in the world: makes what comes with it. May return facts to keep beside its state. */
  created?(object: State, context: Context): State | void;
  /** Refuses a change, or sets what AWS decides. `stored` is the object before the change; its facts may be changed. */
  update?(object: State, stored: WorldObject, context: Context): void;
  /** Refuses the deletion, or removes what goes with the object. */
  delete?(stored: WorldObject, context: Context): void;
  /** The object that an import id names, when that is not its `id`. */
  import?(id: string, world: World): WorldObject | undefined;
  /** What the provider itself makes of an object that it imports, before it reads it for the first time. */
  imported?(state: State, world: World): State;
  /** What the provider shows of an object when it keeps the way in which something was written. `current` is what it has. */
  read?(state: State, current: State, world: World): State;
  /** Sets what is known of a new object before it exists. */
  planCreate?(planned: State): void;
  /** Marks what an update leaves unknown until apply. `config` is what is written. */
  planUpdate?(planned: State, prior: State, config: State): void;
}

/** Models by resource type. */
export type Models = Readonly<Record<string, Model>>;

/** A model that only sets values at creation: each is a constant or comes from the object. Values that are written win. */
export function values(
  computed: Readonly<Record<string, Value | ((object: State, context: Context) => Value)>>,
): Model {
  return {
    create(object, context) {
      for (const [name, value] of Object.entries(computed))
        object[name] ??= typeof value === "function" ? value(object, context) : value;
    },
  };
}

/** Several models in one: the checks and values of each at creation and deletion, in the order given; of other parts the last one. */
export function combine(...models: Model[]): Model {
  return {
    ...(Object.assign({}, ...models) as Model),
    create: (object, context) => models.forEach((model) => model.create?.(object, context)),
    delete: (stored, context) => models.forEach((model) => model.delete?.(stored, context)),
  };
}
