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
   * The port the container listens on, over plain HTTP.
   * 1 to 65535.
   */
  readonly port: number;

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
   * CPU units of a task; 1024 are one vCPU. Only certain pairs with `memory` exist.
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
   * How a new version replaces the old one.
   *
   * @default {}
   */
  readonly deploymentConfiguration?: SwitchyardServiceDeploymentConfigurationProps | IResolvable;

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
}

/** How many tasks run. Once a service exists, autoscaling owns the number. */
export interface SwitchyardServiceScalingProps {
  /**
   * Tasks that run at the least. From 0 only a schedule leads back: no metric moves while nothing runs.
   * 0 to 100 tasks.
   * Mode `express`: approximated: 0 is passed on; AWS's guide does not say what becomes of the service then.
   *
   * @default 1
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
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
   * What the number of tasks follows. On the plain track, requests can be counted under the deployment strategy ROLLING alone.
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

  /**
   * How long after a decrease no other one follows.
   * 0 to 86400 seconds.
   * Mode `express`: refused: the provider's Express resource has no argument for cooldowns; leave scale_in_cooldown out.
   *
   * @default 300
   * @see https://docs.aws.amazon.com/autoscaling/application/APIReference/API_TargetTrackingScalingPolicyConfiguration.html
   */
  readonly scaleInCooldown?: number;

  /**
   * How long an increase counts before the next one adds to it.
   * 0 to 86400 seconds.
   * Mode `express`: refused: the provider's Express resource has no argument for cooldowns; leave scale_out_cooldown out.
   *
   * @default 300
   * @see https://docs.aws.amazon.com/autoscaling/application/APIReference/API_TargetTrackingScalingPolicyConfiguration.html
   */
  readonly scaleOutCooldown?: number;

  /**
   * Other limits at certain times, by a name of yours. An apply puts `min_task_count` and `max_task_count` back until the next one.
   * Mode `express`: refused: Express Mode owns the scalable target and writes its limits itself; leave schedules out, or set mode = "ecs" for this service.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScheduledAction.html
   */
  readonly schedules?: { readonly [name: string]: SwitchyardServiceScalingScheduleProps | IResolvable } | IResolvable;
}

/** Other limits at certain times, by a name of yours. An apply puts `min_task_count` and `max_task_count` back until the next one. */
export interface SwitchyardServiceScalingScheduleProps {
  /** When: `cron(minute hour day month weekday year)`, `rate(…)` or, once, `at(yyyy-mm-ddThh:mm:ss)`. */
  readonly schedule: string;

  /**
   * The time zone of the schedule, as `Europe/Berlin`.
   *
   * @default "UTC"
   */
  readonly timezone?: string;

  /**
   * Tasks that run at the least from then on.
   * 0 to 100 tasks.
   *
   * @default - unchanged
   */
  readonly minTaskCount?: number;

  /**
   * Tasks that run at the most from then on.
   * 0 to 100 tasks.
   *
   * @default - unchanged
   */
  readonly maxTaskCount?: number;
}

/** How a new version replaces the old one. */
export interface SwitchyardServiceDeploymentConfigurationProps {
  /**
   * ROLLING replaces task by task. The others start all new tasks beside the old ones and move the requests: at once, a share first, or in steps. A move from one to another changes the service in place.
   * Mode `express`: approximated: Express Mode always deploys by its own canary: 5 percent for 3 minutes, then everything, and the old tasks stay for 3 minutes more.
   *
   * @default "ROLLING"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
   */
  readonly strategy?: "ROLLING" | "BLUE_GREEN" | "CANARY" | "LINEAR" | (string & {});

  /**
   * How long the old tasks stay after all requests have moved, for a way back within seconds.
   * 0 to 1440 minutes.
   * Mode `express`: approximated: always 3 minutes.
   *
   * @default - 3, as on Express Mode; a rolling deployment has none
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
   */
  readonly bakeTimeInMinutes?: number;

  /**
   * The numbers of a canary.
   *
   * @default - Express Mode's: 5 percent for 3 minutes
   */
  readonly canaryConfiguration?: SwitchyardServiceDeploymentConfigurationCanaryConfigurationProps | IResolvable;

  /**
   * The steps of a linear deployment.
   *
   * @default - AWS's: 10 percent every 6 minutes
   */
  readonly linearConfiguration?: SwitchyardServiceDeploymentConfigurationLinearConfigurationProps | IResolvable;

  /**
   * A port of the load balancer on which the allowed CIDRs reach the new tasks before anybody else does. It stays open, and unused, under ROLLING.
   * 1 to 65535.
   * Mode `express`: refused: the listeners are Express Mode's own; leave test_listener_port out.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
   */
  readonly testListenerPort?: number;

  /**
   * Lambda functions that a deployment waits for, by a name of yours; one that answers FAILED rolls it back.
   * Mode `express`: refused: Express Mode's deployments have no hooks; leave lifecycle_hooks out, or set mode = "ecs".
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
   */
  readonly lifecycleHooks?: { readonly [name: string]: SwitchyardServiceDeploymentConfigurationLifecycleHookProps | IResolvable } | IResolvable;

  /**
   * Alarms that fail a deployment when they go off.
   * Mode `express`: refused: Express Mode rolls back on an alarm of its own; leave alarms out.
   *
   * @default - the circuit breaker alone
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
   */
  readonly alarms?: SwitchyardServiceDeploymentConfigurationAlarmProps | IResolvable;
}

/** The numbers of a canary. */
export interface SwitchyardServiceDeploymentConfigurationCanaryConfigurationProps {
  /**
   * The share of requests that the new tasks get first, in steps of 0.1.
   * 0.1 to 100 percent.
   * Mode `express`: approximated: always 5 percent.
   *
   * @default 5
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html
   */
  readonly canaryPercent?: number;

  /**
   * How long they get that share before they get everything.
   * 0 to 1440 minutes.
   * Mode `express`: approximated: always 3 minutes.
   *
   * @default 3
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html
   */
  readonly canaryBakeTimeInMinutes?: number;
}

/** The steps of a linear deployment. */
export interface SwitchyardServiceDeploymentConfigurationLinearConfigurationProps {
  /**
   * The share of requests that moves in each step.
   * 3 to 100 percent.
   * Mode `express`: approximated: 5 percent, then the rest.
   *
   * @default 10
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html
   */
  readonly stepPercent?: number;

  /**
   * How long each step is watched before the next.
   * 0 to 1440 minutes.
   * Mode `express`: approximated: always 3 minutes.
   *
   * @default 6
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html
   */
  readonly stepBakeTimeInMinutes?: number;
}

/** Lambda functions that a deployment waits for, by a name of yours; one that answers FAILED rolls it back. */
export interface SwitchyardServiceDeploymentConfigurationLifecycleHookProps {
  /** The Lambda function's ARN. */
  readonly hookTargetArn: string;

  /** A role that trusts `ecs.amazonaws.com` and may invoke the function. */
  readonly roleArn: string;

  /** When it is called: one or more of `RECONCILE_SERVICE`, `PRE_SCALE_UP`, `POST_SCALE_UP`, `TEST_TRAFFIC_SHIFT`, `POST_TEST_TRAFFIC_SHIFT`, `PRODUCTION_TRAFFIC_SHIFT`, `POST_PRODUCTION_TRAFFIC_SHIFT`. */
  readonly lifecycleStages: readonly string[];

  /**
   * JSON that the function is given besides.
   *
   * @default - none
   */
  readonly hookDetails?: string;
}

/** Alarms that fail a deployment when they go off. */
export interface SwitchyardServiceDeploymentConfigurationAlarmProps {
  /** CloudWatch alarms that exist, by name. A deployment that starts while one is in alarm ignores it. */
  readonly alarmNames: readonly string[];

  /**
   * Whether they are watched. Set it to false and apply before leaving `alarms` out: the provider does not pass on a removal.
   *
   * @default true
   */
  readonly enable?: boolean | IResolvable;

  /**
   * Whether a failed deployment is also rolled back.
   *
   * @default true
   */
  readonly rollback?: boolean | IResolvable;
}

/** An existing role for the application's own calls to AWS; it must trust `ecs-tasks.amazonaws.com`. */
export interface SwitchyardServiceTaskRoleProps {
  /** The role's ARN. */
  readonly arn: string;
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

/** Express Mode's load balancer, for when AWS does not tell it. */
export interface SwitchyardExpressLoadBalancerProps {
  /** The load balancer's ARN. */
  readonly arn: string;
}
