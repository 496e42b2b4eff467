import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, number } from "../kit/hcl";
import { nobody } from "./nobody";

export interface PortEntryProps {
  readonly loadBalancerArn: string;
  /** Ports, as a list of numbers known at plan. */
  readonly ports: IResolvable;
  readonly tags: never;
}

/** Without a domain: plain HTTP, a listener for each port. */
export class PortEntry extends Construct {
  /** Port to listener. */
  readonly listenerArns: IResolvable;

  constructor(scope: Construct, id: string, { loadBalancerArn, ports, tags }: PortEntryProps) {
    super(scope, id);
    const listeners = new LbListener(this, "http", {
      forEach: forEach(hcl`{ for port in ${ports} : tostring(port) => port }`),
      loadBalancerArn,
      port: number`each.value`,
      protocol: "HTTP",
      defaultAction: [nobody("No service has this path.")],
      tags,
    });
    accept(listeners, {
      CKV_AWS_2: "without a domain there is no certificate; every plan warns of plain HTTP",
      CKV_AWS_103: "the same: there is no TLS whose version could be too old",
    });
    this.listenerArns = hcl`{ for port, listener in ${listeners.fqn} : port => listener.arn }`;
  }
}
