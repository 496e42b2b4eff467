import { DataAwsAvailabilityZones } from "@cdktf/provider-aws/lib/data-aws-availability-zones";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { type IResolvable, type TerraformResource, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, raw, text } from "../kit/hcl";
import { countIf } from "../kit/module";
import { PrivateRoutes } from "./private-routes";
import { VpcEndpoints } from "./vpc-endpoints";

export interface MadeVpcProps {
  readonly name: string;
  readonly network: unknown;
  /** Whether to make anything at all. */
  readonly make: IResolvable;
  readonly tags: unknown;
}

/**
 * A dual-stack VPC. A zone's letter decides which sixteenth of the range its subnets get, so that a zone that comes or
 * goes never moves another's subnet.
 */
export class MadeVpc extends Construct {
  readonly id: IResolvable;
  readonly cidrBlock: IResolvable;
  readonly ipv6CidrBlock: IResolvable;
  readonly publicSubnetIds: IResolvable;
  readonly privateSubnetIds: IResolvable;
  readonly privateZones: IResolvable;
  readonly isPrivate: IResolvable;
  readonly publicRoutes: TerraformResource[];
  readonly privateRoutes: TerraformResource[];

  constructor(scope: Construct, id: string, { name, network, make, tags: given }: MadeVpcProps) {
    super(scope, id);
    const locals = new Construct(this, "~local");
    const nametag = (suffix: string) => hcl`merge({ Name = "\${${name}}${raw(suffix)}" }, ${given})` as never;

    const found = new DataAwsAvailabilityZones(this, "available", {
      count: countIf(hcl`${make} && length(${network}.availability_zones) == 0`),
      state: "available",
      filter: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
    });
    const zones = new TerraformLocal(
      locals,
      "zone_numbers",
      hcl`${make} ? { for zone in coalescelist(${network}.availability_zones, flatten(${found.fqn}[*].names)) : zone => index(["a", "b", "c", "d", "e", "f", "g", "h"], substr(zone, -1, 1)) } : {}`,
    );
    const isPrivate = new TerraformLocal(
      locals,
      "private",
      hcl`${network}.nat_gateway != "none" || ${network}.vpc_endpoints`,
    );

    const vpc = new Vpc(this, "this", {
      count: countIf(make),
      cidrBlock: text`${network}.cidr_block`,
      assignGeneratedIpv6CidrBlock: true,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: nametag(""),
    });
    accept(vpc, {
      CKV2_AWS_11: "flow logs are billed by the gigabyte; whoever wants them adds them by the output vpc_id",
    });
    const vpcId = text`one(${vpc.fqn}[*].id)`;
    // Nothing of ours carries it; without rules nothing else gets anywhere by it.
    new DefaultSecurityGroup(this, "closed", { count: countIf(make), vpcId, tags: nametag("-closed") });
    const subnets = (kind: "public" | "private", offset: number, collection: IResolvable) =>
      new Subnet(this, kind, {
        forEach: forEach(collection),
        vpcId,
        availabilityZone: text`each.key`,
        cidrBlock: text`cidrsubnet(one(${vpc.fqn}[*].cidr_block), 4, each.value + ${offset})`,
        ipv6CidrBlock: text`cidrsubnet(one(${vpc.fqn}[*].ipv6_cidr_block), 8, each.value + ${offset})`,
        assignIpv6AddressOnCreation: true,
        tags: nametag(`-${kind}-\${each.key}`),
      });

    const publicSubnets = subnets("public", 0, zones.expression);
    const gateway = new InternetGateway(this, "this@gateway", { count: countIf(make), vpcId, tags: nametag("") });
    const publicTable = new RouteTable(this, "public@table", { count: countIf(make), vpcId, tags: nametag("-public") });
    const toInternet = {
      count: countIf(make),
      routeTableId: text`one(${publicTable.fqn}[*].id)`,
      gatewayId: text`one(${gateway.fqn}[*].id)`,
    };
    this.publicRoutes = [
      new Route(this, "public_ipv4", { ...toInternet, destinationCidrBlock: "0.0.0.0/0" }),
      new Route(this, "public_ipv6", { ...toInternet, destinationIpv6CidrBlock: "::/0" }),
      new RouteTableAssociation(this, "public@association", {
        forEach: forEach(hcl`${publicSubnets.fqn}`),
        subnetId: text`each.value.id`,
        routeTableId: text`one(${publicTable.fqn}[*].id)`,
      }),
    ];

    const privateSubnets = subnets(
      "private",
      8,
      hcl`{ for zone, number in ${zones.expression} : zone => number if ${isPrivate.expression} }`,
    );
    const routes = new PrivateRoutes(this, "~private", {
      network,
      vpcId,
      publicSubnets,
      privateSubnets,
      publicRoutes: this.publicRoutes,
      tags: nametag("-private"),
    });
    const endpoints = new VpcEndpoints(this, "~endpoints", {
      name,
      enabled: hcl`${make} && ${network}.vpc_endpoints`,
      kms: hcl`${network}.kms_endpoint`,
      vpcId,
      vpcCidrBlock: text`one(${vpc.fqn}[*].cidr_block)`,
      subnets: privateSubnets,
      routeTables: routes.tables,
      tags: nametag("-endpoints"),
    });
    this.privateRoutes = [...routes.dependables, ...endpoints.dependables];

    this.id = hcl`one(${vpc.fqn}[*].id)`;
    this.cidrBlock = hcl`one(${vpc.fqn}[*].cidr_block)`;
    this.ipv6CidrBlock = hcl`one(${vpc.fqn}[*].ipv6_cidr_block)`;
    this.publicSubnetIds = hcl`[for zone in sort(keys(${publicSubnets.fqn})) : ${publicSubnets.fqn}[zone].id]`;
    this.privateSubnetIds = hcl`[for zone in sort(keys(${privateSubnets.fqn})) : ${privateSubnets.fqn}[zone].id]`;
    this.privateZones = hcl`sort(keys(${privateSubnets.fqn}))`;
    this.isPrivate = isPrivate.expression as unknown as IResolvable;
  }
}
