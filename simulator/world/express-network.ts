/** Where an Express service stands: its subnets decide the scheme, and the load balancer is shared with its neighbours. */
import { blocks, text, texts, type State } from "../values";
import { mustExist } from "./checks";
import type { Context } from "./context";
import { AwsError } from "./errors";
import { completeLoadBalancer } from "./load-balancing";
import type { World, WorldObject } from "./world";

/** How many Express services share a load balancer. */
export const SERVICES_PER_LOAD_BALANCER = 25;

const OPERATION = "ECS: CreateExpressGatewayService";

/** The network of one Express service. */
export interface Placement {
  vpcId: string;
  subnets: string[];
  internal: boolean;
}

/** The subnets that are written, or those of the default VPC, and what follows from their routes. */
export function place(object: State, context: Context): Placement {
  const written = blocks(object, "network_configuration").flatMap((network) => texts(network, "subnets"));
  const ids = written.length > 0 ? written : defaultSubnets(context);
  const subnets = ids.map((id) =>
    mustExist(context, "aws_subnet", id, OPERATION, "InvalidParameterException", "subnet"),
  );
  if (!context.complete && subnets.some(({ state }) => !state["vpc_id"]))
    return { vpcId: "vpc-elsewhere", subnets: ids, internal: false };
  const zones = new Set(subnets.map(({ state }) => state["availability_zone"]));
  if (zones.size < 2) throw refuse("At least two subnets in two different Availability Zones must be specified");
  if (new Set(subnets.map(({ state }) => state["vpc_id"])).size > 1)
    throw refuse("All subnets must belong to the same VPC");
  const kinds = new Set(subnets.map((subnet) => isPublic(context.world, subnet)));
  if (kinds.size > 1) throw refuse("mixed subnet type: all subnets must be public or all must be private");
  return { vpcId: text(subnets[0]!.state, "vpc_id")!, subnets: ids, internal: kinds.has(false) };
}

function refuse(message: string): AwsError {
  return new AwsError(OPERATION, "InvalidParameterException", message);
}

/** Whether a subnet's route table, or else its VPC's main one, has a route to an internet gateway. */
export function isPublic(world: World, subnet: WorldObject): boolean {
  const association = world.find("aws_route_table_association", (state) => state["subnet_id"] === subnet.id);
  const vpc = world.get("aws_vpc", text(subnet.state, "vpc_id"));
  const table = text(association?.state, "route_table_id") ?? text(vpc?.state, "main_route_table_id");
  return routesOf(world, table).some((route) => text(route, "gateway_id")?.startsWith("igw-"));
}

/** Routes of a table: written inside it or beside it. */
export function routesOf(world: World, tableId: string | undefined): State[] {
  const inside = blocks(world.get("aws_route_table", tableId)?.state, "route");
  const beside = world
    .all("aws_route")
    .filter(({ state }) => state["route_table_id"] === tableId)
    .map(({ state }) => ({
      ...state,
      cidr_block: state["destination_cidr_block"] ?? "",
      ipv6_cidr_block: state["destination_ipv6_cidr_block"] ?? "",
    }));
  return [...inside, ...beside];
}

/** The public subnets of the region's default VPC, which is made when something first needs it. */
function defaultSubnets(context: Context): string[] {
  const { vpcId } = ensureDefaultVpc(context);
  return context.world
    .all("aws_subnet")
    .filter(({ state }) => state["vpc_id"] === vpcId)
    .map(({ id }) => id);
}

/** The default VPC: three public subnets, as every new account has. */
export function ensureDefaultVpc(context: Context): { vpcId: string } {
  const existing = context.all("aws_vpc").find(({ origin }) => origin === "aws");
  if (existing) return { vpcId: existing.id };
  const own = context.forObject(`default vpc ${context.region}`);
  const [vpcId, table, gateway] = [own.ec2Id("vpc"), own.ec2Id("rtb"), own.ec2Id("igw")];
  own.putManaged("aws_vpc", vpcId, "aws", {
    arn: own.arn("ec2", `vpc/${vpcId}`),
    cidr_block: "172.31.0.0/16",
    main_route_table_id: table,
    default_route_table_id: table,
    default_security_group_id: own.ec2Id("sg"),
    enable_dns_hostnames: true,
    enable_dns_support: true,
  });
  own.putManaged("aws_security_group", own.ec2Id("sg"), "aws", {
    vpc_id: vpcId,
    name: "default",
    description: "default VPC security group",
  });
  own.putManaged("aws_internet_gateway", gateway, "aws", { vpc_id: vpcId });
  own.putManaged(
    "aws_route_table",
    table,
    "aws",
    { vpc_id: vpcId, route: [{ cidr_block: "0.0.0.0/0", gateway_id: gateway }] },
    { main: true },
  );
  ["a", "b", "c"].forEach((letter, index) => {
    const id = own.ec2Id("subnet", letter);
    own.putManaged("aws_subnet", id, "aws", {
      arn: own.arn("ec2", `subnet/${id}`),
      vpc_id: vpcId,
      availability_zone: `${context.region}${letter}`,
      cidr_block: `172.31.${index * 16}.0/20`,
      map_public_ip_on_launch: true,
    });
  });
  return { vpcId };
}

/** The load balancer that a new Express service joins: one of its VPC and scheme with room, or a new one. */
export function joinLoadBalancer(placement: Placement, context: Context): WorldObject {
  const { world } = context;
  const candidates = context
    .all("aws_lb")
    .filter(
      ({ state, facts }) =>
        facts?.["express"] === true && state["vpc_id"] === placement.vpcId && state["internal"] === placement.internal,
    );
  return (
    candidates.find(({ id }) => servicesBehind(world, id) < SERVICES_PER_LOAD_BALANCER) ??
    createLoadBalancer(placement, candidates.length, context)
  );
}

/** Express services behind a load balancer. */
export function servicesBehind(world: World, loadBalancerArn: string): number {
  return world
    .all("aws_ecs_express_gateway_service")
    .filter(({ facts }) => facts?.["load_balancer_arn"] === loadBalancerArn).length;
}

const MANAGED_TAGS = { AmazonECSManaged: "true" };

/** Makes a shared load balancer with its security group and HTTPS listener. */
function createLoadBalancer(placement: Placement, number: number, context: Context): WorldObject {
  const own = context.forObject(`express load balancer ${placement.vpcId} ${placement.internal} ${number}`);
  const group = own.ec2Id("sg");
  const name = `ecs-express-gateway-alb-${own.hex(8, "name")}`;
  own.putManaged("aws_security_group", group, "express", {
    vpc_id: placement.vpcId,
    name,
    description: "ECS Express Gateway load balancer",
    arn: own.arn("ec2", `security-group/${group}`),
    tags: MANAGED_TAGS,
    tags_all: MANAGED_TAGS,
  });
  const rule = own.ec2Id("sgr");
  own.putManaged("aws_vpc_security_group_ingress_rule", rule, "express", {
    security_group_id: group,
    ip_protocol: "tcp",
    from_port: 443,
    to_port: 443,
    cidr_ipv4: "0.0.0.0/0",
  });
  const state = own.schemas.state("aws_lb", {
    name,
    region: own.region,
    load_balancer_type: "application",
    internal: placement.internal,
    vpc_id: placement.vpcId,
    subnets: placement.subnets,
    security_groups: [group],
    tags: MANAGED_TAGS,
    tags_all: MANAGED_TAGS,
    enable_deletion_protection: false,
    drop_invalid_header_fields: false,
  });
  completeLoadBalancer(state, own);
  const loadBalancer: WorldObject = {
    type: "aws_lb",
    id: text(state, "arn")!,
    state,
    origin: "express",
    facts: { express: true, security_group: group },
  };
  own.world.put(loadBalancer);
  createListener(loadBalancer, own);
  return loadBalancer;
}

function createListener(loadBalancer: WorldObject, own: Context): void {
  const arn = `${loadBalancer.id.replace(":loadbalancer/", ":listener/")}/${own.hex(16, "listener")}`;
  own.putManaged("aws_lb_listener", arn, "express", {
    arn,
    load_balancer_arn: loadBalancer.id,
    port: 443,
    protocol: "HTTPS",
    ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    certificate_arn: own.arn("acm", `certificate/${own.uuid("certificate")}`),
    default_action: [
      { type: "fixed-response", order: 1, fixed_response: [{ content_type: "text/plain", status_code: "404" }] },
    ],
    tags: MANAGED_TAGS,
    tags_all: MANAGED_TAGS,
  });
}

/** The listener of a shared load balancer. */
export function listenerOf(world: World, loadBalancerArn: string): WorldObject {
  return world.find("aws_lb_listener", (state) => state["load_balancer_arn"] === loadBalancerArn)!;
}

/** Removes a shared load balancer when its last service has gone. */
export function leaveLoadBalancer(world: World, loadBalancerArn: string): void {
  const loadBalancer = world.get("aws_lb", loadBalancerArn);
  if (!loadBalancer || servicesBehind(world, loadBalancerArn) > 0) return;
  const group = text(loadBalancer.facts, "security_group");
  for (const type of ["aws_lb_listener", "aws_wafv2_web_acl_association"])
    for (const object of world.all(type))
      if (object.state["load_balancer_arn"] === loadBalancerArn || object.state["resource_arn"] === loadBalancerArn)
        world.remove(type, object.id);
  for (const type of ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"])
    for (const object of world.all(type))
      if (object.state["security_group_id"] === group) world.remove(type, object.id);
  if (group) world.remove("aws_security_group", group);
  world.remove("aws_lb", loadBalancerArn);
}
