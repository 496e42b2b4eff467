import type { Problem } from "../../kit/problem";
import type { Input, InputRule } from "../input";
import { SECURITY_GROUP_RULES } from "../limits";
import { sentence } from "./each-service";
import { listenerPort, LISTENER_PORT_HCL, SERVED, served } from "./listeners";

/** The ports that the plain load balancer listens on. */
const listenerPorts = (input: Input): number[] => {
  const services = served(input);
  if (!services.length) return [];
  return input.domain ? [80, 443] : [...new Set(services.map(({ service }) => listenerPort(service)))];
};

/** HCL for how many they are. */
const PORT_COUNT = `[for ports in [distinct([for name, s in var.services : ${LISTENER_PORT_HCL} if ${SERVED}])] : length(ports) == 0 ? 0 : var.domain != null ? 2 : length(ports)][0]`;

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
    `[for blocks, ports in { (length([for cidr in var.allowed_cidrs : cidr if ${hcl}])) = ${PORT_COUNT} } : ` +
    `${sentence(tooMany(family, "${blocks}", "${ports}"))} if tonumber(blocks) * ports > ${SECURITY_GROUP_RULES}]`,
}));
