/** Amazon ECS Express Mode: one resource that brings a load balancer, target groups, security groups and scaling. */
import { blocks, same, text, texts, type State, type Value } from "../values";
import { mustExist } from "./checks";
import type { Context } from "./context";
import { findCluster, nextRevision, servicesIn } from "./ecs";
import { AwsError } from "./errors";
import { createParts, followService, removeParts, REVISION_ATTRIBUTES, shiftTraffic } from "./express-deployment";
import { joinLoadBalancer, leaveLoadBalancer, place } from "./express-network";
import { isAttached, roleByArn } from "./iam";
import type { Model, Models } from "./model";
import type { World, WorldObject } from "./world";

const CREATE = "ECS: CreateExpressGatewayService";

/** The managed policy that the infrastructure role needs. */
export const INFRASTRUCTURE_POLICY =
  "arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices";

/** Fills what is not written with the defaults of the service. */
function fillDefaults(object: State, clusterName: string, context: Context): void {
  const name = text(object, "service_name")!;
  object["cluster"] ??= "default";
  object["cpu"] ??= "1024";
  object["memory"] ??= "2048";
  object["health_check_path"] ??= "/";
  object["wait_for_steady_state"] ??= false;
  object["scaling_target"] ??= [{}];
  for (const target of blocks(object, "scaling_target")) {
    fill(target, {
      auto_scaling_metric: "AVERAGE_CPU",
      auto_scaling_target_value: 60,
      min_task_count: 1,
      max_task_count: 20,
    });
  }
  for (const container of blocks(object, "primary_container")) {
    container["container_port"] ??= 80;
    container["aws_logs_configuration"] ??= [{}];
    for (const logs of blocks(container, "aws_logs_configuration"))
      fill(logs, { log_group: `/aws/ecs/${clusterName}/${name}-${context.hex(4, "logs")}`, log_stream_prefix: "ecs" });
    // The API returns both sorted; the provider compares them with the configuration in order.
    for (const list of ["environment", "secret"])
      container[list] = blocks(container, list).sort((a, b) => (String(a["name"]) < String(b["name"]) ? -1 : 1));
  }
}

/** Sets members that are missing or null. */
function fill(object: State, defaults: Readonly<Record<string, Value>>): void {
  for (const [name, value] of Object.entries(defaults)) object[name] ??= value;
}

/** The cluster that is written; `default` is made when it is missing. */
function ensureCluster(object: State, context: Context): WorldObject {
  const wanted = text(object, "cluster");
  const found = findCluster(context.world, wanted, context.region);
  if (found) return found;
  if (wanted !== undefined && wanted !== "default" && context.complete)
    throw new AwsError(CREATE, "ClusterNotFoundException", "Cluster not found.");
  const name = wanted?.split("/").at(-1) ?? "default";
  const arn = context.arn("ecs", `cluster/${name}`);
  return context.putManaged("aws_ecs_cluster", arn, "aws", { arn, name });
}

const express: Model = {
  create(object, context) {
    const cluster = ensureCluster(object, context);
    const clusterName = text(cluster.state, "name")!;
    const name = text(object, "service_name") ?? `express-${context.hex(8, "name")}`;
    object["service_name"] = name;
    if (servicesIn(context.world, cluster.id).some((other) => other.name === name))
      throw new AwsError(
        CREATE,
        "InvalidParameterException",
        `Express Gateway Service ${name} already exists in cluster ${clusterName}`,
      );
    checkNetwork(object, context);
    object["service_arn"] = context.arn("ecs", `service/${clusterName}/${name}`);
    fillDefaults(object, clusterName, context);
    revise(object, context);
    const host = `${name.slice(0, 2)}-${context.hex(32, "host")}.ecs.${context.region}.on.aws`;
    const { internal, subnets } = place(object, context);
    object["ingress_paths"] = [{ access_type: internal ? "PRIVATE" : "PUBLIC", endpoint: `https://${host}` }];
    object["network_configuration"] ??= [{}];
    for (const network of blocks(object, "network_configuration")) fill(network, { subnets, security_groups: [] });
  },

  /** The service's own security group is attached beside the configured ones: the state does not show it, the facts do. */
  created(object, context) {
    const placement = place(object, context);
    const balancer = joinLoadBalancer(placement, context);
    const host = String(blocks(object, "ingress_paths")[0]!["endpoint"]).replace("https://", "");
    const parts = createParts(object, host, balancer, context);
    createLogGroups(object, context);
    const role = text(object, "infrastructure_role_arn")!;
    return {
      ...parts,
      load_balancer_arn: balancer.id,
      task_definition: taskDefinitionOf(object, context),
      network_configuration: networkFacts(object, parts.security_group, placement.internal),
      infrastructure_role: roleByArn(context.world, role) !== undefined,
      infrastructure_policy: isAttached(context.world, role, INFRASTRUCTURE_POLICY),
    };
  },

  planUpdate(planned, _prior, config) {
    planned["service_revision_arn"] = null; // a new one after every update; marked unknown with all that is computed and empty
    if (config["health_check_path"] === null) planned["health_check_path"] = null; // the provider does not keep it
  },

  update(object, stored, context) {
    checkNetwork(object, context);
    const facts = (stored.facts ??= {});
    fillDefaults(object, text(stored.state, "service_arn")!.split("/").at(-2)!, context);
    // The API has no way to move a service: the provider plans the change in place and reads back the old cluster.
    object["cluster"] = stored.state["cluster"] ?? null;
    const newRevision = REVISION_ATTRIBUTES.some((name) => !same(object[name], stored.state[name]));
    if (!newRevision) {
      object["service_revision_arn"] = stored.state["service_revision_arn"] ?? null;
      return;
    }
    revise(object, context);
    shiftTraffic(facts, context.world);
    followService(object, stored.id, context.world);
    const [network] = blocks(facts, "network_configuration");
    facts["network_configuration"] = networkFacts(
      object,
      text(facts, "security_group")!,
      network?.["assign_public_ip"] === false,
    );
    facts["task_definition"] = taskDefinitionOf(object, context);
  },

  delete(stored, context) {
    const { world } = context;
    const role = text(stored.state, "infrastructure_role_arn")!;
    const missing = missingRole(stored, role, world);
    if (missing)
      throw new AwsError(
        "ECS: DeleteExpressGatewayService",
        "InvalidParameterException",
        `the service ${text(stored.state, "service_name")} is stuck in DRAINING: ${missing}, so ECS cannot remove its load balancer resources`,
      );
    world.remove(stored.type, stored.id);
    removeParts(stored.id, world);
    leaveLoadBalancer(world, text(stored.facts, "load_balancer_arn") ?? "");
  },
};

/** What ECS needs to clean up and does not find any more. A role that was never in the world is not missed. */
function missingRole({ facts }: WorldObject, role: string, world: World): string | undefined {
  if (facts?.["infrastructure_role"] === true && !roleByArn(world, role))
    return `the infrastructure role ${role} does not exist any more`;
  if (facts?.["infrastructure_policy"] === true && !isAttached(world, role, INFRASTRUCTURE_POLICY))
    return `the infrastructure role ${role} has lost its policy`;
  return undefined;
}

function checkNetwork(object: State, context: Context): void {
  for (const id of blocks(object, "network_configuration").flatMap((network) => texts(network, "security_groups")))
    mustExist(context, "aws_security_group", id, CREATE, "InvalidParameterException", "security group");
}

/** Gives the service a new revision. */
function revise(object: State, context: Context): void {
  const [cluster, name] = text(object, "service_arn")!.split("/").slice(-2);
  const number = 1_000_000_000_000_000_000n + BigInt(context.world.count(`service revision ${cluster} ${name}`));
  object["service_revision_arn"] = context.arn("ecs", `service-revision/${cluster}/${name}/${number}`);
}

/** The one it was given, or the next one of its own. */
function taskDefinitionOf(object: State, context: Context): string {
  const given = text(object, "task_definition_arn");
  if (given) return given;
  const [cluster, name] = text(object, "service_arn")!.split("/").slice(-2);
  return nextRevision(context, `${cluster}-${name}`).arn;
}

function networkFacts(object: State, managedGroup: string, internal: boolean): Value {
  return blocks(object, "network_configuration").map((network) => ({
    subnets: texts(network, "subnets"),
    security_groups: [...texts(network, "security_groups"), managedGroup],
    assign_public_ip: !internal,
  }));
}

/** ECS makes a log group where none of that name exists. */
function createLogGroups(object: State, context: Context): void {
  for (const logs of blocks(object, "primary_container").flatMap((container) =>
    blocks(container, "aws_logs_configuration"),
  )) {
    const name = text(logs, "log_group")!;
    const arn = context.arn("logs", `log-group:${name}`);
    if (!context.world.get("aws_cloudwatch_log_group", arn))
      context.putManaged("aws_cloudwatch_log_group", arn, text(object, "service_arn")!, { id: name, name, arn });
  }
}

/** The model of Express services. */
export const EXPRESS: Models = {
  aws_ecs_express_gateway_service: express,
};
