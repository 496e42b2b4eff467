// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** Finds the load balancer that Express Mode made, from a service's own record, and keeps hold of it. */
export interface ExpressLoadBalancerProps {
  /**
   * Whether any service runs on Express Mode, known at plan.
   *
   * @default true
   */
  readonly enabled?: boolean | IResolvable;

  /** The cluster. */
  readonly clusterName: string;

  /**
   * The ARN of a service on Express Mode, as that service's resource gives it: unknown until it exists, and so read after it.
   *
   * @default - none
   */
  readonly serviceArn?: string;

  /**
   * Express Mode's load balancer, for when AWS does not tell it.
   *
   * @default - found from the service's own record
   */
  readonly expressLoadBalancer?: ExpressLoadBalancerExpressLoadBalancerProps | IResolvable;
}

/** Express Mode's load balancer, for when AWS does not tell it. */
export interface ExpressLoadBalancerExpressLoadBalancerProps {
  /** The load balancer's ARN. */
  readonly arn: string;
}
