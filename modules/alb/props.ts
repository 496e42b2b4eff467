// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** The load balancer of the plain track, shared by the group: HTTPS and a host for each service with a domain, a port for each without one. */
export interface AlbProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /** The VPC. */
  readonly vpcId: string;

  /** Public subnets, in two zones or more. */
  readonly subnetIds: readonly string[];

  /** The load balancer's security group. */
  readonly securityGroupId: string;

  /**
   * Whether the subnets have IPv6 ranges; the load balancer is then dual-stack.
   *
   * @default false
   */
  readonly ipv6?: boolean | IResolvable;

  /** The public services; without one there is no load balancer. */
  readonly services: { readonly [name: string]: AlbServiceProps | IResolvable } | IResolvable;

  /**
   * A domain for the public services: HTTPS, a redirect from HTTP, one host name for each service.
   * Mode `express`: refused: the listener and its rules are Express Mode's own, and a rule added beside them breaks at the next deployment; leave domain out, or set mode = "ecs".
   *
   * @default - plain HTTP on the track `ecs`, with a warning; Express Mode has HTTPS on a generated name
   */
  readonly domain?: AlbDomainProps | IResolvable;

  /**
   * The load balancer of the track `ecs`.
   *
   * @default {}
   */
  readonly loadBalancer?: AlbLoadBalancerProps | IResolvable;

  /**
   * Tags of everything that is made.
   *
   * @default {}
   */
  readonly tags?: { readonly [name: string]: string } | IResolvable;
}

/** The public services; without one there is no load balancer. */
export interface AlbServiceProps {
  /**
   * The port the container listens on, without TLS.
   * 1 to 65535.
   */
  readonly port: number;

  /**
   * What the load balancer asks for to know that a task is well; anything but a 200 is a failure. A wrong path shows up as a 503.
   *
   * @default "/"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly healthCheckPath?: string;

  /**
   * The load balancer's port for this service when the group has no domain. Two services of a group cannot share one.
   * 1 to 65535.
   * Mode `express`: refused: Express Mode serves every service on port 443 of a host name of its own; leave listener_port out.
   *
   * @default - `port`
   */
  readonly listenerPort?: number;

  /**
   * Pins the priority of the service's rule on the HTTPS listener of a group with a domain.
   * 1 to 50000.
   * Mode `express`: refused: the listener rule is Express Mode's own; leave listener_rule_priority out.
   *
   * @default - derived from the name, so that a new service never moves a neighbour's
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html
   */
  readonly listenerRulePriority?: number;
}

/** A domain for the public services: HTTPS, a redirect from HTTP, one host name for each service. */
export interface AlbDomainProps {
  /** The domain; service `api` of `example.com` is `https://api.example.com`. */
  readonly name: string;

  /**
   * The Route 53 zone for the names and the certificate's validation.
   *
   * @default - no record is made: point the names at the output `load_balancer_dns_names`
   */
  readonly zone?: AlbDomainZoneProps | IResolvable;

  /**
   * An ACM certificate that covers the names.
   *
   * @default - one is made and validated in `zone`
   */
  readonly certificate?: AlbDomainCertificateProps | IResolvable;
}

/** The Route 53 zone for the names and the certificate's validation. */
export interface AlbDomainZoneProps {
  /** The public hosted zone's id. */
  readonly id: string;
}

/** An ACM certificate that covers the names. */
export interface AlbDomainCertificateProps {
  /** The certificate's ARN. */
  readonly arn: string;
}

/** The load balancer of the track `ecs`. */
export interface AlbLoadBalancerProps {
  /**
   * How long an idle connection stays open.
   * 1 to 4000 seconds.
   * Mode `express`: refused: the load balancer is shared and Express Mode's own; leave idle_timeout out.
   *
   * @default 60
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
   */
  readonly idleTimeout?: number;

  /**
   * Whether the load balancer refuses to be deleted. Set it back and apply before a destroy or a flip.
   * Mode `express`: refused: the load balancer is Express Mode's own and goes with its last service; leave deletion_protection out.
   *
   * @default false
   */
  readonly deletionProtection?: boolean | IResolvable;
}
