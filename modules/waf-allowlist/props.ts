// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** Who gets in at layer 7: a regional web ACL that blocks everything but the allowed CIDRs, on each load balancer once. */
export interface WafAllowlistProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /**
   * CIDR blocks that may reach the load balancer, IPv4 and IPv6. "0.0.0.0/0" opens it to every IPv4 address, "::/0" to every IPv6 address.
   *
   * @example ["203.0.113.0/24"]
   */
  readonly allowedCidrs: readonly string[];

  /**
   * The load balancers to protect, by a name that is known at plan, such as the track (express, ecs).
   *
   * @default {}
   */
  readonly loadBalancerArns?: { readonly [name: string]: string } | IResolvable;

  /**
   * What the web ACL does besides the allowlist.
   *
   * @default {}
   */
  readonly webAcl?: WafAllowlistWebAclProps | IResolvable;

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

/** What the web ACL does besides the allowlist. */
export interface WafAllowlistWebAclProps {
  /**
   * Whether there is a web ACL. Without it the load balancer's security group alone holds the allowlist.
   * Mode `express`: refused: the web ACL is the only lock on the requests that reach Express Mode's load balancer; leave web_acl.enabled out.
   *
   * @default true
   */
  readonly enabled?: boolean | IResolvable;

  /**
   * Requests one address may send in five minutes.
   * 10 to 2000000000 requests.
   *
   * @default - no limit
   * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html
   */
  readonly rateLimit?: number;

  /**
   * AWS managed rule groups that also look at requests from the allowed CIDRs.
   *
   * @default []
   * @example ["AWSManagedRulesCommonRuleSet"]
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
   */
  readonly managedRuleGroups?: readonly string[];

  /**
   * Whether blocked requests are logged, without their cookies and authorization header.
   *
   * @default false
   */
  readonly logging?: boolean | IResolvable;
}
