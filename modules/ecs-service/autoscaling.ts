import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingScheduledAction } from "@cdktf/provider-aws/lib/appautoscaling-scheduled-action";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { hcl, number, raw, text } from "../kit/hcl";
import type { EcsServiceProps } from "./props";

/**
 * Express Mode's names for the metrics, which are the group's, and Application Auto Scaling's.
 *
 * @see https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html
 */
const METRICS = {
  AVERAGE_CPU: "ECSServiceAverageCPUUtilization",
  AVERAGE_MEMORY: "ECSServiceAverageMemoryUtilization",
  REQUEST_COUNT_PER_TARGET: "ALBRequestCountPerTarget",
};

export interface AutoscalingProps extends Required<EcsServiceProps> {
  /** The name as the service's resource gives it, so that the target comes after it. */
  readonly ecsServiceName: string;
}

/** Keeps the number of tasks by a metric, as Express Mode does, within limits that may change by the clock. */
export class Autoscaling extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { clusterName, ecsServiceName, service, loadBalancer, scalingPolicyName, tags }: AutoscalingProps,
  ) {
    super(scope, id);
    const scaling = (attribute: string) => hcl`${service}.scaling.${raw(attribute)}`;
    const target = new AppautoscalingTarget(this, "this", {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: text`"service/\${${clusterName}}/\${${ecsServiceName}}"`,
      minCapacity: number`${scaling("min_task_count")}`,
      maxCapacity: number`${scaling("max_task_count")}`,
      tags: tags as never,
    });
    new AppautoscalingPolicy(this, "this@policy", {
      name: text`coalesce(${scalingPolicyName}, "\${${ecsServiceName}}-target-tracking")`,
      policyType: "TargetTrackingScaling",
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      targetTrackingScalingPolicyConfiguration: {
        targetValue: number`${scaling("auto_scaling_target_value")}`,
        scaleInCooldown: number`${scaling("scale_in_cooldown")}`,
        scaleOutCooldown: number`${scaling("scale_out_cooldown")}`,
        predefinedMetricSpecification: {
          predefinedMetricType: text`${METRICS}[${scaling("auto_scaling_metric")}]`,
          resourceLabel: text`${scaling("auto_scaling_metric")} == "REQUEST_COUNT_PER_TARGET" ? ${loadBalancer}.resource_label : null`,
        },
      },
    });
    new AppautoscalingScheduledAction(this, "this@schedule", {
      forEach: forEach(scaling("schedules")),
      name: text`"\${${ecsServiceName}}-\${each.key}"`,
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      schedule: text`each.value.schedule`,
      timezone: text`each.value.timezone`,
      scalableTargetAction: {
        minCapacity: text`each.value.min_task_count == null ? null : tostring(each.value.min_task_count)`,
        maxCapacity: text`each.value.max_task_count == null ? null : tostring(each.value.max_task_count)`,
      },
    });
  }
}
