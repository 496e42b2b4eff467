/** Data sources of the network. */
import { text, texts, type State } from "../values";
import type { DataContext, DataSource } from "./data";
import { routesOf } from "./express-network";
import { asked, only, passes, type FilterValues } from "./queries";
import type { World, WorldObject } from "./world";

const attribute =
  (...names: string[]): FilterValues =>
  ({ state }) =>
    names.map((name) => text(state, name)).filter((value) => value !== undefined);
const flag =
  (name: string): FilterValues =>
  ({ state }) => [String(state[name] === true)];

const SUBNET_FILTERS: Readonly<Record<string, FilterValues>> = {
  "vpc-id": attribute("vpc_id"),
  "subnet-id": ({ id }) => [id],
  "availability-zone": attribute("availability_zone"),
  "availability-zone-id": attribute("availability_zone_id"),
  availabilityZone: attribute("availability_zone"),
  cidr: attribute("cidr_block"),
  "cidr-block": attribute("cidr_block"),
  "map-public-ip-on-launch": flag("map_public_ip_on_launch"),
  "default-for-az": ({ origin }) => [String(origin === "aws")],
  state: () => ["available"],
};

function inRegion(type: string, { world, region }: DataContext): WorldObject[] {
  return world.all(type).filter(({ state }) => (state["region"] ?? region) === region);
}

/** Objects whose attributes are those that the configuration writes, and that pass its filters. */
function select(
  type: string,
  config: State,
  names: readonly string[],
  filters: Readonly<Record<string, FilterValues>>,
  context: DataContext,
): WorldObject[] {
  const id = text(config, "id");
  return inRegion(type, context)
    .filter((object) => id === undefined || object.id === id)
    .filter(({ state }) => names.every((name) => text(config, name) === undefined || state[name] === config[name]))
    .filter((object) => passes(config, object, filters));
}

const subnet: DataSource = (config, context) => {
  const found = only(
    select(
      "aws_subnet",
      config,
      ["vpc_id", "cidr_block", "availability_zone", "availability_zone_id"],
      SUBNET_FILTERS,
      context,
    ),
    "EC2 Subnet",
    asked(config),
  );
  return {
    ...found.state,
    state: "available",
    available_ip_address_count: 251,
    default_for_az: found.origin === "aws",
    map_public_ip_on_launch: found.state["map_public_ip_on_launch"] ?? false,
    assign_ipv6_address_on_creation: found.state["assign_ipv6_address_on_creation"] ?? false,
    tags: tagsOf(found),
  };
};

const subnets: DataSource = (config, context) => ({
  id: context.region,
  ids: select("aws_subnet", config, [], SUBNET_FILTERS, context).map(({ id }) => id),
});

const VPC_FILTERS: Readonly<Record<string, FilterValues>> = {
  "vpc-id": ({ id }) => [id],
  cidr: attribute("cidr_block"),
  "cidr-block": attribute("cidr_block"),
  "is-default": ({ origin }) => [String(origin === "aws")],
  state: () => ["available"],
};

const vpc: DataSource = (config, context) => {
  const wanted = select("aws_vpc", config, ["cidr_block"], VPC_FILTERS, context).filter(
    ({ origin }) => config["default"] !== true || origin === "aws",
  );
  const { state, origin, ...found } = only(wanted, "EC2 VPC", asked(config));
  return {
    ...state,
    default: origin === "aws",
    state: "available",
    instance_tenancy: state["instance_tenancy"] ?? "default",
    enable_dns_support: state["enable_dns_support"] ?? true,
    cidr_block_associations: [text(state, "cidr_block") ?? "", ...texts(found.facts, "secondary_cidr_blocks")].map(
      (cidr, i) => ({
        association_id: `vpc-cidr-assoc-${found.id.slice(4)}${i || ""}`,
        cidr_block: cidr,
        state: "associated",
      }),
    ),
    tags: tagsOf({ state }),
  };
};

function tagsOf({ state }: Pick<WorldObject, "state">): State {
  return (state["tags_all"] ?? state["tags"] ?? {}) as State;
}

function associationsOf(world: World, table: WorldObject): State[] {
  const written = world.all("aws_route_table_association").filter(({ state }) => state["route_table_id"] === table.id);
  const beside = written.map(({ id, state }) => ({
    route_table_association_id: id,
    route_table_id: table.id,
    subnet_id: state["subnet_id"] ?? "",
    gateway_id: state["gateway_id"] ?? "",
    main: false,
  }));
  const main = {
    route_table_association_id: `rtbassoc-${table.id.slice(4)}`,
    route_table_id: table.id,
    subnet_id: "",
    gateway_id: "",
    main: true,
  };
  return table.facts?.["main"] === true ? [main, ...beside] : beside;
}

function routeTableFilters(world: World): Readonly<Record<string, FilterValues>> {
  const associated =
    (name: string): FilterValues =>
    (table) =>
      associationsOf(world, table)
        .map((one) => text(one, name))
        .filter((value) => value !== undefined);
  return {
    "vpc-id": attribute("vpc_id"),
    "route-table-id": ({ id }) => [id],
    "association.subnet-id": associated("subnet_id"),
    "association.route-table-association-id": associated("route_table_association_id"),
    "association.main": (table) => [String(table.facts?.["main"] === true)],
    "route.gateway-id": (table) => [
      "local",
      ...routesOf(world, table.id)
        .map((route) => text(route, "gateway_id"))
        .filter((id) => id !== undefined),
    ],
    "route.nat-gateway-id": (table) =>
      routesOf(world, table.id)
        .map((route) => text(route, "nat_gateway_id"))
        .filter((id) => id !== undefined),
    "route.destination-cidr-block": (table) =>
      routesOf(world, table.id)
        .map((route) => text(route, "cidr_block"))
        .filter((cidr) => cidr !== undefined),
    "route.state": (table) => routesOf(world, table.id).map(() => "active"),
  };
}

const routeTable: DataSource = (config, context) => {
  const { world } = context;
  const [wantedTable, wantedSubnet] = [text(config, "route_table_id"), text(config, "subnet_id")];
  const matching = select("aws_route_table", config, ["vpc_id"], routeTableFilters(world), context)
    .filter(({ id }) => wantedTable === undefined || id === wantedTable)
    .filter(
      (table) =>
        wantedSubnet === undefined || associationsOf(world, table).some((one) => one["subnet_id"] === wantedSubnet),
    );
  const found = only(matching, "EC2 Route Table", asked(config));
  const associations = associationsOf(world, found);
  return {
    ...found.state,
    route_table_id: found.id,
    subnet_id: wantedSubnet ?? null,
    associations,
    routes: routesOf(world, found.id).map(emptyForNull),
    tags: tagsOf(found),
  };
};

/** Members that are not set are empty strings in this data source. */
function emptyForNull(route: State): State {
  return Object.fromEntries(ROUTE_MEMBERS.map((name) => [name, route[name] ?? ""]));
}

const ROUTE_MEMBERS = [
  "carrier_gateway_id",
  "cidr_block",
  "core_network_arn",
  "destination_prefix_list_id",
  "egress_only_gateway_id",
  "gateway_id",
  "instance_id",
  "ipv6_cidr_block",
  "local_gateway_id",
  "nat_gateway_id",
  "network_interface_id",
  "transit_gateway_id",
  "vpc_endpoint_id",
  "vpc_peering_connection_id",
];

const routeTables: DataSource = (config, context) => ({
  id: context.region,
  ids: select("aws_route_table", config, ["vpc_id"], routeTableFilters(context.world), context).map(({ id }) => id),
});

const SECURITY_GROUP_FILTERS: Readonly<Record<string, FilterValues>> = {
  "vpc-id": attribute("vpc_id"),
  "group-id": ({ id }) => [id],
  "group-name": attribute("name"),
  description: attribute("description"),
};

const securityGroup: DataSource = (config, context) => {
  const found = only(
    select("aws_security_group", config, ["name", "vpc_id"], SECURITY_GROUP_FILTERS, context),
    "EC2 Security Group",
    asked(config),
  );
  return { ...found.state, tags: tagsOf(found) };
};

function networkAclFilters(world: World): Readonly<Record<string, FilterValues>> {
  const associated = (acl: WorldObject): string[] => [
    ...texts(acl.state, "subnet_ids"),
    ...world
      .all("aws_network_acl_association")
      .filter(({ state }) => state["network_acl_id"] === acl.id)
      .map(({ state }) => text(state, "subnet_id")!),
  ];
  return {
    "vpc-id": attribute("vpc_id"),
    "network-acl-id": ({ id }) => [id],
    "association.subnet-id": associated,
    default: (acl) => [
      String(world.find("aws_vpc", (state) => state["default_network_acl_id"] === acl.id) !== undefined),
    ],
  };
}

const networkAcls: DataSource = (config, context) => ({
  id: context.region,
  ids: select("aws_network_acl", config, ["vpc_id"], networkAclFilters(context.world), context).map(({ id }) => id),
});

/** Data sources of the network. */
export const NETWORK_DATA: Readonly<Record<string, DataSource>> = {
  aws_subnet: subnet,
  aws_subnets: subnets,
  aws_vpc: vpc,
  aws_route_table: routeTable,
  aws_route_tables: routeTables,
  aws_security_group: securityGroup,
  aws_network_acls: networkAcls,
};
