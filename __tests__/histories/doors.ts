import { text, texts, type State } from "../../simulator/values";
import type { World, WorldObject } from "../../simulator/world/world";
import type { Account } from "./account";
import { ALLOWED_CIDRS } from "./configuration";
import type { Finding } from "./finding";

const HTTPS = 443;

/** What is wrong with the doors, and how many load balancers are closed at layer 4 alone, where nobody is led. */
export interface Doors {
  readonly findings: readonly Finding[];
  readonly alone: number;
}

/**
 * A load balancer that a name leads to has the web ACL, and between applies each of them. While one is being made or
 * taken down it is without, and layer 4 keeps it closed.
 */
export function doors({ world }: Account, ledTo: readonly WorldObject[], applying: boolean): Doors {
  const all = world.all("aws_lb");
  const without = all.filter(
    ({ id }) => !world.find("aws_wafv2_web_acl_association", (one) => one["resource_arn"] === id),
  );
  const wrong = without.filter((one) => !applying || ledTo.includes(one));
  return {
    findings: [
      ...wrong.map((one) =>
        finding("web ACL", one, ledTo.includes(one) ? "a name leads to it" : "nothing is going on"),
      ),
      ...all
        .filter((one) => isOpen(world, one))
        .map((one) => finding("layer 4", one, "others than the allowed reach it")),
    ],
    alone: without.length - wrong.length,
  };
}

const finding = (check: Finding["check"], { state }: WorldObject, why: string): Finding => ({
  check,
  subject: text(state, "name")!,
  why,
});

/** Whether anybody else passes both its security groups and the network ACLs of its subnets. */
function isOpen(world: World, { state }: WorldObject): boolean {
  const rules = world.all("aws_vpc_security_group_ingress_rule").map((rule) => rule.state);
  const groups = texts(state, "security_groups");
  const group = rules.some((rule) => groups.includes(text(rule, "security_group_id")!) && admitsOthers(rule));
  return group && texts(state, "subnets").some((subnet) => subnetIsOpen(world, subnet));
}

function subnetIsOpen(world: World, subnet: string): boolean {
  const association = world.find("aws_network_acl_association", (one) => one["subnet_id"] === subnet);
  if (!association) return true;
  const acl = association.state["network_acl_id"];
  const rules = world.all("aws_network_acl_rule").map((rule) => rule.state);
  return rules.some((rule) => rule["network_acl_id"] === acl && letsOthersIn(world, rule));
}

function letsOthersIn(world: World, rule: State): boolean {
  const from = text(rule, "cidr_block") ?? text(rule, "ipv6_cidr_block")!;
  const tcp = rule["protocol"] === "-1" || (rule["protocol"] === "6" && includesHttps(rule));
  return rule["egress"] === false && rule["rule_action"] === "allow" && tcp && !isKnown(world, from);
}

const admitsOthers = (rule: State): boolean =>
  [text(rule, "cidr_ipv4"), text(rule, "cidr_ipv6")].some((from) => from && !ALLOWED_CIDRS.includes(from));

const includesHttps = (rule: State): boolean => Number(rule["from_port"]) <= HTTPS && HTTPS <= Number(rule["to_port"]);

/** The allowed ones, and the VPC itself. */
const isKnown = (world: World, cidr: string): boolean =>
  ALLOWED_CIDRS.includes(cidr) ||
  world.all("aws_vpc").some(({ state }) => [state["cidr_block"], state["ipv6_cidr_block"]].includes(cidr));
