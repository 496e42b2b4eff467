import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, number, text } from "../kit/hcl";

export interface LoadBalancerSecurityGroupProps {
  readonly name: string;
  readonly vpcId: string;
  readonly allowedCidrs: unknown;
  readonly listenerPorts: unknown;
  readonly targets: unknown;
  /** The security group that the tasks admit instead, `{ id }`; null when the load balancer is ours. */
  readonly adopted: unknown;
  readonly tags: unknown;
}

/**
 * The plain load balancer's security group: inward one rule for each CIDR and port, outward one for each service. Each
 * is a resource keyed by what it says, so that an edit of the allowlist touches that block's rules alone.
 */
export class LoadBalancerSecurityGroup extends Construct {
  readonly id: string;
  readonly rules: TerraformResource[];

  constructor(
    scope: Construct,
    id: string,
    { name, vpcId, allowedCidrs, listenerPorts, targets, adopted, tags: given }: LoadBalancerSecurityGroupProps,
  ) {
    super(scope, id);
    const tags = given as never;
    // What serves requests is destroyed after a flip's other track has taken over.
    const lifecycle = { createBeforeDestroy: true };
    const group = new SecurityGroup(this, "load_balancer", {
      namePrefix: text`"\${${name}}-alb-"`,
      description: text`"Load balancer of \${${name}}: the allowed CIDRs only"`,
      vpcId,
      tags,
      lifecycle,
    });
    accept(group, { CKV2_AWS_5: "the load balancer carries it, from another module" });

    const pairs = hcl`{ for pair in setproduct(${allowedCidrs}, ${listenerPorts}) : "\${pair[0]}:\${pair[1]}" => { cidr = pair[0], port = tonumber(pair[1]) } }`;
    const fromAllowed = new VpcSecurityGroupIngressRule(this, "allowed", {
      forEach: forEach(pairs),
      securityGroupId: group.id,
      description: "In allowed_cidrs",
      cidrIpv4: text`strcontains(each.value.cidr, ":") ? null : each.value.cidr`,
      cidrIpv6: text`strcontains(each.value.cidr, ":") ? each.value.cidr : null`,
      ipProtocol: "tcp",
      fromPort: number`each.value.port`,
      toPort: number`each.value.port`,
      tags,
      lifecycle,
    });

    const onPort = {
      ipProtocol: "tcp",
      fromPort: number`each.value.port`,
      toPort: number`each.value.port`,
      tags,
      lifecycle,
    };
    const toTasks = new VpcSecurityGroupEgressRule(this, "tasks", {
      forEach: forEach(hcl`{ for name, target in ${targets} : name => target if ${adopted} == null }`),
      securityGroupId: group.id,
      description: text`"Tasks of \${each.key}"`,
      referencedSecurityGroupId: text`each.value.security_group_id`,
      ...onPort,
    });
    const intoTasks = new VpcSecurityGroupIngressRule(this, "tasks@ingress", {
      forEach: forEach(hcl`${targets}`),
      securityGroupId: text`each.value.security_group_id`,
      description: "The load balancer",
      referencedSecurityGroupId: text`${adopted} == null ? ${group.id} : ${adopted}.id`,
      ...onPort,
    });

    this.id = group.id;
    this.rules = [fromAllowed, toTasks, intoTasks];
  }
}
