import type { Mode } from "../modules/kit/capability";
import { FIRST_EPHEMERAL_PORT } from "../modules/spec/limits";
import { byGroup, type Change, sidesOf, type Standing } from "./changes";
import { ofGroup } from "./place";

/** Who may reach what: sentences of one form, so that before and after can be compared. */
export interface Exposure {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What is open after and was not before. */
  readonly opened: readonly string[];
  readonly closed: readonly string[];
}

/** Exposure by the rules and sets that a plan shows, group by group. A value that is known only after the apply is named so. */
export function exposureOf(changes: readonly Change[]): Exposure {
  const groups = byGroup(changes).map(([group, members]) => ({ group, exposure: ofOneGroup(members) }));
  const all = (side: keyof Exposure) =>
    groups.flatMap(({ group, exposure }) => exposure[side].map((sentence) => ofGroup(group, sentence))).sort();
  return { before: all("before"), after: all("after"), opened: all("opened"), closed: all("closed") };
}

/** What one layer lets in: whom it admits, or, where it is missing, everybody. */
interface Layer {
  readonly admitted: readonly string[];
  readonly missing: readonly string[];
}

function ofOneGroup(changes: readonly Change[]): Exposure {
  const { before, after } = sidesOf(changes);
  const guarded = [before, after].some((resources) => resources.some(isNetworkAcl));
  const [was, is] = [layersOf(before, guarded), layersOf(after, guarded)];
  const gained = (from: Layer[], to: Layer[]) => to.flatMap((layer, i) => gainedIn(from[i] ?? layer, layer));
  return { before: waysIn(was), after: waysIn(is), opened: gained(was, is), closed: gained(is, was) };
}

const waysIn = (layers: readonly Layer[]): string[] =>
  layers.flatMap(({ missing, admitted }) => [...missing, ...admitted]);

/** A block is let in anew only where the layer let in less than everybody before. */
const gainedIn = (from: Layer, to: Layer): string[] => [
  ...to.missing.filter((sentence) => !from.missing.includes(sentence)),
  ...to.admitted.filter((sentence) => !from.missing.length && !from.admitted.includes(sentence)),
];

const isNetworkAcl = ({ type }: Standing): boolean => type === "aws_network_acl_association";

/**
 * What each layer lets in. The network ACL is what keeps Express Mode's load balancer closed, whose security group is open
 * to the world; for the plain one it is a second lock, which is missed only by those who had it.
 */
function layersOf(resources: readonly Standing[], guarded: boolean): Layer[] {
  const admittedBy = (type: string) => [
    ...new Set(resources.filter((resource) => resource.type === type).flatMap(admitted)),
  ];
  const tracks = tracksOf(resources, isLoadBalancer);
  const inspected = tracksOf(resources, ({ type }) => type === "aws_wafv2_web_acl_association");
  const shielded = resources.some(isNetworkAcl);
  return [
    { admitted: admittedBy("aws_vpc_security_group_ingress_rule"), missing: [] },
    {
      admitted: admittedBy("aws_network_acl_rule"),
      missing: tracks
        .filter((track) => !shielded && (guarded || track === "express"))
        .map((track) => WITHOUT_NETWORK_ACL[track]),
    },
    {
      admitted: admittedBy("aws_wafv2_ip_set"),
      missing: tracks
        .filter((track) => !inspected.includes(track))
        .map((track) => `no web ACL looks at what reaches the load balancer of ${track}`),
    },
  ];
}

const WITHOUT_NETWORK_ACL: Readonly<Record<Mode, string>> = {
  express:
    "any address may reach port 443 of Express Mode's load balancer: no network ACL is on its subnets, and its security group is open",
  ecs: "any address may reach the security group of the plain load balancer: no network ACL is on its subnets",
};

const tracksOf = (resources: readonly Standing[], is: (resource: Standing) => boolean): Mode[] => [
  ...new Set(resources.filter(is).flatMap(({ place }) => (place.kind === "front" ? [place.track] : []))),
];

/** Ours, or what is kept of the one that Express Mode made. */
const isLoadBalancer = ({ type, address }: Standing): boolean =>
  type === "aws_lb" || /\.express_load_balancer\.terraform_data\.anchor\b/.test(address);

/** Whom a rule or a set admits. */
function admitted({ type, values, unknown }: Standing): string[] {
  const block = (...names: string[]): string | undefined =>
    names
      .map((name) => values[name])
      .find((value) => typeof value === "string" && value !== "")
      ?.toString() ?? (names.some((name) => unknown[name]) ? UNKNOWN_BLOCK : undefined);
  switch (type) {
    case "aws_vpc_security_group_ingress_rule": {
      const cidr = block("cidr_ipv4", "cidr_ipv6");
      return cidr ? [`${cidr} may reach port ${portsOf(values)} (security group)`] : [];
    }
    case "aws_network_acl_rule": {
      const listener = Number(values["from_port"]) > 0 && Number(values["from_port"]) < FIRST_EPHEMERAL_PORT;
      const cidr = block("cidr_block", "ipv6_cidr_block");
      return cidr && !values["egress"] && listener ? [`${cidr} may reach port ${portsOf(values)} (network ACL)`] : [];
    }
    default: {
      const addresses = values["addresses"] as (string | null)[] | undefined;
      return (addresses ?? ["addresses known after the apply"]).map(
        (cidr) => `${cidr ?? UNKNOWN_BLOCK} passes the web ACL`,
      );
    }
  }
}

const UNKNOWN_BLOCK = "a block known after the apply";

const portsOf = (values: Change["before"]): string => {
  const [from, to] = [values["from_port"], values["to_port"]];
  return from === undefined || from === null ? "any" : from === to ? String(from) : `${String(from)} to ${String(to)}`;
};
