// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** CloudWatch alarms of each service, by the same names on either track. */
export interface AlarmsProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /** The cluster, by name. */
  readonly clusterName: string;

  /** Where the metrics of each service are found. */
  readonly services: { readonly [name: string]: AlarmsServiceProps | IResolvable } | IResolvable;

  /**
   * CloudWatch alarms for each service, named `<group>-<service>-<metric>` in both modes. `{}` makes all six. 1.10 USD a month for a public service, 0.30 for one without a load balancer.
   *
   * @default - no alarm
   */
  readonly alarms?: AlarmsAlarmsProps | IResolvable;

  /**
   * Tags of everything that is made.
   *
   * @default {}
   */
  readonly tags?: { readonly [name: string]: string } | IResolvable;
}

/** Where the metrics of each service are found. */
export interface AlarmsServiceProps {
  /** The ECS service's name. */
  readonly serviceName: string;

  /**
   * Tasks that run at the least, at any hour. With 0 there is no alarm on their number.
   * 0 to 5000 tasks.
   * Mode `express`: approximated: 0 is passed on; AWS's guide does not say what becomes of the service then.
   *
   * @default 1
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
   */
  readonly minTaskCount?: number;

  /**
   * What counts its requests.
   *
   * @default - nothing does
   */
  readonly loadBalancer?: AlarmsServiceLoadBalancerProps | IResolvable;
}

/** What counts its requests. */
export interface AlarmsServiceLoadBalancerProps {
  /** The load balancer. */
  readonly arn: string;

  /** All target groups that its tasks are ever in; their number is known at plan. */
  readonly targetGroupArns: readonly string[];
}

/** CloudWatch alarms for each service, named `<group>-<service>-<metric>` in both modes. `{}` makes all six. 1.10 USD a month for a public service, 0.30 for one without a load balancer. */
export interface AlarmsAlarmsProps {
  /**
   * SNS topics that are told when an alarm goes off and when it is over.
   *
   * @default []
   */
  readonly snsTopicArns?: readonly string[];

  /**
   * What to look at. Of a service without a load balancer, tasks, CPU and memory alone.
   *
   * @default ["running-tasks","unhealthy-hosts","5xx","latency","cpu","memory"]
   */
  readonly metrics?: readonly string[];

  /**
   * How long a value must be bad, minute after minute, until the alarm goes off.
   * 1 to 1440 minutes.
   *
   * @default 5
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
   */
  readonly minutes?: number;

  /**
   * The share of requests that the service answers with a 5xx, above which `5xx` goes off.
   * 1 to 100 percent.
   *
   * @default 5
   */
  readonly errorPercent?: number;

  /**
   * The time that 95 of 100 requests stay within, above which `latency` goes off.
   * 1 to 3600000 milliseconds.
   *
   * @default 1000
   */
  readonly latencyMilliseconds?: number;

  /**
   * The average CPU of a service's tasks, above which `cpu` goes off.
   * 1 to 100 percent.
   *
   * @default 85
   */
  readonly cpuPercent?: number;

  /**
   * The average memory of a service's tasks, above which `memory` goes off.
   * 1 to 100 percent.
   *
   * @default 85
   */
  readonly memoryPercent?: number;
}
