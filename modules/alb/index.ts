import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import type { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, number, text } from "../kit/hcl";
import { check, countIf, inputsOf, Module } from "../kit/module";
import { DomainEntry } from "./domain-entry";
import { definition } from "./inputs";
import { PortEntry } from "./port-entry";
import type { AlbProps } from "./props";

/** Seconds a load balancer goes on sending requests to a task that is to stop. */
const DEREGISTRATION_DELAY = "30";

/** The load balancer of the plain track. */
export class Alb extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: AlbProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const { name, services, domain } = input;
    const tags = input.tags as never;
    const wanted = hcl`length(${services}) > 0`;
    const hasDomain = hcl`${domain} != null`;

    const lb = new Lb(this, "this", {
      count: countIf(wanted),
      name,
      loadBalancerType: "application",
      subnets: input.subnetIds as string[],
      securityGroups: [input.securityGroupId],
      ipAddressType: text`${input.ipv6} ? "dualstack" : "ipv4"`,
      idleTimeout: number`${input.loadBalancer}.idle_timeout`,
      enableDeletionProtection: hcl`${input.loadBalancer}.deletion_protection`,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
      tags,
    });
    accept(lb, {
      CKV_AWS_150: "load_balancer.deletion_protection asks for it; it would stand in the way of a flip",
      CKV_AWS_91: "access logs are billed by the gigabyte",
      CKV2_AWS_28: "the web ACL is associated in another module",
    });
    const loadBalancer = {
      arn: text`one(${lb.fqn}[*].arn)`,
      dnsName: text`one(${lb.fqn}[*].dns_name)`,
      zoneId: text`one(${lb.fqn}[*].zone_id)`,
    };
    const targetGroups = this.targetGroups(name, input.vpcId, services, tags);

    const ports = new PortEntry(this, "~ports", {
      loadBalancerArn: loadBalancer.arn,
      services: hcl`{ for name, s in ${services} : name => s if !(${hasDomain}) }`,
      targetGroups,
      tags,
    });
    const hosts = new DomainEntry(this, "~hosts", {
      name,
      enabled: hcl`${hasDomain} && ${wanted}`,
      domain,
      services: hcl`{ for name, s in ${services} : name => s if ${hasDomain} }`,
      loadBalancer,
      ipv6: input.ipv6,
      targetGroups,
      tags,
    });
    check(
      this,
      "load_balancer_speaks_https",
      hcl`${hasDomain} || length(${services}) == 0`,
      "Without a domain the plain track's load balancer speaks plain HTTP: what passes can be read on the way. Give the group a domain, or run it on Express Mode, which has a certificate of its own.",
    );

    this.outputs = {
      load_balancer_arn: { value: loadBalancer.arn, description: "The load balancer; null when there is none." },
      load_balancer_dns_name: { value: loadBalancer.dnsName, description: "Its DNS name." },
      target_groups: {
        value: hcl`{ for name, group in ${targetGroups.fqn} : name => { target_group_arn = group.arn, resource_label = "\${one(${lb.fqn}[*].arn_suffix)}/\${group.arn_suffix}" } }`,
        description: "Service to target group, for ECS; usable once a listener forwards to it.",
        dependsOn: [...ports.dependables, ...hosts.dependables],
      },
      urls: {
        value: hcl`{ for name, s in ${services} : name => ${hasDomain} ? "https://\${name}.\${${domain}.name}" : "http://\${one(${lb.fqn}[*].dns_name)}:\${coalesce(s.listener_port, s.port)}" }`,
        description: "Service to public URL.",
      },
    };
  }

  /** A target group cannot change its port or be renamed, so the name says what it is for and a new one comes before the old one goes. */
  private targetGroups(name: string, vpcId: string, services: unknown, tags: never): LbTargetGroup {
    const groups = new LbTargetGroup(this, "this@target_group", {
      forEach: forEach(hcl`${services}`),
      name: text`"\${trimsuffix(substr("\${${name}}-\${each.key}", 0, 23), "-")}-\${substr(sha1("\${${name}}/\${each.key}:\${each.value.port}"), 0, 8)}"`,
      port: number`each.value.port`,
      protocol: "HTTP",
      targetType: "ip",
      vpcId,
      deregistrationDelay: DEREGISTRATION_DELAY,
      healthCheck: {
        path: text`each.value.health_check_path`,
        matcher: "200",
        interval: 15,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
      tags,
      lifecycle: { createBeforeDestroy: true },
    });
    accept(groups, {
      CKV_AWS_378: "TLS ends at the load balancer; behind it the tasks' security group admits nothing else",
    });
    return groups;
  }
}
