import { Lb } from "@cdktf/provider-aws/lib/lb";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { hcl, number, raw, text } from "../kit/hcl";
import { check, countIf, inputsOf, Module } from "../kit/module";
import { LISTENER_PORT_HCL, PRIORITY_HCL, TEST_LISTENER_PORT_HCL } from "../spec/rules/listeners";
import { DomainEntry } from "./domain-entry";
import { definition } from "./inputs";
import { PortEntry } from "./port-entry";
import type { AlbProps } from "./props";
import { ServiceRules } from "./service-rules";
import { TargetGroups } from "./target-groups";
import { TestEntry } from "./test-entry";

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
    const loadBalancer = {
      arn: text`one(${lb.fqn}[*].arn)`,
      dnsName: text`one(${lb.fqn}[*].dns_name)`,
      zoneId: text`one(${lb.fqn}[*].zone_id)`,
    };
    const targetGroups = new TargetGroups(this, "~groups", { name, vpcId: input.vpcId, services, tags });

    const hosts = new DomainEntry(this, "~hosts", {
      name,
      enabled: hcl`${hasDomain} && ${wanted}`,
      domain,
      services: hcl`{ for name, s in ${services} : name => s if ${hasDomain} }`,
      loadBalancer,
      ipv6: input.ipv6,
      tags,
    });
    const ports = new PortEntry(this, "~ports", {
      loadBalancerArn: loadBalancer.arn,
      ports: hcl`${hasDomain} ? [] : distinct([for s in ${services} : ${raw(LISTENER_PORT_HCL)}])`,
      tags,
    });
    const tests = new TestEntry(this, "~tests", {
      loadBalancerArn: loadBalancer.arn,
      ports: hcl`distinct([for s in ${services} : ${raw(TEST_LISTENER_PORT_HCL)} if ${raw(TEST_LISTENER_PORT_HCL)} != null])`,
      https: hasDomain,
      certificateArn: hosts.certificateArn,
      tags,
    });
    const listened = new TerraformLocal(
      new Construct(this, "~local"),
      "rules",
      hcl`{ for name, s in ${services} : name => { priority = ${hasDomain} ? ${raw(PRIORITY_HCL)} : 1, hosts = ${hasDomain} ? ["\${name}.\${${domain}.name}"] : [], paths = ${hasDomain} ? [] : ["/*"] } }`,
    ).expression;
    const rules = new ServiceRules(this, "~rules", {
      production: hcl`{ for name, s in ${services} : name => merge(${listened}[name], { listener_arn = ${hasDomain} ? ${hosts.listenerArn} : ${ports.listenerArns}[tostring(${raw(LISTENER_PORT_HCL)})] }) }`,
      test: hcl`{ for name, s in ${services} : name => merge(${listened}[name], { listener_arn = ${tests.listenerArns}[tostring(${raw(TEST_LISTENER_PORT_HCL)})] }) if ${raw(TEST_LISTENER_PORT_HCL)} != null }`,
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
        value: hcl`{ for name in keys(${services}) : name => {
          target_group_arn             = ${targetGroups.production.fqn}[name].arn
          alternate_target_group_arn   = ${targetGroups.alternate.fqn}[name].arn
          production_listener_rule_arn = ${rules.production.fqn}[name].arn
          test_listener_rule_arn       = try(${rules.test.fqn}[name].arn, null)
          resource_label               = "\${one(${lb.fqn}[*].arn_suffix)}/\${${targetGroups.production.fqn}[name].arn_suffix}"
        } }`,
        description:
          "Service to its two target groups and the rules that forward to both, for ECS; usable once a listener forwards to them.",
        dependsOn: [rules.production, rules.test],
      },
      urls: {
        value: hcl`{ for name, s in ${services} : name => ${hasDomain} ? "https://\${name}.\${${domain}.name}" : "http://\${one(${lb.fqn}[*].dns_name)}:\${coalesce(s.listener_port, s.port)}" }`,
        description: "Service to public URL.",
      },
    };
  }
}
