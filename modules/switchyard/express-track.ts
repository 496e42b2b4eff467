import { ExpressDomain } from "../express-domain";
import { ExpressIngressOverlayDev } from "../express-ingress-overlay-dev";
import { ExpressLoadBalancer } from "../express-load-balancer";
import { ExpressOverlayDev } from "../express-overlay-dev";
import { ExpressService } from "../express-service";
import { ExpressStackService } from "../express-stack-service";
import { forEach } from "../kit/each";
import { hcl, list, map, raw, text } from "../kit/hcl";
import { call, check, type ModuleCall } from "../kit/module";
import { MANAGED_HCL } from "../spec/rules/network-acl";
import { ExpressServices } from "./express-services";
import { type Group, Part } from "./group";
import type { Shared } from "./shared";

/** The services on ECS Express Mode, behind the load balancer that it makes and shares. */
export class ExpressTrack extends Part {
  readonly services: ExpressServices;
  readonly loadBalancer: ModuleCall;
  readonly domain: ModuleCall;

  constructor(
    group: Group,
    private readonly shared: Shared,
  ) {
    super(group);
    this.services = this.makeServices();
    this.overlayForDevelopment();
    this.loadBalancer = this.findLoadBalancer();
    this.domain = this.giveTheDomain();
    this.closeForDevelopment();
  }

  private makeServices(): ExpressServices {
    const { network, cluster, roles, lockdown, tasks } = this.shared;
    const { infrastructureRole, alarms, dashboard, waitForSteadyState } = this.input;
    const closed = lockdown.output("closed_subnet_ids");
    const { service, securityGroupIds, ...roleAndLog } = this.shared.ofService("express");
    const either = {
      name: text`${this.group.serviceName("express", "each.key")}`,
      clusterName: text`${cluster.output("cluster_name")}`,
      service,
      // All public or all private: AWS takes no mixture.
      subnetIds: list`!each.value.public ? ${network.output("private_subnet_ids")} : ${raw(MANAGED_HCL)} ? ${closed} : ${network.output("public_subnet_ids")}`,
      availabilityZones: list`each.value.public ? [] : ${network.output("private_availability_zones")}`,
      securityGroupIds,
      infrastructureRoleArn: text`${infrastructureRole} == null ? ${roles.output("infrastructure_role_arn")} : ${infrastructureRole}.arn`,
      findTargetGroups: hcl`each.value.public && (${alarms} != null || ${dashboard})`,
      tags: this.group.serviceTags(),
    };
    const environment = hcl`${this.place.expressEnvironments}[each.key]`;
    const byProvider = call(
      this.scope,
      "express",
      ExpressService,
      {
        ...either,
        ...roleAndLog,
        environment,
        adopted: hcl`try(each.value.adopted.mode, null) == "express"`,
        waitForSteadyState,
      },
      { forEach: forEach(this.place.byProvider) },
    );
    const byStack = call(
      this.scope,
      "express_stack",
      ExpressStackService,
      { ...either, taskDefinitionArn: text`${tasks.outputs("task_definition_arn")}[each.key]` },
      { forEach: forEach(this.place.byStack) },
    );
    return new ExpressServices(byProvider, byStack);
  }

  private findLoadBalancer(): ModuleCall {
    return call(this.scope, "express_load_balancer", ExpressLoadBalancer, {
      clusterName: text`${this.shared.cluster.output("cluster_name")}`,
      serviceArns: map`${this.services.outputs("service_arn")}`,
      internalServices: list`${this.place.hidden}`,
      overlaidServices: list`keys(${this.place.overlaid})`,
      expressLoadBalancer: this.input.expressLoadBalancer,
    });
  }

  /** The certificate on Express Mode's listener, and the names on its rules. */
  private giveTheDomain(): ModuleCall {
    const { services, loadBalancer } = this;
    const { name, domain } = this.input;
    const rule = hcl`lookup(${loadBalancer.output("listener_rule_arns")}, service, null)`;
    return call(this.scope, "express_domain", ExpressDomain, {
      name,
      domainName: text`${domain} == null ? null : ${domain}.name`,
      listenerArn: text`${loadBalancer.output("listener_arn")}`,
      certificateArn: text`${this.shared.certificate.output("certificate_arn")}`,
      services: hcl`{ for service in ${this.place.exposed} : service => { service_arn = ${services.outputs("service_arn")}[service], listener_rule_arn = ${rule}, host_names = ${this.place.hostNames}[service] } if ${domain} != null }`,
      ...this.group.ofWorkflows,
    });
  }

  /** For development and test only. It names the services by reference, so it comes after them and goes before them. */
  private overlayForDevelopment(): void {
    const { cluster, roles } = this.shared;
    const { name } = this.input;
    call(this.scope, "express_overlay_dev", ExpressOverlayDev, {
      name,
      clusterArn: text`${cluster.output("cluster_arn")}`,
      services: hcl`{ for name, s in ${this.place.overlaid} : name => {
        service_arn        = ${this.services.outputs("service_arn")}[name]
        execution_role_arn = ${roles.output("execution_role_arns")}[name]
        task_role_arn      = ${roles.output("task_role_arns")}[name]
        log_group_name     = ${this.shared.logGroupNames}[name]
        memory             = s.memory
        overlay            = s.express_overlay_dev
      } }`,
      ...this.group.ofWorkflows,
    });
    check(
      this.scope,
      "express_overlay_dev_is_for_development_and_test",
      hcl`length(${this.place.overlaid}) == 0`,
      text`"express_overlay_dev is for development and test only, and is on for \${join(", ", keys(${this.place.overlaid}))}."`,
    );
  }

  /** For development and test only: Express Mode's own security group, closed after the fact. */
  private closeForDevelopment(): void {
    const { name, allowedCidrs } = this.input;
    const enabled = hcl`${this.input.expressIngressOverlayDev} && length(${this.place.exposed}) > 0`;
    call(this.scope, "express_ingress_overlay_dev", ExpressIngressOverlayDev, {
      name,
      enabled,
      clusterArn: text`${this.shared.cluster.output("cluster_arn")}`,
      loadBalancerArn: text`${this.loadBalancer.output("load_balancer_arn")}`,
      allowedCidrs,
      ...this.group.ofWorkflows,
    });
    check(
      this.scope,
      "express_ingress_overlay_dev_is_for_development_and_test",
      hcl`!(${enabled})`,
      "express_ingress_overlay_dev is for development and test only: Express Mode may open its load balancer's security group again, and it stays open until the next run.",
    );
  }
}
