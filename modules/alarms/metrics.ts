import type { IResolvable } from "cdktf";
import { hcl } from "../kit/hcl";

/** What an alarm of a service looks at, whatever it is made of. Expressions are over `each.value` and the given `alarms`. */
interface Alarm {
  /** The end of the alarm's name. */
  readonly what: string;
  readonly threshold: (alarms: unknown) => IResolvable;
  /** What the service has done for so long, as the end of a sentence that begins with its name. */
  readonly says: string;
}

/** An alarm on a metric of ECS, which every service has. */
export interface TaskAlarm extends Alarm {
  readonly metric: "CPUUtilization" | "MemoryUtilization";
  readonly statistic: "Average" | "SampleCount";
  readonly comparison: "LessThanThreshold" | "GreaterThanThreshold";
  readonly missing: "breaching" | "notBreaching";
  /** Whether a service has it, over `s`; every service does when nothing is said. */
  readonly where?: IResolvable;
}

/**
 * Each running task sends one sample of its CPU a minute, so the number of samples is the number of tasks: without
 * Container Insights there is no other metric of it. A service without tasks sends none at all. Where none has to run
 * there is nothing to tell.
 *
 * @see https://github.com/aws/containers-roadmap/issues/2718 (read 2026-11-21)
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html (read 2026-11-21)
 */
export const ON_TASKS: readonly TaskAlarm[] = [
  {
    what: "running-tasks",
    metric: "CPUUtilization",
    statistic: "SampleCount",
    comparison: "LessThanThreshold",
    threshold: () => hcl`each.value.min_task_count`,
    missing: "breaching",
    where: hcl`s.min_task_count > 0`,
    says: "runs fewer tasks than scaling.min_task_count",
  },
  {
    what: "cpu",
    metric: "CPUUtilization",
    statistic: "Average",
    comparison: "GreaterThanThreshold",
    threshold: (alarms) => hcl`${alarms}.cpu_percent`,
    missing: "notBreaching",
    says: "uses most of its CPU: scaling does not keep up, or has reached scaling.max_task_count",
  },
  {
    what: "memory",
    metric: "MemoryUtilization",
    statistic: "Average",
    comparison: "GreaterThanThreshold",
    threshold: (alarms) => hcl`${alarms}.memory_percent`,
    missing: "notBreaching",
    says: "uses most of its memory; a task that runs out of it is stopped",
  },
];

/** A metric of a target group: the beginning of its id in a formula, which the group's number ends; its name, its statistic. */
export interface RequestMetric {
  readonly id: string;
  readonly name: string;
  readonly stat: string;
}

/** An alarm on metrics of the load balancer: on the worst of the service's target groups. */
export interface RequestAlarm extends Alarm {
  readonly metrics: readonly RequestMetric[];
  /** The formula of one target group: an HCL template over the group's number, `i`. */
  readonly formula: string;
}

/**
 * A service has two target groups where deployments shift its traffic from one to the other. The alarms look at the
 * worse one, so a deployment changes no alarm, and a new version that fails every request is seen however small its
 * share of them is. A group without requests sends nothing, which is nothing bad.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html (read 2026-11-21)
 */
export const ON_REQUESTS: readonly RequestAlarm[] = [
  {
    what: "unhealthy-hosts",
    metrics: [{ id: "unhealthy", name: "UnHealthyHostCount", stat: "Maximum" }],
    formula: "unhealthy${i}",
    threshold: () => hcl`0`,
    says: "has a task that fails its health check",
  },
  {
    what: "5xx",
    metrics: [
      { id: "errors", name: "HTTPCode_Target_5XX_Count", stat: "Sum" },
      { id: "requests", name: "RequestCount", stat: "Sum" },
    ],
    formula: "100 * errors${i} / requests${i}",
    threshold: (alarms) => hcl`${alarms}.error_percent`,
    says: "answers too many requests with a 5xx",
  },
  {
    what: "latency",
    metrics: [{ id: "latency", name: "TargetResponseTime", stat: "p95" }],
    formula: "latency${i}",
    threshold: (alarms) => hcl`${alarms}.latency_milliseconds / 1000`,
    says: "answers too slowly",
  },
];

/** The suffix of a load balancer's ARN, which is the dimension of its metrics. */
export const loadBalancerDimension = (arn: IResolvable): IResolvable => hcl`split(":loadbalancer/", ${arn})[1]`;

/** The same of a target group; an ARN that nobody knows stays apart from all there are. */
export const targetGroupDimension = (arn: IResolvable): IResolvable => hcl`try(split(":", ${arn})[5], "none")`;
