/** What the bindings do not say about the schema, each with its reason. */
import { ALWAYS_OPTIONAL_AND_COMPUTED, OPTIONAL_AND_COMPUTED } from "./optional-computed";
import type { AttributeSchema, BlockSchema, NestedBlockSchema, TypeSchema } from "./types";
import { webAclStatement } from "./wafv2-statements";

/** Schema versions: not in the bindings; terraform writes them into the state. Types that are not named have version 0. */
const VERSIONS: Readonly<Record<string, number>> = {
  aws_cloudfront_distribution: 1,
  aws_cloudwatch_event_rule: 1,
  aws_cloudwatch_event_target: 1,
  aws_cloudwatch_metric_alarm: 1,
  aws_default_security_group: 1,
  aws_ecs_service: 1,
  aws_ecs_task_definition: 1,
  aws_route53_record: 2,
  aws_s3_bucket_lifecycle_configuration: 1,
  aws_security_group: 1,
  aws_ssm_association: 1,
  aws_subnet: 1,
  aws_vpc: 1,
};

/** Sensitive attributes: in the bindings they look like any other. */
const SENSITIVE: readonly string[] = [
  "aws_acm_certificate.private_key",
  "aws_cloudcontrolapi_resource.schema",
  "aws_lb_listener.default_action.authenticate_oidc.client_secret",
  "aws_lb_listener_rule.action.authenticate_oidc.client_secret",
];

/** `schema` of a Cloud Control resource is read from AWS when it is not written. */
const COMPUTED: readonly string[] = ["aws_cloudcontrolapi_resource.schema"];

/** The bindings' provider class has an `alias` argument: it belongs to terraform, not to the provider's schema. */
const NOT_IN_SCHEMA: readonly string[] = ["provider.alias"];

/** Blocks that the provider has got since the version from which the bindings were generated. */
const NEWER_BLOCKS: Readonly<Record<string, NestedBlockSchema>> = {
  "aws_ecs_service.service_connect_configuration.access_log_configuration": {
    nesting_mode: "list",
    block: {
      attributes: {
        format: { type: "string", required: true },
        include_query_parameters: { type: "string", optional: true, computed: true },
      },
    },
    max_items: 1,
  },
};

/** Applies every rule to a schema read from the bindings. `name` is the type, `data.` + type, or `provider`. */
export function applyRules(name: string, block: BlockSchema): TypeSchema {
  if (name === "aws_wafv2_web_acl")
    block.block_types!.rule!.block.block_types = {
      ...block.block_types!.rule!.block.block_types,
      statement: webAclStatement(),
    };
  eachAttribute(block, (attribute, path) => {
    if (attribute.optional && ALWAYS_OPTIONAL_AND_COMPUTED.includes(path) && name !== "provider")
      attribute.computed = true;
  });
  for (const path of (OPTIONAL_AND_COMPUTED[name] ?? "").split(" ").filter(Boolean))
    attributeAt(name, block, path).computed = true;
  for (const path of pathsOf(name, SENSITIVE)) attributeAt(name, block, path).sensitive = true;
  for (const path of pathsOf(name, COMPUTED)) attributeAt(name, block, path).computed = true;
  for (const path of pathsOf(name, Object.keys(NEWER_BLOCKS))) addBlock(block, path, NEWER_BLOCKS[`${name}.${path}`]!);
  for (const path of pathsOf(name, NOT_IN_SCHEMA)) delete block.attributes![path];
  return { version: VERSIONS[name] ?? 0, block };
}

function pathsOf(name: string, list: readonly string[]): string[] {
  return list.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1));
}

/** Calls `visit` for every attribute of a block and of the blocks inside it. */
function eachAttribute(
  block: BlockSchema,
  visit: (attribute: AttributeSchema, path: string) => void,
  prefix = "",
): void {
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) visit(attribute, prefix + name);
  for (const [name, nested] of Object.entries(block.block_types ?? {}))
    eachAttribute(nested.block, visit, `${prefix}${name}.`);
}

function addBlock(block: BlockSchema, path: string, added: NestedBlockSchema): void {
  const [first, ...rest] = path.split(".") as [string, ...string[]];
  if (rest.length > 0) addBlock(block.block_types![first]!.block, rest.join("."), added);
  else block.block_types = { ...block.block_types, [first]: added };
}

/** The attribute at a dotted path; an unknown path is a mistake in a table above. */
function attributeAt(type: string, block: BlockSchema, path: string): AttributeSchema {
  const [first, ...rest] = path.split(".") as [string, ...string[]];
  const nested = block.block_types?.[first];
  const found = rest.length > 0 ? nested && attributeAt(type, nested.block, rest.join(".")) : block.attributes?.[first];
  if (!found) throw new Error(`schema rules name ${type}.${path}, which the bindings do not have`);
  return found;
}
