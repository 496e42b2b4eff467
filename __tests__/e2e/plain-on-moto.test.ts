import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installRealProvider, type Moto, provider, startMoto } from "../support/moto";
import { referenceRoot } from "../support/reference";
import { type Change, Root } from "../support/root";
import { describeWith, moto as python, realProvider, terraform } from "../support/tools";

/** The provider's own waits make most of the time: a minute for a load balancer, half a minute for names. */
const LIMIT = 900;
jest.setTimeout(LIMIT * 1000);

const REFERENCE = referenceRoot("ecs")
  .replace('provider "aws" {}', provider())
  .replace('/switchyard"', '/switchyard-ecs"');

/** The same group after its owner has turned on most of what the plain track offers. */
const RICHER = `
${provider()}
resource "aws_route53_zone" "this" {
  name          = "example.com"
  force_destroy = true
}
module "shop" {
  source                   = "\${modules}/switchyard-ecs"
  name                     = "shop"
  mode                     = "ecs"
  allowed_cidrs            = ["0.0.0.0/0", "2001:db8::/32"]
  network                  = { availability_zones = ["us-east-1a", "us-east-1b"], nat_gateway = "single", vpc_endpoints = true }
  domain                   = { name = "shop.example.com", zone = { id = aws_route53_zone.this.zone_id } }
  web_acl                  = { rate_limit = 1000, managed_rule_groups = ["AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesCommonRuleSet"], logging = true }
  load_balancer            = { idle_timeout = 60, access_logs = { prefix = "shop", force_destroy = true } }
  container_insights       = "enhanced"
  permissions_boundary_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
  log_retention_in_days    = 0
  tags                     = { team = "shop" }
  services = {
    dashboard = {
      image                  = "public.ecr.aws/nginx/nginx:1.30"
      port                   = 3000
      health_check_path      = "/healthz"
      connects_to            = ["api", "orders"]
      host_names             = ["shop.example.com", "dashboard.shop.example.com"]
      listener_rule_priority = 30000
      health_check           = { interval = 30, matcher = "200-299" }
      deregistration_delay   = 60
      scaling                = { auto_scaling_metric = "REQUEST_COUNT_PER_TARGET", auto_scaling_target_value = 500, max_task_count = 6 }
    }
    api = {
      image                  = "public.ecr.aws/nginx/nginx:1.29"
      port                   = 8080
      health_check_path      = "/health"
      host_names             = ["shop.example.com"]
      path_patterns          = ["/api/*"]
      slow_start             = 30
      capacity_provider      = "FARGATE_SPOT"
      on_demand_base         = 2
      cpu_architecture       = "ARM64"
      memory                 = 2048
      enable_execute_command = true
      command                = ["serve", "--greeting=$\${name} \\"x\\" %%{y}"]
      environment            = { GREETING = "<hello> & $\${world}" }
      secrets_kms_key_arns   = ["arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-0000-0000-000000000000"]
      secrets = {
        PASSWORD = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/api-AbCdEf:password::"
        TOKEN    = "arn:aws:ssm:us-east-1:123456789012:parameter/shop/token"
      }
      ephemeral_storage_size_in_gib = 30
      entry_point                   = ["/bin/app"]
      repository_credentials        = { secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf" }
      container_health_check        = { command = ["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"], start_period = 10 }
      stop_timeout                  = 60
      ulimits                       = { nofile = { soft_limit = 65535, hard_limit = 65535 } }
      volumes = {
        uploads = { mount_path = "/uploads", efs = { file_system_id = "fs-0123456789abcdef0", access_point_id = "fsap-0123456789abcdef0" } }
        assets  = { mount_path = "/assets", read_only = true, efs = { file_system_id = "fs-0123456789abcdef1", root_directory = "/public", iam = false } }
        socket  = { mount_path = "/run/proxy" }
      }
      depends_on = { migrate = "SUCCESS" }
      sidecars = {
        proxy   = { image = "public.ecr.aws/envoyproxy/envoy:v1.36.0", essential = true, cpu = 128, memory = 256, memory_reservation = 128, volumes = { socket = { mount_path = "/run/proxy" } }, depends_on = { Main = "HEALTHY" } }
        migrate = { image = "public.ecr.aws/nginx/nginx:1.29", command = ["migrate"], readonly_root_filesystem = true, environment = { B = "2", A = "1" } }
      }
      log_router = {
        options        = { Name = "http", Host = "logs.example.com" }
        secret_options = { header = "arn:aws:secretsmanager:us-east-1:123456789012:secret:logs-AbCdEf:header::" }
      }
    }
    orders = {
      image  = "public.ecr.aws/nginx/nginx:1.29"
      port   = 9000
      public = false
      scaling = {
        max_task_count    = 3
        scale_in_cooldown = 600
        schedules = {
          morning = { schedule = "cron(0 8 ? * MON-FRI *)", timezone = "Europe/Berlin", min_task_count = 1, max_task_count = 3 }
          night   = { schedule = "cron(0 20 ? * * *)", min_task_count = 0, max_task_count = 0 }
        }
      }
      deployment_configuration = { alarms = { alarm_names = ["orders-errors"] } }
      app_protocol             = "grpc"
      service_connect          = { per_request_timeout_seconds = 0, idle_timeout_seconds = 3600, proxy_cpu = 0, proxy_memory = 0 }
    }
  }
}
output "load_balancer_arns" { value = module.shop.load_balancer_arns }
output "urls" { value = module.shop.urls }
`;

const actionsByType = (changes: readonly Change[]): string[] =>
  changes.map(({ type, actions }) => `${type} ${actions.join("+")}`).sort();

describeWith(
  "the plain track on a real AWS provider, with moto for AWS",
  [terraform, realProvider, python],
  (engine, binary, interpreter) => {
    let folder: string;
    let aws: Moto;
    let root: Root;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "switchyard-provider-"));
      aws = await startMoto(interpreter as string, LIMIT);
      const env = { TF_CLI_CONFIG_FILE: installRealProvider(folder, binary as string), AWS_ENDPOINT_URL: aws.endpoint };
      root = new Root({ engine: engine as string, main: REFERENCE, env });
    });
    afterAll(() => {
      aws?.stop();
      root?.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    let resources: { address: string; type: string; values: Record<string, any> }[];
    /** Applies, and reads the state once for all that is asked of it. */
    const apply = (): void => {
      root.apply();
      type Part = { resources?: any[]; child_modules?: Part[] };
      const all = (part: Part): any[] => [...(part.resources ?? []), ...(part.child_modules ?? []).flatMap(all)];
      resources = all(JSON.parse(root.run("show", "-json").output).values.root_module);
    };
    /** Attributes of a resource, by the end of its address. */
    const resource = (address: string): Record<string, any> => {
      const found = resources.filter((each) => each.address.endsWith(`.${address}`));
      expect(found).toHaveLength(1);
      return found[0]?.values ?? {};
    };
    const loadBalancer = (): string => root.outputs<Record<string, string>>()["load_balancer_arns"]?.["ecs"] as string;

    /** What a security group admits: `in 203.0.113.0/24 3000`, `out <group> 8080`. */
    const rulesOf = (groupId: string): string[] =>
      aws
        .ask("ec2", "describe_security_group_rules", { Filters: [{ Name: "group-id", Values: [groupId] }] })
        .SecurityGroupRules.map((rule: any) => {
          const other = rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.ReferencedGroupInfo.GroupId;
          expect(rule.FromPort).toBe(rule.ToPort);
          return `${rule.IsEgress ? "out" : "in"} ${other} ${rule.IpProtocol === "-1" ? "any" : rule.FromPort}`;
        })
        .sort();
    const groupOf = (service: string): string =>
      resource(`module.security_groups.aws_security_group.this["${service}"]`)["id"];
    /** The web ACL on the load balancer, its rules in the order in which they are looked at. */
    const webAcl = (): { DefaultAction: object; Rules: any[] } => {
      const { DefaultAction, Rules } = aws.ask("wafv2", "get_web_acl_for_resource", {
        ResourceArn: loadBalancer(),
      }).WebACL;
      return { DefaultAction, Rules: Rules.sort((a: any, b: any) => a.Priority - b.Priority) };
    };
    const addresses = (family: string): string[] => {
      const { name, id } = resource(`aws_wafv2_ip_set.${family}[0]`);
      return aws.ask("wafv2", "get_ip_set", { Name: name, Id: id, Scope: "REGIONAL" }).IPSet.Addresses;
    };
    /** A service's container as ECS would start it. */
    const container = (service: string): any => definition(service).containerDefinitions[0];
    const definition = (service: string): any => {
      const [{ taskDefinition }] = aws.ask("ecs", "describe_services", {
        cluster: "shop",
        services: [`shop-${service}-ecs`],
      }).services;
      return aws.ask("ecs", "describe_task_definition", { taskDefinition }).taskDefinition;
    };

    it("applies the reference input, and finds nothing left to do", () => {
      apply();
      expect(root.plan()).toEqual([]);
      expect(root.outputs()["urls"]).toEqual({
        api: expect.stringMatching(/^http:\/\/.*:8080$/),
        dashboard: expect.stringMatching(/^http:\/\/.*:3000$/),
      });
    });

    it("lets in the allowed blocks on the services' ports and nothing else, and lets out to the tasks alone", () => {
      const [api, dashboard] = [groupOf("api"), groupOf("dashboard")];
      const group = resource("aws_security_group.load_balancer")["id"];
      expect(rulesOf(group)).toEqual([
        "in 2001:db8::/32 3000",
        "in 2001:db8::/32 8080",
        "in 203.0.113.0/24 3000",
        "in 203.0.113.0/24 8080",
        ...[`out ${api} 8080`, `out ${dashboard} 3000`].sort(),
      ]);
      expect(resource("module.alb.aws_lb.this[0]")["security_groups"]).toEqual([group]);
      expect(rulesOf(api).filter((rule) => rule.startsWith("in"))).toEqual([`in ${group} 8080`]);
      expect(rulesOf(dashboard).filter((rule) => rule.startsWith("in"))).toEqual([`in ${group} 3000`]);
    });

    it("blocks everybody at the load balancer but the two sets of addresses", () => {
      const { DefaultAction, Rules } = webAcl();
      expect(DefaultAction).toEqual({ Block: {} });
      expect(
        Rules.map(({ Action, Statement }: any) => [Object.keys(Action), Statement.IPSetReferenceStatement.ARN]),
      ).toEqual([
        [["Allow"], resource("aws_wafv2_ip_set.ipv4[0]")["arn"]],
        [["Allow"], resource("aws_wafv2_ip_set.ipv6[0]")["arn"]],
      ]);
      expect(addresses("ipv4")).toEqual(["203.0.113.0/24"]);
      expect(addresses("ipv6")).toEqual(["2001:db8::/32"]);
    });

    it("connects the dashboard to the API by Service Connect, under the API's own name", () => {
      const [api] = resource('module.ecs["api"].aws_ecs_service.this')["service_connect_configuration"];
      const [dashboard] = resource('module.ecs["dashboard"].aws_ecs_service.this')["service_connect_configuration"];
      expect(api.service).toMatchObject([
        { port_name: "main", discovery_name: "api", client_alias: [{ dns_name: "api", port: 8080 }] },
      ]);
      expect(dashboard.service).toEqual([]);
      expect(dashboard.log_configuration).toMatchObject([
        { log_driver: "awslogs", options: { "awslogs-group": "/ecs/shop/dashboard" } },
      ]);
      expect(dashboard.namespace).toBe(api.namespace);
      expect(container("dashboard").environment).toEqual([{ name: "API_URL", value: "http://api:8080" }]);
      expect(container("api").environment).toEqual([]);
      expect(container("api")).not.toHaveProperty("command");
      const members = resource("module.private_names.aws_security_group.group")["id"];
      expect(rulesOf(members)).toEqual([`in ${members} 8080`]);
      for (const service of ["api", "dashboard"]) {
        const [{ security_groups: groups }] = resource(`module.ecs["${service}"].aws_ecs_service.this`)[
          "network_configuration"
        ];
        expect([...groups].sort()).toEqual([members, groupOf(service)].sort());
      }
    });

    it("has room for the proxies, and deploys the dashboard anew should it come before the API", () => {
      for (const service of ["api", "dashboard"])
        expect(resource(`module.ecs["${service}"].aws_ecs_task_definition.this[0]`)).toMatchObject({
          cpu: "1024",
          memory: "2048",
        });
      const { definition } = resource("module.service_connect_refresh.aws_sfn_state_machine.this[0]");
      const [target, ...others] = JSON.parse(definition).States.Targets.Parameters.targets;
      expect(others).toEqual([]);
      expect(target).toEqual({
        arn: resource('module.ecs["api"].aws_ecs_service.this')["id"],
        callers: [resource('module.ecs["dashboard"].aws_ecs_service.this')["id"]],
      });
    });

    it("starts tasks with the managed execution policy, scales them, and gives the application no rights", () => {
      const policies = (role: string) =>
        aws
          .ask("iam", "list_attached_role_policies", { RoleName: role })
          .AttachedPolicies.map((each: any) => each.PolicyName);
      expect(policies(resource('aws_iam_role.execution["api"]')["name"])).toEqual(["AmazonECSTaskExecutionRolePolicy"]);
      expect(policies(resource('aws_iam_role.task["api"]')["name"])).toEqual([]);
      const { ScalableTargets: targets } = aws.ask("application-autoscaling", "describe_scalable_targets", {
        ServiceNamespace: "ecs",
      });
      expect(targets.map((each: any) => [each.ResourceId, each.MinCapacity, each.MaxCapacity]).sort()).toEqual([
        ["service/shop/shop-api-ecs", 1, 20],
        ["service/shop/shop-dashboard-ecs", 1, 20],
      ]);
    });

    it("changes nothing for a new image but the task definitions and their services", () => {
      expect(actionsByType(root.plan("-var=image=public.ecr.aws/nginx/nginx:1.30"))).toEqual([
        "aws_ecs_service update",
        "aws_ecs_service update",
        "aws_ecs_task_definition create+delete",
        "aws_ecs_task_definition create+delete",
      ]);
    });

    it("takes on richer options in place, and finds nothing left to do", () => {
      root.write("main.tf", RICHER);
      const changes = root.plan();
      const kept = [
        "aws_vpc",
        "aws_subnet",
        "aws_lb",
        "aws_lb_target_group",
        "aws_ecs_cluster",
        "aws_ecs_service",
        "aws_wafv2_web_acl",
        "aws_iam_role",
        "aws_security_group",
      ];
      expect(changes.filter(({ type, actions }) => kept.includes(type) && actions.includes("delete"))).toEqual([]);
      apply();
      expect(root.plan()).toEqual([]);
      expect(root.outputs()["urls"]).toEqual({
        api: "https://shop.example.com/api/",
        dashboard: "https://shop.example.com",
      });
    });

    it("serves each name over HTTPS with a certificate that was validated, and redirects to it", () => {
      const { Listeners } = aws.ask("elbv2", "describe_listeners", { LoadBalancerArn: loadBalancer() });
      const byPort = (port: number) => Listeners.find((each: any) => each.Port === port);
      expect(Listeners).toHaveLength(2);
      expect(byPort(80).DefaultActions).toMatchObject([
        { Type: "redirect", RedirectConfig: { Protocol: "HTTPS", StatusCode: "HTTP_301" } },
      ]);
      expect(byPort(443)).toMatchObject({
        Protocol: "HTTPS",
        SslPolicy: expect.stringContaining("TLS13-1-2"),
        DefaultActions: [{ Type: "fixed-response" }],
      });
      const CertificateArn = byPort(443).Certificates[0].CertificateArn;
      expect(aws.ask("acm", "describe_certificate", { CertificateArn }).Certificate).toMatchObject({
        DomainName: "*.shop.example.com",
        SubjectAlternativeNames: expect.arrayContaining(["shop.example.com"]),
        Status: "ISSUED",
      });
    });

    it("tells the services of a name apart by their paths, the longer path first", () => {
      const { Listeners } = aws.ask("elbv2", "describe_listeners", { LoadBalancerArn: loadBalancer() });
      const { ListenerArn } = Listeners.find((each: any) => each.Port === 443);
      const { Rules } = aws.ask("elbv2", "describe_rules", { ListenerArn });
      const own = Rules.filter((rule: any) => !rule.IsDefault).sort((a: any, b: any) => a.Priority - b.Priority);
      const values = ({ Conditions }: any) =>
        Conditions.flatMap((each: any) => (each.HostHeaderConfig ?? each.PathPatternConfig).Values).sort();
      expect(own.map(values)).toEqual([
        ["/api/*", "shop.example.com"],
        ["dashboard.shop.example.com", "shop.example.com"],
      ]);
      for (const { Actions } of own)
        expect(Actions[0].ForwardConfig.TargetGroups.map(({ Weight }: any) => Weight).sort()).toEqual([0, 100]);
    });

    it("has a record in each family for each name, and writes access logs where nobody else may", () => {
      const names = resources
        .filter(({ address }) => /aws_route53_record\.a(aaa)?\[/.test(address))
        .map(({ values }) => `${values["type"]} ${values["name"]}`);
      expect(names.sort()).toEqual(
        ["A", "AAAA"].flatMap((type) => [`${type} dashboard.shop.example.com`, `${type} shop.example.com`]),
      );
      const [logs] = resource("module.alb.aws_lb.this[0]")["access_logs"];
      expect(logs).toMatchObject({ enabled: true, prefix: "shop" });
      const { Statement } = JSON.parse(aws.ask("s3", "get_bucket_policy", { Bucket: logs.bucket }).Policy);
      expect(Statement.map((each: any) => [each.Effect, each.Principal])).toEqual([
        ["Allow", { Service: "logdelivery.elasticloadbalancing.amazonaws.com" }],
        ["Deny", "*"],
      ]);
    });

    it("keeps the private service off the load balancer and within reach of its caller", () => {
      expect(rulesOf(groupOf("orders")).filter((rule) => rule.startsWith("in"))).toEqual([]);
      expect(
        resources.filter(({ type, address }) => /^aws_(lb|route53)/.test(type) && address.includes("orders")),
      ).toEqual([]);
      const { load_balancer: served, service_connect_configuration: connect } = resource(
        'module.ecs["orders"].aws_ecs_service.this',
      );
      expect(served).toEqual([]);
      expect(connect[0].service[0].client_alias).toMatchObject([{ dns_name: "orders", port: 9000 }]);
      expect(connect[0].service[0].timeout).toEqual([{ idle_timeout_seconds: 3600, per_request_timeout_seconds: 0 }]);
      expect(container("orders").portMappings).toMatchObject([{ containerPort: 9000, appProtocol: "grpc" }]);
      expect(container("dashboard").environment).toContainEqual({ name: "ORDERS_URL", value: "http://orders:9000" });
    });

    it("runs the tasks in private subnets, on Spot and ARM when that was asked for", () => {
      const api = resource('module.ecs["api"].aws_ecs_service.this');
      const privateSubnets = resources
        .filter(({ address }) => address.includes("aws_subnet.private"))
        .map(({ values }) => values["id"]);
      expect(privateSubnets).toHaveLength(2);
      expect(api["network_configuration"]).toMatchObject([{ assign_public_ip: false }]);
      expect([...api["network_configuration"][0].subnets].sort()).toEqual(privateSubnets.sort());
      expect(api["enable_execute_command"]).toBe(true);
      const strategy = api["capacity_provider_strategy"].map(
        (each: any) => `${each.capacity_provider} ${each.base} ${each.weight}`,
      );
      expect(strategy.sort()).toEqual(["FARGATE 2 0", "FARGATE_SPOT 0 1"]);
      expect(resource('module.ecs["api"].aws_ecs_task_definition.this[0]')["runtime_platform"]).toMatchObject([
        { cpu_architecture: "ARM64" },
      ]);
      expect(resources.filter(({ type }) => type === "aws_nat_gateway")).toHaveLength(1);
    });

    it("hands texts and secrets to the container as they were written, and lets its role read those secrets alone", () => {
      expect(container("api")).toMatchObject({
        command: ["serve", '--greeting=${name} "x" %{y}'],
        environment: [{ name: "GREETING", value: "<hello> & ${world}" }],
        secrets: [
          {
            name: "PASSWORD",
            valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/api-AbCdEf:password::",
          },
          { name: "TOKEN", valueFrom: "arn:aws:ssm:us-east-1:123456789012:parameter/shop/token" },
        ],
      });
      const { Statement } = JSON.parse(resource('aws_iam_role_policy.secrets["api"]')["policy"]);
      expect(Statement.map(({ Action, Resource }: any) => [Action, Resource])).toEqual([
        [
          ["secretsmanager:GetSecretValue"],
          ["shop/api", "logs", "registry"].map(
            (name) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}-AbCdEf`,
          ),
        ],
        [["ssm:GetParameters"], ["arn:aws:ssm:us-east-1:123456789012:parameter/shop/token"]],
        [["kms:Decrypt"], ["arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-0000-0000-000000000000"]],
      ]);
    });

    it("runs the containers that were asked for, each with its share, and mounts the volumes as the task role", () => {
      const { containerDefinitions: containers, volumes, ephemeralStorage } = definition("api");
      const shares = containers.map((each: any) => [each.name, each.cpu, each.memory, each.memoryReservation]);
      expect(shares).toEqual([
        ["Main", 384, undefined, 1856],
        ["log_router", 0, undefined, 64],
        ["migrate", 0, undefined, undefined],
        ["proxy", 128, 256, 128],
      ]);
      expect(containers[0]).toMatchObject({
        entryPoint: ["/bin/app"],
        repositoryCredentials: { credentialsParameter: expect.stringContaining("secret:registry-AbCdEf") },
        dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }],
        logConfiguration: { logDriver: "awsfirelens", options: { Name: "http", Host: "logs.example.com" } },
      });
      expect(containers[1].firelensConfiguration.type).toBe("fluentbit");
      expect(ephemeralStorage).toEqual({ sizeInGiB: 30 });
      const mounted = volumes.map((each: any) => [
        each.name,
        each.efsVolumeConfiguration?.transitEncryption,
        each.efsVolumeConfiguration?.authorizationConfig.iam,
      ]);
      expect(mounted.sort()).toEqual([
        ["assets", "ENABLED", "DISABLED"],
        ["socket", undefined, undefined],
        ["uploads", "ENABLED", "ENABLED"],
      ]);
      const { Statement } = JSON.parse(resource('aws_iam_role_policy.volumes["api"]')["policy"]);
      expect(Statement).toEqual([
        {
          Effect: "Allow",
          Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
          Resource: "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0123456789abcdef0",
          Condition: {
            StringEquals: {
              "elasticfilesystem:AccessPointArn":
                "arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-0123456789abcdef0",
            },
          },
        },
      ]);
    });

    it("looks at admitted requests before it admits them, and writes the open block as two halves", () => {
      expect(webAcl().Rules.map(({ Name }: any) => Name)).toEqual([
        "rate-limit",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesCommonRuleSet",
        "allowed-ipv4",
        "allowed-ipv6",
      ]);
      expect(addresses("ipv4").sort()).toEqual(["0.0.0.0/1", "128.0.0.0/1"]);
    });

    it("scales by requests to the service's own target group", () => {
      const [policy] = resource('module.ecs["dashboard"].aws_appautoscaling_policy.this')[
        "target_tracking_scaling_policy_configuration"
      ];
      const [metric] = policy.predefined_metric_specification;
      expect(metric.predefined_metric_type).toBe("ALBRequestCountPerTarget");
      expect(metric.resource_label).toMatch(
        /^app\/shop\/[0-9a-f]+\/targetgroup\/shop-dashboard-[0-9a-f]{8}\/[0-9a-f]+$/,
      );
    });

    it("wakes and sleeps by the clock, and takes a deployment back when an alarm goes off", () => {
      const { ScheduledActions: actions } = aws.ask("application-autoscaling", "describe_scheduled_actions", {
        ServiceNamespace: "ecs",
      });
      expect(
        actions
          .map((each: any) => [each.ScheduledActionName, each.ResourceId, each.Timezone, each.ScalableTargetAction])
          .sort(),
      ).toEqual([
        [
          "shop-orders-ecs-morning",
          "service/shop/shop-orders-ecs",
          "Europe/Berlin",
          { MinCapacity: 1, MaxCapacity: 3 },
        ],
        ["shop-orders-ecs-night", "service/shop/shop-orders-ecs", "UTC", { MinCapacity: 0, MaxCapacity: 0 }],
      ]);
      const [policy] = resource('module.ecs["orders"].aws_appautoscaling_policy.this')[
        "target_tracking_scaling_policy_configuration"
      ];
      expect(policy).toMatchObject({ scale_in_cooldown: 600, scale_out_cooldown: 300 });
      expect(resource('module.ecs["orders"].aws_ecs_service.this')["alarms"]).toEqual([
        { alarm_names: ["orders-errors"], enable: true, rollback: true },
      ]);
    });

    it("leaves nothing behind when it is destroyed", () => {
      expect(Object.keys(aws.left())).toEqual(
        expect.arrayContaining(["VPCs", "load balancers", "clusters", "services", "roles", "log groups", "web ACLs"]),
      );
      root.destroy();
      expect(aws.left()).toEqual({});
    });
  },
);
