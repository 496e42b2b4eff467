import { besideKey, besideResource, OTHER, type RecordType } from "../modules/dns-records/names";
import { isWithin } from "../modules/spec/rules/host-names";
import type { GroupPlan, ServicePlan } from "./plan";
import { ALL_TO_APP_RUNNER, before, hostNames } from "./rules/domains";
import { isPublic } from "./rules/rule";

/** The file of import blocks, and the name under which Terraform reads it. */
export const IMPORTS = "imports.tf";
export const IMPORTS_EXAMPLE = `${IMPORTS}.example`;

/** A name that moves. */
export interface Moving {
  readonly service: ServicePlan;
  readonly host: string;
}

/** The names of what is in the tfvars, each once. */
export const namesOf = ({ domain, services }: GroupPlan): Moving[] =>
  services
    .flatMap((service) =>
      domain && service.written && isPublic(service.definition)
        ? hostNames(service.definition, service.mode, domain).map((host) => ({ service, host }))
        : [],
    )
    .filter(({ host }, i, all) => all.findIndex((other) => other.host === host) === i);

/** Those whose records the group makes, once it has its zone. */
export const movingIn = ({ domain }: GroupPlan, names: readonly Moving[]): Moving[] =>
  names.filter(({ host }) => domain && isWithin(host, domain.name));

export const hostsOf = (names: readonly Moving[]): string => names.map(({ host }) => host).join(", ");

interface MovingRecord extends Moving {
  readonly type: RecordType;
}

/** The records that names have from the start, as the module makes them. */
export const recordsOf = ({ input, pendingSubnets }: GroupPlan, moving: readonly Moving[]): MovingRecord[] => {
  const isOwnVpc = input?.vpc === undefined && pendingSubnets === undefined;
  return moving.flatMap((name): MovingRecord[] => [
    { ...name, type: "A" },
    ...(isOwnVpc && before(name.service.definition).origin.ipv6 ? [{ ...name, type: "AAAA" as const }] : []),
  ]);
};

/** A change batch out of the zone's records, in JMESPath: each present record of the names goes, and each new one comes. */
export function changesOf(records: readonly MovingRecord[]): string {
  const literal = (value: unknown) => `\`${JSON.stringify(value)}\``;
  const hosts = [...new Set(records.map(({ host }) => `${host}.`))];
  const fresh = records.map(({ service: { definition }, host, type }) => {
    const { origin } = before(definition);
    return {
      Action: "CREATE",
      ResourceRecordSet: {
        Name: host,
        Type: type,
        SetIdentifier: OTHER,
        Weight: ALL_TO_APP_RUNNER.other,
        AliasTarget: { DNSName: origin.dns_name, HostedZoneId: origin.zone_id, EvaluateTargetHealth: false },
      },
    };
  });
  const present = `ResourceRecordSets[?contains(${literal(hosts)}, Name) && contains(${literal(["A", "AAAA", "CNAME"])}, Type)]`;
  return `{Changes: [${present}.{Action: ${literal("DELETE")}, ResourceRecordSet: @}, ${literal(fresh)}][]}`;
}

/** Import blocks for the records that the change batch makes; undefined when no name moves. */
export function importsFile(group: GroupPlan): string | undefined {
  const records = recordsOf(group, movingIn(group, namesOf(group)));
  const types = [...new Set(records.map(({ type }) => type))];
  if (!types.length) return undefined;
  return [
    `# For the first apply, once the change batch of the cut-over has made these records: then this file is ${IMPORTS}, and goes after it.`,
    ...types.map((type) => {
      const hosts = records.filter((record) => record.type === type).map(({ host }) => JSON.stringify(host));
      return `import {
  for_each = toset([${hosts.join(", ")}])
  to       = module.switchyard.module.dns_records.aws_route53_record.${besideResource(type)}["${besideKey("${each.key}", OTHER)}"]
  id       = "\${var.domain.zone.id}_\${each.key}_${type}_${OTHER}"
}
`;
    }),
  ].join("\n");
}
