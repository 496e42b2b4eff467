import type { CostLine } from "../cost/estimate";
import { type Finding, SEVERITIES } from "../finding";
import { count, type MigratedGroup, type Migration } from "../migration";
import { pathOf } from "../source";
import { code, plain, table } from "./markdown";

const TRACKS = { express: "Express Mode", ecs: "plain ECS" } as const;
const KINDS = {
  blocker: "Blockers",
  security: "Security",
  behaviour: "What behaves differently",
  cost: "Cost",
  cosmetic: "Cosmetic",
} as const;

const usd = (amount: number): string => amount.toFixed(2);

/** The report for a person. */
export function markdownReport({ groups, notRead }: Migration): string {
  return [
    "# Off App Runner",
    "",
    ...(groups.length ? groups.map(summary) : ["No service was found in what was given."]),
    "",
    "Not verified on AWS: the input was checked by this program's own rules. `terraform plan` with your credentials shows what would be made; nothing is imported and nothing of App Runner is touched.",
    "",
    ...groups.flatMap(groupReport),
    ...(notRead.length
      ? [
          "## Given, and not read",
          "",
          ...table(
            ["Where", "Why", "What to do"],
            notRead.map((each) => [code(each.where), plain(each.why), plain(each.do)]),
          ),
        ]
      : []),
  ].join("\n");
}

function summary(group: MigratedGroup): string {
  const tally = SEVERITIES.map((severity) => `${count(group.allFindings, severity)} ${severity}`).join(", ");
  return `- **${group.name}**: ${group.input ? `\`mode = "${group.mode}"\`` : "**no tfvars could be written**"}, ${group.services.length} service(s); findings: ${tally}; ${usd(group.cost.before.idleUsd)} to ${usd(group.cost.before.busyUsd)} USD a month before, ${usd(group.cost.after.usd)} after.`;
}

function groupReport(group: MigratedGroup): string[] {
  return [
    `## ${group.name}`,
    "",
    ...table(
      ["Service", "From", "Express Mode", "Plain ECS", "Recommended", "Because"],
      group.services.map(({ key, definition, verdicts, recommended, because }) => [
        code(key),
        code(pathOf(definition.place)),
        verdict(verdicts.express),
        verdict(verdicts.ecs),
        TRACKS[recommended],
        plain(because),
      ]),
    ),
    ...severe(group),
    "### Every field",
    "",
    ...table(["Service", "App Runner", "Here", "Severity", "What becomes of it"], group.allFindings.map(row)),
    ...costReport(group),
    ...stepsReport(group),
  ];
}

const verdict = ({ go, reasons }: { go: boolean; reasons: readonly string[] }): string =>
  go ? "go" : `**no-go**: ${plain(reasons.join("; "))}`;

/** What someone has to act on, by severity. */
function severe({ allFindings }: MigratedGroup): string[] {
  return SEVERITIES.flatMap((severity) => {
    const todo = allFindings.filter(
      (finding) => finding.severity === severity && (finding.do !== null || severity === "blocker"),
    );
    if (!todo.length) return [];
    return [
      `### ${KINDS[severity]}: what to do`,
      "",
      ...todo.map(
        (finding) =>
          `- [ ] ${code(finding.service)} ${code(finding.field)}: ${plain(finding.what)}.${finding.do ? ` ${plain(finding.do)}.` : ""}`,
      ),
      "",
    ];
  });
}

const row = (finding: Finding): string[] => [
  code(finding.service),
  code(finding.field),
  finding.to === null ? "—" : plain(finding.to),
  finding.severity ?? "none",
  plain(finding.what),
];

function costReport({ cost }: MigratedGroup): string[] {
  const rows = (side: string, lines: readonly CostLine[]) =>
    lines.map((line) => [side, plain(line.what), plain(line.arithmetic), usd(line.usd)]);
  const even =
    cost.breakEven === undefined
      ? "App Runner costs less at any load of the least number of instances."
      : `ECS costs less from ${Math.round(cost.breakEven * 100)} % of active hours on.`;
  return [
    "### Cost a month, USD",
    "",
    ...table(
      ["", "What", "Arithmetic", "USD"],
      [
        ...rows("App Runner", cost.before.busy),
        [
          "App Runner",
          "**in all: idle to always active**",
          "",
          `**${usd(cost.before.idleUsd)} to ${usd(cost.before.busyUsd)}**`,
        ],
        ...rows("ECS", cost.after.lines),
        ["ECS", "**in all**", "", `**${usd(cost.after.usd)}**`],
      ],
    ),
    even,
    "",
    ...cost.notes.map((note) => `- ${note}`),
    "",
  ];
}

function stepsReport({ cutOver }: MigratedGroup): string[] {
  const steps = cutOver.flatMap(({ title, text, commands }, i) => [
    `${i + 1}. **${plain(title)}.** ${text}`,
    "",
    ...(commands.length ? ["   ```sh", ...commands.map((command) => `   ${command}`), "   ```", ""] : []),
  ]);
  return ["### Cut-over", "", ...steps];
}
