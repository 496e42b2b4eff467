/** How `terraform fmt` lays out what this project writes in native syntax. */

/** A name and its expression. */
export type Argument = readonly [name: string, expression: string];

/** Arguments as lines. Runs of those of one line have their `=` in one column; one of several lines ends a run. */
export function aligned(list: readonly Argument[]): string[] {
  const runs: Argument[][] = [[]];
  for (const argument of list) {
    if (argument[1].includes("\n")) runs.push([argument], []);
    else (runs.at(-1) as Argument[]).push(argument);
  }
  return runs.flatMap((run) => {
    const width = Math.max(0, ...run.map(([name]) => [...name].length));
    return run.map(([name, expression]) => `${name}${" ".repeat(width - [...name].length)} = ${expression}`);
  });
}

/** The same, one a line, each line beginning with a margin. */
export const block = (list: readonly Argument[], margin: string): string =>
  aligned(list)
    .map((line) => `${margin}${line}`)
    .join("\n");
