import { InputError } from "../modules/kit/problem";

/** What the program's exit says, for every command. */
export const EXIT = {
  /** Done. */
  ok: 0,
  /** What was given cannot be used; every problem is on stderr. */
  problems: 1,
  /** The command line is wrong. */
  usage: 2,
  /** Done, and something stands in the way of going on. */
  blocked: 3,
} as const;

/** A mistake on the command line that commander does not see. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Tells a user's mistake in its own words, without a stack; anything else is a fault of this program. */
export function explain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(error.message);
    return EXIT.usage;
  }
  if (error instanceof InputError) {
    console.error(error.message);
    return EXIT.problems;
  }
  console.error(
    error instanceof Error ? `This is a fault of switchyard, please report it:\n${error.stack}` : String(error),
  );
  return EXIT.problems;
}
