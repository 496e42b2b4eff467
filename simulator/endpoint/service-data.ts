/** `data.aws_ecs_service` out of DescribeServices, with the members that it has since version 6. */
import type { State, Value } from "../values";
import { AwsError } from "../world/errors";
import type { Answer, Endpoint } from "./client";
import { fromApi } from "./names";

/** Members that are told as they are. */
const PLAIN = [
  "status",
  "desired_count",
  "running_count",
  "pending_count",
  "task_definition",
  "launch_type",
  "platform_version",
  "scheduling_strategy",
  "propagate_tags",
  "capacity_provider_strategy",
  "service_name",
  "enable_execute_command",
];

/** Reads a service of either track. Deployments, events and task sets are left empty. */
export async function readService(endpoint: Endpoint, name: string, cluster: string): Promise<State> {
  const { services = [] } = await endpoint.ecs("DescribeServices", { cluster, services: [name], include: ["TAGS"] });
  const found = (services as Answer[]).find(({ status }) => status !== "INACTIVE");
  if (!found)
    throw new AwsError("ECS: DescribeServices", "NotFound", `ECS Service (${name}) not found in cluster ${cluster}`);
  const told = fromApi(found);
  const network = found["networkConfiguration"]?.awsvpcConfiguration;
  return {
    ...Object.fromEntries(PLAIN.map((member): [string, Value] => [member, told[member] ?? null])),
    id: found["serviceArn"],
    arn: found["serviceArn"],
    load_balancer: (found["loadBalancers"] ?? []).map(loadBalancerOf),
    network_configuration: network
      ? [{ ...fromApi(network), assign_public_ip: network.assignPublicIp === "ENABLED" }]
      : [],
    tags: Object.fromEntries((found["tags"] ?? []).map((tag: Record<string, string>) => [tag["key"], tag["value"]])),
  };
}

function loadBalancerOf({ advancedConfiguration, ...served }: Answer): Value {
  return { ...fromApi(served), advanced_configuration: advancedConfiguration ? [fromApi(advancedConfiguration)] : [] };
}
