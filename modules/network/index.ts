import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { hcl } from "../kit/hcl";
import { inputsOf, Module } from "../kit/module";
import { AdoptedVpc } from "./adopted-vpc";
import { definition } from "./inputs";
import { MadeVpc } from "./made-vpc";
import type { NetworkProps } from "./props";

/** A VPC with public subnets in every zone, made or adopted. */
export class Network extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    const { name, vpc, network, tags } = inputsOf(this, definition, props);

    const locals = new Construct(this, "~local");
    const make = new TerraformLocal(locals, "make", hcl`${vpc} == null`);
    const made = new MadeVpc(this, "this", { name, network, make: make.expression, tags });
    const adopted = new AdoptedVpc(this, "~adopted", { vpc });

    const choose = (ours: unknown, theirs: unknown) => hcl`${make.expression} ? ${ours} : ${theirs}`;
    this.outputs = {
      vpc_id: { value: choose(made.id, hcl`${vpc}.id`), description: "The VPC." },
      vpc_cidr_block: { value: choose(made.cidrBlock, adopted.cidrBlock), description: "The VPC's IPv4 range." },
      vpc_ipv6_cidr_block: {
        value: choose(made.ipv6CidrBlock, adopted.ipv6CidrBlock),
        description: "The VPC's IPv6 range; null when it has none.",
      },
      ipv6: { value: choose(hcl`true`, hcl`${vpc}.ipv6`), description: "Whether the subnets have IPv6 ranges." },
      public_subnet_ids: {
        value: choose(made.publicSubnetIds, hcl`${vpc}.public_subnet_ids`),
        description: "Subnets with a route to an internet gateway. Known only once that route is there.",
        dependsOn: made.publicRoutes,
        preconditions: adopted.preconditions,
      },
      private_subnet_ids: {
        value: choose(made.privateSubnetIds, hcl`${vpc}.private_subnet_ids`),
        description: "Subnets without one, for tasks; empty when there are none.",
        dependsOn: made.privateRoutes,
      },
      private_availability_zones: {
        value: choose(made.privateZones, adopted.privateZones),
        description: "The zones of the private subnets.",
      },
      private: {
        value: choose(made.isPrivate, hcl`length(${vpc}.private_subnet_ids) > 0`),
        description: "Whether there are private subnets, known at plan.",
      },
    };
  }
}
