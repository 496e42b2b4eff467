// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** An ECS cluster on Fargate, with the namespace that Service Connect keeps its names in. */
export interface ClusterProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /**
   * An existing ECS cluster to run in. Its settings stay what they are; the capacity providers FARGATE and, for Spot, FARGATE_SPOT must be associated with it.
   *
   * @default - one is made
   */
  readonly cluster?: ClusterClusterProps | IResolvable;

  /**
   * An existing Cloud Map namespace for the names of Service Connect. Plain services call each other by them, so two groups in one namespace need different names for their services.
   *
   * @default - an HTTP namespace is made
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html
   */
  readonly serviceConnectNamespace?: ClusterServiceConnectNamespaceProps | IResolvable;

  /**
   * CloudWatch Container Insights of the cluster, billed as custom metrics.
   *
   * @default "disabled"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html
   */
  readonly containerInsights?: "disabled" | "enabled" | "enhanced" | (string & {});

  /**
   * The cluster's part in ECS Exec, for services with `enable_execute_command`.
   *
   * @default {}
   */
  readonly executeCommand?: ClusterExecuteCommandProps | IResolvable;

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
   * Tags of everything that is made.
   *
   * @default {}
   */
  readonly tags?: { readonly [name: string]: string } | IResolvable;
}

/** An existing ECS cluster to run in. Its settings stay what they are; the capacity providers FARGATE and, for Spot, FARGATE_SPOT must be associated with it. */
export interface ClusterClusterProps {
  /** The cluster's name. */
  readonly name: string;
}

/** An existing Cloud Map namespace for the names of Service Connect. Plain services call each other by them, so two groups in one namespace need different names for their services. */
export interface ClusterServiceConnectNamespaceProps {
  /** The namespace's ARN. */
  readonly arn: string;
}

/** The cluster's part in ECS Exec, for services with `enable_execute_command`. */
export interface ClusterExecuteCommandProps {
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
