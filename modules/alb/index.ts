import { type IResolvable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { hcl, raw, text } from "../kit/hcl";
import { check, inputsOf, Module } from "../kit/module";
import { entriesHcl } from "../spec/rules/listeners";
import { DomainEntry } from "./domain-entry";
import { definition } from "./inputs";
import { LoadBalancer } from "./load-balancer";
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
    const { name, services, domain, ipv6, loadBalancer: options } = input;
    const tags = input.tags as never;
    const wanted = hcl`length(${services}) > 0`;
    const hasDomain = hcl`${domain} != null`;
    const adopted = hcl`${options}.adopted != null`;
    const make = hcl`${wanted} && !(${adopted})`;
    const adopt = hcl`${wanted} && ${adopted}`;
    const entries = this.entries(services, domain);

    const loadBalancer = new LoadBalancer(this, "~load_balancer", {
      name,
      subnetIds: input.subnetIds as string[],
      securityGroupId: input.securityGroupId,
      ipv6,
      options,
      make,
      adopt,
      tags,
    });
    const targetGroups = new TargetGroups(this, "~groups", { name, vpcId: input.vpcId, services, tags });
    const hosts = new DomainEntry(this, "~hosts", {
      enabled: hcl`${hasDomain} && ${make}`,
      adopt,
      domain,
      loadBalancerArn: loadBalancer.arn,
      options,
      tags,
    });
    const ports = new PortEntry(this, "~ports", {
      loadBalancerArn: loadBalancer.arn,
      ports: hcl`${hasDomain} ? [] : distinct([for e in ${entries} : e.port])`,
      redirect: hcl`${hasDomain} && ${make}`,
      tags,
    });
    const tests = new TestEntry(this, "~tests", {
      loadBalancerArn: loadBalancer.arn,
      ports: hcl`distinct([for e in ${entries} : e.test if e.test != null])`,
      https: hasDomain,
      sslPolicy: text`${options}.ssl_policy`,
      certificateArn: hosts.certificateArn,
      tags,
    });
    const rule = (listenerArn: IResolvable) =>
      hcl`{ priority = e.priority, hosts = ${hasDomain} ? e.hosts : [], paths = ${hasDomain} && length(${services}[name].path_patterns) == 0 ? [] : e.paths, sticky = ${services}[name].stickiness != null, listener_arn = ${listenerArn} }`;
    const rules = new ServiceRules(this, "~rules", {
      production: hcl`{ for name, e in ${entries} : name => ${rule(hcl`${hasDomain} ? ${hosts.listenerArn} : ${ports.listenerArns}[tostring(e.port)]`)} }`,
      test: hcl`{ for name, e in ${entries} : name => ${rule(hcl`${tests.listenerArns}[tostring(e.test)]`)} if e.test != null }`,
      targetGroups,
      sourceIps: input.sourceIps,
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
      load_balancer_zone_id: {
        value: loadBalancer.zoneId,
        description: "The hosted zone of its DNS name, for an alias record.",
      },
      target_groups: {
        value: hcl`{ for name in keys(${services}) : name => {
          target_group_arn             = ${targetGroups.production.fqn}[name].arn
          alternate_target_group_arn   = ${targetGroups.alternate.fqn}[name].arn
          production_listener_rule_arn = ${rules.production.fqn}[name].arn
          test_listener_rule_arn       = try(${rules.test.fqn}[name].arn, null)
          resource_label               = "\${${loadBalancer.arnSuffix}}/\${${targetGroups.production.fqn}[name].arn_suffix}"
        } }`,
        description:
          "Service to its two target groups and the rules that forward to both, for ECS; usable once a listener forwards to them.",
        dependsOn: [rules.production, rules.test],
      },
      urls: {
        value: hcl`{ for name, e in ${entries} : name => "\${${hasDomain} ? "https://\${e.hosts[0]}" : "http://\${${loadBalancer.dnsName}}:\${e.port}"}\${${firstPath}}" }`,
        description: "Service to public URL; the first of its names and paths.",
      },
    };
  }

  /** What each service answers to, as the rules of the spec see it. */
  private entries(services: unknown, domain: unknown): IResolvable {
    return new TerraformLocal(
      new Construct(this, "~local"),
      "entries",
      hcl`[for domain_name in [${domain} == null ? "" : ${domain}.name] : [for given in [${services}] : ${raw(entriesHcl("given", "true"))}][0]][0]`,
    ).expression as IResolvable;
  }
}

/** The first path of the entry `e`, up to its last slash before a wildcard; nothing for every path. */
const firstPath = raw(
  '(e.paths[0] == "/*" ? "" : can(regex("[*?]", e.paths[0])) ? regex("^[^*?]*/", e.paths[0]) : e.paths[0])',
);
