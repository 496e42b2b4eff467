import { NetworkAcl } from "@cdktf/provider-aws/lib/network-acl";
import { NetworkAclAssociation } from "@cdktf/provider-aws/lib/network-acl-association";
import { NetworkAclRule } from "@cdktf/provider-aws/lib/network-acl-rule";
import { type IResolvable, type TerraformResource, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, number, text } from "../kit/hcl";
import { countIf } from "../kit/module";
import { FIRST_EPHEMERAL_PORT } from "../spec/limits";

/** Rule numbers of what is given as a list begin here; those that every ACL has are below. */
const FIRST_ALLOWLIST_NUMBER = 1000;
const ALLOWLIST_NUMBERS = 31000;

export interface IngressAclProps {
  readonly name: string;
  readonly vpcId: string;
  readonly allowedCidrs: unknown;
  readonly networkAcl: unknown;
  readonly tags: unknown;
}

/**
 * The network ACL of the subnets that Express Mode's load balancer stands in. Express rewrites its own security group,
 * which is open to the world; it has no hand in this.
 *
 * Inward it admits the VPC itself, the allowed CIDRs on the well-known listener ports, return traffic (ports from 1024 up, which the security groups keep closed to everything that was not asked for) and path MTU discovery. The number of an allowlist rule,
 * and of one for a further range of the VPC, comes from the block and port it admits, so that an edit never renumbers, and so never drops, another's.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
 */
export class IngressAcl extends Construct {
  readonly id: IResolvable;
  readonly dependables: TerraformResource[];

  constructor(scope: Construct, id: string, { name, vpcId, allowedCidrs, networkAcl, tags }: IngressAclProps) {
    super(scope, id);
    const enabled = hcl`${networkAcl} != null`;
    const acl = new NetworkAcl(this, "ingress", {
      count: countIf(enabled),
      vpcId,
      tags: hcl`merge({ Name = "\${${name}}-ingress" }, ${tags})` as never,
    });

    const locals = new Construct(this, "~local");
    const fixed = new TerraformLocal(
      locals,
      "fixed_acl_rules",
      hcl`${enabled} ? { for key, rule in ${fixedRules(networkAcl)} : key => rule if key != "vpc_ipv6" || ${networkAcl}.ipv6 } : {}`,
    ).expression;
    const ports = hcl`{ for pair in setproduct(${allowedCidrs}, ${networkAcl}.ports) : "\${pair[0]}:\${pair[1]}" => { protocol = "6", cidr = pair[0], port = tonumber(pair[1]) } }`;
    const ranges = hcl`{ for cidr in ${networkAcl}.vpc_secondary_cidr_blocks : cidr => { protocol = "-1", cidr = cidr, port = null } }`;
    const allowed = new TerraformLocal(
      locals,
      "allowed_acl_rules",
      hcl`${enabled} ? { for key, rule in merge(${ports}, ${ranges}) : key => { number = parseint(substr(sha1(key), 0, 7), 16) % ${ALLOWLIST_NUMBERS} + ${FIRST_ALLOWLIST_NUMBER}, egress = false, protocol = rule.protocol, cidr = rule.cidr, from = rule.port, to = rule.port, type = null, code = null } } : {}`,
    ).expression;

    const rules = new NetworkAclRule(this, "this", {
      forEach: forEach(hcl`merge(${fixed}, ${allowed})`),
      networkAclId: text`one(${acl.fqn}[*].id)`,
      ruleNumber: number`each.value.number`,
      egress: hcl`each.value.egress` as never,
      protocol: text`each.value.protocol`,
      ruleAction: "allow",
      cidrBlock: text`strcontains(each.value.cidr, ":") ? null : each.value.cidr`,
      ipv6CidrBlock: text`strcontains(each.value.cidr, ":") ? each.value.cidr : null`,
      fromPort: number`each.value.from`,
      toPort: number`each.value.to`,
      icmpType: number`each.value.type`,
      icmpCode: number`each.value.code`,
      lifecycle: {
        precondition: [
          {
            condition: hcl`length(distinct([for rule in ${allowed} : rule.number])) == length(${allowed})`,
            errorMessage:
              "allowed_cidrs: two blocks get the same rule number of the network ACL. Write one of them as its two halves.",
          },
        ],
      },
    });
    accept(acl, { CKV2_AWS_1: "its associations are beside it, by reference to subnets of another module" });
    accept(rules, {
      CKV_AWS_231: "answers come to any port from 1024; security groups hold 3389 closed",
    });
    const associations = new NetworkAclAssociation(this, "ingress_subnets", {
      count: number`${networkAcl} == null ? 0 : length(${networkAcl}.subnet_ids)`,
      networkAclId: text`one(${acl.fqn}[*].id)`,
      subnetId: text`${networkAcl}.subnet_ids[count.index]`,
      dependsOn: [rules],
    });

    this.id = hcl`one(${acl.fqn}[*].id)`;
    this.dependables = [rules, associations];
  }
}

/** A rule as a row; ports and ICMP types exclude each other. */
const row = (
  number: number,
  egress: boolean,
  protocol: string,
  cidr: unknown,
  traffic: { from?: number; to?: number; type?: number; code?: number } = {},
) =>
  hcl`${{ number, egress, protocol, cidr, from: traffic.from ?? null, to: traffic.to ?? null, type: traffic.type ?? null, code: traffic.code ?? null }}`;

const EPHEMERAL = { from: FIRST_EPHEMERAL_PORT, to: 65535 };
const ANY_IPV4 = "0.0.0.0/0";
const ANY_IPV6 = "::/0";

/**
 * The rules that every ingress subnet needs, whatever the allowlist: the VPC itself, return traffic, and the ICMP messages
 * by which two ends agree on a packet size.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#path_mtu_discovery
 */
const fixedRules = (acl: unknown): IResolvable =>
  hcl`${{
    vpc_ipv4: row(100, false, "-1", hcl`${acl}.vpc_cidr_block`),
    vpc_ipv6: row(101, false, "-1", hcl`${acl}.vpc_ipv6_cidr_block`),
    return_tcp_ipv4: row(110, false, "6", ANY_IPV4, EPHEMERAL),
    return_tcp_ipv6: row(111, false, "6", ANY_IPV6, EPHEMERAL),
    return_udp_ipv4: row(112, false, "17", ANY_IPV4, EPHEMERAL),
    return_udp_ipv6: row(113, false, "17", ANY_IPV6, EPHEMERAL),
    packet_size_ipv4: row(120, false, "1", ANY_IPV4, { type: 3, code: 4 }),
    packet_size_ipv6: row(121, false, "58", ANY_IPV6, { type: 2, code: 0 }),
    out_ipv4: row(100, true, "-1", ANY_IPV4),
    out_ipv6: row(101, true, "-1", ANY_IPV6),
  }}`;
