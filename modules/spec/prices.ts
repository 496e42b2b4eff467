/**
 * On-demand list prices in us-east-1, Linux on x86 unless said, in USD. Other regions differ, most by less than a fifth.
 *
 * @see https://aws.amazon.com/fargate/pricing/
 * @see https://aws.amazon.com/elasticloadbalancing/pricing/
 * @see https://aws.amazon.com/vpc/pricing/
 * @see https://aws.amazon.com/waf/pricing/
 * @see https://aws.amazon.com/cloudwatch/pricing/
 */
export const PRICES = {
  /** The day they were noted. */
  date: "2026-11-21",
  region: "us-east-1",
  fargateVcpuHour: 0.04048,
  fargateGbHour: 0.004445,
  fargateArmVcpuHour: 0.03238,
  fargateArmGbHour: 0.00356,
  /** Above what every task has. */
  fargateStorageGbHour: 0.000111,
  loadBalancerHour: 0.0225,
  publicIpv4Hour: 0.005,
  natGatewayHour: 0.045,
  interfaceEndpointHour: 0.01,
  webAclMonth: 5,
  webAclRuleMonth: 1,
  hostedZoneMonth: 0.5,
  /** For each metric that an alarm looks at, minute by minute. */
  alarmMetricMonth: 0.1,
  /** After an account's first three of at most fifty metrics. */
  dashboardMonth: 3,
} as const;

/** Hours of a month, as AWS's own examples count. */
export const HOURS_A_MONTH = 730;
