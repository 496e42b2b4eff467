import { type Draft, lost } from "../../apprunner/finding";

/** Members of a container that say nothing here: ECS's own words for what is not set. */
const SAYS_NOTHING: Readonly<Record<string, unknown>> = { versionConsistency: "enabled" };

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === "" ||
  value === 0 ||
  (typeof value === "object" && Object.values(value).every(isEmpty));

/**
 * What is set and has no option in the input. The first deployment would drop it, so it stands in the way.
 *
 * @param known the members that are looked at elsewhere
 */
export const beyond = (given: object, known: readonly string[], field: string): Draft[] =>
  Object.entries(given)
    .filter(([name, value]) => !known.includes(name) && !isEmpty(value) && SAYS_NOTHING[name] !== value)
    .map(([name]) =>
      lost(
        "blocker",
        `${field}.${name}`,
        "the input has no option for it, and the first deployment would drop it",
        "Do without it in a new revision of the task definition (user and working directory can be the image's own), deploy that, and adopt the service then",
      ),
    );
