import { FIRST_EPHEMERAL_PORT } from "../modules/spec/limits";
import { privateAddresses } from "../plan-report/private-addresses";

/** What `terraform show -json` says of a resource in the state. */
export interface Resource {
  readonly address: string;
  readonly type: string;
  readonly mode: string;
  readonly values: Record<string, any>;
}

interface StateModule {
  readonly resources?: readonly Resource[];
  readonly child_modules?: readonly StateModule[];
}

/** Every resource of a state. */
export const resourcesOf = (shown: { values?: { root_module?: StateModule } }): Resource[] => {
  const walk = (module: StateModule): Resource[] => [
    ...(module.resources ?? []),
    ...(module.child_modules ?? []).flatMap(walk),
  ];
  return walk(shown.values?.root_module ?? {}).filter(({ mode }) => mode === "managed");
};

/** The module of this project that a resource stands in: `module.switchyard.module.alb.aws_lb.this[0]` is `alb`. */
export const moduleOf = (address: string): string => /^module\.[^.]+\.module\.([a-z_]+)/.exec(address)?.[1] ?? "root";

/** How many of each, in words: `network 12, cluster 3`. */
export const tally = (names: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
};

/** Who may reach what, read from the resources themselves. */
export function reach(resources: readonly Resource[]): { from: string; to: string; by: string }[] {
  const of = (type: string) => resources.filter((resource) => resource.type === type);
  const tracks = of("aws_wafv2_web_acl_association").map(({ address }) => /\["(\w+)"\]$/.exec(address)?.[1] ?? "");
  const sets = of("aws_wafv2_ip_set").flatMap(({ values }) => values["addresses"] as string[]);
  return [
    ...of("aws_network_acl_rule")
      .filter(
        ({ values }) => !values["egress"] && values["from_port"] > 0 && values["from_port"] < FIRST_EPHEMERAL_PORT,
      )
      .map(({ values }) => ({
        from: cidrOf(values),
        to: `port ${values["from_port"]} of the ingress subnets`,
        by: "network ACL (layer 4)",
      })),
    ...of("aws_vpc_security_group_ingress_rule")
      .filter(({ address }) => address.includes("load_balancer") || address.includes(".allowed["))
      .map(({ values }) => ({
        from: cidrOf(values),
        to: `port ${values["from_port"]} of the plain load balancer`,
        by: "security group (layer 4)",
      })),
    ...tracks.flatMap((track) =>
      sets.map((cidr) => ({
        from: cidr,
        to: `every service, track ${track}`,
        by: "web ACL, all else is blocked (layer 7)",
      })),
    ),
    ...privateCalls(resources),
  ];
}

const cidrOf = (values: Record<string, any>): string =>
  values["cidr_block"] || values["ipv6_cidr_block"] || values["cidr_ipv4"] || values["cidr_ipv6"];

/** The private addresses that callers were given. */
function privateCalls(resources: readonly Resource[]): { from: string; to: string; by: string }[] {
  return resources.flatMap((resource) => {
    const caller = /module\.(?:ecs|express)\["([^"]+)"\]/.exec(resource.address)?.[1] ?? "";
    return privateAddresses(resource.type, resource.values).map(({ name, value }) => ({
      from: caller,
      to: value,
      by: `${name}, ${value.includes(".internal") ? "private DNS" : "Service Connect"}`,
    }));
  });
}
