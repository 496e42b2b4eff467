import { ACTIONS } from "../changes";
import { PARTIAL, type Report } from "../report";
import { URLS_UNTOLD } from "../urls";

/** The report on one screen. */
export function terminal(report: Report): string {
  const { exposure, cost } = report;
  const block = (title: string, lines: readonly string[]) =>
    lines.length ? [`${title}:`, ...lines.map((line) => `  ${line}`)] : [];
  return [
    ...(report.partial ? [PARTIAL] : []),
    ...block(
      "changes",
      report.lines.map(
        ({ title, counts, imports }) =>
          `${title.padEnd(28)} ${[
            ...ACTIONS.filter((action) => counts[action]).map((action) => `${action} ${counts[action]}`),
            ...(imports ? [`import ${imports}`] : []),
          ].join(", ")}`,
      ),
    ),
    ...block(
      "public URLs",
      report.urls?.map(
        ({ service, before, after }) => `${service.padEnd(12)} ${before ?? "(none)"} -> ${after ?? "(none)"}`,
      ) ?? [URLS_UNTOLD],
    ),
    ...block("private addresses", report.privateAddresses),
    ...block("traffic", report.traffic),
    ...block(
      "downtime",
      report.downtime.map(({ what, expected, why }) => `${what.padEnd(12)} ${expected}: ${why}`),
    ),
    ...block("opened", exposure.opened),
    ...block("closed", exposure.closed),
    `monthly cost: ${cost.total.before.toFixed(2)} -> ${cost.total.after.toFixed(2)} USD (list prices of ${cost.date}, ${cost.region})`,
    ...block("assumed", cost.assumed),
    ...block("warnings", report.warnings),
    ...block("not Switchyard's", report.foreign),
    "",
  ].join("\n");
}
