import { FIRST_EPHEMERAL_PORT } from "../modules/spec/limits";
import type { Change } from "./changes";

/** Who may reach what: sentences of one form, so that before and after can be compared. */
export interface Exposure {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What is open after and was not before. */
  readonly opened: readonly string[];
  readonly closed: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

/** Exposure by the rules and sets that a plan shows. A value that is known only after the apply is named so. */
export function exposureOf(changes: readonly Change[]): Exposure {
  const before = sentences(
    changes
      .filter(({ action }) => action !== "create")
      .map(({ type, address, before: values }) => ({ type, address, values })),
  );
  const after = sentences(
    changes
      .filter(({ action }) => action !== "delete" && action !== "forget")
      .map(({ type, address, after: values }) => ({ type, address, values })),
  );
  return {
    before,
    after,
    opened: after.filter((sentence) => !before.includes(sentence)),
    closed: before.filter((sentence) => !after.includes(sentence)),
  };
}

interface Resource {
  readonly type: string;
  readonly address: string;
  readonly values: Values;
}

const sentences = (resources: readonly Resource[]): string[] => [...new Set(resources.flatMap(sentencesOf))].sort();

function sentencesOf({ type, address, values }: Resource): string[] {
  switch (type) {
    case "aws_vpc_security_group_ingress_rule": {
      const cidr = values["cidr_ipv4"] ?? values["cidr_ipv6"];
      return cidr ? [`${cidr} may reach port ${portsOf(values)} (security group)`] : [];
    }
    case "aws_network_acl_rule": {
      const cidr = values["cidr_block"] || values["ipv6_cidr_block"];
      const listener = Number(values["from_port"]) > 0 && Number(values["from_port"]) < FIRST_EPHEMERAL_PORT;
      return !values["egress"] && listener
        ? [`${cidr ?? "a block known after the apply"} may reach port ${portsOf(values)} (network ACL)`]
        : [];
    }
    case "aws_wafv2_ip_set":
      return ((values["addresses"] as string[] | undefined) ?? ["addresses known after the apply"]).map(
        (cidr) => `${cidr} passes the web ACL`,
      );
    case "aws_wafv2_web_acl_association":
      return [`the web ACL is on the load balancer of ${/\["([^"]+)"\]$/.exec(address)?.[1] ?? address}`];
    default:
      return [];
  }
}

const portsOf = (values: Values): string => {
  const [from, to] = [values["from_port"], values["to_port"]];
  return from === undefined || from === null ? "any" : from === to ? String(from) : `${String(from)} to ${String(to)}`;
};
