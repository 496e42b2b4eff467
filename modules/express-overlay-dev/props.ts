// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** For development and test only: gives services on Express Mode ARM64, Fargate Spot, ECS Exec, tags and sidecars after they exist. */
export interface ExpressOverlayDevProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /** The cluster. */
  readonly clusterArn: string;

  /** The services to change; without one nothing is made. */
  readonly services: { readonly [name: string]: ExpressOverlayDevServiceProps | IResolvable } | IResolvable;

  /**
   * How long logs are kept; 0 is for ever.
   * In days.
   *
   * @default 30
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
   */
  readonly logRetentionInDays?: number;

  /**
   * A KMS key that encrypts every log group of the group. Its policy must let CloudWatch Logs of the region use it.
   *
   * @default - CloudWatch Logs encrypts with a key of its own
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  readonly logKmsKeyArn?: string;

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
   * Tags of everything that is made.
   *
   * @default {}
   */
  readonly tags?: { readonly [name: string]: string } | IResolvable;
}

/** The services to change; without one nothing is made. */
export interface ExpressOverlayDevServiceProps {
  /** The Express service. By reference: the overlay comes after it and goes before it. */
  readonly serviceArn: string;

  /** The role that starts its tasks. */
  readonly executionRoleArn: string;

  /** The role that its application acts in. */
  readonly taskRoleArn: string;

  /** Where sidecars log to. */
  readonly logGroupName: string;

  /**
   * Memory of a task.
   * In MiB.
   * Mode `express`: approximated: 512 to 8192; larger sizes are refused.
   *
   * @default 1024
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
   */
  readonly memory?: number;

  /** What to change. */
  readonly overlay: ExpressOverlayDevServiceOverlayProps | IResolvable;
}

/** What to change. */
export interface ExpressOverlayDevServiceOverlayProps {
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
  readonly sidecars?: { readonly [name: string]: ExpressOverlayDevServiceOverlaySidecarProps | IResolvable } | IResolvable;
}

/** Further containers of the task, by name. They log to the service's log group. */
export interface ExpressOverlayDevServiceOverlaySidecarProps {
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
