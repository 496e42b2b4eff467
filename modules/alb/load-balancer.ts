import { DataAwsLb } from "@cdktf/provider-aws/lib/data-aws-lb";
import { Lb } from "@cdktf/provider-aws/lib/lb";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { dynamicBlock } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, number, raw, text } from "../kit/hcl";
import { countIf } from "../kit/module";
import { AccessLogs } from "./access-logs";

export interface LoadBalancerProps {
  readonly name: string;
  readonly subnetIds: string[];
  readonly securityGroupId: string;
  readonly ipv6: unknown;
  readonly options: unknown;
  readonly make: IResolvable;
  readonly adopt: IResolvable;
  readonly tags: never;
}

/** The load balancer: made, or only looked at. */
export class LoadBalancer extends Construct {
  readonly arn: string;
  readonly dnsName: string;
  readonly zoneId: string;
  readonly arnSuffix: string;

  constructor(
    scope: Construct,
    id: string,
    { name, subnetIds, securityGroupId, ipv6, options, make, adopt, tags }: LoadBalancerProps,
  ) {
    super(scope, id);
    const logs = new AccessLogs(this, "~logs", { name, accessLogs: hcl`${options}.access_logs`, make, tags });
    const made = new Lb(this, "this", {
      count: countIf(make),
      // Being internal is settled when it is made: the successor stands beside it under a name of its own.
      name: text`${options}.internal ? "\${trimsuffix(substr(${name}, 0, 23), "-")}-internal" : ${name}`,
      loadBalancerType: "application",
      internal: hcl`${options}.internal`,
      subnets: subnetIds,
      securityGroups: [securityGroupId],
      ipAddressType: text`${ipv6} ? "dualstack" : "ipv4"`,
      idleTimeout: number`${options}.idle_timeout`,
      enableDeletionProtection: hcl`${options}.deletion_protection`,
      enableHttp2: hcl`${options}.http2`,
      dropInvalidHeaderFields: hcl`${options}.drop_invalid_header_fields`,
      desyncMitigationMode: text`${options}.desync_mitigation_mode`,
      tags,
    });
    accept(made, {
      CKV_AWS_150: "load_balancer.deletion_protection asks for it; it would stand in the way of a flip",
      CKV_AWS_91: "load_balancer.access_logs asks for them; they are billed by the gigabyte",
      CKV2_AWS_20:
        "with a domain it does; without one there is nothing to redirect to, and every plan warns of plain HTTP",
      CKV2_AWS_28: "the web ACL is associated in another module",
    });
    made.addOverride(
      "dynamic.access_logs",
      dynamicBlock(hcl`${options}.access_logs == null ? [] : [${options}.access_logs]`, {
        enabled: true,
        bucket: logs.bucket,
        prefix: hcl`access_logs.value.prefix == "" ? null : access_logs.value.prefix`,
      }),
    );

    const adoptedArn = hcl`join("/", slice(split("/", replace(${options}.adopted.listener_arn, ":listener/", ":loadbalancer/")), 0, 4))`;
    const adopted = new DataAwsLb(this, "adopted", { count: countIf(adopt), arn: text`${adoptedArn}` });
    const either = (attribute: string) =>
      text`${adopt} ? one(${adopted.fqn}[*].${raw(attribute)}) : one(${made.fqn}[*].${raw(attribute)})`;

    this.arn = text`${adopt} ? ${adoptedArn} : one(${made.fqn}[*].arn)`;
    this.dnsName = either("dns_name");
    this.zoneId = either("zone_id");
    this.arnSuffix = either("arn_suffix");
  }
}
