import { changed, type Draft, kept, lost, noted } from "../finding";
import { scalingArn } from "../join";
import type { Definition } from "../definition";
import type { Rule } from "./rule";

/** @see https://docs.aws.amazon.com/apprunner/latest/api/API_CreateAutoScalingConfiguration.html */
const DEFAULTS = { MinSize: 1, MaxSize: 25, MaxConcurrency: 100 };

/** The account's own default configuration, whose numbers are the API's defaults. */
const DEFAULT_ARN = /autoscalingconfiguration\/DefaultConfiguration\/1\/0{31}1$/;

/** How many instances run, at the least and at the most. */
export const instances = ({ companions: { autoScaling } }: Definition): { min: number; max: number } => {
  const min = autoScaling?.MinSize ?? DEFAULTS.MinSize;
  return { min, max: Math.max(min, autoScaling?.MaxSize ?? DEFAULTS.MaxSize) };
};

/**
 * The sizes are carried. Concurrency is not: App Runner counts requests in flight, a load balancer counts requests a
 * minute, and the two meet only through the time a request takes.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/manage-autoscaling.html
 */
export const scaling: Rule = (definition, { key }) => {
  const { autoScaling } = definition.companions;
  const { min, max } = instances(definition);
  const concurrency = autoScaling?.MaxConcurrency ?? DEFAULTS.MaxConcurrency;
  const to = `services.${key}.scaling`;
  return {
    drafts: [
      ...whereFrom(definition),
      changed(
        "cost",
        "AutoScalingConfiguration.MinSize",
        `${to}.min_task_count`,
        `${min}: these pay for CPU all the time now; App Runner took memory only while they were idle`,
      ),
      kept("AutoScalingConfiguration.MaxSize", `${to}.max_task_count`),
      changed(
        "behaviour",
        "AutoScalingConfiguration.MaxConcurrency",
        `${to}.auto_scaling_metric`,
        `${concurrency} requests in flight are no request count, so tasks follow CPU at 60 %`,
        `To follow requests: auto_scaling_metric = "REQUEST_COUNT_PER_TARGET" with auto_scaling_target_value = ${concurrency} × 60 / (mean seconds a request takes), requests a minute for each task. At 0.2 s that is ${concurrency * 300}`,
      ),
      ...records(definition),
    ],
    service: {
      scaling: {
        min_task_count: min,
        max_task_count: max,
        auto_scaling_metric: "AVERAGE_CPU",
        auto_scaling_target_value: 60,
      },
    },
  };
};

function whereFrom({ service, companions: { autoScaling } }: Definition): Draft[] {
  const arn = scalingArn(service);
  const field = service.AutoScalingConfigurationSummary
    ? "AutoScalingConfigurationSummary"
    : "AutoScalingConfigurationArn";
  if (autoScaling || arn === undefined || DEFAULT_ARN.test(arn))
    return [
      noted(
        field,
        autoScaling ? "its numbers were given" : "App Runner's default: 1 to 25 instances, 100 requests in flight each",
      ),
    ];
  return [
    lost(
      "behaviour",
      field,
      "the numbers of this configuration were not given; App Runner's defaults stand for them (1 to 25 instances)",
      "Give them as another input: aws apprunner describe-auto-scaling-configuration --auto-scaling-configuration-arn …",
    ),
  ];
}

/** What the configuration says of itself. */
const records = ({ companions: { autoScaling } }: Definition): Draft[] =>
  Object.keys(autoScaling ?? {})
    .filter((name) =>
      /^(AutoScalingConfiguration(Arn|Name|Revision)|Latest|Status|CreatedAt|DeletedAt|HasAssociatedService|IsDefault)$/.test(
        name,
      ),
    )
    .map((name) => noted(`AutoScalingConfiguration.${name}`, "App Runner's own record: nothing to carry"));
