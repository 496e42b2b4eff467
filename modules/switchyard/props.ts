// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** Web services on ECS Express Mode or on plain ECS Fargate with Service Connect, switched by the word `mode`. */
export interface SwitchyardProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /** The switch: "express" runs the services on ECS Express Mode, "ecs" on plain ECS Fargate with Service Connect. */
  readonly mode: "express" | "ecs" | (string & {});

  /**
   * CIDR blocks that may reach the load balancer, IPv4 and IPv6. "0.0.0.0/0" opens it to every IPv4 address, "::/0" to every IPv6 address.
   *
   * @example ["203.0.113.0/24"]
   */
  readonly allowedCidrs: readonly string[];

  /** The services, by name. */
  readonly services: { readonly [name: string]: SwitchyardServiceProps | IResolvable } | IResolvable;

  /**
   * An existing VPC to run in.
   *
   * @default - a VPC is made as `network` says
   */
  readonly vpc?: SwitchyardVpcProps | IResolvable;

  /**
   * The VPC to make. Ignored when `vpc` is given.
   *
   * @default {}
   */
  readonly network?: SwitchyardNetworkProps | IResolvable;

  /**
   * A domain for the public services: HTTPS, a redirect from HTTP, one host name for each service.
   * Mode `express`: refused: the listener and its rules are Express Mode's own, and a rule added beside them breaks at the next deployment; leave domain out, or set mode = "ecs".
   *
   * @default - plain HTTP on the track `ecs`, with a warning; Express Mode has HTTPS on a generated name
   */
  readonly domain?: SwitchyardDomainProps | IResolvable;

  /**
   * What the web ACL does besides the allowlist.
   *
   * @default {}
   */
  readonly webAcl?: SwitchyardWebAclProps | IResolvable;

  /**
   * The load balancer of the track `ecs`.
   *
   * @default {}
   */
  readonly loadBalancer?: SwitchyardLoadBalancerProps | IResolvable;

  /**
   * TLS between the proxies of Service Connect, with certificates that ECS issues and rotates. Callers still write `http://`. A private CA costs 50 to 400 USD a month.
   * Mode `express`: refused: without Service Connect there is no proxy that could encrypt calls; leave service_connect_tls out, or set mode = "ecs".
   *
   * @default - plain HTTP inside the VPC
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-tls.html
   */
  readonly serviceConnectTls?: SwitchyardServiceConnectTlProps | IResolvable;

  /**
   * Express Mode's load balancer, for when AWS does not tell it.
   *
   * @default - found from the service's own record
   */
  readonly expressLoadBalancer?: SwitchyardExpressLoadBalancerProps | IResolvable;

  /**
   * How long logs are kept; 0 is for ever.
   * In days.
   *
   * @default 30
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
   */
  readonly logRetentionInDays?: number;

  /**
   * CloudWatch Container Insights of the cluster, billed as custom metrics.
   *
   * @default "disabled"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html
   */
  readonly containerInsights?: "disabled" | "enabled" | "enhanced" | (string & {});

  /**
   * An existing ECS cluster to run in. Its settings stay what they are; the capacity providers FARGATE and, for Spot, FARGATE_SPOT must be associated with it.
   *
   * @default - one is made
   */
  readonly cluster?: SwitchyardClusterProps | IResolvable;

  /**
   * An existing Cloud Map namespace for the names of Service Connect. Plain services call each other by them, so two groups in one namespace need different names for their services.
   *
   * @default - an HTTP namespace is made
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html
   */
  readonly serviceConnectNamespace?: SwitchyardServiceConnectNamespaceProps | IResolvable;

  /**
   * An existing role for Express Mode to manage its load balancer, certificate and scaling with; it must trust `ecs.amazonaws.com` and outlive the services.
   *
   * @default - one is made with AWS's managed policy for it
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html
   */
  readonly infrastructureRole?: SwitchyardInfrastructureRoleProps | IResolvable;

  /**
   * The path of every role that is made.
   *
   * @default "/"
   * @example "/shop/"
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names
   */
  readonly iamRolePath?: string;

  /**
   * A permissions boundary for every role that is made.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;

  /**
   * Whether an apply waits until the services run. Express Mode's canary takes about ten minutes.
   *
   * @default true
   */
  readonly waitForSteadyState?: boolean | IResolvable;

  /**
   * Tags of everything that is made.
   *
   * @default {}
   */
  readonly tags?: { readonly [name: string]: string } | IResolvable;
}

/** The services, by name. */
export interface SwitchyardServiceProps {
  /**
   * The container image. A digest or a fixed tag, so that a deployment is what was tested.
   *
   * @example "public.ecr.aws/nginx/nginx:1.29"
   */
  readonly image: string;

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
   * The track of this one service.
   *
   * @default - the group's `mode`
   */
  readonly mode?: "express" | "ecs" | (string & {});

  /**
   * What the load balancer asks for to know that a task is well; anything but a 200 is a failure. A wrong path shows up as a 503.
   *
   * @default "/"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly healthCheckPath?: string;

  /**
   * Whether the load balancer serves it to the allowed CIDRs. A service that is not public is reached by `connects_to` alone.
   * Mode `express`: refused: Express Mode puts every service behind its load balancer, with a public host name when its subnets are public; set mode = "ecs" for this service.
   *
   * @default true
   */
  readonly public?: boolean | IResolvable;

  /**
   * Services it calls. For each one the container gets `<NAME>_URL`, a private address that no allowlist, NAT gateway or domain stands between.
   * Mode `express`: approximated: Cloud Map private DNS: no retries and no metrics of Service Connect; a stopped task is forgotten within the record's 10 seconds.
   *
   * @default []
   */
  readonly connectsTo?: readonly string[];

  /**
   * The proxy that Service Connect runs in each task of a plain service that calls another plain service or is called by one. The timeouts are of calls to this service.
   *
   * @default {}
   */
  readonly serviceConnect?: SwitchyardServiceServiceConnectProps | IResolvable;

  /**
   * Environment variables, in plain text. Secrets go to `secrets`.
   *
   * @default {}
   */
  readonly environment?: { readonly [name: string]: string } | IResolvable;

  /**
   * Environment variables read from Secrets Manager or SSM when a task starts: name to ARN. The execution role may read exactly these.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
   */
  readonly secrets?: { readonly [name: string]: string } | IResolvable;

  /**
   * Customer managed KMS keys that encrypt those secrets, for the execution role to decrypt with.
   *
   * @default []
   */
  readonly secretsKmsKeyArns?: readonly string[];

  /**
   * Words of the command that replaces the image's own.
   *
   * @default []
   */
  readonly command?: readonly string[];

  /**
   * CPU units of a task; 1024 are one vCPU. Only certain pairs with `memory` exist. A task with a proxy of Service Connect gets more: `service_connect.proxy_cpu`.
   * In CPU units.
   * Mode `express`: approximated: 256 to 4096; larger sizes are refused.
   *
   * @default 512
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
   */
  readonly cpu?: number;

  /**
   * Memory of a task.
   * In MiB.
   * Mode `express`: approximated: 512 to 8192; larger sizes are refused.
   *
   * @default 1024
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
   */
  readonly memory?: number;

  /**
   * How many tasks run. Once a service exists, autoscaling owns the number.
   *
   * @default {}
   */
  readonly scaling?: SwitchyardServiceScalingProps | IResolvable;

  /**
   * The processor the image is built for.
   * Mode `express`: refused: the provider's Express resource has no argument for the processor; set mode = "ecs" for this service.
   *
   * @default "X86_64"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html
   */
  readonly cpuArchitecture?: "X86_64" | "ARM64" | (string & {});

  /**
   * Where tasks run. Spot is cheaper and takes a task away with two minutes' warning; one task stays on demand.
   * Mode `express`: refused: Express Mode runs every task on the FARGATE capacity provider; set mode = "ecs" for this service.
   *
   * @default "FARGATE"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
   */
  readonly capacityProvider?: "FARGATE" | "FARGATE_SPOT" | (string & {});

  /**
   * Whether `aws ecs execute-command` may open a shell in a task; adds the SSM messages permission to the task role.
   * Mode `express`: refused: Express Mode has no argument for ECS Exec; set mode = "ecs" for this service.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   */
  readonly enableExecuteCommand?: boolean | IResolvable;

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

  /**
   * How long a starting task may fail its health check. Express Mode's own default.
   * 0 to 2147483647 seconds.
   * Mode `express`: refused: Express Mode always waits 300 seconds; leave health_check_grace_period_seconds out.
   *
   * @default 300
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly healthCheckGracePeriodSeconds?: number;

  /**
   * Security groups of yours that the tasks carry besides the service's own, such as one that a database admits already. An interface takes five; two are the group's, and on Express Mode one is AWS's.
   *
   * @default []
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
   */
  readonly securityGroupIds?: readonly string[];

  /**
   * An existing role for the application's own calls to AWS; it must trust `ecs-tasks.amazonaws.com`.
   *
   * @default - a role without permissions is made, and its ARN is in the output `task_role_arns`
   */
  readonly taskRole?: SwitchyardServiceTaskRoleProps | IResolvable;

  /**
   * An existing role that starts the tasks; it must trust `ecs-tasks.amazonaws.com`, and be allowed to fetch the image, write the log and read the secrets. Nothing is added to it.
   *
   * @default - a role that may do just that is made
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
   */
  readonly executionRole?: SwitchyardServiceExecutionRoleProps | IResolvable;

  /**
   * An existing log group for what the container prints. Its retention stays what it is.
   *
   * @default - one is made, kept for `log_retention_in_days`
   */
  readonly logGroup?: SwitchyardServiceLogGroupProps | IResolvable;
}

/** The proxy that Service Connect runs in each task of a plain service that calls another plain service or is called by one. The timeouts are of calls to this service. */
export interface SwitchyardServiceServiceConnectProps {
  /**
   * How long a connection from a caller may stay idle; 0 is for ever. Longer than the longest silence of a stream.
   * 0 to 2147483647 seconds.
   * Mode `express`: refused: no proxy of Service Connect stands between services on Express Mode; leave idle_timeout_seconds out.
   *
   * @default 300
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html
   */
  readonly idleTimeoutSeconds?: number;

  /**
   * How long an answer to a caller may take in all; 0 is for ever. Raise it for slow endpoints, streams and long polling.
   * 0 to 2147483647 seconds.
   * Mode `express`: refused: no proxy of Service Connect stands between services on Express Mode; leave per_request_timeout_seconds out.
   *
   * @default 15
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html
   */
  readonly perRequestTimeoutSeconds?: number;

  /**
   * CPU units added to the task for the proxy; the task gets the smallest size that Fargate offers above the sum. AWS advises 256, and 512 above 500 requests a second in a task. With 0 here and in proxy_memory the proxy shares what `cpu` and `memory` say.
   * 0 to 32768 CPU units.
   * Mode `express`: approximated: there is no proxy, so nothing is added.
   *
   * @default 256
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts.html
   */
  readonly proxyCpu?: number;

  /**
   * Memory added to the task for the proxy. AWS advises 64, and 128 in a namespace of more than 100 services or 2,000 tasks.
   * 0 to 249856 MiB.
   * Mode `express`: approximated: there is no proxy, so nothing is added.
   *
   * @default 64
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts.html
   */
  readonly proxyMemory?: number;
}

/** How many tasks run. Once a service exists, autoscaling owns the number. */
export interface SwitchyardServiceScalingProps {
  /**
   * Tasks that run at the least.
   * 1 to 100 tasks.
   *
   * @default 1
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly minTaskCount?: number;

  /**
   * Tasks that run at the most. Express Mode's own default.
   * 1 to 100 tasks.
   *
   * @default 20
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly maxTaskCount?: number;

  /**
   * What the number of tasks follows.
   *
   * @default "AVERAGE_CPU"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExpressGatewayScalingTarget.html
   */
  readonly autoScalingMetric?: "AVERAGE_CPU" | "AVERAGE_MEMORY" | "REQUEST_COUNT_PER_TARGET" | (string & {});

  /**
   * The value of the metric to keep: percent for CPU and memory, requests for each task for requests.
   * 1 to 100000.
   *
   * @default 60
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExpressGatewayScalingTarget.html
   */
  readonly autoScalingTargetValue?: number;
}

/** An existing role for the application's own calls to AWS; it must trust `ecs-tasks.amazonaws.com`. */
export interface SwitchyardServiceTaskRoleProps {
  /** The role's ARN. */
  readonly arn: string;
}

/** An existing role that starts the tasks; it must trust `ecs-tasks.amazonaws.com`, and be allowed to fetch the image, write the log and read the secrets. Nothing is added to it. */
export interface SwitchyardServiceExecutionRoleProps {
  /** The role's ARN. */
  readonly arn: string;
}

/** An existing log group for what the container prints. Its retention stays what it is. */
export interface SwitchyardServiceLogGroupProps {
  /** The log group's name. */
  readonly name: string;
}

/** An existing VPC to run in. */
export interface SwitchyardVpcProps {
  /** The VPC. */
  readonly id: string;

  /**
   * Subnets with a route to an internet gateway, in two availability zones or more, with eight free addresses each.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly publicSubnetIds: readonly string[];

  /**
   * Subnets without such a route, for the tasks.
   * Mode `express`: approximated: unused: Express puts the tasks of a public service into the load balancer's subnets.
   *
   * @default []
   */
  readonly privateSubnetIds?: readonly string[];

  /**
   * Whether the subnets have IPv6 ranges; the load balancer is then dual-stack.
   * Mode `express`: approximated: Express decides by the subnets themselves.
   *
   * @default false
   */
  readonly ipv6?: boolean | IResolvable;

  /**
   * Whether the public subnets' network ACL is replaced by one that admits the allowed CIDRs only. Everything else in these subnets is then under it too.
   *
   * @default false
   */
  readonly manageNetworkAcl?: boolean | IResolvable;
}

/** The VPC to make. Ignored when `vpc` is given. */
export interface SwitchyardNetworkProps {
  /**
   * The VPC's IPv4 range, /16 to /20; every subnet gets a sixteenth of it.
   *
   * @default "10.0.0.0/16"
   */
  readonly cidrBlock?: string;

  /**
   * Zones to use, by name.
   *
   * @default []
   * @example ["us-east-1a","us-east-1b"]
   */
  readonly availabilityZones?: readonly string[];

  /**
   * NAT gateways, and private subnets for the tasks behind them. About 33 USD a month each.
   * Mode `express`: approximated: the private subnets are made but not used: Express puts the tasks of a public service into the load balancer's subnets.
   *
   * @default "none"
   */
  readonly natGateway?: "none" | "single" | "per_az" | (string & {});

  /**
   * VPC endpoints for ECR, S3, logs, Secrets Manager and SSM, and private subnets for the tasks; no other way out.
   * Mode `express`: approximated: the private subnets are made but not used.
   *
   * @default false
   */
  readonly vpcEndpoints?: boolean | IResolvable;

  /**
   * Whether the network ACL of the public subnets admits the allowed CIDRs only. Without it, Express Mode's load balancer is open at layer 4 and only the web ACL holds.
   *
   * @default true
   */
  readonly manageNetworkAcl?: boolean | IResolvable;

  /**
   * The account's quota of rules for a network ACL, each way.
   * 20 to 40.
   *
   * @default 20
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
   */
  readonly networkAclRules?: number;
}

/** A domain for the public services: HTTPS, a redirect from HTTP, one host name for each service. */
export interface SwitchyardDomainProps {
  /** The domain; service `api` of `example.com` is `https://api.example.com`. */
  readonly name: string;

  /**
   * The Route 53 zone for the names and the certificate's validation.
   *
   * @default - no record is made: point the names at the output `load_balancer_dns_names`
   */
  readonly zone?: SwitchyardDomainZoneProps | IResolvable;

  /**
   * An ACM certificate that covers the names.
   *
   * @default - one is made and validated in `zone`
   */
  readonly certificate?: SwitchyardDomainCertificateProps | IResolvable;
}

/** The Route 53 zone for the names and the certificate's validation. */
export interface SwitchyardDomainZoneProps {
  /** The public hosted zone's id. */
  readonly id: string;
}

/** An ACM certificate that covers the names. */
export interface SwitchyardDomainCertificateProps {
  /** The certificate's ARN. */
  readonly arn: string;
}

/** What the web ACL does besides the allowlist. */
export interface SwitchyardWebAclProps {
  /**
   * Requests one address may send in five minutes.
   * 10 to 2000000000 requests.
   *
   * @default - no limit
   * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html
   */
  readonly rateLimit?: number;

  /**
   * AWS managed rule groups that also look at requests from the allowed CIDRs.
   *
   * @default []
   * @example ["AWSManagedRulesCommonRuleSet"]
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
   */
  readonly managedRuleGroups?: readonly string[];

  /**
   * Whether blocked requests are logged, without their cookies and authorization header.
   *
   * @default false
   */
  readonly logging?: boolean | IResolvable;
}

/** The load balancer of the track `ecs`. */
export interface SwitchyardLoadBalancerProps {
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

/** TLS between the proxies of Service Connect, with certificates that ECS issues and rotates. Callers still write `http://`. A private CA costs 50 to 400 USD a month. */
export interface SwitchyardServiceConnectTlProps {
  /** The ARN of an AWS Private CA that ECS may issue certificates from; it must be active and tagged `AmazonECSManaged` = `true`. */
  readonly awsPcaAuthorityArn: string;

  /**
   * A KMS key for the certificates' private keys; its policy must admit the role that is made.
   *
   * @default - an AWS managed key
   */
  readonly kmsKeyArn?: string;
}

/** Express Mode's load balancer, for when AWS does not tell it. */
export interface SwitchyardExpressLoadBalancerProps {
  /** The load balancer's ARN. */
  readonly arn: string;
}

/** An existing ECS cluster to run in. Its settings stay what they are; the capacity providers FARGATE and, for Spot, FARGATE_SPOT must be associated with it. */
export interface SwitchyardClusterProps {
  /** The cluster's name. */
  readonly name: string;
}

/** An existing Cloud Map namespace for the names of Service Connect. Plain services call each other by them, so two groups in one namespace need different names for their services. */
export interface SwitchyardServiceConnectNamespaceProps {
  /** The namespace's ARN. */
  readonly arn: string;
}

/** An existing role for Express Mode to manage its load balancer, certificate and scaling with; it must trust `ecs.amazonaws.com` and outlive the services. */
export interface SwitchyardInfrastructureRoleProps {
  /**
   * The role's ARN.
   * Mode `ecs`: approximated: unused: no plain service needs it.
   */
  readonly arn: string;
}
