import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { dynamicBlock, forEach } from "../kit/each";
import { accept, PLAIN_HTTP_FINDINGS } from "../kit/findings";
import { hcl, number, text } from "../kit/hcl";
import { moved } from "../kit/moved";
import { addressOf } from "../kit/stack";

export interface PortEntryProps {
  readonly loadBalancerArn: string;
  /** Ports of services, as a list of numbers known at plan. */
  readonly ports: IResolvable;
  /** Whether port 80 redirects to HTTPS, and no service has a port of its own. */
  readonly redirect: IResolvable;
  readonly tags: never;
}

/** The well-known port of HTTP. */
const HTTP = 80;

/**
 * Plain HTTP: without a domain a listener for each port of a service, with one the redirect to HTTPS. Both are one
 * resource, since a load balancer has one listener for a port: a domain that comes or goes changes it in place.
 */
export class PortEntry extends Construct {
  /** Port to listener. */
  readonly listenerArns: IResolvable;

  constructor(scope: Construct, id: string, { loadBalancerArn, ports, redirect, tags }: PortEntryProps) {
    super(scope, id);
    const listeners = new LbListener(this, "http", {
      forEach: forEach(hcl`{ for port in ${redirect} ? [${HTTP}] : ${ports} : tostring(port) => port }`),
      // Nothing hangs on the redirect: without this it would be gone before the names lead elsewhere.
      lifecycle: { createBeforeDestroy: true },
      loadBalancerArn,
      port: number`each.value`,
      protocol: "HTTP",
      defaultAction: [],
      tags,
    });
    listeners.addOverride("default_action", [answer(redirect)]);
    moved(this, { from: "aws_lb_listener.redirect[0]", to: `${addressOf(listeners)}["${HTTP}"]` }); // 0.2.0: one for each port
    accept(listeners, PLAIN_HTTP_FINDINGS);
    this.listenerArns = hcl`{ for port, listener in ${listeners.fqn} : port => listener.arn }`;
  }
}

/** To HTTPS, or nothing to say. (Inside an override, cdktf converts no keys: they are Terraform's.) */
const answer = (redirect: IResolvable) => ({
  type: text`${redirect} ? "redirect" : "fixed-response"`,
  dynamic: {
    redirect: dynamicBlock(hcl`${redirect} ? ["HTTPS"] : []`, {
      port: "443",
      protocol: hcl`redirect.value`,
      status_code: "HTTP_301",
    }),
    fixed_response: dynamicBlock(hcl`${redirect} ? [] : ["No service has this path."]`, {
      content_type: "text/plain",
      message_body: hcl`fixed_response.value`,
      status_code: "404",
    }),
  },
});
