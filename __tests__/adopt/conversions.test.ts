import { adopt, type Adoption, type AdoptOptions, type InputText, outputFiles } from "../../adopt";
import { InputError } from "../../modules/kit/problem";
import {
  EXPRESS_SERVICE,
  expressAnswers,
  LISTENER,
  plainAnswers,
  type PlainAnswers,
  policy,
  RULE,
  rule,
  TARGET_GROUP,
} from "./answers";

type Json = Record<string, any>;
const OPEN: AdoptOptions = { allowedCidrs: ["203.0.113.0/24"] };

const plain = (change?: (answers: PlainAnswers) => void, options: AdoptOptions = {}): Adoption =>
  adopt(plainAnswers(change), options);
const serviceOf = ({ input }: Adoption, key = "orders"): Json => (input?.services as Json)[key];
const blockers = ({ findings }: Adoption): string[] =>
  findings.filter(({ severity }) => severity === "blocker").map(({ field }) => field);
const about = ({ findings }: Adoption, field: string) => findings.find((finding) => finding.field === field);
const textOf = (adoption: Adoption, path: string) =>
  outputFiles(adoption).find((file) => file.path === path)?.text ?? "";

function problemsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ path, why, fix }) => `${path}: ${why}. ${fix}`);
    throw error;
  }
  return [];
}

describe("a plain Fargate service behind a load balancer", () => {
  const adoption = plain();

  it("becomes an input that names what stands instead of making it", () => {
    expect(adoption.input).toMatchObject({
      name: "orders",
      mode: "ecs",
      cluster: { name: "production" },
      vpc: {
        id: "vpc-0c3",
        public_subnet_ids: ["subnet-0p1", "subnet-0p2"],
        private_subnet_ids: ["subnet-0a1", "subnet-0b2"],
      },
      domain: { name: "example.com" },
      load_balancer: {
        adopted: { listener_arn: LISTENER, security_group_id: "sg-0edge", enforce_allowed_cidrs: false },
      },
      tags: { team: "orders" },
    });
    expect(serviceOf(adoption)).toEqual({
      image: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4.2",
      port: 8080,
      cpu: 1024,
      memory: 2048,
      environment: { LOG_LEVEL: "info", STAGE: "prod" },
      secrets: { API_KEY: "arn:aws:ssm:eu-west-1:111122223333:parameter/orders/api-key" },
      init_process_enabled: false,
      log_group: { name: "/ecs/orders-api" },
      execution_role: { arn: "arn:aws:iam::111122223333:role/ecsTaskExecutionRole" },
      task_role: { arn: "arn:aws:iam::111122223333:role/orders-task" },
      security_group_ids: ["sg-0tasks"],
      host_names: ["orders.example.com"],
      listener_rule_priority: 19,
      health_check_path: "/health",
      health_check: { interval: 15, timeout: 4, healthy_threshold: 3, unhealthy_threshold: 2, matcher: "200" },
      deregistration_delay: 60,
      health_check_grace_period_seconds: 30,
      scaling: {
        min_task_count: 3,
        max_task_count: 12,
        auto_scaling_metric: "AVERAGE_MEMORY",
        auto_scaling_target_value: 70,
      },
      adopted: {
        mode: "ecs",
        service_name: "orders",
        target_group: { name: "orders-tg", port: 8080 },
        scaling_policy_name: "orders-memory",
      },
    });
  });

  it("is imported with its target group, scalable target and policy", () => {
    expect(adoption.imports).toEqual([
      { to: 'module.ecs["orders"].aws_ecs_service.this', id: "production/orders" },
      { to: 'module.alb.aws_lb_target_group.this["orders"]', id: TARGET_GROUP },
      {
        to: 'module.ecs["orders"].aws_appautoscaling_target.this',
        id: "ecs/service/production/orders/ecs:service:DesiredCount",
      },
      {
        to: 'module.ecs["orders"].aws_appautoscaling_policy.this',
        id: "ecs/service/production/orders/ecs:service:DesiredCount/orders-memory",
      },
    ]);
    expect(textOf(adoption, "imports.tf")).toContain(
      'import {\n  to = module.orders.module.ecs["orders"].aws_ecs_service.this\n  id = "production/orders"\n}',
    );
  });

  it("is told that its old rule stays, with the command that deletes it", () => {
    expect(about(adoption, "Rules.20")).toMatchObject({
      severity: "behaviour",
      do: expect.stringContaining(`delete-rule --rule-arn ${RULE}`),
    });
    expect(adoption.blocked).toBe(false);
  });

  it("gets its rule behind the old one when the number in front is taken, and is told so", () => {
    const crowded = plain((a) =>
      a.rules.push(
        rule("19", { host: ["other.example.com"] }, "1111111111111111"),
        rule("21", { host: ["more.example.com"] }, "2222222222222222"),
      ),
    );
    const before = plain((a) => {
      a.rules.push({ ...rule("19", { host: ["other.example.com"] }, "1111111111111111"), Actions: [] });
      a.rules.push({ ...rule("21", { host: ["more.example.com"] }, "2222222222222222"), Actions: [] });
    });
    expect(serviceOf(before).listener_rule_priority).toBe(22);
    expect(about(before, "Rules.20")?.what).toContain("the old rule goes on serving");
    expect(serviceOf(crowded).listener_rule_priority).toBe(18);
  });

  describe("with several ways to its target group", () => {
    const SECOND = "1111111111111111";
    const second = (shape: Parameters<typeof rule>[1], priority = "30") =>
      plain((a) => a.rules.push(rule(priority, shape, SECOND)));

    it("has the host names of a second rule that follows, and is told to delete both", () => {
      const joined = second({ host: ["shop.example.com"] });
      expect(serviceOf(joined).host_names).toEqual(["orders.example.com", "shop.example.com"]);
      expect(about(joined, "Rules.20")?.do).toContain(`delete-rule --rule-arn ${RULE}`);
      expect(about(joined, "Rules.30")).toMatchObject({
        severity: "behaviour",
        do: expect.stringContaining(`delete-rule --rule-arn ${RULE.slice(0, -16)}${SECOND}`),
      });
    });

    it.each<[string, (a: PlainAnswers) => void]>([
      ["looks at paths", (a) => a.rules.push(rule("30", { host: ["shop.example.com"], path: ["/shop"] }, SECOND))],
      ["has a wildcard", (a) => a.rules.push(rule("30", { host: ["*.example.com"] }, SECOND))],
      [
        "stands behind another service's",
        (a) =>
          a.rules.push(rule("30", { host: ["shop.example.com"] }, SECOND), {
            ...rule("25", { host: ["shop.example.com"], path: ["/cart"] }, "2222222222222222"),
            Actions: [],
          }),
      ],
      [
        "has more names than a rule takes",
        (a) =>
          a.rules.push(rule("30", { host: ["a", "b", "c", "d", "e"].map((name) => `${name}.example.com`) }, SECOND)),
      ],
      [
        "does something else first",
        (a) => {
          const other = rule("30", { host: ["shop.example.com"] }, SECOND);
          a.rules.push({ ...other, Actions: [{ Type: "authenticate-oidc", Order: 1 }, ...other["Actions"]] });
        },
      ],
    ])("is told of a second rule that is not carried, because it %s", (_, change) => {
      const apart = plain(change);
      expect(serviceOf(apart).host_names).toEqual(["orders.example.com"]);
      expect(about(apart, "Listeners.HTTPS:443.Rules.30")).toMatchObject({
        severity: "behaviour",
        what: expect.stringContaining("it is not carried"),
        do: expect.stringContaining(SECOND),
      });
    });

    it("is told of an HTTP listener that forwards there, with the command", () => {
      const http = `${LISTENER.slice(0, -16)}fedcba9876543210`;
      const adoption = adopt([
        ...plainAnswers(),
        ...plainAnswers((a) =>
          Object.assign(a.listener, {
            ListenerArn: http,
            Protocol: "HTTP",
            Port: 80,
            DefaultActions: a.rules[0]!["Actions"],
          }),
        ).slice(4, 5),
      ]);
      expect(about(adoption, "Listeners.HTTP:80.DefaultActions")?.do).toContain(
        `modify-listener --listener-arn ${http}`,
      );
    });
  });

  it("keeps whom its rule's addresses admit, and what is said on the command line comes first", () => {
    const guarded = (a: PlainAnswers) =>
      (a.rules[0] = rule("20", { host: ["orders.example.com"], path: ["/api/*"], source: ["198.51.100.0/24"] }));
    const kept = plain(guarded);
    expect(kept.input?.allowed_cidrs).toEqual(["198.51.100.0/24"]);
    expect(kept.input?.load_balancer?.adopted).not.toHaveProperty("enforce_allowed_cidrs");
    expect(serviceOf(kept).path_patterns).toEqual(["/api/*"]);
    expect(plain(guarded, OPEN).input?.allowed_cidrs).toEqual(["203.0.113.0/24"]);
  });

  it("is not taken from behind a login, or from beside another target group, which its new rule would pass by", () => {
    const other = TARGET_GROUP.replace("orders", "canary");
    const acting = (change: (actions: any[]) => void) => plain((a) => change(a.rules[0]!["Actions"] as any[]));
    const login = acting((actions) => actions.unshift({ Type: "authenticate-oidc", Order: 1 }));
    expect(blockers(login)).toEqual(["Rules.Actions"]);
    expect(about(login, "Rules.Actions")?.what).toContain("authenticate-oidc");
    const beside = (Weight: number) =>
      acting(([forward]) => forward.ForwardConfig.TargetGroups.push({ TargetGroupArn: other, Weight }));
    expect(blockers(beside(1))).toEqual(["Rules.Actions"]);
    expect(blockers(beside(0))).toEqual([]);
  });

  it("without a rule of its own needs its host name said", () => {
    const byDefault = (a: PlainAnswers) => {
      a.listener["DefaultActions"] = a.rules[0]!["Actions"];
      a.rules = [];
    };
    expect(blockers(plain(byDefault))).toEqual(["Rules"]);
    const told = plain(byDefault, { hostNames: { orders: ["orders.example.com"] } });
    expect(serviceOf(told)).toMatchObject({ host_names: ["orders.example.com"], listener_rule_priority: 1 });
  });

  it("that scales by nothing keeps its number of tasks, and is told what would be written over", () => {
    const unscaled = plain((a) => {
      a.target["ResourceId"] = "service/production/another";
      a.policies = [];
    });
    expect(serviceOf(unscaled).scaling).toEqual({ min_task_count: 3, max_task_count: 3 });
    expect(unscaled.imports.some(({ to }) => to.includes("appautoscaling"))).toBe(false);
    expect(about(unscaled, "desiredCount")?.do).toContain("describe-scalable-targets");
  });

  it("leaves other scaling policies and schedules alone, and names each with the way out", () => {
    const more = plain((a) => {
      a.policies.push(policy("orders-cpu", "ECSServiceAverageCPUUtilization"));
      a.schedules.push({
        ServiceNamespace: "ecs",
        ResourceId: "service/production/orders",
        ScalableDimension: "ecs:service:DesiredCount",
        ScheduledActionName: "night",
        Schedule: "cron(0 22 * * ? *)",
      });
    });
    expect(about(more, "ScalingPolicies.orders-cpu")?.do).toContain("delete-scaling-policy");
    expect(about(more, "ScheduledActions.night")?.do).toContain("delete-scheduled-action");
    expect(more.blocked).toBe(false);
  });

  it("has a rule number of its own beside another one that is adopted with it", () => {
    const rules = [
      rule("20", { host: ["orders.example.com"] }),
      { ...rule("19", { host: ["x.example.com"] }, "1111111111111111"), Actions: [] },
    ];
    const cart = `${TARGET_GROUP}c`;
    const ofCart = JSON.parse(
      JSON.stringify(rule("22", { host: ["Cart.example.com"] }, "2222222222222222")).replaceAll(TARGET_GROUP, cart),
    );
    const second = plainAnswers((a) => {
      Object.assign(a.service, { serviceName: "cart", serviceArn: a.service["serviceArn"].replace("orders", "cart") });
      a.service["loadBalancers"][0].targetGroupArn = cart;
      Object.assign(a.targetGroup, { TargetGroupArn: cart, TargetGroupName: "cart-tg" });
    });
    const adoption = adopt([...second.slice(0, 3), ...plainAnswers((a) => (a.rules = [...rules, ofCart]))]);
    expect(blockers(adoption)).toEqual([]);
    expect([serviceOf(adoption, "cart"), serviceOf(adoption)].map((each) => each["listener_rule_priority"])).toEqual([
      21, 23,
    ]);
    expect(serviceOf(adoption, "cart")["host_names"]).toEqual(["cart.example.com"]);
    expect(adoption.name).toBe("production-services");
  });

  it("without a load balancer is private, and asks for the VPC and its public subnets", () => {
    const worker = (a: PlainAnswers) => (a.service["loadBalancers"] = []);
    expect(problemsOf(() => plain(worker))).toEqual([
      expect.stringContaining("--vpc-id:"),
      expect.stringContaining("--public-subnet:"),
    ]);
    const told = plain(worker, { vpcId: "vpc-9", publicSubnetIds: ["subnet-1", "subnet-2"] });
    expect(serviceOf(told)).toMatchObject({ public: false, adopted: { mode: "ecs", service_name: "orders" } });
    expect(told.input?.load_balancer).toBeUndefined();
    expect(told.imports.map(({ to }) => to)).not.toContainEqual(expect.stringContaining("module.alb"));
  });

  it("with public addresses keeps its public subnets", () => {
    const open = plain((a) => {
      Object.assign(a.service["networkConfiguration"].awsvpcConfiguration, { assignPublicIp: "ENABLED" });
    });
    expect(open.input?.vpc).toEqual({ id: "vpc-0c3", public_subnet_ids: ["subnet-0a1", "subnet-0b2"] });
  });

  it("takes its sidecars, volumes and checks with it", () => {
    const full = plain((a) => {
      a.container["dependsOn"] = [{ containerName: "Config", condition: "SUCCESS" }];
      a.container["mountPoints"] = [{ sourceVolume: "data", containerPath: "/data", readOnly: true }];
      a.container["healthCheck"] = { command: ["CMD", "true"], interval: 10, timeout: 3, retries: 2 };
      a.container["ulimits"] = [{ name: "nofile", softLimit: 1024, hardLimit: 4096 }];
      a.task["volumes"] = [
        {
          name: "data",
          efsVolumeConfiguration: {
            fileSystemId: "fs-0123abcd",
            rootDirectory: "/",
            transitEncryption: "ENABLED",
            authorizationConfig: { accessPointId: "fsap-0123abcd", iam: "DISABLED" },
          },
        },
      ];
      a.task["sidecars"] = [
        {
          name: "Config",
          image: "public.ecr.aws/example/config:1",
          cpu: 64,
          memoryReservation: 128,
          essential: false,
          environment: [],
          mountPoints: [],
          portMappings: [],
        },
      ];
      a.task["ephemeralStorage"] = { sizeInGiB: 30 };
      a.task["runtimePlatform"] = { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" };
    });
    expect(blockers(full)).toEqual([]);
    expect(serviceOf(full)).toMatchObject({
      depends_on: { config: "SUCCESS" },
      volumes: {
        data: {
          mount_path: "/data",
          read_only: true,
          efs: { file_system_id: "fs-0123abcd", access_point_id: "fsap-0123abcd", iam: false },
        },
      },
      container_health_check: { command: ["CMD", "true"], interval: 10, timeout: 3, retries: 2 },
      ulimits: { nofile: { soft_limit: 1024, hard_limit: 4096 } },
      sidecars: {
        config: { image: "public.ecr.aws/example/config:1", essential: false, cpu: 64, memory_reservation: 128 },
      },
      ephemeral_storage_size_in_gib: 30,
      cpu_architecture: "ARM64",
    });
  });

  it("shows a variable that looks like a secret in main.tf alone", () => {
    const leaky = plain((a) => a.container["environment"].push({ name: "DB_PASSWORD", value: "hunter2hunter2" }));
    expect(about(leaky, "containerDefinitions.api.environment.DB_PASSWORD")?.severity).toBe("security");
    expect(textOf(leaky, "main.tf")).toContain("hunter2hunter2");
    expect(textOf(leaky, "report.md")).not.toContain("hunter2");
  });
});

describe("a service on Express Mode", () => {
  const adoption = adopt(expressAnswers(), OPEN);

  it("becomes an input with its roles, subnets and log group, and is imported with what would replace it on OpenTofu", () => {
    expect(adoption.input).toMatchObject({
      name: "storefront",
      mode: "express",
      allowed_cidrs: ["203.0.113.0/24"],
      cluster: { name: "default" },
      vpc: { id: "vpc-0c3", public_subnet_ids: ["subnet-0p1", "subnet-0p2"] },
      infrastructure_role: { arn: "arn:aws:iam::111122223333:role/ecsInfrastructureRoleForExpressServices" },
    });
    expect(serviceOf(adoption, "storefront")).toMatchObject({
      port: 80,
      cpu: 1024,
      memory: 2048,
      log_group: { name: "/aws/ecs/default/storefront-1a2b" },
      scaling: {
        min_task_count: 2,
        max_task_count: 20,
        auto_scaling_metric: "AVERAGE_CPU",
        auto_scaling_target_value: 60,
      },
      adopted: { mode: "express", service_name: "storefront" },
    });
    expect(adoption.imports).toEqual([
      { to: 'module.express["storefront"].aws_ecs_express_gateway_service.this', id: EXPRESS_SERVICE },
      { to: 'module.express["storefront"].terraform_data.cluster', id: "storefront" },
    ]);
  });

  it("is not written before it is said who may come in, for its web ACL would shut out everybody", () => {
    expect(problemsOf(() => adopt(expressAnswers()))).toEqual([
      expect.stringContaining("--allowed-cidr: Express Mode's load balancer gets a web ACL"),
    ]);
  });

  it("without the answers that tell its VPC asks for them, or for the VPC", () => {
    const alone = expressAnswers().slice(0, 1);
    expect(problemsOf(() => adopt(alone, OPEN))).toEqual([
      expect.stringContaining("--vpc-id: nothing that was given tells the VPC"),
    ]);
    expect(adopt(alone, { ...OPEN, vpcId: "vpc-9" }).input?.vpc?.id).toBe("vpc-9");
  });

  it("in private subnets is private, and asks for the public ones", () => {
    const inside = expressAnswers((s) => (s["activeConfigurations"][0].ingressPaths[0].accessType = "PRIVATE"));
    expect(problemsOf(() => adopt(inside))).toEqual([expect.stringContaining("--public-subnet:")]);
    const told = adopt(inside, { publicSubnetIds: ["subnet-1", "subnet-2"] });
    expect(told.input?.vpc).toEqual({
      id: "vpc-0c3",
      public_subnet_ids: ["subnet-1", "subnet-2"],
      private_subnet_ids: ["subnet-0p1", "subnet-0p2"],
    });
    expect(serviceOf(told, "storefront").public).toBe(false);
  });

  it("that runs a task definition of its own is left alone", () => {
    const own = adopt(
      expressAnswers(
        (s) =>
          (s["activeConfigurations"][0].taskDefinitionArn = "arn:aws:ecs:eu-west-1:111122223333:task-definition/own:1"),
      ),
      OPEN,
    );
    expect({ blockers: blockers(own), input: own.input, imports: own.imports }).toEqual({
      blockers: ["taskDefinitionArn"],
      input: undefined,
      imports: [],
    });
  });
});

describe("what cannot be taken over", () => {
  it.each<[string, (answers: PlainAnswers) => void, string]>([
    ["the launch type EC2", (a) => (a.service["launchType"] = "EC2"), "launchType"],
    [
      "a capacity provider that is not Fargate's",
      (a) =>
        Object.assign(a.service, {
          launchType: undefined,
          capacityProviderStrategy: [{ capacityProvider: "asg", weight: 1, base: 0 }],
        }),
      "launchType",
    ],
    [
      "the deployment controller EXTERNAL",
      (a) => (a.service["deploymentController"] = { type: "EXTERNAL" }),
      "deploymentController.type",
    ],
    ["CodeDeploy", (a) => (a.service["deploymentController"] = { type: "CODE_DEPLOY" }), "deploymentController.type"],
    ["a daemon", (a) => (a.service["schedulingStrategy"] = "DAEMON"), "schedulingStrategy"],
    [
      "two target groups",
      (a) =>
        a.service["loadBalancers"].push({
          targetGroupArn: `${TARGET_GROUP}1`,
          containerName: "api",
          containerPort: 9090,
        }),
      "loadBalancers",
    ],
    [
      "a blue/green deployment",
      (a) => (a.service["deploymentConfiguration"].strategy = "BLUE_GREEN"),
      "deploymentConfiguration.strategy",
    ],
    [
      "Service Connect of its own",
      (a) => (a.service["deployments"][0].serviceConnectConfiguration = { enabled: true, namespace: "x" }),
      "serviceConnectConfiguration",
    ],
    [
      "Cloud Map of its own",
      (a) =>
        a.service["serviceRegistries"].push({
          registryArn: "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1",
        }),
      "serviceRegistries",
    ],
    [
      "a volume of another kind",
      (a) => (a.task["volumes"] = [{ name: "w", fsxWindowsFileServerVolumeConfiguration: { fileSystemId: "fs-1" } }]),
      "taskDefinition.volumes.w.fsxWindowsFileServerVolumeConfiguration",
    ],
    ["a user of the container", (a) => (a.container["user"] = "1000"), "containerDefinitions.api.user"],
    [
      "another log driver",
      (a) => (a.container["logConfiguration"] = { logDriver: "splunk", options: {} }),
      "containerDefinitions.api.logConfiguration",
    ],
    [
      "Windows",
      (a) => (a.task["runtimePlatform"].operatingSystemFamily = "WINDOWS_SERVER_2022_CORE"),
      "taskDefinition.runtimePlatform.operatingSystemFamily",
    ],
    ["a target group with TLS", (a) => (a.targetGroup["Protocol"] = "HTTPS"), "TargetGroups.orders-tg"],
    ["a listener without TLS", (a) => Object.assign(a.listener, { Protocol: "HTTP", Port: 80 }), "Listeners"],
    ["a network load balancer", (a) => (a.loadBalancer["Type"] = "network"), "LoadBalancers[0].Type"],
    [
      "a rule that looks at headers",
      (a) =>
        a.rules[0]!["Conditions"].push({
          Field: "http-header",
          HttpHeaderConfig: { HttpHeaderName: "x", Values: ["1"] },
        }),
      "Rules.Conditions",
    ],
  ])("names %s and the way out, and writes and imports nothing", (_, change, field) => {
    const adoption = plain(change);
    expect(blockers(adoption)).toEqual([field]);
    expect(about(adoption, field)?.do).toBeTruthy();
    expect(outputFiles(adoption).map(({ path }) => path)).toEqual(["report.md"]);
    expect(adoption).toMatchObject({ blocked: true, imports: [], adopted: [] });
  });

  it("stands beside what can be, which is written without it", () => {
    const both = [
      ...plainAnswers(),
      ...plainAnswers((a) =>
        Object.assign(a.service, {
          serviceName: "legacy",
          serviceArn: a.service["serviceArn"].replace("orders", "legacy"),
          launchType: "EC2",
        }),
      ).slice(0, 1),
    ];
    const adoption = adopt(both);
    expect({ adopted: adoption.adopted, blocked: adoption.blocked }).toEqual({ adopted: ["orders"], blocked: true });
    expect(Object.keys(adoption.input?.services ?? {})).toEqual(["orders"]);
    expect(textOf(adoption, "report.md")).toContain("**no**, it is left alone");
  });

  it("is a service on the other track, which is adopted by itself", () => {
    const adoption = adopt([...expressAnswers(), ...plainAnswers()], OPEN);
    expect(adoption.adopted).toEqual(["storefront"]);
    expect(about(adoption, "serviceArn")).toBeDefined();
    expect(adopt([...expressAnswers(), ...plainAnswers()], { ...OPEN, services: ["orders"] }).adopted).toEqual([
      "orders",
    ]);
  });
});

describe("services that are adopted together", () => {
  /** Two workers, each in subnets of its own. */
  const workers = (first: Json, second: Json): InputText[] =>
    Object.entries({ orders: first, cart: second }).flatMap(([name, network]) =>
      plainAnswers((a) => {
        Object.assign(a.service, {
          serviceName: name,
          serviceArn: a.service["serviceArn"].replace("orders", name),
          loadBalancers: [],
        });
        Object.assign(a.service["networkConfiguration"].awsvpcConfiguration, network);
      }),
    );
  const inVpc: AdoptOptions = { vpcId: "vpc-0c3", publicSubnetIds: ["subnet-0p1", "subnet-0p2"] };
  const SUBNETS = "networkConfiguration.awsvpcConfiguration.subnets";

  it("have one kind of subnets: the tasks of a public one are not moved into the private subnets of another", () => {
    const mixed = adopt(workers({}, { subnets: ["subnet-0p1", "subnet-0p2"], assignPublicIp: "ENABLED" }), inVpc);
    expect(mixed.adopted).toEqual(["orders"]);
    expect(mixed.findings.find(({ severity }) => severity === "blocker")).toMatchObject({
      service: "cart",
      what: expect.stringContaining("another kind of subnets (public or private)"),
      do: expect.stringContaining("--service cart"),
    });
  });

  it("get the subnets of all of them, and are told whose tasks are started in others", () => {
    const apart = adopt(workers({}, { subnets: ["subnet-0c3", "subnet-0d4"] }), inVpc);
    expect(apart.input?.vpc?.private_subnet_ids).toEqual(["subnet-0a1", "subnet-0b2", "subnet-0c3", "subnet-0d4"]);
    const told = apart.findings.filter(({ field }) => field === SUBNETS);
    expect(told.map(({ service, severity }) => `${service} ${severity}`)).toEqual([
      "orders behaviour",
      "cart behaviour",
    ]);
    expect(told[0]?.what).toContain(
      "in subnet-0a1, subnet-0b2, and new ones are started in subnet-0a1, subnet-0b2, subnet-0c3, subnet-0d4",
    );
    expect(about(adopt(workers({}, {}), inVpc), SUBNETS)).toBeUndefined();
  });

  it("are told of public addresses that their tasks had not", () => {
    const inPublic = plain((a) => {
      a.loadBalancer["AvailabilityZones"] = [{ SubnetId: "subnet-0a1" }, { SubnetId: "subnet-0b2" }];
    });
    expect(inPublic.input?.vpc).not.toHaveProperty("private_subnet_ids");
    expect(about(inPublic, SUBNETS)).toMatchObject({
      what: expect.stringContaining("with public addresses"),
      do: "Say other public subnets: --public-subnet",
    });
  });
});

describe("what cannot be read", () => {
  const given = (value: unknown, file = "given.json"): InputText => ({
    file,
    text: typeof value === "string" ? value : JSON.stringify(value, null, 2),
  });

  it.each<[string, InputText[], string]>([
    ["text that is no JSON", [given("{ not json")], "given.json:1"],
    ["an answer of another call", [given({ Vpcs: [] })], "this is no answer of a describe call"],
    ["a list of ARNs", [given({ serviceArns: ["x"] })], "aws ecs describe-services --cluster"],
    [
      "a service that AWS did not find",
      [given({ services: [], failures: [{ arn: "a/b", reason: "MISSING" }] })],
      "AWS did not find a/b (MISSING)",
    ],
    ["nothing but a load balancer", [given({ LoadBalancers: [] })], "no service was described"],
    ["a number", [given(3)], "this is no answer of a describe call"],
  ])("is named: %s", (_, texts, says) => {
    expect(problemsOf(() => adopt(texts)).join("\n")).toContain(says);
  });

  it("is told all at once, with file and line, and without any value", () => {
    const broken = given({
      taskDefinition: {
        taskDefinitionArn: "hunter2",
        family: "x",
        containerDefinitions: [{ name: "a", image: "b", cpu: "hunter2" }],
      },
    });
    const problems = problemsOf(() => adopt([broken, given("[", "other.json")]));
    expect(problems).toHaveLength(3);
    expect(problems.join("\n")).toContain("given.json:3 taskDefinition.taskDefinitionArn: it is no ARN");
    expect(problems.join("\n")).not.toContain("hunter2");
  });

  it("is a name or a block on the command line that the module refuses", () => {
    expect(problemsOf(() => adopt(plainAnswers(), { name: "Orders", allowedCidrs: ["10.0.0.1/8"] }))).toEqual([
      expect.stringContaining("--name: the name is also the load balancer's"),
      expect.stringContaining("--allowed-cidr [0]: it is not written as AWS stores it"),
    ]);
  });

  it("names every call whose answer is missing", () => {
    const service = plainAnswers().slice(0, 1);
    expect(problemsOf(() => adopt(service)).join("\n")).toMatch(
      /describe-task-definition(.|\n)*describe-target-groups(.|\n)*describe-listeners/,
    );
    expect(problemsOf(() => adopt(expressAnswers().slice(1), OPEN)).join("\n")).toContain(
      `describe-express-gateway-service --service-arn ${EXPRESS_SERVICE}`,
    );
  });

  it("is a set of attributes without its target group, when there are several", () => {
    const attributes = given({ Attributes: [{ Key: "deregistration_delay.timeout_seconds", Value: "45" }] });
    const bare = plainAnswers((a) => (a.attributes = []));
    expect(serviceOf(adopt([...bare, attributes])).deregistration_delay).toBe(45);
    const second = given({ TargetGroups: [{ TargetGroupArn: `${TARGET_GROUP}2`, TargetGroupName: "other" }] });
    expect(problemsOf(() => adopt([...bare, attributes, second])).join()).toContain(
      "attributes do not say which target group they belong to",
    );
  });
});
