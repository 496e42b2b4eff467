/**
 * On-demand prices of us-east-1 in USD, read on 2026-11-21. Other regions differ, most by less than a fifth.
 *
 * @see https://aws.amazon.com/apprunner/pricing/
 * @see https://aws.amazon.com/fargate/pricing/
 * @see https://aws.amazon.com/elasticloadbalancing/pricing/
 * @see https://aws.amazon.com/vpc/pricing/
 * @see https://aws.amazon.com/waf/pricing/
 */
export const PRICES = {
  read: "2026-11-21",
  region: "us-east-1",
  appRunnerMemoryGbHour: 0.007,
  appRunnerCpuHour: 0.064,
  appRunnerAutoDeployMonth: 1,
  fargateCpuHour: 0.04048,
  fargateMemoryGbHour: 0.004445,
  loadBalancerHour: 0.0225,
  publicIpv4Hour: 0.005,
  webAclMonth: 5,
  webAclRuleMonth: 1,
  natGatewayHour: 0.045,
} as const;

export const HOURS = 730;

/**
 * Availability zones of App Runner's regions that an account sees; a load balancer has a public address in each one.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
export const ZONES: Readonly<Record<string, number>> = { "us-east-1": 6, "us-west-2": 4 };
export const USUAL_ZONES = 3;
