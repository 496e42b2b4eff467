/** The provider's answers to terraform's calls, with messages already decoded. */
import { readFileSync } from "node:fs";
import { ExpressEndpoint } from "../endpoint";
import { ProviderError } from "../endpoint/express";
import { conform } from "../schema/shape";
import type { ProviderName, ProviderSchema, TypeSchema } from "../schema/types";
import { blocks, same, stringMap, text, type State } from "../values";
import type { Schemas, Surroundings } from "../world/context";
import { readData } from "../world/data";
import { AwsError } from "../world/errors";
import { type Change, journalIn } from "../world/journal";
import { WorldStore } from "../world/store";
import type { World } from "../world/world";
import { failure, type Diagnostic } from "./diagnostics";
import { matches, parseDelays, parseFailure, type Operation } from "./faults";
import { logger } from "./log";
import { hasDefaults } from "./defaults";
import { planChange, type PlanSettings } from "./plan";
import { encodeSchemas, encodeTypes } from "./schema-answer";
import type { Settings } from "./settings";
import * as simulation from "./simulation";
import { decodeValue, encodeValue, type DynamicValue } from "./wire";

interface PlanRequest {
  type_name: string;
  prior_state: DynamicValue;
  proposed_new_state: DynamicValue;
  config: DynamicValue;
}
interface ApplyRequest {
  type_name: string;
  prior_state: DynamicValue;
  planned_state: DynamicValue;
}

const decodeState = (message: DynamicValue): State | null => decodeValue(message) as State | null;

/** A provider from its start to its end: answers each call from the schema and the world. */
export class Provider {
  private readonly store: WorldStore;
  private readonly log;
  private readonly delay;
  private readonly failure;
  private readonly plan: PlanSettings;
  private loaded: ProviderSchema | undefined;
  private connected: ExpressEndpoint | undefined;

  constructor(private readonly settings: Settings) {
    this.store = new WorldStore(settings.stateFile, journalIn(settings.journalFile));
    this.log = logger(settings.logFile);
    this.delay = parseDelays(settings.slow);
    this.failure = parseFailure(settings.fail);
    this.plan = { region: settings.region, defaultTags: {} };
  }

  /** The schema file, read when it is first needed. */
  private get schema(): ProviderSchema {
    return (this.loaded ??= (
      JSON.parse(readFileSync(this.settings.schemaFile, "utf8")) as Record<ProviderName, ProviderSchema>
    )[this.settings.provider]);
  }

  private get schemas(): Schemas {
    return simulation.schemasOf(this.schema);
  }

  /** Express Mode at an endpoint, when there is one; it is made after the region is known. */
  private get endpoint(): ExpressEndpoint | undefined {
    const { endpoint: url, endpointWaitMs: waitMs } = this.settings;
    if (url === undefined) return undefined;
    return (this.connected ??= new ExpressEndpoint({ url, waitMs, region: this.plan.region }, this.schemas));
  }

  private keptAtEndpoint(type: string): ExpressEndpoint | undefined {
    return ExpressEndpoint.has(type) ? this.endpoint : undefined;
  }

  /** The encoded answer to GetSchema. */
  schemaAnswer(): Buffer {
    return encodeSchemas(this.schema);
  }

  /** What to append to a real provider's answer to GetSchema. */
  ownSchemaAnswer(): Buffer {
    return encodeTypes(this.schema, (name) => this.settings.own.has(name));
  }

  prepareConfig(request: { config: DynamicValue }): object {
    return { prepared_config: request.config };
  }

  configure(request: { config: DynamicValue }): object {
    const config = decodeState(request.config) ?? {};
    this.plan.region = text(config, "region") ?? this.settings.region;
    this.plan.defaultTags = Object.assign(
      {},
      ...blocks(config, "default_tags").map((block) => stringMap(block, "tags")),
    ) as Record<string, string>;
    return {};
  }

  upgradeState(request: { type_name: string; raw_state: DynamicValue }): object {
    const state = conform(
      this.schemas.resource(request.type_name).block,
      decodeState({ json: request.raw_state.json! }) ?? {},
    );
    return { upgraded_state: encodeValue(state) };
  }

  async readResource(request: {
    type_name: string;
    current_state: DynamicValue;
    private: Uint8Array;
  }): Promise<object> {
    const type = request.type_name;
    const current = decodeState(request.current_state)!;
    return this.perform("ReadResource", "read", type, current, async () => ({
      new_state: encodeValue(await this.read(type, current)),
      private: request.private,
    }));
  }

  private read(type: string, current: State): State | null | Promise<State | null> {
    // Reading a null_resource is believing terraform: it has no counterpart that could be gone.
    if (type === "null_resource") return current;
    return this.keptAtEndpoint(type)?.read(current) ?? simulation.read(type, current, this.store.read());
  }

  planResource(request: PlanRequest): object {
    const started = performance.now();
    const type = request.type_name;
    const [prior, proposed, config] = [
      decodeState(request.prior_state),
      decodeState(request.proposed_new_state),
      decodeState(request.config),
    ];
    const { planned, replace, changed } = planChange(
      type,
      this.schemas.resource(type),
      prior,
      proposed,
      config,
      this.plan,
    );
    if (changed.length > 0 || planned === null)
      this.log({
        call: "PlanResourceChange",
        operation: "plan",
        type,
        ...nameAndId(type, planned ?? prior),
        ms: since(started),
        changed,
        ...(replace.length > 0 && { replace }),
      });
    return {
      planned_state: encodeValue(planned),
      requires_replace: replace.map((name) => ({ steps: [{ attribute_name: name }] })),
      legacy_type_system: hasDefaults(type),
    };
  }

  async applyResource(request: ApplyRequest): Promise<object> {
    const type = request.type_name;
    const [prior, planned] = [decodeState(request.prior_state), decodeState(request.planned_state)];
    const operation = operationOf(prior, planned);
    const changed = planned ? Object.keys(planned).filter((name) => !same(planned[name], prior?.[name])) : [];
    const apply = async (): Promise<object> => ({
      new_state: encodeValue(await this.change(type, prior, planned)),
      legacy_type_system: hasDefaults(type),
    });
    const kept = { new_state: encodeValue(prior) };
    return this.perform("ApplyResourceChange", operation, type, planned ?? prior!, apply, kept, changed);
  }

  /** Makes one change in the world, or at the endpoint. */
  private change(type: string, prior: State | null, planned: State | null): State | null | Promise<State | null> {
    const endpoint = this.keptAtEndpoint(type);
    if (endpoint) return endpoint.change(prior, planned);
    const about = { operation: operationOf(prior, planned), type, ...nameAndId(type, planned ?? prior) };
    return this.store.change((world) => {
      if (prior === null) return simulation.create(type, planned!, this.contextOf(world));
      if (planned !== null) return simulation.update(type, prior, planned, this.contextOf(world));
      simulation.remove(type, prior, this.contextOf(world));
      return null;
    }, about);
  }

  private contextOf(world: World): Surroundings {
    return {
      world,
      schemas: this.schemas,
      region: this.plan.region,
      complete: this.settings.realProvider === undefined,
    };
  }

  async importResource(request: { type_name: string; id: string }): Promise<object> {
    const { type_name: type, id } = request;
    const endpoint = this.keptAtEndpoint(type);
    const found = endpoint ? await endpoint.import(id) : simulation.importing(type, id, this.store.read());
    this.log({
      call: "ImportResourceState",
      operation: "import",
      type,
      id,
      ms: 0,
      ...(!found && { error: "not found" }),
    });
    if (!found)
      return {
        diagnostics: [
          {
            severity: 1,
            summary: "Cannot import non-existent remote object",
            detail: `${type} "${id}" does not exist in the simulated world.`,
          },
        ],
      };
    return { imported_resources: [{ type_name: type, state: encodeValue(found) }] };
  }

  async readDataSource(request: { type_name: string; config: DynamicValue }): Promise<object> {
    const type = request.type_name;
    const config = decodeState(request.config)!;
    return this.perform("ReadDataSource", "read", `data.${type}`, config, async () => {
      const schema = this.schema.data_source_schemas[type] as TypeSchema;
      return { state: encodeValue(conform(schema.block, { ...config, ...(await this.readData(type, config)) })) };
    });
  }

  private readData(type: string, config: State): State | Promise<State> {
    if (this.endpoint && ExpressEndpoint.reads(type)) return this.endpoint.readData(config);
    const region = text(config, "region") ?? this.plan.region;
    return readData(type, config, { world: this.store.read(), region });
  }

  /** Runs one call: delays or fails it when that was asked for, turns errors into diagnostics, and logs it. */
  private async perform(
    call: string,
    operation: Operation,
    type: string,
    subject: State,
    work: () => Promise<object>,
    otherwise: object = {},
    changed?: string[],
  ): Promise<object> {
    const started = performance.now();
    const entry = { call, operation, type, ...nameAndId(type, subject), ...(changed?.length && { changed }) };
    const wait = this.delay(type, operation);
    if (wait > 0) await new Promise((resume) => setTimeout(resume, wait));
    try {
      this.failOnDemand(type, operation);
      const answer = await work();
      this.log({ ...entry, ms: since(started) });
      return answer;
    } catch (error) {
      const diagnostic: Diagnostic = failure(operation, type, entry.name ?? entry.id ?? "", error);
      this.log({ ...entry, ms: since(started), error: diagnostic.summary });
      const known = error instanceof ProviderError && error.state ? { new_state: encodeValue(error.state) } : {};
      return { ...otherwise, ...known, diagnostics: [diagnostic] };
    }
  }

  private failOnDemand(type: string, operation: Operation): void {
    if (!this.failure || !matches(this.failure, type, operation)) return;
    const count = this.store.change((world) => world.count(`fail ${this.settings.fail}`));
    if (count === this.failure.call)
      throw new AwsError(
        `Simulator: ${type}`,
        "ServiceUnavailableException",
        `this ${operation} was asked to fail by SWITCHYARD_SIMULATOR_FAIL=${this.settings.fail}`,
      );
  }
}

const operationOf = (prior: State | null, planned: State | null): Change["operation"] =>
  prior === null ? "create" : planned === null ? "delete" : "update";

/** What to call an object in the log and in messages. */
function nameAndId(type: string, state: State | null): { name?: string; id?: string } {
  const named = ["name", "service_name", "family", "bucket", "alarm_name", "cluster_name", "domain_name"]
    .map((key) => text(state ?? {}, key))
    .find(Boolean);
  const id = simulation.idOf(type, state ?? {});
  return { ...(named && { name: named }), ...(id && { id }) };
}

function since(started: number): number {
  return Math.round((performance.now() - started) * 10) / 10;
}
