/** Clusters, task definitions and plain services. */
import { blocks, text, texts, type State, type Value } from "../values";
import { mustExist } from "./checks";
import type { Context } from "./context";
import { checkDeployment, deploy, trafficFacts } from "./ecs-deployment";
import { AwsError } from "./errors";
import { loadBalancersOf } from "./load-balancing";
import type { Model, Models } from "./model";
import { values } from "./model";
import { checkTaskDefinition } from "./task-definitions";
import type { World, WorldObject } from "./world";

/** The cluster that a name or ARN means; an empty one means `default`. */
export function findCluster(world: World, nameOrArn: string | undefined, region: string): WorldObject | undefined {
  const wanted = nameOrArn ?? "default";
  return world.find(
    "aws_ecs_cluster",
    (state) => (state["arn"] === wanted || state["name"] === wanted) && state["region"] === region,
  );
}

/** Services in a cluster, plain and Express. */
export function servicesIn(world: World, clusterArn: string): { object: WorldObject; name: string }[] {
  const plain = world.all("aws_ecs_service").map((object) => ({
    object,
    name: text(object.state, "name")!,
    cluster: findCluster(world, text(object.state, "cluster"), String(object.state["region"])),
  }));
  const express = world.all("aws_ecs_express_gateway_service").map((object) => ({
    object,
    name: text(object.state, "service_name")!,
    cluster: findCluster(world, text(object.state, "cluster"), String(object.state["region"])),
  }));
  return [...plain, ...express].filter(({ cluster }) => cluster?.id === clusterArn);
}

const cluster: Model = {
  create(object, context) {
    // CreateCluster returns an existing cluster of that name; the provider then manages what it did not make. Refused here.
    const name = text(object, "name")!;
    const arn = context.arn("ecs", `cluster/${name}`);
    const existing = context.world.get("aws_ecs_cluster", arn);
    if (existing && existing.origin === undefined)
      throw new AwsError("ECS: CreateCluster", "InvalidParameterException", `The cluster ${name} already exists.`);
    Object.assign(object, { id: arn, arn });
  },
  delete({ id }, { world }) {
    if (servicesIn(world, id).length > 0)
      throw new AwsError(
        "ECS: DeleteCluster",
        "ClusterContainsServicesException",
        "The Cluster cannot be deleted while Services are active.",
      );
  },
  import: (id, world) => world.find("aws_ecs_cluster", (state) => state["name"] === id),
};

/** The next revision of a family: AWS never uses a number again. */
export function nextRevision(context: Context, family: string): { arn: string; revision: number } {
  const revision = context.world.count(`task definition ${context.region} ${family}`);
  return { arn: context.arn("ecs", `task-definition/${family}:${revision}`), revision };
}

const taskDefinition: Model = {
  create(object, context) {
    const family = text(object, "family")!;
    checkTaskDefinition(object);
    const { arn, revision } = nextRevision(context, family);
    Object.assign(object, { id: family, arn, arn_without_revision: arn.slice(0, arn.lastIndexOf(":")), revision });
    object["network_mode"] ??= "bridge";
    object["enable_fault_injection"] ??= false;
    // All revisions of a family share terraform's id, so the world keeps them by ARN and family.
  },
};

/** The task definition that an ARN, a family or `family:revision` means. */
export function findTaskDefinition(world: World, reference: string): WorldObject | undefined {
  const short = reference.split("task-definition/").at(-1)!;
  return world.find(
    "aws_ecs_task_definition",
    (state) => short === `${text(state, "family")}:${String(state["revision"])}` || short === text(state, "family"),
  );
}

const CREATE = "ECS: CreateService";

/** Arguments that tell the provider how to apply, and that AWS does not know. */
const PROVIDERS_OWN = ["force_new_deployment", "sigint_rollback", "triggers", "wait_for_steady_state", "timeouts"];

/** The provider's own arguments as they are in `current`. */
const ownArguments = (current: State): State =>
  Object.fromEntries(PROVIDERS_OWN.flatMap((name) => (name in current ? [[name, current[name]!]] : [])));

/** The cluster by name or by ARN, whichever way it is already written. */
function sameWayOfNaming(state: State, current: State, world: World): Value {
  const home = findCluster(world, text(state, "cluster"), String(state["region"]));
  return (
    (home && home.state[text(current, "cluster")?.startsWith("arn:") ? "arn" : "name"]) ?? state["cluster"] ?? null
  );
}

const service: Model = {
  create(object, context) {
    const name = text(object, "name")!;
    const home = findCluster(context.world, text(object, "cluster"), context.region);
    if (!home) throw new AwsError(CREATE, "ClusterNotFoundException", "Cluster not found.");
    if (servicesIn(context.world, home.id).some((other) => other.name === name))
      throw new AwsError(CREATE, "InvalidParameterException", "Creation of service was not idempotent.");
    checkReferences(object, context, CREATE);
    const arn = context.arn("ecs", `service/${text(home.state, "name")}/${name}`);
    Object.assign(object, { id: arn, arn, iam_role: "/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS" });
    object["cluster"] ??= home.id;
    const strategy = blocks(object, "capacity_provider_strategy").length > 0;
    object["launch_type"] ??= strategy ? "" : "EC2";
    object["platform_version"] ??= object["launch_type"] === "FARGATE" || strategy ? "LATEST" : "";
    object["availability_zone_rebalancing"] ??= "ENABLED";
    object["triggers"] ??= {};
    for (const connect of blocks(object, "service_connect_configuration")) {
      connect["namespace"] ??=
        blocks(home.state, "service_connect_defaults").map((defaults) => text(defaults, "namespace"))[0] ?? "";
      for (const exposed of blocks(connect, "service")) exposed["discovery_name"] ??= exposed["port_name"]!;
    }
  },
  created: (object) => trafficFacts(object),
  update(object, stored, context) {
    checkReferences(object, context, "ECS: UpdateService");
    deploy(object, stored, context.world);
  },
  /** The provider writes the cluster's ARN (terraform-provider-aws issue 41994), and knows nothing of its own arguments. */
  imported(state, world) {
    const unset = Object.fromEntries(PROVIDERS_OWN.filter((name) => name in state).map((name) => [name, null]));
    return { ...state, ...unset, cluster: sameWayOfNaming(state, { cluster: "arn:" }, world) };
  },
  read: (state, current, world) => ({
    ...state,
    ...ownArguments(current),
    cluster: sameWayOfNaming(state, current, world),
  }),
  import(id, world) {
    const [clusterName, name] = id.split("/");
    return world.find(
      "aws_ecs_service",
      (state) => state["name"] === name && String(state["cluster"]).split("/").at(-1) === clusterName,
    );
  },
};

/** A service needs its task definition, target groups behind a listener, subnets and security groups. */
function checkReferences(object: State, context: Context, operation: string): void {
  const { world } = context;
  const refuse = (message: string): never => {
    throw new AwsError(operation, "InvalidParameterException", message);
  };
  const reference = text(object, "task_definition");
  if (reference && !findTaskDefinition(world, reference))
    throw new AwsError(operation, "ClientException", `TaskDefinition not found: ${reference}`);
  for (const balancer of blocks(object, "load_balancer")) {
    const groups = [
      text(balancer, "target_group_arn"),
      ...blocks(balancer, "advanced_configuration").map((advanced) => text(advanced, "alternate_target_group_arn")),
    ];
    for (const arn of groups.filter((group) => group !== undefined)) {
      if (!world.get("aws_lb_target_group", arn)) refuse(`The target group ${arn} does not exist.`);
      if (loadBalancersOf(world, arn).length === 0)
        refuse(`The target group with targetGroupArn ${arn} does not have an associated load balancer.`);
    }
  }
  checkDeployment(object, context, operation);
  for (const network of blocks(object, "network_configuration")) {
    for (const id of texts(network, "subnets"))
      mustExist(context, "aws_subnet", id, operation, "InvalidParameterException", "subnet");
    for (const id of texts(network, "security_groups"))
      mustExist(context, "aws_security_group", id, operation, "InvalidParameterException", "security group");
  }
}

/** Models of ECS without Express. */
export const ECS: Models = {
  aws_ecs_cluster: cluster,
  aws_ecs_cluster_capacity_providers: values({ id: (object) => object["cluster_name"]! }),
  aws_ecs_task_definition: taskDefinition,
  aws_ecs_service: service,
};
