/** Routes, and the gateways with addresses that they lead to. */
import { text, type State } from "../values";
import { dependencyViolation, mustExist } from "./checks";
import { ACCOUNT } from "./context";
import { AwsError } from "./errors";
import type { Model, Models } from "./model";

const routeTable: Model = {
  create(object, context) {
    mustExist(context, "aws_vpc", text(object, "vpc_id")!, "EC2: CreateRouteTable", "InvalidVpcID.NotFound", "vpc");
    const id = (object["id"] = context.ec2Id("rtb"));
    object["arn"] = context.arn("ec2", `route-table/${id}`);
    object["owner_id"] = ACCOUNT;
  },
  delete({ id }, { world }) {
    const used = world.find("aws_route_table_association", (state) => state["route_table_id"] === id);
    if (used) throw dependencyViolation("DeleteRouteTable", `routeTable '${id}'`, [`association ${used.id}`]);
  },
};

/** The destination of a route: exactly one of these is written. */
function destinationOf(route: State): string {
  return (
    text(route, "destination_cidr_block") ??
    text(route, "destination_ipv6_cidr_block") ??
    text(route, "destination_prefix_list_id") ??
    ""
  );
}

const route: Model = {
  create(object, context) {
    const table = text(object, "route_table_id")!;
    mustExist(context, "aws_route_table", table, "EC2: CreateRoute", "InvalidRouteTableID.NotFound", "routeTable");
    const destination = destinationOf(object);
    if (
      context.world.find(
        "aws_route",
        (other) => other["route_table_id"] === table && destinationOf(other) === destination,
      )
    )
      throw new AwsError(
        "EC2: CreateRoute",
        "RouteAlreadyExists",
        `The route identified by ${destination} already exists`,
      );
    object["id"] = `r-${table}${context.hex(10)}`;
    object["origin"] = "CreateRoute";
    object["state"] = "active";
  },
};

const association: Model = {
  import: (id, world) =>
    world.find(
      "aws_route_table_association",
      (state) => `${text(state, "subnet_id")}/${text(state, "route_table_id")}` === id,
    ),
  create(object, context) {
    const subnetId = text(object, "subnet_id");
    if (subnetId && context.world.find("aws_route_table_association", (other) => other["subnet_id"] === subnetId))
      throw new AwsError(
        "EC2: AssociateRouteTable",
        "Resource.AlreadyAssociated",
        `the specified association for route table ${text(object, "route_table_id")} conflicts with an existing association`,
      );
    object["id"] = context.ec2Id("rtbassoc");
  },
};

const eip: Model = {
  create(object, context) {
    const id = (object["id"] = context.ec2Id("eipalloc"));
    const address = `198.51.100.${(parseInt(context.hex(4), 16) % 254) + 1}`;
    object["domain"] ??= "vpc";
    Object.assign(object, {
      allocation_id: id,
      arn: context.arn("ec2", `elastic-ip/${id}`),
      public_ip: address,
      network_border_group: context.region,
      public_ipv4_pool: "amazon",
      public_dns: `ec2-${address.replaceAll(".", "-")}.compute-1.amazonaws.com`,
    });
  },
};

const natGateway: Model = {
  create(object, context) {
    const allocation = context.world.get("aws_eip", text(object, "allocation_id"));
    const home = context.world.get("aws_subnet", text(object, "subnet_id"));
    object["id"] = context.ec2Id("nat");
    object["public_ip"] = allocation?.state["public_ip"] ?? "";
    object["association_id"] = context.ec2Id("eipassoc");
    object["network_interface_id"] = context.ec2Id("eni");
    object["private_ip"] ??= `10.0.0.${(parseInt(context.hex(4), 16) % 250) + 4}`;
    object["vpc_id"] ??= home?.state["vpc_id"] ?? null;
    object["availability_mode"] ??= "zonal";
  },
};

/** Models of routing. */
export const ROUTING: Models = {
  aws_route_table: routeTable,
  aws_route: route,
  aws_route_table_association: association,
  aws_eip: eip,
  aws_nat_gateway: natGateway,
};
