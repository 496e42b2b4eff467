// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** A service on plain ECS Fargate: rolling, blue/green, canary or linear deployments that roll back by themselves, Service Connect, autoscaling. */
export interface EcsServiceProps {
  /** The ECS service's name, and the family of its task definitions. */
  readonly name: string;

  /** The cluster, by name. */
  readonly clusterName: string;

  /**
   * The same cluster by its ARN, for a service that is imported: the import writes the ARN into the state, and the name in its place would replace the service.
   *
   * @default - the service names it by `cluster_name`
   * @see https://github.com/hashicorp/terraform-provider-aws/issues/41994
   */
  readonly clusterArn?: string;

  /**
   * The scaling policy's name.
   *
   * @default - `<name>-target-tracking`
   */
  readonly scalingPolicyName?: string;

  /** The service. */
  readonly service: EcsServiceServiceProps | IResolvable;

  /**
   * Environment variables, in plain text. Secrets go to `secrets`.
   *
   * @default {}
   */
  readonly environment?: { readonly [name: string]: string } | IResolvable;

  /** Subnets of the tasks. */
  readonly subnetIds: readonly string[];

  /**
   * Whether tasks get a public address. In a public subnet they need one to fetch their image.
   *
   * @default false
   */
  readonly assignPublicIp?: boolean | IResolvable;

  /** Security groups of the tasks. */
  readonly securityGroupIds: readonly string[];

  /** The role that starts the tasks. */
  readonly executionRoleArn: string;

  /** The role that the application acts in. */
  readonly taskRoleArn: string;

  /** Where the container's output goes. */
  readonly logGroupName: string;

  /**
   * A task definition that stands on its own, such as the module `task-definition` makes.
   *
   * @default - one is made from `service`, by the service's name
   */
  readonly taskDefinition?: EcsServiceTaskDefinitionProps | IResolvable;

  /**
   * The load balancer in front.
   *
   * @default - none
   */
  readonly loadBalancer?: EcsServiceLoadBalancerProps | IResolvable;

  /**
   * Service Connect.
   *
   * @default - none
   */
  readonly serviceConnect?: EcsServiceServiceConnectProps | IResolvable;

  /**
   * Private DNS for callers on Express Mode; ECS registers the tasks itself.
   *
   * @default - none
   */
  readonly serviceRegistry?: EcsServiceServiceRegistryProps | IResolvable;

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

/** The service. */
export interface EcsServiceServiceProps {
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
   * The proxy that Service Connect runs in each task of a plain service that calls another plain service or is called by one. The timeouts are of calls to this service.
   *
   * @default {}
   */
  readonly serviceConnect?: EcsServiceServiceServiceConnectProps | IResolvable;

  /**
   * Words of the command that replaces the image's own.
   *
   * @default []
   */
  readonly command?: readonly string[];

  /**
   * Environment variables read from Secrets Manager or SSM when a task starts: name to ARN. The execution role may read exactly these.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
   */
  readonly secrets?: { readonly [name: string]: string } | IResolvable;

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
   * The processor the image is built for.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for the processor; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default "X86_64"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html
   */
  readonly cpuArchitecture?: "X86_64" | "ARM64" | (string & {});

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
  readonly repositoryCredentials?: EcsServiceServiceRepositoryCredentialsProps | IResolvable;

  /**
   * A check that ECS runs inside the application's container, besides the load balancer's. An unhealthy task is replaced.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for a container's health check; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default - none; ECS does not look at a HEALTHCHECK of the image
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
   */
  readonly containerHealthCheck?: EcsServiceServiceContainerHealthCheckProps | IResolvable;

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
  readonly ulimits?: { readonly [name: string]: EcsServiceServiceUlimitProps | IResolvable } | IResolvable;

  /**
   * Volumes of the task, by name.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for volumes; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html
   */
  readonly volumes?: { readonly [name: string]: EcsServiceServiceVolumeProps | IResolvable } | IResolvable;

  /**
   * Further containers of the task, by name. They share its network, and log to the service's log group.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for sidecars; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
   */
  readonly sidecars?: { readonly [name: string]: EcsServiceServiceSidecarProps | IResolvable } | IResolvable;

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
  readonly logRouter?: EcsServiceServiceLogRouterProps | IResolvable;

  /**
   * How many tasks run. Once a service exists, autoscaling owns the number.
   *
   * @default {}
   */
  readonly scaling?: EcsServiceServiceScalingProps | IResolvable;

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
   * Whether `aws ecs execute-command` may open a shell in a task; adds the SSM messages permission to the task role.
   * Mode `express`: refused: Express Mode has no argument for ECS Exec; set mode = "ecs" for this service.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   */
  readonly enableExecuteCommand?: boolean | IResolvable;

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
   * How a new version replaces the old one.
   *
   * @default {}
   */
  readonly deploymentConfiguration?: EcsServiceServiceDeploymentConfigurationProps | IResolvable;
}

/** The proxy that Service Connect runs in each task of a plain service that calls another plain service or is called by one. The timeouts are of calls to this service. */
export interface EcsServiceServiceServiceConnectProps {
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
  readonly accessLogs?: EcsServiceServiceServiceConnectAccessLogsProps | IResolvable;
}

/** A log of each request that passes the proxy, in the service's log group. Not in the module `switchyard-ecs`, which must run on provider versions that do not know it. */
export interface EcsServiceServiceServiceConnectAccessLogsProps {
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
export interface EcsServiceServiceRepositoryCredentialsProps {
  /** The secret: a JSON text `{"username": "…", "password": "…"}`. */
  readonly secretArn: string;

  /**
   * A customer managed KMS key that encrypts the secret, for the execution role to decrypt with.
   *
   * @default - the secret has AWS's own key
   */
  readonly kmsKeyArn?: string;
}

/** A check that ECS runs inside the application's container, besides the load balancer's. An unhealthy task is replaced. */
export interface EcsServiceServiceContainerHealthCheckProps {
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
export interface EcsServiceServiceUlimitProps {
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
export interface EcsServiceServiceVolumeProps {
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
  readonly efs?: EcsServiceServiceVolumeEfsProps | IResolvable;
}

/** An EFS file system of yours, mounted with encryption in transit. */
export interface EcsServiceServiceVolumeEfsProps {
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
export interface EcsServiceServiceSidecarProps {
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
  readonly repositoryCredentials?: EcsServiceServiceSidecarRepositoryCredentialsProps | IResolvable;

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
  readonly healthCheck?: EcsServiceServiceSidecarHealthCheckProps | IResolvable;

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
  readonly volumes?: { readonly [name: string]: EcsServiceServiceSidecarVolumeProps | IResolvable } | IResolvable;

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
  readonly ulimits?: { readonly [name: string]: EcsServiceServiceSidecarUlimitProps | IResolvable } | IResolvable;
}

/** Who to be at a private registry that is not ECR. The execution role may read exactly this secret; ECR needs none. */
export interface EcsServiceServiceSidecarRepositoryCredentialsProps {
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
export interface EcsServiceServiceSidecarHealthCheckProps {
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
export interface EcsServiceServiceSidecarVolumeProps {
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
export interface EcsServiceServiceSidecarUlimitProps {
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
export interface EcsServiceServiceLogRouterProps {
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

/** How many tasks run. Once a service exists, autoscaling owns the number. */
export interface EcsServiceServiceScalingProps {
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
  readonly schedules?: { readonly [name: string]: EcsServiceServiceScalingScheduleProps | IResolvable } | IResolvable;
}

/** Other limits at certain times, by a name of yours. An apply puts `min_task_count` and `max_task_count` back until the next one. */
export interface EcsServiceServiceScalingScheduleProps {
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
export interface EcsServiceServiceDeploymentConfigurationProps {
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
  readonly canaryConfiguration?: EcsServiceServiceDeploymentConfigurationCanaryConfigurationProps | IResolvable;

  /**
   * The steps of a linear deployment.
   *
   * @default - AWS's: 10 percent every 6 minutes
   */
  readonly linearConfiguration?: EcsServiceServiceDeploymentConfigurationLinearConfigurationProps | IResolvable;

  /**
   * Lambda functions that a deployment waits for, by a name of yours; one that answers FAILED rolls it back.
   * Mode `express`: refused: Express Mode's deployments have no hooks; leave lifecycle_hooks out, or set mode = "ecs".
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
   */
  readonly lifecycleHooks?: { readonly [name: string]: EcsServiceServiceDeploymentConfigurationLifecycleHookProps | IResolvable } | IResolvable;

  /**
   * Alarms that fail a deployment when they go off.
   * Mode `express`: refused: Express Mode rolls back on an alarm of its own; leave alarms out.
   *
   * @default - the circuit breaker alone
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
   */
  readonly alarms?: EcsServiceServiceDeploymentConfigurationAlarmsProps | IResolvable;
}

/** The numbers of a canary. */
export interface EcsServiceServiceDeploymentConfigurationCanaryConfigurationProps {
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
export interface EcsServiceServiceDeploymentConfigurationLinearConfigurationProps {
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
export interface EcsServiceServiceDeploymentConfigurationLifecycleHookProps {
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
export interface EcsServiceServiceDeploymentConfigurationAlarmsProps {
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

/** A task definition that stands on its own, such as the module `task-definition` makes. */
export interface EcsServiceTaskDefinitionProps {
  /** The task definition, with its container `Main` and port `main`. */
  readonly arn: string;
}

/** The load balancer in front. */
export interface EcsServiceLoadBalancerProps {
  /** The target group, already attached to a listener. */
  readonly targetGroupArn: string;

  /** `<load balancer suffix>/<target group suffix>`, for scaling by requests. */
  readonly resourceLabel: string;

  /**
   * The target group of the other version while a deployment goes on; on the same listener rule.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
   */
  readonly alternateTargetGroupArn: string;

  /** The listener rule that forwards to both target groups, with weights 1 and 0. ECS rewrites them: ignore changes of its action. */
  readonly productionListenerRuleArn: string;

  /**
   * A rule of another listener, which leads to the new tasks first.
   *
   * @default - none
   */
  readonly testListenerRuleArn?: string;

  /**
   * A role that trusts `ecs.amazonaws.com` and has the policy `AmazonECSInfrastructureRolePolicyForLoadBalancers`.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
   */
  readonly roleArn: string;
}

/** Service Connect. */
export interface EcsServiceServiceConnectProps {
  /** The namespace. */
  readonly namespaceArn: string;

  /**
   * The short name that others call it by.
   *
   * @default - it only calls others
   */
  readonly serveAs?: string;

  /**
   * What it calls, each in any words that change when its name, port, protocol or timeouts do. When they change, its tasks are deployed anew: a running task cannot see what came after it.
   *
   * @default []
   */
  readonly peers?: readonly string[];

  /**
   * TLS between the proxies.
   *
   * @default - none
   */
  readonly tls?: EcsServiceServiceConnectTlsProps | IResolvable;
}

/** TLS between the proxies. */
export interface EcsServiceServiceConnectTlsProps {
  /** The ARN of an AWS Private CA that ECS may issue certificates from; it must be active and tagged `AmazonECSManaged` = `true`. */
  readonly awsPcaAuthorityArn: string;

  /**
   * A KMS key for the certificates' private keys; its policy must admit the role that is made.
   *
   * @default - an AWS managed key
   */
  readonly kmsKeyArn?: string;

  /** The role that ECS issues the certificates in. */
  readonly roleArn: string;
}

/** Private DNS for callers on Express Mode; ECS registers the tasks itself. */
export interface EcsServiceServiceRegistryProps {
  /** The Cloud Map service. */
  readonly arn: string;
}
