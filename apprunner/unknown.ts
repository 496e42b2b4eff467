/**
 * Values that a file does not hold: `!Ref ImageUri` without a default, `aws_ecr_repository.app.repository_url`. They stay
 * in the text as names between two NUL characters, which no environment variable, image or ARN can hold.
 */
const MARK = "\0";
const NAMED = /\0([^\0]*)\0/g;

export const unknown = (name: string): string => `${MARK}${name}${MARK}`;

/** The names of the unknowns anywhere in a value, each once. */
export function unknownsIn(value: unknown): string[] {
  if (typeof value === "string")
    return value.includes(MARK) ? [...new Set([...value.matchAll(NAMED)].map(([, name]) => name as string))] : [];
  if (typeof value !== "object" || value === null) return [];
  return [...new Set(Object.values(value).flatMap(unknownsIn))];
}

export const isKnown = (value: unknown): boolean => unknownsIn(value).length === 0;

/** The text for a reader: `<ImageUri>:latest`. */
export const readable = (text: string): string =>
  text.includes(MARK) ? text.replace(NAMED, (_, name: string) => `<${name}>`) : text;

/** Fills in the unknowns that a caller gave a value for; a text that is one whole unknown takes the value's place. */
export function fillIn(value: unknown, known: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") {
    return value.includes(MARK)
      ? value.replace(NAMED, (marked, name: string) => (Object.hasOwn(known, name) ? (known[name] as string) : marked))
      : value;
  }
  if (Array.isArray(value)) return value.map((item) => fillIn(item, known));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fillIn(member, known)]));
}
