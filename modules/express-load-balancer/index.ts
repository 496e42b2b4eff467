import { DataAwsEcsService } from "@cdktf/provider-aws/lib/data-aws-ecs-service";
import { DataAwsLb } from "@cdktf/provider-aws/lib/data-aws-lb";
import { type IResolvable, TerraformLocal } from "cdktf";
import { DataResource } from "cdktf/lib/terraform-data-resource";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { hcl, raw, text } from "../kit/hcl";
import { check, countIf, inputsOf, Module } from "../kit/module";
import { EXPRESS_SERVICES_PER_LOAD_BALANCER } from "../spec/limits";
import { definition } from "./inputs";
import { changesOfLoadBalancer, changesOfServices } from "./drift";
import type { ExpressLoadBalancerProps } from "./props";

/**
 * A listener rule's ARN holds the name and the id of its load balancer, and the id of its listener.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html (read 2026-11-21)
 */
const PARTS_OF_RULE = '"^(.+):listener-rule/(app/[^/]+/[^/]+)/([^/]+)/"';

/** HCL for the listener and the load balancer of the listener rule `rule`; null where there is none. */
const LISTENER = `try(format("%s:listener/%s/%s", regex(${PARTS_OF_RULE}, rule)...), null)`;
const LOAD_BALANCER = `try(format("%s:loadbalancer/%s", slice(regex(${PARTS_OF_RULE}, rule), 0, 2)...), null)`;

/**
 * The load balancer that Express Mode made. The Express resource does not name it, so it is found from each service's
 * record: the production listener rule, whose ARN tells the load balancer's.
 *
 * What was found is kept in an anchor. The services may come and go in any order and change their image: the stored ARN
 * stays known, so that what hangs on it (the web ACL's association) is never planned anew. Checks tell when AWS has
 * moved the group, when a service stands where the web ACL is not, and when somebody has changed what Express Mode made.
 *
 * Services in private subnets have another load balancer, an internal one, which only the VPC reaches and no web ACL is on.
 */
export class ExpressLoadBalancer extends Module {
  static readonly definition = definition;
  readonly outputs;

  private readonly locals = new Construct(this, "~local");

  constructor(scope: Construct, id: string, props: ExpressLoadBalancerProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const { clusterName, serviceArns, internalServices, overlaidServices, expressLoadBalancer: given } = input;
    const isPublic = hcl`!contains(${internalServices}, name)`;
    const count = countIf(hcl`length([for name in keys(${serviceArns}) : name if ${isPublic}]) > 0`);

    const services = this.lookUp(
      clusterName,
      hcl`{ for name, arn in ${serviceArns} : name => arn if ${given} == null }`,
    );
    const rules = this.rulesOf(hcl`{ for name, service in ${services} : name => service if ${isPublic} }`);
    const serving = this.local("serving", hcl`{ for name, rule in ${rules} : name => ${raw(LOAD_BALANCER)} }`);
    const arn = this.local(
      "arn",
      hcl`${given} == null ? try([for arn in values(${serving}) : arn if arn != null][0], null) : ${given}.arn`,
    );
    // Read where the services are, not where the anchor is: a load balancer that AWS has replaced cannot be read. With a
    // precondition the reading would be put off at every change of a service; so the provider refuses the words instead.
    const loadBalancer = new DataAwsLb(this, "this", {
      count,
      arn: text`coalesce(${arn}, ${NOT_TOLD})`,
    });
    const now = (attribute: string) => hcl`one(${loadBalancer.fqn}[*].${raw(attribute)})`;
    const listener = hcl`try([for name, rule in ${rules} : ${raw(LISTENER)} if ${serving}[name] == ${arn}][0], null)`;
    const anchor = new DataResource(this, "anchor", {
      count,
      input: hcl`{
        arn          = ${now("arn")}
        dns_name     = ${now("dns_name")}
        zone_id      = ${now("zone_id")}
        listener_arn = ${listener}
      }` as never,
      lifecycle: { ignoreChanges: ["input"] },
    });
    // The anchor of 0.1.0 holds the bare ARN, and goes on doing so: another one would plan the association anew.
    const anchored = hcl`one(${anchor.fqn}[*].output)`;
    const keptOf = (attribute: string, otherwise = now(attribute)) =>
      hcl`try(${anchored}.${raw(attribute)}, ${otherwise})`;
    const kept = this.local("kept", keptOf("arn", anchored));
    this.tellWhatIsNotCovered(arn, kept, serving);
    const asMade = hcl`{ for name, service in ${services} : name => service if !contains(${overlaidServices}, name) }`;
    this.tellChangesFromOutside(asMade, hcl`${loadBalancer.fqn}`);

    this.outputs = {
      load_balancer_arn: {
        value: kept,
        description: "The load balancer; null when nothing public runs on Express Mode.",
      },
      load_balancer_dns_name: { value: keptOf("dns_name"), description: "Its DNS name." },
      load_balancer_zone_id: {
        value: keptOf("zone_id"),
        description: "The hosted zone of its DNS name, for an alias record.",
      },
      listener_arn: {
        value: keptOf("listener_arn", listener),
        description: "Its HTTPS listener; null when the load balancer was given and not found.",
      },
      listener_rule_arns: {
        value: rules,
        description: "Service to the listener rule that Express Mode made for it; null where ECS does not tell it.",
      },
      security_group_ids: {
        value: hcl`flatten(${loadBalancer.fqn}[*].security_groups)`,
        description: "Its security groups, which are Express Mode's.",
      },
    };
  }

  /**
   * Service to ECS's record of it. The look-ups hang on the services by reference alone: an explicit dependency would
   * put them off to the apply at every change of a service, and plan the association anew each time.
   */
  private lookUp(clusterName: string, serviceArns: IResolvable): IResolvable {
    const service = new DataAwsEcsService(this, "service", {
      forEach: forEach(serviceArns),
      clusterArn: clusterName,
      serviceName: text`reverse(split("/", each.value))[0]`,
    });
    return hcl`${service.fqn}`;
  }

  /** Service to listener rule; null where ECS does not tell it. */
  private rulesOf(services: IResolvable): IResolvable {
    const rule = hcl`flatten([for served in service.load_balancer : served.advanced_configuration[*].production_listener_rule])[0]`;
    return this.local(
      "rules",
      hcl`{ for name, service in ${services} : name => try(regex("^.+:listener-rule/app/[^/]+/[^/]+/[^/]+/[^/]+$", ${rule}), null) }`,
    );
  }

  /** The web ACL is on one load balancer. Unknown while a service is being made; the apply then tells. */
  private tellWhatIsNotCovered(arn: IResolvable, kept: IResolvable, serving: IResolvable): void {
    const elsewhere = this.local("elsewhere", hcl`{ for name, arn in ${serving} : name => arn if arn != ${kept} }`);
    const everywhere = hcl`length(${elsewhere}) == length(${serving})`;
    check(
      this,
      "express_load_balancer_is_protected",
      hcl`try(${arn} == ${kept} || !(${everywhere}), true)`,
      text`"The web ACL is on \${coalesce(${kept}, "none")}, but the services are now served by \${coalesce(${arn}, "none")}. With a domain, its records and certificate are on the first as well. Re-plan with -replace on the terraform_data \\"anchor\\" of this module to move them all."`,
    );
    check(
      this,
      "every_express_service_is_protected",
      hcl`length(${elsewhere}) == 0 || ${everywhere}`,
      text`"The web ACL is on \${coalesce(${kept}, "none")} and does not cover \${join(", ", [for name, arn in ${elsewhere} : "\${name} (on \${coalesce(arn, "a load balancer that ECS does not name")})"])}. A load balancer of Express Mode carries ${raw(String(EXPRESS_SERVICES_PER_LOAD_BALANCER))} services, those of others in the VPC included. Set mode = \\"ecs\\" for these services, or associate web_acl_arn with their load balancer in an aws_wafv2_web_acl_association of your own."`,
    );
  }

  /** What somebody did in the console or by the API, where the resource does not show it. Unknown while a service is being made. */
  private tellChangesFromOutside(services: IResolvable, loadBalancers: IResolvable): void {
    const changes = this.local(
      "changes_from_outside",
      hcl`concat(${changesOfServices(services)}, ${changesOfLoadBalancer(loadBalancers)})`,
    );
    check(
      this,
      "express_is_as_it_was_made",
      hcl`length(${changes}) == 0`,
      text`"Changed from outside: \${join(" ", ${changes})}"`,
    );
  }

  private local(name: string, expression: IResolvable): IResolvable {
    return hcl`${new TerraformLocal(this.locals, name, expression).expression}`;
  }
}

const NOT_TOLD =
  'ECS does not tell which load balancer serves the services. Apply again: with wait_for_steady_state = false the listener rule may not have been there yet. If that does not help, look the load balancer up in the console and give it: express_load_balancer = { arn = "…" }.';
