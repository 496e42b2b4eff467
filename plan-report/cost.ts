import type { Change } from "./changes";
import { EPHEMERAL_STORAGE } from "../modules/spec/limits";
import { HOURS_A_MONTH, PRICES } from "../modules/spec/prices";

/** A cost of a month, with its arithmetic. */
export interface Item {
  readonly what: string;
  readonly arithmetic: string;
  readonly usd: number;
}

export interface Cost {
  readonly before: readonly Item[];
  readonly after: readonly Item[];
}

/** What is not in the figures, in one sentence. */
export const NOT_COUNTED =
  "Not counted: traffic, load balancer capacity units, log volume, requests that the web ACL inspects, tasks above the minimum.";

interface Resource {
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The standing cost of a month before and after, at each service's smallest number of tasks. */
export function costOf(changes: readonly Change[]): Cost {
  return {
    before: itemsOf(
      changes.filter(({ action }) => action !== "create").map(({ type, before }) => ({ type, values: before })),
    ),
    after: itemsOf(
      changes
        .filter(({ action }) => action !== "delete" && action !== "forget")
        .map(({ type, after }) => ({ type, values: after })),
    ),
  };
}

export const total = (items: readonly Item[]): number => items.reduce((sum, { usd }) => sum + usd, 0);

function itemsOf(resources: readonly Resource[]): Item[] {
  const of = (type: string) => resources.filter((resource) => resource.type === type);
  const zones = Math.max(2, new Set(of("aws_subnet").map(({ values }) => values["availability_zone"])).size);
  const express = of("aws_ecs_express_gateway_service");
  const stacks = of("aws_cloudformation_stack");
  const loadBalancers = of("aws_lb").length + (express.length + stacks.length ? 1 : 0);
  const internal = of("aws_lb").filter(({ values }) => values["internal"] === true).length;
  return [
    ...express.map(expressTasks),
    ...plainTasks(of("aws_ecs_task_definition"), of("aws_appautoscaling_target"), stacks),
    ...times("load balancer", loadBalancers, PRICES.loadBalancerHour),
    ...times("public address of a load balancer", (loadBalancers - internal) * zones, PRICES.publicIpv4Hour),
    ...times("NAT gateway", of("aws_nat_gateway").length, PRICES.natGatewayHour),
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
const metricsOf = (alarms: readonly Resource[]): number =>
  alarms
    .map(({ values }) => (values["metric_query"] ?? []) as { metric?: readonly unknown[] }[])
    .reduce((sum, queries) => sum + Math.max(1, queries.filter(({ metric }) => metric?.length).length), 0);

function tasks(what: string, count: number, cpu: number, memory: number, arm: boolean): Item {
  const [vcpu, gb] = arm
    ? [PRICES.fargateArmVcpuHour, PRICES.fargateArmGbHour]
    : [PRICES.fargateVcpuHour, PRICES.fargateGbHour];
  const hourly = (cpu / 1024) * vcpu + (memory / 1024) * gb;
  return {
    what,
    arithmetic: `${count} × (${cpu / 1024} × ${vcpu} + ${memory / 1024} × ${gb}) × ${HOURS_A_MONTH} h`,
    usd: count * hourly * HOURS_A_MONTH,
  };
}

function expressTasks({ values }: Resource): Item {
  const scaling = (values["scaling_target"] as { min_task_count?: number }[] | undefined)?.[0];
  return tasks(
    `tasks of ${String(values["service_name"])}`,
    scaling?.min_task_count ?? 1,
    Number(values["cpu"]),
    Number(values["memory"]),
    false,
  );
}

/** The smallest number of tasks that a stack with an Express service keeps; unknown while its template is. */
function leastOf({ values }: Resource): number | undefined {
  const template = values["template_body"];
  if (typeof template !== "string") return undefined;
  const { Resources: resources } = JSON.parse(template) as {
    Resources?: Record<string, { Properties?: { ScalingTarget?: { MinTaskCount?: number } } }>;
  };
  return Object.values(resources ?? {})[0]?.Properties?.ScalingTarget?.MinTaskCount;
}

/** Tasks of task definitions: a plain service's own, or one that both tracks share. */
function plainTasks(
  definitions: readonly Resource[],
  targets: readonly Resource[],
  stacks: readonly Resource[],
): Item[] {
  return definitions.flatMap(({ values }) => {
    const family = String(values["family"]);
    const target = targets.find(({ values: { resource_id: id } }) =>
      [`/${family}`, `/${family}-ecs`].some((end) => String(id).endsWith(end)),
    );
    const stack = stacks.find(({ values: { name } }) => name === `${family}-express-stack`);
    const count = Number(target?.values["min_capacity"] ?? (stack && leastOf(stack)) ?? 1);
    const arm =
      (values["runtime_platform"] as { cpu_architecture?: string }[] | undefined)?.[0]?.cpu_architecture === "ARM64";
    return [
      tasks(`tasks of ${family}`, count, Number(values["cpu"]), Number(values["memory"]), arm),
      ...storage(family, count, values),
    ];
  });
}

/** What a task's storage holds above Fargate's own. */
function storage(family: string, count: number, values: Resource["values"]): Item[] {
  const size = (values["ephemeral_storage"] as { size_in_gib?: number }[] | undefined)?.[0]?.size_in_gib;
  const above = (size ?? EPHEMERAL_STORAGE.included) - EPHEMERAL_STORAGE.included;
  return times(`GiB of storage for tasks of ${family}`, count * above, PRICES.fargateStorageGbHour);
}

function webAcl({ values }: Resource): Item {
  const rules = ((values["rule"] as unknown[] | undefined) ?? []).length;
  return {
    what: "web ACL",
    arithmetic: `${PRICES.webAclMonth} + ${rules} × ${PRICES.webAclRuleMonth}`,
    usd: PRICES.webAclMonth + rules * PRICES.webAclRuleMonth,
  };
}
