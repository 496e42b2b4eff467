import type { z } from "zod";
import type * as shapes from "./shapes";

export type PlainService = z.infer<typeof shapes.service>;
export type ExpressService = z.infer<typeof shapes.expressService>;
export type TaskDefinition = z.infer<typeof shapes.taskDefinition>;
export type Container = z.infer<typeof shapes.container>;
export type LoadBalancer = z.infer<typeof shapes.loadBalancer>;
export type TargetGroup = z.infer<typeof shapes.targetGroup> & {
  /** What describe-target-group-attributes tells; undefined when it was not given. */
  readonly attributes?: Readonly<Record<string, string>>;
};
export type Listener = z.infer<typeof shapes.listener>;
export type Rule = z.infer<typeof shapes.rule>;
export type ScalableTarget = z.infer<typeof shapes.scalableTarget>;
export type ScalingPolicy = z.infer<typeof shapes.scalingPolicy>;
export type ScheduledAction = z.infer<typeof shapes.scheduledAction>;

/** Everything that was described, by what it is. */
export interface Found {
  readonly services: readonly PlainService[];
  readonly express: readonly ExpressService[];
  readonly taskDefinitions: readonly TaskDefinition[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly targetGroups: readonly TargetGroup[];
  readonly listeners: readonly Listener[];
  readonly rules: readonly Rule[];
  readonly scalableTargets: readonly ScalableTarget[];
  readonly scalingPolicies: readonly ScalingPolicy[];
  readonly scheduledActions: readonly ScheduledAction[];
}

/** `arn:aws:ecs:eu-west-1:123456789012:service/main/web`, apart. */
export interface Arn {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** What stands behind the last slash. */
  readonly name: string;
}

export function arnOf(arn: string): Arn {
  const [, partition = "aws", , region = "", account = "", ...resource] = arn.split(":");
  return { partition, region, account, name: resource.join(":").split("/").at(-1) ?? "" };
}

/** The ARN of a listener that a rule's ARN holds: it begins with the listener's. */
export const listenerOfRule = (ruleArn: string): string =>
  ruleArn.replace(":listener-rule/", ":listener/").split("/").slice(0, -1).join("/");
