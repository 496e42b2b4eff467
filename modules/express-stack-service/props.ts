// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** A service on ECS Express Mode with a task definition of its own, by a CloudFormation stack. */
export interface ExpressStackServiceProps {
  /** The ECS service's name, and the stack's. Another one replaces both; whatever else replaces them needs another one. */
  readonly name: string;

  /** The cluster, by name. Another one replaces the service. */
  readonly clusterName: string;

  /**
   * What of the service is not in its task definition.
   *
   * @default {}
   */
  readonly service?: ExpressStackServiceServiceProps | IResolvable;

  /**
   * For FARGATE, with a container `Main` that has one TCP port, and a name for it. Its revision before must still be ACTIVE when a deployment fails.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-troubleshooting.html
   */
  readonly taskDefinitionArn: string;

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

  /** The role that Express Mode acts in. Another one replaces the service, which then needs another name. */
  readonly infrastructureRoleArn: string;

  /**
   * Whether to look up the service's target groups, for its metrics; known at plan.
   *
   * @default false
   */
  readonly findTargetGroups?: boolean | IResolvable;

  /**
   * Tags of the stack and the service. What the service is made with, it keeps.
   *
   * @default {}
   */
  readonly tags?: { readonly [name: string]: string } | IResolvable;
}

/** What of the service is not in its task definition. */
export interface ExpressStackServiceServiceProps {
  /**
   * What the load balancer asks for to know that a task is well; anything but a 200 is a failure, unless `health_check.matcher` says otherwise. A wrong path shows up as a 503.
   *
   * @default "/"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly healthCheckPath?: string;

  /**
   * How many tasks run. Once a service exists, autoscaling owns the number.
   *
   * @default {}
   */
  readonly scaling?: ExpressStackServiceServiceScalingProps | IResolvable;
}

/** How many tasks run. Once a service exists, autoscaling owns the number. */
export interface ExpressStackServiceServiceScalingProps {
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
