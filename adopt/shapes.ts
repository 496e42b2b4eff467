import { z } from "zod";

/**
 * The answers of the read calls of ECS, Elastic Load Balancing and Application Auto Scaling, as far as this project looks
 * at them. Members it does not know pass; what a task definition says beyond them is named in the report.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html
 */
const texts = z.array(z.string()).default([]);
const arn = z
  .string()
  .regex(/^arn:[a-z-]+:[a-z-]+:[a-z0-9-]*:[0-9]{12}:[^\s]+$/)
  .meta({ why: "it is no ARN", fix: "Save the command's output again, unchanged" });
const tags = z.array(z.looseObject({ key: z.string(), value: z.string().default("") })).default([]);
const pairs = z
  .array(z.looseObject({ name: z.string(), value: z.string().default("").meta({ secret: true }) }))
  .default([]);
const references = z
  .array(z.looseObject({ name: z.string(), valueFrom: z.string().meta({ secret: true }) }))
  .default([]);

export const service = z.looseObject({
  serviceName: z.string().min(1),
  serviceArn: arn,
  clusterArn: arn,
  status: z.string().default("ACTIVE"),
  desiredCount: z.int().default(1),
  launchType: z.string().optional(),
  capacityProviderStrategy: z
    .array(z.looseObject({ capacityProvider: z.string(), base: z.int().default(0), weight: z.int().default(0) }))
    .default([]),
  taskDefinition: arn,
  schedulingStrategy: z.string().default("REPLICA"),
  resourceManagementType: z.string().optional(),
  deploymentController: z.looseObject({ type: z.string().optional() }).optional(),
  deploymentConfiguration: z
    .looseObject({
      strategy: z.string().default("ROLLING"),
      minimumHealthyPercent: z.int().optional(),
      maximumPercent: z.int().optional(),
      deploymentCircuitBreaker: z.looseObject({ enable: z.boolean(), rollback: z.boolean() }).optional(),
      alarms: z
        .looseObject({ alarmNames: texts, enable: z.boolean().default(false), rollback: z.boolean().default(false) })
        .optional(),
    })
    .optional(),
  deployments: z
    .array(z.looseObject({ status: z.string().optional(), serviceConnectConfiguration: z.looseObject({}).optional() }))
    .default([]),
  networkConfiguration: z
    .looseObject({
      awsvpcConfiguration: z
        .looseObject({ subnets: texts, securityGroups: texts, assignPublicIp: z.string().default("DISABLED") })
        .optional(),
    })
    .optional(),
  loadBalancers: z
    .array(
      z.looseObject({
        targetGroupArn: arn.optional(),
        loadBalancerName: z.string().optional(),
        containerName: z.string().optional(),
        containerPort: z.int().optional(),
        advancedConfiguration: z.looseObject({}).optional(),
      }),
    )
    .default([]),
  serviceRegistries: z.array(z.looseObject({})).default([]),
  healthCheckGracePeriodSeconds: z.int().optional(),
  enableExecuteCommand: z.boolean().default(false),
  tags,
});

const healthCheck = z.looseObject({
  command: texts,
  interval: z.int().optional(),
  timeout: z.int().optional(),
  retries: z.int().optional(),
  startPeriod: z.int().optional(),
});

export const container = z.looseObject({
  name: z.string().min(1),
  image: z.string().min(1),
  cpu: z.int().default(0),
  memory: z.int().optional(),
  memoryReservation: z.int().optional(),
  essential: z.boolean().default(true),
  portMappings: z
    .array(
      z.looseObject({
        containerPort: z.int(),
        protocol: z.string().default("tcp"),
        appProtocol: z.string().optional(),
      }),
    )
    .default([]),
  command: texts,
  entryPoint: texts,
  environment: pairs,
  secrets: references,
  repositoryCredentials: z.looseObject({ credentialsParameter: z.string() }).optional(),
  healthCheck: healthCheck.optional(),
  dependsOn: z.array(z.looseObject({ containerName: z.string(), condition: z.string() })).default([]),
  mountPoints: z
    .array(
      z.looseObject({
        sourceVolume: z.string(),
        containerPath: z.string(),
        readOnly: z.boolean().default(false),
      }),
    )
    .default([]),
  ulimits: z.array(z.looseObject({ name: z.string(), softLimit: z.int(), hardLimit: z.int() })).default([]),
  readonlyRootFilesystem: z.boolean().default(false),
  linuxParameters: z.looseObject({ initProcessEnabled: z.boolean().optional() }).optional(),
  stopTimeout: z.int().optional(),
  logConfiguration: z
    .looseObject({ logDriver: z.string(), options: z.record(z.string(), z.string()).default({}) })
    .optional(),
});

export const taskDefinition = z.looseObject({
  taskDefinitionArn: arn,
  family: z.string(),
  cpu: z.string().optional(),
  memory: z.string().optional(),
  networkMode: z.string().optional(),
  executionRoleArn: arn.optional(),
  taskRoleArn: arn.optional(),
  runtimePlatform: z
    .looseObject({ cpuArchitecture: z.string().optional(), operatingSystemFamily: z.string().optional() })
    .optional(),
  ephemeralStorage: z.looseObject({ sizeInGiB: z.int() }).optional(),
  volumes: z
    .array(
      z.looseObject({
        name: z.string(),
        host: z.looseObject({ sourcePath: z.string().optional() }).optional(),
        efsVolumeConfiguration: z
          .looseObject({
            fileSystemId: z.string(),
            rootDirectory: z.string().optional(),
            transitEncryption: z.string().optional(),
            authorizationConfig: z
              .looseObject({ accessPointId: z.string().optional(), iam: z.string().optional() })
              .optional(),
          })
          .optional(),
      }),
    )
    .default([]),
  containerDefinitions: z.array(container).min(1),
});

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ECSExpressGatewayService.html */
export const expressService = z.looseObject({
  serviceName: z.string().min(1),
  serviceArn: arn,
  cluster: z.string().default("default"),
  infrastructureRoleArn: arn,
  status: z.looseObject({ statusCode: z.string().optional() }).optional(),
  activeConfigurations: z
    .array(
      z.looseObject({
        executionRoleArn: arn.optional(),
        taskRoleArn: arn.optional(),
        taskDefinitionArn: arn.optional(),
        cpu: z.string().optional(),
        memory: z.string().optional(),
        cpuArchitecture: z.string().optional(),
        networkConfiguration: z.looseObject({ subnets: texts, securityGroups: texts }).optional(),
        healthCheckPath: z.string().default("/"),
        primaryContainer: z
          .looseObject({
            image: z.string().min(1),
            containerPort: z.int().default(80),
            awsLogsConfiguration: z
              .looseObject({ logGroup: z.string().optional(), logStreamPrefix: z.string().optional() })
              .optional(),
            repositoryCredentials: z.looseObject({ credentialsParameter: z.string() }).optional(),
            command: texts,
            environment: pairs,
            secrets: references,
          })
          .optional(),
        scalingTarget: z
          .looseObject({
            minTaskCount: z.int().optional(),
            maxTaskCount: z.int().optional(),
            autoScalingMetric: z.string().optional(),
            autoScalingTargetValue: z.number().optional(),
          })
          .optional(),
        ingressPaths: z.array(z.looseObject({ accessType: z.string(), endpoint: z.string().optional() })).default([]),
      }),
    )
    .min(1),
  tags,
});

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html */
export const loadBalancer = z.looseObject({
  LoadBalancerArn: arn,
  LoadBalancerName: z.string(),
  Scheme: z.string().optional(),
  Type: z.string().default("application"),
  VpcId: z.string().optional(),
  SecurityGroups: texts,
  IpAddressType: z.string().default("ipv4"),
  AvailabilityZones: z.array(z.looseObject({ SubnetId: z.string().optional() })).default([]),
});

export const targetGroup = z.looseObject({
  TargetGroupArn: arn,
  TargetGroupName: z.string(),
  Protocol: z.string().optional(),
  ProtocolVersion: z.string().default("HTTP1"),
  Port: z.int().optional(),
  VpcId: z.string().optional(),
  TargetType: z.string().default("ip"),
  HealthCheckProtocol: z.string().default("HTTP"),
  HealthCheckPort: z.string().default("traffic-port"),
  HealthCheckPath: z.string().default("/"),
  HealthCheckIntervalSeconds: z.int().default(30),
  HealthCheckTimeoutSeconds: z.int().default(5),
  HealthyThresholdCount: z.int().default(5),
  UnhealthyThresholdCount: z.int().default(2),
  Matcher: z.looseObject({ HttpCode: z.string().optional(), GrpcCode: z.string().optional() }).optional(),
});

/** What describe-target-group-attributes tells: beside one target group, or alone when there is but one. */
export const attribute = z.looseObject({ Key: z.string(), Value: z.string().default("") });

const actions = z
  .array(
    z.looseObject({
      Type: z.string(),
      TargetGroupArn: arn.optional(),
      ForwardConfig: z
        .looseObject({
          TargetGroups: z.array(z.looseObject({ TargetGroupArn: arn, Weight: z.int().optional() })).default([]),
        })
        .optional(),
    }),
  )
  .default([]);

export const listener = z.looseObject({
  ListenerArn: arn,
  LoadBalancerArn: arn,
  Port: z.int().optional(),
  Protocol: z.string().optional(),
  DefaultActions: actions,
});

const values = z.looseObject({ Values: texts });

export const rule = z.looseObject({
  RuleArn: arn,
  Priority: z.string(),
  IsDefault: z.boolean().default(false),
  Conditions: z
    .array(
      z.looseObject({
        Field: z.string().optional(),
        Values: texts,
        HostHeaderConfig: values.optional(),
        PathPatternConfig: values.optional(),
        SourceIpConfig: values.optional(),
      }),
    )
    .default([]),
  Actions: actions,
});

/** @see https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalableTarget.html */
const scaled = { ServiceNamespace: z.string(), ResourceId: z.string(), ScalableDimension: z.string() };

export const scalableTarget = z.looseObject({ ...scaled, MinCapacity: z.int(), MaxCapacity: z.int() });

export const scalingPolicy = z.looseObject({
  ...scaled,
  PolicyName: z.string(),
  PolicyType: z.string(),
  TargetTrackingScalingPolicyConfiguration: z
    .looseObject({
      TargetValue: z.number(),
      PredefinedMetricSpecification: z.looseObject({ PredefinedMetricType: z.string() }).optional(),
      ScaleInCooldown: z.int().optional(),
      ScaleOutCooldown: z.int().optional(),
      DisableScaleIn: z.boolean().default(false),
    })
    .optional(),
});

export const scheduledAction = z.looseObject({ ...scaled, ScheduledActionName: z.string(), Schedule: z.string() });

/** The member of an answer that holds each kind; a list or a single object. */
export const KINDS = {
  services: service,
  service: expressService,
  taskDefinition: taskDefinition,
  LoadBalancers: loadBalancer,
  TargetGroups: targetGroup,
  Attributes: attribute,
  Listeners: listener,
  Rules: rule,
  ScalableTargets: scalableTarget,
  ScalingPolicies: scalingPolicy,
  ScheduledActions: scheduledAction,
} as const;

export type Kind = keyof typeof KINDS;

/** The members that a shape looks at. */
export const membersOf = (shape: z.ZodObject): readonly string[] => Object.keys(shape.shape);
