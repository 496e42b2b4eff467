// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** The private way from service to service: one security group for callers and targets, and DNS names that a registrar keeps true for targets on Express Mode. */
export interface PrivateNamesProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /** The VPC. */
  readonly vpcId: string;

  /** The cluster. */
  readonly clusterArn: string;

  /** Services that others connect to. */
  readonly targets: { readonly [name: string]: PrivateNamesTargetProps | IResolvable } | IResolvable;

  /**
   * Whether to keep the names in private DNS as well, for callers or targets on Express Mode. Between plain services Service Connect does.
   *
   * @default true
   */
  readonly dns?: boolean | IResolvable;

  /**
   * How long logs are kept; 0 is for ever.
   * In days.
   *
   * @default 30
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
   */
  readonly logRetentionInDays?: number;

  /**
   * The path of every role that is made.
   *
   * @default "/"
   * @example "/shop/"
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names
   */
  readonly iamRolePath?: string;

  /**
   * A KMS key that encrypts every log group of the group. Its policy must let CloudWatch Logs of the region use it.
   *
   * @default - CloudWatch Logs encrypts with a key of its own
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  readonly logKmsKeyArn?: string;

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

/** Services that others connect to. */
export interface PrivateNamesTargetProps {
  /** The container's port. */
  readonly port: number;

  /** Its ECS service's name when it runs on Express Mode, whether it does or not. */
  readonly expressServiceName: string;
}
