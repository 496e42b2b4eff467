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
const domain = { name: "example.com", zone: { id: "Z1" } };
const adopted = {
  listener_arn:
    "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/theirs/0123456789abcdef/0123456789abcdef",
  security_group_id: "sg-1",
};

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
    title: "more blocks than the network ACL takes beside the ranges of the VPC",
    input: change({
      network: undefined,
      vpc: {
        id: "vpc-1",
        public_subnet_ids: ["subnet-1", "subnet-2"],
        manage_network_acl: true,
        secondary_cidr_blocks: ["100.64.0.0/16", "100.65.0.0/16"],
      },
      allowed_cidrs: Array.from({ length: 11 }, (_, i) => `203.0.${i}.0/24`),
    }),
    says: ["allowed_cidrs: the network ACL would need 21 rules, and the account's quota is 20."],
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
    title: "sidecars of the overlay that take the whole memory",
    input: change({
      "services.api.express_overlay_dev": {
        sidecars: { agent: { image, memory_reservation: 1000 }, proxy: { image, memory_reservation: 19 } },
      },
    }),
    says: [
      "services.api.express_overlay_dev.sidecars: memory_reservation adds up to 1019, and the task has 1024 MiB, of which Main needs 6. Lower it, or raise the service's memory.",
    ],
  },
  {
    title: "a processor that the overlay does not know",
    input: change({ "services.api.express_overlay_dev": { cpu_architecture: "arm64" } }),
    says: ['services.api.express_overlay_dev.cpu_architecture = "arm64": it must be one of "X86_64", "ARM64".'],
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
    says: ["services: 26 public services are on ECS Express Mode, and one of its load balancers carries 25;"],
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
      "services.dashboard.capacity_provider": "FARGATE_SPOT",
      "load_balancer.idle_timeout": 60,
      "web_acl.enabled": false,
      "services.api.path_patterns": ["/api/*"],
      "services.api.health_check.interval": 30,
    }),
    says: [
      'services.api.cpu_architecture = "ARM64": mode "express" (api) refuses it: the provider\'s Express resource has no argument for the processor. Set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.',
      'services.dashboard.capacity_provider = "FARGATE_SPOT": mode "express" (dashboard) refuses it:',
      'load_balancer.idle_timeout: mode "express" (api, dashboard) refuses it: the load balancer is shared and Express Mode\'s own. Leave idle_timeout out.',
      'web_acl.enabled: mode "express" (api, dashboard) refuses it: the web ACL is the only lock on the requests that reach Express Mode\'s load balancer. Leave web_acl.enabled out.',
      'services.api.path_patterns = ["/api/*"]: mode "express" (api) refuses it:',
      'services.api.health_check.interval = 30: mode "express" (api) refuses it: the target groups are Express Mode\'s own. Leave health_check out.',
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
    title: "what Express Mode refuses whichever resource makes the service",
    input: change({
      "services.api.express_resource": "aws_cloudformation_stack",
      "services.api.sidecars": { agent: { image } },
      "services.api.capacity_provider": "FARGATE_SPOT",
      "services.dashboard.cpu_architecture": "ARM64",
    }),
    says: [
      'services.api.capacity_provider = "FARGATE_SPOT": mode "express" (api) refuses it:',
      'services.dashboard.cpu_architecture = "ARM64": mode "express" (dashboard) refuses it: the provider\'s Express resource has no argument for the processor. Set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.',
    ],
  },
  {
    title: "a resource that Express Mode is not made by",
    input: change({ "services.api.express_resource": "aws_cloudcontrolapi_resource" }),
    says: [
      'services.api.express_resource = "aws_cloudcontrolapi_resource": it must be one of "aws_ecs_express_gateway_service", "aws_cloudformation_stack". Write one of these.',
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
      'services.api.sidecars: mode "express" (api) refuses it: the provider\'s Express resource has no argument for sidecars. Set express_resource = "aws_cloudformation_stack" or mode = "ecs" for this service.',
      'services.api.volumes: mode "express" (api) refuses it:',
      'services.api.entry_point = ["/bin/app"]: mode "express" (api) refuses it:',
      'services.api.ephemeral_storage_size_in_gib = 21: mode "express" (api) refuses it:',
      'services.api.log_router: mode "express" (api) refuses it:',
      'services.api.init_process_enabled = false: mode "express" (api) refuses it: Express Mode always runs an init process. Leave init_process_enabled out, or set express_resource = "aws_cloudformation_stack".',
      'services.api.stop_timeout = 60: mode "express" (api) refuses it: Express Mode always waits 30 seconds. Leave stop_timeout out, or set express_resource = "aws_cloudformation_stack".',
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
      "services.api.ephemeral_storage_size_in_gib = 201: it must be a whole number from 21 to 200 (GiB). Write a number in that range.",
      "services.api.stop_timeout = 1: it must be a whole number from 2 to 120 (seconds).",
      'services.api.ulimits.files = "files": ECS knows the limits core, cpu, data,',
      'services.api.sidecars.Agent = "Agent": a container\'s name here is small letters, digits, `_` and `-`',
      "services.api.sidecars.agent.memory = 5: it must be a whole number from 6 to 249856 (MiB).",
      'services.api.volumes.data.mount_path = "data": a path in a container starts with `/` and holds no space.',
      "services.api.container_health_check.command = []: a health check runs a command.",
      "services.api.container_health_check.interval = 4: it must be a whole number from 5 to 300 (seconds).",
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
      "services.api.listener_port = 3000: without a domain a path of a port belongs to one service, and /* of this one belongs to dashboard as well. Give one of them another listener_port or other path_patterns, or the group a domain.",
      "services.dashboard.listener_port = 3000: without a domain a path of a port belongs to one service, and /* of this one belongs to api as well.",
    ],
  },
  {
    title: "two services with one path on a name",
    input: change({
      mode: "ecs",
      domain,
      "services.api.host_names": ["www.example.com", "example.com"],
      "services.api.path_patterns": ["/shop/*", "/api/*"],
      "services.dashboard.host_names": ["example.com"],
      "services.dashboard.path_patterns": ["/shop/*"],
    }),
    says: [
      'services.dashboard.host_names = "example.com": a path of a name belongs to one service, and /shop/* of this one belongs to api as well. Give one of them other host_names or path_patterns.',
    ],
  },
  {
    title: "a path that another service's rule takes first",
    input: change({
      mode: "ecs",
      "services.api.listener_port": 80,
      "services.api.path_patterns": ["/shop/*"],
      "services.api.listener_rule_priority": 5,
      "services.dashboard.listener_port": 80,
      "services.dashboard.path_patterns": ["/shop/cart/*"],
      "services.dashboard.listener_rule_priority": 6,
    }),
    says: [
      'services.dashboard.path_patterns = "/shop/cart/*": the rule of api comes first and takes it with /shop/*. Set listener_rule_priority of dashboard to a free number below 5.',
    ],
  },
  {
    title: "a path pattern that is none",
    input: change({ mode: "ecs", "services.api.path_patterns": ["api/*"] }),
    says: ['services.api.path_patterns[0] = "api/*": a path pattern starts with `/`, has at most 128 characters'],
  },
  {
    title: "more names and paths than a rule compares",
    input: change({
      mode: "ecs",
      domain,
      "services.api.host_names": ["a.example.com", "b.example.com", "c.example.com"],
      "services.api.path_patterns": ["/a", "/b", "/c"],
    }),
    says: [
      "services.api: its listener rule would compare 3 host names, 3 path patterns and 0 blocks of an adopted load balancer's allowlist, and a rule compares 5 values.",
    ],
  },
  {
    title: "a name without a domain",
    input: change({ mode: "ecs", "services.api.host_names": ["www.example.com"] }),
    says: [
      'services.api.host_names = "www.example.com": the group has no domain, so nothing serves HTTPS under a name.',
    ],
  },
  {
    title: "a name without a domain, on Express Mode",
    input: change({ "services.api.host_names": ["www.example.com"] }),
    says: [
      'services.api.host_names = "www.example.com": the group has no domain, so nothing serves HTTPS under a name. Write domain = { name = "…" } with a zone or a certificate, or leave host_names out.',
    ],
  },
  {
    title: "more names than Express Mode's rule has room for",
    input: change({
      domain,
      "services.api.host_names": ["a", "b", "c", "d", "e"].map((name) => `${name}.example.com`),
    }),
    says: [
      'services.api.host_names: 5 names are more than the 4 that Express Mode\'s own listener rule has room for: a rule compares 5 values, and the generated name is one of them. Take some off, or set mode = "ecs" for this service.',
    ],
  },
  {
    title: "names of a service on Express Mode that is not public",
    input: change({
      domain,
      "network.nat_gateway": "single",
      "services.api.public": false,
      "services.api.host_names": ["www.example.com"],
    }),
    says: [
      "services.api.host_names: the service is not public, so no load balancer serves it. Leave host_names out, or make the service public.",
    ],
  },
  {
    title: "a name of a service on Express Mode that another service has",
    input: change({
      domain,
      "services.dashboard.host_names": ["api.example.com"],
      "services.dashboard.mode": "ecs",
    }),
    says: [
      'services.api.host_names = "api.example.com": on Express Mode a name belongs to one service, and dashboard has it as well. Give one of them other host_names.',
    ],
  },
  {
    title: "a name of another domain on Express Mode, which an adopted load balancer's certificate does not help",
    input: change({
      domain,
      load_balancer: { adopted },
      "services.api.host_names": ["shop.example.org"],
      "services.dashboard.mode": "ecs",
      "services.dashboard.host_names": ["www.example.org"],
    }),
    says: [
      'services.api.host_names = "shop.example.org": it is not below example.com, whose zone the certificate is validated in.',
    ],
  },
  {
    title: "a domain on a load balancer of Express Mode that ECS does not tell",
    input: change({
      domain,
      express_load_balancer: {
        arn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/ecs-express-gateway-alb-1/0123456789abcdef",
      },
    }),
    says: [
      'express_load_balancer: a domain\'s names go on the listener rules of api, dashboard, which ECS tells together with the load balancer or not at all. Leave express_load_balancer out; or leave domain out, or set mode = "ecs".',
    ],
  },
  {
    title: "a name of another domain without its certificate",
    input: change({ mode: "ecs", domain, "services.api.host_names": ["shop.example.org", "www.example.com"] }),
    says: [
      'services.api.host_names = "shop.example.org": it is not below example.com, whose zone the certificate is validated in.',
    ],
  },
  {
    title: "a service on the load balancer that is not public",
    input: change({ mode: "ecs", "services.api.public": false, "services.api.stickiness": {} }),
    says: ["services.api.stickiness: the service is not public, so no load balancer serves it. Leave stickiness out"],
  },
  {
    title: "numbers that a target group does not take",
    input: change({
      mode: "ecs",
      "services.api.slow_start": 10,
      "services.api.health_check": { interval: 5 },
      "services.dashboard.deregistration_delay": 4000,
    }),
    says: ["services.dashboard.deregistration_delay = 4000: it must be a whole number from 0 to 3600 (seconds)"],
  },
  {
    title: "times that contradict each other",
    input: change({ mode: "ecs", "services.api.slow_start": 10, "services.api.health_check": { interval: 5 } }),
    says: [
      "services.api.slow_start = 10: it is neither 0 nor 30 to 900 seconds.",
      "services.api.health_check.timeout = 5: an answer may take less than the 5 seconds between two checks.",
    ],
  },
  {
    title: "more services than a load balancer has target groups for",
    input: change({
      mode: "ecs",
      services: services(51, (i) => ({ image, port: 8000 + i })),
      allowed_cidrs: ["10.0.0.0/8"],
    }),
    says: ["services: 51 services are on one load balancer, which takes 100 target groups, two for each service."],
  },
  {
    title: "a private service on Express Mode without private subnets",
    input: change({ "services.api.public": false }),
    says: [
      'services.api.public = false: Express Mode keeps a service private by private subnets alone, and the group has no two of them. Give vpc.private_subnet_ids in two zones, or set network.nat_gateway = "single" or network.vpc_endpoints = true; or set mode = "ecs" for this service.',
    ],
  },
  {
    title: "digests that nobody can look up",
    input: change({
      "services.api.resolve_image_digest": true,
      "services.dashboard.image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/dashboard",
      "services.dashboard.resolve_image_digest": true,
    }),
    says: [
      'services.api.resolve_image_digest = true: a digest is looked up for a tag in a private repository of ECR, and image is "public.ecr.aws/nginx/nginx:1.29". Write <account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>, or leave resolve_image_digest out',
      'services.dashboard.resolve_image_digest = true: a digest is looked up for a tag in a private repository of ECR, and image is "123456789012.dkr.ecr.us-east-1.amazonaws.com/dashboard".',
    ],
  },
  {
    title: "a TLS policy that begins at TLS 1.0",
    input: change({ mode: "ecs", "load_balancer.ssl_policy": "ELBSecurityPolicy-2016-08" }),
    says: [
      'load_balancer.ssl_policy = "ELBSecurityPolicy-2016-08": it is not the name of a policy that begins at TLS 1.2.',
    ],
  },
  {
    title: "an internal load balancer without private subnets",
    input: change({ mode: "ecs", "load_balancer.internal": true }),
    says: ["load_balancer.internal = true: the group has no two private subnets to put it in."],
  },
  {
    title: "an adopted load balancer without a domain and its VPC, and with settings of its own",
    input: change({
      mode: "ecs",
      load_balancer: { adopted, idle_timeout: 60, access_logs: {} },
    }),
    says: [
      "load_balancer.adopted: without a domain a rule would take every request on somebody else's listener.",
      "load_balancer.adopted: a load balancer reaches target groups in its own VPC alone, and without vpc the group makes another one. Give that VPC: vpc = { id = …, public_subnet_ids = […] }.",
      "load_balancer.idle_timeout: the load balancer is adopted, and nothing of it is changed but its rules. Leave idle_timeout out, or adopted.",
      "load_balancer.access_logs: the load balancer is adopted,",
    ],
  },
  {
    title: "two services with one name in ECS, one of them by its own",
    input: change({
      mode: "ecs",
      "services.api.adopted": { mode: "ecs", service_name: "shop-dashboard-ecs" },
    }),
    says: [
      'services.{api, dashboard}.adopted.service_name = "shop-dashboard-ecs": the services have one cluster, and there a name is one service\'s. Write the name that each of them has in ECS.',
    ],
  },
  {
    title: "a name that no ECS service and no target group has",
    input: change({
      mode: "ecs",
      "services.api.adopted": { mode: "ecs", service_name: "my api", target_group: { name: "-api", port: 80 } },
    }),
    says: [
      'services.api.adopted.service_name = "my api": the name of an ECS service is 1 to 255 letters, digits, hyphens and underscores.',
      'services.api.adopted.target_group.name = "-api": a target group\'s name is 1 to 32 letters, digits and hyphens, with no hyphen at either end.',
    ],
  },
  {
    title: "what an adopted service of Express Mode cannot keep",
    input: change({
      "services.api": {
        ...goodInput.services.api,
        express_resource: "aws_cloudformation_stack",
        adopted: {
          mode: "express",
          service_name: "api",
          target_group: { name: "api", port: 80 },
          scaling_policy_name: "cpu",
        },
      },
    }),
    says: [
      'services.api.adopted.target_group: it was adopted on mode "express", where this is Express Mode\'s own. Leave target_group out.',
      'services.api.adopted.scaling_policy_name: it was adopted on mode "express", where this is Express Mode\'s own.',
      'services.api.adopted: it is a service of Express Mode\'s own resource, which express_resource = "aws_cloudformation_stack" would replace. Leave express_resource out, or adopted.',
    ],
  },
  {
    title: "more blocks than the rules of an adopted load balancer compare",
    input: change({
      mode: "ecs",
      domain,
      load_balancer: { adopted },
      allowed_cidrs: ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "10.4.0.0/16"],
    }),
    says: [
      "services.api: its listener rule would compare 1 host names, 0 path patterns and 5 blocks of an adopted load balancer's allowlist, and a rule compares 5 values.",
    ],
  },
  {
    title: "two services with one rule priority",
    input: change({
      mode: "ecs",
      domain,
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
    title: "shells of a cluster that is somebody else's",
    input: change({ cluster: { name: "platform" }, execute_command: { logging: true } }),
    says: [
      "execute_command: the cluster is not made here, and what becomes of its shells is its owner's. Leave execute_command out, or set it where the cluster is made.",
    ],
  },
  {
    title: "a role path without its slashes",
    input: change({ iam_role_path: "shop" }),
    says: ['iam_role_path = "shop": a path begins and ends with a slash. Write a path such as "/shop/".'],
  },
  {
    title: "an endpoint for KMS without the others",
    input: change({ mode: "ecs", "network.kms_endpoint": true }),
    says: [
      "network.kms_endpoint = true: it is one of the VPC endpoints, and none are made. Set network.vpc_endpoints = true, or leave kms_endpoint out.",
    ],
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
      "services.api.deployment_configuration.lifecycle_hooks: ",
      "services.api.deployment_configuration.alarms: ",
      'services.api.scaling.scale_in_cooldown = 60: mode "express" (api) refuses it: the provider\'s Express resource has no argument for cooldowns. Leave scale_in_cooldown out.',
      "services.api.scaling.schedules: ",
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
    title: "more tasks than ECS runs for one service",
    input: change({ "services.api.scaling.max_task_count": 5001 }),
    says: ["services.api.scaling.max_task_count = 5001: it must be a whole number from 1 to 5000 (tasks)."],
  },
  {
    title: "schedules that leave a limit as another one sets it, and so no room",
    input: change({
      mode: "ecs",
      "services.api.scaling": {
        min_task_count: 0,
        max_task_count: 4,
        schedules: {
          morning: { schedule: "cron(0 8 ? * * *)", min_task_count: 1 },
          night: { schedule: "cron(0 20 ? * * *)", max_task_count: 0 },
        },
      },
    }),
    says: [
      "services.api.scaling.schedules.morning: it leaves max_task_count as night sets it, and so at least 1 and at most 0 tasks. Give max_task_count as well.",
      "services.api.scaling.schedules.night: it leaves min_task_count as morning sets it, and so at least 1 and at most 0 tasks. Give min_task_count as well.",
    ],
  },
  {
    title: "what a load balancer speaks behind HTTPS alone, without a domain",
    input: change({ mode: "ecs", "services.api.app_protocol": "grpc", "services.dashboard.app_protocol": "http2" }),
    says: [
      'services.api.app_protocol = "grpc": the service is public, and a load balancer speaks this to its targets behind an HTTPS listener alone. Give the group a domain, or set public = false for this service.',
      'services.dashboard.app_protocol = "http2": the service is public,',
    ],
  },
  {
    title: "a task with its proxy that is larger than any",
    input: change({ mode: "ecs", "services.api.cpu": 32768, "services.api.memory": 61440 }),
    says: [
      "services.api.service_connect.proxy_cpu = 256: Fargate has no task that holds the service, this and proxy_memory = 64 besides. Lower cpu or memory, or set proxy_cpu = 0 and proxy_memory = 0: the proxy then shares what the task has.",
    ],
  },
  {
    title: "TLS before a load balancer that speaks plain HTTP",
    input: change({
      mode: "ecs",
      service_connect_tls: { aws_pca_authority_arn: "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/1" },
    }),
    says: [
      "service_connect_tls: api is called by others and public as well: with TLS its proxy takes nothing else, and the load balancer speaks plain HTTP to its targets. Set public = false for it and put a public service before it, or leave service_connect_tls out.",
    ],
  },
  {
    title: "what only Service Connect can do, on Express Mode",
    input: change({
      service_connect_tls: { aws_pca_authority_arn: "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/1" },
      "services.api.app_protocol": "grpc",
      "services.api.service_connect": { idle_timeout_seconds: 60, per_request_timeout_seconds: 0, access_logs: {} },
    }),
    says: [
      'services.api.app_protocol = "grpc": mode "express" (api) refuses it: Express Mode\'s load balancer speaks HTTP/1.1 to its tasks. Set mode = "ecs" for this service.',
      'services.api.service_connect.idle_timeout_seconds = 60: mode "express" (api) refuses it: no proxy of Service Connect stands between services on Express Mode. Leave idle_timeout_seconds out.',
      "services.api.service_connect.per_request_timeout_seconds = 0:",
      "services.api.service_connect.access_logs: ",
      'service_connect_tls: mode "express" (api, dashboard) refuses it: without Service Connect there is no proxy that could encrypt calls.',
    ],
  },
  {
    title: "an alarm on nothing we know",
    input: change({ alarms: { metrics: ["cpu", "disk"] } }),
    says: [
      'alarms.metrics[1] = "disk": it must be one of "running-tasks", "unhealthy-hosts", "5xx", "latency", "cpu", "memory".',
    ],
  },
  {
    title: "alarms over more than a day and more than a hundred percent",
    input: change({ alarms: { minutes: 1441, error_percent: 101, latency_milliseconds: 0 } }),
    says: [
      "alarms.minutes = 1441: it must be a whole number from 1 to 1440 (minutes).",
      "alarms.error_percent = 101: it must be a whole number from 1 to 100 (percent).",
      "alarms.latency_milliseconds = 0: it must be a whole number from 1 to 3600000 (milliseconds).",
    ],
  },
  {
    title: "a topic and keys without an ARN",
    input: change({ alarms: { sns_topic_arns: [""] }, log_kms_key_arn: "", execute_command: { kms_key_arn: "" } }),
    says: [
      'alarms.sns_topic_arns[0] = "": a topic is named by its ARN. Write the topic\'s ARN.',
      'log_kms_key_arn = "": a KMS key is named by its ARN. Write the key\'s ARN.',
      'execute_command.kms_key_arn = "": a KMS key is named by its ARN.',
    ],
  },
  {
    title: "weights without records to carry them",
    input: change({
      traffic: { express: 1 },
      "services.api.traffic": { express: 1 },
      "services.dashboard.other_origin": { dns_name: "abc.us-east-1.awsapprunner.com", zone_id: "Z2" },
    }),
    says: ["traffic", "services.api.traffic", "services.dashboard.other_origin"].map(
      (path) =>
        `${path}: weights are those of records, and without domain.zone none is made. Give domain.zone = { id = … }, or leave it out.`,
    ),
  },
  {
    title: "weights that lead nowhere",
    input: change({
      domain,
      "services.api.traffic": { express: 90, ecs: 10, other: 5 },
      "services.dashboard.traffic": { ecs: 0 },
    }),
    says: [
      'services.api.traffic.ecs = 10: the service does not run on that track. Set standby_mode = "ecs", or take the weight off.',
      "services.api.traffic.other = 5: the service has no other_origin.",
      "services.dashboard.traffic: every weight is 0, which Route 53 takes for equal shares.",
    ],
  },
  {
    title: "weights of a service that nobody reaches",
    input: change({
      domain,
      mode: "ecs",
      "services.api.public": false,
      "services.api.traffic": { ecs: 1 },
      "services.dashboard.traffic": { ecs: 256 },
    }),
    says: [
      "services.dashboard.traffic.ecs = 256: it must be a whole number from 0 to 255.",
      "services.api.traffic: the service is not public, so no name of the domain leads to it.",
    ],
  },
  {
    title: "what Express Mode refuses, of a service that stands by there",
    input: change({ mode: "ecs", standby_mode: "express", "services.api.listener_port": 81 }),
    says: ['services.api.listener_port = 81: mode "express" (api) refuses it'],
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
