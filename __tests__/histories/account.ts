import type { JournalEntry } from "../../simulator/world/journal";
import { World, type WorldData, type WorldObject } from "../../simulator/world/world";
import { blocks, same, text, type State } from "../../simulator/values";

/** What a workflow of the group was made to look at; the simulator does not run it. */
const lookedAt = (world: World, suffix: string, list: string): State[] =>
  world
    .all("aws_sfn_state_machine")
    .filter(({ state }) => text(state, "name")?.endsWith(suffix) && isScheduled(world, state))
    .flatMap(({ state }) => {
      const { StartAt, States } = JSON.parse(text(state, "definition")!);
      return States[StartAt].Parameters[list] as State[];
    });

const isScheduled = (world: World, machine: State): boolean =>
  world.all("aws_cloudwatch_event_target").some(({ state }) => state["arn"] === machine["arn"]);

/**
 * A simulated account while an apply goes on, with what the group's workflows do in it. They compare what is with what
 * should be, at events and every minute, so after a step they have done what there is to do; while one goes on, what a
 * workflow did at an event of a task that came before the call ended.
 */
export class Account {
  readonly world: World;
  /** Listener rule and host name that the host-names workflow has put on it; they stay when it goes. */
  private readonly hosts: Set<string>;
  /** Service to the time of its last deployment, name of Service Connect to the time since when there is one. */
  private readonly deployed = new Map<string, number>();
  private readonly born = new Map<string, number>();
  private now = 0;

  /** Begins where the workflows have done everything; `hosts` are on rules from earlier on. */
  constructor(data: WorldData, hosts: readonly string[] = []) {
    this.hosts = new Set(hosts);
    this.world = new World(structuredClone(data));
    this.note();
    this.settle();
  }

  /** One change of the world. */
  apply({ put, removed }: JournalEntry): void {
    this.now += 1;
    for (const object of put) {
      const before = this.world.get(object.type, object.id)?.state;
      if (object.type === "aws_ecs_service" && !same(before, object.state)) this.deployed.set(object.id, this.now);
      this.world.put(object);
    }
    // Tasks go on with a task definition that is taken back.
    for (const { type, id } of removed) if (type !== "aws_ecs_task_definition") this.world.remove(type, id);
    this.note();
  }

  /** A quarter of an hour later. */
  settle(): void {
    this.now += 1;
    for (const { rule_arn, host_names } of lookedAt(this.world, "-host-names", "services"))
      for (const host of host_names as string[]) this.hosts.add(`${rule_arn} ${host}`);
    const refreshed = lookedAt(this.world, "-refresh", "targets").flatMap(({ callers }) => callers as string[]);
    for (const caller of refreshed) this.deployed.set(caller, this.now);
  }

  private note(): void {
    const names = new Set(this.world.all("aws_ecs_service").flatMap(aliases));
    for (const name of this.born.keys()) if (!names.has(name)) this.born.delete(name);
    for (const name of names) if (!this.born.has(name)) this.born.set(name, this.now);
  }

  /** What the host-names workflow has put on rules. */
  get hostsOnRules(): string[] {
    return [...this.hosts];
  }
  /** Whether the host-names workflow has put a name on a rule, and whether it will. */
  isOnRule(rule: string, host: string): boolean {
    return this.hosts.has(`${rule} ${host}`);
  }
  willBeOnRule(rule: string, host: string): boolean {
    return lookedAt(this.world, "-host-names", "services").some(
      ({ rule_arn, host_names }) => rule_arn === rule && (host_names as string[]).includes(host),
    );
  }

  /** The Express service that the registrar registers in a service of Cloud Map. */
  registeredIn(serviceId: string): string[] {
    return lookedAt(this.world, "-registrar", "targets").flatMap((target) =>
      target["service_id"] === serviceId ? [text(target, "service_name")!] : [],
    );
  }

  /** Whether a caller was deployed after a name of Service Connect was there: an earlier one does not see it. */
  sees(caller: WorldObject, alias: string): boolean {
    return (this.deployed.get(caller.id) ?? 0) >= (this.born.get(alias) ?? Infinity);
  }
}

/** The names of Service Connect that a service gives, with their namespace. */
export const aliases = ({ state }: WorldObject): string[] =>
  blocks(state, "service_connect_configuration").flatMap((connect) =>
    blocks(connect, "service")
      .flatMap((service) => blocks(service, "client_alias"))
      .map((alias) => aliasIn(text(connect, "namespace")!, text(alias, "dns_name")!)),
  );

export const aliasIn = (namespace: string, name: string): string => `${name} in ${namespace}`;
