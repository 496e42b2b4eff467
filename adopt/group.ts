import { changed, type Finding, lost } from "../apprunner/finding";
import type { SwitchyardInput } from "../apprunner/group-input";
import { NOBODY } from "../apprunner/options";
import type { Problem } from "../modules/kit/problem";
import { withDefaults } from "../modules/kit/resolve";
import { schemaOf } from "../modules/kit/schema";
import { input as inputSpec } from "../modules/spec/input";
import { inputProblems } from "../modules/spec/validate";
import type { AdoptOptions } from "./options";
import { blocked, type Taken } from "./take";

/** What all services of a group have in common, and how a reader calls it. */
const COMMON: readonly { readonly what: string; readonly of: (service: Taken) => string | undefined }[] = [
  { what: "track", of: ({ mode }) => mode },
  { what: "account", of: ({ account }) => account },
  { what: "region", of: ({ region }) => region },
  { what: "cluster", of: ({ cluster }) => cluster },
  { what: "VPC", of: ({ ground }) => ground.vpcId },
  { what: "kind of subnets (public or private)", of: subnetKind },
  { what: "infrastructure role", of: ({ ground }) => ground.infrastructureRoleArn },
  { what: "listener", of: ({ ground }) => ground.listener?.arn },
];

const isHidden = ({ ground }: Taken): boolean => ground.privateSubnets.length > 0;

const subnetsOf = (service: Taken): readonly string[] =>
  isHidden(service) ? service.ground.privateSubnets : service.ground.publicSubnets;

/** Express Mode has services of both kinds side by side; on the plain track private subnets are for all of them. */
function subnetKind(service: Taken): string | undefined {
  if (service.mode === "express") return undefined;
  return isHidden(service) ? "private" : "public";
}

/** Where a group is one of its first service's kind, a service that stands elsewhere has to be adopted by itself. */
export function fitting(services: readonly Taken[]): readonly Taken[] {
  const good = services.filter((service) => !blocked(service));
  return services.map((service) => {
    if (blocked(service)) return service;
    const other = COMMON.find(({ of }) => {
      const first = good.map(of).find((value) => value !== undefined);
      const own = of(service);
      return own !== undefined && own !== first;
    });
    return other ? { ...service, findings: [...service.findings, elsewhere(service, other.what)] } : service;
  });
}

const elsewhere = ({ key, name }: Taken, what: string): Finding => ({
  ...lost(
    "blocker",
    "serviceArn",
    `it has another ${what} than the services before it, and a group has one`,
    `Adopt it by itself: --service ${name} --out …`,
  ),
  service: key,
  rule: "group",
});

/** What is missing for an input, in the words of a caller. */
export function missing(services: readonly Taken[], options: AdoptOptions): Problem[] {
  const isPublic = services.some(({ mode, service }) => mode === "express" && service.public !== false);
  const grounds = services.map(({ ground }) => ground);
  return [
    ...(isPublic && !options.allowedCidrs?.length
      ? [
          {
            path: "--allowed-cidr",
            why: "Express Mode's load balancer gets a web ACL that lets in these blocks alone, and who they are is not known",
            fix: "Say who may come in, for everyone --allowed-cidr 0.0.0.0/0 --allowed-cidr ::/0",
          },
        ]
      : []),
    ...(options.vpcId === undefined && grounds.every(({ vpcId }) => vpcId === undefined)
      ? [
          {
            path: "--vpc-id",
            why: "nothing that was given tells the VPC",
            fix: "Say it, or give the answer of aws elbv2 describe-target-groups (for Express Mode with that of aws ecs describe-services)",
          },
        ]
      : []),
    ...(publicSubnets(services, options).length < 2
      ? [
          {
            path: "--public-subnet",
            why: "the services do not tell two public subnets of the VPC, which the group has to know",
            fix: "Say --public-subnet twice or more, in two zones",
          },
        ]
      : []),
  ];
}

const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort();

const publicSubnets = (services: readonly Taken[], { publicSubnetIds: given = [] }: AdoptOptions): string[] =>
  given.length ? [...given] : union(services.map(({ ground }) => ground.publicSubnets));

/** The services as one input. */
export function inputOf(name: string, services: readonly Taken[], options: AdoptOptions): SwitchyardInput {
  const [{ mode, cluster }] = services as [Taken, ...Taken[]];
  const grounds = services.map(({ ground }) => ground);
  const listener = grounds.map((ground) => ground.listener).find(Boolean);
  const role = grounds.map(({ infrastructureRoleArn: arn }) => arn).find(Boolean);
  const open = publicSubnets(services, options);
  const closed = union(grounds.map(({ privateSubnets }) => privateSubnets)).filter((subnet) => !open.includes(subnet));
  const ipv6 = grounds.some((ground) => ground.ipv6);
  const known = allowed(services, options);
  const hosts = services.flatMap(({ service }) => service.host_names ?? []);
  return {
    name,
    mode,
    allowed_cidrs: known?.filter((cidr) => ipv6 || !cidr.includes(":")) ?? NOBODY,
    vpc: {
      id: (options.vpcId ?? grounds.map(({ vpcId }) => vpcId).find(Boolean)) as string,
      public_subnet_ids: open,
      ...(closed.length ? { private_subnet_ids: closed } : {}),
      ...(ipv6 ? { ipv6 } : {}),
    },
    cluster: { name: cluster },
    ...(role ? { infrastructure_role: { arn: role } } : {}),
    ...(listener
      ? {
          domain: { name: domainOf(hosts[0] ?? "") },
          load_balancer: {
            adopted: {
              listener_arn: listener.arn,
              security_group_id: listener.securityGroupId,
              ...(known ? {} : { enforce_allowed_cidrs: false }),
            },
          },
        }
      : {}),
    services: Object.fromEntries(services.map(({ key, service }) => [key, service])) as SwitchyardInput["services"],
    ...commonTags(services),
  };
}

/** What is told of services whose tasks the input puts into other subnets than they are in, or gives public addresses. */
export const moves = (services: readonly Taken[], { vpc }: SwitchyardInput): Finding[] =>
  services.flatMap((service) => {
    const { public_subnet_ids: open = [], private_subnet_ids: closed = [] } = vpc ?? {};
    const hidden = service.mode === "express" ? service.service.public === false : closed.length > 0;
    const given = hidden ? closed : open;
    const opened = isHidden(service) && !hidden;
    return opened || named(subnetsOf(service)) !== named(given)
      ? [{ ...moved(service, given, opened), service: service.key, rule: "group" }]
      : [];
  });

const named = (subnets: readonly string[]): string => union([subnets]).join(", ");

const moved = (service: Taken, subnets: readonly string[], opened: boolean) =>
  changed(
    "behaviour",
    service.mode === "express" ? "networkConfiguration.subnets" : "networkConfiguration.awsvpcConfiguration.subnets",
    "vpc",
    `the tasks are in ${named(subnetsOf(service))}, and new ones are started in ${named(subnets)}${opened ? ", with public addresses" : ""}: a group has one set of subnets`,
    opened
      ? "Say other public subnets: --public-subnet"
      : `See that what they call is reached from there, or adopt the service by itself: --service ${service.name} --out …`,
  );

/** Who may come in, as far as it is said: by the caller, or by conditions of the listener rules that every service has. */
export function allowed(services: readonly Taken[], { allowedCidrs }: AdoptOptions): readonly string[] | undefined {
  if (allowedCidrs?.length) return allowedCidrs;
  const served = services.filter(({ ground }) => ground.listener);
  const [first, ...others] = served.map(({ ground }) => [...ground.sourceIps].sort());
  return first?.length && others.every((list) => list.join() === first.join()) ? first : undefined;
}

/** The domain of a host name: what stands behind its first dot, or the name itself when that is a top-level domain. */
const domainOf = (host: string): string => {
  const rest = host.slice(host.indexOf(".") + 1);
  return rest.includes(".") ? rest : host;
};

function commonTags(services: readonly Taken[]): { tags?: Record<string, string> } {
  const [first] = services;
  const common = Object.entries(first?.tags ?? {}).filter(([name, value]) =>
    services.every(({ tags }) => tags[name] === value),
  );
  return common.length ? { tags: Object.fromEntries(common) } : {};
}

/** Why the module would refuse the input. */
export const refusals = (input: SwitchyardInput): Problem[] => inputProblems(withDefaults(schemaOf(inputSpec), input));
