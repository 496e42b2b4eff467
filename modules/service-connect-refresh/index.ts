import type { IResolvable } from "cdktf";
import type { Construct } from "constructs";
import { hcl, text } from "../kit/hcl";
import { inputsOf, Module } from "../kit/module";
import { Workflow } from "../workflow";
import { EVERYTHING } from "../workflow/states";
import { definition } from "./inputs";
import type { ServiceConnectRefreshProps } from "./props";
import { workflow } from "./workflow";

/** How often every caller is looked at, whatever events came or were lost. */
const RECONCILE = "rate(15 minutes)";

/**
 * Deploys callers anew that were deployed before a name they call existed. Services of a group are made at the same
 * time and in no fixed order, and their tasks see the names that existed when they were deployed.
 */
export class ServiceConnectRefresh extends Module {
  static readonly definition = definition;
  readonly outputs = {};

  constructor(scope: Construct, id: string, props: ServiceConnectRefreshProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const { name, clusterArn, logRetentionInDays, logKmsKeyArn, iamRolePath, permissionsBoundaryArn } = input;
    const services = text`"\${replace(${clusterArn}, ":cluster/", ":service/")}/"`;
    const targets = hcl`[for target in ${input.targets} : { arn = "\${${services}}\${target.service_name}", callers = [for caller in target.callers : "\${${services}}\${caller}"] }]`;

    new Workflow(this, "this", {
      name,
      is: "refresh",
      enabled: hcl`length(${input.targets}) > 0`,
      definition: workflow(clusterArn, targets),
      mayCall: mayCall(clusterArn, targets),
      on: {
        id: "deployments",
        description: "A service of the cluster was deployed",
        pattern: text`jsonencode(${{
          source: ["aws.ecs"],
          "detail-type": ["ECS Deployment State Change"],
          resources: [{ prefix: services }],
          detail: { eventName: ["SERVICE_DEPLOYMENT_COMPLETED"] },
        }})`,
        inputPaths: { target: "$.resources[0]" },
        inputTemplate: '{"target": <target>}',
      },
      every: {
        id: "reconcile",
        description: "Looks for callers that were deployed before a name they call",
        rate: RECONCILE,
        input: { target: EVERYTHING },
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
 * Just what the workflow calls. ECS makes the entries in Cloud Map, so their ids are not known here; reading one gives its
 * name and age.
 */
const mayCall = (clusterArn: string, targets: IResolvable): IResolvable =>
  hcl`[
    { Effect = "Allow", Action = ["ecs:DescribeServices"], Resource = distinct(flatten([for target in ${targets} : [target.arn, target.callers]])) },
    { Effect = "Allow", Action = ["ecs:UpdateService"], Resource = distinct(flatten([for target in ${targets} : target.callers])) },
    { Effect = "Allow", Action = ["servicediscovery:GetService"], Resource = "\${join(":", slice(split(":", replace(${clusterArn}, ":ecs:", ":servicediscovery:")), 0, 5))}:service/*" },
  ]`;
