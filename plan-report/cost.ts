import { EPHEMERAL_STORAGE } from "../modules/spec/limits";
import { HOURS_A_MONTH, PRICES } from "../modules/spec/prices";
import { byGroup, type Change, sidesOf, type Standing } from "./changes";
import { isExposed } from "./express";
import { ofGroup } from "./place";

/** A cost of a month, with its arithmetic. */
export interface Item {
  readonly what: string;
  readonly arithmetic: string;
  readonly usd: number;
}

/** The standing cost of a month before and after, at each service's smallest number of tasks, in USD. */
export interface Cost {
  /** The day of the list prices. */
  readonly date: string;
  readonly region: string;
  readonly before: readonly Item[];
  readonly after: readonly Item[];
  readonly total: { readonly before: number; readonly after: number };
  /** What the plan does not tell, and what was taken instead. */
  readonly assumed: readonly string[];
  readonly notCounted: readonly string[];
}

/** What is not in the figures. */
const NOT_COUNTED = [
  "traffic",
  "load balancer capacity units",
  "log volume",
  "requests that the web ACL inspects",
  "tasks above the minimum",
  "what Spot saves",
  "the cents of workflows and of instances in Cloud Map",
];

/** Zones of a load balancer whose subnets are not in the plan: two are the fewest that one takes. */
const ZONES_ASSUMED = 2;

export function costOf(changes: readonly Change[]): Cost {
  const { before, after } = sidesOf(changes);
  const items = (resources: readonly Standing[]) =>
    byGroup(resources).flatMap(([group, members]) =>
      itemsOf(members).map((item) => ({ ...item, what: ofGroup(group, item.what) })),
    );
  const [then, now] = [items(before), items(after)];
  return {
    date: PRICES.date,
    region: PRICES.region,
    before: then,
    after: now,
    total: { before: total(then), after: total(now) },
    assumed: byGroup(changes)
      .filter(([, members]) => !members.some(({ type }) => type === "aws_subnet"))
      .map(([group]) => ofGroup(group, `${ZONES_ASSUMED} zones, since the subnets are not in the plan`)),
    notCounted: NOT_COUNTED,
  };
}

const total = (items: readonly Item[]): number => items.reduce((sum, { usd }) => sum + usd, 0);

function itemsOf(resources: readonly Standing[]): Item[] {
  const of = (type: string) => resources.filter((resource) => resource.type === type);
  const zones = new Set(of("aws_subnet").map(({ values }) => values["availability_zone"])).size || ZONES_ASSUMED;
  const running = resources.flatMap((resource) => runningOf(resource, resources));
  // Express Mode has one load balancer for what is public, and an internal one for the rest.
  const onExpress = EXPRESS_TYPES.flatMap(of).map(({ values }) => isExposed(values));
  const plain = of("aws_lb").map(({ values }) => values["internal"] !== true);
  const loadBalancers = [...plain, ...new Set(onExpress)];
  const facing = loadBalancers.filter((isFacing) => isFacing).length;
  const gateways = of("aws_nat_gateway").length;
  return [
    ...running.flatMap(tasksOf),
    ...times(
      "public address of a task",
      running.reduce((sum, { addressed, count }) => sum + (addressed ? count : 0), 0),
      PRICES.publicIpv4Hour,
    ),
    ...times("load balancer", loadBalancers.length, PRICES.loadBalancerHour),
    ...times("public address of a load balancer", facing * zones, PRICES.publicIpv4Hour),
    ...times("NAT gateway", gateways, PRICES.natGatewayHour),
    ...times("public address of a NAT gateway", gateways, PRICES.publicIpv4Hour),
    ...times(
      "interface endpoint and zone",
      of("aws_vpc_endpoint").filter(({ values }) => values["vpc_endpoint_type"] === "Interface").length * zones,
      PRICES.interfaceEndpointHour,
    ),
    ...of("aws_wafv2_web_acl").map(webAcl),
    ...of("aws_service_discovery_private_dns_namespace").map(() => ({
      what: "private DNS zone",
      arithmetic: `${PRICES.hostedZoneMonth}`,
      usd: PRICES.hostedZoneMonth,
    })),
    ...monthly("metric of alarms", metricsOf(of("aws_cloudwatch_metric_alarm")), PRICES.alarmMetricMonth),
    ...monthly(
      "dashboard, free among an account's first three",
      of("aws_cloudwatch_dashboard").length,
      PRICES.dashboardMonth,
    ),
  ];
}

const times = (what: string, count: number, hourly: number): Item[] =>
  count ? [{ what, arithmetic: `${count} × ${hourly} × ${HOURS_A_MONTH} h`, usd: count * hourly * HOURS_A_MONTH }] : [];

const monthly = (what: string, count: number, price: number): Item[] =>
  count ? [{ what, arithmetic: `${count} × ${price}`, usd: count * price }] : [];

/** An alarm is billed for each metric that its formula reads. */
const metricsOf = (alarms: readonly Standing[]): number =>
  alarms
    .map(({ values }) => (values["metric_query"] ?? []) as { metric?: readonly unknown[] }[])
    .reduce((sum, queries) => sum + Math.max(1, queries.filter(({ metric }) => metric?.length).length), 0);

const EXPRESS_TYPES = ["aws_ecs_express_gateway_service", "aws_cloudformation_stack"];

/** The tasks of a service on a track. */
interface Running {
  readonly name: string;
  readonly count: number;
  /** What has their size. */
  readonly definition: Change["before"] | undefined;
  /** Whether each has a public address. */
  readonly addressed: boolean;
}

function runningOf({ type, place, values }: Standing, resources: readonly Standing[]): Running[] {
  if (place.kind !== "service") return [];
  const { service, track } = place;
  const own = (wanted: string) =>
    resources.find(
      ({ type: is, place: at }) =>
        is === wanted && at.kind === "service" && at.service === service && at.track === track,
    )?.values;
  const definition = own("aws_ecs_task_definition") ?? sharedDefinition(service, resources);
  const name = String(values["service_name"] ?? values["name"]);
  switch (type) {
    case "aws_ecs_service": {
      const count = own("aws_appautoscaling_target")?.["min_capacity"] ?? values["desired_count"] ?? 1;
      const [network] = (values["network_configuration"] ?? []) as { assign_public_ip?: boolean }[];
      return [{ name, definition, count: Number(count), addressed: network?.assign_public_ip === true }];
    }
    case "aws_ecs_express_gateway_service": {
      const [scaling] = (values["scaling_target"] ?? []) as { min_task_count?: number }[];
      return [{ name, definition: values, count: scaling?.min_task_count ?? 1, addressed: isExposed(values) }];
    }
    case "aws_cloudformation_stack":
      return [{ name, definition, count: leastOf(values) ?? 1, addressed: isExposed(values) }];
    default:
      return [];
  }
}

/** The task definition that both tracks of a service run. */
const sharedDefinition = (service: string, resources: readonly Standing[]) =>
  resources.find(
    ({ type, address }) =>
      type === "aws_ecs_task_definition" && address.includes(`module.task_definition["${service}"]`),
  )?.values;

/** The smallest number of tasks that a stack with an Express service keeps; unknown while its template is. */
function leastOf(stack: Change["before"]): number | undefined {
  const template = stack["template_body"];
  if (typeof template !== "string") return undefined;
  const { Resources: resources } = JSON.parse(template) as {
    Resources?: Record<string, { Properties?: { ScalingTarget?: { MinTaskCount?: number } } }>;
  };
  return Object.values(resources ?? {})[0]?.Properties?.ScalingTarget?.MinTaskCount;
}

function tasksOf({ name, count, definition }: Running): Item[] {
  if (!definition) return []; // a plan of parts, by -target
  const [platform] = (definition["runtime_platform"] ?? []) as { cpu_architecture?: string }[];
  const [vcpuHour, gbHour] =
    platform?.cpu_architecture === "ARM64"
      ? [PRICES.fargateArmVcpuHour, PRICES.fargateArmGbHour]
      : [PRICES.fargateVcpuHour, PRICES.fargateGbHour];
  const [vcpu, gb] = [Number(definition["cpu"]) / 1024, Number(definition["memory"]) / 1024];
  return [
    {
      what: `tasks of ${name}`,
      arithmetic: `${count} × (${vcpu} × ${vcpuHour} + ${gb} × ${gbHour}) × ${HOURS_A_MONTH} h`,
      usd: count * (vcpu * vcpuHour + gb * gbHour) * HOURS_A_MONTH,
    },
    ...storage(name, count, definition),
  ];
}

/** What a task's storage holds above Fargate's own. */
function storage(name: string, count: number, values: Change["before"]): Item[] {
  const size = (values["ephemeral_storage"] as { size_in_gib?: number }[] | undefined)?.[0]?.size_in_gib;
  const above = (size ?? EPHEMERAL_STORAGE.included) - EPHEMERAL_STORAGE.included;
  return times(`GiB of storage for tasks of ${name}`, count * above, PRICES.fargateStorageGbHour);
}

function webAcl({ values }: Standing): Item {
  const rules = ((values["rule"] as unknown[] | undefined) ?? []).length;
  return {
    what: "web ACL",
    arithmetic: `${PRICES.webAclMonth} + ${rules} × ${PRICES.webAclRuleMonth}`,
    usd: PRICES.webAclMonth + rules * PRICES.webAclRuleMonth,
  };
}
