import type { Problem } from "../../kit/problem";
import type { Input, InputRule } from "../input";
import { FIRST_EPHEMERAL_PORT } from "../limits";
import { sentence } from "./each-service";
import { listenerPorts, LISTENER_PORTS_HCL } from "./listeners";

/** Inward rules that do not depend on the allowlist: the VPC, return traffic and packet sizes, for both IP families. */
const FIXED_RULES = 8;

/** The load balancers' ports that the network ACL has to admit one by one; those of a domain whatever the mode, so that a flip leaves them alone. */
const wellKnownPorts = (input: Input): number[] =>
  [...new Set([443, ...(input.domain ? [80] : []), ...listenerPorts(input)])].filter(
    (port) => port < FIRST_EPHEMERAL_PORT,
  );

/** HCL for the same, over the variables of the group. */
export const WELL_KNOWN_PORTS_HCL =
  `[for port in distinct(concat([443], var.domain != null ? [80] : [], ${LISTENER_PORTS_HCL})) : ` +
  `port if port < ${FIRST_EPHEMERAL_PORT}]`;

/** HCL for the VPC's further IPv4 ranges, each of which takes a rule. */
export const SECONDARY_CIDR_BLOCKS_HCL = "(var.vpc == null ? [] : var.vpc.secondary_cidr_blocks)";

/** HCL for whether the network ACL is ours. */
export const MANAGED_HCL = "(var.vpc == null ? var.network.manage_network_acl : var.vpc.manage_network_acl)";

const tooMany = (needed: string, quota: string): Problem => ({
  path: "allowed_cidrs",
  why: `the network ACL would need ${needed} rules, and the account's quota is ${quota}`,
  fix: "Merge neighbouring blocks, or have the quota raised (to 40 at most) and say so in network.network_acl_rules; or leave layer 4 of Express Mode open with manage_network_acl = false",
});

/** The allowlist fits into the network ACL that keeps Express Mode's load balancer closed. */
export const networkAcl: InputRule[] = [
  {
    problems: (input) => {
      const ranges = input.vpc?.secondary_cidr_blocks ?? [];
      const needed = FIXED_RULES + ranges.length + input.allowed_cidrs.length * wellKnownPorts(input).length;
      const managed = (input.vpc ?? input.network).manage_network_acl;
      return managed && needed > input.network.network_acl_rules
        ? [tooMany(String(needed), String(input.network.network_acl_rules))]
        : [];
    },
    sentences:
      `[for needed in [${FIXED_RULES} + length(${SECONDARY_CIDR_BLOCKS_HCL}) + length(var.allowed_cidrs) * length(${WELL_KNOWN_PORTS_HCL})] : ${sentence(tooMany("${needed}", "${var.network.network_acl_rules}"))} ` +
      `if ${MANAGED_HCL} && needed > var.network.network_acl_rules]`,
  },
];
