import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import { Wafv2WebAclLoggingConfiguration } from "@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration";
import type { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept, LOG_GROUP_FINDINGS } from "../kit/findings";
import { hcl, list, text } from "../kit/hcl";
import { countIf, inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import { AllowlistSets } from "./ip-sets";
import type { WafAllowlistProps } from "./props";
import { allowRule, managedGroupRules, rateRule, visibility } from "./rules";

interface LogGroupOfBlocked {
  readonly name: string;
  readonly retentionInDays: number;
  readonly kmsKeyId: string;
  readonly tags: never;
}

/** A regional web ACL that blocks everything but the allowed CIDRs. */
export class WafAllowlist extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: WafAllowlistProps) {
    super(scope, id);
    const {
      name,
      allowedCidrs,
      loadBalancerArns,
      webAcl,
      logRetentionInDays,
      logKmsKeyArn,
      tags: given,
    } = inputsOf(this, definition, props);
    const tags = given as never;

    const enabled = hcl`${webAcl}.enabled`;
    const sets = new AllowlistSets(this, "~sets", { name, allowedCidrs, enabled, tags });
    const acl = new Wafv2WebAcl(this, "this", {
      count: countIf(enabled),
      name,
      description: "Blocks everything but allowed_cidrs",
      scope: "REGIONAL",
      defaultAction: { block: {} },
      visibilityConfig: visibility(name),
      tags,
    });
    accept(acl, {
      CKV_AWS_192: "web_acl.managed_rule_groups asks for AWSManagedRulesKnownBadInputsRuleSet; each group is billed",
      CKV2_AWS_31: "web_acl.logging asks for it; logs are billed by the gigabyte",
    });
    // An allow ends the evaluation, so what looks at admitted requests too comes first.
    acl.addOverride("rule", [allowRule("ipv4", 1000, sets.arn("ipv4")), allowRule("ipv6", 1001, sets.arn("ipv6"))]);
    acl.addOverride("dynamic.rule", [rateRule(webAcl), managedGroupRules(webAcl)]);

    const association = new Wafv2WebAclAssociation(this, "this@association", {
      forEach: forEach(hcl`{ for name, arn in ${loadBalancerArns} : name => arn if ${enabled} }`),
      resourceArn: text`each.value`,
      webAclArn: text`one(${acl.fqn}[*].arn)`,
      // A load balancer keeps its web ACL until nothing leads there any more. (A replacement on the same load balancer would
      // end without one; its ARN is stored so that none is ever planned.)
      lifecycle: { createBeforeDestroy: true },
    });
    this.logBlocked(acl, webAcl, { name, retentionInDays: logRetentionInDays, kmsKeyId: logKmsKeyArn, tags });

    this.outputs = {
      web_acl_arn: {
        value: hcl`one(${acl.fqn}[*].arn)`,
        description: "The web ACL; null when there is none.",
        dependsOn: [association],
      },
      ip_set_arns: {
        value: { ipv4: sets.arn("ipv4"), ipv6: sets.arn("ipv6") },
        description: "The sets of allowed addresses, by IP family.",
      },
    };
  }

  /** A log group's name must begin with `aws-waf-logs-`. Only blocked requests are kept, without credentials. */
  private logBlocked(acl: Wafv2WebAcl, webAcl: unknown, { name, ...group }: LogGroupOfBlocked): void {
    const count = countIf(hcl`${webAcl}.enabled && ${webAcl}.logging`);
    const logs = new CloudwatchLogGroup(this, "blocked", {
      count,
      name: text`"aws-waf-logs-\${${name}}"`,
      ...group,
    });
    accept(logs, LOG_GROUP_FINDINGS);
    new Wafv2WebAclLoggingConfiguration(this, "blocked@logging", {
      count,
      resourceArn: text`one(${acl.fqn}[*].arn)`,
      logDestinationConfigs: list`${logs.fqn}[*].arn`,
      redactedFields: ["authorization", "cookie"].map((header) => ({ singleHeader: { name: header } })),
      loggingFilter: {
        defaultBehavior: "DROP",
        filter: [{ behavior: "KEEP", requirement: "MEETS_ANY", condition: [{ actionCondition: { action: "BLOCK" } }] }],
      },
    });
  }
}
