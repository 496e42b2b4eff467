/**
 * Sizes and quotas as data. Messages, validations and docs print from here.
 * Every table names its source and the day it was read.
 */

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);

/**
 * Memory in MiB that Fargate offers for each number of CPU units (1024 = 1 vCPU).
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html (read 2026-11-21)
 */
export const FARGATE_MEMORY: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024, 2048],
  512: range(1024, 4096, 1024),
  1024: range(2048, 8192, 1024),
  2048: range(4096, 16384, 1024),
  4096: range(8192, 30720, 1024),
  8192: range(16384, 61440, 4096),
  16384: range(32768, 122880, 8192),
  32768: [61440, 122880, 249856],
};

/**
 * A Fargate task's own storage, in GiB: what every task has, and the range it can be raised to.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html (read 2026-11-21)
 */
export const EPHEMERAL_STORAGE = { included: 20, from: 21, to: 200 } as const;

/**
 * How long a container of Fargate may take to stop, in seconds.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html (read 2026-11-21)
 */
export const STOP_TIMEOUT = [2, 120] as const;

/**
 * What a container's health check may say, from and to; times in seconds.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html (read 2026-11-21)
 */
export const HEALTH_CHECK = { interval: [5, 300], timeout: [2, 60], retries: [1, 10], start_period: [0, 300] } as const;

/**
 * The names of the operating system's limits that a container definition takes.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html (read 2026-11-21)
 */
export const ULIMITS = [
  "core",
  "cpu",
  "data",
  "fsize",
  "locks",
  "memlock",
  "msgqueue",
  "nice",
  "nofile",
  "nproc",
  "rss",
  "rtprio",
  "rttime",
  "sigpending",
  "stack",
] as const;

/**
 * Tasks of one service, before a quota increase. The API of Express Mode names no limit of its own.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html (read 2026-11-22)
 */
export const TASKS_PER_SERVICE = 5000;

/**
 * Containers of one task definition.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html (read 2026-11-21)
 */
export const CONTAINERS_PER_TASK = 10;

/**
 * AWS's build of Fluent Bit for FireLens. The line 2.x ended on 2026-06-30.
 *
 * @see https://github.com/aws/aws-for-fluent-bit/releases/tag/v3.4.16 (read 2026-11-21)
 */
export const FLUENT_BIT_IMAGE = "public.ecr.aws/aws-observability/aws-for-fluent-bit:3.4.16";

/**
 * The sizes that Express Mode takes: Fargate's, up to 4096 CPU units and 8192 MiB.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_express_gateway_service (read 2026-11-21)
 */
export const EXPRESS_MEMORY: Readonly<Record<number, readonly number[]>> = Object.fromEntries(
  Object.entries(FARGATE_MEMORY)
    .filter(([cpu]) => Number(cpu) <= 4096)
    .map(([cpu, sizes]) => [cpu, sizes.filter((memory) => memory <= 8192)]),
);

/**
 * Services that one load balancer of Express carries in a VPC, per scheme. AWS makes another one for the next service;
 * the web ACL is on the first, so a group stays within one.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html (read 2026-11-21)
 */
export const EXPRESS_SERVICES_PER_LOAD_BALANCER = 25;

/**
 * Rules of a network ACL in one direction, IPv4 and IPv6 together, before a quota increase.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html (read 2026-11-21)
 */
export const NETWORK_ACL_RULES = 20;

/** The highest value of that quota that AWS grants. Same source. */
export const NETWORK_ACL_RULES_MAX = 40;

/**
 * Inbound rules of a security group for each IP family.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html (read 2026-11-21)
 */
export const SECURITY_GROUP_RULES = 60;

/**
 * The first port that return traffic uses; below it a network ACL of ours admits the allowed CIDRs alone.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports (read 2026-11-21)
 */
export const FIRST_EPHEMERAL_PORT = 1024;

/**
 * Retention periods CloudWatch Logs takes, in days; 0 keeps for ever.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html (read 2026-11-21)
 */
export const LOG_RETENTION_DAYS = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/**
 * Values that the conditions of one listener rule compare.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html (read 2026-11-21)
 */
export const CONDITION_VALUES = 5;

/** Names of a service on each track; one value of Express Mode's own rule is the name that it generates. */
export const HOST_NAMES = { express: CONDITION_VALUES - 1, ecs: CONDITION_VALUES } as const;

/** Target groups of one Application Load Balancer, which AWS does not raise. Same source. */
export const TARGET_GROUPS = 100;

/**
 * How long a load balancer keeps an idle connection, in seconds. Express Mode's is Elastic Load Balancing's default and not
 * ours to set; on the plain track it is by default as long as App Runner takes for a request.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html (read 2026-11-21)
 */
export const IDLE_TIMEOUT = { express: 60, ecs: 120 } as const;
