import { Alb } from "../alb";
import { EcsService, EcsServiceRolling } from "../ecs-service";
import type { EcsServiceProps } from "../ecs-service/props";
import { forEach } from "../kit/each";
import { hcl, list, text } from "../kit/hcl";
import { call, type ModuleCall, type ModuleClass } from "../kit/module";
import { ServiceConnectRefresh } from "../service-connect-refresh";
import { type Group, Part } from "./group";
import type { Shared } from "./shared";

/** The services on plain ECS Fargate, behind the group's own load balancer. */
export class PlainTrack extends Part {
  readonly alb: ModuleCall;
  readonly services: ModuleCall;
  /** What deploys callers once more that came before a name they call. */
  readonly refresh: ModuleCall;

  constructor(
    group: Group,
    private readonly shared: Shared,
  ) {
    super(group);
    this.alb = this.makeLoadBalancer();
    this.services = this.makeServices();
    this.refresh = this.refreshCallers();
  }

  private makeLoadBalancer(): ModuleCall {
    const { network, lockdown, certificate } = this.shared;
    const { name, allowedCidrs, domain, loadBalancer, tags } = this.input;
    return call(this.scope, "alb", Alb, {
      name,
      vpcId: text`${network.output("vpc_id")}`,
      subnetIds: list`${loadBalancer}.internal ? ${network.output("private_subnet_ids")} : ${network.output("public_subnet_ids")}`,
      securityGroupId: text`${lockdown.output("security_group_id")}`,
      ipv6: network.output("ipv6"),
      services: this.place.served,
      domain:
        hcl`${domain} == null ? null : { name = ${domain}.name, certificate = ${loadBalancer}.adopted != null && ${domain}.certificate == null ? null : { arn = ${certificate.output("certificate_arn")} } }` as never,
      loadBalancer,
      sourceIps: list`try(${loadBalancer}.adopted.enforce_allowed_cidrs, false) ? ${allowedCidrs} : []`,
      tags,
    });
  }

  private makeServices(): ModuleCall {
    const { network, cluster, roles, names, tasks } = this.shared;
    return call(
      this.scope,
      "ecs",
      (this.group.tracks.includes("express") ? EcsService : EcsServiceRolling) as ModuleClass<EcsServiceProps>,
      {
        name: text`${this.group.serviceName("ecs", "each.key")}`,
        clusterName: text`${cluster.output("cluster_name")}`,
        clusterArn: text`try(each.value.adopted.mode, null) == "ecs" ? ${cluster.output("cluster_arn")} : null`,
        scalingPolicyName: text`try(each.value.adopted.scaling_policy_name, null)`,
        environment: hcl`${this.place.plainEnvironments}[each.key]`,
        taskDefinition:
          hcl`contains(keys(${this.place.shared}), each.key) ? { arn = ${tasks.outputs("task_definition_arn")}[each.key] } : null` as never,
        subnetIds: list`${network.output("private")} ? ${network.output("private_subnet_ids")} : ${network.output("public_subnet_ids")}`,
        assignPublicIp: hcl`!${network.output("private")}`,
        ...this.shared.ofService("ecs"),
        loadBalancer:
          hcl`each.value.public ? merge(${this.alb.output("target_groups")}[each.key], { role_arn = ${roles.output("load_balancer_role_arn")} }) : null` as never,
        serviceConnect:
          hcl`contains(keys(${this.place.serviceConnect}), each.key) ? merge({ namespace_arn = ${cluster.output("namespace_arn")}, tls = ${this.tls} }, ${this.place.serviceConnect}[each.key]) : null` as never,
        serviceRegistry:
          hcl`contains(${this.place.registered}, each.key) ? { arn = ${names.output("service_registry_arns")}[each.key] } : null` as never,
        waitForSteadyState: this.input.waitForSteadyState,
        tags: this.group.serviceTags(),
      },
      { forEach: forEach(this.place.ecs) },
    );
  }

  /** Where TLS is asked for: whose certificates, and the role that ECS issues them in. */
  private get tls() {
    const { serviceConnectTls: tls } = this.input;
    return hcl`${tls} == null ? null : { aws_pca_authority_arn = ${tls}.aws_pca_authority_arn, kms_key_arn = ${tls}.kms_key_arn, role_arn = ${this.shared.roles.output("service_connect_role_arn")} }`;
  }

  /** Callers and targets are made at the same time; a caller that came first is deployed once more. */
  private refreshCallers(): ModuleCall {
    const { name } = this.input;
    return call(this.scope, "service_connect_refresh", ServiceConnectRefresh, {
      name,
      clusterArn: text`${this.shared.cluster.output("cluster_arn")}`,
      targets: hcl`{ for target, callers in ${this.place.connected} : target => { service_name = ${this.group.serviceName("ecs", "target")}, callers = [for caller in callers : ${this.group.serviceName("ecs", "caller")}] } }`,
      ...this.group.ofWorkflows,
    });
  }
}
