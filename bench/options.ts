import { parseArgs } from "node:util";

export const PARTS = ["synth", "plan", "migrate"] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly parts: readonly Part[];
  readonly runs: number;
  /** Numbers of services in place of each part's own. */
  readonly services: readonly number[] | undefined;
  readonly json: boolean;
}

export const USAGE = `npm run bench -- [--only synth|plan|migrate] [--runs N] [--services 1,10,50] [--json]`;

/**
 * The options of a command line.
 *
 * @throws Error that says which option is wrong
 */
export function options(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string" },
      runs: { type: "string", default: "5" },
      services: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  return {
    parts: values.only === undefined ? PARTS : [part(values.only)],
    runs: count("--runs", values.runs),
    services: values.services?.split(",").map((each) => count("--services", each)),
    json: values.json,
  };
}

function part(given: string): Part {
  const found = PARTS.find((each) => each === given);
  if (!found) throw new Error(`--only ${given}: there are ${PARTS.join(", ")}`);
  return found;
}

function count(option: string, given: string): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${option} ${given}: it must be a whole number, 1 or more`);
  return number;
}
