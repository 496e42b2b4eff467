// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** A service on plain ECS Fargate: rolling deployments that roll back by themselves, Service Connect, autoscaling. */
export interface EcsServiceProps {
  /** The ECS service's name, and the family of its task definitions. */
  readonly name: string;

  /** The cluster, by name. */
  readonly clusterName: string;

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
   * How many tasks run. Once a service exists, autoscaling owns the number.
   *
   * @default {}
   */
  readonly scaling?: EcsServiceServiceScalingProps | IResolvable;

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
   * How long a starting task may fail its health check. Express Mode's own default.
   * 0 to 2147483647 seconds.
   * Mode `express`: refused: Express Mode always waits 300 seconds; leave health_check_grace_period_seconds out.
   *
   * @default 300
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly healthCheckGracePeriodSeconds?: number;
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
}

/** How many tasks run. Once a service exists, autoscaling owns the number. */
export interface EcsServiceServiceScalingProps {
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

/** The load balancer in front. */
export interface EcsServiceLoadBalancerProps {
  /** The target group, already attached to a listener. */
  readonly targetGroupArn: string;

  /** `<load balancer suffix>/<target group suffix>`, for scaling by requests. */
  readonly resourceLabel: string;
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
  readonly tls?: EcsServiceServiceConnectTlProps | IResolvable;
}

/** TLS between the proxies. */
export interface EcsServiceServiceConnectTlProps {
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
