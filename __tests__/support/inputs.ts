/** A small input that both modes accept, in Terraform's names. */
export const goodInput = {
  name: "shop",
  mode: "express",
  allowed_cidrs: ["203.0.113.0/24", "2001:db8::/32"],
  network: { availability_zones: ["us-east-1a", "us-east-1b"] },
  services: {
    dashboard: {
      image: "public.ecr.aws/nginx/nginx:1.29",
      port: 3000,
      health_check_path: "/healthz",
      connects_to: ["api"],
    },
    api: { image: "public.ecr.aws/nginx/nginx:1.29", port: 8080, health_check_path: "/health" },
  },
};

type Json = Record<string, any>;

/** The good input with members replaced: `change({ mode: "ecs", "services.api.port": 0 })`. */
export function change(members: Json): Json {
  const input: Json = structuredClone(goodInput);
  for (const [path, value] of Object.entries(members)) {
    const steps = path.split(".");
    const last = steps.pop() as string;
    const parent = steps.reduce<Json>((inner, step) => (inner[step] ??= {}), input);
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return input;
}

/** Many services at once. */
export const services = (count: number, of: (i: number) => Json): Json =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${String(i).padStart(3, "0")}`, of(i)]));

/** An input that must be refused, and the sentence each problem is told in. */
export interface BadInput {
  readonly title: string;
  readonly input: Json;
  readonly says: readonly string[];
}

const image = "public.ecr.aws/nginx/nginx:1.29";

/** Every kind of input that is refused, from every door in the same words. */
export const badInputs: readonly BadInput[] = [
  {
    title: "an unknown mode",
    input: change({ mode: "expres" }),
    says: ['mode = "expres": it must be one of "express", "ecs". Write one of these.'],
  },
  {
    title: "an empty allowlist",
    input: change({ allowed_cidrs: [] }),
    says: [
      'allowed_cidrs = []: nobody could reach the services, and nothing is open that was not written down. List the blocks to admit, or "0.0.0.0/0" and "::/0" to admit everyone.',
    ],
  },
  {
    title: "something that is no CIDR",
    input: change({ allowed_cidrs: ["203.0.113.0/24", "office"] }),
    says: ['allowed_cidrs[1] = "office": it is not a CIDR block. Write an address and a prefix length'],
  },
  {
    title: "host bits, in both IP families",
    input: change({ allowed_cidrs: ["10.0.0.1/8", "2001:db8::1/32"] }),
    says: [
      'allowed_cidrs[0] = "10.0.0.1/8": it is not written as AWS stores it, which is "10.0.0.0/8". Write "10.0.0.0/8" for the whole block',
      'allowed_cidrs[1] = "2001:db8::1/32": it is not written as AWS stores it, which is "2001:db8::/32".',
    ],
  },
  {
    title: "a CIDR twice",
    input: change({ allowed_cidrs: ["203.0.113.0/24", "203.0.113.0/24"] }),
    says: ['allowed_cidrs[1] = "203.0.113.0/24": it is listed twice. List it once.'],
  },
  {
    title: "more blocks than the network ACL takes",
    input: change({ allowed_cidrs: Array.from({ length: 15 }, (_, i) => `203.0.${i}.0/24`) }),
    says: ["allowed_cidrs: the network ACL would need 23 rules, and the account's quota is 20."],
  },
  {
    title: "more blocks than a security group takes",
    input: change({
      mode: "ecs",
      "network.network_acl_rules": 40,
      allowed_cidrs: Array.from({ length: 31 }, (_, i) => `203.0.${i}.0/24`),
    }),
    says: ["allowed_cidrs: 31 IPv4 blocks on 2 listener ports are more than the 60 rules of a security group."],
  },
  {
    title: "port 0",
    input: change({ "services.api.port": 0 }),
    says: [
      "services.api.port = 0: it must be a whole number from 1 to 65535. Write the port the container listens on.",
    ],
  },
  {
    title: "port 65536",
    input: change({ "services.api.port": 65536 }),
    says: ["services.api.port = 65536: it must be a whole number from 1 to 65535."],
  },
  {
    title: "a health check path without a slash",
    input: change({ "services.api.health_check_path": "health" }),
    says: ['services.api.health_check_path = "health": a health check path starts with `/` and holds no space.'],
  },
  {
    title: "a service name that is no DNS label",
    input: change({ "services.Api_1": { image, port: 80 } }),
    says: ['services.Api_1 = "Api_1": a service\'s name is a DNS label'],
  },
  {
    title: "a group name too long for a load balancer",
    input: change({ name: "a".repeat(33) }),
    says: [`name = "${"a".repeat(33)}": the name is also the load balancer's: 1 to 32 lower-case letters`],
  },
  {
    title: "a group name that a load balancer may not have",
    input: change({ name: "internal-shop" }),
    says: ['name = "internal-shop": the name of a load balancer must not begin with "internal-". Rename the group.'],
  },
  {
    title: "a size that Express Mode does not offer",
    input: change({ "services.api.cpu": 8192, "services.api.memory": 16384 }),
    says: [
      'services.api.memory = 16384: ECS Express Mode has no task of 8192 CPU units with this memory. Choose a pair that exists: cpu must be one of 256, 512, 1024, 2048, 4096, or set mode = "ecs" for larger tasks.',
    ],
  },
  {
    title: "a size that Fargate does not offer",
    input: change({ mode: "ecs", "services.api.cpu": 256, "services.api.memory": 4096 }),
    says: [
      "services.api.memory = 4096: Fargate has no task of 256 CPU units with this memory. Choose a pair that exists: with cpu = 256, memory is 512, 1024, 2048.",
    ],
  },
  {
    title: "more tasks at least than at most",
    input: change({ "services.api.scaling": { min_task_count: 5, max_task_count: 2 } }),
    says: ["services.api.scaling.min_task_count = 5: it is more than max_task_count = 2."],
  },
  {
    title: "a connection to nobody",
    input: change({ "services.dashboard.connects_to": ["apy"] }),
    says: ['services.dashboard.connects_to = "apy": there is no service of this name. Name one of api, dashboard.'],
  },
  {
    title: "a connection to itself",
    input: change({ "services.api.connects_to": ["api"] }),
    says: ['services.api.connects_to = "api": a service does not connect to itself.'],
  },
  {
    title: "a connection listed twice",
    input: change({ "services.dashboard.connects_to": ["api", "api"] }),
    says: ['services.dashboard.connects_to = "api": it is listed twice.'],
  },
  {
    title: "a connection whose variable is set by hand",
    input: change({ "services.dashboard.environment": { API_URL: "http://elsewhere" } }),
    says: ['services.dashboard.connects_to = "api": it sets API_URL, which environment or secrets set as well.'],
  },
  {
    title: "a variable from two sources",
    input: change({
      "services.api.environment": { KEY: "a" },
      "services.api.secrets": { KEY: "arn:aws:ssm:us-east-1:123456789012:parameter/key" },
    }),
    says: ["services.api.secrets.KEY: environment sets the same variable. Keep one of the two."],
  },
  {
    title: "a secret that is no ARN, without repeating it",
    input: change({ "services.api.secrets": { KEY: "hunter2" } }),
    says: ["services.api.secrets.KEY: a secret is named by the ARN of a Secrets Manager secret"],
  },
  {
    title: "more services than one load balancer of Express Mode carries",
    input: change({ services: services(26, () => ({ image, port: 80 })) }),
    says: ["services: 26 services are on ECS Express Mode, and one of its load balancers carries 25;"],
  },
  {
    title: "no service",
    input: change({ services: {} }),
    says: ["services: the group has no service. Describe one service or more."],
  },
  {
    title: "options that Express Mode refuses, several at once",
    input: change({
      "services.api.cpu_architecture": "ARM64",
      "services.api.public": false,
      "services.dashboard.capacity_provider": "FARGATE_SPOT",
      "load_balancer.idle_timeout": 120,
    }),
    says: [
      'services.api.cpu_architecture = "ARM64": mode "express" (api) refuses it: the provider\'s Express resource has no argument for the processor. Set mode = "ecs" for this service.',
      'services.api.public = false: mode "express" (api) refuses it:',
      'services.dashboard.capacity_provider = "FARGATE_SPOT": mode "express" (dashboard) refuses it:',
      'load_balancer.idle_timeout: mode "express" (api, dashboard) refuses it: the load balancer is shared and Express Mode\'s own. Leave idle_timeout out.',
    ],
  },
  {
    title: "an option that the override of one service refuses",
    input: change({ mode: "ecs", "services.api.mode": "express", "services.api.enable_execute_command": true }),
    says: [
      'services.api.enable_execute_command = true: mode "express" (api) refuses it: Express Mode has no argument for ECS Exec.',
    ],
  },
  {
    title: "two services on one port of the load balancer",
    input: change({ mode: "ecs", "services.api.port": 3000 }),
    says: [
      "services.api.listener_port = 3000: without a domain every public service has a port of the load balancer to itself, and dashboard has this one too.",
      "services.dashboard.listener_port = 3000: without a domain every public service has a port of the load balancer to itself, and api has this one too.",
    ],
  },
  {
    title: "two services with one rule priority",
    input: change({
      mode: "ecs",
      domain: { name: "example.com", zone: { id: "Z1" } },
      "services.api.listener_rule_priority": 7,
      "services.dashboard.listener_rule_priority": 7,
    }),
    says: ["services.api.listener_rule_priority = 7: the rule of dashboard has the same priority."],
  },
  {
    title: "a domain without a way to a certificate",
    input: change({ mode: "ecs", domain: { name: "example.com" } }),
    says: ["domain: a certificate needs a zone to be validated in."],
  },
  {
    title: "a single zone",
    input: change({ "network.availability_zones": ["us-east-1a"] }),
    says: ["network.availability_zones: a load balancer needs subnets in two availability zones."],
  },
  {
    title: "a subnet that is said to be public and private",
    input: change({
      network: undefined,
      allowed_cidrs: ["203.0.113.0/24"],
      vpc: { id: "vpc-1", public_subnet_ids: ["subnet-1", "subnet-2"], private_subnet_ids: ["subnet-2"] },
    }),
    says: ['vpc.private_subnet_ids = "subnet-2": the subnet is in public_subnet_ids as well;'],
  },
  {
    title: "a single subnet",
    input: change({
      network: undefined,
      allowed_cidrs: ["203.0.113.0/24"],
      vpc: { id: "vpc-1", public_subnet_ids: ["subnet-1"] },
    }),
    says: ['vpc.public_subnet_ids = ["subnet-1"]: a load balancer needs subnets in two availability zones.'],
  },
  {
    title: "an IPv6 block before a load balancer without IPv6",
    input: change({
      network: undefined,
      allowed_cidrs: ["203.0.113.0/24", "2001:db8::/32"],
      vpc: { id: "vpc-1", public_subnet_ids: ["subnet-1", "subnet-2"] },
    }),
    says: ['allowed_cidrs = "2001:db8::/32": it is IPv6, and the load balancer of this VPC has no IPv6 address.'],
  },
  {
    title: "scaling by requests of a service without a load balancer",
    input: change({
      mode: "ecs",
      "services.api.public": false,
      "services.api.scaling": { auto_scaling_metric: "REQUEST_COUNT_PER_TARGET", auto_scaling_target_value: 500 },
    }),
    says: [
      'services.api.scaling.auto_scaling_metric = "REQUEST_COUNT_PER_TARGET": the service is not public, so no load balancer counts its requests.',
    ],
  },
  {
    title: "scaling by requests under a strategy that swaps the target groups",
    input: change({
      mode: "ecs",
      "services.api.deployment_configuration": { strategy: "CANARY" },
      "services.api.scaling": { auto_scaling_metric: "REQUEST_COUNT_PER_TARGET", auto_scaling_target_value: 500 },
    }),
    says: [
      'services.api.scaling.auto_scaling_metric = "REQUEST_COUNT_PER_TARGET": a deployment by CANARY swaps the service\'s two target groups, and Application Auto Scaling counts the requests of one. Scale by AVERAGE_CPU or AVERAGE_MEMORY, or deploy by ROLLING.',
    ],
  },
  {
    title: "options that belong to another strategy",
    input: change({
      mode: "ecs",
      "services.api.deployment_configuration": {
        bake_time_in_minutes: 3,
        canary_configuration: { canary_percent: 5 },
        lifecycle_hooks: { smoke: { hook_target_arn: "arn", role_arn: "arn", lifecycle_stages: ["PRE_SCALE_UP"] } },
      },
      "services.dashboard.deployment_configuration": { strategy: "CANARY", linear_configuration: {} },
    }),
    says: [
      "services.api.deployment_configuration.bake_time_in_minutes: the strategy is ROLLING, and only BLUE_GREEN, CANARY, LINEAR look at it. Leave it out, or change the strategy.",
      "services.api.deployment_configuration.canary_configuration: the strategy is ROLLING, and only CANARY looks at it.",
      "services.api.deployment_configuration.lifecycle_hooks: the strategy is ROLLING,",
      "services.dashboard.deployment_configuration.linear_configuration: the strategy is CANARY, and only LINEAR looks at it.",
    ],
  },
  {
    title: "numbers and stages that no deployment has",
    input: change({
      mode: "ecs",
      "services.api.deployment_configuration": {
        strategy: "LINEAR",
        bake_time_in_minutes: 1441,
        linear_configuration: { step_percent: 2.5 },
        lifecycle_hooks: { smoke: { hook_target_arn: "arn", role_arn: "arn", lifecycle_stages: ["LUNCH"] } },
      },
    }),
    says: [
      "services.api.deployment_configuration.bake_time_in_minutes = 1441: it must be a whole number from 0 to 1440 (minutes).",
      "services.api.deployment_configuration.linear_configuration.step_percent = 2.5: it must be a number from 3 to 100 (percent).",
      'services.api.deployment_configuration.lifecycle_hooks.smoke.lifecycle_stages[0] = "LUNCH": it must be one of',
    ],
  },
  {
    title: "a canary of a service whose requests nobody can share out, and a listener of a private one",
    input: change({
      mode: "ecs",
      "services.dashboard.connects_to": [],
      "services.api.public": false,
      "services.api.deployment_configuration": { strategy: "CANARY", test_listener_port: 9443 },
    }),
    says: [
      'services.api.deployment_configuration.strategy = "CANARY": the service is not public and no service on the plain track connects to it, so nobody\'s requests can be shared out.',
      "services.api.deployment_configuration.test_listener_port: the service is not public, so it has no listener.",
    ],
  },
  {
    title: "hooks, alarms, a test listener, cooldowns and schedules on Express Mode",
    input: change({
      "services.api.deployment_configuration": {
        strategy: "BLUE_GREEN",
        test_listener_port: 9443,
        lifecycle_hooks: { smoke: { hook_target_arn: "arn", role_arn: "arn", lifecycle_stages: ["PRE_SCALE_UP"] } },
        alarms: { alarm_names: ["shop-api-5xx"] },
      },
      "services.api.scaling": {
        scale_in_cooldown: 60,
        schedules: { night: { schedule: "rate(1 day)", min_task_count: 0 } },
      },
    }),
    says: [
      'services.api.deployment_configuration.test_listener_port = 9443: mode "express" (api) refuses it: the listeners are Express Mode\'s own. Leave test_listener_port out.',
      "services.api.deployment_configuration.lifecycle_hooks = ",
      "services.api.deployment_configuration.alarms = ",
      'services.api.scaling.scale_in_cooldown = 60: mode "express" (api) refuses it: the provider\'s Express resource has no argument for cooldowns. Leave scale_in_cooldown out.',
      "services.api.scaling.schedules = ",
    ],
  },
  {
    title: "schedules that are no schedule, change nothing, or leave no room",
    input: change({
      mode: "ecs",
      "services.api.scaling": {
        max_task_count: 4,
        schedules: {
          idle: { schedule: "rate(1 day)" },
          many: { schedule: "cron(0 8 ? * * *)", min_task_count: 5 },
          noon: { schedule: "12:00", min_task_count: 2 },
        },
      },
    }),
    says: [
      "services.api.scaling.schedules.idle: it changes nothing. Give min_task_count, max_task_count or both.",
      "services.api.scaling.schedules.many: it leaves at least 5 and at most 4 tasks.",
      'services.api.scaling.schedules.noon.schedule = "12:00": a schedule is written as `cron(…)`, `rate(…)` or `at(…)`.',
    ],
  },
  {
    title: "several mistakes of several kinds",
    input: change({
      mode: "ecs",
      allowed_cidrs: ["10.0.0.1/8"],
      "services.api.port": 0,
      "services.dashboard.connects_to": ["nobody"],
    }),
    says: ["allowed_cidrs[0]", "services.api.port = 0", 'services.dashboard.connects_to = "nobody"'],
  },
];
