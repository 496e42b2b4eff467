import type { InputText } from "../../adopt";

type Json = Record<string, any>;

const ECS = "arn:aws:ecs:eu-west-1:111122223333";
const ELB = "arn:aws:elasticloadbalancing:eu-west-1:111122223333";
const IAM = "arn:aws:iam::111122223333:role";

export const TARGET_GROUP = `${ELB}:targetgroup/orders-tg/6d0ecf831eec9f09`;
export const LISTENER = `${ELB}:listener/app/edge/50dc6c495c0c9188/0467ef3c8400ae65`;
export const RULE = `${ELB}:listener-rule/app/edge/50dc6c495c0c9188/0467ef3c8400ae65/9683b2d02a6cabee`;
export const SERVICE = `${ECS}:service/production/orders`;
export const TASK = `${ECS}:task-definition/orders-api:42`;

/** What the CLI prints for a Fargate service behind a load balancer, each answer by its call. */
export interface PlainAnswers {
  service: Json;
  task: Json;
  container: Json;
  targetGroup: Json;
  attributes: Json[];
  loadBalancer: Json;
  listener: Json;
  rules: Json[];
  target: Json;
  policies: Json[];
  schedules: Json[];
}

const plain = (): PlainAnswers => ({
  service: {
    serviceArn: SERVICE,
    serviceName: "orders",
    clusterArn: `${ECS}:cluster/production`,
    loadBalancers: [{ targetGroupArn: TARGET_GROUP, containerName: "api", containerPort: 8080 }],
    serviceRegistries: [],
    status: "ACTIVE",
    desiredCount: 3,
    runningCount: 3,
    pendingCount: 0,
    launchType: "FARGATE",
    platformVersion: "LATEST",
    platformFamily: "Linux",
    taskDefinition: TASK,
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: true, rollback: true },
      maximumPercent: 200,
      minimumHealthyPercent: 100,
      strategy: "ROLLING",
      bakeTimeInMinutes: 0,
    },
    deployments: [
      { id: "ecs-svc/1234567890123456789", status: "PRIMARY", taskDefinition: TASK, rolloutState: "COMPLETED" },
    ],
    roleArn: "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
    events: [
      { id: "1", createdAt: "2026-11-20T09:00:00+01:00", message: "(service orders) has reached a steady state." },
    ],
    createdAt: "2025-03-04T10:11:12.345000+01:00",
    placementConstraints: [],
    placementStrategy: [],
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: ["subnet-0a1", "subnet-0b2"],
        securityGroups: ["sg-0tasks"],
        assignPublicIp: "DISABLED",
      },
    },
    healthCheckGracePeriodSeconds: 30,
    schedulingStrategy: "REPLICA",
    deploymentController: { type: "ECS" },
    createdBy: "arn:aws:iam::111122223333:role/admin",
    enableECSManagedTags: true,
    propagateTags: "NONE",
    enableExecuteCommand: false,
    availabilityZoneRebalancing: "ENABLED",
    tags: [
      { key: "team", value: "orders" },
      { key: "aws:cloudformation:stack-name", value: "old" },
    ],
  },
  task: {
    taskDefinitionArn: TASK,
    family: "orders-api",
    taskRoleArn: `${IAM}/orders-task`,
    executionRoleArn: `${IAM}/ecsTaskExecutionRole`,
    networkMode: "awsvpc",
    revision: 42,
    volumes: [],
    status: "ACTIVE",
    requiresAttributes: [{ name: "ecs.capability.execution-role-ecr-pull" }],
    placementConstraints: [],
    compatibilities: ["EC2", "FARGATE"],
    runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" },
    requiresCompatibilities: ["FARGATE"],
    cpu: "1024",
    memory: "2048",
    registeredAt: "2026-10-01T08:00:00+02:00",
    registeredBy: "arn:aws:sts::111122223333:assumed-role/admin/me",
    enableFaultInjection: false,
  },
  container: {
    name: "api",
    image: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4.2",
    cpu: 0,
    portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: "tcp", name: "api-8080", appProtocol: "http" }],
    essential: true,
    environment: [
      { name: "STAGE", value: "prod" },
      { name: "LOG_LEVEL", value: "info" },
    ],
    environmentFiles: [],
    mountPoints: [],
    volumesFrom: [],
    secrets: [{ name: "API_KEY", valueFrom: "orders/api-key" }],
    ulimits: [],
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": "/ecs/orders-api",
        "awslogs-region": "eu-west-1",
        "awslogs-stream-prefix": "ecs",
        mode: "non-blocking",
        "max-buffer-size": "25m",
      },
      secretOptions: [],
    },
    systemControls: [],
    versionConsistency: "enabled",
  },
  targetGroup: {
    TargetGroupArn: TARGET_GROUP,
    TargetGroupName: "orders-tg",
    Protocol: "HTTP",
    Port: 8080,
    VpcId: "vpc-0c3",
    HealthCheckProtocol: "HTTP",
    HealthCheckPort: "traffic-port",
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: 15,
    HealthCheckTimeoutSeconds: 4,
    HealthyThresholdCount: 3,
    UnhealthyThresholdCount: 2,
    HealthCheckPath: "/health",
    Matcher: { HttpCode: "200" },
    LoadBalancerArns: [`${ELB}:loadbalancer/app/edge/50dc6c495c0c9188`],
    TargetType: "ip",
    ProtocolVersion: "HTTP1",
    IpAddressType: "ipv4",
  },
  attributes: [
    { Key: "stickiness.enabled", Value: "false" },
    { Key: "deregistration_delay.timeout_seconds", Value: "60" },
    { Key: "stickiness.type", Value: "lb_cookie" },
    { Key: "slow_start.duration_seconds", Value: "0" },
    { Key: "load_balancing.algorithm.type", Value: "round_robin" },
  ],
  loadBalancer: {
    LoadBalancerArn: `${ELB}:loadbalancer/app/edge/50dc6c495c0c9188`,
    DNSName: "edge-1234567890.eu-west-1.elb.amazonaws.com",
    CanonicalHostedZoneId: "Z32O12XQLNTSW2",
    CreatedTime: "2025-03-04T09:00:00.000000+00:00",
    LoadBalancerName: "edge",
    Scheme: "internet-facing",
    VpcId: "vpc-0c3",
    State: { Code: "active" },
    Type: "application",
    AvailabilityZones: [
      { ZoneName: "eu-west-1a", SubnetId: "subnet-0p1", LoadBalancerAddresses: [] },
      { ZoneName: "eu-west-1b", SubnetId: "subnet-0p2", LoadBalancerAddresses: [] },
    ],
    SecurityGroups: ["sg-0edge"],
    IpAddressType: "ipv4",
  },
  listener: {
    ListenerArn: LISTENER,
    LoadBalancerArn: `${ELB}:loadbalancer/app/edge/50dc6c495c0c9188`,
    Port: 443,
    Protocol: "HTTPS",
    Certificates: [{ CertificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/1" }],
    SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    DefaultActions: [
      { Type: "fixed-response", Order: 1, FixedResponseConfig: { StatusCode: "404", ContentType: "text/plain" } },
    ],
  },
  rules: [
    rule("20", { host: ["orders.example.com"] }),
    {
      RuleArn: `${RULE.slice(0, -16)}0000000000000000`,
      Priority: "default",
      Conditions: [],
      Actions: [{ Type: "fixed-response", Order: 1 }],
      IsDefault: true,
    },
  ],
  target: {
    ServiceNamespace: "ecs",
    ResourceId: "service/production/orders",
    ScalableDimension: "ecs:service:DesiredCount",
    MinCapacity: 3,
    MaxCapacity: 12,
    RoleARN: "arn:aws:iam::111122223333:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/x",
    CreationTime: "2025-03-04T10:11:12.345000+01:00",
    SuspendedState: {
      DynamicScalingInSuspended: false,
      DynamicScalingOutSuspended: false,
      ScheduledScalingSuspended: false,
    },
  },
  policies: [policy("orders-memory", "ECSServiceAverageMemoryUtilization")],
  schedules: [],
});

/** A policy that tracks a predefined metric. */
export function policy(name: string, metric: string, more: Json = {}): Json {
  return {
    PolicyARN: `arn:aws:autoscaling:eu-west-1:111122223333:scalingPolicy:1:resource/ecs/service/production/orders:policyName/${name}`,
    PolicyName: name,
    ServiceNamespace: "ecs",
    ResourceId: "service/production/orders",
    ScalableDimension: "ecs:service:DesiredCount",
    PolicyType: "TargetTrackingScaling",
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: 70.0,
      PredefinedMetricSpecification: { PredefinedMetricType: metric },
      ...more,
    },
    Alarms: [],
    CreationTime: "2025-03-04T10:11:12.345000+01:00",
  };
}

/** A listener rule that forwards to the target group. */
export function rule(
  priority: string,
  { host, path, source }: { host?: string[]; path?: string[]; source?: string[] },
  end = "9683b2d02a6cabee",
): Json {
  const condition = (Field: string, member: string, Values?: string[]) =>
    Values ? [{ Field, ...(member === "SourceIpConfig" ? {} : { Values }), [member]: { Values } }] : [];
  return {
    RuleArn: `${RULE.slice(0, -16)}${end}`,
    Priority: priority,
    Conditions: [
      ...condition("host-header", "HostHeaderConfig", host),
      ...condition("path-pattern", "PathPatternConfig", path),
      ...condition("source-ip", "SourceIpConfig", source),
    ],
    Actions: [
      {
        Type: "forward",
        Order: 1,
        TargetGroupArn: TARGET_GROUP,
        ForwardConfig: {
          TargetGroups: [{ TargetGroupArn: TARGET_GROUP, Weight: 1 }],
          TargetGroupStickinessConfig: { Enabled: false },
        },
      },
    ],
    IsDefault: false,
  };
}

const text = (file: string, value: unknown): InputText => ({ file, text: JSON.stringify(value, null, 4) });

/** A plain Fargate service behind a load balancer, changed as a test needs it. */
export function plainAnswers(change: (answers: PlainAnswers) => void = () => undefined): InputText[] {
  const answers = plain();
  change(answers);
  return [
    text("service.json", { services: [answers.service], failures: [] }),
    text("task.json", {
      taskDefinition: {
        ...answers.task,
        containerDefinitions: [answers.container, ...(answers.task["sidecars"] ?? [])],
        sidecars: undefined,
      },
      tags: [],
    }),
    text("target-group.json", { TargetGroups: [answers.targetGroup], Attributes: answers.attributes }),
    text("load-balancers.json", { LoadBalancers: [answers.loadBalancer] }),
    text("listeners.json", { Listeners: [answers.listener] }),
    text("rules.json", { Rules: answers.rules }),
    text("targets.json", { ScalableTargets: [answers.target] }),
    text("policies.json", { ScalingPolicies: answers.policies }),
    text("schedules.json", { ScheduledActions: answers.schedules }),
  ];
}

export const EXPRESS_SERVICE = `${ECS}:service/default/storefront`;
const EXPRESS_GROUP = `${ELB}:targetgroup/ecs-gateway-tg-0123456789abcdef0/0123456789abcdef`;

/** A service on Express Mode made in the console, changed as a test needs it. */
export function expressAnswers(change: (service: Json) => void = () => undefined): InputText[] {
  const service: Json = {
    cluster: "default",
    serviceName: "storefront",
    serviceArn: EXPRESS_SERVICE,
    infrastructureRoleArn: `${IAM}/ecsInfrastructureRoleForExpressServices`,
    status: { statusCode: "ACTIVE" },
    activeConfigurations: [
      {
        serviceRevisionArn: `${ECS}:service-revision/default/storefront/1234567890123456789`,
        executionRoleArn: `${IAM}/ecsTaskExecutionRole`,
        cpu: "1024",
        memory: "2048",
        networkConfiguration: { subnets: ["subnet-0p1", "subnet-0p2"], securityGroups: [] },
        healthCheckPath: "/",
        primaryContainer: {
          image: "public.ecr.aws/nginx/nginx:1.29",
          containerPort: 80,
          awsLogsConfiguration: { logGroup: "/aws/ecs/default/storefront-1a2b", logStreamPrefix: "ecs" },
          environment: [{ name: "STAGE", value: "prod" }],
          secrets: [],
        },
        scalingTarget: {
          minTaskCount: 2,
          maxTaskCount: 20,
          autoScalingMetric: "AVERAGE_CPU",
          autoScalingTargetValue: 60,
        },
        ingressPaths: [
          { accessType: "PUBLIC", endpoint: "https://st-0123456789abcdef0123456789abcdef.ecs.eu-west-1.on.aws" },
        ],
        createdAt: "2026-09-01T10:00:00.000000+02:00",
      },
    ],
    createdAt: "2026-09-01T10:00:00.000000+02:00",
    updatedAt: "2026-09-01T10:00:00.000000+02:00",
  };
  change(service);
  return [
    text("express.json", { service }),
    text("services.json", {
      services: [
        {
          serviceArn: EXPRESS_SERVICE,
          serviceName: "storefront",
          clusterArn: `${ECS}:cluster/default`,
          status: "ACTIVE",
          resourceManagementType: "ECS",
          taskDefinition: `${ECS}:task-definition/default-storefront:3`,
          loadBalancers: [{ targetGroupArn: EXPRESS_GROUP, containerName: "Main", containerPort: 80 }],
        },
      ],
      failures: [],
    }),
    text("target-group.json", {
      TargetGroups: [
        {
          TargetGroupArn: EXPRESS_GROUP,
          TargetGroupName: "ecs-gateway-tg-0123456789abcdef0",
          Protocol: "HTTP",
          Port: 80,
          VpcId: "vpc-0c3",
        },
      ],
    }),
  ];
}
