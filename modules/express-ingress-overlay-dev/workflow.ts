import { hcl, text } from "../kit/hcl";
import { api, each, ENDS, selected } from "../workflow/states";

/**
 * What AWS tags everything with that is Express Mode's own.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-advanced-customization.html (read 2026-11-21)
 */
export const MANAGED_TAG = "AmazonECSManaged";

/** The one port that Express Mode serves. */
const PORT = 443;
const WORLD = ["0.0.0.0/0", "::/0"];

/**
 * The workflow, in the Amazon States Language; its input does not matter.
 *
 * It looks at what is: an allowed block without a rule gets one, then every rule goes that is open to the world, or was made
 * here for a block that is no longer allowed. Rules of others are left alone, and so is every group that is not Express
 * Mode's own.
 */
export const workflow = (name: string, loadBalancerArn: unknown, allowedCidrs: unknown): string => {
  const mark = text`"switchyard \${${name}} (development and test)"`;
  return text`jsonencode(${{
    Comment: "For development and test only: closes Express Mode's load balancer to all but the allowed blocks",
    StartAt: "Wanted",
    States: {
      Wanted: { Type: "Pass", Parameters: { allowed: allowedCidrs }, Next: "DescribeLoadBalancer" },
      DescribeLoadBalancer: api(
        "elasticloadbalancingv2:describeLoadBalancers",
        { LoadBalancerArns: hcl`[${loadBalancerArn}]` },
        {
          ResultSelector: { "groups.$": "$.LoadBalancers[*].SecurityGroups[*]" },
          ResultPath: "$.seen",
          Next: "HasGroups",
        },
      ),
      HasGroups: choose([{ ...present("$.seen.groups[0]"), Next: "DescribeGroups" }], "Done"),
      DescribeGroups: api(
        "ec2:describeSecurityGroups",
        { "GroupIds.$": "$.seen.groups", Filters: [{ Name: `tag:${MANAGED_TAG}`, Values: ["true"] }] },
        { ResultSelector: { "groups.$": "$.SecurityGroups[*].GroupId" }, ResultPath: "$.seen", Next: "EachGroup" },
      ),
      EachGroup: each(
        "$.seen.groups",
        { "allowed.$": "$.allowed", "group.$": "$$.Map.Item.Value" },
        "DescribeRules",
        groupStates(mark),
        { ResultPath: null, Next: "Done" },
      ),
      ...ENDS,
    },
  }})`;
};

const choose = (Choices: readonly object[], Default: string): object => ({ Type: "Choice", Choices, Default });
const present = (Variable: string): object => ({ Variable, IsPresent: true });
const yes = (Variable: string): object => ({ Variable, BooleanEquals: true });

/** For one group: first what is missing, then what is too much, so that nobody on the list is shut out meanwhile. */
const groupStates = (mark: string): object => ({
  DescribeRules: api(
    "ec2:describeSecurityGroupRules",
    { Filters: [{ Name: "group-id", "Values.$": "States.Array($.group)" }] },
    {
      ResultSelector: {
        "rules.$": "$.SecurityGroupRules",
        "cidrs.$": "States.Array($.SecurityGroupRules[*].CidrIpv4, $.SecurityGroupRules[*].CidrIpv6)",
      },
      ResultPath: "$.seen",
      Next: "EachAllowed",
    },
  ),
  EachAllowed: each(
    "$.allowed",
    { "group.$": "$.group", "present.$": "$.seen.cidrs[*][*]", "cidr.$": "$$.Map.Item.Value" },
    "LookForRule",
    admittingStates(mark),
    { ResultPath: null, Next: "EachRule" },
  ),
  EachRule: each(
    "$.seen.rules",
    { "group.$": "$.group", "allowed.$": "$.allowed", "rule.$": "$$.Map.Item.Value" },
    "IsIngress",
    removingStates(mark),
    { ResultPath: null, Next: "Done" },
  ),
  ...ENDS,
});

/** For one allowed block. */
const admittingStates = (mark: string): object => ({
  LookForRule: {
    Type: "Pass",
    Parameters: { "there.$": "States.ArrayContains($.present, $.cidr)" },
    ResultPath: "$.is",
    Next: "IsThere",
  },
  IsThere: choose(
    [
      { ...yes("$.is.there"), Next: "Done" },
      { Variable: "$.cidr", StringMatches: "*:*", Next: "AdmitIpv6" },
    ],
    "AdmitIpv4",
  ),
  AdmitIpv4: admit({ IpRanges: [{ "CidrIp.$": "$.cidr", Description: mark }] }),
  AdmitIpv6: admit({ Ipv6Ranges: [{ "CidrIpv6.$": "$.cidr", Description: mark }] }),
  ...ENDS,
});
const admit = (ranges: object): object =>
  api(
    "ec2:authorizeSecurityGroupIngress",
    { "GroupId.$": "$.group", IpPermissions: [{ IpProtocol: "tcp", FromPort: PORT, ToPort: PORT, ...ranges }] },
    { ResultPath: null, Next: "Done" },
  );

/** For one rule. */
const removingStates = (mark: string): object => ({
  IsIngress: choose(
    [
      { ...yes("$.rule.IsEgress"), Next: "Done" },
      { ...present("$.rule.CidrIpv4"), Next: "Ipv4" },
      { ...present("$.rule.CidrIpv6"), Next: "Ipv6" },
    ],
    "Done",
  ),
  Ipv4: compare("$.rule.CidrIpv4"),
  Ipv6: compare("$.rule.CidrIpv6"),
  IsTooMuch: choose(
    [
      { ...yes("$.is.allowed"), Next: "Done" },
      ...WORLD.map((cidr) => ({ Variable: "$.is.cidr", StringEquals: cidr, Next: "Revoke" })),
      { And: selected("$.rule.Description", mark), Next: "Revoke" },
    ],
    "Done",
  ),
  Revoke: api(
    "ec2:revokeSecurityGroupIngress",
    { "GroupId.$": "$.group", "SecurityGroupRuleIds.$": "States.Array($.rule.SecurityGroupRuleId)" },
    { ResultPath: null, Next: "Done" },
  ),
  ...ENDS,
});
const compare = (cidr: string): object => ({
  Type: "Pass",
  Parameters: { "cidr.$": cidr, "allowed.$": `States.ArrayContains($.allowed, ${cidr})` },
  ResultPath: "$.is",
  Next: "IsTooMuch",
});
