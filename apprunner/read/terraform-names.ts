import { type Kind } from "../shapes";
import { isObject, type Json } from "./piece";

/** The resource types that are read. @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apprunner_service */
export const KIND: Readonly<Record<string, Kind>> = {
  aws_apprunner_service: "Service",
  aws_apprunner_auto_scaling_configuration_version: "AutoScalingConfiguration",
  aws_apprunner_vpc_connector: "VpcConnector",
  aws_apprunner_vpc_ingress_connection: "VpcIngressConnection",
  aws_apprunner_observability_configuration: "ObservabilityConfiguration",
  aws_apprunner_custom_domain_association: "CustomDomains",
  aws_wafv2_web_acl: "WebACL",
  aws_wafv2_ip_set: "IPSet",
  aws_wafv2_web_acl_association: "WebACL",
};

/** Blocks that occur once: HCL's and the state's lists of one are their only item. */
const BLOCKS = new Set([
  "source_configuration",
  "image_repository",
  "image_configuration",
  "code_repository",
  "source_code_version",
  "code_configuration",
  "code_configuration_values",
  "authentication_configuration",
  "instance_configuration",
  "health_check_configuration",
  "network_configuration",
  "egress_configuration",
  "ingress_configuration",
  "observability_configuration",
  "encryption_configuration",
  "trace_configuration",
  "ingress_vpc_configuration",
]);

/** Arguments of Terraform itself, and what the provider computes. */
const META = new Set([
  "count",
  "for_each",
  "depends_on",
  "lifecycle",
  "provider",
  "provisioner",
  "connection",
  "timeouts",
  "id",
  "tags",
  "tags_all",
  "certificate_validation_records",
  "region",
]);

const SPECIAL: Readonly<Record<string, string>> = {
  enable_www_subdomain: "EnableWWWSubdomain",
  dns_target: "DNSTarget",
};

const pascal = (name: string): string =>
  SPECIAL[name] ?? name.replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());

/** A resource's arguments in the API's names; the names of variables stay as they are, and what is unset goes. */
export function toApi(value: Json, depth = 0): Json {
  const members = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    if (
      member === null ||
      member === "" ||
      (depth === 0 && META.has(name)) ||
      (Array.isArray(member) && member.length === 0)
    )
      return [];
    if (name === "runtime_environment_variables" || name === "runtime_environment_secrets")
      return [[pascal(name), member]];
    const single = BLOCKS.has(name) && Array.isArray(member) ? member[0] : member;
    if (BLOCKS.has(name) && !isObject(single)) return [];
    return [[pascal(name), isObject(single) ? toApi(single, depth + 1) : single]];
  });
  return Object.fromEntries(members);
}

/** The value of a resource of a type that is read, in the shape of the API's answer. */
export function valueOf(type: string, given: Json, id: string): Json {
  const { Arn: arn, ...value } = toApi(given);
  switch (type) {
    case "aws_apprunner_service":
      return { ...value, ...(typeof arn === "string" ? { ServiceArn: arn } : {}) };
    case "aws_apprunner_custom_domain_association": {
      const { ServiceArn: service, DNSTarget: target, ...domain } = value;
      return {
        ServiceArn: service,
        ...(target ? { DNSTarget: target } : {}),
        CustomDomains: [{ EnableWWWSubdomain: true, ...domain }],
      };
    }
    case "aws_wafv2_web_acl":
      return { Name: value["Name"], ARN: id, RulesNotRead: true };
    case "aws_wafv2_ip_set":
      return { Name: value["Name"], ARN: id, Addresses: value["Addresses"] };
    case "aws_wafv2_web_acl_association":
      return { AssociationOf: given["web_acl_arn"] };
    case "aws_apprunner_vpc_connector":
      return { ...value, ...(typeof arn === "string" ? { VpcConnectorArn: arn } : {}) };
    default:
      return typeof arn === "string" ? { ...value, [`${KIND[type]}Arn`]: arn } : value;
  }
}

/** The tags that a resource ends up with: those of the provider's `default_tags` among them, where the state tells. */
export const tagsOf = (given: Json): Record<string, string> | undefined => {
  const tags = isObject(given["tags_all"]) ? given["tags_all"] : given["tags"];
  return isObject(tags) && Object.keys(tags).length
    ? Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)]))
    : undefined;
};
