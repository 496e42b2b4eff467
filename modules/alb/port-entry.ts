import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import type { IResolvable, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { number, text } from "../kit/hcl";

export interface PortEntryProps {
  readonly loadBalancerArn: string;
  readonly services: IResolvable;
  readonly targetGroups: LbTargetGroup;
  readonly tags: never;
}

/** Without a domain: plain HTTP, a listener for each service. */
export class PortEntry extends Construct {
  readonly dependables: TerraformResource[];

  constructor(scope: Construct, id: string, { loadBalancerArn, services, targetGroups, tags }: PortEntryProps) {
    super(scope, id);
    const listeners = new LbListener(this, "http", {
      forEach: forEach(services),
      loadBalancerArn,
      port: number`coalesce(each.value.listener_port, each.value.port)`,
      protocol: "HTTP",
      defaultAction: [{ type: "forward", targetGroupArn: text`${targetGroups.fqn}[each.key].arn` }],
      tags,
    });
    this.dependables = [listeners];
  }
}
