import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { type IResolvable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, list, raw, text } from "../kit/hcl";
import { countIf } from "../kit/module";

export interface CertificateProps {
  readonly make: IResolvable;
  readonly domain: unknown;
  /** The names below the domain that services answer to, and the domain itself if one does. */
  readonly hostNames: IResolvable;
  readonly tags: never;
}

/** A certificate for every name below the domain, for the domain itself and for deeper names that are in use, validated in the zone. */
export class Certificate extends Construct {
  readonly arn: IResolvable;

  constructor(scope: Construct, id: string, { make, domain, hostNames, tags }: CertificateProps) {
    super(scope, id);
    const wildcard = hcl`"*.\${${domain}.name}"`;
    const beyondWildcard = hcl`sort([for host in ${hostNames} : host if host == ${domain}.name || strcontains(trimsuffix(host, ".\${${domain}.name}"), ".")])`;
    const others = new TerraformLocal(
      new Construct(this, "~local"),
      "certificate_names",
      hcl`${make} ? ${beyondWildcard} : []`,
    ).expression;
    const certificate = new AcmCertificate(this, "this", {
      count: countIf(make),
      domainName: text`${wildcard}`,
      subjectAlternativeNames: list`length(${others}) > 0 ? ${others} : null`,
      validationMethod: "DNS",
      tags,
      lifecycle: { createBeforeDestroy: true },
    });
    accept(certificate, { CKV2_AWS_71: "every service has a name of its own below the domain" });

    // A domain and everything right below it are validated by one record.
    const validated = hcl`${make} ? toset([for name in concat([${wildcard}], ${others}) : trimprefix(name, "*.")]) : toset([])`;
    const option = (attribute: string) =>
      hcl`[for option in one(${certificate.fqn}[*].domain_validation_options) : option.${raw(attribute)} if trimprefix(option.domain_name, "*.") == each.key][0]`;
    const records = new Route53Record(this, "validation", {
      forEach: forEach(validated),
      zoneId: text`${domain}.zone.id`,
      name: text`${option("resource_record_name")}`,
      type: text`${option("resource_record_type")}`,
      records: list`[${option("resource_record_value")}]`,
      ttl: 60,
      allowOverwrite: true,
    });
    const validation = new AcmCertificateValidation(this, "this@validation", {
      count: countIf(make),
      certificateArn: text`one(${certificate.fqn}[*].arn)`,
      validationRecordFqdns: list`[for record in ${records.fqn} : record.fqdn]`,
    });
    this.arn = hcl`one(${validation.fqn}[*].certificate_arn)`;
  }
}
