import { ALLOWED_CIDR, ZONES } from "../services";
import { letter } from "./network";

interface Rule {
  readonly name: string;
  readonly number: number;
  readonly egress?: boolean;
  /** By number: 6 is TCP, 17 UDP, 1 ICMP, 58 ICMPv6. */
  readonly protocol: string;
  /** HCL. */
  readonly ipv4?: string;
  readonly ipv6?: string;
  readonly ports?: readonly [number, number];
  readonly icmp?: { readonly type: number; readonly code: number };
}

const ANY_IPV4 = '"0.0.0.0/0"';
const ANY_IPV6 = '"::/0"';
const UNPRIVILEGED = [1024, 65535] as const;

const RULES: readonly Rule[] = [
  { name: "vpc_ipv4", number: 100, protocol: "-1", ipv4: "aws_vpc.main.cidr_block" },
  { name: "vpc_ipv6", number: 101, protocol: "-1", ipv6: "aws_vpc.main.ipv6_cidr_block" },
  { name: "return_tcp_ipv4", number: 110, protocol: "6", ipv4: ANY_IPV4, ports: UNPRIVILEGED },
  { name: "return_tcp_ipv6", number: 111, protocol: "6", ipv6: ANY_IPV6, ports: UNPRIVILEGED },
  { name: "return_udp_ipv4", number: 112, protocol: "17", ipv4: ANY_IPV4, ports: UNPRIVILEGED },
  { name: "return_udp_ipv6", number: 113, protocol: "17", ipv6: ANY_IPV6, ports: UNPRIVILEGED },
  { name: "packet_size_ipv4", number: 120, protocol: "1", ipv4: ANY_IPV4, icmp: { type: 3, code: 4 } },
  { name: "packet_size_ipv6", number: 121, protocol: "58", ipv6: ANY_IPV6, icmp: { type: 2, code: 0 } },
  { name: "out_ipv4", number: 100, egress: true, protocol: "-1", ipv4: ANY_IPV4 },
  { name: "out_ipv6", number: 101, egress: true, protocol: "-1", ipv6: ANY_IPV6 },
  { name: "allowed_https", number: 18530, protocol: "6", ipv4: `"${ALLOWED_CIDR}"`, ports: [443, 443] },
];

/** The network ACL that closes the public subnets to everyone but the allowed. */
export const closedSubnets = (): string => `
resource "aws_network_acl" "ingress" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "shop-ingress" }
}
${RULES.map(rule).join("")}${ZONES.map(association).join("")}`;

const rule = ({ name, number, egress = false, protocol, ipv4, ipv6, ports, icmp }: Rule): string => `
resource "aws_network_acl_rule" "${name}" {
  network_acl_id = aws_network_acl.ingress.id
  rule_number    = ${number}
  egress         = ${egress}
  protocol       = "${protocol}"
  rule_action    = "allow"
  ${ipv4 ? `cidr_block     = ${ipv4}` : `ipv6_cidr_block = ${ipv6}`}
  ${ports ? `from_port      = ${ports[0]}\n  to_port        = ${ports[1]}` : ""}
  ${icmp ? `icmp_type      = ${icmp.type}\n  icmp_code      = ${icmp.code}` : ""}
}
`;

const association = (zone: string): string => `
resource "aws_network_acl_association" "public_${letter(zone)}" {
  network_acl_id = aws_network_acl.ingress.id
  subnet_id      = aws_subnet.public_${letter(zone)}.id
  depends_on     = [${RULES.map(({ name }) => `aws_network_acl_rule.${name}`).join(", ")}]
}
`;
