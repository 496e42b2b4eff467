import { AlbLockdown } from "../alb-lockdown";
import { Certificate } from "../certificate";
import { Cluster } from "../cluster";
import { ImageDigests } from "../image-digests";
import type { Mode } from "../kit/capability";
import { forEach } from "../kit/each";
import { hcl, list, map, raw, text } from "../kit/hcl";
import { call, type ModuleCall } from "../kit/module";
import { LogGroup } from "../log-group";
import { Network } from "../network";
import { PrivateNames } from "../private-names";
import { Roles } from "../roles";
import { SecurityGroups } from "../security-groups";
import { LISTENER_PORTS_HCL } from "../spec/rules/listeners";
import { MANAGED_HCL, SECONDARY_CIDR_BLOCKS_HCL, WELL_KNOWN_PORTS_HCL } from "../spec/rules/network-acl";
import { TaskCounts } from "../task-counts";
import { TaskDefinition } from "../task-definition";
import { GROUP_TAG, Part } from "./group";

/** What both tracks stand on. A flip does not touch it. */
export class Shared extends Part {
  readonly network = this.makeNetwork();
  readonly cluster = this.makeCluster();
  readonly roles = this.makeRoles();
  readonly logs = this.makeLogGroups();
  readonly sizes = this.lookUpSizes();
  readonly images = this.resolveImages();
  readonly groups = this.makeSecurityGroups();
  readonly names = this.makePrivateNames();
  readonly lockdown = this.lockDown();
  readonly certificate = this.certify();
  readonly tasks = this.makeTaskDefinitions();

  /** What a service has on either track, and keeps through a flip. */
  ofService(track: Mode) {
    return {
      service: this.withSize(this.withDigest(), track),
      securityGroupIds: list`concat([${this.groups.output("security_group_ids")}[each.key]], contains(${this.place.members}, each.key) ? [${this.names.output("security_group_id")}] : [], each.value.security_group_ids)`,
      executionRoleArn: text`${this.roles.output("execution_role_arns")}[each.key]`,
      taskRoleArn: text`${this.roles.output("task_role_arns")}[each.key]`,
      logGroupName: text`${this.logGroupNames}[each.key]`,
    };
  }

  /** Service to log group, made or adopted. */
  get logGroupNames() {
    const adopted = hcl`{ for name, s in ${this.input.services} : name => s.log_group.name if s.log_group != null }`;
    return hcl`merge(${this.logs.output("log_group_names")}, ${adopted})`;
  }

  private makeNetwork(): ModuleCall {
    const { name, vpc, network, tags } = this.input;
    // Without Express Mode nobody makes the network ACL, and the VPC's further ranges need not be known.
    const given = this.group.tracks.includes("express")
      ? vpc
      : (hcl`one([for given in ${vpc}[*] : merge(given, { manage_network_acl = false })])` as never);
    return call(this.scope, "network", Network, { name, vpc: given, network, tags });
  }

  private makeCluster(): ModuleCall {
    const { name, cluster, serviceConnectNamespace, containerInsights, tags } = this.input;
    const { executeCommand, logRetentionInDays, logKmsKeyArn } = this.input;
    return call(this.scope, "cluster", Cluster, {
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

  private makeRoles(): ModuleCall {
    const { name, services, executeCommand, serviceConnectTls, iamRolePath, permissionsBoundaryArn, tags } = this.input;
    const newProvider = this.group.tracks.includes("express");
    return call(this.scope, "roles", Roles, {
      name,
      services: services as never,
      executeCommand: {
        logGroupArn: text`${this.cluster.output("execute_command_log_group_arn")}`,
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
    return call(this.scope, "log_group", LogGroup, { names, retentionInDays, kmsKeyArn, tags });
  }

  /** How large the active track is, of the services whose other track stands by. */
  private lookUpSizes(): ModuleCall | undefined {
    if (this.group.tracks.length < 2) return undefined;
    const { standby, modes } = this.place;
    return call(this.scope, "task_counts", TaskCounts, {
      clusterName: text`${this.cluster.output("cluster_name")}`,
      services: hcl`{ for name in keys(${standby}) : name => ${modes}[name] == "ecs" ? ${this.group.serviceName("ecs", "name")} : ${this.group.serviceName("express", "name")} }`,
      tag: { key: GROUP_TAG, value: this.input.name },
    });
  }

  /** What the tags stand for now, of the services that ask for it. */
  private resolveImages(): ModuleCall {
    const images = map`{ for name, s in ${this.input.services} : name => s.image if s.resolve_image_digest }`;
    return call(this.scope, "image_digests", ImageDigests, { images });
  }

  private makeSecurityGroups(): ModuleCall {
    const { name, services, tags } = this.input;
    return call(this.scope, "security_groups", SecurityGroups, {
      name,
      vpcId: text`${this.network.output("vpc_id")}`,
      services: list`keys(${services})`,
      tags,
    });
  }

  private makePrivateNames(): ModuleCall {
    const { name, services } = this.input;
    return call(this.scope, "private_names", PrivateNames, {
      name,
      vpcId: text`${this.network.output("vpc_id")}`,
      clusterArn: text`${this.cluster.output("cluster_arn")}`,
      targets: hcl`{ for target in ${this.place.targets} : target => { port = ${services}[target].port, express_service_name = ${this.group.serviceName("express", "target")} } }`,
      dns: this.group.tracks.includes("express"),
      ...this.group.ofWorkflows,
    });
  }

  /** Of the services whose task definition both tracks can run; those of the others are made where they run. */
  private makeTaskDefinitions(): ModuleCall {
    const { name, tags } = this.input;
    return call(
      this.scope,
      "task_definition",
      TaskDefinition,
      {
        name: text`"\${${name}}-\${each.key}"`,
        service: this.withDigest(),
        environment: hcl`merge(${this.place.plainEnvironments}, ${this.place.expressEnvironments})[each.key]`,
        roomForProxy: hcl`contains(keys(${this.place.serviceConnect}), each.key)`,
        executionRoleArn: text`${this.roles.output("execution_role_arns")}[each.key]`,
        taskRoleArn: text`${this.roles.output("task_role_arns")}[each.key]`,
        logGroupName: text`${this.logGroupNames}[each.key]`,
        tags,
      },
      { forEach: forEach(this.place.shared) },
    );
  }

  /** Both tracks' entries at layer 4: the plain load balancer's security group and, for Express Mode, the network ACL. */
  private lockDown(): ModuleCall {
    const { name, allowedCidrs, loadBalancer, tags } = this.input;
    const adopted = hcl`${loadBalancer}.adopted != null`;
    const acl = hcl`${raw(MANAGED_HCL)} ? {
      subnet_ids          = ${this.network.output("public_subnet_ids")}
      vpc_cidr_block      = ${this.network.output("vpc_cidr_block")}
      vpc_secondary_cidr_blocks = ${raw(SECONDARY_CIDR_BLOCKS_HCL)}
      vpc_ipv6_cidr_block = ${this.network.output("vpc_ipv6_cidr_block")}
      ipv6                = ${this.network.output("ipv6")}
      ports               = ${raw(WELL_KNOWN_PORTS_HCL)}
    } : null`;
    return call(this.scope, "alb_lockdown", AlbLockdown, {
      name,
      vpcId: text`${this.network.output("vpc_id")}`,
      allowedCidrs,
      listenerPorts: hcl`${adopted} ? [] : ${raw(LISTENER_PORTS_HCL)}`,
      adoptedSecurityGroup: hcl`${adopted} ? { id = ${loadBalancer}.adopted.security_group_id } : null` as never,
      targets: hcl`{ for name, s in ${this.place.served} : name => { port = s.port, security_group_id = ${this.groups.output("security_group_ids")}[name] } }`,
      networkAcl: this.group.tracks.includes("express") ? acl : undefined,
      tags,
    });
  }

  /** For the names of every public service, whichever track it runs on. An adopted listener has a certificate already; Express Mode's has not. */
  private certify(): ModuleCall {
    const { domain, loadBalancer, tags } = this.input;
    const needed = this.group.tracks.includes("express")
      ? hcl`${loadBalancer}.adopted == null || length(${this.place.exposed}) > 0`
      : hcl`${loadBalancer}.adopted == null`;
    return call(this.scope, "certificate", Certificate, {
      domain,
      hostNames: list`${needed} ? distinct(flatten(values(${this.place.hostNames}))) : []`,
      tags,
    });
  }

  /** The service, with the digest of its image where that was asked for. */
  private withDigest(): never {
    return hcl`merge(each.value, { image = lookup(${this.images.output("images")}, each.key, each.value.image) })` as never;
  }

  /** The service, when the track stands by at the active one's size: what takes over must not begin at its minimum. */
  private withSize(service: never, track: Mode): never {
    if (!this.sizes) return service;
    const { min, max } = { min: hcl`each.value.scaling.min_task_count`, max: hcl`each.value.scaling.max_task_count` };
    const stands = hcl`lookup(${this.place.standby}, each.key, "") == ${track}`;
    const size = hcl`min(${max}, max(${min}, lookup(${this.sizes.output("task_counts")}, each.key, 0)))`;
    return hcl`merge(${service}, { scaling = merge(each.value.scaling, { min_task_count = ${stands} ? ${size} : ${min} }) })` as never;
  }
}
