import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { hcl, list, raw, text } from "../kit/hcl";
import { countIf } from "../kit/module";
import { nobody } from "./nobody";

/**
 * TLS 1.2 and 1.3 with post-quantum key exchange: what AWS recommends. The API's own default still admits TLS 1.0.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html (read 2026-11-21)
 */
export const SSL_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

export interface DomainEntryProps {
  readonly name: string;
  readonly enabled: IResolvable;
  readonly domain: unknown;
  readonly services: IResolvable;
  readonly loadBalancer: { readonly arn: string; readonly dnsName: string; readonly zoneId: string };
  readonly ipv6: unknown;
  readonly tags: never;
}

/** With a domain: HTTPS, a redirect to it, and a host name for each service. */
export class DomainEntry extends Construct {
  readonly listenerArn: string;
  readonly certificateArn: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DomainEntryProps,
  ) {
    super(scope, id);
    const { enabled, loadBalancer, services, tags } = props;
    const host = text`"\${each.key}.\${${props.domain}.name}"`;

    this.certificateArn = this.certificate();
    const https = new LbListener(this, "https", {
      count: countIf(enabled),
      loadBalancerArn: loadBalancer.arn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: SSL_POLICY,
      certificateArn: this.certificateArn,
      defaultAction: [nobody("No service has this name.")],
      tags,
    });
    new LbListener(this, "redirect", {
      count: countIf(enabled),
      loadBalancerArn: loadBalancer.arn,
      port: 80,
      protocol: "HTTP",
      defaultAction: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
      tags,
    });
    this.alias("A", services, host);
    this.alias("AAAA", hcl`{ for name, s in ${services} : name => s if ${props.ipv6} }`, host);
    this.listenerArn = text`one(${https.fqn}[*].arn)`;
  }

  /** The given certificate, or one for every service's name, validated in the zone. */
  private certificate(): string {
    const { enabled, domain, tags } = this.props;
    const make = hcl`(${enabled} ? ${domain}.certificate == null : false)`;
    const certificate = new AcmCertificate(this, "this", {
      count: countIf(make),
      domainName: text`"*.\${${domain}.name}"`,
      validationMethod: "DNS",
      tags,
      lifecycle: { createBeforeDestroy: true },
    });
    const option = (attribute: string) =>
      text`tolist(one(${certificate.fqn}[*].domain_validation_options))[0].${raw(attribute)}`;
    const record = new Route53Record(this, "validation", {
      count: countIf(make),
      zoneId: text`${domain}.zone.id`,
      name: option("resource_record_name"),
      type: option("resource_record_type"),
      records: list`[${option("resource_record_value")}]`,
      ttl: 60,
      allowOverwrite: true,
    });
    const validated = new AcmCertificateValidation(this, "this@validation", {
      count: countIf(make),
      certificateArn: text`one(${certificate.fqn}[*].arn)`,
      validationRecordFqdns: list`${record.fqn}[*].fqdn`,
    });
    return text`${make} ? one(${validated.fqn}[*].certificate_arn) : ${domain}.certificate.arn`;
  }

  private alias(type: "A" | "AAAA", services: IResolvable, host: string): void {
    const { domain, loadBalancer } = this.props;
    new Route53Record(this, type.toLowerCase(), {
      forEach: forEach(hcl`{ for name, s in ${services} : name => s if try(${domain}.zone != null, false) }`),
      zoneId: text`${domain}.zone.id`,
      name: host,
      type,
      alias: { name: loadBalancer.dnsName, zoneId: loadBalancer.zoneId, evaluateTargetHealth: true },
    });
  }
}
