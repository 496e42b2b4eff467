import { Route53Record, type Route53RecordConfig } from "@cdktf/provider-aws/lib/route53-record";
import { type IResolvable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, number, raw, text } from "../kit/hcl";
import { inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import { ACTIVE, besideKey, besideResource, OTHER, TYPES } from "./names";
import type { DnsRecordsProps } from "./props";

/**
 * Weighted aliases for each name, in each IP family. The one place where a service's track becomes an address.
 *
 * A record belongs to the part that an origin plays, not to its track: a flip changes in place where the active one
 * leads, and never takes a name away to make it anew. Records have weights from the start, since Route 53 keeps no
 * simple record beside a weighted one.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-weighted.html
 */
export class DnsRecords extends Module {
  static readonly definition = definition;
  readonly outputs = {};

  constructor(scope: Construct, id: string, props: DnsRecordsProps) {
    super(scope, id);
    const { zone, hostNames, origins } = inputsOf(this, definition, props);
    const records = new TerraformLocal(
      new Construct(this, "~local"),
      "records",
      hcl`merge([for host, service in ${hostNames} : { for part, origin in ${origins}[service] : "${raw(besideKey("${host}", "${part}"))}" => merge(origin, { host = host, part = part, ipv6 = alltrue([for each in ${origins}[service] : each.ipv6 if each != null]) }) if origin != null && ${zone} != null }]...)`,
    ).expression;
    const of = (attribute: string) => text`each.value.${raw(attribute)}`;
    const aliases = (
      id: string,
      type: string,
      wanted: { key: IResolvable; when: IResolvable },
      rest: Partial<Route53RecordConfig>,
    ) =>
      new Route53Record(this, id, {
        forEach: forEach(
          hcl`{ for key, record in ${records} : ${wanted.key} => record if ${wanted.when} && (${type} == "A" || record.ipv6) }`,
        ),
        zoneId: text`${zone}.id`,
        name: of("host"),
        type,
        setIdentifier: of("part"),
        weightedRoutingPolicy: { weight: number`each.value.weight` },
        alias: {
          name: of("dns_name"),
          zoneId: of("zone_id"),
          evaluateTargetHealth: hcl`each.value.part != ${OTHER}`,
        },
        ...rest,
      });
    // What stands beside the active origin goes after that one has taken over, and not before.
    const lifecycle = { createBeforeDestroy: true };
    for (const type of TYPES) {
      const beside = aliases(
        besideResource(type),
        type,
        { key: hcl`key`, when: hcl`record.part != ${ACTIVE}` },
        { lifecycle },
      );
      const active = aliases(
        type.toLowerCase(),
        type,
        { key: hcl`record.host`, when: hcl`record.part == ${ACTIVE}` },
        { dependsOn: [beside] },
      );
      for (const record of [beside, active])
        if (type === "A") accept(record, { CKV2_AWS_23: "the load balancers are made in other modules" });
    }
  }
}
