import type { Definition } from "./definition";
import type { MigrateOptions } from "./options";
import { domainOf, hostName } from "./rules/domains";
import { usesVpc } from "./rules/rule";
import { allowlist, managedGroups, requestLimit } from "./rules/waf";

/**
 * Services that can share a load balancer: of one account and region, in one VPC, for the same clients, under one domain.
 * Clients first: two services behind one allowlist are open to the same addresses.
 */
export function groupsOf(definitions: readonly Definition[], options: MigrateOptions): Definition[][] {
  const groups = new Map<string, Definition[]>();
  for (const definition of definitions) {
    const key = JSON.stringify([
      definition.account,
      definition.region,
      options.vpcId === undefined && usesVpc(definition)
        ? [...(definition.companions.vpcConnector?.Subnets ?? [])].sort()
        : null,
      options.allowedCidrs?.length ? null : allowlist(definition),
      managedGroups(definition),
      requestLimit(definition) ?? null,
      domainOf(definition, options)?.name ?? null,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), definition]);
  }
  return [...groups.values()];
}

/** A service's name in the input: its host name's first label where it has one that the input can hold, so that the name stays. */
export const keyOf = (definition: Definition): string => hostName(definition)?.first ?? definition.name;

/** A group's name: its only service's, or what the names of its services have in common. */
export function nameOf(group: readonly Definition[], options: MigrateOptions): string {
  if (options.name !== undefined) return options.name;
  const names = group.map(({ name }) => name.toLowerCase());
  if (names.length === 1) return safe(names[0] as string);
  const parts = names.map((name) => name.split(/[-_]/));
  const common = (parts[0] ?? []).filter((part, i) =>
    parts.every(
      (other) => other.slice(0, i + 1).join("-") === parts[0]?.slice(0, i + 1).join("-") && part === other[i],
    ),
  );
  return safe(common.join("-") || `apps-${group[0]?.region ?? "1"}`);
}

/** No load balancer's name begins with `internal-`. */
const safe = (name: string): string => (name.startsWith("internal-") ? `app-${name}` : name);
