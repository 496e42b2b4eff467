import { hcl, text } from "../kit/hcl";
import { api, each, ENDS, EVERYTHING } from "../workflow/states";

/**
 * The workflow, in the Amazon States Language. Its input is `{ "service": "<ARN>" }`, or `*` for all services.
 *
 * It looks at what is: the host names that a service's rule compares. What is neither in the domain nor a name of any
 * service of the group is not its own (the name that Express Mode generated, above all) and stays; to it come the
 * service's names. The rule is written when that is not what it compares, and its host names alone: what it forwards to
 * is Express Mode's, and moves while a deployment runs. So events may come late, twice or never.
 *
 * A rule that compares anything but host names is none that Express Mode is known to make, and is left alone.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyRule.html (read 2026-11-21)
 */
export const workflow = (services: unknown, domainName: string): string =>
  text`jsonencode(${{
    Comment: "Keeps the services' names on the listener rules of ECS Express Mode",
    StartAt: "Services",
    States: {
      Services: {
        Type: "Pass",
        Parameters: {
          "asked.$": "$.service",
          services: hcl`[for service in ${services} : { arn = service.service_arn, rule_arn = service.listener_rule_arn, host_names = service.host_names }]`,
          names: hcl`distinct(flatten([for service in ${services} : service.host_names]))`,
        },
        Next: "EachService",
      },
      EachService: each(
        "$.services",
        { "asked.$": "$.asked", "names.$": "$.names", "service.$": "$$.Map.Item.Value" },
        "IsAskedFor",
        serviceStates(domainName),
        { End: true },
      ),
    },
  }})`;

/** For one service: what its rule compares, what it should, and the difference. */
const serviceStates = (domainName: string): object => ({
  IsAskedFor: {
    Type: "Choice",
    Choices: [
      { Variable: "$.asked", StringEquals: EVERYTHING, Next: "DescribeRule" },
      { Variable: "$.asked", StringEqualsPath: "$.service.arn", Next: "DescribeRule" },
    ],
    Default: "Done",
  },
  DescribeRule: api(
    "elasticloadbalancingv2:describeRules",
    { "RuleArns.$": "States.Array($.service.rule_arn)" },
    {
      ResultSelector: {
        "host_names.$": "$.Rules[*].Conditions[?(@.Field == 'host-header')].HostHeaderConfig.Values[*]",
        "others.$": "$.Rules[*].Conditions[?(@.Field != 'host-header')].Field",
      },
      ResultPath: "$.rule",
      Next: "IsKnownKind",
    },
  ),
  IsKnownKind: {
    Type: "Choice",
    Choices: [
      { Variable: "$.rule.others[0]", IsPresent: true, Next: "LeftToTheSchedule" },
      { Variable: "$.rule.host_names[0]", IsPresent: true, Next: "EachHostName" },
    ],
    Default: "LeftToTheSchedule",
  },
  EachHostName: each(
    "$.rule.host_names",
    { "names.$": "$.names", "host.$": "$$.Map.Item.Value" },
    "Look",
    hostNameStates(domainName),
    { ResultSelector: { "kept.$": "$[*].kept[*]" }, ResultPath: "$.looked", Next: "Lists" },
  ),
  Lists: {
    Type: "Pass",
    Parameters: {
      "rule_arn.$": "$.service.rule_arn",
      "is.$": "$.rule.host_names",
      "should.$": "States.Array($.looked.kept, $.service.host_names)",
      "both.$": "States.Array($.rule.host_names, $.service.host_names)",
    },
    Next: "Flat",
  },
  Flat: {
    Type: "Pass",
    Parameters: {
      "rule_arn.$": "$.rule_arn",
      "is.$": "$.is",
      "should.$": "$.should[*][*]",
      "both.$": "$.both[*][*]",
    },
    Next: "Unique",
  },
  Unique: {
    Type: "Pass",
    Parameters: {
      "rule_arn.$": "$.rule_arn",
      "is.$": "$.is",
      "should.$": "States.ArrayUnique($.should)",
      "both.$": "States.ArrayUnique($.both)",
    },
    Next: "Count",
  },
  Count: {
    Type: "Pass",
    Parameters: {
      "rule_arn.$": "$.rule_arn",
      "should.$": "$.should",
      count: {
        "is.$": "States.ArrayLength($.is)",
        "should.$": "States.ArrayLength($.should)",
        "both.$": "States.ArrayLength($.both)",
      },
    },
    Next: "IsAsItShouldBe",
  },
  // Nothing is missing, and nothing is too much.
  IsAsItShouldBe: {
    Type: "Choice",
    Choices: [
      {
        And: [
          { Variable: "$.count.both", NumericEqualsPath: "$.count.is" },
          { Variable: "$.count.should", NumericEqualsPath: "$.count.is" },
        ],
        Next: "Done",
      },
    ],
    Default: "ModifyRule",
  },
  ModifyRule: api(
    "elasticloadbalancingv2:modifyRule",
    {
      "RuleArn.$": "$.rule_arn",
      Conditions: [{ Field: "host-header", HostHeaderConfig: { "Values.$": "$.should" } }],
    },
    { ResultPath: null, Next: "Done" },
  ),
  ...ENDS,
});

/** Whether a host name stays on the rule whatever the service's names are. */
const hostNameStates = (domainName: string): object => ({
  Look: {
    Type: "Pass",
    Parameters: { "host.$": "$.host", "named.$": "States.ArrayContains($.names, $.host)" },
    Next: "IsOurs",
  },
  IsOurs: {
    Type: "Choice",
    Choices: [
      { Variable: "$.named", BooleanEquals: true, Next: "Drop" },
      { Variable: "$.host", StringEquals: hcl`coalesce(${domainName}, "-")`, Next: "Drop" },
      { Variable: "$.host", StringMatches: hcl`"*.\${coalesce(${domainName}, "-")}"`, Next: "Drop" },
    ],
    Default: "Keep",
  },
  Keep: { Type: "Pass", Parameters: { "kept.$": "States.Array($.host)" }, End: true },
  Drop: { Type: "Pass", Result: { kept: [] }, End: true },
});
