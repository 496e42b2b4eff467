import type { Mode } from "../modules/kit/capability";
import type { Change } from "./changes";
import { type NameRecord, recordsOf } from "./records";

/** What of its group a service's callers depend on, as a plan tells it. */
export class Ground {
  private readonly records: readonly NameRecord[];

  constructor(private readonly changes: readonly Change[]) {
    this.records = recordsOf(changes);
  }

  /** Its public names, by its rule on the plain load balancer, which a move has on one side. */
  hostsOf(service: string): string[] {
    const rules = this.changes.filter(
      ({ address, type }) => type === "aws_lb_listener_rule" && address.endsWith(`.this["${service}"]`),
    );
    return [...new Set(rules.flatMap(({ before, after }) => [before, after].flatMap(hostsIn)))].sort();
  }

  /** The records of these names. */
  recordsOf(hosts: readonly string[]): NameRecord[] {
    return this.records.filter(({ host }) => hosts.includes(host));
  }

  /** Whether its URL was its track's own, for want of a domain. (Names whose records are somebody else's have a track as well.) */
  hadUrlOfItsTrack(service: string): boolean {
    return !this.hadDomain && this.kept("url_track", `["${service}"]`).some(({ action }) => action !== "create");
  }

  /** Whether there was a domain: the plain track's rules had names, or Express Mode's were given some. */
  private get hadDomain(): boolean {
    return this.changes.some(
      ({ address, type, before, action }) =>
        (type === "aws_lb_listener_rule" && hostsIn(before).length > 0) ||
        (address.includes(".express_domain.") && action !== "create"),
    );
  }

  /** Whether this track of it was not the active one; false where the state does not tell. */
  stoodBy(service: string, track: Mode): boolean {
    const tracks = this.kept("cutover").map(({ before }) => before["input"] as Record<string, Mode[]> | undefined);
    const active = tracks[0]?.[service]?.[0];
    return active !== undefined && active !== track;
  }

  /** Whether names come to Express Mode together with the workflow that puts them on its rules. */
  get learnsNames(): boolean {
    return this.changes.some(
      ({ address, type, action }) =>
        type === "aws_sfn_state_machine" && action === "create" && address.includes(".express_domain."),
    );
  }

  /** Whom it calls by Service Connect and who is made in the same plan, before or after it. */
  newTargetsOf(caller: string): string[] {
    const services = this.changes.filter(({ type, place }) => type === "aws_ecs_service" && place.kind === "service");
    const of = (name: string, ...actions: Change["action"][]) =>
      services.find(
        ({ place, action }) => place.kind === "service" && place.service === name && actions.includes(action),
      );
    const triggers = of(caller, "create", "update")?.after["triggers"] as { peers?: string } | undefined;
    const peers = [...(triggers?.peers ?? "").matchAll(/:\/\/([a-z0-9-]+):/g)].map(([, name = ""]) => name);
    return peers.filter((name) => of(name, "create"));
  }

  private kept(what: "url_track" | "cutover", key = ""): Change[] {
    return this.changes.filter(({ address }) => address.endsWith(`terraform_data.${what}${key}`));
  }
}

const hostsIn = (rule: Change["before"]): string[] =>
  ((rule["condition"] ?? []) as { host_header?: { values?: string[] }[] }[]).flatMap(({ host_header: headers }) =>
    (headers ?? []).flatMap(({ values }) => values ?? []),
  );
