/** Data sources of ECS and of hosted zones. */
import { createHash } from "node:crypto";
import { blocks, text, texts, type State } from "../values";
import { ACCOUNT } from "./context";
import type { DataSource } from "./data";
import { findCluster, servicesIn } from "./ecs";
import { AwsError } from "./errors";
import { CREATED_AT } from "./iam";
import { asked, only } from "./queries";
import type { World, WorldObject } from "./world";

/** A service as DescribeServices tells it: plain or Express. */
const service: DataSource = (config, { world, region }) => {
  const [name, clusterArn] = [text(config, "service_name")!, text(config, "cluster_arn")];
  const home = findCluster(world, clusterArn, region);
  if (!home) throw new AwsError("ECS: DescribeServices", "ClusterNotFoundException", "Cluster not found.");
  const found = servicesIn(world, home.id).find((one) => one.name === name)?.object;
  if (!found)
    throw new AwsError(
      "ECS: DescribeServices",
      "NotFound",
      `ECS Service (${name}) not found in cluster ${text(home.state, "name")}`,
    );
  const described = found.type === "aws_ecs_service" ? describePlain(found) : describeExpress(found);
  const desired = Number(described["desired_count"]);
  const deployment = {
    id: `ecs-svc/${world.all("aws_ecs_service").length}`,
    status: "PRIMARY",
    desired_count: desired,
    running_count: desired,
    pending_count: 0,
    task_definition: described["task_definition"] ?? "",
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
  };
  return {
    cluster_arn: home.id,
    created_at: CREATED_AT,
    created_by: "",
    status: "ACTIVE",
    running_count: desired,
    pending_count: 0,
    platform_family: "Linux",
    events: [],
    task_sets: [],
    deployments: [deployment],
    ordered_placement_strategy: [],
    placement_constraints: [],
    ...described,
  };
};

function describePlain({ state }: WorldObject): State {
  const { id, arn, task_definition, capacity_provider_strategy, launch_type, platform_version, tags_all } = state;
  return {
    id: id!,
    arn: arn!,
    task_definition: task_definition ?? "",
    desired_count: state["desired_count"] ?? 0,
    launch_type: launch_type ?? "",
    platform_version: platform_version ?? "",
    capacity_provider_strategy: capacity_provider_strategy ?? [],
    load_balancer: blocks(state, "load_balancer"),
    network_configuration: blocks(state, "network_configuration"),
    service_registries: blocks(state, "service_registries"),
    deployment_configuration: blocks(state, "deployment_configuration"),
    deployment_controller: [{ type: "ECS" }],
    scheduling_strategy: state["scheduling_strategy"] ?? "REPLICA",
    availability_zone_rebalancing: state["availability_zone_rebalancing"] ?? "",
    enable_ecs_managed_tags: state["enable_ecs_managed_tags"] ?? false,
    enable_execute_command: state["enable_execute_command"] ?? false,
    health_check_grace_period_seconds: state["health_check_grace_period_seconds"] ?? 0,
    iam_role: state["iam_role"] ?? "",
    propagate_tags: state["propagate_tags"] ?? "NONE",
    tags: tags_all ?? {},
  };
}

/** Express is a service with a canary deployment whose traffic ECS shifts between two target groups. */
function describeExpress({ id, state, facts = {} }: WorldObject): State {
  const [container] = blocks(state, "primary_container");
  const [scaling] = blocks(state, "scaling_target");
  const advanced = {
    alternate_target_group_arn: facts["alternate_target_group_arn"] ?? "",
    production_listener_rule: facts["listener_rule_arn"] ?? "",
    role_arn: state["infrastructure_role_arn"] ?? "",
    test_listener_rule: "",
  };
  return {
    id,
    arn: id,
    task_definition: facts["task_definition"] ?? "",
    desired_count: scaling?.["min_task_count"] ?? 1,
    launch_type: "",
    platform_version: "LATEST",
    capacity_provider_strategy: [{ base: 1, weight: 1, capacity_provider: "FARGATE" }],
    load_balancer: [
      {
        container_name: "Main",
        container_port: container?.["container_port"] ?? 80,
        elb_name: "",
        target_group_arn: facts["target_group_arn"] ?? "",
        advanced_configuration: [advanced],
      },
    ],
    network_configuration: blocks(facts, "network_configuration").map((network) => ({
      ...network,
      subnets: texts(network, "subnets"),
    })),
    deployment_configuration: [
      {
        strategy: "CANARY",
        bake_time_in_minutes: "3",
        maximum_percent: 200,
        minimum_healthy_percent: 100,
        canary_configuration: [{ canary_percent: 5, canary_bake_time_in_minutes: "3" }],
      },
    ],
    deployment_controller: [{ type: "ECS" }],
    scheduling_strategy: "REPLICA",
    service_registries: [],
    availability_zone_rebalancing: "ENABLED",
    enable_ecs_managed_tags: true,
    enable_execute_command: false,
    health_check_grace_period_seconds: 300,
    iam_role: "",
    propagate_tags: "SERVICE",
    tags: { ...(state["tags_all"] as State), AmazonECSManaged: "true" },
    // What somebody did by UpdateService; a test writes it.
    ...(facts["updated_from_outside"] as State | undefined),
  };
}

const cluster: DataSource = (config, { world, region }) => {
  const found = findCluster(world, text(config, "cluster_name"), region);
  if (!found)
    throw new AwsError("ECS: DescribeClusters", "NotFound", `ECS Cluster (${text(config, "cluster_name")}) not found`);
  const services = servicesIn(world, found.id).length;
  return {
    id: found.id,
    arn: found.id,
    status: "ACTIVE",
    pending_tasks_count: 0,
    running_tasks_count: services,
    registered_container_instances_count: 0,
    service_connect_defaults: blocks(found.state, "service_connect_defaults"),
    setting: blocks(found.state, "setting"),
    tags: found.state["tags_all"] ?? {},
  };
};

/** The type of a pushed image in the world: what a tag stands for since somebody pushed. Terraform has no resource of it. */
const PUSHED = "ecr_image";

/**
 * Every tag of every repository is there, with a digest that follows from its name, until a test says otherwise by an
 * object of the type `ecr_image`: `{ repository_name, image_tag, image_digest }`, where a null digest is a missing image.
 */
const image: DataSource = (config, { world, region }) => {
  const [repository, tag] = [text(config, "repository_name")!, text(config, "image_tag")];
  const registry = text(config, "registry_id") ?? ACCOUNT;
  const pushed = world.find(
    PUSHED,
    (state) => state["repository_name"] === repository && state["image_tag"] === (tag ?? null),
  );
  const digest = pushed
    ? text(pushed.state, "image_digest")
    : (text(config, "image_digest") ?? digestOf(`${registry}/${repository}:${tag ?? ""}`));
  if (digest === undefined)
    throw new AwsError("ECR: DescribeImages", "ImageNotFoundException", `no image ${repository}:${tag ?? ""}`);
  return {
    id: digest,
    image_digest: digest,
    image_tags: tag === undefined ? [] : [tag],
    image_pushed_at: 0,
    image_size_in_bytes: 1,
    image_uri: `${registry}.dkr.ecr.${region}.amazonaws.com/${repository}@${digest}`,
    registry_id: registry,
  };
};

const digestOf = (name: string): string => `sha256:${createHash("sha256").update(name).digest("hex")}`;

const withoutDot = (name: string | undefined): string | undefined => name?.replace(/\.$/, "");

const hostedZone: DataSource = (config, { world }) => {
  const [id, name] = [text(config, "zone_id"), withoutDot(text(config, "name"))];
  const isPrivate = (state: State): boolean => blocks(state, "vpc").length > 0;
  const found = world
    .all("aws_route53_zone")
    .filter(
      (zone) =>
        (id === undefined || zone.id === id) &&
        (name === undefined || withoutDot(text(zone.state, "name")) === name) &&
        isPrivate(zone.state) === (config["private_zone"] === true),
    );
  const { state } = only(found, "Route 53 Hosted Zone", asked(config));
  return {
    ...state,
    private_zone: isPrivate(state),
    caller_reference: "",
    linked_service_description: "",
    linked_service_principal: "",
    resource_record_set_count: recordsIn(world, String(state["zone_id"])),
    tags: state["tags_all"] ?? {},
  };
};

/** A zone begins with its NS and SOA records. */
function recordsIn(world: World, zone: string): number {
  return 2 + world.all("aws_route53_record").filter(({ state }) => state["zone_id"] === zone).length;
}

/** Data sources of ECS and DNS. */
export const CONTAINER_DATA: Readonly<Record<string, DataSource>> = {
  aws_ecs_service: service,
  aws_ecs_cluster: cluster,
  aws_ecr_image: image,
  aws_route53_zone: hostedZone,
};
