/** Express Mode at an AWS endpoint instead of in the simulated world: the resource, and the data source that finds its parts. */
import type { Schemas } from "../world/context";
import { text, type State } from "../values";
import { Endpoint } from "./client";
import { ExpressAtEndpoint } from "./express";
import { readService } from "./service-data";

const RESOURCE = "aws_ecs_express_gateway_service";
const DATA = "aws_ecs_service";

export class ExpressEndpoint {
  private readonly endpoint: Endpoint;
  private readonly express: ExpressAtEndpoint;

  constructor({ url, region, waitMs }: { url: string; region: string; waitMs: number }, schemas: Schemas) {
    this.endpoint = new Endpoint(url, region);
    this.express = new ExpressAtEndpoint(this.endpoint, schemas.resource(RESOURCE), waitMs);
  }

  /** Whether a resource type is kept at the endpoint. */
  static has(type: string): boolean {
    return type === RESOURCE;
  }

  /** Whether a data source is read from the endpoint. */
  static reads(type: string): boolean {
    return type === DATA;
  }

  async change(prior: State | null, planned: State | null): Promise<State | null> {
    if (prior === null) return this.express.create(planned!);
    if (planned !== null) return this.express.update(planned);
    await this.express.remove(prior);
    return null;
  }

  read(current: State): Promise<State | null> {
    return this.express.read(current);
  }

  import(id: string): Promise<State | undefined> {
    return this.express.import(id);
  }

  readData(config: State): Promise<State> {
    return readService(this.endpoint, text(config, "service_name")!, text(config, "cluster_arn")!);
  }
}
