import type { IResolvable } from "cdktf";
import { hcl, raw } from "../kit/hcl";
import type { ExpressStackServiceProps } from "./props";

/** The one resource of the template. */
export const RESOURCE = "Service";
/** The parameter that a deployment changes, and nothing else. */
export const TASK_DEFINITION = "TaskDefinitionArn";

const attribute = (name: string) => ({ "Fn::GetAtt": [RESOURCE, name] });
const managed = (name: string) => attribute(`ECSManagedResourceArns.${name}`);
const listOf = (name: string) => ({ "Fn::Join": [",", managed(name)] });

/**
 * What AWS makes for the service, by the name that it has in the module's output. The log group is not among them: it
 * is the task definition's, and an attribute that is not there would fail the stack.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-expressgatewayservice.html (read 2026-11-21)
 */
const MANAGED = {
  load_balancer: { output: "LoadBalancerArn", value: managed("IngressPath.LoadBalancerArn") },
  listener: { output: "ListenerArn", value: managed("IngressPath.ListenerArn") },
  listener_rule: { output: "ListenerRuleArn", value: managed("IngressPath.ListenerRuleArn") },
  certificate: { output: "CertificateArn", value: managed("IngressPath.CertificateArn") },
  scalable_target: { output: "ScalableTargetArn", value: managed("AutoScaling.ScalableTarget") },
} as const;
const MANAGED_LISTS = {
  target_groups: { output: "TargetGroupArns", value: listOf("IngressPath.TargetGroupArns") },
  load_balancer_security_groups: {
    output: "LoadBalancerSecurityGroupArns",
    value: listOf("IngressPath.LoadBalancerSecurityGroups"),
  },
  service_security_groups: { output: "ServiceSecurityGroupArns", value: listOf("ServiceSecurityGroups") },
  scaling_policies: { output: "ScalingPolicyArns", value: listOf("AutoScaling.ApplicationAutoScalingPolicies") },
  metric_alarms: { output: "MetricAlarmArns", value: listOf("MetricAlarms") },
} as const;

/** The template as JSON: a service that takes its task definition from a parameter, so that a plan names what changes. */
export function template(input: Required<ExpressStackServiceProps>): IResolvable {
  const of = (path: string) => hcl`${input.service}.${raw(path)}`;
  const properties = {
    ServiceName: input.name,
    Cluster: input.clusterName,
    [TASK_DEFINITION]: { Ref: TASK_DEFINITION },
    InfrastructureRoleArn: input.infrastructureRoleArn,
    HealthCheckPath: of("health_check_path"),
    NetworkConfiguration: {
      Subnets: hcl`sort(${input.subnetIds})`,
      SecurityGroups: hcl`sort(${input.securityGroupIds})`,
    },
    ScalingTarget: {
      AutoScalingMetric: of("scaling.auto_scaling_metric"),
      AutoScalingTargetValue: of("scaling.auto_scaling_target_value"),
      MinTaskCount: of("scaling.min_task_count"),
      MaxTaskCount: of("scaling.max_task_count"),
    },
  };
  const outputs = [
    ["ServiceArn", attribute("ServiceArn")] as const,
    ["Endpoint", attribute("Endpoint")] as const,
    ...[...Object.values(MANAGED), ...Object.values(MANAGED_LISTS)].map(
      ({ output, value }) => [output, value] as const,
    ),
  ].map(([name, value]) => [name, { Value: value }]);
  return hcl`jsonencode(${{
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "An ECS Express Mode service with its own task definition",
    Parameters: { [TASK_DEFINITION]: { Type: "String" } },
    Resources: { [RESOURCE]: { Type: "AWS::ECS::ExpressGatewayService", Properties: properties } },
    Outputs: Object.fromEntries(outputs),
  }})`;
}

/** What AWS has made, out of the stack's outputs. */
export const managedArns = (outputs: IResolvable): IResolvable => {
  const one = Object.entries(MANAGED).map(([name, { output }]) => [name, hcl`${outputs}[${output}]`]);
  const many = Object.entries(MANAGED_LISTS).map(([name, { output }]) => [
    name,
    hcl`compact(split(",", ${outputs}[${output}]))`,
  ]);
  return hcl`${Object.fromEntries([...one, ...many])}`;
};
