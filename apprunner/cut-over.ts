import { quote } from "shell-quote";
import { MODES } from "../modules/kit/capability";
import { OTHER } from "../modules/dns-records/names";
import {
  changesOf,
  hostsOf,
  IMPORTS,
  IMPORTS_EXAMPLE,
  type Moving,
  movingIn,
  namesOf,
  recordsOf,
} from "./moving-names";
import type { GroupPlan, ServicePlan } from "./plan";
import { ALL_TO_APP_RUNNER, before } from "./rules/domains";
import { isPublic } from "./rules/rule";

/** One step of the move, with the commands for it. */
export interface Step {
  readonly title: string;
  readonly text: string;
  readonly commands: readonly string[];
}

/** Shares of the new track in percent, one after another. */
const SHARES = [10, 25, 50, 75];

/** The steps from App Runner to ECS, with a way back until the last one. */
export function cutOver(group: GroupPlan): Step[] {
  const names = namesOf(group);
  const moving = movingIn(group, names);
  const elsewhere = names.filter((name) => !moving.includes(name));
  const nameless = group.services.filter(
    (service) => service.written && isPublic(service.definition) && !names.some((name) => name.service === service),
  );
  return [
    ...some(moving, () => giveWeights(group, moving)),
    applyBeside(group, moving),
    tryIt(names),
    ...some(moving, () => moveWeights(group, moving)),
    ...some(elsewhere, () => moveElsewhere(elsewhere)),
    ...some(nameless, () => moveCallers(nameless)),
    keepAppRunner(group, moving),
  ];
}

/** A step for those that need it, if there are any. */
const some = (those: readonly unknown[], step: () => Step): Step[] => (those.length ? [step()] : []);

const apply = ({ name }: GroupPlan): string => `terraform apply -var-file=${name}.tfvars`;

function applyBeside(group: GroupPlan, moving: readonly Moving[]): Step {
  const imported = ` The plan imports ${recordsOf(group, moving).length} record(s) and changes and destroys nothing; the new track gets records beside them, with weight 0. \`${IMPORTS}\` has done its work then.`;
  return {
    title: "Apply beside App Runner",
    text: `Nothing of App Runner is touched. Clear what the report lists as blocker and security first.${moving.length ? imported : ""}`,
    commands: [
      "terraform init",
      `terraform plan -var-file=${group.name}.tfvars`,
      apply(group),
      ...(moving.length ? [`rm ${IMPORTS}`] : []),
    ],
  };
}

function tryIt(names: readonly Moving[]): Step {
  const where =
    " A name leads to App Runner still, so say where to connect to; on Express Mode it is on the rule within a minute of the apply, and a 404 until then.";
  const curls = names.map(
    ({ host, service: { mode } }) =>
      `curl --connect-to '${host}:443:<load_balancer_dns_names["${mode}"]>:443' https://${host}/`,
  );
  return {
    title: "Try the new service",
    text: `With the health check, the variables, the secrets and whatever it calls, from an address in \`allowed_cidrs\`.${names.length ? where : ""}`,
    commands: [
      "terraform output urls",
      ...(names.length ? ["terraform output load_balancer_dns_names"] : []),
      ...curls,
    ],
  };
}

const moveWeights = (group: GroupPlan, moving: readonly Moving[]): Step => ({
  title: `Move the weights of ${hostsOf(moving)}`,
  text: `One line of the tfvars and an apply for each step, which changes records alone: ${ladders(moving)}. Look at errors and latency of both after each; the way back is the line before, or \`${traffic(ALL_TO_APP_RUNNER)}\`. Route 53 tells an address for a minute.`,
  commands: [apply(group)],
});

const moveElsewhere = (names: readonly Moving[]): Step => ({
  title: `Move ${hostsOf(names)} with its own DNS`,
  text: `Make ${outside(names[0] as Moving)} The way back is the weight before.`,
  commands: [],
});

const moveCallers = (services: readonly ServicePlan[]): Step => ({
  title: `Move the callers of ${services.map(({ key }) => key).join(", ")}`,
  text: "There is no host name of yours that could move: change the address where callers hold it, a part of them at a time. A host name of your own in front of App Runner first (as a custom domain) makes a move by weights possible.",
  commands: [],
});

function keepAppRunner(group: GroupPlan, moving: readonly Moving[]): Step {
  const drop =
    " With weight 0 it still answers when no target of the new track is healthy. Then take `traffic` and `other_origin` out and apply: its records go, and AAAA records come where the VPC has IPv6 and App Runner had not.";
  const arns = group.services.flatMap(({ definition }) => definition.service.ServiceArn ?? []);
  return {
    title: "Keep App Runner for 24 to 48 hours",
    text: `DNS is remembered by clients, and the way back is one edit.${moving.length ? drop : ""} Then pause it for a day, then delete it; its log groups stay.`,
    commands: [
      ...(moving.length ? [apply(group)] : []),
      ...arns.map((arn) => `aws apprunner pause-service --service-arn ${arn}`),
    ],
  };
}

/** `traffic = { ecs = 10, other = 90 }` */
const traffic = (weights: Readonly<Record<string, number>>): string =>
  `traffic = { ${Object.entries(weights)
    .map(([origin, weight]) => `${origin} = ${weight}`)
    .join(", ")} }`;

/** The lines of each track that names move to. */
const ladders = (moving: readonly Moving[]): string =>
  MODES.flatMap((mode) => {
    const keys = [...new Set(moving.flatMap(({ service }) => (service.mode === mode ? [service.key] : [])))];
    const lines = [...SHARES.map((share) => ({ [mode]: share, [OTHER]: 100 - share })), { [mode]: 100 }];
    return keys.length ? [`in ${keys.join(", ")} ${lines.map((line) => `\`${traffic(line)}\``).join(" → ")}`] : [];
  }).join("; ");

/** What a zone does that is not Route 53's. */
const outside = ({ service: { definition, mode } }: Moving): string =>
  `two CNAMEs with the DNS provider's weights, to \`${before(definition).origin.dns_name}\` and to the output \`load_balancer_dns_names["${mode}"]\`; for a domain itself what the provider has in place of a CNAME (ALIAS, ANAME). Move them in the same steps, and keep the domain linked to App Runner.`;

function giveWeights(group: GroupPlan, moving: readonly Moving[]): Step {
  const zone = `--hosted-zone-id ${group.domain?.zone?.id ?? `<zone of ${group.domain?.name}>`}`;
  const fill = group.input?.domain?.zone
    ? ""
    : "Fill in `domain` with its zone, and what stands as a comment beside it. ";
  const aside = group.domain?.zone
    ? ""
    : ` Outside Route 53 leave out this step, \`zone\`, \`traffic\` and \`other_origin\`. Make ${outside(moving[0] as Moving)}`;
  return {
    title: `Give ${hostsOf(moving)} weights, all of them App Runner's`,
    text: `${fill}Route 53 keeps no CNAME and no simple record of a name beside weighted ones. One change batch takes the present ones away and puts a weighted alias to App Runner in their place, as the module would make it; there is no moment between. Read the file before you send it; it holds the present ones for the way back. Keep the domain linked to App Runner, with the records that validate its certificate.${aside}`,
    commands: [
      `aws route53 list-resource-record-sets ${zone} --output json --query ${quote([changesOf(recordsOf(group, moving))])} > change-batch.json`,
      `aws route53 change-resource-record-sets ${zone} --change-batch file://change-batch.json`,
      `mv ${IMPORTS_EXAMPLE} ${IMPORTS}`,
    ],
  };
}
