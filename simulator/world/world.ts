/** The simulated AWS account: everything that exists in it, by type and id. */
import { createHash } from "node:crypto";
import type { State } from "../values";

/** One thing that exists. */
export interface WorldObject {
  type: string;
  /** What terraform calls `id`; for types without one, the ARN. */
  id: string;
  /** Attributes and blocks, as terraform reads them. */
  state: State;
  /** What AWS knows and terraform's resource does not show, such as the target groups of an Express service. */
  facts?: State;
  /** Who made it, when that was not terraform: `aws`, or the ARN of the Express service that it belongs to. */
  origin?: string;
}

/** What is stored in the world's file. */
export interface WorldData {
  objects: WorldObject[];
  /** How often an object of the same description was made: its successors get other ids. */
  generations: Record<string, number>;
  /** Calls counted for failures on demand, and other counters. */
  counters: Record<string, number>;
}

/** Everything that exists, with an index. Changes are kept in memory; `WorldStore` writes them. */
export class World {
  private readonly types = new Map<string, Map<string, WorldObject>>();

  constructor(private readonly data: WorldData = { objects: [], generations: {}, counters: {} }) {
    for (const object of data.objects) this.put(object);
  }

  /** All objects of a type, in the order of their making. */
  all(type: string): WorldObject[] {
    return [...(this.types.get(type)?.values() ?? [])];
  }

  get(type: string, id: string | undefined): WorldObject | undefined {
    return id === undefined ? undefined : this.types.get(type)?.get(id);
  }

  find(type: string, matches: (state: State, object: WorldObject) => boolean): WorldObject | undefined {
    return this.all(type).find((object) => matches(object.state, object));
  }

  put(object: WorldObject): void {
    let objects = this.types.get(object.type);
    if (!objects) this.types.set(object.type, (objects = new Map()));
    objects.set(object.id, object);
  }

  remove(type: string, id: string): void {
    this.types.get(type)?.delete(id);
  }

  /** Adds one to a counter and returns it. */
  count(name: string): number {
    return (this.data.counters[name] = (this.data.counters[name] ?? 0) + 1);
  }

  /**
   * A seed for the ids of a new object: the same for the same description in a fresh world, whatever the order of the
   * calls, and another one when an object of that description is made again.
   */
  newSeed(description: string): string {
    const key = createHash("sha256").update(description).digest("hex").slice(0, 12);
    const generation = (this.data.generations[key] = (this.data.generations[key] ?? 0) + 1);
    return `${key}/${generation}`;
  }

  /** All objects, by type. */
  objects(): WorldObject[] {
    return [...this.types.values()].flatMap((objects) => [...objects.values()]);
  }

  /** What to store. */
  toJSON(): WorldData {
    return { ...this.data, objects: this.objects() };
  }
}
