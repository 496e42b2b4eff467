// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** The IAM roles: execution and task for each service with just what it needs, infrastructure for Express Mode, load balancer for ECS. */
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
   * Whether to make the role in which ECS moves requests between target groups, for deployments other than rolling ones.
   *
   * @default false
   */
  readonly loadBalancerRole?: boolean | IResolvable;

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
   * What a shell of ECS Exec needs besides its channel.
   *
   * @default {}
   */
  readonly executeCommand?: RolesExecuteCommandProps | IResolvable;

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
   * Who to be at a private registry that is not ECR. The execution role may read exactly this secret; ECR needs none.
   *
   * @default - the registry asks for nothing, or is ECR
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html
   */
  readonly repositoryCredentials?: RolesServiceRepositoryCredentialsProps | IResolvable;

  /**
   * Volumes of the task, by name.
   * Mode `express`: refused unless express_resource = "aws_cloudformation_stack": the provider's Express resource has no argument for volumes; set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html
   */
  readonly volumes?: { readonly [name: string]: RolesServiceVolumeProps | IResolvable } | IResolvable;

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

  /**
   * What of each sidecar does.
   *
   * @default {}
   */
  readonly sidecars?: { readonly [name: string]: RolesServiceSidecarProps | IResolvable } | IResolvable;

  /**
   * What of the overlay does.
   *
   * @default - none
   */
  readonly expressOverlayDev?: RolesServiceExpressOverlayDevProps | IResolvable;

  /**
   * What of the log router does.
   *
   * @default - none
   */
  readonly logRouter?: RolesServiceLogRouterProps | IResolvable;
}

/** Who to be at a private registry that is not ECR. The execution role may read exactly this secret; ECR needs none. */
export interface RolesServiceRepositoryCredentialsProps {
  /** The secret: a JSON text `{"username": "…", "password": "…"}`. */
  readonly secretArn: string;

  /**
   * A customer managed KMS key that encrypts the secret, for the execution role to decrypt with.
   *
   * @default - the secret has AWS's own key
   */
  readonly kmsKeyArn?: string;
}

/** Volumes of the task, by name. */
export interface RolesServiceVolumeProps {
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
  readonly efs?: RolesServiceVolumeEfsProps | IResolvable;
}

/** An EFS file system of yours, mounted with encryption in transit. */
export interface RolesServiceVolumeEfsProps {
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

/** What of each sidecar does. */
export interface RolesServiceSidecarProps {
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
  readonly repositoryCredentials?: RolesServiceSidecarRepositoryCredentialsProps | IResolvable;

  /**
   * Which of the service's `volumes` it mounts, by name.
   *
   * @default {}
   */
  readonly volumes?: { readonly [name: string]: RolesServiceSidecarVolumeProps | IResolvable } | IResolvable;
}

/** Who to be at a private registry that is not ECR. The execution role may read exactly this secret; ECR needs none. */
export interface RolesServiceSidecarRepositoryCredentialsProps {
  /** The secret: a JSON text `{"username": "…", "password": "…"}`. */
  readonly secretArn: string;

  /**
   * A customer managed KMS key that encrypts the secret, for the execution role to decrypt with.
   *
   * @default - the secret has AWS's own key
   */
  readonly kmsKeyArn?: string;
}

/** Which of the service's `volumes` it mounts, by name. */
export interface RolesServiceSidecarVolumeProps {
  /** Where the container finds it. */
  readonly mountPath: string;

  /**
   * Whether the container can only read it.
   *
   * @default false
   */
  readonly readOnly?: boolean | IResolvable;
}

/** What of the overlay does. */
export interface RolesServiceExpressOverlayDevProps {
  /**
   * Whether `aws ecs execute-command` may open a shell in a task; adds the SSM messages permission to the task role.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   */
  readonly enableExecuteCommand?: boolean | IResolvable;
}

/** What of the log router does. */
export interface RolesServiceLogRouterProps {
  /**
   * Settings of that plugin that are secrets, such as an API key: name to ARN. The execution role may read exactly these.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
   */
  readonly secretOptions?: { readonly [name: string]: string } | IResolvable;
}

/** What a shell of ECS Exec needs besides its channel. */
export interface RolesExecuteCommandProps {
  /**
   * The log group that keeps the sessions.
   *
   * @default - they are not kept
   */
  readonly logGroupArn?: string;

  /**
   * A KMS key that encrypts the session between the client and the container, besides TLS.
   * Mode `express`: approximated: used by `express_overlay_dev` alone: Express Mode has no ECS Exec.
   *
   * @default - TLS alone
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   */
  readonly kmsKeyArn?: string;
}
