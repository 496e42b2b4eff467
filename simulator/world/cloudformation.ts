/** CloudFormation stacks that hold one Express service: the one resource whose template is executed here. */
import { blocks, same, stringMap, text, texts, type State, type Value } from "../values";
import { unique } from "./checks";
import type { Context } from "./context";
import { findTaskDefinition } from "./ecs";
import { AwsError } from "./errors";
import { EXPRESS } from "./express";
import { listenerOf } from "./express-network";
import { combine, type Model, type Models } from "./model";
import type { World, WorldObject } from "./world";

const RESOURCE = "AWS::ECS::ExpressGatewayService";
const TYPE = "aws_ecs_express_gateway_service";
const express = EXPRESS[TYPE]!;

type Json = Record<string, unknown>;

interface Template {
  /** The logical id of the service. */
  readonly id: string;
  readonly properties: Json;
  readonly outputs: Readonly<Record<string, { Value?: unknown }>>;
}

const refuse = (operation: string, message: string): never => {
  throw new AwsError(`CloudFormation: ${operation}`, "ValidationError", message);
};

/** The template, with its parameters filled in. */
function read(object: State, operation: string): Template {
  let template: Json = {};
  try {
    template = JSON.parse(text(object, "template_body") ?? "") as Json;
  } catch {
    refuse(operation, "Template format error: the simulated CloudFormation reads JSON alone.");
  }
  const resources = Object.entries(
    (template["Resources"] ?? {}) as Record<string, { Type?: string; Properties?: Json }>,
  );
  const [id, service] = resources[0] ?? ["", {}];
  if (resources.length !== 1 || service.Type !== RESOURCE)
    refuse(operation, `The simulated CloudFormation makes one ${RESOURCE} for each stack, and nothing else.`);
  const given = stringMap(object, "parameters");
  const declared = Object.keys((template["Parameters"] ?? {}) as object);
  const strange = Object.keys(given).filter((name) => !declared.includes(name));
  if (strange.length) refuse(operation, `Parameters: [${strange.join(", ")}] do not exist in the template`);
  const missing = declared.filter((name) => given[name] === undefined);
  if (missing.length) refuse(operation, `Parameters: [${missing.join(", ")}] must have values`);
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== "object" || value === null) return value;
    const { Ref: name } = value as { Ref?: string };
    return name === undefined
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]))
      : given[name];
  };
  return {
    id,
    properties: fill(service.Properties ?? {}) as Json,
    outputs: (template["Outputs"] ?? {}) as Template["outputs"],
  };
}

/** The service as terraform's own resource would tell it, and the task definition besides. */
function serviceOf({ properties: given }: Template, tags: Value, context: Context): State {
  if (given["PrimaryContainer"] !== undefined)
    throw invalid(
      "taskDefinitionArn cannot be provided with primaryContainer, executionRoleArn, taskRoleArn, cpu, or memory.",
    );
  const arn = String(given["TaskDefinitionArn"]);
  const network = (given["NetworkConfiguration"] ?? {}) as Json;
  const scaling = (given["ScalingTarget"] ?? {}) as Json;
  const state = context.schemas.state(TYPE, {
    region: context.region,
    service_name: given["ServiceName"] as string,
    cluster: given["Cluster"] as string,
    infrastructure_role_arn: given["InfrastructureRoleArn"] as string,
    health_check_path: given["HealthCheckPath"] as string,
    network_configuration: [
      { subnets: network["Subnets"] as string[], security_groups: (network["SecurityGroups"] ?? []) as string[] },
    ],
    scaling_target: [
      {
        auto_scaling_metric: scaling["AutoScalingMetric"] as string,
        auto_scaling_target_value: scaling["AutoScalingTargetValue"] as number,
        min_task_count: scaling["MinTaskCount"] as number,
        max_task_count: scaling["MaxTaskCount"] as number,
      },
    ],
    primary_container: [{ container_port: portOf(arn, context), aws_logs_configuration: [] }],
    tags_all: tags,
  });
  return { ...state, task_definition_arn: arn };
}

const invalid = (message: string): AwsError =>
  new AwsError("ECS: CreateExpressGatewayService", "InvalidParameterException", message);

/** The port of the container `Main`, which must be the one that Express Mode takes. */
function portOf(arn: string, { world }: Context): number {
  const definition = findTaskDefinition(world, arn);
  if (!definition) throw invalid(`TaskDefinition is inactive or does not exist: ${arn}`);
  const containers = JSON.parse(text(definition.state, "container_definitions")!) as {
    name: string;
    portMappings?: { containerPort?: number; name?: string; protocol?: string }[];
  }[];
  const ports = containers.find(({ name }) => name === "Main")?.portMappings ?? [];
  const [{ containerPort = 0, name = "", protocol = "tcp" } = {}] = ports;
  const fits = ports.length === 1 && containerPort && name && protocol === "tcp";
  if (!fits || !texts(definition.state, "requires_compatibilities").includes("FARGATE"))
    throw invalid("Task definition must contain a container named 'Main' with a single TCP port mapping.");
  return containerPort;
}

const serviceIn = (world: World, stackId: string): WorldObject | undefined =>
  world.all(TYPE).find(({ origin }) => origin === stackId);

/** What `Fn::GetAtt` answers for the service. */
function attributesOf(
  { id, state, facts }: WorldObject,
  context: Context,
): Readonly<Record<string, string | string[]>> {
  const { world } = context;
  const fact = (name: string) => text(facts, name) ?? "";
  const balancer = world.get("aws_lb", fact("load_balancer_arn"))!;
  const listener = listenerOf(world, balancer.id);
  const group = (of: string) => context.arn("ec2", `security-group/${of}`);
  const name = text(state, "service_name")!;
  const managed = (path: string) => `ECSManagedResourceArns.${path}`;
  return {
    ServiceArn: id,
    Endpoint: String(blocks(state, "ingress_paths")[0]!["endpoint"]),
    [managed("IngressPath.LoadBalancerArn")]: balancer.id,
    [managed("IngressPath.ListenerArn")]: listener.id,
    [managed("IngressPath.ListenerRuleArn")]: fact("listener_rule_arn"),
    [managed("IngressPath.CertificateArn")]: text(listener.state, "certificate_arn") ?? "",
    [managed("IngressPath.TargetGroupArns")]: [fact("target_group_arn"), fact("alternate_target_group_arn")],
    [managed("IngressPath.LoadBalancerSecurityGroups")]: [group(text(balancer.facts, "security_group")!)],
    [managed("ServiceSecurityGroups")]: [group(fact("security_group"))],
    [managed("AutoScaling.ScalableTarget")]: context.arn("application-autoscaling", `scalable-target/${name}`),
    [managed("AutoScaling.ApplicationAutoScalingPolicies")]: [context.arn("autoscaling", `scalingPolicy:${name}`)],
    [managed("MetricAlarms")]: [context.arn("cloudwatch", `alarm:${name}`)],
  };
}

/** The stack's outputs: text, attributes of the service, and lists joined. */
function outputsOf(template: Template, service: WorldObject, context: Context, operation: string): State {
  const attributes = attributesOf(service, context);
  const value = (given: unknown): string | string[] => {
    if (typeof given === "string") return given;
    const { "Fn::GetAtt": attribute, "Fn::Join": join } = (given ?? {}) as {
      "Fn::GetAtt"?: [string, string];
      "Fn::Join"?: [string, unknown];
    };
    if (join) return [value(join[1])].flat().join(join[0]);
    const found = attribute?.[0] === template.id ? attributes[attribute[1]] : undefined;
    return found ?? refuse(operation, `Template error: ${JSON.stringify(given)} is no attribute of ${RESOURCE}.`);
  };
  return Object.fromEntries(
    Object.entries(template.outputs).map(([name, { Value: given }]) => [name, String(value(given))]),
  );
}

/** What CloudFormation changes by making a new service, of the same name, before it deletes the old one. */
const BY_REPLACEMENT = ["service_name", "cluster", "infrastructure_role_arn", "tags_all"] as const;

const stack: Model = {
  create(object, context) {
    const template = read(object, "CreateStack");
    object["id"] = context.arn("cloudformation", `stack/${text(object, "name")}/${context.uuid()}`);
    const state = serviceOf(template, object["tags_all"] ?? {}, context);
    express.create!(state, context);
    const service: WorldObject = { type: TYPE, id: text(state, "service_arn")!, state, origin: text(object, "id")! };
    context.world.put(service);
    service.facts = express.created!(state, context) as State;
    object["outputs"] = outputsOf(template, service, context, "CreateStack");
  },
  /** Outputs may change with anything else: the provider tells none of them before the apply. */
  planUpdate(planned) {
    planned["outputs"] = null;
  },
  update(object, stored, context) {
    const template = read(object, "UpdateStack");
    const service = serviceIn(context.world, stored.id);
    if (!service) return refuse("UpdateStack", `Resource ${template.id} does not exist any more.`);
    const next = serviceOf(template, object["tags_all"] ?? {}, context);
    const replaced = BY_REPLACEMENT.find((name) => !same(next[name], service.state[name]));
    if (replaced)
      refuse(
        "UpdateStack",
        text(stored.state, "policy_body")?.includes("Update:Replace")
          ? `Action denied by stack policy: Statement [#2] does not allow [Update:Replace] for resource [LogicalResourceId/${template.id}] (${replaced} changed)`
          : `Express Gateway Service ${text(service.state, "service_name")} already exists (${replaced} changed); UPDATE_ROLLBACK_COMPLETE`,
      );
    const state: State = { ...service.state, ...withoutNull(next) };
    express.update!(state, service, context);
    const changed = { ...service, state };
    context.world.put(changed);
    object["outputs"] = outputsOf(template, changed, context, "UpdateStack");
  },
  delete(stored, context) {
    const service = serviceIn(context.world, stored.id);
    if (service) express.delete!(service, context);
  },
};

const withoutNull = (state: State): State =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null && !same(value, [])));

/** Models of CloudFormation. */
export const CLOUDFORMATION: Models = {
  aws_cloudformation_stack: combine(
    unique(
      "aws_cloudformation_stack",
      ["name"],
      "CloudFormation: CreateStack",
      "AlreadyExistsException",
      (object) => `Stack [${text(object, "name")}] already exists`,
    ),
    stack,
  ),
};
