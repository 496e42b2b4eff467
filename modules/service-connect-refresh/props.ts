// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** Deploys a service anew when a name of Service Connect that it calls came after its deployment, which its tasks cannot see. */
export interface ServiceConnectRefreshProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /** The cluster. */
  readonly clusterArn: string;

  /** Names of Service Connect and who calls them; without one nothing is made. */
  readonly targets: { readonly [name: string]: ServiceConnectRefreshTargetProps | IResolvable } | IResolvable;

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

/** Names of Service Connect and who calls them; without one nothing is made. */
export interface ServiceConnectRefreshTargetProps {
  /** The ECS service that has the name. */
  readonly serviceName: string;

  /** The ECS services that call it. */
  readonly callers: readonly string[];
}
