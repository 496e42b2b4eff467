import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { accept } from "../kit/findings";
import { hcl, number, text } from "../kit/hcl";
import { countIf } from "../kit/module";

export interface AccessLogsProps {
  readonly name: string;
  readonly accessLogs: IResolvable;
  /** Whether there is a load balancer to log. */
  readonly make: IResolvable;
  readonly tags: never;
}

/**
 * The bucket of the access logs: the given one, or one that the load balancer alone writes to, over TLS.
 *
 * Logs go to buckets with SSE-S3 only, and the load balancer tries to write when it is told where: hence the bucket's
 * name is given out by its policy.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html (read 2026-11-21)
 */
export class AccessLogs extends Construct {
  readonly bucket: IResolvable;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AccessLogsProps,
  ) {
    super(scope, id);
    const { name, accessLogs, make, tags } = props;
    const own = hcl`(${make} && ${accessLogs} != null ? ${accessLogs}.bucket == null : false)`;
    const count = countIf(own);
    const logs = new S3Bucket(this, "logs", {
      count,
      bucketPrefix: text`"\${trimsuffix(substr(${name}, 0, 26), "-")}-alb-logs-"`,
      forceDestroy: hcl`${accessLogs}.force_destroy`,
      tags,
    });
    accept(logs, {
      CKV_AWS_145: "the load balancer writes to buckets with SSE-S3 alone",
      CKV_AWS_21: "a log is written once and never changed",
      CKV_AWS_144: "access_logs.bucket takes one with replication",
      CKV2_AWS_62: "access_logs.bucket takes one with notifications",
    });
    const bucket = text`one(${logs.fqn}[*].id)`;
    const closed = new S3BucketPublicAccessBlock(this, "logs@public", {
      count,
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, "logs@ownership", {
      count,
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, "logs@encryption", {
      count,
      bucket,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    new S3BucketLifecycleConfiguration(this, "logs@lifecycle", {
      count,
      bucket,
      rule: [
        {
          id: "expire",
          status: "Enabled",
          filter: [{}],
          expiration: [{ days: number`${accessLogs}.expiration_days` }],
        },
      ],
    });
    const policy = new S3BucketPolicy(this, "logs@policy", {
      count,
      bucket,
      policy: this.policy(logs, own),
      dependsOn: [closed],
    });
    this.bucket = hcl`${own} ? one(${policy.fqn}[*].bucket) : ${accessLogs}.bucket.name`;
  }

  private policy(logs: S3Bucket, own: IResolvable): string {
    const { accessLogs } = this.props;
    const account = new DataAwsCallerIdentity(this, "current", { count: countIf(own) });
    const accountId = hcl`one(${account.fqn}[*].account_id)`;
    const arn = hcl`one(${logs.fqn}[*].arn)`;
    return text`jsonencode({ Version = "2012-10-17", Statement = [
      {
        Sid       = "LoadBalancerWrites"
        Effect    = "Allow"
        Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = join("/", compact([${arn}, ${accessLogs}.prefix, "AWSLogs", ${accountId}, "*"]))
        Condition = { StringEquals = { "aws:SourceAccount" = ${accountId} } }
      },
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [${arn}, "\${${arn}}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ] })`;
  }
}
