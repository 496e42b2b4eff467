// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** Finds the load balancer that Express Mode made, from the services' own records, and keeps hold of it. */
export interface ExpressLoadBalancerProps {
  /** The cluster. */
  readonly clusterName: string;

  /**
   * The services on Express Mode, name to ARN. The ARN is what the service's resource gives: unknown until the service exists, and so read after it. The names are known at plan.
   *
   * @default {}
   */
  readonly serviceArns?: { readonly [name: string]: string } | IResolvable;

  /**
   * Those of them that are in private subnets. Their load balancer is an internal one and carries no web ACL: they are looked at for changes from outside alone.
   *
   * @default []
   */
  readonly internalServices?: readonly string[];

  /**
   * Names of those that are changed on purpose, by an overlay; they are not compared with what Express Mode makes.
   *
   * @default []
   */
  readonly overlaidServices?: readonly string[];

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
