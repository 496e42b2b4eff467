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
    title: "a task that Express Mode cannot be given, without repeating it",
    input: change({
      "services.api.sidecars": { agent: { image, environment: { KEY: "hunter2" } } },
      "services.api.volumes": { tmp: { mount_path: "/tmp" } },
      "services.api.entry_point": ["/bin/app"],
      "services.api.ephemeral_storage_size_in_gib": 21,
      "services.api.log_router": { options: { Name: "stdout" } },
      "services.api.init_process_enabled": false,
      "services.api.stop_timeout": 60,
      "services.api.on_demand_base": 2,
    }),
    says: [
      'services.api.sidecars: mode "express" (api) refuses it: the provider\'s Express resource has no argument for sidecars. Set mode = "ecs" for this service.',
      'services.api.volumes: mode "express" (api) refuses it:',
      'services.api.entry_point = ["/bin/app"]: mode "express" (api) refuses it:',
      'services.api.ephemeral_storage_size_in_gib = 21: mode "express" (api) refuses it:',
      'services.api.log_router: mode "express" (api) refuses it:',
      'services.api.init_process_enabled = false: mode "express" (api) refuses it: Express Mode always runs an init process. Leave init_process_enabled out.',
      'services.api.stop_timeout = 60: mode "express" (api) refuses it: Express Mode always waits 30 seconds. Leave stop_timeout out.',
      'services.api.on_demand_base = 2: mode "express" (api) refuses it:',
    ],
  },
  {
    title: "sizes and names that a container cannot have",
    input: change({
      mode: "ecs",
      "services.api.ephemeral_storage_size_in_gib": 201,
      "services.api.stop_timeout": 1,
      "services.api.ulimits": { files: { soft_limit: 1, hard_limit: 1 } },
      "services.api.sidecars": { Agent: { image }, agent: { image, memory: 5 } },
      "services.api.volumes": { data: { mount_path: "data" } },
      "services.api.container_health_check": { command: [], interval: 4 },
    }),
    says: [
      "services.api.ephemeral_storage_size_in_gib = 201: it must be a whole number from 21 to 200 of GiB. Write a number in that range.",
      "services.api.stop_timeout = 1: it must be a whole number from 2 to 120 of seconds.",
      'services.api.ulimits.files = "files": ECS knows the limits core, cpu, data,',
      'services.api.sidecars.Agent = "Agent": a container\'s name here is small letters, digits, `_` and `-`',
      "services.api.sidecars.agent.memory = 5: it must be a whole number from 6 to 249856 of MiB.",
      'services.api.volumes.data.mount_path = "data": a path in a container starts with `/` and holds no space.',
      "services.api.container_health_check.command = []: a health check runs a command.",
      "services.api.container_health_check.interval = 4: it must be a whole number from 5 to 300 of seconds.",
    ],
  },
  {
    title: "references to storage and secrets that are none",
    input: change({
      mode: "ecs",
      "services.api.volumes": {
        data: { mount_path: "/data", efs: { file_system_id: "data" } },
        more: {
          mount_path: "/more",
          efs: { file_system_id: "fs-0a", access_point_id: "fsap-0a", root_directory: "/elsewhere" },
        },
      },
      "services.api.repository_credentials": { secret_arn: "hunter2" },
    }),
    says: [
      'services.api.volumes.data.efs.file_system_id = "data": an EFS file system is named by its id.',
      'services.api.volumes.more.efs.root_directory = "/elsewhere": the access point says which directory it is. Leave root_directory out.',
      "services.api.repository_credentials.secret_arn: credentials of a registry are named by the ARN of a Secrets Manager secret",
    ],
  },
  {
    title: "containers that wait for what cannot come about",
    input: change({
      mode: "ecs",
      "services.api.depends_on": { agent: "HEALTHY", envoy: "SUCCESS", nobody: "START" },
      "services.api.sidecars": {
        agent: { image, depends_on: { Main: "START" } },
        envoy: { image, essential: true },
        self: { image, depends_on: { self: "START" } },
      },
    }),
    says: [
      'services.api.depends_on.nobody = "START": the task has no container nobody. Name a sidecar, or Main in a sidecar\'s depends_on; the log router is started first in any case.',
      'services.api.depends_on.agent = "HEALTHY": agent has no health check that could come out well. Give it one, or wait for START.',
      'services.api.depends_on.envoy = "SUCCESS": envoy is essential, and the task stops when it ends. Wait for START or HEALTHY, or make it a sidecar with essential = false.',
      'services.api.depends_on.agent = "HEALTHY": the container and agent would wait for each other for ever. Take one of the two off.',
      'services.api.sidecars.agent.depends_on.Main = "START": the container and Main would wait for each other for ever.',
      'services.api.sidecars.self.depends_on.self = "START": the container and self would wait for each other for ever.',
    ],
  },
  {
    title: "containers that leave the application nothing",
    input: change({
      mode: "ecs",
      "services.api.sidecars": {
        agent: { image, cpu: 256, memory_reservation: 512, memory: 512 },
        envoy: { image, cpu: 256, memory: 448 },
        giant: { image, memory: 2048, memory_reservation: 6 },
      },
      "services.api.log_router": { options: { Name: "stdout" } },
    }),
    says: [
      "services.api.cpu = 512: the sidecars and the log router are given 512 CPU units of it, which leaves the application's container nothing. Raise cpu, or give them less.",
      "services.api.memory = 1024: the sidecars and the log router are given 1030 MiB of it, which leaves the application's container nothing. Raise memory, or give them less.",
      "services.api.sidecars.agent.memory = 512: it is not more than memory_reservation = 512. Write more than memory_reservation, and no more than the task's memory.",
      "services.api.sidecars.giant.memory = 2048: it is more than the task's 1024 MiB.",
    ],
  },
  {
    title: "volumes that do not fit",
    input: change({
      mode: "ecs",
      "services.api.volumes": {
        data: { mount_path: "/data" },
        cache: { mount_path: "/data" },
      },
      "services.api.sidecars": { agent: { image, volumes: { nothing: { mount_path: "/data" } } } },
    }),
    says: [
      'services.api.volumes.cache.mount_path = "/data": another volume of the container is mounted there too. Mount one of them elsewhere.',
      'services.api.volumes.data.mount_path = "/data": another volume of the container is mounted there too.',
      'services.api.sidecars.agent.volumes = "nothing": the service has no volume of this name. Name one of its volumes.',
    ],
  },
  {
    title: "containers that contradict themselves",
    input: change({
      mode: "ecs",
      "services.api.container_health_check": { command: ["curl", "-f", "http://localhost/"] },
      "services.api.ulimits": { nofile: { soft_limit: 2, hard_limit: 1 } },
      "services.api.readonly_root_filesystem": true,
      "services.api.enable_execute_command": true,
      "services.api.on_demand_base": 2,
      "services.api.log_router": {},
      "services.api.sidecars": {
        log_router: {
          image,
          health_check: { command: ["true"] },
          ulimits: { core: { soft_limit: 1, hard_limit: 0 } },
          environment: { KEY: "a" },
          secrets: { KEY: "arn:aws:ssm:us-east-1:123456789012:parameter/key" },
        },
        ...services(9, () => ({ image })),
      },
    }),
    says: [
      'services.api.container_health_check.command[0] = "curl": the command does not begin with CMD or CMD-SHELL, which say whether a shell runs it.',
      'services.api.sidecars.log_router.health_check.command[0] = "true": the command does not begin with CMD',
      "services.api.ulimits.nofile.soft_limit = 2: it is more than hard_limit. Lower it, or raise hard_limit.",
      "services.api.sidecars.log_router.ulimits.core.soft_limit = 1: it is more than hard_limit.",
      'services.api.sidecars.log_router.secrets = "KEY": environment sets the same variable. Keep one of the two.',
      "services.api.readonly_root_filesystem = true: ECS Exec writes to the root file system. Set enable_execute_command or this one to false.",
      'services.api.on_demand_base = 2: every task of the service is on demand. Leave it out, or set capacity_provider = "FARGATE_SPOT".',
      "services.api.log_router: it has neither options nor a configuration of its own, so the output would go nowhere. Give options, config_file_path, or an environment that the image reads its configuration by.",
      "services.api.sidecars.log_router: the log router has this name. Rename the sidecar.",
      "services.api.sidecars: a task holds 10 containers, the application's and the log router among them. Take some off.",
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
    title: "a setting of a cluster that is somebody else's",
    input: change({ cluster: { name: "platform" }, container_insights: "enhanced" }),
    says: [
      "container_insights: the cluster is not made here, and its settings stay what they are. Leave container_insights out, or set it where the cluster is made.",
    ],
  },
  {
    title: "a role path without its slashes",
    input: change({ iam_role_path: "shop" }),
    says: ['iam_role_path = "shop": a path begins and ends with a slash. Write a path such as "/shop/".'],
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
