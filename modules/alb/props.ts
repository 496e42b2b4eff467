// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** The load balancer of the plain track, shared by the group, made or adopted: HTTPS and names with a domain, ports without one, and paths with either. */
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

  /** Public subnets, in two zones or more; private ones when `load_balancer.internal`. */
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
   * A domain for the services: HTTPS, a redirect from HTTP, one host name for each service.
   *
   * @default - plain HTTP, a port for each service, with a warning
   */
  readonly domain?: AlbDomainProps | IResolvable;

  /**
   * The load balancer of the track `ecs`.
   *
   * @default {}
   */
  readonly loadBalancer?: AlbLoadBalancerProps | IResolvable;

  /**
   * Blocks that each rule admits alone, for an adopted load balancer. None: whoever reaches it.
   *
   * @default []
   */
  readonly sourceIps?: readonly string[];

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
   * What the container speaks on its port: HTTP/1.1, HTTP/2 without TLS, or gRPC. Its callers' proxies and the load balancer speak the same.
   * Mode `express`: refused: Express Mode's load balancer speaks HTTP/1.1 to its tasks; set mode = "ecs" for this service.
   *
   * @default "http"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
   */
  readonly appProtocol?: "http" | "http2" | "grpc" | (string & {});

  /**
   * What the load balancer asks for to know that a task is well; anything but a 200 is a failure, unless `health_check.matcher` says otherwise. A wrong path shows up as a 503.
   *
   * @default "/"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly healthCheckPath?: string;

  /**
   * The load balancer's port for this service when the group has no domain. Services share one by `path_patterns`.
   * 1 to 65535.
   * Mode `express`: refused: Express Mode serves every service on port 443 of a host name of its own; leave listener_port out.
   *
   * @default - `port`
   */
  readonly listenerPort?: number;

  /**
   * Pins the priority of the service's listener rule; a lower number comes first. Give another one together with a change of `app_protocol`, or when `stickiness` comes or goes: these make a new rule beside the old one.
   * 1 to 50000.
   * Mode `express`: refused: the listener rule is Express Mode's own; leave listener_rule_priority out.
   *
   * @default - derived from the name and path patterns, long ones first, so that a new service never moves a neighbour's
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html
   */
  readonly listenerRulePriority?: number;

  /**
   * Names that a service keeps which was made outside this module and is imported. `switchyard adopt` writes it.
   *
   * @default - the service is made here, and its names are the group's
   */
  readonly adopted?: AlbServiceAdoptedProps | IResolvable;

  /**
   * Full names it answers to in a group with a domain, the apex and names of other domains among them. None: `<service>.<domain>`.
   * Mode `express`: approximated: at most 4, beside the name that Express Mode generates; none is shared with another service.
   *
   * @default []
   * @example ["example.com","www.example.com"]
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
   */
  readonly hostNames?: readonly string[];

  /**
   * Paths it answers to, so that several services share a host or, without a domain, a port. The path reaches the container as it is. None: every path that no other service takes.
   * Mode `express`: refused: the listener rule is Express Mode's own, and one added beside it breaks at the next deployment; leave path_patterns out.
   *
   * @default []
   * @example ["/api/*"]
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
   */
  readonly pathPatterns?: readonly string[];

  /**
   * Sends a client to the same task as before, by a cookie of the load balancer. Turning it on or off makes new target groups, and the service is away until its tasks are in them.
   * Mode `express`: refused: the target groups are Express Mode's own; leave stickiness out.
   *
   * @default - any task
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
   */
  readonly stickiness?: AlbServiceStickinessProps | IResolvable;

  /**
   * How long a new task gets fewer requests than its share, 30 to 900 seconds; 0 is not at all.
   * 0 to 900 seconds.
   * Mode `express`: refused: the target groups are Express Mode's own; leave slow_start out.
   *
   * @default 0
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
   */
  readonly slowStart?: number;

  /**
   * How long a stopping task may go on answering the requests it has.
   * 0 to 3600 seconds.
   * Mode `express`: refused: the target groups are Express Mode's own; leave deregistration_delay out.
   *
   * @default 30
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
   */
  readonly deregistrationDelay?: number;

  /**
   * How the load balancer asks `health_check_path`.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
   */
  readonly healthCheck?: AlbServiceHealthCheckProps | IResolvable;

  /**
   * What a deployment needs of the load balancer.
   *
   * @default {}
   */
  readonly deploymentConfiguration?: AlbServiceDeploymentConfigurationProps | IResolvable;
}

/** Names that a service keeps which was made outside this module and is imported. `switchyard adopt` writes it. */
export interface AlbServiceAdoptedProps {
  /** The track it was adopted on. On the other one the service has the group's own names, so that a flip makes no name that is still taken. */
  readonly mode: "express" | "ecs" | (string & {});

  /**
   * Its name in ECS; also the family of its task definitions. Another one replaces the service.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
   */
  readonly serviceName: string;

  /**
   * The target group that its tasks are in; a second one is made beside it.
   *
   * @default - both are made
   */
  readonly targetGroup?: AlbServiceAdoptedTargetGroupProps | IResolvable;

  /**
   * The name of its target tracking policy. Another one replaces the policy.
   * Mode `express`: approximated: unused: the scaling policy of a service on Express Mode is Express Mode's own.
   *
   * @default - `<service name>-target-tracking`
   * @see https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html
   */
  readonly scalingPolicyName?: string;
}

/** The target group that its tasks are in; a second one is made beside it. */
export interface AlbServiceAdoptedTargetGroupProps {
  /**
   * Its name. Another one replaces the target group.
   * Mode `express`: approximated: unused: the target group of a service on Express Mode is Express Mode's own.
   *
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
   */
  readonly name: string;

  /**
   * The port it was made with. Another one replaces the target group.
   * 1 to 65535.
   * Mode `express`: approximated: unused: the target group of a service on Express Mode is Express Mode's own.
   */
  readonly port: number;
}

/** Sends a client to the same task as before, by a cookie of the load balancer. Turning it on or off makes new target groups, and the service is away until its tasks are in them. */
export interface AlbServiceStickinessProps {
  /**
   * How long the load balancer's cookie holds.
   * 1 to 604800 seconds.
   *
   * @default 86400
   */
  readonly cookieDuration?: number;
}

/** How the load balancer asks `health_check_path`. */
export interface AlbServiceHealthCheckProps {
  /**
   * Time between two checks.
   * 5 to 300 seconds.
   * Mode `express`: refused: the target groups are Express Mode's own; leave health_check out.
   *
   * @default 15
   */
  readonly interval?: number;

  /**
   * How long an answer may take; less than `interval`.
   * 2 to 120 seconds.
   * Mode `express`: refused: the target groups are Express Mode's own; leave health_check out.
   *
   * @default 5
   */
  readonly timeout?: number;

  /**
   * Good checks in a row that make a task healthy.
   * 2 to 10 checks.
   * Mode `express`: refused: the target groups are Express Mode's own; leave health_check out.
   *
   * @default 2
   */
  readonly healthyThreshold?: number;

  /**
   * Failed checks in a row that make it unhealthy.
   * 2 to 10 checks.
   * Mode `express`: refused: the target groups are Express Mode's own; leave health_check out.
   *
   * @default 3
   */
  readonly unhealthyThreshold?: number;

  /**
   * Statuses that are well.
   * Mode `express`: refused: only a 200 is well there; leave matcher out.
   *
   * @default "200"
   * @example "200-299"
   */
  readonly matcher?: string;
}

/** What a deployment needs of the load balancer. */
export interface AlbServiceDeploymentConfigurationProps {
  /**
   * A port of the load balancer on which the allowed CIDRs reach the new tasks before anybody else does. It stays open, and unused, under ROLLING.
   * 1 to 65535.
   * Mode `express`: refused: the listeners are Express Mode's own; leave test_listener_port out.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
   */
  readonly testListenerPort?: number;
}

/** A domain for the services: HTTPS, a redirect from HTTP, one host name for each service. */
export interface AlbDomainProps {
  /** The domain; service `api` of `example.com` is `https://api.example.com`. */
  readonly name: string;

  /**
   * The ACM certificate that covers the names.
   *
   * @default - an adopted listener's own; a load balancer that is made needs one
   */
  readonly certificate?: AlbDomainCertificateProps | IResolvable;
}

/** The ACM certificate that covers the names. */
export interface AlbDomainCertificateProps {
  /** The certificate's ARN. */
  readonly arn: string;
}

/** The load balancer of the track `ecs`. */
export interface AlbLoadBalancerProps {
  /**
   * How long an idle connection stays open. App Runner's own limit for a request.
   * 1 to 4000 seconds.
   * Mode `express`: refused: the load balancer is shared and Express Mode's own; leave idle_timeout out.
   *
   * @default 120
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

  /**
   * Whether it has private addresses alone, in the private subnets. `allowed_cidrs` then names private ranges.
   * Mode `express`: refused: Express Mode takes the scheme from the routes of its subnets: a service with `public = false` is given the private ones; leave internal out.
   *
   * @default false
   */
  readonly internal?: boolean | IResolvable;

  /**
   * The TLS policy of the HTTPS listener. The default is AWS's recommendation: TLS 1.2 and 1.3, with post-quantum key exchange.
   * Mode `express`: refused: the listener is Express Mode's own; leave ssl_policy out.
   *
   * @default "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
   */
  readonly sslPolicy?: string;

  /**
   * Whether clients may speak HTTP/2.
   * Mode `express`: refused: the load balancer is shared and Express Mode's own; leave http2 out.
   *
   * @default true
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
   */
  readonly http2?: boolean | IResolvable;

  /**
   * Whether headers with invalid names are dropped rather than passed on.
   * Mode `express`: refused: the load balancer is shared and Express Mode's own; leave drop_invalid_header_fields out.
   *
   * @default true
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
   */
  readonly dropInvalidHeaderFields?: boolean | IResolvable;

  /**
   * What happens to requests that two parsers could read in two ways.
   * Mode `express`: refused: the load balancer is shared and Express Mode's own; leave desync_mitigation_mode out.
   *
   * @default "defensive"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
   */
  readonly desyncMitigationMode?: "monitor" | "defensive" | "strictest" | (string & {});

  /**
   * Access logs in S3.
   * Mode `express`: refused: the load balancer is shared and Express Mode's own; leave access_logs out.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
   */
  readonly accessLogs?: AlbLoadBalancerAccessLogsProps | IResolvable;

  /**
   * An existing load balancer: a rule for each service is added to its listener, and nothing else of it is touched, neither its security group nor its web ACL.
   * Mode `express`: refused: the load balancer is shared and Express Mode's own; leave adopted out.
   *
   * @default - one is made
   */
  readonly adopted?: AlbLoadBalancerAdoptedProps | IResolvable;
}

/** Access logs in S3. */
export interface AlbLoadBalancerAccessLogsProps {
  /**
   * A bucket of your own in the same region, encrypted with SSE-S3, whose policy lets `logdelivery.elasticloadbalancing.amazonaws.com` write.
   *
   * @default - one is made, closed to everybody else
   */
  readonly bucket?: AlbLoadBalancerAccessLogsBucketProps | IResolvable;

  /**
   * Where in the bucket; below it AWS writes `AWSLogs/<account>/…`.
   *
   * @default ""
   */
  readonly prefix?: string;

  /**
   * How long the bucket that is made keeps a log.
   * 1 to 3650 days.
   *
   * @default 90
   */
  readonly expirationDays?: number;

  /**
   * Whether the bucket that is made may be destroyed with logs in it. Without it a destroy, or a change that takes it away, fails until it is empty.
   *
   * @default false
   */
  readonly forceDestroy?: boolean | IResolvable;
}

/** A bucket of your own in the same region, encrypted with SSE-S3, whose policy lets `logdelivery.elasticloadbalancing.amazonaws.com` write. */
export interface AlbLoadBalancerAccessLogsBucketProps {
  /** The bucket's name. */
  readonly name: string;
}

/** An existing load balancer: a rule for each service is added to its listener, and nothing else of it is touched, neither its security group nor its web ACL. */
export interface AlbLoadBalancerAdoptedProps {
  /** Its HTTPS listener on port 443, with certificates for the names. */
  readonly listenerArn: string;

  /** Its security group, which the tasks admit. It has to let out to the tasks' ports. */
  readonly securityGroupId: string;

  /**
   * Whether each rule admits `allowed_cidrs` alone, which takes one of a rule's five values for each block. `false` leaves who gets in to the load balancer's owner.
   *
   * @default true
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
   */
  readonly enforceAllowedCidrs?: boolean | IResolvable;
}
