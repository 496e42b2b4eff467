/** What CloudWatch refuses of log groups and alarms. */
import { blocks, text, type State } from "../values";
import { unique } from "./checks";
import { ACCOUNT, type Context } from "./context";
import { AwsError } from "./errors";
import type { Model } from "./model";

/**
 * CloudWatch Logs must be let use the key. A key made without a policy lets in the account alone, and no service. The
 * policy is searched for the service and not evaluated; a key that is not in the world is not judged.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
function checkLogKey(object: State, { world, region }: Context): void {
  const key = world.find("aws_kms_key", (state) => state["arn"] === text(object, "kms_key_id"));
  if (!key || /logs\.([a-z0-9-]+\.)?amazonaws\.com/.test(text(key.state, "policy") ?? "")) return;
  throw new AwsError(
    "CloudWatch Logs: CreateLogGroup",
    "InvalidParameterException",
    `The specified KMS key does not exist or is not allowed to be used with Arn 'arn:aws:logs:${region}:${ACCOUNT}:log-group:${text(object, "name")}'`,
  );
}

/** The key of a log group. */
export const logKey: Model = {
  create: checkLogKey,
  update: (object, _, context) => checkLogKey(object, context),
};

/** PutMetricAlarm writes over an alarm of the same name, whoever made it. Refused here: two owners of one alarm are a mistake. */
const alarmTwice = unique(
  "aws_cloudwatch_metric_alarm",
  ["alarm_name"],
  "CloudWatch: PutMetricAlarm",
  "SimulatorRefusesOverwrite",
  (object) => `The alarm ${text(object, "alarm_name")} exists, and AWS would write over it`,
);

/**
 * A formula names metrics of its own alarm, one query is the answer, and an alarm looks back a day at the most.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
function checkAlarm(object: State): void {
  const refuse = (message: string): never => {
    throw new AwsError("CloudWatch: PutMetricAlarm", "ValidationError", message);
  };
  const queries = blocks(object, "metric_query");
  const ids = new Set(queries.map((query) => text(query, "id")));
  for (const query of queries) {
    const named = (text(query, "expression") ?? "").match(/\b[a-z][A-Za-z0-9_]*\b/g) ?? [];
    const unknown = named.find((id) => !ids.has(id));
    if (unknown !== undefined)
      refuse(`Error in expression '${text(query, "id")}': Unrecognized metric identifier '${unknown}'`);
  }
  if (queries.length > 0 && queries.filter((query) => query["return_data"] === true).length !== 1)
    refuse("Exactly one element of the metrics list should return data");
  const parts = [object, ...queries.flatMap((query) => blocks(query, "metric"))];
  const period = Math.max(...parts.map((part) => Number(part["period"] ?? 0)));
  if (period * Number(object["evaluation_periods"]) > 86_400)
    refuse("Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).");
}

/** What is refused of an alarm. */
export const alarm: Model = {
  create(object, context) {
    alarmTwice.create?.(object, context);
    checkAlarm(object);
  },
  update: checkAlarm,
};

/** PutDashboard takes JSON with a list of widgets. */
export const dashboard: Model = {
  create: checkDashboard,
  update: checkDashboard,
};

function checkDashboard(object: State): void {
  const refuse = (message: string): never => {
    throw new AwsError("CloudWatch: PutDashboard", "DashboardInvalidInputError", message);
  };
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(text(object, "dashboard_name")!))
    refuse("Invalid value for field DashboardName, name must contain only alphanumerics, dash and underscore");
  try {
    const { widgets } = JSON.parse(text(object, "dashboard_body")!) as { widgets?: unknown };
    if (!Array.isArray(widgets)) refuse("The field DashboardBody must be a valid JSON object with widgets");
  } catch (error) {
    if (error instanceof AwsError) throw error;
    refuse("The field DashboardBody must be a valid JSON object");
  }
}
