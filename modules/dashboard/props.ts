// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** A CloudWatch dashboard of a group: a row for each service, whichever track it runs on. */
export interface DashboardProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /**
   * Whether to make it.
   *
   * @default true
   */
  readonly enabled?: boolean | IResolvable;

  /** The cluster, by name. */
  readonly clusterName: string;

  /** Where the metrics of each service are found. */
  readonly services: { readonly [name: string]: DashboardServiceProps | IResolvable } | IResolvable;

  /**
   * The web ACL, by the name of its metrics.
   *
   * @default - it is not shown
   */
  readonly webAclMetricName?: string;

  /**
   * Alarms whose state is shown.
   *
   * @default []
   */
  readonly alarmArns?: readonly string[];
}

/** Where the metrics of each service are found. */
export interface DashboardServiceProps {
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
  readonly loadBalancer?: DashboardServiceLoadBalancerProps | IResolvable;
}

/** What counts its requests. */
export interface DashboardServiceLoadBalancerProps {
  /** The load balancer. */
  readonly arn: string;

  /** All target groups that its tasks are ever in; their number is known at plan. */
  readonly targetGroupArns: readonly string[];
}
