import { blocks, text } from "../../simulator/values";
import { findTaskDefinition } from "../../simulator/world/ecs";
import type { World, WorldObject } from "../../simulator/world/world";

/** The services that run, of either kind. */
export const services = (world: World): WorldObject[] =>
  [...world.all("aws_ecs_service"), ...world.all("aws_ecs_express_gateway_service")].filter(runs);

export const isExpress = ({ type }: WorldObject): boolean => type === "aws_ecs_express_gateway_service";

export const nameOf = ({ state }: WorldObject): string => text(state, "name") ?? text(state, "service_name")!;

/** Whether it has a task. A call that made or changed it and did not wait for that proves nothing. */
function runs(service: WorldObject): boolean {
  const { state } = service;
  const [scaling] = blocks(state, "scaling_target");
  const tasks = isExpress(service) ? scaling?.["min_task_count"] : state["desired_count"];
  return state["wait_for_steady_state"] === true && Number(tasks) > 0;
}

/** The service whose tasks are registered in a target group. */
export const serviceBehind = (world: World, targetGroup: string): WorldObject | undefined =>
  services(world).find((service) =>
    isExpress(service)
      ? service.facts?.["target_group_arn"] === targetGroup
      : (service.facts?.["target_group_arn"] ?? firstTargetGroup(service)) === targetGroup,
  );

const firstTargetGroup = ({ state }: WorldObject) => text(blocks(state, "load_balancer")[0], "target_group_arn");

/** The host names of other services that its tasks' environment mentions. */
export const mentions = (world: World, service: WorldObject): string[] =>
  environment(world, service).flatMap((value) => /^http:\/\/([a-z0-9.-]+):\d+$/.exec(value)?.[1] ?? []);

function environment(world: World, service: WorldObject): string[] {
  const containers = isExpress(service)
    ? blocks(service.state, "primary_container")
    : JSON.parse(text(taskDefinition(world, service)?.state, "container_definitions") ?? "[]");
  return containers.flatMap((container: { environment?: { value: string }[] }) =>
    (container.environment ?? []).map(({ value }) => value),
  );
}

const taskDefinition = (world: World, { state }: WorldObject) =>
  findTaskDefinition(world, text(state, "task_definition")!);
