// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** The records of the services' names: weighted aliases to every origin that a service has. */
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
   * Service to its origins; which ones there are is known at plan.
   *
   * @default {}
   */
  readonly origins?: { readonly [name: string]: DnsRecordsOriginProps | IResolvable } | IResolvable;
}

/** The Route 53 zone. */
export interface DnsRecordsZoneProps {
  /** The public hosted zone's id. */
  readonly id: string;
}

/** Service to its origins; which ones there are is known at plan. */
export interface DnsRecordsOriginProps {
  /** The load balancer of the track it runs on. */
  readonly active: DnsRecordsOriginActiveProps | IResolvable;

  /**
   * The load balancer of the track that stands by.
   *
   * @default - none
   */
  readonly standby?: DnsRecordsOriginStandbyProps | IResolvable;

  /**
   * Where it ran before. Its health is not looked at.
   *
   * @default - none
   */
  readonly other?: DnsRecordsOriginOtherProps | IResolvable;
}

/** The load balancer of the track it runs on. */
export interface DnsRecordsOriginActiveProps {
  /** Its host name. */
  readonly dnsName: string;

  /** The hosted zone of that name. */
  readonly zoneId: string;

  /**
   * Its share of the requests.
   *
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html
   */
  readonly weight: number;

  /**
   * Whether it has IPv6 addresses, known at plan. A name has AAAA records when all of its origins do.
   *
   * @default false
   */
  readonly ipv6?: boolean | IResolvable;
}

/** The load balancer of the track that stands by. */
export interface DnsRecordsOriginStandbyProps {
  /** Its host name. */
  readonly dnsName: string;

  /** The hosted zone of that name. */
  readonly zoneId: string;

  /**
   * Its share of the requests.
   *
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html
   */
  readonly weight: number;

  /**
   * Whether it has IPv6 addresses, known at plan. A name has AAAA records when all of its origins do.
   *
   * @default false
   */
  readonly ipv6?: boolean | IResolvable;
}

/** Where it ran before. Its health is not looked at. */
export interface DnsRecordsOriginOtherProps {
  /** Its host name. */
  readonly dnsName: string;

  /** The hosted zone of that name. */
  readonly zoneId: string;

  /**
   * Its share of the requests.
   *
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html
   */
  readonly weight: number;

  /**
   * Whether it has IPv6 addresses, known at plan. A name has AAAA records when all of its origins do.
   *
   * @default false
   */
  readonly ipv6?: boolean | IResolvable;
}
