import { type IResolvable, TerraformLocal } from "cdktf";
import { DataResource } from "cdktf/lib/terraform-data-resource";
import { Construct } from "constructs";
import { Alb } from "../alb";
import { AlbLockdown } from "../alb-lockdown";
import { Alarms } from "../alarms";
import { Certificate } from "../certificate";
import { Cluster } from "../cluster";
import { Dashboard } from "../dashboard";
import { DnsRecords } from "../dns-records";
import { EcsService, EcsServiceRolling } from "../ecs-service";
import type { EcsServiceProps } from "../ecs-service/props";
import { ExpressDomain } from "../express-domain";
import { ExpressIngressOverlayDev } from "../express-ingress-overlay-dev";
import { ExpressLoadBalancer } from "../express-load-balancer";
import { ExpressOverlayDev } from "../express-overlay-dev";
import { ExpressService } from "../express-service";
import { ExpressStackService } from "../express-stack-service";
import { ImageDigests } from "../image-digests";
import type { Mode } from "../kit/capability";
import { forEach } from "../kit/each";
import { hcl, list, map, raw, text } from "../kit/hcl";
import {
  call,
  check,
  inputsOf,
  Module,
  type ModuleCall,
  type ModuleClass,
  type ModuleDefinition,
  type Output,
} from "../kit/module";
import { LogGroup } from "../log-group";
import { Network } from "../network";
import { PrivateNames } from "../private-names";
import { Roles } from "../roles";
import { SecurityGroups } from "../security-groups";
import { ServiceConnectRefresh } from "../service-connect-refresh";
import { floatsHcl } from "../spec/images";
import { containedHcl } from "../spec/rules/cidrs";
import { LISTENER_PORTS_HCL } from "../spec/rules/listeners";
import { MANAGED_HCL, WELL_KNOWN_PORTS_HCL } from "../spec/rules/network-acl";
import { TaskCounts } from "../task-counts";
import { TaskDefinition } from "../task-definition";
import { WafAllowlist } from "../waf-allowlist";
import { definition as both, plainDefinition } from "./inputs";
import { movedBetweenModules } from "./moved";
import { type OutputName, OUTPUTS } from "./outputs";
import { Placement } from "./placement";
import type { SwitchyardProps } from "./props";
import { ExpressServices, type OnExpress, type OnPlain, watchedServices } from "./watched";

type Inputs = Required<SwitchyardProps>;

/** The tag that names a service's group. */
const GROUP_TAG = "ecs-switchyard:group";

/**
 * A group of services on its tracks.
 *
 * What is shared stands first and does not know the mode; a flip changes only what is under {@link runOnPlain} and
 * {@link runOnExpress}. A module that holds the Express resource needs a provider that knows it even when nothing runs
 * there, so which tracks are *emitted* is settled here, and where a service *runs* at plan.
 */
abstract class Composition extends Module {
  readonly outputs: Record<string, Output>;
  private readonly input: Inputs;
  private readonly place: Placement;

  constructor(
    scope: Construct,
    id: string,
    props: SwitchyardProps,
    definition: ModuleDefinition,
    private readonly tracks: readonly Mode[],
  ) {
    super(scope, id);
    this.input = inputsOf(this, definition, props);
    this.place = new Placement(this, "~local", { ...this.input, dns: this.tracks.includes("express") });

    const network = this.makeNetwork();
    const cluster = this.makeCluster();
    const roles = this.makeRoles(cluster);
    const logs = this.makeLogGroups();
    const sizes = this.lookUpSizes(cluster);
    const images = this.resolveImages();
    const groups = this.makeSecurityGroups(network);
    const names = this.makePrivateNames(network, cluster);
    const lockdown = this.lockDown(network, groups);
    const certificate = this.certify();
    const tasks = this.makeTaskDefinitions(roles, images, logs);
    const shared: Shared = {
      network,
      cluster,
      roles,
      images,
      logs,
      sizes,
      groups,
      names,
      lockdown,
      certificate,
      tasks,
    };

    const plain = this.runOnPlain(shared);
    const express = this.tracks.includes("express") ? this.runOnExpress(shared) : undefined;
    const loadBalancers = new LoadBalancers(plain.alb, express?.loadBalancer, this.place);
    const webAcl = this.allowOnly(loadBalancers);
    this.record(network, plain, express, this.cutOver(shared, plain, express, webAcl));

    const watching = this.watch(cluster, plain, express);

    this.pointOutContainedBlocks();
    this.pointOutOpenLayer4();
    this.pointOutServicesThatStayAtZero();
    this.pointOutFloatingTags();
    movedBetweenModules(this);
    this.outputs = this.describeOutputs(shared, plain, express, loadBalancers, webAcl, watching);
  }

  private makeNetwork(): ModuleCall {
    const { name, vpc, network, tags } = this.input;
    return call(this, "network", Network, { name, vpc, network, tags });
  }

  private makeCluster(): ModuleCall {
    const { name, cluster, serviceConnectNamespace, containerInsights, tags } = this.input;
    const { executeCommand, logRetentionInDays, logKmsKeyArn } = this.input;
    return call(this, "cluster", Cluster, {
      name,
      cluster,
      serviceConnectNamespace,
      containerInsights,
      executeCommand,
      logRetentionInDays,
      logKmsKeyArn,
      tags,
    });
  }

  private makeRoles(cluster: ModuleCall): ModuleCall {
    const { name, services, executeCommand, serviceConnectTls, iamRolePath, permissionsBoundaryArn, tags } = this.input;
    const newProvider = this.tracks.includes("express");
    return call(this, "roles", Roles, {
      name,
      services: services as never,
      executeCommand: {
        logGroupArn: text`${cluster.output("execute_command_log_group_arn")}`,
        kmsKeyArn: text`${executeCommand}.kms_key_arn`,
      },
      infrastructureRole: newProvider ? hcl`${this.input.infrastructureRole} == null` : false,
      serviceConnectTls: hcl`${serviceConnectTls} != null`,
      loadBalancerRole: newProvider ? hcl`anytrue([for s in ${services} : s.public])` : false,
      iamRolePath,
      permissionsBoundaryArn,
      tags,
    });
  }

  private makeLogGroups(): ModuleCall {
    const { name, services, logRetentionInDays: retentionInDays, logKmsKeyArn: kmsKeyArn, tags } = this.input;
    const names = hcl`{ for service, s in ${services} : service => "/ecs/\${${name}}/\${service}" if s.log_group == null }`;
    return call(this, "log_group", LogGroup, { names, retentionInDays, kmsKeyArn, tags });
  }

  /** How large the active track is, of the services whose other track stands by. */
  private lookUpSizes(cluster: ModuleCall): ModuleCall | undefined {
    if (this.tracks.length < 2) return undefined;
    const { standby, modes } = this.place;
    return call(this, "task_counts", TaskCounts, {
      clusterName: text`${cluster.output("cluster_name")}`,
      services: hcl`{ for name in keys(${standby}) : name => ${modes}[name] == "ecs" ? ${this.serviceName("ecs", "name")} : ${this.serviceName("express", "name")} }`,
      tag: { key: GROUP_TAG, value: this.input.name },
    });
  }

  /** What the tags stand for now, of the services that ask for it. */
  private resolveImages(): ModuleCall {
    const images = map`{ for name, s in ${this.input.services} : name => s.image if s.resolve_image_digest }`;
    return call(this, "image_digests", ImageDigests, { images });
  }

  private makeSecurityGroups(network: ModuleCall): ModuleCall {
    const { name, services, tags } = this.input;
    return call(this, "security_groups", SecurityGroups, {
      name,
      vpcId: text`${network.output("vpc_id")}`,
      services: list`keys(${services})`,
      tags,
    });
  }

  private makePrivateNames(network: ModuleCall, cluster: ModuleCall): ModuleCall {
    const { name, services } = this.input;
    return call(this, "private_names", PrivateNames, {
      name,
      vpcId: text`${network.output("vpc_id")}`,
      clusterArn: text`${cluster.output("cluster_arn")}`,
      targets: hcl`{ for target in ${this.place.targets} : target => { port = ${services}[target].port, express_service_name = ${this.serviceName("express", "target")} } }`,
      dns: this.tracks.includes("express"),
      ...this.ofWorkflows,
    });
  }

  /** Of the services whose task definition both tracks can run; those of the others are made where they run. */
  private makeTaskDefinitions(roles: ModuleCall, images: ModuleCall, logs: ModuleCall): ModuleCall {
    const { name, tags } = this.input;
    return call(
      this,
      "task_definition",
      TaskDefinition,
      {
        name: text`"\${${name}}-\${each.key}"`,
        service: this.withDigest(images),
        environment: hcl`merge(${this.place.plainEnvironments}, ${this.place.expressEnvironments})[each.key]`,
        roomForProxy: hcl`contains(keys(${this.place.serviceConnect}), each.key)`,
        executionRoleArn: text`${roles.output("execution_role_arns")}[each.key]`,
        taskRoleArn: text`${roles.output("task_role_arns")}[each.key]`,
        logGroupName: text`${this.logGroupNames(logs)}[each.key]`,
        tags,
      },
      { forEach: forEach(this.place.shared) },
    );
  }

  /** Both tracks' entries at layer 4: the plain load balancer's security group and, for Express Mode, the network ACL. */
  private lockDown(network: ModuleCall, groups: ModuleCall): ModuleCall {
    const { name, allowedCidrs, loadBalancer, tags } = this.input;
    const adopted = hcl`${loadBalancer}.adopted != null`;
    const acl = hcl`${raw(MANAGED_HCL)} ? {
      subnet_ids          = ${network.output("public_subnet_ids")}
      vpc_cidr_block      = ${network.output("vpc_cidr_block")}
      vpc_ipv6_cidr_block = ${network.output("vpc_ipv6_cidr_block")}
      ipv6                = ${network.output("ipv6")}
      ports               = ${raw(WELL_KNOWN_PORTS_HCL)}
    } : null`;
    return call(this, "alb_lockdown", AlbLockdown, {
      name,
      vpcId: text`${network.output("vpc_id")}`,
      allowedCidrs,
      listenerPorts: hcl`${adopted} ? [] : ${raw(LISTENER_PORTS_HCL)}`,
      adoptedSecurityGroup: hcl`${adopted} ? { id = ${loadBalancer}.adopted.security_group_id } : null` as never,
      targets: hcl`{ for name, s in ${this.place.served} : name => { port = s.port, security_group_id = ${groups.output("security_group_ids")}[name] } }`,
      networkAcl: this.tracks.includes("express") ? acl : undefined,
      tags,
    });
  }

  /** For the names of every public service, whichever track it runs on. An adopted listener has a certificate already; Express Mode's has not. */
  private certify(): ModuleCall {
    const { domain, loadBalancer, tags } = this.input;
    const needed = this.tracks.includes("express")
      ? hcl`${loadBalancer}.adopted == null || length(${this.place.exposed}) > 0`
      : hcl`${loadBalancer}.adopted == null`;
    return call(this, "certificate", Certificate, {
      domain,
      hostNames: list`${needed} ? distinct(flatten(values(${this.place.hostNames}))) : []`,
      tags,
    });
  }

  /**
   * Stands on everything that serves requests, on either track, and on what keeps private names true. What a flip makes
   * is there and healthy before this changes, and what serves requests is destroyed after, because each of those parts is
   * created before it is destroyed.
   */
  private cutOver(shared: Shared, plain: OnPlain, express: OnExpress | undefined, webAcl: ModuleCall) {
    if (!express) return undefined;
    this.keepUrls();
    return new DataResource(this, "cutover", {
      input: this.place.tracks as never,
      dependsOn: [
        ...[shared.lockdown, shared.names, webAcl],
        ...[plain.alb, plain.services, plain.refresh],
        ...[express.loadBalancer, ...express.modules],
      ],
    });
  }

  /** Without a domain a URL is its track's. What it was is in the state, and a flip is held against that. */
  private keepUrls(): void {
    const { services, domain, acceptUrlChanges } = this.input;
    new DataResource(this, "url_track", {
      forEach: forEach(
        hcl`{ for name, s in ${services} : name => ${this.place.modes}[name] if s.public && ${domain} == null }`,
      ),
      input: text`each.value` as never,
      triggersReplace: hcl`${acceptUrlChanges} ? each.value : null` as never,
      lifecycle: {
        ignoreChanges: ["input"],
        postcondition: [
          {
            condition: hcl`self.output == each.value`,
            errorMessage: text`"services.\${each.key}: without a domain its URL is its track's, and this takes it from \${self.output} to \${each.value}; one that Express Mode generated never comes back. Give the group a domain, or write accept_url_changes = true."`,
          },
        ],
      },
    });
  }

  /** The names' records, that lead to the tracks which a service runs on, and to where it ran before. */
  private record(
    network: ModuleCall,
    plain: OnPlain,
    express: OnExpress | undefined,
    cutover: DataResource | undefined,
  ): void {
    const { domain, services } = this.input;
    const { hostNames, modes, standby, weights } = this.place;
    const at = (loadBalancer: ModuleCall) =>
      hcl`{ dns_name = ${loadBalancer.output("load_balancer_dns_name")}, zone_id = ${loadBalancer.output("load_balancer_zone_id")} }`;
    const origin = (track: IResolvable) => {
      const loadBalancer = express
        ? hcl`${track} == "ecs" ? ${at(plain.alb)} : ${at(express.loadBalancer)}`
        : at(plain.alb);
      return hcl`merge(${loadBalancer}, { weight = ${weights}[service][${track}], ipv6 = ${network.output("ipv6")} })`;
    };
    const onStandby = hcl`one([for track in compact([lookup(${standby}, service, "")]) : ${origin(hcl`track`)}])`;
    const other = hcl`one([for other in ${services}[service].other_origin[*] : merge(other, { weight = ${weights}[service].other })])`;
    call(
      this,
      "dns_records",
      DnsRecords,
      {
        zone: hcl`${domain} == null ? null : ${domain}.zone` as never,
        hostNames: map`${this.place.recorded}`,
        origins: hcl`{ for service in keys(${hostNames}) : service => { active = ${origin(hcl`${modes}[service]`)}, standby = ${onStandby}, other = ${other} } }`,
      },
      { dependsOn: cutover && [cutover] },
    );
  }

  private runOnPlain(shared: Shared): OnPlain {
    const { network, cluster, roles, lockdown, names, certificate, tasks } = shared;
    const { name, allowedCidrs, domain, loadBalancer, waitForSteadyState, tags } = this.input;
    const alb = call(this, "alb", Alb, {
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
    const services = call(
      this,
      "ecs",
      (this.tracks.includes("express") ? EcsService : EcsServiceRolling) as ModuleClass<EcsServiceProps>,
      {
        name: text`${this.serviceName("ecs", "each.key")}`,
        clusterName: text`${cluster.output("cluster_name")}`,
        clusterArn: text`try(each.value.adopted.mode, null) == "ecs" ? ${cluster.output("cluster_arn")} : null`,
        scalingPolicyName: text`try(each.value.adopted.scaling_policy_name, null)`,
        environment: hcl`${this.place.plainEnvironments}[each.key]`,
        taskDefinition:
          hcl`contains(keys(${this.place.shared}), each.key) ? { arn = ${tasks.outputs("task_definition_arn")}[each.key] } : null` as never,
        subnetIds: list`${network.output("private")} ? ${network.output("private_subnet_ids")} : ${network.output("public_subnet_ids")}`,
        assignPublicIp: hcl`!${network.output("private")}`,
        ...this.ofService(shared, "ecs"),
        loadBalancer:
          hcl`each.value.public ? merge(${alb.output("target_groups")}[each.key], { role_arn = ${roles.output("load_balancer_role_arn")} }) : null` as never,
        serviceConnect:
          hcl`contains(keys(${this.place.serviceConnect}), each.key) ? merge({ namespace_arn = ${cluster.output("namespace_arn")}, tls = ${this.tls(roles)} }, ${this.place.serviceConnect}[each.key]) : null` as never,
        serviceRegistry:
          hcl`contains(${this.place.registered}, each.key) ? { arn = ${names.output("service_registry_arns")}[each.key] } : null` as never,
        waitForSteadyState,
        tags: this.serviceTags(),
      },
      { forEach: forEach(this.place.ecs) },
    );
    return { alb, services, refresh: this.refreshCallers(cluster) };
  }

  /** Where TLS is asked for: whose certificates, and the role that ECS issues them in. */
  private tls(roles: ModuleCall) {
    const { serviceConnectTls: tls } = this.input;
    return hcl`${tls} == null ? null : { aws_pca_authority_arn = ${tls}.aws_pca_authority_arn, kms_key_arn = ${tls}.kms_key_arn, role_arn = ${roles.output("service_connect_role_arn")} }`;
  }

  /** Callers and targets are made at the same time; a caller that came first is deployed once more. */
  private refreshCallers(cluster: ModuleCall): ModuleCall {
    const { name } = this.input;
    return call(this, "service_connect_refresh", ServiceConnectRefresh, {
      name,
      clusterArn: text`${cluster.output("cluster_arn")}`,
      targets: hcl`{ for target, callers in ${this.place.connected} : target => { service_name = ${this.serviceName("ecs", "target")}, callers = [for caller in callers : ${this.serviceName("ecs", "caller")}] } }`,
      ...this.ofWorkflows,
    });
  }

  private runOnExpress(shared: Shared): OnExpress {
    const { network, cluster, roles, logs, lockdown, tasks } = shared;
    const { expressLoadBalancer, infrastructureRole, alarms, dashboard, waitForSteadyState } = this.input;
    const closed = lockdown.output("closed_subnet_ids");
    const { service, securityGroupIds, ...roleAndLog } = this.ofService(shared, "express");
    const either = {
      name: text`${this.serviceName("express", "each.key")}`,
      clusterName: text`${cluster.output("cluster_name")}`,
      service,
      // All public or all private: AWS takes no mixture.
      subnetIds: list`!each.value.public ? ${network.output("private_subnet_ids")} : ${raw(MANAGED_HCL)} ? ${closed} : ${network.output("public_subnet_ids")}`,
      availabilityZones: list`each.value.public ? [] : ${network.output("private_availability_zones")}`,
      securityGroupIds,
      infrastructureRoleArn: text`${infrastructureRole} == null ? ${roles.output("infrastructure_role_arn")} : ${infrastructureRole}.arn`,
      findTargetGroups: hcl`each.value.public && (${alarms} != null || ${dashboard})`,
      tags: this.serviceTags(),
    };
    const environment = hcl`${this.place.expressEnvironments}[each.key]`;
    const byProvider = call(
      this,
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
      this,
      "express_stack",
      ExpressStackService,
      { ...either, taskDefinitionArn: text`${tasks.outputs("task_definition_arn")}[each.key]` },
      { forEach: forEach(this.place.byStack) },
    );
    const services = new ExpressServices(byProvider, byStack);
    this.overlayForDevelopment(cluster, roles, logs, services);
    const loadBalancer = call(this, "express_load_balancer", ExpressLoadBalancer, {
      clusterName: text`${cluster.output("cluster_name")}`,
      serviceArns: map`${services.outputs("service_arn")}`,
      internalServices: list`${this.place.hidden}`,
      overlaidServices: list`keys(${this.place.overlaid})`,
      expressLoadBalancer,
    });
    const domain = this.giveExpressTheDomain(shared, { loadBalancer, services });
    this.closeForDevelopment(cluster, loadBalancer);
    return { loadBalancer, services, modules: [byProvider, byStack, domain] };
  }

  /** The certificate on Express Mode's listener, and the names on its rules. */
  private giveExpressTheDomain(
    { certificate }: Shared,
    { loadBalancer, services }: Omit<OnExpress, "modules">,
  ): ModuleCall {
    const { name, domain } = this.input;
    const rule = hcl`lookup(${loadBalancer.output("listener_rule_arns")}, service, null)`;
    return call(this, "express_domain", ExpressDomain, {
      name,
      domainName: text`${domain} == null ? null : ${domain}.name`,
      listenerArn: text`${loadBalancer.output("listener_arn")}`,
      certificateArn: text`${certificate.output("certificate_arn")}`,
      services: hcl`{ for service in ${this.place.exposed} : service => { service_arn = ${services.outputs("service_arn")}[service], listener_rule_arn = ${rule}, host_names = ${this.place.hostNames}[service] } if ${domain} != null }`,
      ...this.ofWorkflows,
    });
  }

  /** For development and test only. It names the services by reference, so it comes after them and goes before them. */
  private overlayForDevelopment(
    cluster: ModuleCall,
    roles: ModuleCall,
    logs: ModuleCall,
    services: ExpressServices,
  ): void {
    const { name } = this.input;
    call(this, "express_overlay_dev", ExpressOverlayDev, {
      name,
      clusterArn: text`${cluster.output("cluster_arn")}`,
      services: hcl`{ for name, s in ${this.place.overlaid} : name => {
        service_arn        = ${services.outputs("service_arn")}[name]
        execution_role_arn = ${roles.output("execution_role_arns")}[name]
        task_role_arn      = ${roles.output("task_role_arns")}[name]
        log_group_name     = ${this.logGroupNames(logs)}[name]
        memory             = s.memory
        overlay            = s.express_overlay_dev
      } }`,
      ...this.ofWorkflows,
    });
    check(
      this,
      "express_overlay_dev_is_for_development_and_test",
      hcl`length(${this.place.overlaid}) == 0`,
      text`"express_overlay_dev is for development and test only, and is on for \${join(", ", keys(${this.place.overlaid}))}."`,
    );
  }

  /** For development and test only: Express Mode's own security group, closed after the fact. */
  private closeForDevelopment(cluster: ModuleCall, loadBalancer: ModuleCall): void {
    const { name, allowedCidrs } = this.input;
    const enabled = hcl`${this.input.expressIngressOverlayDev} && length(${this.place.exposed}) > 0`;
    call(this, "express_ingress_overlay_dev", ExpressIngressOverlayDev, {
      name,
      enabled,
      clusterArn: text`${cluster.output("cluster_arn")}`,
      loadBalancerArn: text`${loadBalancer.output("load_balancer_arn")}`,
      allowedCidrs,
      ...this.ofWorkflows,
    });
    check(
      this,
      "express_ingress_overlay_dev_is_for_development_and_test",
      hcl`!(${enabled})`,
      "express_ingress_overlay_dev is for development and test only: Express Mode may open its load balancer's security group again, and it stays open until the next run.",
    );
  }

  /** What a service has on either track, and keeps through a flip. */
  private ofService({ roles, images, logs, sizes, groups, names }: OfService, track: Mode) {
    return {
      service: this.withSize(this.withDigest(images), sizes, track),
      securityGroupIds: list`concat([${groups.output("security_group_ids")}[each.key]], contains(${this.place.members}, each.key) ? [${names.output("security_group_id")}] : [], each.value.security_group_ids)`,
      executionRoleArn: text`${roles.output("execution_role_arns")}[each.key]`,
      taskRoleArn: text`${roles.output("task_role_arns")}[each.key]`,
      logGroupName: text`${this.logGroupNames(logs)}[each.key]`,
    };
  }

  /** The service, with the digest of its image where that was asked for. */
  private withDigest(images: ModuleCall): never {
    return hcl`merge(each.value, { image = lookup(${images.output("images")}, each.key, each.value.image) })` as never;
  }

  /** The service, when the track stands by at the active one's size: what takes over must not begin at its minimum. */
  private withSize(service: never, sizes: ModuleCall | undefined, track: Mode): never {
    if (!sizes) return service;
    const { min, max } = { min: hcl`each.value.scaling.min_task_count`, max: hcl`each.value.scaling.max_task_count` };
    const stands = hcl`lookup(${this.place.standby}, each.key, "") == ${track}`;
    const size = hcl`min(${max}, max(${min}, lookup(${sizes.output("task_counts")}, each.key, 0)))`;
    return hcl`merge(${service}, { scaling = merge(each.value.scaling, { min_task_count = ${stands} ? ${size} : ${min} }) })` as never;
  }

  /** Service to log group, made or adopted. */
  private logGroupNames(logs: ModuleCall) {
    const adopted = hcl`{ for name, s in ${this.input.services} : name => s.log_group.name if s.log_group != null }`;
    return hcl`merge(${logs.output("log_group_names")}, ${adopted})`;
  }

  /** Layer 7, on the load balancers of both tracks. An adopted one keeps the web ACL it has: there is room for one, and others depend on it. */
  private allowOnly(loadBalancers: LoadBalancers): ModuleCall {
    const { name, allowedCidrs, loadBalancer, webAcl, logRetentionInDays, logKmsKeyArn, tags } = this.input;
    return call(this, "waf_allowlist", WafAllowlist, {
      name,
      allowedCidrs,
      loadBalancerArns: map`{ for track, arn in ${loadBalancers.values("load_balancer_arn")} : track => arn if track != "ecs" || ${loadBalancer}.adopted == null }`,
      webAcl,
      logRetentionInDays,
      logKmsKeyArn,
      tags,
    });
  }

  /** Alarms and dashboard of the services, whichever track they run on. */
  private watch(cluster: ModuleCall, plain: OnPlain, express: OnExpress | undefined) {
    const { name, alarms, dashboard: enabled, tags } = this.input;
    const clusterName = text`${cluster.output("cluster_name")}`;
    const services = watchedServices(this.place, plain, express) as never;
    const made = call(this, "alarms", Alarms, { name, clusterName, services, alarms, tags });
    const dashboard = call(this, "dashboard", Dashboard, {
      name,
      enabled,
      clusterName,
      services,
      webAclMetricName: name,
      alarmArns: list`${made.output("alarm_arns")}`,
    });
    return { alarms: made, dashboard };
  }

  /** What every workflow is made with. */
  private get ofWorkflows() {
    const { logRetentionInDays, logKmsKeyArn, iamRolePath, permissionsBoundaryArn, tags } = this.input;
    return { logRetentionInDays, logKmsKeyArn, iamRolePath, permissionsBoundaryArn, tags };
  }

  /**
   * Both tracks of a service can stand side by side in one cluster: the track is part of the name. So is all else that
   * Express Mode settles when a service is made: its successor stands beside it, and no name is still taken. An adopted
   * service keeps its name on the track that it was adopted on.
   */
  private serviceName(track: Mode, key: string) {
    const stack = hcl`\${contains(keys(${this.place.shared}), ${raw(key)}) ? "-stack" : ""}`;
    const hidden = hcl`\${${this.input.services}[${raw(key)}].public ? "" : "-private"}`;
    const settled = track === "express" ? hcl`${stack}${hidden}` : raw("");
    const kept = hcl`${this.input.services}[${raw(key)}].adopted`;
    const own = hcl`"\${${this.input.name}}-\${${raw(key)}}-${raw(track)}${settled}"`;
    return hcl`(try(${kept}.mode, null) == ${track} ? ${kept}.service_name : ${own})`;
  }

  /** With the group's name, by which its services are found. */
  private serviceTags(): never {
    return hcl`merge(${this.input.tags}, { ${raw(JSON.stringify(GROUP_TAG))} = ${this.input.name} })` as never;
  }

  /** A block inside another one does no harm, so it is a warning. */
  private pointOutContainedBlocks(): void {
    const pairs = new TerraformLocal(this.place, "contained_cidrs", containedHcl(this.input.allowedCidrs)).expression;
    check(
      this,
      "allowed_cidrs_overlap",
      hcl`length(${pairs}) == 0`,
      text`"allowed_cidrs: \${join(", ", ${pairs})}. The smaller block is superfluous."`,
    );
  }

  /** In somebody else's VPC the network ACL is left alone, and Express Mode opens its security group to the world. */
  private pointOutOpenLayer4(): void {
    if (!this.tracks.includes("express")) return;
    const { allowedCidrs } = this.input;
    check(
      this,
      "express_is_closed_at_layer_4",
      hcl`length(${this.place.exposed}) == 0 || ${raw(MANAGED_HCL)} || contains(${allowedCidrs}, "0.0.0.0/0")`,
      "Express Mode opens its load balancer's security group to the world, and only the web ACL holds back what is not in allowed_cidrs. Set manage_network_acl = true, in vpc or in network, to close the public subnets at layer 4 as well.",
    );
  }

  /** Nothing but a schedule leads back from zero tasks: while none runs, no metric moves. */
  private pointOutServicesThatStayAtZero(): void {
    const asleep = hcl`[for name, s in ${this.input.services} : name if s.scaling.min_task_count == 0 && !anytrue([for each in s.scaling.schedules : coalesce(each.min_task_count, 0) > 0])]`;
    const names = new TerraformLocal(this.place, "without_tasks", asleep).expression;
    check(
      this,
      "something_starts_tasks",
      hcl`length(${names}) == 0`,
      text`"scaling.min_task_count is 0 for \${join(", ", ${names})}, and no schedule raises it: once at 0 tasks, autoscaling does not start one by itself."`,
    );
  }

  /** A tag that moves: the next task is not what was tested, and no plan shows it. */
  private pointOutFloatingTags(): void {
    const { services } = this.input;
    const own = hcl`{ for name, s in ${services} : name => s.image if !s.resolve_image_digest }`;
    const beside = hcl`[for name, s in ${services} : { for sidecar, c in s.sidecars : "\${name}/\${sidecar}" => c.image }]`;
    const names = new TerraformLocal(
      this.place,
      "floating_images",
      hcl`[for name, image in merge(concat([${own}], ${beside})...) : name if ${raw(floatsHcl("image"))}]`,
    ).expression;
    check(
      this,
      "images_do_not_float",
      hcl`length(${names}) == 0`,
      text`"The image of \${join(", ", ${names})} has no tag or \\"latest\\": what runs is what was pushed last when a deployment began, and no plan shows a change. Write a tag that stays, or a digest; resolve_image_digest = true looks one up in ECR."`,
    );
  }

  /** Service to the URL of the track that `tracks` names for it. */
  private urlsOf(plain: { alb: ModuleCall }, express: OnExpress, tracks: IResolvable) {
    const on = (track: Mode, urls: unknown) =>
      hcl`{ for name, url in ${urls} : name => url if lookup(${tracks}, name, "") == ${track} && url != null }`;
    return hcl`merge(${on("ecs", plain.alb.output("urls"))}, ${on("express", express.services.outputs("url"))})`;
  }

  private describeOutputs(
    { network, cluster, roles, logs, groups }: Shared,
    plain: { alb: ModuleCall },
    express: OnExpress | undefined,
    loadBalancers: LoadBalancers,
    webAcl: ModuleCall,
    watching: { alarms: ModuleCall; dashboard: ModuleCall },
  ): Record<string, Output> {
    const values: Record<OutputName, unknown> = {
      urls: express
        ? hcl`merge(${this.urlsOf(plain, express, this.place.modes)}, { for name, hosts in ${this.place.hostNames} : name => "https://\${hosts[0]}" if ${this.place.modes}[name] == "express" })`
        : plain.alb.output("urls"),
      standby_urls: express ? this.urlsOf(plain, express, this.place.standby) : hcl`{}`,
      express_urls: express
        ? hcl`{ for name, url in ${express.services.outputs("url")} : name => url if contains(${this.place.exposed}, name) }`
        : hcl`{}`,
      load_balancer_arns: loadBalancers.values("load_balancer_arn"),
      load_balancer_dns_names: loadBalancers.values("load_balancer_dns_name"),
      security_group_ids: groups.output("security_group_ids"),
      task_role_arns: roles.output("task_role_arns"),
      log_group_names: this.logGroupNames(logs),
      alarm_names: watching.alarms.output("alarm_names"),
      dashboard_name: watching.dashboard.output("dashboard_name"),
      web_acl_arn: webAcl.output("web_acl_arn"),
      cluster_name: cluster.output("cluster_name"),
      express_overlay_dev_services: hcl`keys(${this.place.overlaid})`,
      vpc_id: network.output("vpc_id"),
    };
    return Object.fromEntries(
      Object.entries(OUTPUTS).map(([name, description]) => [name, { value: values[name as OutputName], description }]),
    );
  }
}

/** The modules that a flip does not touch. */
interface Shared {
  readonly network: ModuleCall;
  readonly cluster: ModuleCall;
  readonly roles: ModuleCall;
  readonly images: ModuleCall;
  readonly logs: ModuleCall;
  readonly sizes: ModuleCall | undefined;
  readonly groups: ModuleCall;
  readonly names: ModuleCall;
  readonly lockdown: ModuleCall;
  readonly certificate: ModuleCall;
  readonly tasks: ModuleCall;
}

type OfService = Pick<Shared, "roles" | "images" | "logs" | "sizes" | "groups" | "names">;

/** The load balancers that there are, by track; which is known at plan. */
class LoadBalancers {
  constructor(
    private readonly plain: ModuleCall,
    private readonly express: ModuleCall | undefined,
    private readonly place: Placement,
  ) {}

  /** Track to an output of its load balancer. */
  values(output: string) {
    const ecs = hcl`{ for track in ["ecs"] : track => ${this.plain.output(output)} if length(${this.place.served}) > 0 }`;
    if (!this.express) return ecs;
    return hcl`merge(${ecs}, { for track in ["express"] : track => ${this.express.output(output)} if length(${this.place.exposed}) > 0 })`;
  }
}

/** Both tracks. */
export class SwitchyardModule extends Composition {
  static readonly definition = both;
  constructor(scope: Construct, id: string, props: SwitchyardProps) {
    super(scope, id, props, both, ["express", "ecs"]);
  }
}

/** The plain track alone: runs on provider versions that do not know Express Mode. */
export class SwitchyardEcsModule extends Composition {
  static readonly definition = plainDefinition;
  constructor(scope: Construct, id: string, props: SwitchyardProps) {
    super(scope, id, props, plainDefinition, ["ecs"]);
  }
}
