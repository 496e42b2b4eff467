import type { Problem } from "../../kit/problem";
import type { InputRule } from "../input";
import { SECURITY_GROUP_RULES } from "../limits";
import { sentence } from "./each-service";
import { listenerPorts, LISTENER_PORTS_HCL } from "./listeners";

const FAMILIES = [
  { family: "IPv4", is: (cidr: string) => !cidr.includes(":"), hcl: '!strcontains(cidr, ":")' },
  { family: "IPv6", is: (cidr: string) => cidr.includes(":"), hcl: 'strcontains(cidr, ":")' },
];

const tooMany = (family: string, blocks: string, ports: string): Problem => ({
  path: "allowed_cidrs",
  why: `${blocks} ${family} blocks on ${ports} listener ports are more than the ${SECURITY_GROUP_RULES} rules of a security group`,
  fix: "Merge neighbouring blocks, or split the group of services",
});

/** The allowlist fits into the plain load balancer's security group: a rule for each block and port, each IP family by itself. */
export const securityGroup: InputRule[] = FAMILIES.map(({ family, is, hcl }) => ({
  problems: (input) => {
    const [blocks, ports] = [input.allowed_cidrs.filter(is).length, listenerPorts(input).length];
    return blocks * ports > SECURITY_GROUP_RULES ? [tooMany(family, String(blocks), String(ports))] : [];
  },
  sentences:
    `[for blocks, ports in { (length([for cidr in var.allowed_cidrs : cidr if ${hcl}])) = length(${LISTENER_PORTS_HCL}) } : ` +
    `${sentence(tooMany(family, "${blocks}", "${ports}"))} if tonumber(blocks) * ports > ${SECURITY_GROUP_RULES}]`,
}));
