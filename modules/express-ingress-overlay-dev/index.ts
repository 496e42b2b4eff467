import type { IResolvable } from "cdktf";
import type { Construct } from "constructs";
import { hcl, text } from "../kit/hcl";
import { inputsOf, Module } from "../kit/module";
import { Workflow } from "../workflow";
import { definition } from "./inputs";
import type { ExpressIngressOverlayDevProps } from "./props";
import { MANAGED_TAG, workflow } from "./workflow";

/** How often the groups are looked at, whatever events came or were lost: the time that Express Mode's rule may stand again. */
const RECONCILE = "rate(1 minute)";

/**
 * For development and test only. Express Mode opens port 443 of its load balancer to the world; this writes the
 * allowlist in its place, and does it again when Express Mode has put its rule back.
 */
export class ExpressIngressOverlayDev extends Module {
  static readonly definition = definition;
  readonly outputs = {};

  constructor(scope: Construct, id: string, props: ExpressIngressOverlayDevProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const { name, clusterArn, logRetentionInDays, logKmsKeyArn, iamRolePath, permissionsBoundaryArn } = input;

    new Workflow(this, "this", {
      name,
      is: "express-ingress-dev",
      enabled: hcl`${input.enabled}`,
      definition: workflow(name, input.loadBalancerArn, input.allowedCidrs),
      mayCall: mayCall(clusterArn),
      on: {
        id: "deployments",
        description: "For development and test only: a deployment in the cluster, which may open the load balancer",
        pattern: text`jsonencode(${{
          source: ["aws.ecs"],
          "detail-type": ["ECS Deployment State Change"],
          resources: [{ prefix: text`"\${replace(${clusterArn}, ":cluster/", ":service/")}/"` }],
          detail: { eventName: ["SERVICE_DEPLOYMENT_IN_PROGRESS", "SERVICE_DEPLOYMENT_COMPLETED"] },
        }})`,
        inputPaths: { service: "$.resources[0]" },
        inputTemplate: '{"because": <service>}',
      },
      every: {
        id: "reconcile",
        description: "For development and test only: looks whether the load balancer is open to the world again",
        rate: RECONCILE,
        input: { because: "time" },
      },
      logRetentionInDays,
      logKmsKeyArn,
      iamRolePath,
      permissionsBoundaryArn,
      tags: input.tags as never,
    });
  }
}

/** It reads what is there, and changes rules of groups that are Express Mode's own. */
const mayCall = (clusterArn: string): IResolvable =>
  hcl`[
    { Effect = "Allow", Action = ["elasticloadbalancing:DescribeLoadBalancers", "ec2:DescribeSecurityGroups", "ec2:DescribeSecurityGroupRules"], Resource = "*" },
    { Effect = "Allow", Action = ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"], Resource = "\${join(":", slice(split(":", replace(${clusterArn}, ":ecs:", ":ec2:")), 0, 5))}:security-group/*", Condition = { StringEquals = { ${`aws:ResourceTag/${MANAGED_TAG}`} = "true" } } },
  ]`;
