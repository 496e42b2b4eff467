import { IDLE_TIMEOUT } from "../../modules/spec/limits";
import { changed, type Draft, kept, lost, noted } from "../finding";
import { looksSecretText } from "./secret-looking";
import { instances } from "./scaling";
import { nothing, type Rule } from "./rule";

/**
 * A paused service pays nothing on App Runner. The input has one task at the least, and the load balancer costs as well.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/manage-pause.html
 */
export const status: Rule = (definition, { key }) => {
  const { Status: given } = definition.service;
  const field = "Status";
  if (given === undefined) return nothing;
  if (given === "PAUSED") {
    return {
      drafts: [
        changed(
          "cost",
          field,
          `services.${key}.scaling.min_task_count`,
          `it is paused and costs nothing now; on ECS it runs ${instances(definition).min} task(s) from the first apply`,
          "Take the service out of the tfvars until it is needed",
        ),
      ],
    };
  }
  if (given === "OPERATION_IN_PROGRESS")
    return {
      drafts: [
        changed(
          "behaviour",
          field,
          "—",
          "an operation was under way when this was read",
          "Read it again when the service is RUNNING",
        ),
      ],
    };
  if (given === "RUNNING") return { drafts: [noted(field, "running")] };
  return {
    drafts: [
      changed(
        "behaviour",
        field,
        "—",
        `its status was ${given}: the definition may never have run`,
        "Check that this is the service you want",
      ),
    ],
  };
};

/**
 * The key encrypted App Runner's copy of the source and its logs.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/security-data-protection-encryption.html
 */
export const encryption: Rule = ({ service }) =>
  service.EncryptionConfiguration?.KmsKey === undefined
    ? nothing
    : {
        drafts: [
          lost(
            "security",
            "EncryptionConfiguration.KmsKey",
            "no copy of the source is kept any more; the log groups are encrypted by CloudWatch Logs' own key, not by this one",
            "If logs must be under your key: let logs.<region>.amazonaws.com use it in the key's policy, then set log_kms_key_arn",
          ),
        ],
      };

/**
 * App Runner ran the collector for X-Ray beside the program.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/monitor-xray.html
 */
export const tracing: Rule = ({ service, companions: { observability } }) => {
  const given = service.ObservabilityConfiguration;
  const records = observability ? [noted("ObservabilityConfiguration", "the configuration of the collector")] : [];
  if (!given) return { drafts: records };
  const off = noted("ObservabilityConfiguration.ObservabilityEnabled", "off, as it was");
  const on = lost(
    "behaviour",
    "ObservabilityConfiguration.ObservabilityEnabled",
    "no collector runs beside the program, so traces to X-Ray stop",
    "Send them from the program: set OTEL_EXPORTER_OTLP_ENDPOINT to a collector of yours, or to X-Ray's own OTLP endpoint, and give the task role xray:PutTraceSegments",
  );
  const arn =
    given.ObservabilityConfigurationArn === undefined
      ? []
      : [
          noted(
            "ObservabilityConfiguration.ObservabilityConfigurationArn",
            "App Runner's own record: nothing to carry",
          ),
        ];
  return { drafts: [given.ObservabilityEnabled ? on : off, ...arn, ...records] };
};

/** The way to slower answers. */
const SLOWER = {
  express: `For slow answers run it on plain ECS, which waits ${IDLE_TIMEOUT.ecs} seconds, or as long as load_balancer.idle_timeout says`,
  ecs: "For slower answers set load_balancer.idle_timeout",
};

/** Logs and metrics change their names. @see https://docs.aws.amazon.com/apprunner/latest/dg/monitor.html */
export const logsAndMetrics: Rule = ({ service }, { mode }) => ({
  drafts: [
    lost(
      "behaviour",
      "(logs)",
      `/aws/apprunner/${service.ServiceName}/… stays as it is and gets nothing new`,
      "Point subscriptions, metric filters and queries at the output log_group_names; the old groups stay until you delete them",
    ),
    lost(
      "behaviour",
      "(metrics)",
      "the namespace AWS/AppRunner gets nothing new",
      "Set alarms = {} and dashboard = true for the usual ones; rewrite others to AWS/ECS and AWS/ApplicationELB",
    ),
    lost(
      "behaviour",
      "(requests)",
      `App Runner ended a request after 120 seconds in all; the load balancer ends a connection that is idle for ${IDLE_TIMEOUT[mode]}`,
      SLOWER[mode],
    ),
  ],
});

/** Tags under `aws:` are AWS's own. @see https://docs.aws.amazon.com/apprunner/latest/api/API_TagResource.html */
export const tags: Rule = ({ companions }) => ({
  drafts: Object.entries(companions.tags).map(([name, value]): Draft => {
    const field = `Tags.${name}`;
    if (name.startsWith("aws:")) return noted(field, "a tag of AWS's own: not carried");
    if (looksSecretText(value))
      return lost(
        "security",
        field,
        "it looks like a secret, so it is not copied",
        "Take it off the service: everyone who may describe it reads its tags",
      );
    return kept(field, `tags.${name}`, "carried, if every service of the group has it");
  }),
});

/** The tags that may be carried. */
export const ownTags = (given: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => !name.startsWith("aws:") && !looksSecretText(value) && !value.includes("\0"),
    ),
  );
