import { changed, type Draft, lost } from "../../apprunner/finding";
import { arnOf, type Found, type PlainService, type ScalingPolicy } from "../found";
import type { Part } from "./taken";

const DIMENSION = "ecs:service:DesiredCount";

/** Application Auto Scaling's names for the metrics, and the input's. */
const METRICS: Readonly<Record<string, "AVERAGE_CPU" | "AVERAGE_MEMORY" | "REQUEST_COUNT_PER_TARGET">> = {
  ECSServiceAverageCPUUtilization: "AVERAGE_CPU",
  ECSServiceAverageMemoryUtilization: "AVERAGE_MEMORY",
  ALBRequestCountPerTarget: "REQUEST_COUNT_PER_TARGET",
};

const resourceOf = (service: PlainService): string =>
  `service/${arnOf(service.clusterArn).name}/${service.serviceName}`;

const metricOf = (policy: ScalingPolicy) =>
  METRICS[policy.TargetTrackingScalingPolicyConfiguration?.PredefinedMetricSpecification?.PredefinedMetricType ?? ""];

/** The policy that the module's takes the place of, by the same name. */
export const keptPolicy = (service: PlainService, { scalingPolicies }: Found): ScalingPolicy | undefined =>
  scalingPolicies.find((policy) => policy.ResourceId === resourceOf(service) && metricOf(policy) !== undefined);

/** How many tasks run, and what they follow. */
export function scaling(key: string, service: PlainService, found: Found): Part {
  const resource = resourceOf(service);
  const target = found.scalableTargets.find(
    ({ ResourceId, ScalableDimension }) => ResourceId === resource && ScalableDimension === DIMENSION,
  );
  const policy = keptPolicy(service, found);
  const others = found.scalingPolicies.filter((each) => each.ResourceId === resource && each !== policy);
  const schedules = found.scheduledActions.filter(({ ResourceId }) => ResourceId === resource);
  const id = `ecs/${resource}/${DIMENSION}`;
  const where = `services.${key}.scaling`;
  const count = service.desiredCount;
  return {
    drafts: [
      ...(target
        ? []
        : [
            changed(
              "behaviour",
              "desiredCount",
              where,
              `no scalable target was given: ${count} tasks are written as the least and the most, and the target is registered`,
              "If it has one, give the answer of aws application-autoscaling describe-scalable-targets --service-namespace ecs as well: this apply would write over it",
            ),
          ]),
      ...(policy
        ? ofPolicy(key, policy)
        : [
            changed(
              "behaviour",
              "ScalingPolicies",
              where,
              "a policy is added that keeps the average CPU at 60 percent, within the limits",
              "Write the metric and value that you want",
            ),
          ]),
      ...others.map((each) =>
        lost(
          "behaviour",
          `ScalingPolicies.${each.PolicyName}`,
          `${each.PolicyType} ${each.PolicyName} is not the module's: it is left alone, and goes on scaling beside the module's policy`,
          `Delete it when the module's is enough: aws application-autoscaling delete-scaling-policy --service-namespace ecs --resource-id ${resource} --scalable-dimension ${DIMENSION} --policy-name ${JSON.stringify(each.PolicyName)}`,
        ),
      ),
      ...schedules.map((each) =>
        lost(
          "behaviour",
          `ScheduledActions.${each.ScheduledActionName}`,
          `the schedule ${each.ScheduledActionName} (${each.Schedule}) cannot be imported: it is left alone, and goes on changing the limits`,
          `Write it as ${where}.schedules, then delete the old one: aws application-autoscaling delete-scheduled-action --service-namespace ecs --resource-id ${resource} --scalable-dimension ${DIMENSION} --scheduled-action-name ${JSON.stringify(each.ScheduledActionName)}`,
        ),
      ),
    ],
    service: {
      scaling: {
        min_task_count: target?.MinCapacity ?? count,
        max_task_count: Math.max(1, target?.MaxCapacity ?? count),
        ...(policy ? policyOptions(policy) : {}),
      },
    },
    imports: [
      ...(target ? [{ to: `module.ecs["${key}"].aws_appautoscaling_target.this`, id }] : []),
      ...(target && policy
        ? [{ to: `module.ecs["${key}"].aws_appautoscaling_policy.this`, id: `${id}/${policy.PolicyName}` }]
        : []),
    ],
  };
}

function policyOptions(policy: ScalingPolicy) {
  const given = policy.TargetTrackingScalingPolicyConfiguration;
  return {
    auto_scaling_metric: metricOf(policy) as "AVERAGE_CPU",
    auto_scaling_target_value: Math.max(1, Math.round(given?.TargetValue ?? 60)),
    ...(given?.ScaleInCooldown === undefined ? {} : { scale_in_cooldown: given.ScaleInCooldown }),
    ...(given?.ScaleOutCooldown === undefined ? {} : { scale_out_cooldown: given.ScaleOutCooldown }),
  };
}

function ofPolicy(
  key: string,
  { PolicyName, TargetTrackingScalingPolicyConfiguration: given }: ScalingPolicy,
): Draft[] {
  const where = `services.${key}.scaling`;
  return [
    ...(given && !Number.isInteger(given.TargetValue)
      ? [
          changed(
            "behaviour",
            `ScalingPolicies.${PolicyName}.TargetValue`,
            `${where}.auto_scaling_target_value`,
            `${given.TargetValue} becomes the whole number ${Math.max(1, Math.round(given.TargetValue))}`,
          ),
        ]
      : []),
    ...(given?.DisableScaleIn
      ? [
          changed(
            "behaviour",
            `ScalingPolicies.${PolicyName}.DisableScaleIn`,
            where,
            "the policy also takes tasks away, which it did not",
          ),
        ]
      : []),
  ];
}
