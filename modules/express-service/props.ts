// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** A service on ECS Express Mode, with every default of Express written out. */
export interface ExpressServiceProps {
  /** The ECS service's name. */
  readonly name: string;

  /** The cluster, by name. Another one replaces the service. */
  readonly clusterName: string;

  /** The service. */
  readonly service: ExpressServiceServiceProps | IResolvable;

  /**
   * Environment variables, in plain text. Secrets go to `secrets`.
   *
   * @default {}
   */
  readonly environment?: { readonly [name: string]: string } | IResolvable;

  /**
   * Whether it was made elsewhere and is imported, together with `terraform_data.cluster` by any id: OpenTofu replaces what is triggered by something new. Another cluster, or a change of `service.public`, is then refused by AWS and does not replace the service.
   *
   * @default false
   */
  readonly adopted?: boolean | IResolvable;

  /**
   * Public subnets make the load balancer internet-facing and give the tasks public addresses, private ones neither. In two zones or more.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly subnetIds: readonly string[];

  /**
   * The zones of those subnets. Fewer than two are refused before AWS is asked.
   *
   * @default []
   */
  readonly availabilityZones?: readonly string[];

  /**
   * Security groups of the tasks, besides Express Mode's own.
   *
   * @default []
   */
  readonly securityGroupIds?: readonly string[];

  /** The role that starts the tasks. */
  readonly executionRoleArn: string;

  /** The role that the application acts in. */
  readonly taskRoleArn: string;

  /** The role that Express Mode acts in. Another one replaces the service, which then needs another name. */
  readonly infrastructureRoleArn: string;

  /** Where the container's output goes. */
  readonly logGroupName: string;

  /**
   * Whether to look up the service's target groups, for its metrics; known at plan.
   *
   * @default false
   */
  readonly findTargetGroups?: boolean | IResolvable;

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
export interface ExpressServiceServiceProps {
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
   * What the load balancer asks for to know that a task is well; anything but a 200 is a failure, unless `health_check.matcher` says otherwise. A wrong path shows up as a 503.
   *
   * @default "/"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly healthCheckPath?: string;

  /**
   * Words of the command that replaces the image's own.
   *
   * @default []
   */
  readonly command?: readonly string[];

  /**
   * Who to be at a private registry that is not ECR. The execution role may read exactly this secret; ECR needs none.
   *
   * @default - the registry asks for nothing, or is ECR
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html
   */
  readonly repositoryCredentials?: ExpressServiceServiceRepositoryCredentialsProps | IResolvable;

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
  readonly scaling?: ExpressServiceServiceScalingProps | IResolvable;

  /**
   * Whether a public host name is meant. `false`, with private subnets: an internal load balancer and tasks without public addresses; a public host name is then an error. A change replaces the service, for AWS settles this when it is made.
   *
   * @default true
   */
  readonly public?: boolean | IResolvable;
}

/** Who to be at a private registry that is not ECR. The execution role may read exactly this secret; ECR needs none. */
export interface ExpressServiceServiceRepositoryCredentialsProps {
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
export interface ExpressServiceServiceScalingProps {
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
}
