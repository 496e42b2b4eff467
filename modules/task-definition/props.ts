// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** A task definition that plain ECS and Express Mode both take. */
export interface TaskDefinitionProps {
  /** The family. */
  readonly name: string;

  /** The service. */
  readonly service: TaskDefinitionServiceProps | IResolvable;

  /**
   * Environment variables, in plain text. Secrets go to `secrets`.
   *
   * @default {}
   */
  readonly environment?: { readonly [name: string]: string } | IResolvable;

  /**
   * Whether the tasks need room for the proxy of Service Connect.
   *
   * @default false
   */
  readonly roomForProxy?: boolean | IResolvable;

  /** The role that starts the tasks. */
  readonly executionRoleArn: string;

  /** The role that the application acts in. */
  readonly taskRoleArn: string;

  /** Where the containers' output goes. */
  readonly logGroupName: string;

  /**
   * Tags of everything that is made.
   *
   * @default {}
   */
  readonly tags?: { readonly [name: string]: string } | IResolvable;
}

/** The service. */
export interface TaskDefinitionServiceProps {
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
  readonly serviceConnect?: TaskDefinitionServiceServiceConnectProps | IResolvable;

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
  readonly repositoryCredentials?: TaskDefinitionServiceRepositoryCredentialsProps | IResolvable;

  /**
   * A check that ECS runs inside the application's container, besides the load balancer's. An unhealthy task is replaced.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for a container's health check; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default - none; ECS does not look at a HEALTHCHECK of the image
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
   */
  readonly containerHealthCheck?: TaskDefinitionServiceContainerHealthCheckProps | IResolvable;

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
  readonly ulimits?: { readonly [name: string]: TaskDefinitionServiceUlimitProps | IResolvable } | IResolvable;

  /**
   * Volumes of the task, by name.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for volumes; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html
   */
  readonly volumes?: { readonly [name: string]: TaskDefinitionServiceVolumeProps | IResolvable } | IResolvable;

  /**
   * Further containers of the task, by name. They share its network, and log to the service's log group.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for sidecars; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
   */
  readonly sidecars?: { readonly [name: string]: TaskDefinitionServiceSidecarProps | IResolvable } | IResolvable;

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
  readonly logRouter?: TaskDefinitionServiceLogRouterProps | IResolvable;
}

/** The proxy that Service Connect runs in each task of a plain service that calls another plain service or is called by one. The timeouts are of calls to this service. */
export interface TaskDefinitionServiceServiceConnectProps {
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
  readonly accessLogs?: TaskDefinitionServiceServiceConnectAccessLogsProps | IResolvable;
}

/** A log of each request that passes the proxy, in the service's log group. Not in the module `switchyard-ecs`, which must run on provider versions that do not know it. */
export interface TaskDefinitionServiceServiceConnectAccessLogsProps {
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
export interface TaskDefinitionServiceRepositoryCredentialsProps {
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
export interface TaskDefinitionServiceContainerHealthCheckProps {
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
export interface TaskDefinitionServiceUlimitProps {
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
export interface TaskDefinitionServiceVolumeProps {
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
  readonly efs?: TaskDefinitionServiceVolumeEfsProps | IResolvable;
}

/** An EFS file system of yours, mounted with encryption in transit. */
export interface TaskDefinitionServiceVolumeEfsProps {
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
export interface TaskDefinitionServiceSidecarProps {
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
  readonly repositoryCredentials?: TaskDefinitionServiceSidecarRepositoryCredentialsProps | IResolvable;

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
  readonly healthCheck?: TaskDefinitionServiceSidecarHealthCheckProps | IResolvable;

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
  readonly volumes?: { readonly [name: string]: TaskDefinitionServiceSidecarVolumeProps | IResolvable } | IResolvable;

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
  readonly ulimits?: { readonly [name: string]: TaskDefinitionServiceSidecarUlimitProps | IResolvable } | IResolvable;
}

/** Who to be at a private registry that is not ECR. The execution role may read exactly this secret; ECR needs none. */
export interface TaskDefinitionServiceSidecarRepositoryCredentialsProps {
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
export interface TaskDefinitionServiceSidecarHealthCheckProps {
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
export interface TaskDefinitionServiceSidecarVolumeProps {
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
export interface TaskDefinitionServiceSidecarUlimitProps {
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
export interface TaskDefinitionServiceLogRouterProps {
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
