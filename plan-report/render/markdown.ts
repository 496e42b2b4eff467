import { ACTIONS, type Line } from "../changes";
import type { Item } from "../cost";
import { PARTIAL, type Report } from "../report";
import { URLS_UNTOLD } from "../urls";
import { picture } from "./picture";

/** The report for a pull request. */
export const markdown = (report: Report): string =>
  [
    ...(report.partial ? [`**${PARTIAL}**`] : []),
    "# What this plan does",
    changes(report),
    section(
      "Public URLs",
      (report.urls ?? []).map(
        ({ service, before, after }) => `- \`${service}\`: ${before ?? "(none)"} → ${after ?? "(none)"}`,
      ),
      report.urls ? "No public URL changes." : URLS_UNTOLD,
    ),
    section(
      "Private addresses",
      report.privateAddresses.map((line) => `- ${line}`),
      "No private address changes.",
    ),
    section(
      "Traffic",
      report.traffic.map((line) => `- ${line}`),
      "No share of the requests changes.",
    ),
    section(
      "Downtime",
      report.downtime.map(({ what, expected, why }) => `- \`${what}\`: **${expected}**, because ${why}.`),
      "No service changes.",
    ),
    exposure(report),
    cost(report),
    section(
      "Warnings",
      report.warnings.map((line) => `- ${line}`),
      "No check fails.",
    ),
    section(
      "Resources that are not Switchyard's",
      report.foreign.map((line) => `- ${line}`),
      "There are none.",
    ),
    `\`\`\`mermaid\n${picture(report)}\n\`\`\``,
  ].join("\n\n") + "\n";

const section = (title: string, lines: readonly string[], none: string): string =>
  `## ${title}\n\n${lines.length ? lines.join("\n") : none}`;

const table = (rows: readonly (readonly string[])[]): string =>
  rows.map((row, i) => `| ${row.join(" | ")} |${i ? "" : `\n| ${row.map(() => "---").join(" | ")} |`}`).join("\n");

function changes({ lines }: Report): string {
  const columns = [
    ...ACTIONS.map((action) => ({ title: action as string, of: ({ counts }: Line) => counts[action] })),
    { title: "import", of: ({ imports }: Line) => imports },
  ].filter(({ of }) => lines.some((line) => of(line) > 0));
  return `## Changes\n\n${table([
    ["where", ...columns.map(({ title }) => title)],
    ...lines.map((line) => [line.title, ...columns.map(({ of }) => (of(line) ? String(of(line)) : ""))]),
  ])}`;
}

function exposure({ exposure: { before, after, opened, closed } }: Report): string {
  const list = (title: string, sentences: readonly string[]) =>
    `${title}\n\n${sentences.length ? sentences.map((sentence) => `- ${sentence}`).join("\n") : "- nothing"}`;
  return `## Exposure\n\n${before.length} ways in before, ${after.length} after.\n\n${list("Opened:", opened)}\n\n${list("Closed:", closed)}`;
}

function cost({ cost: { date, region, before, after, total, assumed, notCounted } }: Report): string {
  const rows = (title: string, items: readonly Item[], sum: number) =>
    `<details><summary>${title}</summary>\n\n${table([
      ["item", "arithmetic", "USD"],
      ...items.map(({ what, arithmetic, usd }) => [what, arithmetic, usd.toFixed(2)]),
      ["**total**", "", `**${sum.toFixed(2)}**`],
    ])}\n\n</details>`;
  return [
    "## Monthly cost",
    [
      `List prices of ${date}, ${region}.`,
      ...assumed.map((each) => `Assumed: ${each}.`),
      `Not counted: ${notCounted.join(", ")}.`,
    ].join(" "),
    `**Before: ${total.before.toFixed(2)} USD. After: ${total.after.toFixed(2)} USD.**`,
    rows("Before", before, total.before),
    rows("After", after, total.after),
  ].join("\n\n");
}
