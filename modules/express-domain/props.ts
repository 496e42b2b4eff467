// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** A domain on Express Mode: its certificate on Express Mode's listener, and a workflow that keeps the services' names on Express Mode's own listener rules. */
export interface ExpressDomainProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /**
   * The domain. Names in it that are on a service's rule without being its own are taken off.
   *
   * @default - only names of the services are taken off
   */
  readonly domainName?: string;

  /**
   * Express Mode's HTTPS listener.
   *
   * @default - none
   */
  readonly listenerArn?: string;

  /**
   * The certificate that covers the names.
   *
   * @default - none
   */
  readonly certificateArn?: string;

  /**
   * The services on Express Mode; without one nothing is made.
   *
   * @default {}
   */
  readonly services?: { readonly [name: string]: ExpressDomainServiceProps | IResolvable } | IResolvable;

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

/** The services on Express Mode; without one nothing is made. */
export interface ExpressDomainServiceProps {
  /** The ECS service. */
  readonly serviceArn: string;

  /** Its listener rule, which Express Mode made. */
  readonly listenerRuleArn: string;

  /** Full names it answers to. */
  readonly hostNames: readonly string[];
}
