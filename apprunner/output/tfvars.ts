import { quote as quoteWords } from "shell-quote";
import type { GroupPlan, ServicePlan } from "../plan";
import { isPublic } from "../rules/rule";
import { readable } from "../unknown";
import { type Comments, members, quote } from "./hcl";

/** The group's input as a tfvars file: what is known, and as comments what a person has to decide or fill in. */
export function tfvars(group: GroupPlan): string | undefined {
  if (!group.input) return undefined;
  const { name, mode, allowed_cidrs, ...rest } = group.input;
  return [
    `# ${group.name}: from App Runner${group.region ? `, ${group.region}` : ""}. The report beside this file says what became of each field.`,
    ...(group.services.every(({ definition }) => !isPublic(definition))
      ? ["# No service is public, so nobody comes in whatever allowed_cidrs says; it is required all the same."]
      : []),
    ...(group.closed
      ? [members({ name, mode }), ...NOBODY_YET, members({ allowed_cidrs })]
      : [members({ name, mode, allowed_cidrs })]),
    members(rest, comments(group)),
    ...domain(group),
    ...vpc(group),
    ...group.services.filter(({ written }) => !written).flatMap(missing),
    "",
  ].join("\n");
}

const NOBODY_YET = [
  "",
  "# Nobody can reach the services yet: 192.0.2.0/24 belongs to no one. App Runner let the whole internet in; write here who",
  '# may come in, or to leave it as it was: ["0.0.0.0/0", "::/0"].',
];

/** What is left out, where it would stand. */
function comments({ services }: GroupPlan): Comments {
  const map = new Map<string, string[]>();
  for (const { key, mode, converted, written } of services) {
    for (const { in: where, lines } of written ? converted[mode].leftOut : []) {
      const path = where === "service" ? `services.${key}` : `services.${key}.${where}`;
      map.set(path, [...(map.get(path) ?? []), ...lines.map(oneLine)]);
    }
  }
  return map;
}

const oneLine = (text: string): string => readable(text).replace(/[\r\n\u2028\u2029]+/g, " ");

const domain = ({ domain: known, input }: GroupPlan): string[] =>
  known === undefined || input?.domain
    ? []
    : [
        "",
        "# The old host names, with HTTPS: fill in the Route 53 zone, then uncomment this and what stands as a comment in the services.",
        "# A certificate is made and validated in the zone; App Runner's own cannot be used.",
        `#   aws route53 list-hosted-zones-by-name --dns-name ${known.name} --max-items 1 --query 'HostedZones[].Id'`,
        "# domain = {",
        `#   name = ${quote(known.name)}`,
        '#   zone = { id = "<the Id, without /hostedzone/>" }',
        "# }",
        '# Names outside Route 53: in place of zone, certificate = { arn = "…" } of one that you ask ACM for; host_names alone in the services.',
      ];

function vpc({ pendingSubnets, mode, region }: GroupPlan): string[] {
  if (pendingSubnets === undefined) return [];
  const [first] = pendingSubnets;
  const at = region ? ` --region ${region}` : "";
  const list = pendingSubnets.map((subnet) => quote(readable(subnet))).join(", ");
  return [
    "",
    "# App Runner reached a VPC through a connector. Before you apply, fill in that VPC and uncomment; without it the group gets a",
    "# VPC of its own and reaches nothing of the old one.",
    `#   aws ec2 describe-subnets${at} --subnet-ids ${first ? quoteWords([readable(first)]) : "<a subnet of the connector>"} --query 'Subnets[].VpcId'`,
    `#   aws ec2 describe-subnets${at} --filters Name=vpc-id,Values=<the VPC> Name=map-public-ip-on-launch,Values=true --query 'Subnets[].[SubnetId,AvailabilityZone]'`,
    "# vpc = {",
    '#   id                 = "<the VPC>"',
    '#   public_subnet_ids  = ["<public subnet>", "<public subnet of another zone>"]',
    ...(mode === "ecs"
      ? [`#   private_subnet_ids = [${list}] # the connector's`]
      : [
          "#   # The connector's subnets are private and stay out: they would make Express Mode's load balancer internal.",
        ]),
    "# }",
  ].map(oneLine);
}

const missing = ({ key, converted, mode }: ServicePlan): string[] => [
  "",
  `# ${key} is not in here: ${converted[mode].findings
    .filter(({ severity }) => severity === "blocker")
    .map(({ what }) => oneLine(what))
    .join("; ")}.`,
];
