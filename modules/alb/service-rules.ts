import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { dynamicBlock, forEach } from "../kit/each";
import { hcl, number, text } from "../kit/hcl";
import { addressOf } from "../kit/stack";
import type { TargetGroups } from "./target-groups";

export interface ServiceRulesProps {
  /** Service to `{ listener_arn, priority, hosts, paths }`; which services there are is known at plan. */
  readonly production: IResolvable;
  /** The same for the services that have a test listener. */
  readonly test: IResolvable;
  readonly targetGroups: TargetGroups;
  readonly tags: never;
}

/**
 * A listener rule for each service, that forwards to both of its target groups: everything to one, nothing to the other.
 *
 * ECS itself moves the weights when a deployment shifts traffic, so what a rule forwards to is written once and then
 * left alone; and where a target group has to be replaced the rule is made anew with it.
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
    this.test = this.rules("test", props.test);
  }

  private rules(id: string, services: IResolvable): LbListenerRule {
    const { production, alternate } = this.props.targetGroups;
    const weighted = (group: typeof production, weight: number) => ({
      arn: text`${group.fqn}[each.key].arn`,
      weight,
    });
    const rules = new LbListenerRule(this, id, {
      forEach: forEach(services),
      listenerArn: text`each.value.listener_arn`,
      priority: number`each.value.priority`,
      condition: [],
      action: [{ type: "forward", forward: { targetGroup: [weighted(production, 100), weighted(alternate, 0)] } }],
      tags: this.props.tags,
      lifecycle: {
        ignoreChanges: ["action"],
        replaceTriggeredBy: [production, alternate].map((group) => `${addressOf(group)}[each.key].id`),
      },
    });
    rules.addOverride("dynamic.condition", [
      condition(hcl`each.value.hosts`, "host_header"),
      condition(hcl`each.value.paths`, "path_pattern"),
    ]);
    return rules;
  }
}

/** A condition on one of several values; none without a value. */
const condition = (values: IResolvable, kind: string) =>
  dynamicBlock(hcl`length(${values}) > 0 ? [${values}] : []`, { [kind]: { values: hcl`condition.value` } });
