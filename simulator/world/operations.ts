/** Logs, metrics, events, scaling, storage and the other ways to reach AWS. */
import { blocks, text, type State } from "../values";
import { unique } from "./checks";
import { alarm, dashboard, logKey } from "./cloudwatch";
import { ACCOUNT, type Context } from "./context";
import { AwsError } from "./errors";
import { CREATED_AT } from "./iam";
import { combine, values, type Model, type Models } from "./model";

const idFrom =
  (...names: string[]) =>
  (object: State): string =>
    names.map((name) => text(object, name) ?? "").join("/");

const alreadyExists = (type: string, operation: string, what: string): Model =>
  unique(
    type,
    ["name"],
    operation,
    "ResourceAlreadyExistsException",
    (object) => `The specified ${what} already exists: ${text(object, "name")}`,
  );

/** Scaling needs its target: `service/<cluster>/<service>`. */
const needsTarget = (operation: string): Model => ({
  create(object, { world }) {
    const keys = ["resource_id", "scalable_dimension", "service_namespace"];
    if (!world.find("aws_appautoscaling_target", (state) => keys.every((key) => state[key] === object[key])))
      throw new AwsError(
        operation,
        "ObjectNotFoundException",
        `No scalable target registered for service namespace: ${text(object, "service_namespace")}, resource ID: ${text(object, "resource_id")}, scalable dimension: ${text(object, "scalable_dimension")}`,
      );
  },
});

/** What tells a scaling object of a service: `<namespace>/<resource>/<dimension>`, with a name behind it for a policy. */
const scalingId = (state: State, ...more: string[]): string =>
  [...["service_namespace", "resource_id", "scalable_dimension"].map((key) => text(state, key) ?? ""), ...more].join(
    "/",
  );

const targetTracking = (policy: State): State[] => blocks(policy, "target_tracking_scaling_policy_configuration");

const metricOf = (policy: State): string | undefined =>
  targetTracking(policy)
    .flatMap((tracking) => blocks(tracking, "predefined_metric_specification"))
    .map((metric) => text(metric, "predefined_metric_type"))[0];

/** A target follows a metric by one policy. */
const onePolicyOfMetric: Model = {
  create(object, { world }) {
    const taken = world.find(
      "aws_appautoscaling_policy",
      (other) =>
        scalingId(other) === scalingId(object) &&
        other["name"] !== object["name"] &&
        metricOf(object) !== undefined &&
        metricOf(other) === metricOf(object),
    );
    if (taken)
      throw new AwsError(
        "Application Auto Scaling: PutScalingPolicy",
        "ValidationException",
        "Only one TargetTrackingScaling policy for a given metric specification is allowed.",
      );
  },
};

const scalableTarget: Model = {
  import: (id, world) => world.find("aws_appautoscaling_target", (state) => scalingId(state) === id),
  create(object, context) {
    const [kind, cluster, name] = text(object, "resource_id")!.split("/");
    const plain = context.world.find(
      "aws_ecs_service",
      (state) => state["name"] === name && String(state["cluster"]).split("/").at(-1) === cluster,
    );
    const express = context.world.find("aws_ecs_express_gateway_service", (state) =>
      String(state["service_arn"]).endsWith(`:service/${cluster}/${name}`),
    );
    if (kind === "service" && !plain && !express)
      throw new AwsError(
        "Application Auto Scaling: RegisterScalableTarget",
        "ValidationException",
        `ECS service doesn't exist: ${text(object, "resource_id")}`,
      );
    object["id"] = text(object, "resource_id")!;
    object["arn"] = context.arn("application-autoscaling", `scalable-target/${context.hex(32)}`);
    object["role_arn"] ??=
      `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService`;
  },
};

/** A bucket's name is taken in the whole world, not in the region. */
const bucket: Model = {
  create(object, context) {
    const prefix = text(object, "bucket_prefix");
    const name = text(object, "bucket") ?? `${prefix ?? "terraform-"}${context.hex(26)}`;
    if (context.world.find("aws_s3_bucket", (other) => other["bucket"] === name))
      throw new AwsError(
        "S3: CreateBucket",
        "BucketAlreadyOwnedByYou",
        `Your previous request to create the named bucket succeeded and you already own it. (${name})`,
      );
    Object.assign(object, {
      id: name,
      bucket: name,
      arn: `arn:aws:s3:::${name}`,
      bucket_domain_name: `${name}.s3.amazonaws.com`,
      bucket_region: context.region,
      bucket_regional_domain_name: `${name}.s3.${context.region}.amazonaws.com`,
      hosted_zone_id: "Z3AQBSTGFYJSTF",
    });
    object["request_payer"] ??= "BucketOwner";
    object["object_lock_enabled"] ??= false;
    object["bucket_prefix"] ??= "";
  },
};

const bucketPart = values({
  id: idFrom("bucket"),
  expected_bucket_owner: "",
  transition_default_minimum_object_size: "all_storage_classes_128K",
});

const stateMachine: Model = {
  create(object, context) {
    try {
      JSON.parse(text(object, "definition")!);
    } catch (error) {
      throw new AwsError(
        "SFN: CreateStateMachine",
        "InvalidDefinition",
        `Invalid State Machine Definition: ${(error as Error).message}`,
      );
    }
    const arn = context.arn("states", `stateMachine:${text(object, "name")}`);
    Object.assign(object, {
      id: arn,
      arn,
      creation_date: CREATED_AT,
      status: "ACTIVE",
      revision_id: context.uuid("revision"),
      state_machine_version_arn: "",
    });
    object["name_prefix"] ??= "";
  },
};

const named = (service: string, resource: (name: string) => string, id?: (object: State) => string): Model =>
  values({
    arn: (object: State, context: Context) =>
      context.arn(service, resource(text(object, "name") ?? text(object, "alarm_name") ?? "")),
    id: id ?? ((object: State) => text(object, "arn")!),
    name_prefix: "",
  });

/** Models of operations. */
export const OPERATIONS: Models = {
  null_resource: values({ id: (_, context) => String(BigInt(`0x${context.hex(15)}`)) }),
  aws_cloudwatch_log_group: combine(
    alreadyExists("aws_cloudwatch_log_group", "CloudWatch Logs: CreateLogGroup", "log group"),
    logKey,
    named("logs", (name) => `log-group:${name}`, idFrom("name")),
    values({ log_group_class: "STANDARD", deletion_protection_enabled: false }),
  ),
  aws_cloudwatch_log_resource_policy: values({ id: idFrom("policy_name") }),
  aws_cloudwatch_event_rule: combine(
    alreadyExists("aws_cloudwatch_event_rule", "EventBridge: PutRule", "rule"),
    named("events", (name) => `rule/${name}`, idFrom("name")),
  ),
  aws_cloudwatch_event_target: values({
    target_id: (_, context) => `terraform-${context.hex(20)}`,
    id: (object) => `${text(object, "rule")}-${text(object, "target_id")}`,
  }),
  aws_cloudwatch_metric_alarm: combine(
    alarm,
    named("cloudwatch", (name) => `alarm:${name}`, idFrom("alarm_name")),
    values({ evaluate_low_sample_count_percentiles: "" }),
  ),
  aws_cloudwatch_dashboard: combine(
    dashboard,
    values({
      id: idFrom("dashboard_name"),
      dashboard_arn: (object, context) =>
        context.globalArn("cloudwatch", `dashboard/${text(object, "dashboard_name")}`),
    }),
  ),
  aws_sfn_state_machine: combine(
    alreadyExists("aws_sfn_state_machine", "SFN: CreateStateMachine", "state machine"),
    stateMachine,
  ),
  aws_scheduler_schedule: values({
    group_name: "default",
    name_prefix: "",
    action_after_completion: "NONE",
    arn: (object, context) =>
      context.arn("scheduler", `schedule/${text(object, "group_name")}/${text(object, "name")}`),
    id: idFrom("group_name", "name"),
  }),
  aws_sns_topic: combine(
    named("sns", (name) => name),
    values({ owner: ACCOUNT, signature_version: 0, policy: "" }),
  ),
  aws_appautoscaling_target: scalableTarget,
  aws_appautoscaling_policy: combine(
    needsTarget("Application Auto Scaling: PutScalingPolicy"),
    onePolicyOfMetric,
    {
      import: (id, world) =>
        world.find("aws_appautoscaling_policy", (state) => scalingId(state, String(state["name"])) === id),
    },
    values({
      arn: (object, context) =>
        context.arn(
          "autoscaling",
          `scalingPolicy:${context.uuid()}:resource/${text(object, "service_namespace")}/${text(object, "resource_id")}:policyName/${text(object, "name")}`,
        ),
      // Names are per target, and terraform's id is the name alone: the world keeps policies by ARN.
      id: idFrom("name"),
      alarm_arns: [],
    }),
  ),
  aws_appautoscaling_scheduled_action: combine(
    needsTarget("Application Auto Scaling: PutScheduledAction"),
    values({
      arn: (object, context) =>
        context.arn(
          "autoscaling",
          `scheduledAction:${context.uuid()}:resource/${text(object, "resource_id")}:scheduledActionName/${text(object, "name")}`,
        ),
      id: idFrom("name", "resource_id"),
    }),
  ),
  aws_s3_bucket: bucket,
  aws_s3_bucket_policy: bucketPart,
  aws_s3_bucket_public_access_block: bucketPart,
  aws_s3_bucket_lifecycle_configuration: bucketPart,
  aws_s3_bucket_ownership_controls: bucketPart,
  aws_s3_bucket_server_side_encryption_configuration: bucketPart,
  aws_ssm_document: values({
    arn: (object, context) => context.arn("ssm", `document/${text(object, "name")}`),
    id: idFrom("name"),
    created_date: CREATED_AT,
    default_version: "1",
    document_version: "1",
    latest_version: "1",
    hash_type: "Sha256",
    hash: (_, context) => context.hex(64),
    owner: ACCOUNT,
    status: "Active",
    schema_version: "2.2",
    platform_types: () => ["Linux"],
  }),
  aws_ssm_association: values({
    association_id: (_, context) => context.uuid(),
    id: (object) => object["association_id"]!,
    arn: (object, context) => context.arn("ssm", `association/${text(object, "association_id")}`),
  }),
  aws_cloudcontrolapi_resource: values({
    id: (_, context) => context.uuid(),
    properties: (object) => object["desired_state"]!,
  }),
};
