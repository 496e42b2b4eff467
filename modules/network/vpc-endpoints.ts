import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import type { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { IResolvable, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { hcl, list, text } from "../kit/hcl";
import { countIf } from "../kit/module";

/**
 * What a Fargate task needs without a way to the internet: its image, its logs, its secrets, ECS Exec.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html (read 2026-11-21)
 */
const INTERFACE_ENDPOINTS = ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "ssmmessages"];

/**
 * What it needs besides for a session of ECS Exec under a key. It has a switch of its own, since the key is often made in
 * the same apply, and Terraform has to know at plan which endpoints there are.
 */
const KMS_ENDPOINT = ["kms"];

export interface VpcEndpointsProps {
  readonly name: string;
  readonly enabled: IResolvable;
  readonly kms: IResolvable;
  readonly vpcId: string;
  readonly vpcCidrBlock: string;
  readonly subnets: Subnet;
  readonly routeTables: RouteTable;
  readonly tags: never;
}

/** VPC endpoints for tasks in private subnets; ECR keeps its layers in S3, whose gateway endpoint is free. */
export class VpcEndpoints extends Construct {
  readonly dependables: TerraformResource[];

  constructor(
    scope: Construct,
    id: string,
    { name, enabled, kms, vpcId, vpcCidrBlock, subnets, routeTables, tags }: VpcEndpointsProps,
  ) {
    super(scope, id);
    const region = new DataAwsRegion(this, "current");
    const service = (endpoint: IResolvable) => text`"com.amazonaws.\${${region.id}}.\${${endpoint}}"`;

    const group = new SecurityGroup(this, "endpoints", {
      count: countIf(enabled),
      namePrefix: text`"\${${name}}-endpoints-"`,
      description: "VPC endpoints",
      vpcId,
      tags,
      lifecycle: { createBeforeDestroy: true },
    });
    const fromVpc = new VpcSecurityGroupIngressRule(this, "endpoints@ingress", {
      count: countIf(enabled),
      securityGroupId: text`one(${group.fqn}[*].id)`,
      description: "HTTPS from the VPC",
      cidrIpv4: vpcCidrBlock,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      tags,
    });
    this.dependables = [
      fromVpc,
      new VpcEndpoint(this, "interface", {
        forEach: forEach(hcl`toset(${enabled} ? concat(${INTERFACE_ENDPOINTS}, ${kms} ? ${KMS_ENDPOINT} : []) : [])`),
        vpcId,
        serviceName: service(hcl`each.value`),
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: list`[for zone in sort(keys(${subnets.fqn})) : ${subnets.fqn}[zone].id]`,
        securityGroupIds: list`${group.fqn}[*].id`,
        tags,
      }),
      new VpcEndpoint(this, "s3", {
        count: countIf(enabled),
        vpcId,
        serviceName: service(hcl`"s3"`),
        vpcEndpointType: "Gateway",
        routeTableIds: list`[for table in values(${routeTables.fqn}) : table.id]`,
        tags,
      }),
    ];
  }
}
