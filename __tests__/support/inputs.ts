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
      "services.api.service_connect": { idle_timeout_seconds: 60, per_request_timeout_seconds: 0 },
    }),
    says: [
      'services.api.app_protocol = "grpc": mode "express" (api) refuses it: Express Mode\'s load balancer speaks HTTP/1.1 to its tasks. Set mode = "ecs" for this service.',
      'services.api.service_connect.idle_timeout_seconds = 60: mode "express" (api) refuses it: no proxy of Service Connect stands between services on Express Mode. Leave idle_timeout_seconds out.',
      "services.api.service_connect.per_request_timeout_seconds = 0:",
      'service_connect_tls: mode "express" (api, dashboard) refuses it: without Service Connect there is no proxy that could encrypt calls.',
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
