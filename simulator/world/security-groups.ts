/** Security groups and their rules. */
import { text, type State } from "../values";
import { mustExist, usersOfSecurityGroup } from "./checks";
import { ACCOUNT, type Context } from "./context";
import { AwsError } from "./errors";
import type { Model, Models } from "./model";

const securityGroup: Model = {
  create(object, context) {
    const [name, vpcId] = [text(object, "name")!, text(object, "vpc_id")];
    if (vpcId) mustExist(context, "aws_vpc", vpcId, "EC2: CreateSecurityGroup", "InvalidVpcID.NotFound", "vpc");
    if (
      context.world.find(
        "aws_security_group",
        (other) => other["name"] === name && other["vpc_id"] === object["vpc_id"],
      )
    )
      throw new AwsError(
        "EC2: CreateSecurityGroup",
        "InvalidGroup.Duplicate",
        `The security group '${name}' already exists for VPC '${vpcId}'`,
      );
    const id = (object["id"] = context.ec2Id("sg"));
    object["arn"] = context.arn("ec2", `security-group/${id}`);
    object["owner_id"] = ACCOUNT;
    object["description"] ??= "Managed by Terraform";
    object["name_prefix"] ??= "";
  },
  delete({ id }, { world }) {
    const users = usersOfSecurityGroup(world, id);
    if (users.length > 0)
      throw new AwsError(
        "EC2: DeleteSecurityGroup",
        "DependencyViolation",
        `resource ${id} has a dependent object (in the simulated world: ${users.join(", ")})`,
      );
  },
};

/** The group that every VPC has: taken over, with the rules that are written down and no others; left as it is in the end. */
const defaultSecurityGroup: Model = {
  create(object, context) {
    const vpcId = text(object, "vpc_id")!;
    mustExist(context, "aws_vpc", vpcId, "EC2: DescribeSecurityGroups", "InvalidVpcID.NotFound", "vpc");
    const id = text(context.world.get("aws_vpc", vpcId)?.state, "default_security_group_id")!;
    object["id"] = id;
    object["arn"] = context.arn("ec2", `security-group/${id}`);
    object["owner_id"] = ACCOUNT;
    object["name"] = "default";
    object["description"] = "default VPC security group";
    object["ingress"] ??= [];
    object["egress"] ??= [];
  },
};

/** What tells the rules of one group and direction apart. */
const RULE_KEYS = [
  "security_group_id",
  "ip_protocol",
  "from_port",
  "to_port",
  "cidr_ipv4",
  "cidr_ipv6",
  "prefix_list_id",
  "referenced_security_group_id",
] as const;
const PEERS = ["cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id"] as const;

function rule(type: string, operation: string): Model {
  const check = (object: State, context: Context, own?: string): void => {
    const group = text(object, "security_group_id")!;
    mustExist(context, "aws_security_group", group, operation, "InvalidGroup.NotFound", "security group");
    const peers = PEERS.filter((name) => text(object, name));
    if (peers.length !== 1)
      throw new AwsError(
        operation,
        "InvalidParameterValue",
        `exactly one of ${PEERS.join(", ")} must be given, not ${peers.length}`,
      );
    const twin = context.world.find(
      type,
      (other, { id }) => id !== own && RULE_KEYS.every((key) => (other[key] ?? null) === (object[key] ?? null)),
    );
    if (twin)
      throw new AwsError(
        operation,
        "InvalidPermission.Duplicate",
        `the specified rule "peer: ${text(object, peers[0]!)}, ${text(object, "ip_protocol")}, from port: ${String(object["from_port"])}, to port: ${String(object["to_port"])}" already exists`,
      );
  };
  return {
    create(object, context) {
      check(object, context);
      const id = (object["id"] = object["security_group_rule_id"] = context.ec2Id("sgr"));
      object["arn"] = context.arn("ec2", `security-group-rule/${id}`);
    },
    update: (object, { id }, context) => check(object, context, id),
  };
}

/** Models of security groups. */
export const SECURITY_GROUPS: Models = {
  aws_security_group: securityGroup,
  aws_default_security_group: defaultSecurityGroup,
  aws_vpc_security_group_ingress_rule: rule(
    "aws_vpc_security_group_ingress_rule",
    "EC2: AuthorizeSecurityGroupIngress",
  ),
  aws_vpc_security_group_egress_rule: rule("aws_vpc_security_group_egress_rule", "EC2: AuthorizeSecurityGroupEgress"),
};
