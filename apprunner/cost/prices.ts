/**
 * App Runner's own prices of us-east-1 in USD; everything that ECS needs is in the spec's table, of the same day.
 *
 * @see https://aws.amazon.com/apprunner/pricing/
 */
export const APP_RUNNER_PRICES = {
  memoryGbHour: 0.007,
  cpuHour: 0.064,
  autoDeployMonth: 1,
} as const;

/**
 * Availability zones of App Runner's regions that an account sees; a load balancer has a public address in each one.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
export const ZONES: Readonly<Record<string, number>> = { "us-east-1": 6, "us-west-2": 4 };
export const USUAL_ZONES = 3;
