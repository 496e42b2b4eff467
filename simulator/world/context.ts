/** What a model works with: the world, where it is, and the ids of one object. */
import { createHash } from "node:crypto";
import type { TypeSchema } from "../schema/types";
import type { State, Value } from "../values";
import type { World, WorldObject } from "./world";

/** The account that everything belongs to. */
export const ACCOUNT = "123456789012";

/** A completer of partial states: `Schemas.state("aws_lb", { name: "x" })` has every member of the schema. */
export interface Schemas {
  resource(type: string): TypeSchema;
  state(type: string, members: Readonly<Record<string, Value | undefined>>): State;
}

/** Where models work: the same for all objects of a provider process. */
export interface Surroundings {
  world: World;
  schemas: Schemas;
  region: string;
  /** Whether all there is is in the world. In front of a real provider most of it is not, and nothing may be missed. */
  complete: boolean;
}

export class Context {
  constructor(
    private readonly surroundings: Surroundings,
    private readonly seed: string,
  ) {}

  get world(): World {
    return this.surroundings.world;
  }

  get schemas(): Schemas {
    return this.surroundings.schemas;
  }

  get region(): string {
    return this.surroundings.region;
  }

  get complete(): boolean {
    return this.surroundings.complete;
  }

  /** The same surroundings with the ids of another object. */
  forObject(description: string): Context {
    return new Context(this.surroundings, this.world.newSeed(description));
  }

  /** Hexadecimal digits that are this object's own; `salt` tells several of them apart. */
  hex(length: number, salt = ""): string {
    return createHash("sha256").update(`${this.seed} ${salt}`).digest("hex").slice(0, length);
  }

  /** `sg-0123456789abcdef0`: an id of EC2. */
  ec2Id(prefix: string, salt = prefix): string {
    return `${prefix}-0${this.hex(16, salt)}`;
  }

  /** Upper-case letters and digits, as in `Z0123456789ABCDEFGHIJ`. */
  upper(length: number, salt = "upper"): string {
    return this.hex(length, salt).toUpperCase();
  }

  /** A UUID. */
  uuid(salt = "uuid"): string {
    const hex = this.hex(32, salt);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  /** An ARN in this region and account. */
  arn(service: string, resource: string): string {
    return `arn:aws:${service}:${this.region}:${ACCOUNT}:${resource}`;
  }

  /** An ARN of a global service, without a region. */
  globalArn(service: string, resource: string): string {
    return `arn:aws:${service}::${ACCOUNT}:${resource}`;
  }

  /** Objects of a type in this region. */
  all(type: string): WorldObject[] {
    return this.world.all(type).filter(({ state }) => state["region"] === undefined || state["region"] === this.region);
  }

  /** Makes an object that terraform did not ask for. */
  putManaged(
    type: string,
    id: string,
    origin: string,
    members: Readonly<Record<string, Value | undefined>>,
    facts?: State,
  ): WorldObject {
    const state = this.schemas.state(type, { id, region: this.region, ...members });
    const object: WorldObject = { type, id, state, origin, ...(facts && { facts }) };
    this.world.put(object);
    return object;
  }
}
