import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept, PLAIN_HTTP_FINDINGS } from "../kit/findings";
import { hcl, number, text } from "../kit/hcl";
import { nobody } from "./nobody";

export interface TestEntryProps {
  readonly loadBalancerArn: string;
  /** Ports, as a list of numbers known at plan. */
  readonly ports: IResolvable;
  readonly https: IResolvable;
  readonly sslPolicy: string;
  readonly certificateArn: string;
  readonly tags: never;
}

/** Listeners that reach a new version before the world does, while a deployment tests it. */
export class TestEntry extends Construct {
  /** Port to listener. */
  readonly listenerArns: IResolvable;

  constructor(
    scope: Construct,
    id: string,
    { loadBalancerArn, ports, https, sslPolicy, certificateArn, tags }: TestEntryProps,
  ) {
    super(scope, id);
    const listeners = new LbListener(this, "test@listener", {
      forEach: forEach(hcl`{ for port in ${ports} : tostring(port) => port }`),
      loadBalancerArn,
      port: number`each.value`,
      protocol: text`${https} ? "HTTPS" : "HTTP"`,
      sslPolicy: text`${https} ? ${sslPolicy} : null`,
      certificateArn: text`${https} ? ${certificateArn} : null`,
      defaultAction: [nobody("No service is tested here.")],
      tags,
    });
    accept(listeners, PLAIN_HTTP_FINDINGS);
    this.listenerArns = hcl`{ for port, listener in ${listeners.fqn} : port => listener.arn }`;
  }
}
