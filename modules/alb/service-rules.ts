import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { dynamicBlock, forEach } from "../kit/each";
import { hcl, number, text } from "../kit/hcl";
import { moved } from "../kit/moved";
import { addressOf } from "../kit/stack";
import type { TargetGroups } from "./target-groups";

/**
 * Seconds that a client is held to one of the two target groups of a service with sticky sessions. A sticky target group
 * is taken by a rule for two groups only if the rule is sticky too; as short as can be, so that a deployment that shifts
 * traffic moves everybody.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html (read 2026-11-21)
 */
const GROUP_STICKINESS = 1;

export interface ServiceRulesProps {
  /** Service to `{ listener_arn, priority, hosts, paths, sticky }`; which services there are is known at plan. */
  readonly production: IResolvable;
  /** The same for the services that have a test listener. */
  readonly test: IResolvable;
  readonly targetGroups: TargetGroups;
  /** Blocks that each rule admits alone; none for everybody. */
  readonly sourceIps: unknown;
  readonly tags: never;
}

/**
 * A listener rule for each service, that forwards to both of its target groups: everything to one, nothing to the other.
 *
 * ECS itself moves the weights when a deployment shifts traffic, so they are written once and then left alone; and where
 * a target group has to be replaced the rule is made anew with it. A rule of 0.1.0 has no weights yet, and gets them.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html (read 2026-11-21)
 */
export class ServiceRules extends Construct {
  readonly production: LbListenerRule;
  readonly test: LbListenerRule;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ServiceRulesProps,
  ) {
    super(scope, id);
    this.production = this.rules("this@rule", props.production);
    moved(this, { from: "aws_lb_listener_rule.host", to: addressOf(this.production) }); // 0.2.0: ports have rules too
    this.test = this.rules("test", props.test);
  }

  private rules(id: string, services: IResolvable): LbListenerRule {
    const { targetGroups, sourceIps, tags } = this.props;
    const rules = new LbListenerRule(this, id, {
      forEach: forEach(services),
      listenerArn: text`each.value.listener_arn`,
      priority: number`each.value.priority`,
      condition: [],
      action: [],
      tags,
      lifecycle: {
        ignoreChanges: ["action[0].forward[0].target_group"],
        // The other one is replaced for the same reasons, and is new to a service that was made by 0.1.0.
        replaceTriggeredBy: [`${addressOf(targetGroups.production)}[each.key].id`],
      },
    });
    rules.addOverride("action", [forward(targetGroups)]);
    rules.addOverride("dynamic.condition", [
      condition(hcl`each.value.hosts`, "host_header"),
      condition(hcl`each.value.paths`, "path_pattern"),
      condition(hcl`${sourceIps}`, "source_ip"),
    ]);
    return rules;
  }
}

/** Everything to one target group and nothing to the other. (Inside an override, cdktf converts no keys: they are Terraform's.) */
const forward = ({ production, alternate }: TargetGroups) => {
  const weighted = (group: LbTargetGroup, weight: number) => ({ arn: hcl`${group.fqn}[each.key].arn`, weight });
  const stickiness = dynamicBlock(hcl`each.value.sticky ? [${GROUP_STICKINESS}] : []`, {
    enabled: true,
    duration: hcl`stickiness.value`,
  });
  return {
    type: "forward",
    forward: { target_group: [weighted(production, 100), weighted(alternate, 0)], dynamic: { stickiness } },
  };
};

/** A condition on one of several values; none without a value. */
const condition = (values: IResolvable, kind: string) =>
  dynamicBlock(hcl`length(${values}) > 0 ? [${values}] : []`, { [kind]: { values: hcl`condition.value` } });
