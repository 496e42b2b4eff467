import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbListenerCertificate } from "@cdktf/provider-aws/lib/lb-listener-certificate";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { hcl, text } from "../kit/hcl";
import { countIf } from "../kit/module";
import { nobody } from "./nobody";

export interface DomainEntryProps {
  /** Whether there is a domain and a load balancer of ours. */
  readonly enabled: IResolvable;
  /** Whether there is a domain on somebody else's listener. */
  readonly adopt: IResolvable;
  readonly domain: unknown;
  readonly loadBalancerArn: string;
  readonly options: unknown;
  readonly tags: never;
}

/** With a domain: HTTPS. An adopted listener gets a given certificate besides its own. */
export class DomainEntry extends Construct {
  readonly listenerArn: IResolvable;
  readonly certificateArn: string;

  constructor(
    scope: Construct,
    id: string,
    { enabled, adopt, domain, loadBalancerArn, options, tags }: DomainEntryProps,
  ) {
    super(scope, id);
    this.certificateArn = text`${domain}.certificate.arn`;

    const https = new LbListener(this, "https", {
      count: countIf(enabled),
      loadBalancerArn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: text`${options}.ssl_policy`,
      certificateArn: this.certificateArn,
      defaultAction: [nobody("No service has this name.")],
      tags,
    });
    new LbListenerCertificate(this, "adopted", {
      count: countIf(hcl`(${adopt} ? try(${domain}.certificate != null, false) : false)`),
      listenerArn: text`${options}.adopted.listener_arn`,
      certificateArn: text`${domain}.certificate.arn`,
    });
    this.listenerArn = hcl`${adopt} ? ${options}.adopted.listener_arn : one(${https.fqn}[*].arn)`;
  }
}
