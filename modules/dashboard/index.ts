import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import type { Construct } from "constructs";
import { hcl, text } from "../kit/hcl";
import { countIf, inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import type { DashboardProps } from "./props";
import { alarmStates, loadBalancers, serviceRow, webAcl } from "./widgets";

/**
 * One dashboard for a group. Dashboards belong to the account and not to a Region, and writing one of a name that there
 * is replaces it, so the Region is part of the name.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export class Dashboard extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const { name, enabled, clusterName, services, webAclMetricName, alarmArns } = inputsOf(this, definition, props);
    const region = new DataAwsRegion(this, "current").id;

    const arns = hcl`distinct([for s in ${services} : s.load_balancer.arn if s.load_balancer != null])`;
    const widgets = hcl`flatten([
      [for name in ${webAclMetricName}[*] : ${webAcl(hcl`name`, region)}],
      [for arns in [${arns}] : ${loadBalancers(region)} if length(arns) > 0],
      [for arns in [${alarmArns}] : ${alarmStates(hcl`arns`)} if length(arns) > 0],
      [for i, name in keys(${services}) : [for s in [${services}[name]] : ${serviceRow(clusterName, region)}]],
    ])`;
    const dashboard = new CloudwatchDashboard(this, "this", {
      count: countIf(enabled),
      dashboardName: text`"\${${name}}-\${${region}}"`,
      dashboardBody: text`jsonencode({ widgets = ${widgets} })`,
    });

    this.outputs = {
      dashboard_name: {
        value: hcl`one(${dashboard.fqn}[*].dashboard_name)`,
        description: "The dashboard; null when there is none.",
      },
    };
  }
}
