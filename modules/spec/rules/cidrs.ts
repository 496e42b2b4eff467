import type { IResolvable } from "cdktf";
import ipaddr from "ipaddr.js";
import { hcl, raw } from "../../kit/hcl";
import type { Problem } from "../../kit/problem";
import type { InputRule } from "../input";
import { sentence } from "./each-service";

/** The block that a CIDR names in its one canonical form, or undefined when it is no CIDR. */
export function canonical(cidr: string): string | undefined {
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr)) {
    return `${ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()}/${cidr.split("/")[1]}`;
  }
  if (ipaddr.IPv6.isValidCIDR(cidr)) {
    return `${ipaddr.IPv6.networkAddressFromCIDR(cidr).toRFC5952String()}/${cidr.split("/")[1]}`;
  }
  return undefined;
}

/** HCL for the same; null when it is no CIDR. */
const CANONICAL = "try(cidrsubnet(cidr, 0, 0), null)";

const notACidr = (path: string, got: string): Problem => ({
  path,
  got,
  why: "it is not a CIDR block",
  fix: 'Write an address and a prefix length, such as "203.0.113.0/24", or "203.0.113.7/32" for one host',
});
const hostBits = (path: string, got: string, block: string): Problem => ({
  path,
  got,
  why: `it is not written as AWS stores it, which is "${block}"`,
  fix: `Write "${block}" for the whole block, or the address with the longest prefix (/32, /128) for that one host`,
});
const duplicate = (path: string, got: string): Problem => ({
  path,
  got,
  why: "it is listed twice",
  fix: "List it once",
});

const overCidrs = (problem: Problem, when: string): string =>
  `[for i, cidr in var.allowed_cidrs : ${sentence(problem)} if ${when}]`;
const PATH = "allowed_cidrs[${i}]";
const GOT = "${jsonencode(cidr)}";

/** Every entry of the allowlist is a block in canonical form, once. */
export const cidrs: InputRule[] = [
  {
    problems: ({ allowed_cidrs: list }) =>
      list.flatMap((cidr, i) => (canonical(cidr) ? [] : [notACidr(`allowed_cidrs[${i}]`, JSON.stringify(cidr))])),
    sentences: overCidrs(notACidr(PATH, GOT), `${CANONICAL} == null`),
  },
  {
    problems: ({ allowed_cidrs: list }) =>
      list.flatMap((cidr, i) => {
        const block = canonical(cidr);
        return block && block !== cidr ? [hostBits(`allowed_cidrs[${i}]`, JSON.stringify(cidr), block)] : [];
      }),
    sentences: overCidrs(hostBits(PATH, GOT, `\${${CANONICAL}}`), `coalesce(${CANONICAL}, cidr) != cidr`),
  },
  {
    problems: ({ allowed_cidrs: list }) =>
      list.flatMap((cidr, i) =>
        list.indexOf(cidr) < i ? [duplicate(`allowed_cidrs[${i}]`, JSON.stringify(cidr))] : [],
      ),
    sentences: overCidrs(duplicate(PATH, GOT), "index(var.allowed_cidrs, cidr) < i"),
  },
];

/** HCL: a sentence for each pair in which one block lies inside another. */
export const containedHcl = (list: unknown): IResolvable => {
  const bits = (cidr: string) => `tonumber(split("/", ${cidr})[1])`;
  const inside = `try(${bits("outer")} <= ${bits("inner")} && cidrsubnet("\${cidrhost(inner, 0)}/\${${bits("outer")}}", 0, 0) == outer, false)`;
  return hcl`flatten([for inner in ${list} : [for outer in ${list} : "\${inner} lies inside \${outer}" if inner != outer && ${raw(inside)}]])`;
};
