import { LbListenerCertificate } from "@cdktf/provider-aws/lib/lb-listener-certificate";
import type { IResolvable } from "cdktf";
import type { Construct } from "constructs";
import { hcl, text } from "../kit/hcl";
import { countIf, inputsOf, Module } from "../kit/module";
import { Workflow } from "../workflow";
import { EVERYTHING } from "../workflow/states";
import { definition } from "./inputs";
import type { ExpressDomainProps } from "./props";
import { workflow } from "./workflow";

/** How often every rule is looked at, whatever events came or were lost. EventBridge's shortest. */
const RECONCILE = "rate(1 minute)";

/**
 * What a domain needs on Express Mode. AWS's way is to add the name to the rule that Express Mode made for a service:
 * a second rule would forward to one of its two target groups, and at the next deployment that one is empty. Terraform
 * cannot hold one attribute of a rule that is somebody else's, and Express Mode may write the rule anew; so a workflow
 * looks at the rules, at every deployment and every minute, and adds what is missing.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-advanced-customization.html (read 2026-11-21)
 */
export class ExpressDomain extends Module {
  static readonly definition = definition;
  readonly outputs = {};

  constructor(scope: Construct, id: string, props: ExpressDomainProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const { name, services, logRetentionInDays, logKmsKeyArn, iamRolePath, permissionsBoundaryArn } = input;
    const enabled = hcl`length(${services}) > 0`;
    // All services of their cluster: EventBridge takes 2,048 characters, and the workflow passes over those that are not its own.
    // @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
    const clusters = hcl`distinct([for service in ${services} : regex("^.*/", service.service_arn)])`;
    const rules = hcl`[for service in ${services} : service.listener_rule_arn]`;

    new LbListenerCertificate(this, "this", {
      count: countIf(enabled),
      listenerArn: input.listenerArn,
      certificateArn: input.certificateArn,
      lifecycle: { createBeforeDestroy: true },
    });
    new Workflow(this, "this@workflow", {
      name,
      is: "host-names",
      enabled,
      definition: workflow(services, input.domainName),
      mayCall: mayCall(rules),
      on: {
        id: "deployments",
        description: "A service on Express Mode is being deployed",
        pattern: text`jsonencode(${{
          source: ["aws.ecs"],
          "detail-type": ["ECS Deployment State Change"],
          resources: hcl`[for cluster in ${clusters} : { prefix = cluster }]`,
        }})`,
        inputPaths: { service: "$.resources[0]" },
        inputTemplate: '{"service": <service>}',
      },
      every: {
        id: "reconcile",
        description: "Compares every listener rule with the names that its service has",
        rate: RECONCILE,
        input: { service: EVERYTHING },
      },
      logRetentionInDays,
      logKmsKeyArn,
      iamRolePath,
      permissionsBoundaryArn,
      tags: input.tags as never,
    });
  }
}

/**
 * Just what the workflow calls: exactly these rules may be changed. Reading takes no resource.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html (read 2026-11-21)
 */
const mayCall = (rules: IResolvable): IResolvable =>
  hcl`[
    { Effect = "Allow", Action = ["elasticloadbalancing:DescribeRules"], Resource = "*" },
    { Effect = "Allow", Action = ["elasticloadbalancing:ModifyRule"], Resource = ${rules} },
  ]`;
