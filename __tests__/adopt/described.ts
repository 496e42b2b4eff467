import { readFileSync } from "node:fs";

type Json = Record<string, any>;
interface Stored {
  readonly type: string;
  readonly id: string;
  readonly state: Json;
  readonly facts?: Json;
}

/** What the describe calls of the AWS CLI print of a simulated world, each call's answer a file's text. */
export function described(worldFile: string): Readonly<Record<string, string>> {
  const world = new Described((JSON.parse(readFileSync(worldFile, "utf8")) as { objects: Stored[] }).objects);
  return Object.fromEntries(
    Object.entries(world.answers()).map(([file, answer]) => [file, JSON.stringify(answer, null, 4)]),
  );
}

class Described {
  constructor(private readonly objects: readonly Stored[]) {}

  answers(): Json {
    return {
      "services.json": { services: [...this.services(), ...this.expressRecords()], failures: [] },
      ...this.each(
        "express",
        this.all("aws_ecs_express_gateway_service").map((each) => ({ service: expressService(each) })),
      ),
      ...this.each(
        "task",
        this.all("aws_ecs_task_definition").map((each) => ({ taskDefinition: taskDefinition(each), tags: [] })),
      ),
      "load-balancers.json": { LoadBalancers: this.all("aws_lb").map(loadBalancer) },
      ...this.each(
        "target-group",
        this.all("aws_lb_target_group").map((each) => ({
          TargetGroups: [targetGroup(each)],
          Attributes: attributes(each),
        })),
      ),
      "listeners.json": { Listeners: this.all("aws_lb_listener").map(listener) },
      "rules.json": { Rules: this.all("aws_lb_listener_rule").map(rule) },
      "scaling.json": {
        ScalableTargets: this.all("aws_appautoscaling_target").map(scalableTarget),
        ScalingPolicies: this.all("aws_appautoscaling_policy").map(scalingPolicy),
      },
    };
  }

  private all(type: string): Stored[] {
    return this.objects.filter((object) => object.type === type);
  }

  private each(name: string, answers: readonly Json[]): Json {
    return Object.fromEntries(answers.map((answer, i) => [`${name}-${i}.json`, answer]));
  }

  private clusterArn(cluster: string): string {
    return this.all("aws_ecs_cluster").find(({ state }) => state["arn"] === cluster || state["name"] === cluster)!.id;
  }

  private services(): Json[] {
    return this.all("aws_ecs_service").map(({ state: s }) => ({
      serviceArn: s["arn"],
      serviceName: s["name"],
      clusterArn: this.clusterArn(s["cluster"]),
      status: "ACTIVE",
      desiredCount: s["desired_count"],
      runningCount: s["desired_count"],
      ...(s["launch_type"] ? { launchType: s["launch_type"] } : {}),
      capacityProviderStrategy: (s["capacity_provider_strategy"] ?? []).map((each: Json) => ({
        capacityProvider: each["capacity_provider"],
        base: each["base"],
        weight: each["weight"],
      })),
      platformVersion: "LATEST",
      taskDefinition: s["task_definition"],
      schedulingStrategy: "REPLICA",
      deploymentController: { type: "ECS" },
      deploymentConfiguration: {
        strategy: "ROLLING",
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        deploymentCircuitBreaker: { enable: false, rollback: false },
      },
      deployments: [{ status: "PRIMARY", taskDefinition: s["task_definition"] }],
      networkConfiguration: { awsvpcConfiguration: vpcConfiguration(s["network_configuration"][0]) },
      loadBalancers: (s["load_balancer"] ?? []).map((each: Json) => ({
        targetGroupArn: each["target_group_arn"],
        containerName: each["container_name"],
        containerPort: each["container_port"],
      })),
      serviceRegistries: [],
      healthCheckGracePeriodSeconds: s["health_check_grace_period_seconds"] ?? 0,
      enableExecuteCommand: s["enable_execute_command"] ?? false,
      tags: tags(s),
    }));
  }

  /** describe-services also answers for services of Express Mode, and tells their target groups. */
  private expressRecords(): Json[] {
    return this.all("aws_ecs_express_gateway_service").map(({ state: s, facts = {} }) => ({
      serviceArn: s["service_arn"],
      serviceName: s["service_name"],
      clusterArn: this.clusterArn(s["cluster"]),
      status: "ACTIVE",
      resourceManagementType: "ECS",
      taskDefinition: facts["task_definition"],
      deploymentController: { type: "ECS" },
      loadBalancers: [{ targetGroupArn: facts["target_group_arn"], containerName: "Main", containerPort: 80 }],
    }));
  }
}

const tags = ({ tags: given }: Json): Json[] => Object.entries(given ?? {}).map(([key, value]) => ({ key, value }));

const vpcConfiguration = (network: Json): Json => ({
  subnets: network["subnets"],
  securityGroups: network["security_groups"] ?? [],
  assignPublicIp: network["assign_public_ip"] ? "ENABLED" : "DISABLED",
});

const taskDefinition = ({ state: s }: Stored): Json => ({
  taskDefinitionArn: s["arn"],
  family: s["family"],
  revision: s["revision"],
  status: "ACTIVE",
  networkMode: s["network_mode"],
  cpu: s["cpu"],
  memory: s["memory"],
  executionRoleArn: s["execution_role_arn"],
  taskRoleArn: s["task_role_arn"],
  requiresCompatibilities: s["requires_compatibilities"],
  compatibilities: ["EC2", "FARGATE"],
  requiresAttributes: [{ name: "com.amazonaws.ecs.capability.task-iam-role" }],
  volumes: [],
  placementConstraints: [],
  registeredAt: "2026-11-01T10:00:00+00:00",
  enableFaultInjection: false,
  containerDefinitions: (JSON.parse(s["container_definitions"]) as Json[]).map((container) => ({
    cpu: 0,
    mountPoints: [],
    volumesFrom: [],
    systemControls: [],
    ...container,
  })),
});

const expressService = ({ state: s }: Stored): Json => {
  const [container] = s["primary_container"] as [Json];
  const [logs] = container["aws_logs_configuration"] as [Json];
  const [network] = s["network_configuration"] as [Json];
  const [scaling] = s["scaling_target"] as [Json];
  return {
    cluster: s["cluster"],
    serviceName: s["service_name"],
    serviceArn: s["service_arn"],
    infrastructureRoleArn: s["infrastructure_role_arn"],
    status: { statusCode: "ACTIVE" },
    activeConfigurations: [
      {
        serviceRevisionArn: s["service_revision_arn"],
        executionRoleArn: s["execution_role_arn"],
        ...(s["task_role_arn"] ? { taskRoleArn: s["task_role_arn"] } : {}),
        cpu: s["cpu"],
        memory: s["memory"],
        networkConfiguration: { subnets: network["subnets"], securityGroups: network["security_groups"] },
        healthCheckPath: s["health_check_path"],
        primaryContainer: {
          image: container["image"],
          containerPort: container["container_port"],
          awsLogsConfiguration: { logGroup: logs["log_group"], logStreamPrefix: logs["log_stream_prefix"] },
          environment: container["environment"],
          secrets: [],
        },
        scalingTarget: {
          minTaskCount: scaling["min_task_count"],
          maxTaskCount: scaling["max_task_count"],
          autoScalingMetric: scaling["auto_scaling_metric"],
          autoScalingTargetValue: scaling["auto_scaling_target_value"],
        },
        ingressPaths: (s["ingress_paths"] as Json[]).map((path) => ({
          accessType: path["access_type"],
          endpoint: path["endpoint"],
        })),
        createdAt: "2026-11-01T10:00:00+00:00",
      },
    ],
    tags: tags(s),
    createdAt: "2026-11-01T10:00:00+00:00",
    updatedAt: "2026-11-01T10:00:00+00:00",
  };
};

const loadBalancer = ({ state: s }: Stored): Json => ({
  LoadBalancerArn: s["arn"],
  LoadBalancerName: s["name"],
  DNSName: s["dns_name"],
  Scheme: s["internal"] ? "internal" : "internet-facing",
  Type: "application",
  VpcId: s["vpc_id"],
  State: { Code: "active" },
  SecurityGroups: s["security_groups"],
  IpAddressType: s["ip_address_type"],
  AvailabilityZones: (s["subnets"] as string[]).map((SubnetId) => ({ SubnetId, ZoneName: "eu-west-1a" })),
});

const targetGroup = ({ state: s }: Stored): Json => {
  const [check] = s["health_check"] as [Json];
  return {
    TargetGroupArn: s["arn"],
    TargetGroupName: s["name"],
    Protocol: s["protocol"],
    ProtocolVersion: s["protocol_version"],
    Port: s["port"],
    VpcId: s["vpc_id"],
    TargetType: s["target_type"],
    HealthCheckProtocol: "HTTP",
    HealthCheckPort: "traffic-port",
    HealthCheckEnabled: true,
    HealthCheckPath: check["path"],
    HealthCheckIntervalSeconds: check["interval"],
    HealthCheckTimeoutSeconds: check["timeout"],
    HealthyThresholdCount: check["healthy_threshold"],
    UnhealthyThresholdCount: check["unhealthy_threshold"],
    Matcher: { HttpCode: check["matcher"] },
    LoadBalancerArns: [],
  };
};

const attributes = ({ state: s }: Stored): Json[] => [
  { Key: "deregistration_delay.timeout_seconds", Value: String(s["deregistration_delay"] ?? 300) },
  { Key: "slow_start.duration_seconds", Value: String(s["slow_start"] ?? 0) },
  { Key: "stickiness.enabled", Value: "false" },
];

const actions = (list: readonly Json[]): Json[] =>
  list.map((action) => ({
    Type: action["type"],
    ...(action["target_group_arn"] ? { TargetGroupArn: action["target_group_arn"] } : {}),
    ...(action["forward"]?.length
      ? {
          ForwardConfig: {
            TargetGroups: action["forward"][0]["target_group"].map((group: Json) => ({
              TargetGroupArn: group["arn"],
              Weight: group["weight"],
            })),
          },
        }
      : {}),
    Order: 1,
  }));

const listener = ({ state: s }: Stored): Json => ({
  ListenerArn: s["arn"],
  LoadBalancerArn: s["load_balancer_arn"],
  Port: s["port"],
  Protocol: s["protocol"],
  SslPolicy: s["ssl_policy"],
  DefaultActions: actions(s["default_action"]),
});

const rule = ({ state: s }: Stored): Json => ({
  RuleArn: s["arn"],
  Priority: String(s["priority"]),
  IsDefault: false,
  Conditions: (s["condition"] as Json[]).flatMap((condition) => [
    ...(condition["host_header"] ?? []).map((each: Json) => ({
      Field: "host-header",
      Values: each["values"],
      HostHeaderConfig: { Values: each["values"] },
    })),
    ...(condition["path_pattern"] ?? []).map((each: Json) => ({
      Field: "path-pattern",
      Values: each["values"],
      PathPatternConfig: { Values: each["values"] },
    })),
  ]),
  Actions: actions(s["action"]),
});

const scaled = (s: Json): Json => ({
  ServiceNamespace: s["service_namespace"],
  ResourceId: s["resource_id"],
  ScalableDimension: s["scalable_dimension"],
});

const scalableTarget = ({ state: s }: Stored): Json => ({
  ...scaled(s),
  MinCapacity: s["min_capacity"],
  MaxCapacity: s["max_capacity"],
});

const scalingPolicy = ({ state: s }: Stored): Json => {
  const [tracking] = s["target_tracking_scaling_policy_configuration"] as [Json];
  return {
    ...scaled(s),
    PolicyName: s["name"],
    PolicyType: s["policy_type"],
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: tracking["target_value"],
      ScaleInCooldown: tracking["scale_in_cooldown"],
      ScaleOutCooldown: tracking["scale_out_cooldown"],
      PredefinedMetricSpecification: {
        PredefinedMetricType: tracking["predefined_metric_specification"][0]["predefined_metric_type"],
      },
    },
  };
};
