import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { forEach } from "../kit/each";
import { accept } from "../kit/findings";
import { hcl, list, raw, text } from "../kit/hcl";
import { countIf, inputsOf, Module } from "../kit/module";
import { isWithinHcl } from "../spec/rules/host-names";
import { definition } from "./inputs";
import type { CertificateProps } from "./props";

/**
 * A certificate for every name below the domain, for the domain itself and for deeper names that are in use, validated
 * in the zone; or the given one. It depends on no track, so that a flip leaves it alone.
 */
export class Certificate extends Module {
  static readonly definition = definition;
  readonly outputs;

  constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, id);
    const { domain, hostNames, tags } = inputsOf(this, definition, props);
    const make = hcl`(length(${hostNames}) == 0 ? false : ${domain} == null ? false : ${domain}.certificate == null)`;
    const wildcard = hcl`"*.\${${domain}.name}"`;
    const beyondWildcard = hcl`sort(flatten([for domain_name in [${domain}.name] : [for host in distinct(${hostNames}) : host if ${raw(isWithinHcl("domain_name"))} && (host == domain_name || strcontains(trimsuffix(host, ".\${domain_name}"), "."))]]))`;
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
      tags: tags as never,
      lifecycle: { createBeforeDestroy: true },
    });
    accept(certificate, { CKV2_AWS_71: "every service has a name of its own below the domain" });

    // A domain and everything right below it are validated by one record, whose key is the same for every domain.
    const own = hcl`try(${domain}.name, null)`;
    const validated = hcl`{ for key, name in merge({ for other in ${others} : other => other }, { "*" = ${own} }) : key => name if ${make} && key != ${own} }`;
    const option = (attribute: string) =>
      hcl`[for option in one(${certificate.fqn}[*].domain_validation_options) : option.${raw(attribute)} if trimprefix(option.domain_name, "*.") == each.value][0]`;
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

    this.outputs = {
      certificate_arn: {
        value: hcl`${make} ? one(${validation.fqn}[*].certificate_arn) : try(${domain}.certificate.arn, null)`,
        description: "The certificate, made and validated or given; null when there is none.",
      },
    };
  }
}
