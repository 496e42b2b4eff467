import { InputError } from "../modules/kit/problem";
import { estimate } from "./cost/estimate";
import { cutOver } from "./cut-over";
import type { Definition } from "./definition";
import { bySeverity, type Finding } from "./finding";
import { join } from "./join";
import type { MigratedGroup, Migration } from "./migration";
import { checkOptions, checkZone, type MigrateOptions } from "./options";
import { type GroupPlan, planAll } from "./plan";
import { readAll } from "./read";
import { whereIs } from "./source";
import type { InputText } from "./source";

/**
 * App Runner definitions as inputs of Switchyard, with a report. Nothing is written and nothing is called: give it texts.
 *
 * @throws InputError with every problem of the definitions, each with its file, line and path
 */
export async function migrate(inputs: readonly InputText[], options: MigrateOptions = {}): Promise<Migration> {
  checkOptions(options);
  const known = { values: options.values ?? {}, region: options.region, account: options.account };
  const { definitions, problems, notRead } = join(await readAll(inputs, known), known);
  if (problems.length) throw new InputError(problems, "App Runner definitions");
  const gone = definitions.filter(({ service }) => service.Status === "DELETED");
  const again = definitions.filter(
    ({ service }, i) =>
      service.ServiceArn !== undefined &&
      definitions.findIndex((other) => other.service.ServiceArn === service.ServiceArn) < i,
  );
  const groups = planAll(
    definitions.filter((definition) => !gone.includes(definition) && !again.includes(definition)),
    options,
  ).map(complete);
  checkZone(
    options,
    groups.flatMap(({ domain }) => domain?.name ?? []),
  );
  return {
    groups,
    notRead: [...notRead, ...gone.map(deleted), ...again.map(twice)],
    blocked: groups.some(isBlocked(options)),
  };
}

const complete = (group: GroupPlan): MigratedGroup => ({
  ...group,
  allFindings: allFindings(group),
  cost: estimate(group),
  cutOver: cutOver(group),
});

/** The findings of each service on its track, worst first; a blocker of a track that was asked for and could not be had stays among them. */
const allFindings = ({ services, findings }: GroupPlan): Finding[] =>
  [...findings, ...services.flatMap(({ converted, mode }) => converted[mode].findings)].sort(bySeverity);

const isBlocked =
  ({ mode = "auto" }: MigrateOptions) =>
  (group: MigratedGroup): boolean =>
    group.input === undefined ||
    group.allFindings.some(({ severity }) => severity === "blocker") ||
    (mode !== "auto" && group.services.some(({ verdicts }) => !verdicts[mode].go));

const twice = ({ place, name }: Definition) => ({
  where: whereIs(place),
  why: `${name} was given before, by the same ARN, and the first one counts`,
  do: "Nothing, if the two say the same",
});

const deleted = ({ place, name }: Definition) => ({ where: whereIs(place), why: `${name} is deleted`, do: "Nothing" });
