import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generateSchemas, schemaText } from "../../simulator/generate-schema";
import { packageRoot } from "../../modules/kit/package-root";
import { schemaFile } from "../../simulator/schema-file";
import { compareTypes, type Difference } from "../../simulator/schema/differences";
import type { ProviderSchema, TypeSchema } from "../../simulator/schema/types";
import { DATA_SOURCE_TYPES, RESOURCE_TYPES } from "../../simulator/schema/wanted";
import { itNeeds } from "./needs";

jest.setTimeout(60_000);

const ours = (JSON.parse(readFileSync(schemaFile(), "utf8")) as { aws: ProviderSchema }).aws;

describe("schema.json", () => {
  it("is what the generator makes from the installed bindings", () => {
    expect(schemaText(generateSchemas()) === readFileSync(schemaFile(), "utf8")).toBe(true);
  });

  it("has every type of the table and no other", () => {
    expect(Object.keys(ours.resource_schemas)).toEqual(RESOURCE_TYPES);
    expect(Object.keys(ours.data_source_schemas)).toEqual(DATA_SOURCE_TYPES);
  });

  it("tells attributes that hold lists of objects from blocks", () => {
    const express = ours.resource_schemas["aws_ecs_express_gateway_service"]!.block;
    expect(express.attributes!["network_configuration"]!.type).toEqual([
      "list",
      ["object", { security_groups: ["set", "string"], subnets: ["set", "string"] }],
    ]);
    expect(express.block_types!["primary_container"]!.nesting_mode).toBe("list");
    expect(ours.resource_schemas["aws_security_group"]!.block.attributes!["ingress"]!.computed).toBe(true);
  });
});

/**
 * Where provider 6.47 differs from 6.25, from which the bindings were generated: attributes that were added, and required
 * ones that became optional. A path stands for everything below it.
 */
const SINCE_6_25 = [
  "aws_subnet.ipv4_ipam_pool_id",
  "aws_subnet.ipv4_netmask_length",
  "aws_subnet.ipv6_ipam_pool_id",
  "aws_subnet.ipv6_netmask_length",
  "aws_route.odb_network_arn",
  "aws_route_table.route",
  "data.aws_route_table.routes", // a route may lead to an ODB network
  "aws_vpc_endpoint.dns_options.private_dns_preference",
  "aws_vpc_endpoint.dns_options.private_dns_specified_domains",
  "aws_ecs_task_definition.volume.s3files_volume_configuration",
  "aws_iam_policy.delay_after_policy_creation_in_ms",
  "aws_cloudwatch_log_resource_policy.policy_name",
  "aws_cloudwatch_log_resource_policy.policy_scope",
  "aws_cloudwatch_log_resource_policy.resource_arn",
  "aws_cloudwatch_log_resource_policy.revision_id",
  "aws_cloudwatch_metric_alarm.comparison_operator",
  "aws_cloudwatch_metric_alarm.evaluation_periods",
  "aws_cloudwatch_metric_alarm.evaluation_interval",
  "aws_cloudwatch_metric_alarm.evaluation_criteria",
  "aws_acm_certificate.private_key_wo",
  "aws_acm_certificate.private_key_wo_version",
  "aws_cloudfront_distribution.cache_tag_config",
  "aws_cloudfront_distribution.connection_function_association",
  "aws_cloudfront_distribution.origin.vpc_origin_config.owner_account_id",
  "aws_cloudfront_distribution.viewer_mtls_config",
  "aws_s3_bucket.bucket_namespace",
  "provider.tag_policy_compliance",
  "provider.endpoints",
];

/** Why a difference is expected; undefined when it is not. */
function reason({ path, ours: here, theirs: there }: Difference): string | undefined {
  if (SINCE_6_25.some((known) => path === known || path.startsWith(`${known}.`)))
    return "changed between 6.25 and 6.47";
  if (path === "aws_wafv2_web_acl.region" && there === "absent") return "the reference has this type from 5.100";
  if (path.startsWith("aws_wafv2_web_acl.rule.statement.") && here === "absent")
    return "statements are cut on purpose: see wafv2-statements.ts";
  return undefined;
}

describe("schema.json against provider 6.47", () => {
  const reference =
    process.env["SWITCHYARD_SCHEMA_DATA"] ??
    join(packageRoot(), "..", "shared", "data", "aws-provider-6.47.0.schema.json");
  const test = itNeeds(
    existsSync(reference) ? reference : undefined,
    "no reference schema; set SWITCHYARD_SCHEMA_DATA",
  );
  const theirs = (): ProviderSchema => JSON.parse(readFileSync(reference, "utf8")) as ProviderSchema;

  const differences = (): Difference[] => {
    const { provider, resource_schemas, data_source_schemas } = theirs();
    const pairs: [string, TypeSchema, TypeSchema | undefined][] = [
      ["provider", ours.provider, { ...provider, version: 0 }],
      ...Object.entries(ours.resource_schemas).map(([name, schema]): [string, TypeSchema, TypeSchema | undefined] => [
        name,
        schema,
        resource_schemas[name],
      ]),
      ...Object.entries(ours.data_source_schemas).map(
        ([name, schema]): [string, TypeSchema, TypeSchema | undefined] => [
          `data.${name}`,
          schema,
          data_source_schemas[name],
        ],
      ),
    ];
    return pairs.flatMap(([name, schema, other]) => (other ? compareTypes(name, schema, other) : []));
  };

  test("agrees in every attribute and block apart from the known changes", () => {
    expect(differences().filter((difference) => reason(difference) === undefined)).toEqual([]);
  });

  test("lists no change that is none", () => {
    const found = differences().map(({ path }) => path);
    expect(SINCE_6_25.filter((known) => !found.some((path) => path === known || path.startsWith(`${known}.`)))).toEqual(
      [],
    );
  });
});
