import { changed, type Draft, kept, lost } from "../../apprunner/finding";
import { SECURITY_GROUPS_OF_INTERFACE } from "../limits";
import { arnOf, type ExpressService, type Found } from "../found";
import type { Part } from "./taken";
import { variables } from "./variables";

type Configuration = ExpressService["activeConfigurations"][number];

const SCALING = { min: 1, max: 20, metric: "AVERAGE_CPU", value: 60 } as const;

/** A service of Express Mode: what it is made of is Express Mode's own, so the service alone is imported. */
export function express(key: string, service: ExpressService, found: Found): Part {
  const [configuration] = service.activeConfigurations as [Configuration, ...Configuration[]];
  const container = configuration.primaryContainer;
  const refused = refusals(service, configuration);
  if (refused.length || !container) return { drafts: refused };
  const at = arnOf(service.serviceArn);
  const vars = variables(container, `services.${key}`, "primaryContainer", at);
  const isPublic = configuration.ingressPaths.some(({ accessType }) => accessType === "PUBLIC");
  const { subnets = [], securityGroups = [] } = configuration.networkConfiguration ?? {};
  return {
    drafts: [
      kept(
        "serviceArn",
        `services.${key}.adopted`,
        "the service is imported, and keeps its name, URL and infrastructure role",
      ),
      ...vars.drafts,
      ...inPlace(key, configuration, securityGroups),
      ...(service.activeConfigurations.length > 1
        ? [
            changed(
              "behaviour",
              "activeConfigurations",
              `services.${key}`,
              "a deployment is going on: the first configuration is written",
              "Wait until it is over, and describe the service again",
            ),
          ]
        : []),
    ],
    service: {
      image: container.image,
      port: container.containerPort,
      health_check_path: configuration.healthCheckPath,
      ...(isPublic ? {} : { public: false }),
      cpu: Number(configuration.cpu),
      memory: Number(configuration.memory),
      ...(container.command.length ? { command: [...container.command] } : {}),
      environment: vars.environment,
      secrets: vars.secrets,
      ...(container.repositoryCredentials
        ? { repository_credentials: { secret_arn: container.repositoryCredentials.credentialsParameter } }
        : {}),
      ...(configuration.executionRoleArn ? { execution_role: { arn: configuration.executionRoleArn } } : {}),
      ...(configuration.taskRoleArn ? { task_role: { arn: configuration.taskRoleArn } } : {}),
      ...(container.awsLogsConfiguration?.logGroup
        ? { log_group: { name: container.awsLogsConfiguration.logGroup } }
        : {}),
      security_group_ids: securityGroups,
      scaling: scalingOf(configuration),
      adopted: { mode: "express", service_name: service.serviceName },
    },
    imports: [
      { to: `module.express["${key}"].aws_ecs_express_gateway_service.this`, id: service.serviceArn },
      // It is Terraform's own. OpenTofu would replace the service because this is new.
      { to: `module.express["${key}"].terraform_data.cluster`, id: service.serviceName },
    ],
    ground: {
      vpcId: vpcOf(service, found),
      ...(isPublic ? { publicSubnets: subnets } : { privateSubnets: subnets }),
      infrastructureRoleArn: service.infrastructureRoleArn,
    },
  };
}

function refusals(service: ExpressService, configuration: Configuration): Draft[] {
  const status = service.status?.statusCode ?? "ACTIVE";
  const {
    primaryContainer: container,
    taskDefinitionArn: definition,
    cpuArchitecture: processor = "X86_64",
  } = configuration;
  return [
    ...(status === "ACTIVE"
      ? []
      : [lost("blocker", "status", `the service is ${status}`, "Nothing: it is on its way out")]),
    ...(container && !definition
      ? []
      : [
          lost(
            "blocker",
            "taskDefinitionArn",
            "it runs a task definition of its own, which the provider's Express resource has no argument for",
            'Make a new service beside it with express_resource = "aws_cloudformation_stack", move the traffic, delete the old one',
          ),
        ]),
    ...(processor === "X86_64"
      ? []
      : [
          lost(
            "blocker",
            "cpuArchitecture",
            `it runs on ${processor}, which the provider's Express resource has no argument for`,
            "As for a task definition of its own",
          ),
        ]),
    ...(configuration.cpu && configuration.memory
      ? []
      : [
          lost(
            "blocker",
            "cpu, memory",
            "its size is not told",
            "Describe the service again once its first deployment is over",
          ),
        ]),
  ];
}

/** What the first deployment changes. */
function inPlace(key: string, configuration: Configuration, groups: readonly string[]): Draft[] {
  const prefix = configuration.primaryContainer?.awsLogsConfiguration?.logStreamPrefix ?? "ecs";
  // One is the service's own here, and one is AWS's.
  const tooMany = groups.length + 2 > SECURITY_GROUPS_OF_INTERFACE;
  return [
    changed(
      tooMany ? "blocker" : "security",
      "networkConfiguration.securityGroups",
      `services.${key}.security_group_ids`,
      `the tasks keep ${groups.join(", ") || "no group of yours"} and AWS's own, and get one of the module's; that is a deployment`,
      tooMany ? `An interface takes ${SECURITY_GROUPS_OF_INTERFACE}: take one off first` : null,
    ),
    ...(configuration.taskRoleArn
      ? []
      : [
          changed(
            "cosmetic",
            "taskRoleArn",
            "output task_role_arns",
            "it had none: a role without permissions is made",
          ),
        ]),
    ...(prefix === "ecs"
      ? []
      : [
          changed(
            "cosmetic",
            "awsLogsConfiguration.logStreamPrefix",
            `services.${key}.log_group`,
            "new streams begin with ecs/Main",
          ),
        ]),
  ];
}

const scalingOf = ({ scalingTarget: given = {} }: Configuration) => ({
  min_task_count: given.minTaskCount ?? SCALING.min,
  max_task_count: given.maxTaskCount ?? SCALING.max,
  auto_scaling_metric: (given.autoScalingMetric ?? SCALING.metric) as "AVERAGE_CPU",
  auto_scaling_target_value: Math.round(given.autoScalingTargetValue ?? SCALING.value),
});

/** ECS tells a service's target groups by describe-services, and they tell the VPC. */
function vpcOf({ serviceArn }: ExpressService, { services, targetGroups }: Found): string | undefined {
  const arns = services
    .filter((service) => service.serviceArn === serviceArn)
    .flatMap(({ loadBalancers }) => loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []));
  return targetGroups.find(({ TargetGroupArn }) => arns.includes(TargetGroupArn))?.VpcId;
}
