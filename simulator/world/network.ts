/** VPCs, subnets and what guards them. */
import { blocks, text, texts } from "../values";
import { dependencyViolation, mustExist } from "./checks";
import { ACCOUNT, type Context } from "./context";
import { AwsError } from "./errors";
import { values, type Model, type Models } from "./model";

/** Availability zones of a region: their names end in these letters. */
export const ZONE_LETTERS = ["a", "b", "c"] as const;

/** `us-east-1a` → `use1-az1`. */
export function zoneId(zone: string): string {
  const [area = "", direction = "", numbered = ""] = zone.split("-");
  const number = numbered.charCodeAt(numbered.length - 1) - "a".charCodeAt(0) + 1;
  const short = direction.replace(/(north|south|east|west|central)/g, (word) => word.charAt(0));
  return `${area}${short}${numbered.slice(0, -1)}-az${number}`;
}

/** An object of EC2: its id, ARN and owner. */
function ec2(prefix: string, arnName: string): Model {
  return values({
    id: (_, context) => context.ec2Id(prefix),
    arn: (object, context) => context.arn("ec2", `${arnName}/${text(object, "id")}`),
    owner_id: ACCOUNT,
  });
}

const vpc: Model = {
  create(object, context) {
    const id = (object["id"] = context.ec2Id("vpc"));
    object["arn"] = context.arn("ec2", `vpc/${id}`);
    object["cidr_block"] ??= "10.0.0.0/16";
    Object.assign(object, {
      enable_dns_hostnames: object["enable_dns_hostnames"] ?? false,
      owner_id: ACCOUNT,
      dhcp_options_id: context.ec2Id("dopt"),
    });
    for (const [attribute, prefix] of [
      ["default_network_acl_id", "acl"],
      ["default_route_table_id", "rtb"],
      ["default_security_group_id", "sg"],
    ] as const)
      object[attribute] = context.ec2Id(prefix);
    object["main_route_table_id"] = object["default_route_table_id"]!;
    if (object["assign_generated_ipv6_cidr_block"] !== true) return;
    object["ipv6_cidr_block"] = `2600:1f18:${context.hex(4, "ipv6")}:${context.hex(2, "ipv6b")}00::/56`;
    object["ipv6_association_id"] = context.ec2Id("vpc-cidr-assoc");
    object["ipv6_cidr_block_network_border_group"] = context.region;
  },
  created(object, context) {
    const vpc_id = text(object, "id")!;
    context.putManaged(
      "aws_route_table",
      text(object, "default_route_table_id")!,
      vpc_id,
      { vpc_id, owner_id: ACCOUNT, tags: {} },
      { main: true },
    );
    context.putManaged("aws_security_group", text(object, "default_security_group_id")!, vpc_id, {
      vpc_id,
      name: "default",
      description: "default VPC security group",
    });
    context.putManaged("aws_network_acl", text(object, "default_network_acl_id")!, vpc_id, {
      vpc_id,
      owner_id: ACCOUNT,
    });
  },
  delete({ id, state }, { world }) {
    const dependents = ["aws_subnet", "aws_security_group", "aws_internet_gateway", "aws_lb"].flatMap((type) =>
      world.all(type).filter((object) => object.state["vpc_id"] === id && object.origin !== id),
    );
    if (dependents.length > 0)
      throw dependencyViolation(
        "DeleteVpc",
        `vpc '${id}'`,
        dependents.map((object) => `${object.type} ${object.id}`),
      );
    for (const [type, attribute] of [
      ["aws_route_table", "default_route_table_id"],
      ["aws_security_group", "default_security_group_id"],
      ["aws_network_acl", "default_network_acl_id"],
    ] as const)
      world.remove(type, text(state, attribute)!);
  },
};

const subnet: Model = {
  create(object, context) {
    const { state: parent } = mustExist(
      context,
      "aws_vpc",
      text(object, "vpc_id")!,
      "EC2: CreateSubnet",
      "InvalidVpcID.NotFound",
      "vpc",
    );
    const twin = context.world.find(
      "aws_subnet",
      (other) =>
        other["vpc_id"] === object["vpc_id"] &&
        object["cidr_block"] !== null &&
        other["cidr_block"] === object["cidr_block"],
    );
    if (twin)
      throw new AwsError(
        "EC2: CreateSubnet",
        "InvalidSubnet.Conflict",
        `The CIDR '${String(object["cidr_block"])}' conflicts with another subnet`,
      );
    const zone = (object["availability_zone"] ??= `${context.region}a`);
    object["availability_zone_id"] = zoneId(String(zone));
    object["id"] = context.ec2Id("subnet");
    object["arn"] = context.arn("ec2", `subnet/${object["id"]}`);
    object["owner_id"] = ACCOUNT;
    object["private_dns_hostname_type_on_launch"] ??= "ip-name";
    object["ipv6_cidr_block_association_id"] = object["ipv6_cidr_block"] ? context.ec2Id("subnet-cidr-assoc") : "";
    if (object["ipv6_cidr_block"] && !parent["ipv6_cidr_block"])
      throw new AwsError(
        "EC2: CreateSubnet",
        "InvalidParameterValue",
        "The VPC has no IPv6 CIDR block associated with it",
      );
  },
  delete({ id }, { world }) {
    const users = [
      ...world.all("aws_lb").filter(({ state }) => texts(state, "subnets").includes(id)),
      ...world.all("aws_nat_gateway").filter(({ state }) => state["subnet_id"] === id),
      ...world.all("aws_vpc_endpoint").filter(({ state }) => texts(state, "subnet_ids").includes(id)),
      ...["aws_ecs_service", "aws_ecs_express_gateway_service"]
        .flatMap((type) => world.all(type))
        .filter(({ state }) =>
          blocks(state, "network_configuration").some((network) => texts(network, "subnets").includes(id)),
        ),
    ];
    if (users.length > 0)
      throw dependencyViolation(
        "DeleteSubnet",
        `subnet '${id}'`,
        users.map((object) => `${object.type} ${object.id}`),
      );
  },
};

const vpcEndpoint: Model = {
  create(object, context) {
    const id = (object["id"] = context.ec2Id("vpce"));
    object["arn"] = context.arn("ec2", `vpc-endpoint/${id}`);
    object["owner_id"] = ACCOUNT;
    object["state"] = "available";
    object["service_region"] ??= context.region;
    object["ip_address_type"] ??= "ipv4";
    if (object["vpc_endpoint_type"] !== "Interface") object["prefix_list_id"] = context.ec2Id("pl");
  },
};

/** One rule of a network ACL has one number and direction. */
const networkAclRule: Model = {
  create(object, context) {
    const egress = object["egress"] ?? false;
    const twin = context.world.find(
      "aws_network_acl_rule",
      (other) =>
        other["network_acl_id"] === object["network_acl_id"] &&
        other["rule_number"] === object["rule_number"] &&
        (other["egress"] ?? false) === egress,
    );
    if (twin)
      throw new AwsError(
        "EC2: CreateNetworkAclEntry",
        "NetworkAclEntryAlreadyExists",
        `The network acl entry identified by ${String(object["rule_number"])} already exists`,
      );
    object["id"] = `nacl-${parseInt(context.hex(8), 16)}`;
  },
};

/** Models of the network's types. */
export const NETWORK: Models = {
  aws_vpc: vpc,
  aws_subnet: subnet,
  aws_internet_gateway: ec2("igw", "internet-gateway"),
  aws_egress_only_internet_gateway: ec2("eigw", "egress-only-internet-gateway"),
  aws_vpc_endpoint: vpcEndpoint,
  aws_network_acl: ec2("acl", "network-acl"),
  aws_network_acl_rule: networkAclRule,
  aws_network_acl_association: values({ id: (_, context: Context) => context.ec2Id("aclassoc") }),
};
