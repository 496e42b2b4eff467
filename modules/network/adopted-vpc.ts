import { DataAwsRouteTables } from "@cdktf/provider-aws/lib/data-aws-route-tables";
import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { type IResolvable, type Precondition, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { hcl, list, number, raw, text } from "../kit/hcl";
import { countIf } from "../kit/module";

/**
 * An existing VPC, looked at before it is used: Express Mode makes the load balancer internal or internet-facing by its
 * subnets' routes, and fails late on a mixture.
 */
export class AdoptedVpc extends Construct {
  readonly cidrBlock: IResolvable;
  readonly ipv6CidrBlock: IResolvable;
  readonly privateZones: IResolvable;
  readonly preconditions: Precondition[];

  constructor(scope: Construct, id: string, { vpc }: { readonly vpc: unknown }) {
    super(scope, id);
    const found = new DataAwsVpc(this, "adopted", { count: countIf(hcl`${vpc} != null`), id: text`${vpc}.id` });
    this.cidrBlock = hcl`one(${found.fqn}[*].cidr_block)`;
    this.ipv6CidrBlock = hcl`one([for block in ${found.fqn}[*].ipv6_cidr_block : block if block != ""])`;

    const locals = new Construct(this, "~local");
    const subnetIds = new TerraformLocal(
      locals,
      "adopted_subnet_ids",
      hcl`${vpc} == null ? [] : concat(${vpc}.public_subnet_ids, ${vpc}.private_subnet_ids)`,
    ).expression;
    const each = { count: number`length(${subnetIds})` };
    const subnetId = text`${subnetIds}[count.index]`;
    const vpcId = text`${vpc}.id`;
    const toInternet = { name: "route.gateway-id", values: ["igw-*"] };
    const ofSubnet = { name: "association.subnet-id", values: list`[${subnetId}]` };

    const subnets = new DataAwsSubnet(this, "adopted@subnets", { ...each, id: subnetId });
    const own = new DataAwsRouteTables(this, "own", { ...each, vpcId, filter: [ofSubnet] });
    const ownPublic = new DataAwsRouteTables(this, "own_public", { ...each, vpcId, filter: [ofSubnet, toInternet] });
    const mainPublic = new DataAwsRouteTables(this, "main_public", {
      count: countIf(hcl`${vpc} != null`),
      vpcId,
      filter: [{ name: "association.main", values: ["true"] }, toInternet],
    });
    const publicIds = new TerraformLocal(
      locals,
      "adopted_public_subnet_ids",
      hcl`[for i, id in ${subnetIds} : id if length(${ownPublic.fqn}[i].ids) > 0 || (length(${own.fqn}[i].ids) == 0 && length(flatten(${mainPublic.fqn}[*].ids)) > 0)]`,
    ).expression;

    const publicGiven = hcl`(${vpc} == null ? [] : ${vpc}.public_subnet_ids)`;
    const privateGiven = hcl`(${vpc} == null ? [] : ${vpc}.private_subnet_ids)`;
    const notPublic = hcl`[for id in ${publicGiven} : id if !contains(${publicIds}, id)]`;
    const notPrivate = hcl`[for id in ${privateGiven} : id if contains(${publicIds}, id)]`;
    const elsewhere = hcl`[for subnet in ${subnets.fqn} : subnet.id if subnet.vpc_id != try(${vpc}.id, null)]`;
    const ranges = hcl`[for each in flatten(${found.fqn}[*].cidr_block_associations) : each.cidr_block if each.state == "associated"]`;
    const secondary = hcl`(${vpc} == null ? [] : ${vpc}.secondary_cidr_blocks)`;
    const notNamed = hcl`[for range in ${ranges} : range if try(${vpc}.manage_network_acl, false) && !contains(concat([${this.cidrBlock}], ${secondary}), range)]`;
    const notOfVpc = hcl`[for range in ${secondary} : range if !contains(${ranges}, range)]`;
    const zonesOf = (ids: IResolvable) =>
      hcl`distinct([for subnet in ${subnets.fqn} : subnet.availability_zone if contains(${ids}, subnet.id)])`;
    const publicZones = zonesOf(publicGiven);
    this.privateZones = zonesOf(privateGiven);
    this.preconditions = [
      refuse(
        notPublic,
        "vpc.public_subnet_ids",
        "no route to an internet gateway, so Express Mode would see a mixture of public and private subnets. Move it to private_subnet_ids or give it the route",
      ),
      refuse(
        notPrivate,
        "vpc.private_subnet_ids",
        "a route to an internet gateway. Move it to public_subnet_ids or remove the route",
      ),
      refuse(
        notNamed,
        "vpc.secondary_cidr_blocks",
        "been given to the VPC as well, and the network ACL would cut it off from what is in the public subnets. Add it to the list, or set vpc.manage_network_acl = false",
      ),
      refuse(
        notOfVpc,
        "vpc.secondary_cidr_blocks",
        "not been given to the VPC, and the network ACL would let it in. Take it off the list",
      ),
      refuse(elsewhere, "vpc", "another VPC as its own. Name subnets of the given VPC"),
      {
        condition: hcl`${vpc} == null || length(${publicZones}) >= 2`,
        errorMessage: text`"vpc.public_subnet_ids: the subnets are in one availability zone (\${join(", ", ${publicZones})}), and a load balancer needs two. Add a subnet of another zone."`,
      },
    ];
  }
}

const refuse = (ids: IResolvable, path: string, has: string): Precondition => ({
  condition: hcl`length(${ids}) == 0`,
  errorMessage: text`"${raw(path)}: \${join(", ", ${ids})} has ${raw(has)}."`,
});
