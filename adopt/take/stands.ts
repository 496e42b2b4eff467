import { changed, type Draft, lost } from "../../apprunner/finding";
import type { PlainService } from "../found";
import type { Part } from "./taken";

const FARGATE = ["FARGATE", "FARGATE_SPOT"];

/** What must hold for a plain service to be taken over at all, and what its deployments become. */
export function stands(key: string, service: PlainService): Part {
  const strategy = service.capacityProviderStrategy;
  const spot = strategy.some(({ capacityProvider }) => capacityProvider === "FARGATE_SPOT");
  const base = strategy.find(({ capacityProvider }) => capacityProvider === "FARGATE")?.base ?? 0;
  return {
    drafts: [...refusals(service), ...capacity(service, spot), ...deployments(key, service)],
    service: {
      ...(spot ? { capacity_provider: "FARGATE_SPOT" as const, on_demand_base: base } : {}),
      ...(service.enableExecuteCommand ? { enable_execute_command: true } : {}),
      ...alarmsOf(service),
    },
  };
}

/** What Terraform would have to replace, or this module to take away. */
function refusals(service: PlainService): Draft[] {
  const controller = service.deploymentController?.type ?? "ECS";
  const others = service.capacityProviderStrategy
    .map(({ capacityProvider }) => capacityProvider)
    .filter((name) => !FARGATE.includes(name));
  const onFargate = service.launchType === "FARGATE" || service.capacityProviderStrategy.length > 0;
  const connected = service.deployments.some(
    ({ status = "PRIMARY", serviceConnectConfiguration: connect }) =>
      status === "PRIMARY" && connect?.["enabled"] === true,
  );
  const strategy = service.deploymentConfiguration?.strategy ?? "ROLLING";
  const refuse = (when: boolean, field: string, what: string, todo: string): Draft[] =>
    when ? [lost("blocker", field, what, todo)] : [];
  return [
    ...refuse(
      service.status !== "ACTIVE",
      "status",
      `the service is ${service.status}`,
      "Nothing: it is on its way out",
    ),
    ...refuse(
      !onFargate || others.length > 0,
      "launchType",
      `its tasks run on ${others.join(", ") || (service.launchType ?? "the cluster's default capacity providers")}; only Fargate is written here, and the launch type of a service cannot be changed in place`,
      "Make a new service with this module, move the traffic, delete the old one",
    ),
    ...refuse(
      controller !== "ECS",
      "deploymentController.type",
      `${controller} deploys it; only ECS's own deployments are written here, and another controller replaces the service`,
      "Move it to the controller ECS first (aws ecs update-service --deployment-controller type=ECS), then adopt it",
    ),
    ...refuse(
      service.schedulingStrategy !== "REPLICA",
      "schedulingStrategy",
      `it runs as a ${service.schedulingStrategy}, and another strategy replaces the service`,
      "Leave it as it is",
    ),
    ...refuse(
      strategy !== "ROLLING",
      "deploymentConfiguration.strategy",
      `${strategy}: ECS moves its requests between two target groups, and which of them is live changes with every deployment`,
      "Set the strategy ROLLING in ECS, adopt the service, then write deployment_configuration.strategy",
    ),
    ...refuse(
      connected,
      "serviceConnectConfiguration",
      "it is in Service Connect by a configuration of its own, which the first deployment would take away from its callers",
      "Adopt it with its callers later: move them to connects_to of services that are made here",
    ),
    ...refuse(
      service.serviceRegistries.length > 0,
      "serviceRegistries",
      "it registers its tasks in Cloud Map, which the first deployment would end",
      "Move its callers to connects_to or to the load balancer, take the registry off, and adopt it then",
    ),
    ...refuse(
      [service["volumeConfigurations"], service["vpcLatticeConfigurations"]].some(
        (given) => Array.isArray(given) && given.length > 0,
      ),
      "volumeConfigurations, vpcLatticeConfigurations",
      "the input has no option for EBS volumes and VPC Lattice",
      "Do without them, or leave the service as it is",
    ),
  ];
}

const capacity = (service: PlainService, spot: boolean): Draft[] => [
  ...(service.launchType === "FARGATE" && !service.capacityProviderStrategy.length
    ? [
        changed(
          "cosmetic",
          "launchType",
          "capacity provider FARGATE",
          "the launch type becomes the capacity provider of the same name, in place, with the first deployment",
          "See that the cluster has it: aws ecs describe-clusters --clusters … --query 'clusters[].capacityProviders'",
        ),
      ]
    : []),
  ...(spot &&
  service.capacityProviderStrategy.some(({ capacityProvider, weight }) => capacityProvider === "FARGATE" && weight > 0)
    ? [
        changed(
          "cost",
          "capacityProviderStrategy",
          "capacity_provider, on_demand_base",
          "beyond the base every task is on Spot; it shared them by weights",
          "Raise on_demand_base if that is too few on demand",
        ),
      ]
    : []),
];

/** What ECS does at a deployment, where it is written otherwise here. */
function deployments(key: string, { deploymentConfiguration: given }: PlainService): Draft[] {
  const [least = 100, most = 200] = [given?.minimumHealthyPercent, given?.maximumPercent];
  const breaker = given?.deploymentCircuitBreaker;
  return [
    ...(least === 100 && most === 200
      ? []
      : [
          changed(
            "behaviour",
            "deploymentConfiguration",
            `services.${key}`,
            `a deployment keeps 100 to 200 percent of the tasks, no longer ${least} to ${most}`,
          ),
        ]),
    ...(breaker?.enable && breaker.rollback
      ? []
      : [
          changed(
            "behaviour",
            "deploymentConfiguration.deploymentCircuitBreaker",
            `services.${key}`,
            "a deployment that fails is rolled back by the circuit breaker",
          ),
        ]),
  ];
}

function alarmsOf({ deploymentConfiguration: given }: PlainService): Part["service"] {
  const alarms = given?.alarms;
  return alarms?.alarmNames.length
    ? {
        deployment_configuration: {
          alarms: { alarm_names: [...alarms.alarmNames], enable: alarms.enable, rollback: alarms.rollback },
        },
      }
    : {};
}
