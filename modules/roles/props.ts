// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** The IAM roles: execution and task for each service with just what it needs, infrastructure for Express Mode. */
export interface RolesProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /** What of each service bears on its roles. */
  readonly services: { readonly [name: string]: RolesServiceProps | IResolvable } | IResolvable;

  /**
   * Whether to make the role that Express Mode manages its load balancer, certificate and scaling with.
   *
   * @default true
   */
  readonly infrastructureRole?: boolean | IResolvable;

  /**
   * Whether to make the role that ECS issues Service Connect's certificates in.
   *
   * @default false
   */
  readonly serviceConnectTls?: boolean | IResolvable;

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

/** What of each service bears on its roles. */
export interface RolesServiceProps {
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
   * Whether `aws ecs execute-command` may open a shell in a task; adds the SSM messages permission to the task role.
   * Mode `express`: refused: Express Mode has no argument for ECS Exec; set mode = "ecs" for this service.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   */
  readonly enableExecuteCommand?: boolean | IResolvable;

  /**
   * An existing role for the application's own calls to AWS; it must trust `ecs-tasks.amazonaws.com`.
   *
   * @default - a role without permissions is made, and its ARN is in the output `task_role_arns`
   */
  readonly taskRole?: RolesServiceTaskRoleProps | IResolvable;

  /**
   * An existing role that starts the tasks; it must trust `ecs-tasks.amazonaws.com`, and be allowed to fetch the image, write the log and read the secrets. Nothing is added to it.
   *
   * @default - a role that may do just that is made
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
   */
  readonly executionRole?: RolesServiceExecutionRoleProps | IResolvable;
}

/** An existing role for the application's own calls to AWS; it must trust `ecs-tasks.amazonaws.com`. */
export interface RolesServiceTaskRoleProps {
  /** The role's ARN. */
  readonly arn: string;
}

/** An existing role that starts the tasks; it must trust `ecs-tasks.amazonaws.com`, and be allowed to fetch the image, write the log and read the secrets. Nothing is added to it. */
export interface RolesServiceExecutionRoleProps {
  /** The role's ARN. */
  readonly arn: string;
}
