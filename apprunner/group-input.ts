import type { z } from "zod";
import type { Mode } from "../modules/kit/capability";
import type { Problem } from "../modules/kit/problem";
import { schemaOf } from "../modules/kit/schema";
import { withDefaults } from "../modules/kit/resolve";
import { input as inputSpec, type InputRule } from "../modules/spec/input";
import { rules } from "../modules/spec/rules";
import { inputProblems } from "../modules/spec/validate";
import type { Finding } from "./finding";
import { type MigrateOptions, NOBODY } from "./options";
import type { ServicePlan } from "./plan";
import { domainOf, hostNames, isReady } from "./rules/domains";
import { ownTags } from "./rules/operations";
import { type Domain, isPublic, type ServiceInput, usesVpc } from "./rules/rule";
import { allowlist, managedGroups, requestLimit } from "./rules/waf";

export type SwitchyardInput = z.input<typeof inputSpec>;

export interface GroupInput {
  /** The input; undefined when no service can be written, or when the spec refuses it. */
  readonly input: SwitchyardInput | undefined;
  /** Why the spec refuses it. */
  readonly refused: readonly Problem[];
  /** What concerns the group as a whole. */
  readonly findings: readonly Finding[];
  /** The domain that the services' names have; in the input once it has a zone or a certificate. */
  readonly domain: Domain | undefined;
  /** Subnets of a VPC connector whose VPC is not known. */
  readonly pendingSubnets: readonly string[] | undefined;
  /** Whether `allowed_cidrs` admits nobody because nobody has said who may come in. */
  readonly closed: boolean;
}

/** Puts the services of a group into one input, and has the spec check it. */
export function groupInput(
  name: string,
  mode: Mode,
  services: readonly ServicePlan[],
  options: MigrateOptions,
): GroupInput {
  const written = services.filter((service) => service.written);
  const listed = [...new Set(services.flatMap(({ definition }) => allowlist(definition)))];
  const cidrs = options.allowedCidrs?.length ? [...options.allowedCidrs] : listed;
  const vpc = vpcOf(written, options);
  const reachable = vpc ? cidrs.filter((cidr) => !cidr.includes(":")) : cidrs;
  const known = services.flatMap(({ definition }) => domainOf(definition, options) ?? [])[0];
  const domain = known && isReady(known) ? known : undefined;
  const ports = domain ? new Map<string, number>() : listenerPorts(written);
  const names = domain ? namesOf(written, domain) : NO_NAMES;
  const draft: SwitchyardInput = {
    name,
    mode,
    allowed_cidrs: reachable.length ? reachable : NOBODY,
    services: Object.fromEntries(
      written.map((service) => [
        service.key,
        serviceInput(service, mode, ports.get(service.key), names.given.get(service.key)),
      ]),
    ),
    ...(vpc ? { vpc } : {}),
    ...(domain ? { domain } : {}),
    ...webAclOf(services),
    ...tagsOf(services),
  };
  const refused = written.length ? problemsOf(draft) : [];
  return {
    input: written.length && !refused.length ? draft : undefined,
    refused,
    findings: findingsOf(name, services, {
      refused,
      ports,
      shared: names.shared,
      dropped: cidrs.length - reachable.length,
      draft,
    }),
    domain: known,
    pendingSubnets: vpc
      ? undefined
      : services.find(({ definition }) => usesVpc(definition))?.definition.companions.vpcConnector?.Subnets,
    closed: reachable.length === 0 && services.some(({ definition }) => isPublic(definition)),
  };
}

let spanning: readonly InputRule[] | undefined;

/** The spec's own check. It is the same as `inputProblems`, with the rules made once for all inputs when the values are right. */
function problemsOf(draft: SwitchyardInput): Problem[] {
  const parsed = inputSpec.safeParse(draft);
  if (!parsed.success) return inputProblems(withDefaults(schemaOf(inputSpec), draft));
  spanning ??= rules();
  return spanning.flatMap((rule) => rule.problems(parsed.data));
}

const serviceInput = (
  { mode, converted }: ServicePlan,
  groupMode: Mode,
  port: number | undefined,
  names: readonly string[] | undefined,
): ServiceInput =>
  ({
    ...converted[mode].service,
    ...(mode === groupMode ? {} : { mode }),
    ...(port === undefined ? {} : { listener_port: port }),
    ...(names === undefined ? {} : { host_names: [...names] }),
  }) as ServiceInput;

interface Names {
  /** Service to host names; only where they are not just `<service>.<domain>`. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** Names that a service cannot have because another one has them. */
  readonly shared: readonly { readonly key: string; readonly host: string }[];
}
const NO_NAMES: Names = { given: new Map(), shared: [] };

/** Each public service's own host names under the group's domain; a name goes to the first that has it. */
function namesOf(services: readonly ServicePlan[], domain: Domain): Names {
  const served = services.filter(({ mode, converted }) => converted[mode].service.public !== false);
  const own = served.map(({ key, mode, definition }) => ({ key, hosts: hostNames(definition, mode, domain) }));
  const taken = new Set(own.filter(({ hosts }) => !hosts.length).map(({ key }) => `${key}.${domain.name}`));
  const given = new Map<string, readonly string[]>();
  const shared: { key: string; host: string }[] = [];
  for (const { key, hosts } of own.filter((each) => each.hosts.length)) {
    const free = hosts.filter((host) => !taken.has(host));
    shared.push(...hosts.filter((host) => taken.has(host)).map((host) => ({ key, host })));
    const names = free.length ? free : [`${key}.${domain.name}`];
    names.forEach((host) => taken.add(host));
    if (names.length > 1 || names[0] !== `${key}.${domain.name}`) given.set(key, names);
  }
  return { given, shared };
}

function vpcOf(
  services: readonly ServicePlan[],
  { vpcId: id, publicSubnetIds }: MigrateOptions,
): SwitchyardInput["vpc"] {
  if (id === undefined) return undefined;
  const connector = services
    .filter(({ mode }) => mode === "ecs")
    .flatMap(({ definition }) => definition.companions.vpcConnector?.Subnets ?? []);
  const subnets = [...new Set(connector)]
    .filter((subnet) => !subnet.includes("\0") && !publicSubnetIds?.includes(subnet))
    .sort();
  return {
    id,
    public_subnet_ids: [...(publicSubnetIds ?? [])],
    ...(subnets.length ? { private_subnet_ids: subnets } : {}),
  };
}

/** Without a domain each public service of plain ECS has a port of the load balancer to itself; App Runner services often share 8080. */
function listenerPorts(services: readonly ServicePlan[]): Map<string, number> {
  const taken = new Set<number>();
  const moved = new Map<string, number>();
  for (const { key, converted, mode } of services) {
    const { service } = converted[mode];
    if (mode !== "ecs" || service.public === false) continue;
    let port = service.port as number;
    while (taken.has(port)) port = port === 65535 ? 1024 : port + 1;
    taken.add(port);
    if (port !== service.port) moved.set(key, port);
  }
  return moved;
}

function webAclOf(services: readonly ServicePlan[]): Pick<SwitchyardInput, "web_acl"> {
  const groups = [...new Set(services.flatMap(({ definition }) => managedGroups(definition)))];
  const limit = services.map(({ definition }) => requestLimit(definition)).find((each) => each !== undefined);
  if (!groups.length && limit === undefined) return {};
  return {
    web_acl: {
      ...(limit === undefined ? {} : { rate_limit: limit }),
      ...(groups.length ? { managed_rule_groups: groups } : {}),
    },
  };
}

/** Tags that every service has, with one value. */
function tagsOf(services: readonly ServicePlan[]): Pick<SwitchyardInput, "tags"> {
  const all = services.map(({ definition }) => ownTags(definition.companions.tags));
  const common = Object.entries(all[0] ?? {}).filter(([name, value]) => all.every((tags) => tags[name] === value));
  return common.length ? { tags: Object.fromEntries(common) } : {};
}

interface About {
  readonly refused: readonly Problem[];
  readonly ports: ReadonlyMap<string, number>;
  readonly shared: Names["shared"];
  readonly dropped: number;
  readonly draft: SwitchyardInput;
}

function findingsOf(
  group: string,
  services: readonly ServicePlan[],
  { refused, ports, shared, dropped, draft }: About,
): Finding[] {
  const about = { service: group, rule: "group" } as const;
  const tags = new Set(services.flatMap(({ definition }) => Object.keys(ownTags(definition.companions.tags))));
  const uncommon = [...tags].filter((name) => !Object.hasOwn(draft.tags ?? {}, name)).sort();
  return [
    ...refused.map(({ path, why, fix }): Finding => ({
      ...about,
      field: path,
      to: null,
      severity: "blocker",
      what: why,
      do: fix,
    })),
    ...[...ports].map(([key, port]): Finding => ({
      ...about,
      field: `services.${key}.listener_port`,
      to: `services.${key}.listener_port`,
      severity: "behaviour",
      what: `another service has its port on the load balancer, so it is served on ${port}`,
      do: "With a domain each service has a host name of its own instead",
    })),
    ...shared.map(({ key, host }): Finding => ({
      ...about,
      field: `services.${key}.host_names`,
      to: null,
      severity: "behaviour",
      what: `another service of the group has ${host} already`,
      do: "Let one of them have it, or tell them apart by path_patterns",
    })),
    ...(dropped
      ? [
          {
            ...about,
            field: "allowed_cidrs",
            to: null,
            severity: "behaviour" as const,
            what: `${dropped} IPv6 block(s) left out: it is not known whether the VPC has IPv6`,
            do: "If its subnets do, set vpc.ipv6 = true and add them",
          },
        ]
      : []),
    ...(uncommon.length
      ? [
          {
            ...about,
            field: "Tags",
            to: null,
            severity: "cosmetic" as const,
            what: `not every service of the group has them with one value: ${uncommon.join(", ")}`,
            do: "The input has one set of tags: split the group, or add them to it",
          },
        ]
      : []),
  ];
}
