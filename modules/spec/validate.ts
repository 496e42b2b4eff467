import { Token } from "cdktf";
import type { Mode } from "../kit/capability";
import type { Problem } from "../kit/problem";
import { valueProblems } from "../kit/value-problems";
import { input as inputSpec, type Input } from "./input";
import { rules } from "./rules";

/**
 * Every problem of a whole input in Terraform's form, defaults filled. Rules that span values run once the values
 * themselves are right and none of them is a token; Terraform checks the same rules at plan.
 */
export function inputProblems(value: unknown, tracks?: readonly Mode[]): Problem[] {
  const problems = valueProblems(inputSpec, value);
  if (!shapely(value)) return problems;
  return [...problems, ...rules(tracks).flatMap((rule) => rule.problems(value))];
}

/** Whether the rules can read the value: services that are objects, lists that are lists, and no token anywhere. */
const shapely = (value: unknown): value is Input =>
  !containsToken(value) &&
  inputSpec
    .safeParse(value)
    .error?.issues.every((issue) => issue.code !== "invalid_type" && issue.code !== "unrecognized_keys") !== false;

const containsToken = (value: unknown): boolean =>
  Token.isUnresolved(value) ||
  (typeof value === "object" && value !== null && Object.values(value).some(containsToken));
