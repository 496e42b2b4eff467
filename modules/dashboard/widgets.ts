import type { IResolvable } from "cdktf";
import { loadBalancerDimension, targetGroupDimension } from "../alarms/metrics";
import { hcl, raw } from "../kit/hcl";

/** The grid is 24 wide; a row is 6 high. */
export const ROW = 6;

type Metric = readonly unknown[];

interface Widget {
  readonly title: unknown;
  readonly region: string;
  readonly at: { readonly x: number; readonly y: IResolvable | number; readonly width: number };
  /** Each a metric as CloudWatch's dashboards write it, or HCL for a list of them. */
  readonly metrics: readonly Metric[] | IResolvable;
  /** What the vertical axes say: left, and right if there is one. */
  readonly axes: readonly [left: string, right?: string];
}

/** A graph, minute by minute. */
export const graph = ({ title, region, at, metrics, axes: [left, right] }: Widget): IResolvable =>
  hcl`${{
    type: "metric",
    x: at.x,
    y: at.y,
    width: at.width,
    height: ROW,
    properties: {
      title,
      region,
      view: "timeSeries",
      period: 60,
      metrics,
      yAxis: {
        left: { label: left, min: 0, showUnits: false },
        right: right && { label: right, min: 0, showUnits: false },
      },
    },
  }}`;

/** The state of alarms, at the right of the first row. */
export const alarmStates = (arns: unknown): IResolvable =>
  hcl`${{ type: "alarm", x: 16, y: 0, width: 8, height: ROW, properties: { title: "Alarms", alarms: arns } }}`;

/** A metric of an ECS service `s`. */
const ofTasks = (clusterName: unknown, metric: string, stat: string, label: string): Metric => [
  "AWS/ECS",
  metric,
  "ClusterName",
  clusterName,
  "ServiceName",
  raw("s.service_name"),
  { stat, label },
];

/** A metric of each target group of `lb`, under ids that a formula uses; only the formula is drawn. */
const ofGroups = (id: string, metric: string, stat: string): IResolvable =>
  hcl`[for i, arn in ${GROUPS} : ${[
    "AWS/ApplicationELB",
    metric,
    "LoadBalancer",
    loadBalancerDimension(raw("lb.arn")),
    "TargetGroup",
    targetGroupDimension(raw("arn")),
    { id: raw(`"${id}\${i}"`), stat, visible: false },
  ]}]`;

/** The target groups that ECS tells. */
const GROUPS = raw("[for arn in lb.target_group_arns : arn if arn != null]");

const formula = (label: string, before: string, id: string, after = "", yAxis = "left"): Metric => [
  {
    expression: hcl`"${raw(before)}([\${join(", ", [for i, arn in ${GROUPS} : "${raw(id)}\${i}"])}])${raw(after)}"`,
    label,
    yAxis,
  },
];

const share = (errors: string, requests: string): Metric => {
  const of = (id: string) => hcl`\${join(", ", [for i, arn in ${GROUPS} : "${raw(id)}\${i}"])}`;
  return [
    { expression: hcl`"100 * SUM([${of(errors)}]) / SUM([${of(requests)}])"`, label: "5xx, percent", yAxis: "right" },
  ];
};

/** The row of a service: HCL over its `name`, `s` and `i`. What the load balancer counts is left out where there is none. */
export const serviceRow = (clusterName: unknown, region: string): IResolvable => {
  const y = hcl`${ROW} * (i + 1)`;
  const at = (column: number) => ({ x: 6 * column, y, width: 6 });
  const title = (what: string) => hcl`"\${name}: ${raw(what)}"`;
  const tasks = graph({
    title: title("tasks"),
    region,
    at: at(0),
    metrics: [ofTasks(clusterName, "CPUUtilization", "SampleCount", "running tasks")],
    axes: ["tasks"],
  });
  const load = graph({
    title: title("CPU and memory"),
    region,
    at: at(1),
    metrics: [
      ofTasks(clusterName, "CPUUtilization", "Average", "CPU"),
      ofTasks(clusterName, "MemoryUtilization", "Average", "memory"),
    ],
    axes: ["percent"],
  });
  const requests = graph({
    title: title("requests"),
    region,
    at: at(2),
    metrics: hcl`concat(${[formula("requests", "SUM", "requests"), share("errors", "requests")]}, ${ofGroups("requests", "RequestCount", "Sum")}, ${ofGroups("errors", "HTTPCode_Target_5XX_Count", "Sum")})`,
    axes: ["requests a minute", "percent"],
  });
  const latency = graph({
    title: title("latency"),
    region,
    at: at(3),
    metrics: hcl`concat(${[formula("95 of 100", "MAX", "p95"), formula("half", "MAX", "p50")]}, ${ofGroups("p95", "TargetResponseTime", "p95")}, ${ofGroups("p50", "TargetResponseTime", "p50")})`,
    axes: ["seconds"],
  });
  return hcl`[${tasks}, ${load}, [for lb in s.load_balancer[*] : [${requests}, ${latency}] if length(${GROUPS}) > 0]]`;
};

/** What the web ACL held back and let through. */
export const webAcl = (metricName: unknown, region: string): IResolvable => {
  const metric = (name: string, label: string): Metric => [
    "AWS/WAFV2",
    name,
    "WebACL",
    metricName,
    "Region",
    region,
    "Rule",
    "ALL",
    { stat: "Sum", label },
  ];
  return graph({
    title: "Web ACL",
    region,
    at: { x: 0, y: 0, width: 8 },
    metrics: [metric("BlockedRequests", "blocked"), metric("AllowedRequests", "let through")],
    axes: ["requests a minute"],
  });
};

/** 5xx of the load balancers themselves, which no service answered: no healthy task, or none in time. HCL over `arns`. */
export const loadBalancers = (region: string): IResolvable =>
  graph({
    title: "5xx of the load balancers themselves",
    region,
    at: { x: 8, y: 0, width: 8 },
    metrics: hcl`[for arn in arns : ${[
      "AWS/ApplicationELB",
      "HTTPCode_ELB_5XX_Count",
      "LoadBalancer",
      loadBalancerDimension(raw("arn")),
      { stat: "Sum" },
    ]}]`,
    axes: ["answers a minute"],
  });
