import { quote } from "shell-quote";
import type { GroupPlan, ServicePlan } from "./plan";
import { hostName, hostNames } from "./rules/domains";
import { isPublic } from "./rules/rule";

/** One step of the move, with the commands for it. */
export interface Step {
  readonly title: string;
  readonly text: string;
  readonly commands: readonly string[];
}

/** The hosted zones that alias records to App Runner name. @see https://docs.aws.amazon.com/general/latest/gr/apprunner.html */
const APP_RUNNER_ZONES: Readonly<Record<string, string>> = {
  "us-east-1": "Z01915732ZBZKC8D32TPT",
  "us-east-2": "Z0224347AD7KVHMLOX31",
  "us-west-2": "Z02243383FTQ64HJ5772Q",
  "ap-south-1": "Z00855883LBHKTIC4ODF2",
  "ap-southeast-1": "Z09819469CZ3KQ8PWMCL",
  "ap-southeast-2": "Z03657752RA8799S0TI5I",
  "ap-northeast-1": "Z08491812XW6IPYLR6CCA",
  "eu-central-1": "Z0334911C2FDI2Q9M4FZ",
  "eu-west-1": "Z087551914Z2PCAU0QHMW",
};

/** Weights of App Runner and of the load balancer, one pair after another. */
const WEIGHTS = [
  [100, 0],
  [90, 10],
  [75, 25],
  [50, 50],
  [25, 75],
  [0, 100],
] as const;

/** The steps from App Runner to ECS, with a way back until the last one. */
export function cutOver(group: GroupPlan): Step[] {
  const moved = group.services.filter(({ mode, definition }) => mode === "ecs" && hostName(definition) !== undefined);
  const others = group.services.filter((service) => !moved.includes(service) && isPublic(service.definition));
  return [
    {
      title: "Apply beside App Runner",
      text: "Nothing of App Runner is touched: no import, no change. Clear what the report lists as blocker and security first.",
      commands: [
        "terraform init",
        `terraform plan -var-file=${group.name}.tfvars`,
        `terraform apply -var-file=${group.name}.tfvars`,
      ],
    },
    {
      title: "Try the new service",
      text: "At its own address, with the health check, the variables, the secrets and whatever it calls.",
      commands: ["terraform output urls"],
    },
    ...(moved.length ? weighted(moved, group.region) : []),
    ...(others.length
      ? [
          {
            title: `Move the callers of ${others.map(({ key }) => key).join(", ")}`,
            text: others.some(({ definition }) => definition.companions.customDomains.length)
              ? "On Express Mode no domain is written, so there is no record to give weights to: write `domain` with a certificate yourself (docs/domains.md), or change the address where callers hold it, a part of them at a time, and keep App Runner's answering."
              : "There is no host name of yours that could move: change the address where callers hold it, a part of them at a time. A host name of your own in front of App Runner first (CNAME to the service's address, as a custom domain) makes a move by weights possible.",
            commands: [],
          },
        ]
      : []),
    {
      title: "Keep App Runner for 24 to 48 hours",
      text: "DNS is remembered by clients, and the way back is one record. Then pause it for a day, then delete it; its log groups stay.",
      commands: group.services.flatMap(({ definition }) =>
        definition.service.ServiceArn
          ? [`aws apprunner pause-service --service-arn ${definition.service.ServiceArn}`]
          : [],
      ),
    },
  ];
}

function weighted(services: readonly ServicePlan[], region: string | undefined): Step[] {
  const names = services.flatMap((service) => hostNames(service.definition).map((host) => ({ service, host })));
  const hosts = names.map(({ host }) => host);
  return [
    {
      title: `Make the records of ${hosts.join(", ")} weighted aliases`,
      text: "Records of one weighted set have one name and one type. A CNAME to App Runner and an alias to the load balancer do not mix, so App Runner becomes an alias as well: one change deletes the CNAME and creates the alias with weight 100. In a zone outside Route 53, both are CNAMEs, if the provider knows weights. Keep the domain linked to App Runner. Give the group its certificate by `domain.certificate` and no `domain.zone`: with a zone, Terraform would make a simple record of the same name, which cannot stand beside weighted ones.",
      commands: names.map(({ service, host }) => changeBatch(service, host, region, 100, 0)),
    },
    {
      title: `Move the weights: ${WEIGHTS.map((pair) => pair.join("/")).join(" → ")}`,
      text: "App Runner's weight first, the load balancer's second. Look at errors and latency of both after each step; the way back is the pair before.",
      commands: names.map(({ service, host }) => changeBatch(service, host, region, 90, 10)),
    },
  ];
}

/** The records of both origins for `aws route53 change-resource-record-sets`. */
function changeBatch(
  { definition }: ServicePlan,
  name: string,
  region: string | undefined,
  old: number,
  fresh: number,
): string {
  const target =
    definition.companions.customDomains[0]?.DNSTarget ?? definition.service.ServiceUrl ?? "<App Runner's DNS target>";
  const record = (id: string, weight: number, dns: string, zone: string) => ({
    Action: "UPSERT",
    ResourceRecordSet: {
      Name: name,
      Type: "A",
      SetIdentifier: id,
      Weight: weight,
      AliasTarget: { DNSName: dns, HostedZoneId: zone, EvaluateTargetHealth: true },
    },
  });
  const changes = [
    record("app-runner", old, target, APP_RUNNER_ZONES[region ?? ""] ?? "<App Runner's zone in your region>"),
    record(
      "ecs",
      fresh,
      '<terraform output load_balancer_dns_names["ecs"]>',
      "<aws elbv2 describe-load-balancers --query LoadBalancers[].CanonicalHostedZoneId>",
    ),
  ];
  return `aws route53 change-resource-record-sets --hosted-zone-id <zone of ${hostName(definition)?.rest}> --change-batch ${quote([JSON.stringify({ Changes: changes })])}`;
}
