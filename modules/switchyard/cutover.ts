import type { IResolvable } from "cdktf";
import { DataResource } from "cdktf/lib/terraform-data-resource";
import { DnsRecords } from "../dns-records";
import { forEach } from "../kit/each";
import { hcl, map, raw, text } from "../kit/hcl";
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

  /**
   * Without a domain a URL is its track's, and a name whose record is somebody else's leads to a track until they change
   * it. Which track that was is in the state, and a change that destroys it is held against that.
   */
  private keepUrls(): void {
    const { domain, services, acceptUrlChanges } = this.input;
    const { modes, tracks, hostNames, recorded } = this.place;
    const moved = hcl`anytrue([for zone in ${domain}[*].zone : zone != null]) && length(setsubtract(lookup(${hostNames}, name, []), keys(${recorded}))) == 0`;
    new DataResource(this.scope, "url_track", {
      forEach: forEach(hcl`{ for name, s in ${services} : name => ${modes}[name] if s.public && !(${moved}) }`),
      input: text`each.value` as never,
      triggersReplace: hcl`${acceptUrlChanges} ? each.value : null` as never,
      lifecycle: {
        ignoreChanges: ["input"],
        postcondition: [
          {
            condition: hcl`contains(${tracks}[each.key], self.output)`,
            errorMessage: text`"services.\${each.key}: \${${domain} == null ? ${URL_LOST} : ${NAMES_UNMOVED}}, or write accept_url_changes = true."`,
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

/** What a flip does to a URL, and the way out; HCL strings over `each` and `self`. */
const URL_LOST = raw(
  '"without a domain its URL is its track\'s, and this takes it from ${self.output} to ${each.value}; one that Express Mode generated never comes back. Give the group a domain"',
);
const NAMES_UNMOVED = raw(
  '"nobody but you moves its names, whose records are in no domain.zone of this group, and this destroys the track ${self.output} that they lead to. Keep it (standby_mode = \\"${self.output}\\") until you have moved them"',
);
