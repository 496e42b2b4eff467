import { DataAwsEcsService } from "@cdktf/provider-aws/lib/data-aws-ecs-service";
import { DataAwsLb } from "@cdktf/provider-aws/lib/data-aws-lb";
import { DataAwsLbListener } from "@cdktf/provider-aws/lib/data-aws-lb-listener";
import { DataAwsLbListenerRule } from "@cdktf/provider-aws/lib/data-aws-lb-listener-rule";
import { type IResolvable, TerraformLocal } from "cdktf";
import { DataResource } from "cdktf/lib/terraform-data-resource";
import { Construct } from "constructs";
import { hcl, raw, text } from "../kit/hcl";
import { check, countIf, inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import type { ExpressLoadBalancerProps } from "./props";

const WAY_OUT = 'Look the load balancer up in the console and give it: express_load_balancer = { arn = "…" }';

/**
 * The load balancer that Express Mode made. The Express resource does not name it, so it is found from the service's
 * record: production rule, listener, load balancer.
 *
 * What was found is kept in an anchor. The services may come and go in any order and change their image: the stored ARN
 * stays known, so that what hangs on it (the web ACL's association) is never planned anew. A check tells when AWS has
 * meanwhile moved the service.
 */
export class ExpressLoadBalancer extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: ExpressLoadBalancerProps) {
    super(scope, id);
    const { enabled, clusterName, serviceArn, expressLoadBalancer: given } = inputsOf(this, definition, props);

    const found = this.discover(hcl`${enabled} && ${given} == null`, clusterName, serviceArn);
    const locals = new Construct(this, "~local");
    const arn = new TerraformLocal(locals, "arn", hcl`${given} == null ? ${found.arn} : ${given}.arn`).expression;
    const anchor = new DataResource(this, "anchor", {
      count: countIf(enabled),
      input: arn as never,
      lifecycle: {
        ignoreChanges: ["input"],
        precondition: [
          {
            condition: hcl`${arn} != null`,
            errorMessage: text`"ECS does not tell which load balancer serves \${coalesce(${serviceArn}, "the service")}. ${raw(WAY_OUT.replaceAll('"', '\\"'))}."`,
          },
        ],
      },
    });
    const kept = hcl`one(${anchor.fqn}[*].output)`;
    const loadBalancer = new DataAwsLb(this, "this", { count: countIf(enabled), arn: text`${kept}` });

    check(
      this,
      "express_load_balancer_is_protected",
      hcl`!${enabled} || try(${arn} == ${kept}, true)`,
      text`"The web ACL is on \${coalesce(${kept}, "none")}, but \${coalesce(${serviceArn}, "the service")} is now served by \${coalesce(${arn}, "none")}. Re-plan with -replace on the terraform_data \\"anchor\\" of this module to move the web ACL."`,
    );

    this.outputs = {
      load_balancer_arn: { value: kept, description: "The load balancer; null when nothing runs on Express Mode." },
      load_balancer_dns_name: { value: hcl`one(${loadBalancer.fqn}[*].dns_name)`, description: "Its DNS name." },
      security_group_ids: {
        value: hcl`flatten(${loadBalancer.fqn}[*].security_groups)`,
        description: "Its security groups, which are Express Mode's.",
      },
    };
  }

  /**
   * The chain of look-ups. It hangs on the service by reference alone: an explicit dependency would put it off to the
   * apply at every change of the service, and plan the association anew each time.
   */
  private discover(enabled: IResolvable, clusterName: string, serviceArn: string): { readonly arn: IResolvable } {
    const count = countIf(enabled);
    const service = new DataAwsEcsService(this, "service", {
      count,
      clusterArn: clusterName,
      serviceName: text`reverse(split("/", ${serviceArn}))[0]`,
    });
    const ruleArns = hcl`flatten([for service in ${service.fqn} : [for served in service.load_balancer : served.advanced_configuration[*].production_listener_rule]])`;
    const rule = new DataAwsLbListenerRule(this, "rule", { count, arn: text`try(${ruleArns}[0], "none")` });
    const listener = new DataAwsLbListener(this, "listener", { count, arn: text`one(${rule.fqn}[*].listener_arn)` });
    return { arn: hcl`one(${listener.fqn}[*].load_balancer_arn)` };
  }
}
