/**
 * The `statement` block of a web ACL rule. The bindings type it as `any`, because in the provider it nests into itself.
 * Here it is cut to the statements and the depth this project can use: `and`, `or` and `not` may stand inside each other
 * once, and a field to match is one of a few. A deeper or rarer statement is refused by terraform as unknown.
 */
import type { AttributeSchema, BlockSchema, NestedBlockSchema } from "./types";

/** How many times `and`, `or` and `not` may nest. The provider allows three levels. */
const LOGICAL_DEPTH = 2;

const required = (type: AttributeSchema["type"]): AttributeSchema => ({ type, required: true });
const optional = (type: AttributeSchema["type"]): AttributeSchema => ({ type, optional: true });

function one(block: BlockSchema): NestedBlockSchema {
  return { nesting_mode: "list", block, max_items: 1 };
}

/** The `statement` block of a rule: exactly one, at the top level. */
export function webAclStatement(): NestedBlockSchema {
  const block_types = {
    ...statements(LOGICAL_DEPTH),
    managed_rule_group_statement: one(managedRuleGroup()),
    rate_based_statement: one(rateBased()),
    rule_group_reference_statement: one({
      attributes: { arn: required("string") },
      block_types: { rule_action_override: ruleActionOverride() },
    }),
  };
  return { nesting_mode: "list", block: { block_types }, min_items: 1, max_items: 1 };
}

/** Statements that may stand anywhere, with `and`, `or` and `not` nested `depth` times. */
function statements(depth: number): Record<string, NestedBlockSchema> {
  const simple = {
    byte_match_statement: one(byteMatch()),
    geo_match_statement: one({
      attributes: { country_codes: required(["list", "string"]) },
      block_types: { forwarded_ip_config: one(forwardedIp()) },
    }),
    ip_set_reference_statement: one({
      attributes: { arn: required("string") },
      block_types: {
        ip_set_forwarded_ip_config: one({ attributes: { ...forwardedIp().attributes, position: required("string") } }),
      },
    }),
    label_match_statement: one({ attributes: { key: required("string"), scope: required("string") } }),
  };
  if (depth === 0) return simple;
  const nested: BlockSchema = {
    block_types: { statement: { nesting_mode: "list", block: { block_types: statements(depth - 1) }, min_items: 1 } },
  };
  return { ...simple, and_statement: one(nested), or_statement: one(nested), not_statement: one(nested) };
}

function forwardedIp(): BlockSchema {
  return { attributes: { fallback_behavior: required("string"), header_name: required("string") } };
}

function byteMatch(): BlockSchema {
  const named = one({ attributes: { name: required("string") } });
  const bare = one({});
  return {
    attributes: { positional_constraint: required("string"), search_string: required("string") },
    block_types: {
      field_to_match: one({
        block_types: {
          method: bare,
          query_string: bare,
          single_header: named,
          single_query_argument: named,
          uri_path: bare,
        },
      }),
      text_transformation: textTransformation(),
    },
  };
}

function textTransformation(): NestedBlockSchema {
  return {
    nesting_mode: "set",
    block: { attributes: { priority: required("number"), type: required("string") } },
    min_items: 1,
  };
}

function rateBased(): BlockSchema {
  const named = one({
    attributes: { name: required("string") },
    block_types: { text_transformation: textTransformation() },
  });
  const transformed = one({ block_types: { text_transformation: textTransformation() } });
  const custom_key: NestedBlockSchema = {
    nesting_mode: "list",
    max_items: 5,
    block: {
      block_types: {
        cookie: named,
        forwarded_ip: one({}),
        header: named,
        http_method: one({}),
        ip: one({}),
        label_namespace: one({ attributes: { namespace: required("string") } }),
        query_argument: named,
        query_string: transformed,
        uri_path: transformed,
      },
    },
  };
  return {
    attributes: {
      aggregate_key_type: optional("string"),
      evaluation_window_sec: optional("number"),
      limit: required("number"),
    },
    block_types: { custom_key, forwarded_ip_config: one(forwardedIp()), scope_down_statement: scopeDown() },
  };
}

function scopeDown(): NestedBlockSchema {
  return one({ block_types: statements(LOGICAL_DEPTH) });
}

function managedRuleGroup(): BlockSchema {
  const bot_control = one({
    attributes: { enable_machine_learning: optional("bool"), inspection_level: required("string") },
  });
  return {
    attributes: { name: required("string"), vendor_name: required("string"), version: optional("string") },
    block_types: {
      managed_rule_group_configs: {
        nesting_mode: "list",
        block: { block_types: { aws_managed_rules_bot_control_rule_set: bot_control } },
      },
      rule_action_override: ruleActionOverride(),
      scope_down_statement: scopeDown(),
    },
  };
}

/** What a rule of a group does instead of its own action. Custom requests and responses are left out. */
function ruleActionOverride(): NestedBlockSchema {
  const action = one({
    block_types: { allow: one({}), block: one({}), captcha: one({}), challenge: one({}), count: one({}) },
  });
  return {
    nesting_mode: "list",
    max_items: 100,
    block: { attributes: { name: required("string") }, block_types: { action_to_use: { ...action, min_items: 1 } } },
  };
}
