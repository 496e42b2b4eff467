import { dynamicBlock } from "../kit/each";
import { hcl } from "../kit/hcl";

/** Metrics and samples of a rule, under its name. (Inside a rule, cdktf converts no keys: they are Terraform's.) */
const ruleVisibility = (metric: unknown) => ({
  cloudwatch_metrics_enabled: true,
  metric_name: metric,
  sampled_requests_enabled: true,
});

/** The same for the web ACL itself. */
export const visibility = (metricName: string) => ({
  cloudwatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: true,
});

/** Admits the addresses of a set. */
export const allowRule = (family: string, priority: number, setArn: string) => ({
  name: `allowed-${family}`,
  priority,
  action: { allow: {} },
  statement: { ip_set_reference_statement: { arn: setArn } },
  visibility_config: ruleVisibility(`allowed-${family}`),
});

/** Blocks an address that sends too many requests in five minutes; no rule without a limit. */
export const rateRule = (webAcl: unknown) =>
  dynamicBlock(hcl`${webAcl}.rate_limit == null ? [] : [${webAcl}.rate_limit]`, {
    name: "rate-limit",
    priority: 0,
    action: { block: {} },
    statement: {
      rate_based_statement: { limit: hcl`rule.value`, aggregate_key_type: "IP", evaluation_window_sec: 300 },
    },
    visibility_config: ruleVisibility("rate-limit"),
  });

/** AWS managed rule groups, in the order given. */
export const managedGroupRules = (webAcl: unknown) =>
  dynamicBlock(hcl`${webAcl}.managed_rule_groups`, {
    name: hcl`rule.value`,
    priority: hcl`rule.key + 10`,
    override_action: { none: {} },
    statement: { managed_rule_group_statement: { name: hcl`rule.value`, vendor_name: "AWS" } },
    visibility_config: ruleVisibility(hcl`rule.value`),
  });
