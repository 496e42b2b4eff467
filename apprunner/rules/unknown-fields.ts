import type { Definition } from "../definition";
import { type Draft, lost } from "../finding";

/** Where each companion's fields are named in findings. */
const COMPANIONS = { autoScaling: "AutoScalingConfiguration", vpcConnector: "VpcConnector", webAcl: "WebACL" } as const;

/** Parts of answers that describe the answer, or that a finding about the whole covers. */
const COVERED =
  /^(WebACL(\.(Name|Id|ARN|DefaultAction|Description|Capacity|VisibilityConfig|LabelNamespace|ManagedByFirewallManager|RulesNotRead|Scope)\b|$)|SourceConfiguration\.CodeRepository\.CodeConfiguration\.ConfigurationSource)/;

/**
 * Fields that no rule has looked at: new ones of App Runner's API, or ones that do not belong here. They are listed, by
 * name alone, and never dropped in silence.
 */
export function unknownFields({ service, companions }: Definition, looked: readonly Draft[]): Draft[] {
  const seen = new Set(looked.map(({ field }) => field));
  const companion = (Object.keys(COMPANIONS) as (keyof typeof COMPANIONS)[]).flatMap((name) =>
    leaves(companions[name], COMPANIONS[name], seen),
  );
  return [...leaves(service, "", seen), ...companion]
    .filter((path) => !COVERED.test(path))
    .map((path) =>
      lost(
        "behaviour",
        path,
        "this program does not know the field, and nothing was done with it",
        "See what it does in App Runner's API reference, and whether you need it",
      ),
    );
}

/** Members that are maps or lists whose finding speaks for all of them. */
const AS_ONE =
  /(RuntimeEnvironmentVariables|RuntimeEnvironmentSecrets|Rules|Subnets|SecurityGroups)$|^AutoScalingConfigurationSummary$|^WebACL\.Rules/;

/** The paths of the values below a path that has no finding, down to where a finding speaks for all below. */
function leaves(value: unknown, path: string, seen: ReadonlySet<string>): string[] {
  if (value === undefined || (path && AS_ONE.test(path))) return [];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return seen.has(path) ? [] : [path];
  const members = Object.entries(value);
  if (!members.length) return [];
  return members.flatMap(([name, member]) => leaves(member, path ? `${path}.${name}` : name, seen));
}
