/** What an Express service has of its own behind the shared load balancer, and how a deployment moves traffic. */
import { blocks, text, type State } from "../values";
import type { Context } from "./context";
import { listenerOf } from "./express-network";
import { arnSuffix } from "./load-balancing";
import type { World, WorldObject } from "./world";

/** Attributes whose change makes a new revision, and so a deployment. */
export const REVISION_ATTRIBUTES = [
  "primary_container",
  "task_definition_arn", // of a service by a stack
  "cpu",
  "memory",
  "execution_role_arn",
  "task_role_arn",
  "network_configuration",
  "health_check_path",
] as const;

const MANAGED_TAGS = { AmazonECSManaged: "true" };

/** ARNs of what belongs to one service. */
export interface ServiceParts {
  target_group_arn: string;
  alternate_target_group_arn: string;
  listener_rule_arn: string;
  security_group: string;
}

/** Makes two target groups, a host rule with all traffic on the first, and the service's security group. */
export function createParts(object: State, host: string, loadBalancer: WorldObject, context: Context): ServiceParts {
  const [live, idle] = ["blue", "green"].map((color) => createTargetGroup(object, color, loadBalancer, context)) as [
    string,
    string,
  ];
  const listener = listenerOf(context.world, loadBalancer.id);
  const ruleArn = `${listener.id.replace(":listener/", ":listener-rule/")}/${context.hex(16, "rule")}`;
  context.putManaged("aws_lb_listener_rule", ruleArn, text(object, "service_arn")!, {
    arn: ruleArn,
    listener_arn: listener.id,
    priority: nextPriority(context.world, listener.id),
    condition: [{ host_header: [{ values: [host] }] }],
    action: [forward(live, idle)],
    tags: MANAGED_TAGS,
    tags_all: MANAGED_TAGS,
  });
  return {
    target_group_arn: live,
    alternate_target_group_arn: idle,
    listener_rule_arn: ruleArn,
    security_group: createSecurityGroup(object, loadBalancer, context),
  };
}

function nextPriority(world: World, listenerArn: string): number {
  const taken = world
    .all("aws_lb_listener_rule")
    .filter(({ state }) => state["listener_arn"] === listenerArn)
    .map(({ state }) => Number(state["priority"]));
  return Math.max(0, ...taken) + 1;
}

/** All traffic to the live group; the idle one stays in the rule. */
function forward(live: string, idle: string): State {
  return {
    type: "forward",
    order: 1,
    forward: [
      {
        target_group: [
          { arn: live, weight: 100 },
          { arn: idle, weight: 0 },
        ],
      },
    ],
  };
}

function createTargetGroup(object: State, color: string, loadBalancer: WorldObject, context: Context): string {
  const name = `ecs-gateway-tg-${context.hex(17, color)}`;
  const arn = context.arn("elasticloadbalancing", `targetgroup/${name}/${context.hex(16, color + "id")}`);
  const [container] = blocks(object, "primary_container");
  context.putManaged("aws_lb_target_group", arn, text(object, "service_arn")!, {
    arn,
    name,
    arn_suffix: arnSuffix(arn),
    port: container?.["container_port"] ?? 80,
    protocol: "HTTP",
    protocol_version: "HTTP1",
    target_type: "ip",
    vpc_id: loadBalancer.state["vpc_id"] ?? null,
    load_balancer_arns: [loadBalancer.id],
    deregistration_delay: "300",
    ip_address_type: "ipv4",
    health_check: [
      {
        path: object["health_check_path"] ?? "/",
        interval: 30,
        timeout: 5,
        healthy_threshold: 5,
        unhealthy_threshold: 2,
        matcher: "200",
        enabled: true,
        protocol: "HTTP",
        port: "traffic-port",
      },
    ],
    tags: MANAGED_TAGS,
    tags_all: MANAGED_TAGS,
  });
  return arn;
}

/** The service's managed group admits the load balancer on the container port; the load balancer's group lets that out. */
function createSecurityGroup(object: State, loadBalancer: WorldObject, context: Context): string {
  const origin = text(object, "service_arn")!;
  const group = context.ec2Id("sg");
  const balancerGroup = text(loadBalancer.facts, "security_group")!;
  const port = blocks(object, "primary_container")[0]?.["container_port"] ?? 80;
  const tcp = { ip_protocol: "tcp", from_port: port, to_port: port };
  context.putManaged("aws_security_group", group, origin, {
    vpc_id: loadBalancer.state["vpc_id"] ?? null,
    name: `ecs-express-gateway-${context.hex(8, "group")}`,
    description: `ECS Express Gateway service ${text(object, "service_name")}`,
    tags: MANAGED_TAGS,
    tags_all: MANAGED_TAGS,
  });
  context.putManaged("aws_vpc_security_group_ingress_rule", context.ec2Id("sgr", "in"), origin, {
    ...tcp,
    security_group_id: group,
    referenced_security_group_id: balancerGroup,
  });
  context.putManaged("aws_vpc_security_group_egress_rule", context.ec2Id("sgr", "out"), origin, {
    ip_protocol: "-1",
    security_group_id: group,
    cidr_ipv4: "0.0.0.0/0",
  });
  context.putManaged("aws_vpc_security_group_egress_rule", context.ec2Id("sgr", "balancer"), origin, {
    ...tcp,
    security_group_id: balancerGroup,
    referenced_security_group_id: group,
  });
  return group;
}

/** A deployment: the idle target group becomes the live one and the rule's weights follow, wherever terraform manages the rule too. */
export function shiftTraffic(facts: State, world: World): void {
  const [live, idle] = [text(facts, "alternate_target_group_arn")!, text(facts, "target_group_arn")!];
  Object.assign(facts, { target_group_arn: live, alternate_target_group_arn: idle });
  const rule = world.get("aws_lb_listener_rule", text(facts, "listener_rule_arn"));
  const groups = blocks(rule?.state, "action")
    .flatMap((action) => blocks(action, "forward"))
    .flatMap((target) => blocks(target, "target_group"));
  for (const group of groups) group["weight"] = group["arn"] === live ? 100 : 0;
}

/** A changed container port is followed by the managed rules, a changed health check path by the target groups. */
export function followService(object: State, origin: string, world: World): void {
  const port = blocks(object, "primary_container")[0]?.["container_port"] ?? 80;
  for (const type of ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"])
    for (const rule of world.all(type))
      if (rule.origin === origin && rule.state["ip_protocol"] === "tcp")
        Object.assign(rule.state, { from_port: port, to_port: port });
  for (const group of world.all("aws_lb_target_group"))
    if (group.origin === origin)
      for (const check of blocks(group.state, "health_check")) check["path"] = object["health_check_path"] ?? "/";
}

/** Removes everything that an Express service was given. */
export function removeParts(origin: string, world: World): void {
  const types = [
    "aws_lb_listener_rule",
    "aws_lb_target_group",
    "aws_vpc_security_group_ingress_rule",
    "aws_vpc_security_group_egress_rule",
    "aws_security_group",
    "aws_cloudwatch_log_group",
  ];
  for (const type of types)
    for (const object of world.all(type)) if (object.origin === origin) world.remove(type, object.id);
}
