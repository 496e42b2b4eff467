import type { IResolvable } from "cdktf";
import { DataResource } from "cdktf/lib/terraform-data-resource";
import { DnsRecords } from "../dns-records";
import { forEach } from "../kit/each";
import { hcl, map, text } from "../kit/hcl";
import { call, type ModuleCall } from "../kit/module";
import type { ExpressTrack } from "./express-track";
import { type Group, Part } from "./group";
import type { PlainTrack } from "./plain-track";
import type { Shared } from "./shared";

/** Where requests go, and in which order a flip moves them. */
export class Cutover extends Part {
  constructor(
    group: Group,
    private readonly shared: Shared,
    private readonly plain: PlainTrack,
    express: ExpressTrack | undefined,
    webAcl: ModuleCall,
  ) {
    super(group);
    if (express) this.keepUrls();
    this.record(express, express && this.cutOver(express, webAcl));
  }

  /**
   * Stands on everything that serves requests, on either track, and on what keeps private names true. What a flip makes
   * is there and healthy before this changes, and what serves requests is destroyed after, because each of those parts is
   * created before it is destroyed.
   */
  private cutOver(express: ExpressTrack, webAcl: ModuleCall): DataResource {
    const { shared, plain } = this;
    return new DataResource(this.scope, "cutover", {
      input: this.place.tracks as never,
      dependsOn: [
        ...[shared.lockdown, shared.names, webAcl],
        ...[plain.alb, plain.services, plain.refresh],
        ...[express.loadBalancer, express.services.byProvider, express.services.byStack, express.domain],
      ],
    });
  }

  /** Without a domain a URL is its track's. What it was is in the state, and a flip is held against that. */
  private keepUrls(): void {
    const { services, domain, acceptUrlChanges } = this.input;
    new DataResource(this.scope, "url_track", {
      forEach: forEach(
        hcl`{ for name, s in ${services} : name => ${this.place.modes}[name] if s.public && ${domain} == null }`,
      ),
      input: text`each.value` as never,
      triggersReplace: hcl`${acceptUrlChanges} ? each.value : null` as never,
      lifecycle: {
        ignoreChanges: ["input"],
        postcondition: [
          {
            condition: hcl`self.output == each.value`,
            errorMessage: text`"services.\${each.key}: without a domain its URL is its track's, and this takes it from \${self.output} to \${each.value}; one that Express Mode generated never comes back. Give the group a domain, or write accept_url_changes = true."`,
          },
        ],
      },
    });
  }

  /** The names' records, that lead to the tracks which a service runs on, and to where it ran before. */
  private record(express: ExpressTrack | undefined, after: DataResource | undefined): void {
    const { plain } = this;
    const { network } = this.shared;
    const { domain, services } = this.input;
    const { hostNames, modes, standby, weights } = this.place;
    const at = (loadBalancer: ModuleCall) =>
      hcl`{ dns_name = ${loadBalancer.output("load_balancer_dns_name")}, zone_id = ${loadBalancer.output("load_balancer_zone_id")} }`;
    const origin = (track: IResolvable) => {
      const loadBalancer = express
        ? hcl`${track} == "ecs" ? ${at(plain.alb)} : ${at(express.loadBalancer)}`
        : at(plain.alb);
      return hcl`merge(${loadBalancer}, { weight = ${weights}[service][${track}], ipv6 = ${network.output("ipv6")} })`;
    };
    const onStandby = hcl`one([for track in compact([lookup(${standby}, service, "")]) : ${origin(hcl`track`)}])`;
    const other = hcl`one([for other in ${services}[service].other_origin[*] : merge(other, { weight = ${weights}[service].other })])`;
    call(
      this.scope,
      "dns_records",
      DnsRecords,
      {
        zone: hcl`${domain} == null ? null : ${domain}.zone` as never,
        hostNames: map`${this.place.recorded}`,
        origins: hcl`{ for service in keys(${hostNames}) : service => { active = ${origin(hcl`${modes}[service]`)}, standby = ${onStandby}, other = ${other} } }`,
      },
      { dependsOn: after && [after] },
    );
  }
}
