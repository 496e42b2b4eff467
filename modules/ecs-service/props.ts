// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** A service on plain ECS Fargate: rolling, blue/green, canary or linear deployments that roll back by themselves, Service Connect, autoscaling. */
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
   * The port the container listens on, over plain HTTP.
   * 1 to 65535.
   */
  readonly port: number;

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

  /**
   * How a new version replaces the old one.
   *
   * @default {}
   */
  readonly deploymentConfiguration?: EcsServiceServiceDeploymentConfigurationProps | IResolvable;
}

/** How many tasks run. Once a service exists, autoscaling owns the number. */
export interface EcsServiceServiceScalingProps {
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
  readonly alarms?: EcsServiceServiceDeploymentConfigurationAlarmProps | IResolvable;
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
export interface EcsServiceServiceDeploymentConfigurationAlarmProps {
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
   * Names it calls. When they change, its tasks are deployed anew: a running task cannot see a name that came after it.
   *
   * @default []
   */
  readonly peers?: readonly string[];
}

/** Private DNS for callers on Express Mode; ECS registers the tasks itself. */
export interface EcsServiceServiceRegistryProps {
  /** The Cloud Map service. */
  readonly arn: string;
}
