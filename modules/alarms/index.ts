import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import { dynamicBlock, forEach } from "../kit/each";
import { hcl, list, number, raw, text } from "../kit/hcl";
import { inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import {
  loadBalancerDimension,
  ON_REQUESTS,
  ON_TASKS,
  type RequestAlarm,
  type TaskAlarm,
  targetGroupDimension,
} from "./metrics";
import type { AlarmsProps } from "./props";

/** Seconds of a datapoint. */
const PERIOD = 60;

type Inputs = Required<AlarmsProps>;

/** The alarms of each service. Their names and addresses do not know the track, so a flip changes them in place. */
export class Alarms extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);

    const made = [
      ...ON_TASKS.map((alarm) => this.onTasks(alarm, input)),
      ...ON_REQUESTS.map((alarm) => this.onRequests(alarm, input)),
    ];

    const names = made.map((alarm) => hcl`[for key, alarm in ${alarm.fqn} : alarm.alarm_name if key == service]`);
    this.outputs = {
      alarm_names: {
        value: hcl`{ for service in keys(${input.services}) : service => sort(concat(${names.reduce((all, each) => hcl`${all}, ${each}`)})) }`,
        description: "Service to the names of its alarms.",
      },
      alarm_arns: {
        value: hcl`concat(${made.map((alarm) => hcl`values(${alarm.fqn})[*].arn`).reduce((all, each) => hcl`${all}, ${each}`)})`,
        description: "All alarms.",
      },
    };
  }

  private onTasks({ what, says, metric, ...alarm }: TaskAlarm, { services, clusterName, ...input }: Inputs) {
    return new CloudwatchMetricAlarm(this, addressOf(what), {
      forEach: forEach(wanted(what, services, input.alarms, alarm.where)),
      ...this.common(what, says, input),
      namespace: "AWS/ECS",
      metricName: metric,
      dimensions: { ClusterName: clusterName, ServiceName: text`each.value.service_name` },
      statistic: alarm.statistic,
      period: PERIOD,
      comparisonOperator: alarm.comparison,
      threshold: number`${alarm.threshold(input.alarms)}`,
      treatMissingData: alarm.missing,
    });
  }

  private onRequests({ what, says, metrics, formula, threshold }: RequestAlarm, { services, ...input }: Inputs) {
    const groups = hcl`each.value.load_balancer.target_group_arns`;
    const worst = hcl`"MAX([\${join(", ", [for i, arn in ${groups} : "${raw(formula)}"])}])"`;
    const alarm = new CloudwatchMetricAlarm(this, addressOf(what), {
      forEach: forEach(wanted(what, services, input.alarms, hcl`s.load_balancer != null`)),
      ...this.common(what, says, input),
      comparisonOperator: "GreaterThanThreshold",
      threshold: number`${threshold(input.alarms)}`,
      treatMissingData: "notBreaching",
      lifecycle: {
        precondition: [
          {
            condition: hcl`alltrue([for arn in ${groups} : arn != null])`,
            errorMessage: text`"ECS does not tell the target groups of \${each.key}, so nobody counts its requests. Leave unhealthy-hosts, 5xx and latency out of alarms.metrics."`,
          },
        ],
      },
    });
    alarm.addOverride("metric_query", [{ id: "value", label: what, expression: worst, return_data: true }]);
    alarm.addOverride("dynamic.metric_query", metricsOf(metrics, groups));
    return alarm;
  }

  private common(what: string, says: string, { name, alarms, tags }: Pick<Inputs, "name" | "alarms" | "tags">) {
    const topics = list`${alarms}.sns_topic_arns`;
    return {
      alarmName: text`"\${${name}}-\${each.key}-${raw(what)}"`,
      alarmDescription: text`"\${each.key} ${raw(says)}, for \${${alarms}.minutes} minutes"`,
      evaluationPeriods: number`${alarms}.minutes`,
      alarmActions: topics,
      okActions: topics,
      tags: tags as never,
    };
  }
}

/** The services that get an alarm. */
const wanted = (what: string, services: unknown, alarms: unknown, also = raw("true")) =>
  hcl`{ for name, s in ${services} : name => s if (${alarms} == null ? false : contains(${alarms}.metrics, ${what})) && ${also} }`;

/** The name of a kind of alarm in an address, which begins with no digit. */
const addressOf = (what: string): string => (what === "5xx" ? "errors" : what.replace(/-/g, "_"));

/** Each metric of each target group, under an id that the formula uses. */
const metricsOf = (metrics: RequestAlarm["metrics"], groups: unknown) => {
  const of = (member: string) => hcl`metric_query.value.${raw(member)}`;
  return dynamicBlock(
    hcl`flatten([for metric in ${metrics} : [for i, arn in ${groups} : { id = "\${metric.id}\${i}", name = metric.name, stat = metric.stat, group = ${targetGroupDimension(raw("arn"))} }]])`,
    {
      id: of("id"),
      metric: {
        namespace: "AWS/ApplicationELB",
        metric_name: of("name"),
        stat: of("stat"),
        period: PERIOD,
        dimensions: {
          LoadBalancer: loadBalancerDimension(raw("each.value.load_balancer.arn")),
          TargetGroup: of("group"),
        },
      },
    },
  );
};
