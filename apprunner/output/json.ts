import { shown } from "../finding";
import type { MigratedGroup, Migration } from "../migration";
import { pathOf } from "../source";
import { readable } from "../unknown";

/** The report for a program. Members are added, never renamed, within one `version`. */
export const jsonReport = ({ groups, notRead, blocked }: Migration, files: readonly string[] = []): string =>
  `${JSON.stringify({ version: 1, blocked, groups: groups.map(ofGroup), notRead, files }, (_, value: unknown) => (typeof value === "string" ? readable(value) : value), 2)}\n`;

const ofGroup = (group: MigratedGroup) => ({
  name: group.name,
  mode: group.mode,
  region: group.region ?? null,
  account: group.account ?? null,
  input: group.input ?? null,
  services: group.services.map(({ key, definition, mode, recommended, because, verdicts, written }) => ({
    name: key,
    appRunnerName: definition.name,
    from: pathOf(definition.place),
    mode,
    recommended,
    because,
    tracks: verdicts,
    written,
  })),
  findings: group.allFindings.map(shown),
  cost: group.cost,
  cutOver: group.cutOver,
});
