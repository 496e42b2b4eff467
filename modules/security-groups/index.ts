import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import type { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, text } from "../kit/hcl";
import { inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import type { SecurityGroupsProps } from "./props";

/**
 * A security group of its own for each service. It lets nobody in; what needs to (a load balancer, a database's group)
 * refers to it. It outlives a flip, so that those references do too.
 */
export class SecurityGroups extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: SecurityGroupsProps) {
    super(scope, id);
    const { name, vpcId, services, tags } = inputsOf(this, definition, props);

    const group = new SecurityGroup(this, "this", {
      forEach: forEach(hcl`toset(${services})`),
      namePrefix: text`"\${${name}}-\${each.key}-"`,
      description: text`"Tasks of \${each.key} in \${${name}}"`,
      vpcId,
      tags: tags as never,
      lifecycle: { createBeforeDestroy: true },
    });
    accept(group, { CKV2_AWS_5: "the services carry it, from another module" });
    // Tasks fetch their image, secrets and logs over the internet unless the VPC has endpoints for them.
    for (const [family, cidr] of [
      ["ipv4", { cidrIpv4: "0.0.0.0/0" }],
      ["ipv6", { cidrIpv6: "::/0" }],
    ] as const) {
      new VpcSecurityGroupEgressRule(this, family, {
        forEach: forEach(hcl`${group.fqn}`),
        securityGroupId: text`each.value.id`,
        description: "Anywhere",
        ipProtocol: "-1",
        ...cidr,
        tags: tags as never,
      });
    }

    this.outputs = {
      security_group_ids: {
        value: hcl`{ for name, group in ${group.fqn} : name => group.id }`,
        description: "Service to the security group that is its own.",
      },
    };
  }
}
