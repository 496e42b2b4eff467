/** What is wrong with one value of the input, and the way out. */
export interface Problem {
  /** Where, as one would write it: `services.api.port`, `allowed_cidrs[1]`. */
  readonly path: string;
  /** The value as given, in JSON; absent when nothing was given. */
  readonly got?: string;
  /** Why it cannot stand. */
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
}

/**
 * The one wording of a problem. The TypeScript door and the Terraform `validation` blocks both use it; in the latter
 * `path` and `got` are HCL interpolations.
 */
export const describe = ({ path, got, why, fix }: Problem): string =>
  `${path}${got === undefined ? "" : ` = ${got}`}: ${why}. ${fix}.`;

/** A mistake in the input, not in this package: every problem at once, each with its way out. */
export class InputError extends Error {
  override readonly name = "InputError";

  constructor(
    readonly problems: readonly Problem[],
    where: string,
  ) {
    super(
      [
        `${where}: ${problems.length} ${problems.length === 1 ? "problem" : "problems"} in the input`,
        ...problems.map(describe),
      ].join("\n  "),
    );
  }
}
