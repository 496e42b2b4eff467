// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** A log group for each service, with a retention period; made before the service, so that none is left behind. */
export interface LogGroupProps {
  /**
   * The log group of each service: service to name.
   *
   * @example {"api":"/ecs/shop/api"}
   */
  readonly names: { readonly [name: string]: string } | IResolvable;

  /**
   * How long logs are kept; 0 is for ever.
   * In days.
   *
   * @default 30
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
   */
  readonly retentionInDays?: number;

  /**
   * A KMS key that encrypts every log group of the group. Its policy must let CloudWatch Logs of the region use it.
   *
   * @default - CloudWatch Logs encrypts with a key of its own
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  readonly kmsKeyArn?: string;

  /**
   * Tags of everything that is made.
   *
   * @default {}
   */
  readonly tags?: { readonly [name: string]: string } | IResolvable;
}
