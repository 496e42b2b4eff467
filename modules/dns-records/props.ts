// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** The records of the services' names, each an alias to the load balancer of the track its service runs on. */
export interface DnsRecordsProps {
  /**
   * The Route 53 zone.
   *
   * @default - no record is made
   */
  readonly zone?: DnsRecordsZoneProps | IResolvable;

  /**
   * Full name to the service that has it, known at plan.
   *
   * @default {}
   */
  readonly hostNames?: { readonly [name: string]: string } | IResolvable;

  /**
   * Service to where it runs.
   *
   * @default {}
   */
  readonly origins?: { readonly [name: string]: DnsRecordsOriginProps | IResolvable } | IResolvable;

  /**
   * Whether the load balancers have IPv6 addresses; each name then has an AAAA record too.
   *
   * @default false
   */
  readonly ipv6?: boolean | IResolvable;
}

/** The Route 53 zone. */
export interface DnsRecordsZoneProps {
  /** The public hosted zone's id. */
  readonly id: string;
}

/** Service to where it runs. */
export interface DnsRecordsOriginProps {
  /** Track to load balancer. One track for each service. */
  readonly loadBalancers: { readonly [name: string]: DnsRecordsOriginLoadBalancerProps | IResolvable } | IResolvable;
}

/** Track to load balancer. One track for each service. */
export interface DnsRecordsOriginLoadBalancerProps {
  /** The load balancer's DNS name. */
  readonly dnsName: string;

  /** The load balancer's own hosted zone. */
  readonly zoneId: string;
}
