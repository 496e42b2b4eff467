import type { Change } from "./changes";

/** Where a record of a public name leads, and its share of the requests. */
interface Lead {
  readonly leadsTo: string;
  readonly weight: number;
}

/** A weighted record of a public name, before and after. */
export interface NameRecord {
  readonly host: string;
  /** `active`, `standby` or `other`. */
  readonly part: string;
  readonly before: Lead | undefined;
  readonly after: Lead | undefined;
}

/** The records of public names, one IP family of them: the other one has the same. */
export const recordsOf = (changes: readonly Change[]): NameRecord[] =>
  changes
    .filter(
      ({ address, type, place }) =>
        type === "aws_route53_record" &&
        place.kind === "shared" &&
        place.part === "dns_records" &&
        /\.(beside_)?a\[/.test(address),
    )
    .map(({ before, after }) => {
      const either = { ...before, ...after };
      return {
        host: String(either["name"]),
        part: String(either["set_identifier"]),
        before: leadOf(before),
        after: leadOf(after),
      };
    });

/** Whether a name has led somewhere where it leads no more. */
export const leavesAnOrigin = (records: readonly NameRecord[]): boolean => {
  const origins = (host: string, side: "before" | "after") =>
    new Set(
      records.flatMap((record) => {
        const lead = record[side];
        return record.host === host && lead && lead.weight > 0 ? [lead.leadsTo] : [];
      }),
    );
  return records.some(({ host, before }) => {
    const shared = before !== undefined && origins(host, "before").has(before.leadsTo);
    return shared && !origins(host, "after").has(before.leadsTo);
  });
};

function leadOf(values: Readonly<Record<string, unknown>>): Lead | undefined {
  const [alias] = (values["alias"] as { name?: string }[] | undefined) ?? [];
  const [policy] = (values["weighted_routing_policy"] as { weight?: number }[] | undefined) ?? [];
  return alias && { leadsTo: alias.name ?? "known after the apply", weight: policy?.weight ?? 0 };
}

/** What becomes of the shares, of the names where anything does: `api.example.com: active 100 to 90, standby 0 to 10`. */
export function trafficOf(changes: readonly Change[]): string[] {
  const records = recordsOf(changes);
  return [...new Set(records.map(({ host }) => host))].sort().flatMap((host) => {
    const changed = records.filter((record) => record.host === host).flatMap(shareOf);
    return changed.length ? [`${host}: ${changed.join(", ")}`] : [];
  });
}

function shareOf({ part, before, after }: NameRecord): string[] {
  if (!before || !after) return [before ? `${part} ${before.weight} to none` : `${part} none to ${after?.weight ?? 0}`];
  const weights = before.weight === after.weight ? `${before.weight}` : `${before.weight} to ${after.weight}`;
  if (before.leadsTo !== after.leadsTo) return [`${part} ${weights}, at another load balancer`];
  return before.weight === after.weight ? [] : [`${part} ${weights}`];
}
