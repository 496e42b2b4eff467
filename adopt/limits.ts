/**
 * Security groups of one network interface, before a quota increase.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html (read 2026-11-21)
 */
export const SECURITY_GROUPS_OF_INTERFACE = 5;

/**
 * The highest priority of a listener rule.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html (read 2026-11-21)
 */
export const HIGHEST_PRIORITY = 50000;
