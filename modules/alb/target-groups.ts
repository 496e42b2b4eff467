import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { DataResource } from "cdktf/lib/terraform-data-resource";
import { Construct } from "constructs";
import { dynamicBlock, forEach } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, number, raw, text } from "../kit/hcl";
import { addressOf } from "../kit/stack";

/**
 * A target group's own port. ECS registers each task with the port it listens on, so this one is never used; and as a
 * constant it never replaces the group, which a rule and a service hold on to.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html (read 2026-11-21)
 */
const UNUSED_PORT = 80;

const PROTOCOL_VERSIONS = { http: "HTTP1", http2: "HTTP2", grpc: "GRPC" };

/**
 * A gRPC server is well when it answers the given method with OK; without one, when it says that it does not know AWS's.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html (read 2026-11-21)
 */
const GRPC = { path: "/AWS.ALB/healthcheck", unknownMethod: "12", ok: "0" };

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
  private readonly stickiness: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: TargetGroupsProps,
  ) {
    super(scope, id);
    this.stickiness = this.watchStickiness();
    const kept = (attribute: string) => hcl`try(each.value.adopted.target_group.${raw(attribute)}, null)`;
    this.production = this.group("this@target_group", {
      name: text`coalesce(${kept("name")}, ${this.name("")})`,
      port: number`coalesce(${kept("port")}, ${UNUSED_PORT})`,
    });
    this.alternate = this.group("alternate", { name: this.name("/alternate"), port: UNUSED_PORT });
  }

  /**
   * A target group cannot become sticky while a rule that is not holds it: turning stickiness on or off makes new groups.
   * Apart from the protocol nothing else does, so that a group which was made under another name, or with another port
   * of its own, keeps its tasks. (What is null is watched below its own level: OpenTofu takes a new object for a change
   * of each attribute that it has.)
   */
  private watchStickiness(): string {
    const sticky = new DataResource(this, "target_group", {
      forEach: forEach(hcl`${this.props.services}`),
      input: hcl`each.value.stickiness == null ? null : { sticky = true }` as never,
    });
    return `${addressOf(sticky)}[each.key].input.sticky`;
  }

  private group(id: string, fixed: { readonly name: string; readonly port: number }): LbTargetGroup {
    const { vpcId, services, tags } = this.props;
    const check = (attribute: string) => hcl`each.value.health_check.${raw(attribute)}`;
    const group = new LbTargetGroup(this, id, {
      forEach: forEach(hcl`${services}`),
      ...fixed,
      protocol: "HTTP",
      protocolVersion: text`${PROTOCOL_VERSIONS}[each.value.app_protocol]`,
      targetType: "ip",
      vpcId,
      deregistrationDelay: text`tostring(each.value.deregistration_delay)`,
      slowStart: number`each.value.slow_start`,
      healthCheck: {
        path: text`each.value.app_protocol == "grpc" && each.value.health_check_path == "/" ? ${GRPC.path} : each.value.health_check_path`,
        matcher: text`each.value.app_protocol != "grpc" ? ${check("matcher")} : each.value.health_check_path == "/" ? ${GRPC.unknownMethod} : ${GRPC.ok}`,
        interval: number`${check("interval")}`,
        timeout: number`${check("timeout")}`,
        healthyThreshold: number`${check("healthy_threshold")}`,
        unhealthyThreshold: number`${check("unhealthy_threshold")}`,
      },
      tags,
      lifecycle: {
        createBeforeDestroy: true,
        ignoreChanges: ["name", "port"],
        replaceTriggeredBy: [this.stickiness],
      },
    });
    accept(group, {
      CKV_AWS_378: "TLS ends at the load balancer; behind it the tasks' security group admits nothing else",
    });
    group.addOverride(
      "dynamic.stickiness",
      dynamicBlock(hcl`each.value.stickiness[*]`, {
        type: "lb_cookie",
        cookie_duration: hcl`stickiness.value.cookie_duration`,
      }),
    );
    return group;
  }

  /** What makes a new group is part of its name, so that it comes before the old one goes. */
  private name(suffix: string): string {
    const { name } = this.props;
    const fixed = hcl`join(":", concat(["\${${name}}/\${each.key}${raw(suffix)}"], each.value.app_protocol == "http" ? [] : [each.value.app_protocol], each.value.stickiness == null ? [] : ["sticky"]))`;
    return text`"\${trimsuffix(substr("\${${name}}-\${each.key}", 0, 23), "-")}-\${substr(sha1(${fixed}), 0, 8)}"`;
  }
}
