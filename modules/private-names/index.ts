import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { ServiceDiscoveryPrivateDnsNamespace } from "@cdktf/provider-aws/lib/service-discovery-private-dns-namespace";
import { ServiceDiscoveryService } from "@cdktf/provider-aws/lib/service-discovery-service";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, number, text } from "../kit/hcl";
import { countIf, inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import type { PrivateNamesProps } from "./props";
import { Registrar } from "./registrar";

/** How long a resolver may remember an address, in seconds. It bounds how soon a stopped task is forgotten. */
const TTL_SECONDS = 10;

/**
 * The private way from service to service. Callers and targets share a security group that admits its members to the
 * targets' ports. A target's name is `<service>.<group>.internal`: ECS itself registers the tasks of a plain service
 * there, the registrar those of a service on Express Mode.
 */
export class PrivateNames extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: PrivateNamesProps) {
    super(scope, id);
    const {
      name,
      vpcId,
      clusterArn,
      targets,
      dns,
      logRetentionInDays,
      iamRolePath,
      logKmsKeyArn,
      permissionsBoundaryArn,
      tags: given,
    } = inputsOf(this, definition, props);
    const tags = given as never;

    const group = this.securityGroup(name, vpcId, targets, tags);
    const named = hcl`{ for name, target in ${targets} : name => target if ${dns} }`;
    const namespace = new ServiceDiscoveryPrivateDnsNamespace(this, "this", {
      count: countIf(hcl`length(${named}) > 0`),
      name: text`"\${${name}}.internal"`,
      description: "Private names of the services",
      vpc: vpcId,
      tags,
    });
    const service = new ServiceDiscoveryService(this, "this@service", {
      forEach: forEach(named),
      name: text`each.key`,
      description: text`"Tasks of \${each.key}"`,
      forceDestroy: true,
      dnsConfig: {
        namespaceId: text`one(${namespace.fqn}[*].id)`,
        routingPolicy: "MULTIVALUE",
        dnsRecords: [{ type: "A", ttl: TTL_SECONDS }],
      },
      tags,
    });
    new Registrar(this, "registrar", {
      name,
      clusterArn,
      targets: hcl`{ for name, target in ${named} : name => { service_name = target.express_service_name, service_id = ${service.fqn}[name].id, service_arn = ${service.fqn}[name].arn } }`,
      enabled: hcl`length(${named}) > 0`,
      hostedZoneId: text`one(${namespace.fqn}[*].hosted_zone)`,
      logRetentionInDays,
      iamRolePath,
      logKmsKeyArn,
      permissionsBoundaryArn,
      tags,
    });

    this.outputs = {
      security_group_id: { value: group.id, description: "The security group of callers and targets." },
      service_registry_arns: {
        value: hcl`{ for name, service in ${service.fqn} : name => service.arn }`,
        description: "Target to Cloud Map service, for a plain service to register its tasks in.",
      },
      domain: { value: text`"\${${name}}.internal"`, description: "The private domain." },
    };
  }

  private securityGroup(name: string, vpcId: string, targets: unknown, tags: never): SecurityGroup {
    const group = new SecurityGroup(this, "group", {
      namePrefix: text`"\${${name}}-group-"`,
      description: text`"Services of \${${name}} that call each other"`,
      vpcId,
      tags,
      lifecycle: { createBeforeDestroy: true },
    });
    accept(group, { CKV2_AWS_5: "the services carry it, from another module" });
    new VpcSecurityGroupIngressRule(this, "members", {
      forEach: forEach(hcl`toset([for target in ${targets} : tostring(target.port)])`),
      securityGroupId: group.id,
      description: "Members of the group",
      referencedSecurityGroupId: group.id,
      ipProtocol: "tcp",
      fromPort: number`each.value`,
      toPort: number`each.value`,
      tags,
    });
    return group;
  }
}
