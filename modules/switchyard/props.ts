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
   * The track that the services also run on, beside `mode`: same image, same environment, at the active track's size. The track that `mode` names already stands by for nothing.
   *
   * @default - none; a flip makes one track and then destroys the other
   */
  readonly standbyMode?: "express" | "ecs" | (string & {});

  /**
   * Route 53 weights of the tracks, 0 to 255, for the names in `domain.zone`; each gets its share of the sum. An origin whose targets are all unhealthy gets none while another one is healthy.
   *
   * @default - everything to `mode`
   * @example {"express":90,"ecs":10}
   */
  readonly traffic?: SwitchyardTrafficProps | IResolvable;

  /**
   * Whether a public service may lose what its URL leads to. Without a domain its URL is the track's, and one that Express Mode generated never comes back; names whose records are in no `domain.zone` of the group lead to the old track until you move them. A change that destroys that track is refused unless this is true.
   *
   * @default false
   */
  readonly acceptUrlChanges?: boolean | IResolvable;

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
   * A domain for the public services: HTTPS, one host name for each service that is the same in both modes.
   * Mode `express`: approximated: a workflow puts the names on Express Mode's own listener rules, within a minute of the apply; nothing answers on port 80.
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
  readonly serviceConnectTls?: SwitchyardServiceConnectTlsProps | IResolvable;

  /**
   * Express Mode's load balancer, for when AWS does not tell it.
   *
   * @default - found from the service's own record
   */
  readonly expressLoadBalancer?: SwitchyardExpressLoadBalancerProps | IResolvable;

  /**
   * For development and test only: whether a workflow takes the rule that is open to the world off the security group of Express Mode's load balancer, and writes `allowed_cidrs` in its place. Express Mode may put it back, and it then stands until the next run.
   * Mode `express`: approximated: for development and test only: after the fact, within about a minute, again and again.
   * Mode `ecs`: approximated: unused: the load balancer's security group never has such a rule.
   *
   * @default false
   */
  readonly expressIngressOverlayDev?: boolean | IResolvable;

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
   * An existing role for Express Mode to manage its load balancer, certificate and scaling with; it must trust `ecs.amazonaws.com` and outlive the services. Another one later makes the services anew: raise their `generation` with it.
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
   * A KMS key that encrypts every log group of the group. Its policy must let CloudWatch Logs of the region use it.
   *
   * @default - CloudWatch Logs encrypts with a key of its own
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  readonly logKmsKeyArn?: string;

  /**
   * The cluster's part in ECS Exec, for services with `enable_execute_command`.
   *
   * @default {}
   */
  readonly executeCommand?: SwitchyardExecuteCommandProps | IResolvable;

  /**
   * CloudWatch alarms for each service, named `<group>-<service>-<metric>` in both modes. `{}` makes all six. 1.10 USD a month for a public service, 0.30 for one without a load balancer.
   *
   * @default - no alarm
   */
  readonly alarms?: SwitchyardAlarmsProps | IResolvable;

  /**
   * Whether to make a CloudWatch dashboard of the group: requests, 5xx, latency, tasks, CPU, memory, blocked requests. 3 USD a month after the account's first three.
   *
   * @default false
   * @see https://aws.amazon.com/cloudwatch/pricing/
   */
  readonly dashboard?: boolean | IResolvable;

  /**
   * A permissions boundary for every role that is made.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;

  /**
   * Whether an apply waits until the services run. Express Mode's canary takes about ten minutes. Without it the first apply on Express Mode may end with `ECS does not tell which load balancer serves the services`: apply again.
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

/** Route 53 weights of the tracks, 0 to 255, for the names in `domain.zone`; each gets its share of the sum. An origin whose targets are all unhealthy gets none while another one is healthy. */
export interface SwitchyardTrafficProps {
  /**
   * The share of Express Mode.
   * 0 to 255.
   *
   * @default 0
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html
   */
  readonly express?: number;

  /**
   * The share of the plain track.
   * 0 to 255.
   *
   * @default 0
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html
   */
  readonly ecs?: number;

  /**
   * The share of `other_origin`.
   * 0 to 255.
   *
   * @default 0
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html
   */
  readonly other?: number;
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
   * The track that this one service also runs on; its own `mode` is none.
   *
   * @default - the group's `standby_mode`
   */
  readonly standbyMode?: "express" | "ecs" | (string & {});

  /**
   * The weights of this one service.
   *
   * @default - the group's `traffic`
   */
  readonly traffic?: SwitchyardServiceTrafficProps | IResolvable;

  /**
   * A third origin for the service's names, which `traffic.other` gives a weight: an App Runner service that still runs, or whatever else a Route 53 alias can lead to. It must answer to these names itself, with a certificate for them.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
   */
  readonly otherOrigin?: SwitchyardServiceOtherOriginProps | IResolvable;

  /**
   * What makes the service on Express Mode. A CloudFormation stack takes a task definition, which the provider's resource cannot yet: sidecars, volumes, ARM64 and the like. The two modes then share that task definition. Changing this gives the service another URL.
   *
   * @default "aws_ecs_express_gateway_service"
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-expressgatewayservice.html
   */
  readonly expressResource?: "aws_ecs_express_gateway_service" | "aws_cloudformation_stack" | (string & {});

  /**
   * Names that a service keeps which was made outside this module and is imported. `switchyard adopt` writes it.
   *
   * @default - the service is made here, and its names are the group's
   */
  readonly adopted?: SwitchyardServiceAdoptedProps | IResolvable;

  /**
   * Raise it to make the service anew: another one is made under another name, and the old one goes after it. For what AWS settles when it makes a service, and for one whose first deployment failed. On Express Mode the generated URL is another.
   * 1 to 999.
   *
   * @default 1
   */
  readonly generation?: number;

  /**
   * What the load balancer asks for to know that a task is well; anything but a 200 is a failure, unless `health_check.matcher` says otherwise. A wrong path shows up as a 503.
   *
   * @default "/"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly healthCheckPath?: string;

  /**
   * Whether a plan asks ECR which image the tag stands for, and runs that one by its digest: a tag that was moved is then one planned change, and an apply deploys it. Private repositories of ECR in the provider's region. Whoever plans needs `ecr:DescribeImages` and `ecr:DescribeRepositories`.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImages.html
   */
  readonly resolveImageDigest?: boolean | IResolvable;

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
  readonly stickiness?: SwitchyardServiceStickinessProps | IResolvable;

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
  readonly healthCheck?: SwitchyardServiceHealthCheckProps | IResolvable;

  /**
   * Whether the load balancer serves it to the allowed CIDRs. A service that is not public is reached by `connects_to` alone.
   * Mode `express`: approximated: in the private subnets, two of which are needed; AWS puts an internal load balancer in front of it as well, which the VPC reaches.
   *
   * @default true
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
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
   * The proxy that Service Connect runs in each task of a plain service that calls another plain service or is called by one. The timeouts are of calls to this service.
   *
   * @default {}
   */
  readonly serviceConnect?: SwitchyardServiceServiceConnectProps | IResolvable;

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
   * Words of the entry point that replaces the image's own.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for the entry point; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default []
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
   */
  readonly entryPoint?: readonly string[];

  /**
   * Who to be at a private registry that is not ECR. The execution role may read exactly this secret; ECR needs none.
   *
   * @default - the registry asks for nothing, or is ECR
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html
   */
  readonly repositoryCredentials?: SwitchyardServiceRepositoryCredentialsProps | IResolvable;

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
   * How a new version replaces the old one.
   *
   * @default {}
   */
  readonly deploymentConfiguration?: SwitchyardServiceDeploymentConfigurationProps | IResolvable;

  /**
   * The processor the image is built for.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for the processor; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default "X86_64"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html
   */
  readonly cpuArchitecture?: "X86_64" | "ARM64" | (string & {});

  /**
   * Where tasks run. Spot is cheaper and takes a task away with two minutes' warning; `on_demand_base` tasks stay on demand.
   * Mode `express`: refused: Express Mode runs every task on the FARGATE capacity provider; set mode = "ecs" for this service.
   *
   * @default "FARGATE"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
   */
  readonly capacityProvider?: "FARGATE" | "FARGATE_SPOT" | (string & {});

  /**
   * With FARGATE_SPOT: how many tasks are on FARGATE before any is on Spot.
   * 0 to 5000 tasks.
   * Mode `express`: refused: Express Mode runs every task on the FARGATE capacity provider; leave on_demand_base out.
   *
   * @default 1
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
   */
  readonly onDemandBase?: number;

  /**
   * A task's own room for its images and what they write, gone with the task.
   * 21 to 200 GiB.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for ephemeral storage; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default - Fargate's 20 GiB
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html
   */
  readonly ephemeralStorageSizeInGib?: number;

  /**
   * A check that ECS runs inside the application's container, besides the load balancer's. An unhealthy task is replaced.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for a container's health check; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default - none; ECS does not look at a HEALTHCHECK of the image
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
   */
  readonly containerHealthCheck?: SwitchyardServiceContainerHealthCheckProps | IResolvable;

  /**
   * How long the container may take to stop after SIGTERM. Fargate's own default.
   * 2 to 120 seconds.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": Express Mode always waits 30 seconds; leave stop_timeout out, or set express_resource = "aws_cloudformation_stack".
   *
   * @default 30
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
   */
  readonly stopTimeout?: number;

  /**
   * Whether an init process forwards signals and reaps processes in the application's container.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": Express Mode always runs an init process; leave init_process_enabled out, or set express_resource = "aws_cloudformation_stack".
   *
   * @default true
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html
   */
  readonly initProcessEnabled?: boolean | IResolvable;

  /**
   * Whether the container's own file system can only be read. What it writes then needs a volume, `/tmp` as well.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for a read-only root file system; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
   */
  readonly readonlyRootFilesystem?: boolean | IResolvable;

  /**
   * Limits of the operating system, by name. Fargate itself changes `nofile` alone, to 65535.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for ulimits; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default {}
   * @example {"nofile":{"soft_limit":65535,"hard_limit":65535}}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html
   */
  readonly ulimits?: { readonly [name: string]: SwitchyardServiceUlimitProps | IResolvable } | IResolvable;

  /**
   * Volumes of the task, by name.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for volumes; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html
   */
  readonly volumes?: { readonly [name: string]: SwitchyardServiceVolumeProps | IResolvable } | IResolvable;

  /**
   * Further containers of the task, by name. They share its network, and log to the service's log group.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for sidecars; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
   */
  readonly sidecars?: { readonly [name: string]: SwitchyardServiceSidecarProps | IResolvable } | IResolvable;

  /**
   * Sidecars that the application's container waits for: `SUCCESS` for one that prepares something and ends, `HEALTHY` for one with a health check.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for sidecars; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default {}
   * @example {"migrate":"SUCCESS"}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
   */
  readonly dependsOn?: { readonly [name: string]: "START" | "HEALTHY" | "COMPLETE" | "SUCCESS" | (string & {}) } | IResolvable;

  /**
   * FireLens: a router that takes the containers' output in place of CloudWatch Logs. The task role needs the rights at the destination; the router's own output goes to the service's log group.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for a log router; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default - output goes to the service's log group
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html
   */
  readonly logRouter?: SwitchyardServiceLogRouterProps | IResolvable;

  /**
   * Whether `aws ecs execute-command` may open a shell in a task; adds the SSM messages permission to the task role.
   * Mode `express`: refused: Express Mode has no argument for ECS Exec; set mode = "ecs" for this service.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   */
  readonly enableExecuteCommand?: boolean | IResolvable;

  /**
   * For development and test only: what a workflow changes about the Express service after it exists, by a task definition derived from the running one. Each deployment is followed by a second one.
   * Mode `express`: approximated: for development and test only: applied after the fact, minutes later, at each deployment anew.
   * Mode `ecs`: approximated: unused, so that a flip keeps it: the options without `express_overlay_dev` do the same here.
   *
   * @default - the service stays as Express Mode made it
   */
  readonly expressOverlayDev?: SwitchyardServiceExpressOverlayDevProps | IResolvable;

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

/** The weights of this one service. */
export interface SwitchyardServiceTrafficProps {
  /**
   * The share of Express Mode.
   * 0 to 255.
   *
   * @default 0
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html
   */
  readonly express?: number;

  /**
   * The share of the plain track.
   * 0 to 255.
   *
   * @default 0
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html
   */
  readonly ecs?: number;

  /**
   * The share of `other_origin`.
   * 0 to 255.
   *
   * @default 0
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html
   */
  readonly other?: number;
}

/** A third origin for the service's names, which `traffic.other` gives a weight: an App Runner service that still runs, or whatever else a Route 53 alias can lead to. It must answer to these names itself, with a certificate for them. */
export interface SwitchyardServiceOtherOriginProps {
  /**
   * Its host name: what App Runner, CloudFront or a load balancer calls it.
   *
   * @example "abcdefghij.us-east-1.awsapprunner.com"
   */
  readonly dnsName: string;

  /**
   * AWS's hosted zone of that host name, which an alias record names: the data source `aws_apprunner_hosted_zone_id` tells App Runner's.
   *
   * @see https://docs.aws.amazon.com/general/latest/gr/apprunner.html
   */
  readonly zoneId: string;

  /**
   * Whether it answers over IPv6. While it does not, the service's names have no AAAA record: clients that prefer IPv6 would never reach it.
   *
   * @default false
   */
  readonly ipv6?: boolean | IResolvable;
}

/** Names that a service keeps which was made outside this module and is imported. `switchyard adopt` writes it. */
export interface SwitchyardServiceAdoptedProps {
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
  readonly targetGroup?: SwitchyardServiceAdoptedTargetGroupProps | IResolvable;

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
export interface SwitchyardServiceAdoptedTargetGroupProps {
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
export interface SwitchyardServiceStickinessProps {
  /**
   * How long the load balancer's cookie holds.
   * 1 to 604800 seconds.
   *
   * @default 86400
   */
  readonly cookieDuration?: number;
}

/** How the load balancer asks `health_check_path`. */
export interface SwitchyardServiceHealthCheckProps {
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

  /**
   * A log of each request that passes the proxy, in the service's log group. Not in the module `switchyard-ecs`, which must run on provider versions that do not know it.
   * Mode `express`: refused: no proxy of Service Connect stands between services on Express Mode; leave access_logs out.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-envoy-access-logs.html
   */
  readonly accessLogs?: SwitchyardServiceServiceConnectAccessLogsProps | IResolvable;
}

/** A log of each request that passes the proxy, in the service's log group. Not in the module `switchyard-ecs`, which must run on provider versions that do not know it. */
export interface SwitchyardServiceServiceConnectAccessLogsProps {
  /**
   * How a request is written: as a line to read, or as JSON to search.
   *
   * @default "JSON"
   */
  readonly format?: "TEXT" | "JSON" | (string & {});

  /**
   * Whether query parameters are written too; they may hold tokens.
   *
   * @default false
   */
  readonly includeQueryParameters?: boolean | IResolvable;
}

/** Who to be at a private registry that is not ECR. The execution role may read exactly this secret; ECR needs none. */
export interface SwitchyardServiceRepositoryCredentialsProps {
  /** The secret: a JSON text `{"username": "…", "password": "…"}`. */
  readonly secretArn: string;

  /**
   * A customer managed KMS key that encrypts the secret, for the execution role to decrypt with.
   *
   * @default - the secret has AWS's own key
   */
  readonly kmsKeyArn?: string;
}

/** How many tasks run. Once a service exists, autoscaling owns the number. */
export interface SwitchyardServiceScalingProps {
  /**
   * Tasks that run at the least. From 0 only a schedule leads back: no metric moves while nothing runs.
   * 0 to 5000 tasks.
   * Mode `express`: approximated: 0 is passed on; AWS's guide does not say what becomes of the service then.
   *
   * @default 1
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
   */
  readonly minTaskCount?: number;

  /**
   * Tasks that run at the most. Express Mode's own default.
   * 1 to 5000 tasks.
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
   * 0 to 5000 tasks.
   *
   * @default - unchanged
   */
  readonly minTaskCount?: number;

  /**
   * Tasks that run at the most from then on.
   * 0 to 5000 tasks.
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
  readonly alarms?: SwitchyardServiceDeploymentConfigurationAlarmsProps | IResolvable;
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
export interface SwitchyardServiceDeploymentConfigurationAlarmsProps {
  /** CloudWatch alarms that exist, by name. A deployment that starts while one is in alarm ignores it. */
  readonly alarmNames: readonly string[];

  /**
   * Whether they are watched. To stop, write false: how ECS takes a removed `alarms` is not verified.
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

/** A check that ECS runs inside the application's container, besides the load balancer's. An unhealthy task is replaced. */
export interface SwitchyardServiceContainerHealthCheckProps {
  /**
   * What is run in the container; exit code 0 is well. The image must hold the program.
   *
   * @example ["CMD-SHELL","curl -f http://localhost:8080/healthz || exit 1"]
   */
  readonly command: readonly string[];

  /**
   * Time from one check to the next.
   * 5 to 300 seconds.
   *
   * @default 30
   */
  readonly interval?: number;

  /**
   * How long a check may take.
   * 2 to 60 seconds.
   *
   * @default 5
   */
  readonly timeout?: number;

  /**
   * Failures in a row that make the container unhealthy.
   * 1 to 10 times.
   *
   * @default 3
   */
  readonly retries?: number;

  /**
   * How long failures do not count after a start.
   * 0 to 300 seconds.
   *
   * @default 0
   */
  readonly startPeriod?: number;
}

/** Limits of the operating system, by name. Fargate itself changes `nofile` alone, to 65535. */
export interface SwitchyardServiceUlimitProps {
  /**
   * Where the limit stands.
   * 0 to 2147483647.
   */
  readonly softLimit: number;

  /**
   * How far the container may raise it.
   * 0 to 2147483647.
   */
  readonly hardLimit: number;
}

/** Volumes of the task, by name. */
export interface SwitchyardServiceVolumeProps {
  /**
   * Where the application's container finds it.
   *
   * @default - only sidecars mount it
   */
  readonly mountPath?: string;

  /**
   * Whether the container can only read it.
   *
   * @default false
   */
  readonly readOnly?: boolean | IResolvable;

  /**
   * An EFS file system of yours, mounted with encryption in transit.
   *
   * @default - room of the task's own, shared by the containers that mount it and gone with the task
   */
  readonly efs?: SwitchyardServiceVolumeEfsProps | IResolvable;
}

/** An EFS file system of yours, mounted with encryption in transit. */
export interface SwitchyardServiceVolumeEfsProps {
  /** The file system. Its mount targets must admit the service's security group on port 2049. */
  readonly fileSystemId: string;

  /**
   * An access point, which fixes the directory and the user. Advised.
   *
   * @default - the file system itself, from `root_directory` on
   */
  readonly accessPointId?: string;

  /**
   * The directory to mount.
   *
   * @default - `/`
   */
  readonly rootDirectory?: string;

  /**
   * Whether the task role says what the task may do on the file system. A role that is made here is allowed to mount, and to write unless every mount is read-only.
   *
   * @default true
   */
  readonly iam?: boolean | IResolvable;
}

/** Further containers of the task, by name. They share its network, and log to the service's log group. */
export interface SwitchyardServiceSidecarProps {
  /** The container image. */
  readonly image: string;

  /**
   * Whether the task stops when this container does.
   *
   * @default false
   */
  readonly essential?: boolean | IResolvable;

  /**
   * Words of the command that replaces the image's own.
   *
   * @default []
   */
  readonly command?: readonly string[];

  /**
   * Words of the entry point that replaces the image's own.
   *
   * @default []
   */
  readonly entryPoint?: readonly string[];

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
   * Who to be at a private registry that is not ECR. The execution role may read exactly this secret; ECR needs none.
   *
   * @default - the registry asks for nothing, or is ECR
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html
   */
  readonly repositoryCredentials?: SwitchyardServiceSidecarRepositoryCredentialsProps | IResolvable;

  /**
   * CPU units it is given first. The application's container has the rest of the task's.
   * 1 to 32768 CPU units.
   *
   * @default - what is left over
   */
  readonly cpu?: number;

  /**
   * Memory above which it is killed.
   * 6 to 249856 MiB.
   *
   * @default - the task's
   */
  readonly memory?: number;

  /**
   * Memory that is kept for it. The application's container has the rest of the task's.
   * 6 to 249856 MiB.
   *
   * @default - `memory`, or none
   */
  readonly memoryReservation?: number;

  /**
   * A check that ECS runs inside the container.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for a container's health check; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default - none; ECS does not look at a HEALTHCHECK of the image
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
   */
  readonly healthCheck?: SwitchyardServiceSidecarHealthCheckProps | IResolvable;

  /**
   * Containers it waits for; the application's is `Main`.
   *
   * @default {}
   * @example {"Main":"START"}
   */
  readonly dependsOn?: { readonly [name: string]: "START" | "HEALTHY" | "COMPLETE" | "SUCCESS" | (string & {}) } | IResolvable;

  /**
   * Which of the service's `volumes` it mounts, by name.
   *
   * @default {}
   */
  readonly volumes?: { readonly [name: string]: SwitchyardServiceSidecarVolumeProps | IResolvable } | IResolvable;

  /**
   * Whether the container's own file system can only be read. What it writes then needs a volume, `/tmp` as well.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for a read-only root file system; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
   */
  readonly readonlyRootFilesystem?: boolean | IResolvable;

  /**
   * Limits of the operating system, by name. Fargate itself changes `nofile` alone, to 65535.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for ulimits; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default {}
   * @example {"nofile":{"soft_limit":65535,"hard_limit":65535}}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html
   */
  readonly ulimits?: { readonly [name: string]: SwitchyardServiceSidecarUlimitProps | IResolvable } | IResolvable;
}

/** Who to be at a private registry that is not ECR. The execution role may read exactly this secret; ECR needs none. */
export interface SwitchyardServiceSidecarRepositoryCredentialsProps {
  /** The secret: a JSON text `{"username": "…", "password": "…"}`. */
  readonly secretArn: string;

  /**
   * A customer managed KMS key that encrypts the secret, for the execution role to decrypt with.
   *
   * @default - the secret has AWS's own key
   */
  readonly kmsKeyArn?: string;
}

/** A check that ECS runs inside the container. */
export interface SwitchyardServiceSidecarHealthCheckProps {
  /**
   * What is run in the container; exit code 0 is well. The image must hold the program.
   *
   * @example ["CMD-SHELL","curl -f http://localhost:8080/healthz || exit 1"]
   */
  readonly command: readonly string[];

  /**
   * Time from one check to the next.
   * 5 to 300 seconds.
   *
   * @default 30
   */
  readonly interval?: number;

  /**
   * How long a check may take.
   * 2 to 60 seconds.
   *
   * @default 5
   */
  readonly timeout?: number;

  /**
   * Failures in a row that make the container unhealthy.
   * 1 to 10 times.
   *
   * @default 3
   */
  readonly retries?: number;

  /**
   * How long failures do not count after a start.
   * 0 to 300 seconds.
   *
   * @default 0
   */
  readonly startPeriod?: number;
}

/** Which of the service's `volumes` it mounts, by name. */
export interface SwitchyardServiceSidecarVolumeProps {
  /** Where the container finds it. */
  readonly mountPath: string;

  /**
   * Whether the container can only read it.
   *
   * @default false
   */
  readonly readOnly?: boolean | IResolvable;
}

/** Limits of the operating system, by name. Fargate itself changes `nofile` alone, to 65535. */
export interface SwitchyardServiceSidecarUlimitProps {
  /**
   * Where the limit stands.
   * 0 to 2147483647.
   */
  readonly softLimit: number;

  /**
   * How far the container may raise it.
   * 0 to 2147483647.
   */
  readonly hardLimit: number;
}

/** FireLens: a router that takes the containers' output in place of CloudWatch Logs. The task role needs the rights at the destination; the router's own output goes to the service's log group. */
export interface SwitchyardServiceLogRouterProps {
  /**
   * An image of Fluent Bit for FireLens.
   *
   * @default "public.ecr.aws/aws-observability/aws-for-fluent-bit:3.4.16"
   * @see https://github.com/aws/aws-for-fluent-bit/releases
   */
  readonly image?: string;

  /**
   * Memory that is kept for it. The application's container has the rest of the task's.
   * 6 to 249856 MiB.
   *
   * @default 64
   */
  readonly memoryReservation?: number;

  /**
   * Where the containers' output goes: Fluent Bit's output plugin and its settings.
   *
   * @default {}
   * @example {"Name":"firehose","region":"us-east-1","delivery_stream":"shop-logs"}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
   */
  readonly options?: { readonly [name: string]: string } | IResolvable;

  /**
   * Settings of that plugin that are secrets, such as an API key: name to ARN. The execution role may read exactly these.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
   */
  readonly secretOptions?: { readonly [name: string]: string } | IResolvable;

  /**
   * A configuration file inside the image. Fargate takes none from S3.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html
   */
  readonly configFilePath?: string;

  /**
   * Whether each record names its cluster, task and container.
   *
   * @default true
   */
  readonly enableEcsLogMetadata?: boolean | IResolvable;

  /**
   * Environment variables of the router, for a configuration that reads them.
   *
   * @default {}
   */
  readonly environment?: { readonly [name: string]: string } | IResolvable;
}

/** For development and test only: what a workflow changes about the Express service after it exists, by a task definition derived from the running one. Each deployment is followed by a second one. */
export interface SwitchyardServiceExpressOverlayDevProps {
  /**
   * The processor. The image must be built for both: the service's own tasks, which come first, are what Express Mode makes.
   *
   * @default - the running task definition's, which is X86_64 unless a task definition of your own says otherwise
   */
  readonly cpuArchitecture?: "X86_64" | "ARM64" | (string & {});

  /**
   * Where tasks run; with FARGATE_SPOT every one, and all of them may go at once.
   *
   * @default "FARGATE"
   */
  readonly capacityProvider?: "FARGATE" | "FARGATE_SPOT" | (string & {});

  /**
   * Whether `aws ecs execute-command` may open a shell in a task; adds the SSM messages permission to the task role.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   */
  readonly enableExecuteCommand?: boolean | IResolvable;

  /**
   * Whose tags the tasks get: the service's, or the task definition's, which has the group's `tags`.
   *
   * @default "SERVICE"
   */
  readonly propagateTags?: "SERVICE" | "TASK_DEFINITION" | "NONE" | (string & {});

  /**
   * Further containers of the task, by name. They log to the service's log group.
   *
   * @default {}
   */
  readonly sidecars?: { readonly [name: string]: SwitchyardServiceExpressOverlayDevSidecarProps | IResolvable } | IResolvable;
}

/** Further containers of the task, by name. They log to the service's log group. */
export interface SwitchyardServiceExpressOverlayDevSidecarProps {
  /** The container image. */
  readonly image: string;

  /**
   * Memory that is kept for it. `Main` keeps the rest of the task's.
   * 6 to 8186 MiB.
   */
  readonly memoryReservation: number;

  /**
   * Whether the task stops when this container does.
   *
   * @default false
   */
  readonly essential?: boolean | IResolvable;

  /**
   * Words of the command that replaces the image's own.
   *
   * @default []
   */
  readonly command?: readonly string[];

  /**
   * Environment variables, in plain text; there are no secrets here.
   *
   * @default {}
   */
  readonly environment?: { readonly [name: string]: string } | IResolvable;
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
   * Mode `express`: approximated: for services that are not public: Express Mode puts the tasks of a public one into the load balancer's subnets.
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

  /**
   * The VPC's IPv4 ranges besides its first, which the network ACL of `manage_network_acl` admits too, by a rule each. With that, one that is missing is refused at plan.
   *
   * @default []
   * @example ["100.64.0.0/16"]
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   */
  readonly secondaryCidrBlocks?: readonly string[];
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
   * Mode `express`: approximated: the private subnets are for services that are not public: Express Mode puts the tasks of a public one into the load balancer's subnets.
   *
   * @default "none"
   */
  readonly natGateway?: "none" | "single" | "per_az" | (string & {});

  /**
   * VPC endpoints for ECR, S3, logs, Secrets Manager and SSM, and private subnets for the tasks; no other way out.
   * Mode `express`: approximated: the private subnets are for services that are not public.
   *
   * @default false
   */
  readonly vpcEndpoints?: boolean | IResolvable;

  /**
   * One more VPC endpoint, for KMS: a shell of ECS Exec needs it under `execute_command.kms_key_arn`.
   * Mode `express`: approximated: unused: there are no shells on Express Mode.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html
   */
  readonly kmsEndpoint?: boolean | IResolvable;

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

/** A domain for the public services: HTTPS, one host name for each service that is the same in both modes. */
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
   * Whether there is a web ACL. Without it the load balancer's security group alone holds the allowlist.
   * Mode `express`: refused: the web ACL is the only lock on the requests that reach Express Mode's load balancer; leave web_acl.enabled out.
   *
   * @default true
   */
  readonly enabled?: boolean | IResolvable;

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
  readonly accessLogs?: SwitchyardLoadBalancerAccessLogsProps | IResolvable;

  /**
   * An existing load balancer: a rule for each service is added to its listener, and nothing else of it is touched, neither its security group nor its web ACL.
   * Mode `express`: refused: the load balancer is shared and Express Mode's own; leave adopted out.
   *
   * @default - one is made
   */
  readonly adopted?: SwitchyardLoadBalancerAdoptedProps | IResolvable;
}

/** Access logs in S3. */
export interface SwitchyardLoadBalancerAccessLogsProps {
  /**
   * A bucket of your own in the same region, encrypted with SSE-S3, whose policy lets `logdelivery.elasticloadbalancing.amazonaws.com` write.
   *
   * @default - one is made, closed to everybody else
   */
  readonly bucket?: SwitchyardLoadBalancerAccessLogsBucketProps | IResolvable;

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
export interface SwitchyardLoadBalancerAccessLogsBucketProps {
  /** The bucket's name. */
  readonly name: string;
}

/** An existing load balancer: a rule for each service is added to its listener, and nothing else of it is touched, neither its security group nor its web ACL. */
export interface SwitchyardLoadBalancerAdoptedProps {
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

/** TLS between the proxies of Service Connect, with certificates that ECS issues and rotates. Callers still write `http://`. A private CA costs 50 to 400 USD a month. */
export interface SwitchyardServiceConnectTlsProps {
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

/** An existing role for Express Mode to manage its load balancer, certificate and scaling with; it must trust `ecs.amazonaws.com` and outlive the services. Another one later makes the services anew: raise their `generation` with it. */
export interface SwitchyardInfrastructureRoleProps {
  /**
   * The role's ARN.
   * Mode `ecs`: approximated: unused: no plain service needs it.
   */
  readonly arn: string;
}

/** The cluster's part in ECS Exec, for services with `enable_execute_command`. */
export interface SwitchyardExecuteCommandProps {
  /**
   * Whether what is typed and shown in a shell of ECS Exec is kept, in a log group of its own with the group's retention and key.
   * Mode `express`: approximated: used by `express_overlay_dev` alone: Express Mode has no ECS Exec.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   */
  readonly logging?: boolean | IResolvable;

  /**
   * A KMS key that encrypts the session between the client and the container, besides TLS.
   * Mode `express`: approximated: used by `express_overlay_dev` alone: Express Mode has no ECS Exec.
   *
   * @default - TLS alone
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   */
  readonly kmsKeyArn?: string;
}

/** CloudWatch alarms for each service, named `<group>-<service>-<metric>` in both modes. `{}` makes all six. 1.10 USD a month for a public service, 0.30 for one without a load balancer. */
export interface SwitchyardAlarmsProps {
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
