import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { IResolvable } from "cdktf";
import type { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, raw, text } from "../kit/hcl";
import { inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import type { DnsRecordsProps } from "./props";

/**
 * An alias for each name, in each IP family. The one place where a service's track becomes an address: a flip changes
 * what a record points to, in place, and never takes a name away to make it anew.
 */
export class DnsRecords extends Module {
  static readonly definition = definition;
  readonly outputs = {};

  constructor(scope: Construct, id: string, props: DnsRecordsProps) {
    super(scope, id);
    const { zone, hostNames, origins, ipv6 } = inputsOf(this, definition, props);
    const inZone = hcl`${zone} != null`;
    const origin = (attribute: string) => text`values(${origins}[each.value].load_balancers)[0].${raw(attribute)}`;
    const alias = (type: string, wanted: IResolvable) =>
      new Route53Record(this, type.toLowerCase(), {
        forEach: forEach(hcl`{ for host, service in ${hostNames} : host => service if ${wanted} }`),
        zoneId: text`${zone}.id`,
        name: text`each.key`,
        type,
        alias: { name: origin("dns_name"), zoneId: origin("zone_id"), evaluateTargetHealth: true },
      });
    accept(alias("A", inZone), { CKV2_AWS_23: "the load balancers are made in other modules" });
    alias("AAAA", hcl`${inZone} && ${ipv6}`);
  }
}
