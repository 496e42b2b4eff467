/** How `terraform fmt` lays out what this project writes in native syntax. */

/** A name and its expression. */
export type Argument = readonly [name: string, expression: string];

/** Arguments, one a line, those of one line each aligned with their neighbours. */
export function aligned(list: readonly Argument[], margin: string): string {
  const isShort = (at: number) => list[at] !== undefined && !list[at][1].includes("\n");
  const width = (at: number): number => {
    let [first, last] = [at, at];
    while (isShort(first - 1)) first--;
    while (isShort(last + 1)) last++;
    return Math.max(...list.slice(first, last + 1).map(([name]) => name.length));
  };
  return list
    .map(([name, expression], at) => `${margin}${isShort(at) ? name.padEnd(width(at)) : name} = ${expression}`)
    .join("\n");
}

/** A string as HCL writes it, with no interpolation. */
export const quoted = (text: string): string => JSON.stringify(text).replace(/[$%](?=\{)/g, "$&$&");
