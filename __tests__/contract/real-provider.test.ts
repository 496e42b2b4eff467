import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installRealProvider, NOBODY, offlineProvider } from "../support/moto";
import { referenceRoot } from "../support/reference";
import { type Change, REPOSITORY, Root } from "../support/root";
import { describeWith, engines, realProvider } from "../support/tools";

jest.setTimeout(300_000);

/** Modules that hold the Express resource or other strategies than rolling, which version 5 of the provider does not know. */
const NEWER = ["ecs-service", "express-load-balancer", "express-service", "express-stack-service", "switchyard"];

/** What is simulated in front of that version, because its schema is older. */
const OWN = ["aws_ecs_express_gateway_service", "aws_ecs_service", "data.aws_ecs_service"];

const SECRETS = '{ TOKEN = "arn:aws:ssm:us-east-1:123456789012:parameter/token" }';
/** What of a service's containers bears on its roles too. */
const containers = (more = "") => `
    volumes = {
      data = { mount_path = "/data", efs = { file_system_id = "fs-0123456789abcdef0", access_point_id = "fsap-0123456789abcdef0" } }
      tmp  = { mount_path = "/tmp" }
    }
    sidecars               = { agent = { ${more} secrets = ${SECRETS} } }
    repository_credentials = { secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf" }`;
const SERVICE = `{
    image                         = "public.ecr.aws/nginx/nginx:1.29"
    port                          = 8080
    enable_execute_command        = true
    ephemeral_storage_size_in_gib = 30
    secrets                       = ${SECRETS}
    log_router                    = { options = { Name = "stdout" } }
    deployment_configuration      = { alarms = { alarm_names = ["web-5xx"] } }
    scaling                       = { schedules = { night = { schedule = "cron(0 20 ? * * *)", max_task_count = 1 } } }
    ${containers('image = "public.ecr.aws/nginx/nginx:1.29",')}
  }`;

const WATCHED = `{ web = { service_name = "shop-web-ecs", min_task_count = 1, load_balancer = {
      arn               = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/shop/0123456789abcdef"
      target_group_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef"]
    } } }`;

/** Every other module on its own, with what a caller would give it. */
const MODULES: Readonly<Record<string, string>> = {
  alb: `
    name              = "shop"
    vpc_id            = "vpc-1"
    subnet_ids        = ["subnet-1", "subnet-2"]
    security_group_id = "sg-1"
    services          = { web = { port = 8080 } }
    domain            = { name = "example.com", certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" } }`,
  "alb-lockdown": `
    name           = "shop"
    vpc_id         = "vpc-1"
    allowed_cidrs  = ["203.0.113.0/24", "2001:db8::/32"]
    listener_ports = [80, 443]
    targets        = { web = { port = 8080, security_group_id = "sg-1" } }
    network_acl    = { subnet_ids = ["subnet-1", "subnet-2"], vpc_cidr_block = "10.0.0.0/16", ports = [80, 443] }`,
  alarms: `
    name         = "shop"
    cluster_name = "shop"
    alarms       = {}
    services     = ${WATCHED}`,
  certificate: `
    domain     = { name = "example.com", zone = { id = "Z1" } }
    host_names = ["web.example.com", "example.com"]`,
  cluster: `
    name            = "shop"
    execute_command = { logging = true, kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1" }`,
  dashboard: `
    name         = "shop"
    cluster_name = "shop"
    services     = ${WATCHED}`,
  "dns-records": `
    zone       = { id = "Z1" }
    host_names = { "web.example.com" = "web" }
    origins    = { web = { active = { dns_name = "shop.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 100, ipv6 = true } } }`,
  "express-domain": `
    name            = "shop"
    domain_name     = "example.com"
    listener_arn    = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/shop/0123456789abcdef/0123456789abcdef"
    certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"
    services = { web = {
      service_arn       = "\${module.cluster.cluster_arn}/web" # known, the workflow would be sent to AWS at plan to be validated
      listener_rule_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/shop/0123456789abcdef/0123456789abcdef/0123456789abcdef"
      host_names        = ["web.example.com"]
    } }`,
  "express-ingress-overlay-dev": `
    name              = "shop"
    cluster_arn       = module.cluster.cluster_arn
    load_balancer_arn = "\${module.cluster.cluster_arn}/load-balancer" # known, the workflow would be sent to AWS at plan to be validated
    allowed_cidrs     = ["203.0.113.0/24"]`,
  "express-overlay-dev": `
    name        = "shop"
    cluster_arn = module.cluster.cluster_arn
    services = { api = {
      service_arn        = "arn:aws:ecs:us-east-1:123456789012:service/shop/shop-api-express"
      execution_role_arn = "arn:aws:iam::123456789012:role/execution"
      task_role_arn      = "arn:aws:iam::123456789012:role/task"
      log_group_name     = "/ecs/shop/api"
      memory             = 1024
      overlay            = { cpu_architecture = "ARM64" }
    } }`,
  "ecs-service-rolling": `
    name               = "shop-web-ecs"
    cluster_name       = "shop"
    subnet_ids         = ["subnet-1", "subnet-2"]
    security_group_ids = ["sg-1"]
    execution_role_arn = "arn:aws:iam::123456789012:role/execution"
    task_role_arn      = "arn:aws:iam::123456789012:role/task"
    log_group_name     = "/ecs/shop/web"
    service            = ${SERVICE}
    load_balancer      = { target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef", resource_label = "app/shop/1/targetgroup/web/2" }
    service_connect = {
      namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1"
      serve_as      = "web"
      tls           = { aws_pca_authority_arn = "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/1", kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1", role_arn = "arn:aws:iam::123456789012:role/tls" }
    }
    service_registry   = { arn = "arn:aws:servicediscovery:us-east-1:123456789012:service/srv-1" }`,
  "image-digests": `images = {}`,
  "log-group": `names = { web = "/ecs/shop/web" }`,
  network: `
    name    = "shop"
    network = { availability_zones = ["us-east-1a", "us-east-1b"], nat_gateway = "per_az", vpc_endpoints = true }`,
  "private-names": `
    name        = "shop"
    vpc_id      = "vpc-1"
    cluster_arn = "arn:aws:ecs:us-east-1:123456789012:cluster/shop"
    targets     = { web = { port = 8080, express_service_name = "shop-web-express" } }`,
  "service-connect-refresh": `
    name        = "shop"
    cluster_arn = module.cluster.cluster_arn # known, the workflow would be sent to AWS at plan to be validated
    targets     = { web = { service_name = "shop-web-ecs", callers = ["shop-front-ecs"] } }`,
  roles: `
    name                = "shop"
    service_connect_tls = true
    services            = { web = { enable_execute_command = true, secrets = ${SECRETS}, ${containers().trim()} } }`,
  "security-groups": `
    name     = "shop"
    vpc_id   = "vpc-1"
    services = ["web"]`,
  "switchyard-ecs": `
    name          = "shop"
    mode          = "ecs"
    allowed_cidrs = ["203.0.113.0/24"]
    network       = { availability_zones = var.zones }
    alarms        = {}
    dashboard     = true
    services      = { web = ${SERVICE} }`,
  "task-counts": `
    cluster_name = "shop"
    tag          = { key = "group", value = "shop" }`,
  "task-definition": `
    name               = "shop-web"
    execution_role_arn = "arn:aws:iam::123456789012:role/execution"
    task_role_arn      = "arn:aws:iam::123456789012:role/task"
    log_group_name     = "/ecs/shop/web"
    service            = { image = "public.ecr.aws/nginx/nginx:1.29", port = 8080 }`,
  "waf-allowlist": `
    name               = "shop"
    allowed_cidrs      = ["203.0.113.0/24", "2001:db8::/32"]
    load_balancer_arns = { ecs = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/shop/0123456789abcdef" }
    web_acl            = { rate_limit = 1000, managed_rule_groups = ["AWSManagedRulesCommonRuleSet"], logging = true }`,
};

const EVERY_MODULE = `
${offlineProvider}
variable "zones" {
  type    = list(string)
  default = ["us-east-1a", "us-east-1b"]
}
${Object.entries(MODULES)
  .map(([name, input]) => `module "${name}" {\n  source = "\${modules}/${name}"\n${input}\n}`)
  .join("\n")}
`;

const ofModule = (changes: readonly Change[], name: string): string[] =>
  changes.filter(({ address }) => address.startsWith(`module.${name}.`)).map(({ type }) => type);

it("leaves out no module", () => {
  expect([...Object.keys(MODULES), ...NEWER].sort()).toEqual(readdirSync(join(REPOSITORY, "terraform")).sort());
});

for (const { name, tool } of engines) {
  describeWith(
    `every module without Express on a real AWS provider under ${name}`,
    [tool, realProvider],
    (engine, binary) => {
      let folder: string;
      let root: Root;
      beforeAll(() => {
        folder = mkdtempSync(join(tmpdir(), "switchyard-provider-"));
        const config = installRealProvider(folder, binary as string);
        root = new Root({
          engine: engine as string,
          main: EVERY_MODULE,
          env: { TF_CLI_CONFIG_FILE: config, AWS_ENDPOINT_URL: NOBODY },
        });
      });
      afterAll(() => {
        root?.remove();
        rmSync(folder, { recursive: true, force: true });
      });

      it("is valid, without a warning", () => {
        expect(JSON.parse(root.run("validate", "-json").output)).toMatchObject({ valid: true, diagnostics: [] });
      });

      it("plans something of each module, without a call to AWS", () => {
        const changes = root.plan();
        expect(changes.every(({ actions }) => actions.join() === "create")).toBe(true);
        // Digests of images and sizes of services are only read, and here there is nobody to ask.
        expect(Object.keys(MODULES).filter((module) => ofModule(changes, module).length === 0)).toEqual([
          "image-digests",
          "task-counts",
        ]);
        expect(ofModule(changes, "waf-allowlist")).toContain("aws_wafv2_web_acl_logging_configuration");
        expect(ofModule(changes, "private-names")).toContain("aws_sfn_state_machine");
        expect(ofModule(changes, "service-connect-refresh")).toContain("aws_sfn_state_machine");
      });

      it("asks AWS for the zones when none are named, which is refused here", () => {
        const { ok, output } = root.run("plan", "-input=false", "-var=zones=[]");
        expect(ok).toBe(false);
        expect(output).toMatch(/data\.aws_availability_zones\.available/);
        expect(output).toMatch(/connection refused/);
      });
    },
  );

  describeWith(
    `both tracks, with Express and deployment strategies simulated in front of a real AWS provider, under ${name}`,
    [tool, realProvider],
    (engine, binary) => {
      let root: Root;
      beforeAll(() => {
        const main = referenceRoot().replace('provider "aws" {}', offlineProvider);
        root = new Root({
          engine: engine as string,
          main,
          simulator: { realProvider: binary as string, own: OWN },
          env: { AWS_ENDPOINT_URL: NOBODY },
        });
      });
      afterAll(() => root?.remove());

      it("is valid, without a warning", () => {
        expect(JSON.parse(root.run("validate", "-json").output)).toMatchObject({ valid: true, diagnostics: [] });
      });

      it.each([
        ["express", "aws_ecs_express_gateway_service", "aws_ecs_service"],
        ["ecs", "aws_ecs_service", "aws_ecs_express_gateway_service"],
      ])("plans mode %s with the services as %s alone, without a call to AWS", (mode, there, absent) => {
        const types = root.plan(`-var=mode=${mode}`).map(({ type }) => type);
        expect(types.filter((type) => type === there)).toHaveLength(2);
        expect(types).not.toContain(absent);
        expect(types.includes("aws_lb")).toBe(mode === "ecs");
        expect(types).toContain("aws_wafv2_web_acl_association");
      });
    },
  );
}
