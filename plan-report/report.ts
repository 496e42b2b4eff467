import { type Change, changesOf, type Line, linesOf } from "./changes";
import { type Cost, costOf } from "./cost";
import { type Downtime, downtimeOf, sharedLosses } from "./downtime";
import { type Exposure, exposureOf } from "./exposure";
import { ofGroup } from "./place";
import type { Plan } from "./plan";
import { privateAddresses } from "./private-addresses";
import { trafficOf } from "./records";
import { type UrlChange, urlsOf } from "./urls";

/** What a plan does, for a person who has to approve it. */
export interface Report {
  /** The plan failed, and what it holds is as far as it came. */
  readonly partial: boolean;
  readonly lines: readonly Line[];
  /** Null when the root has no output that tells them. */
  readonly urls: readonly UrlChange[] | null;
  readonly privateAddresses: readonly string[];
  /** Whose share of the requests changes, or leads elsewhere, by public name. */
  readonly traffic: readonly string[];
  readonly downtime: readonly Downtime[];
  readonly exposure: Exposure;
  readonly cost: Cost;
  readonly destroyedShared: readonly string[];
  readonly warnings: readonly string[];
  /** Resources of the plan that are not Switchyard's: they are counted, and nothing is guessed about them. */
  readonly foreign: readonly string[];
}

/** The first line of a report on a plan that failed. */
export const PARTIAL = "This plan failed and is partial.";

/** What CI may want to stop at. */
export const FAILURES = ["downtime", "exposure", "destroy-shared"] as const;
export type Failure = (typeof FAILURES)[number];

/** Reads a plan as a whole. */
export function reportOf(plan: Plan): Report {
  const changes = changesOf(plan);
  const ours = changes.filter(({ place }) => place.kind !== "other");
  return {
    partial: plan.errored,
    lines: linesOf(changes),
    urls: urlsOf(plan, ours) ?? null,
    privateAddresses: privateAddressesOf(changes),
    traffic: trafficOf(changes),
    downtime: downtimeOf(changes),
    exposure: exposureOf(ours),
    cost: costOf(ours),
    destroyedShared: sharedLosses(changes).map(({ address }) => address),
    warnings: plan.checks
      .filter(({ status }) => status === "fail")
      .flatMap(({ address, instances }) =>
        (instances ?? []).flatMap(({ problems }) =>
          (problems ?? []).map(({ message }) => `${address.to_display}: ${message}`),
        ),
      ),
    foreign: changes
      .filter(({ place, action }) => place.kind === "other" && action !== "no-op")
      .map(({ address, action }) => `${address} (${action})`),
  };
}

/** Which of the asked-for failures a report shows. */
export function failuresOf(report: Report, asked: readonly Failure[]): Failure[] {
  const shown: Record<Failure, boolean> = {
    downtime: report.downtime.some(({ expected }) => expected !== "none"),
    exposure: report.exposure.opened.length > 0,
    "destroy-shared": report.destroyedShared.length > 0,
  };
  return asked.filter((failure) => shown[failure]);
}

/** The addresses that callers are given for their targets, where they change: `dashboard: API_URL http://… becomes http://…`. */
function privateAddressesOf(changes: readonly Change[]): string[] {
  const given = (side: "before" | "after") =>
    new Map(
      changes.flatMap(({ place, type, [side]: values }) =>
        place.kind === "service"
          ? privateAddresses(type, values).map(({ name, value }): [string, string] => [
              ofGroup(place.group, `${place.service}: ${name}`),
              value,
            ])
          : [],
      ),
    );
  const [before, after] = [given("before"), given("after")];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .sort()
    .map((name) => `${name} ${before.get(name) ?? "(none)"} becomes ${after.get(name) ?? "(none)"}`);
}
