import { canonical } from "../../modules/spec/rules/cidrs";
import type { Definition, WebAcl } from "../definition";
import { changed, type Draft, kept, lost } from "../finding";
import { isPublic, nothing, type Rule } from "./rule";

type WafRule = WebAcl["Rules"][number];
type Json = Record<string, any>;

/** A rule that admits the addresses of an IP set. */
function admits(rule: WafRule): string | undefined {
  const set = (rule.Statement as Json)?.["IPSetReferenceStatement"];
  return rule.Action && "Allow" in rule.Action ? ((set?.["ARN"] ?? set?.["Arn"]) as string | undefined) : undefined; // CloudFormation writes Arn
}

const managedGroup = (rule: WafRule): Json | undefined => (rule.Statement as Json)?.["ManagedRuleGroupStatement"];

const rateLimit = (rule: WafRule): Json | undefined => (rule.Statement as Json)?.["RateBasedStatement"];

/** A web ACL that blocks by default and admits IP sets is an allowlist: its blocks, if their sets were given. */
export function allowlist({ companions: { webAcl, ipSets } }: Definition): string[] {
  if (!webAcl?.DefaultAction || !("Block" in webAcl.DefaultAction)) return [];
  const admitted = webAcl.Rules.flatMap((rule) => admits(rule) ?? []);
  const blocks = ipSets
    .filter(({ ARN }) => ARN !== undefined && admitted.includes(ARN))
    .flatMap(({ Addresses }) => Addresses);
  return [...new Set(blocks.flatMap((block) => canonical(block) ?? []))].sort();
}

/** AWS managed rule groups that block, without changes of single rules. */
export const managedGroups = ({ companions: { webAcl } }: Definition): string[] =>
  (webAcl?.Rules ?? []).flatMap((rule) => (isWhole(rule) ? [String(managedGroup(rule)?.["Name"])] : []));

const isWhole = (rule: WafRule): boolean => {
  const group = managedGroup(rule);
  return (
    group?.["VendorName"] === "AWS" &&
    !(rule.OverrideAction && "Count" in rule.OverrideAction) &&
    !["ExcludedRules", "RuleActionOverrides", "ScopeDownStatement", "ManagedRuleGroupConfigs", "Version"].some(
      (name) => group[name] !== undefined && group[name].length !== 0,
    )
  );
};

/** A rate limit over all requests of an address in five minutes. */
export const requestLimit = ({ companions: { webAcl } }: Definition): number | undefined =>
  (webAcl?.Rules ?? [])
    .filter(isPlainLimit)
    .map((rule) => Number(rateLimit(rule)?.["Limit"]))
    .sort((a, b) => a - b)[0];

const isPlainLimit = (rule: WafRule): boolean => {
  const limit = rateLimit(rule);
  return (
    limit !== undefined &&
    Boolean(rule.Action && "Block" in rule.Action) &&
    limit["ScopeDownStatement"] === undefined &&
    (limit["AggregateKeyType"] ?? "IP") === "IP" &&
    (limit["EvaluationWindowSec"] ?? 300) === 300 &&
    Number(limit["Limit"]) >= 10
  );
};

/**
 * The group has a web ACL of its own on its load balancer, with an allowlist, AWS managed rule groups and a rate limit.
 * What else the old one does is named and not carried.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/waf-manage.html
 */
export const webAcl: Rule = (definition) => {
  const { webAcl: acl, ipSets } = definition.companions;
  if (!acl) return nothing;
  const name = acl.Name ?? acl.ARN ?? "its web ACL";
  const notRead = acl["RulesNotRead"] === true;
  return {
    drafts: [
      changed(
        "security",
        "WebACL",
        "web_acl",
        `${name} stays on App Runner; the group gets a web ACL of its own${notRead ? ", and the rules of the old one were not read" : ""}. A load balancer's is shown 8 KB of a body, App Runner's 16 KB or more`,
        notRead
          ? "Give its rules as another input: aws wafv2 get-web-acl-for-resource --resource-arn <service's ARN>"
          : "Compare the two before the cut-over",
      ),
      ...acl.Rules.map((rule, i) =>
        ofRule(
          rule,
          i,
          ipSets.map(({ ARN }) => ARN),
          allowlist(definition).length > 0,
        ),
      ),
      ...ipSets.map((set, i) =>
        kept(`IPSets[${i}]`, "allowed_cidrs", `${set.Addresses.length} blocks of ${set.Name ?? set.ARN}`),
      ),
    ],
  };
};

function ofRule(rule: WafRule, i: number, sets: readonly (string | undefined)[], used: boolean): Draft {
  const field = `WebACL.Rules[${i}]`;
  const name = rule.Name ?? "a rule";
  const set = admits(rule);
  if (set !== undefined && sets.includes(set) && used)
    return kept(field, "allowed_cidrs", `${name}: its addresses are the allowlist`);
  if (set !== undefined && !sets.includes(set))
    return lost(
      "security",
      field,
      `${name} admits an IP set whose addresses were not given`,
      "Give them as another input: aws wafv2 get-ip-set, or say --allowed-cidr",
    );
  if (isWhole(rule)) return kept(field, "web_acl.managed_rule_groups", `${name}: the managed rule group is carried`);
  if (isPlainLimit(rule)) return kept(field, "web_acl.rate_limit", `${name}: the limit is carried`);
  return lost(
    "security",
    field,
    `${name} is not carried: the input has an allowlist, whole AWS managed rule groups and a rate limit`,
    "Add it to the web ACL by hand (output web_acl_arn), or do without it",
  );
}

/**
 * App Runner lets the whole internet in. The input names who may come in, and this program opens nothing on its own.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/network-incoming.html
 */
export const openToTheWorld: Rule = (definition, { allowlistReady }) => {
  if (!isPublic(definition) || allowlistReady) return nothing;
  return {
    drafts: [
      changed(
        "security",
        "(who may come in)",
        "allowed_cidrs",
        "App Runner lets the whole internet in, and nobody has said that it should stay so: allowed_cidrs is 192.0.2.0/24, a block that belongs to no one",
        "Say who may come in: --allowed-cidr 203.0.113.0/24, or for everyone --allowed-cidr 0.0.0.0/0 --allowed-cidr ::/0",
      ),
    ],
  };
};
