/** DNS, certificates, service discovery and content delivery. */
import { UNKNOWN, blocks, isKnown, text, texts, type State } from "../values";
import { mustExist, unique } from "./checks";
import { CREATED_AT } from "./iam";
import { combine, values, type Model, type Models } from "./model";
import { AwsError } from "./errors";
import type { Context } from "./context";

const NAME_SERVERS = ["ns-1.awsdns-01.org", "ns-2.awsdns-02.co.uk", "ns-3.awsdns-03.com", "ns-4.awsdns-04.net"];

const certificate: Model = {
  /** The provider plans one validation option per name, so that `for_each` over them works before the certificate exists. */
  planCreate(planned) {
    const domain = text(planned, "domain_name");
    if (!domain || !isKnown(planned["subject_alternative_names"]) || planned["validation_method"] !== "DNS") return;
    const names = [...new Set([domain, ...texts(planned, "subject_alternative_names")])];
    planned["domain_validation_options"] = names.map((name) => ({
      domain_name: name,
      resource_record_name: UNKNOWN,
      resource_record_type: UNKNOWN,
      resource_record_value: UNKNOWN,
    }));
  },
  create(object, context) {
    const arn = context.arn("acm", `certificate/${context.uuid()}`);
    const method = (object["validation_method"] ??= "DNS");
    const domain = text(object, "domain_name")!;
    const names = [...new Set([domain, ...texts(object, "subject_alternative_names")])];
    Object.assign(object, {
      id: arn,
      arn,
      not_before: CREATED_AT,
      not_after: "2027-02-01T00:00:00Z",
      pending_renewal: false,
      renewal_eligibility: "INELIGIBLE",
      status: "PENDING_VALIDATION",
      type: "AMAZON_ISSUED",
      // A wildcard is validated by the same record as the name it stands under.
      domain_validation_options: method === "DNS" ? names.map((name) => validationOf(name, context)) : [],
    });
    object["key_algorithm"] ??= "RSA_2048";
    object["subject_alternative_names"] ??= names;
  },
  delete({ id }, { world }) {
    const used =
      world.find("aws_lb_listener", (state, { origin }) => state["certificate_arn"] === id && origin === undefined) ??
      world.find("aws_lb_listener_certificate", (state) => state["certificate_arn"] === id);
    if (used) throw new AwsError("ACM: DeleteCertificate", "ResourceInUseException", `Certificate ${id} is in use.`);
  },
};

function validationOf(name: string, context: Context): State {
  const base = name.replace(/^\*\./, "");
  return {
    domain_name: name,
    resource_record_name: `_${context.hex(32, base)}.${base}.`,
    resource_record_type: "CNAME",
    resource_record_value: `_${context.hex(32, `value ${base}`)}.acm-validations.aws.`,
  };
}

const validation: Model = {
  create(object, { world }) {
    const found = world.get("aws_acm_certificate", text(object, "certificate_arn"));
    if (found) found.state["status"] = "ISSUED";
    object["id"] = CREATED_AT;
  },
};

const zone: Model = {
  create(object, context) {
    const id = `Z${context.upper(20)}`;
    Object.assign(object, {
      id,
      zone_id: id,
      arn: `arn:aws:route53:::hostedzone/${id}`,
      name_servers: NAME_SERVERS,
      primary_name_server: NAME_SERVERS[0]!,
    });
    object["enable_accelerated_recovery"] ??= false;
    for (const vpc of blocks(object, "vpc")) vpc["vpc_region"] ??= context.region;
  },
  delete({ id, state }, { world }) {
    const record = world.find("aws_route53_record", (one) => one["zone_id"] === id);
    if (record && state["force_destroy"] !== true)
      throw new AwsError(
        "Route 53: DeleteHostedZone",
        "HostedZoneNotEmpty",
        "The specified hosted zone contains non-required resource record sets and so cannot be deleted.",
      );
  },
};

const record: Model = {
  create(object, context) {
    const zoneState = context.world.get("aws_route53_zone", text(object, "zone_id"))?.state;
    const zoneName = text(zoneState, "name") ?? "";
    const name = text(object, "name")!.replace(/\.$/, "");
    const fqdn = name === zoneName || name.endsWith(`.${zoneName}`) || zoneName === "" ? name : `${name}.${zoneName}`;
    const keys = [text(object, "zone_id"), fqdn, text(object, "type"), text(object, "set_identifier")].filter(Boolean);
    object["fqdn"] = fqdn;
    object["id"] = keys.join("_");
    object["allow_overwrite"] ??= false;
    if (context.world.get("aws_route53_record", String(object["id"])) && object["allow_overwrite"] !== true)
      throw new AwsError(
        "Route 53: ChangeResourceRecordSets",
        "InvalidChangeBatch",
        `[Tried to create resource record set [name='${fqdn}.', type='${text(object, "type")}'] but it already exists]`,
      );
    const named = (other: State) => other["zone_id"] === object["zone_id"] && other["fqdn"] === fqdn;
    const isCname = object["type"] === "CNAME";
    if (context.world.find("aws_route53_record", (other) => named(other) && (other["type"] === "CNAME") !== isCname))
      throw new AwsError(
        "Route 53: ChangeResourceRecordSets",
        "InvalidChangeBatch",
        isCname
          ? `[RRSet of type CNAME with DNS name ${fqdn}. is not permitted as it conflicts with other records with the same DNS name in zone ${zoneName}.]`
          : `[RRSet of type ${text(object, "type")} with DNS name ${fqdn}. is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone ${zoneName}.]`,
      );
    const mixed = context.world.find(
      "aws_route53_record",
      (other) =>
        named(other) &&
        other["type"] === object["type"] &&
        !text(other, "set_identifier") !== !text(object, "set_identifier"),
    );
    if (mixed)
      throw new AwsError(
        "Route 53: ChangeResourceRecordSets",
        "InvalidChangeBatch",
        `[RRSet of type ${text(object, "type")} with DNS name ${fqdn}. cannot be created as non multi-value RRSets exist with the same name and type]`,
      );
  },
};

const namespaceUnique = (type: string, operation: string): Model =>
  unique(
    type,
    ["name"],
    operation,
    "NamespaceAlreadyExists",
    (object) => `Namespace ${text(object, "name")} already exists`,
  );

const namespaceInUse: Model = {
  delete({ id }, { world }) {
    if (
      world.find(
        "aws_service_discovery_service",
        (state) =>
          blocks(state, "dns_config").some((dns) => dns["namespace_id"] === id) || state["namespace_id"] === id,
      )
    )
      throw new AwsError(
        "ServiceDiscovery: DeleteNamespace",
        "ResourceInUse",
        `Namespace has associated services: ${id}`,
      );
  },
};

const namespaceIds = values({
  id: (_, context) => `ns-${context.hex(16)}`,
  arn: (object, context) => context.arn("servicediscovery", `namespace/${text(object, "id")}`),
});

const discoveryService: Model = {
  create(object, context) {
    const namespaceId =
      text(object, "namespace_id") ?? blocks(object, "dns_config").map((dns) => text(dns, "namespace_id"))[0] ?? "";
    object["namespace_id"] = namespaceId;
    const twin = context.world.find(
      "aws_service_discovery_service",
      (other) => other["namespace_id"] === namespaceId && other["name"] === object["name"],
    );
    if (twin)
      throw new AwsError(
        "ServiceDiscovery: CreateService",
        "ServiceAlreadyExists",
        `Service already exists: ${text(object, "name")}`,
      );
    const id = (object["id"] = `srv-${context.hex(16)}`);
    object["arn"] = context.arn("servicediscovery", `service/${id}`);
    object["type"] ??= blocks(object, "dns_config").length > 0 ? "DNS_HTTP" : "HTTP";
  },
};

const distribution: Model = {
  create(object, context) {
    const id = (object["id"] = `E${context.upper(13)}`);
    Object.assign(object, {
      arn: context.globalArn("cloudfront", `distribution/${id}`),
      domain_name: `d${context.hex(13, "domain")}.cloudfront.net`,
      hosted_zone_id: "Z2FDTNDATAQYW2",
      status: "Deployed",
      etag: `E${context.upper(13, "etag")}`,
      last_modified_time: CREATED_AT,
      caller_reference: `terraform-${context.hex(20, "reference")}`,
    });
  },
};

/** Models of names. */
export const NAMES: Models = {
  aws_acm_certificate: certificate,
  aws_acm_certificate_validation: validation,
  aws_route53_zone: zone,
  aws_route53_record: record,
  aws_service_discovery_http_namespace: combine(
    namespaceUnique("aws_service_discovery_http_namespace", "ServiceDiscovery: CreateHttpNamespace"),
    namespaceIds,
    values({ http_name: (object) => object["name"]! }),
    namespaceInUse,
  ),
  aws_service_discovery_private_dns_namespace: combine(
    namespaceUnique("aws_service_discovery_private_dns_namespace", "ServiceDiscovery: CreatePrivateDnsNamespace"),
    {
      create: (object, context) =>
        void mustExist(
          context,
          "aws_vpc",
          text(object, "vpc")!,
          "ServiceDiscovery: CreatePrivateDnsNamespace",
          "InvalidInput",
          "vpc",
        ),
    },
    namespaceIds,
    values({ hosted_zone: (_, context) => `Z${context.upper(20)}` }),
    namespaceInUse,
  ),
  aws_service_discovery_service: discoveryService,
  aws_cloudfront_distribution: distribution,
};
