import { Wafv2IpSet } from "@cdktf/provider-aws/lib/wafv2-ip-set";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { hcl, list, raw, text } from "../kit/hcl";
import { countIf } from "../kit/module";

export interface AllowlistSetsProps {
  readonly name: string;
  readonly allowedCidrs: unknown;
  readonly enabled: IResolvable;
  readonly tags: never;
}

/**
 * The allowed addresses, a set for each IP family; both are always there, so that an edit of the list is an update in
 * place. A set refuses a /0: the explicit opening is its two halves.
 *
 * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_IPSet.html (read 2026-11-21)
 */
export class AllowlistSets extends Construct {
  private readonly sets: Readonly<Record<"ipv4" | "ipv6", Wafv2IpSet>>;

  constructor(scope: Construct, id: string, { name, allowedCidrs, enabled, tags }: AllowlistSetsProps) {
    super(scope, id);
    const set = (family: string, all: string, halves: string[], ofFamily: unknown) =>
      new Wafv2IpSet(this, family, {
        count: countIf(enabled),
        name: text`"\${${name}}-${raw(family)}"`,
        description: "allowed_cidrs",
        scope: "REGIONAL",
        ipAddressVersion: family.toUpperCase(),
        addresses: list`flatten([for cidr in ${allowedCidrs} : cidr == ${all} ? ${halves} : [cidr] if ${ofFamily}])`,
        tags,
      });
    this.sets = {
      ipv4: set("ipv4", "0.0.0.0/0", ["0.0.0.0/1", "128.0.0.0/1"], hcl`!strcontains(cidr, ":")`),
      ipv6: set("ipv6", "::/0", ["::/1", "8000::/1"], hcl`strcontains(cidr, ":")`),
    };
  }

  /** The set of an IP family. */
  arn(family: "ipv4" | "ipv6"): string {
    return text`one(${this.sets[family].fqn}[*].arn)`;
  }
}
