import type { Construct } from "constructs";
import { hcl } from "../kit/hcl";
import { inputsOf, Module } from "../kit/module";
import { definition } from "./inputs";
import { IngressAcl } from "./ingress-acl";
import { LoadBalancerSecurityGroup } from "./load-balancer-security-group";
import type { AlbLockdownProps } from "./props";

/** Who gets in at layer 4, on both tracks. */
export class AlbLockdown extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: AlbLockdownProps) {
    super(scope, id);
    const input = inputsOf(this, definition, props);
    const { name, vpcId, allowedCidrs, listenerPorts, targets, adoptedSecurityGroup, networkAcl, tags } = input;

    const group = new LoadBalancerSecurityGroup(this, "this", {
      name,
      vpcId,
      allowedCidrs,
      listenerPorts,
      targets,
      adopted: adoptedSecurityGroup,
      tags,
    });
    const acl = new IngressAcl(this, "~acl", { name, vpcId, allowedCidrs, networkAcl, tags });

    this.outputs = {
      security_group_id: {
        value: group.id,
        description: "The security group of the plain load balancer.",
        dependsOn: group.rules,
      },
      closed_subnet_ids: {
        value: hcl`${networkAcl} == null ? null : ${networkAcl}.subnet_ids`,
        description: "The ingress subnets, given once the network ACL is in force; null when they keep their own.",
        dependsOn: acl.dependables,
      },
      network_acl_id: {
        value: acl.id,
        description: "The network ACL of the ingress subnets; null when they keep their own.",
        dependsOn: acl.dependables,
      },
    };
  }
}
