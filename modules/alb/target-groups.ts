import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { hcl, raw, text } from "../kit/hcl";

/** Seconds a load balancer goes on sending requests to a task that is to stop. */
const DEREGISTRATION_DELAY = "30";

/**
 * A target group's own port. ECS registers each task with the port it listens on, so this one is never used; and as a
 * constant it never replaces the group, which a rule and a service hold on to.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html (read 2026-11-21)
 */
const UNUSED_PORT = 80;

export interface TargetGroupsProps {
  readonly name: string;
  readonly vpcId: string;
  readonly services: unknown;
  readonly tags: never;
}

/**
 * Two target groups for each service, from the start: a deployment that shifts traffic moves it from one to the other,
 * so that a change of the deployment strategy never touches the load balancer.
 */
export class TargetGroups extends Construct {
  /** Takes the traffic of a new service. */
  readonly production: LbTargetGroup;
  readonly alternate: LbTargetGroup;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: TargetGroupsProps,
  ) {
    super(scope, id);
    this.production = this.group("this@target_group", "");
    this.alternate = this.group("alternate", "/alternate");
  }

  /** A target group cannot be renamed, and some of its settings not be changed: these are part of its name, and a new group comes before the old one goes. */
  private group(id: string, suffix: string): LbTargetGroup {
    const { name, vpcId, services, tags } = this.props;
    return new LbTargetGroup(this, id, {
      forEach: forEach(hcl`${services}`),
      name: text`"\${trimsuffix(substr("\${${name}}-\${each.key}", 0, 23), "-")}-\${substr(sha1("\${${name}}/\${each.key}${raw(suffix)}"), 0, 8)}"`,
      port: UNUSED_PORT,
      protocol: "HTTP",
      targetType: "ip",
      vpcId,
      deregistrationDelay: DEREGISTRATION_DELAY,
      healthCheck: {
        path: text`each.value.health_check_path`,
        matcher: "200",
        interval: 15,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
      tags,
      lifecycle: { createBeforeDestroy: true },
    });
  }
}
