import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { hcl, text } from "../kit/hcl";

export interface RecordsProps {
  readonly domain: unknown;
  /** The names to make records for, known at plan. */
  readonly hostNames: IResolvable;
  readonly loadBalancer: { readonly dnsName: string; readonly zoneId: string };
  readonly ipv6: unknown;
}

/** An alias to the load balancer for each name, in each IP family that it has. */
export class Records extends Construct {
  constructor(scope: Construct, id: string, { domain, hostNames, loadBalancer, ipv6 }: RecordsProps) {
    super(scope, id);
    const inZone = hcl`try(${domain}.zone != null, false)`;
    const alias = (type: string, wanted: IResolvable) =>
      new Route53Record(this, type.toLowerCase(), {
        forEach: forEach(hcl`toset([for host in ${hostNames} : host if ${wanted}])`),
        zoneId: text`${domain}.zone.id`,
        name: text`each.key`,
        type,
        alias: { name: loadBalancer.dnsName, zoneId: loadBalancer.zoneId, evaluateTargetHealth: true },
      });
    alias("A", inZone);
    alias("AAAA", hcl`${inZone} && ${ipv6}`);
  }
}
