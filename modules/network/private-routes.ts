import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { type TerraformResource, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { hcl, text } from "../kit/hcl";
import { countIf } from "../kit/module";

export interface PrivateRoutesProps {
  readonly network: unknown;
  readonly vpcId: string;
  readonly publicSubnets: Subnet;
  readonly privateSubnets: Subnet;
  readonly publicRoutes: TerraformResource[];
  readonly tags: never;
}

/** The way out of the private subnets: a table for each zone, through NAT gateways when there are any. */
export class PrivateRoutes extends Construct {
  readonly tables: RouteTable;
  readonly dependables: TerraformResource[];

  constructor(
    scope: Construct,
    id: string,
    { network, vpcId, publicSubnets, privateSubnets, publicRoutes, tags }: PrivateRoutesProps,
  ) {
    super(scope, id);
    const privateZones = hcl`sort(keys(${privateSubnets.fqn}))`;
    const natZones = new TerraformLocal(
      new Construct(this, "~local"),
      "nat_zones",
      hcl`${network}.nat_gateway == "none" ? [] : slice(${privateZones}, 0, ${network}.nat_gateway == "single" ? min(1, length(${privateZones})) : length(${privateZones}))`,
    ).expression;

    const addresses = new Eip(this, "nat", { forEach: forEach(hcl`toset(${natZones})`), domain: "vpc", tags });
    const gateways = new NatGateway(this, "this", {
      forEach: forEach(hcl`toset(${natZones})`),
      allocationId: text`${addresses.fqn}[each.key].id`,
      subnetId: text`${publicSubnets.fqn}[each.key].id`,
      tags,
      dependsOn: publicRoutes,
    });
    const egressOnly = new EgressOnlyInternetGateway(this, "this@egress_only", {
      count: countIf(hcl`length(${natZones}) > 0`),
      vpcId,
      tags,
    });

    this.tables = new RouteTable(this, "private", { forEach: forEach(hcl`${privateSubnets.fqn}`), vpcId, tags });
    const nattedTables = hcl`{ for zone, table in ${this.tables.fqn} : zone => table if length(${natZones}) > 0 }`;
    this.dependables = [
      new Route(this, "private_ipv4", {
        forEach: forEach(nattedTables),
        routeTableId: text`each.value.id`,
        destinationCidrBlock: "0.0.0.0/0",
        natGatewayId: text`try(${gateways.fqn}[each.key], values(${gateways.fqn})[0]).id`,
      }),
      new Route(this, "private_ipv6", {
        forEach: forEach(nattedTables),
        routeTableId: text`each.value.id`,
        destinationIpv6CidrBlock: "::/0",
        egressOnlyGatewayId: text`one(${egressOnly.fqn}[*].id)`,
      }),
      new RouteTableAssociation(this, "private@association", {
        forEach: forEach(hcl`${privateSubnets.fqn}`),
        subnetId: text`each.value.id`,
        routeTableId: text`${this.tables.fqn}[each.key].id`,
      }),
    ];
  }
}
