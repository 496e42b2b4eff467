import type { Document, LineCounter } from "yaml";
import type { Problem } from "../modules/kit/problem";

/** Steps into a document: member names and list positions. */
export type Steps = readonly (string | number)[];

/** A file as given. */
export interface InputText {
  /** As the user wrote it: a relative path, or `-`. */
  readonly file: string;
  readonly text: string;
}

/** Where a value stands, for messages. */
export interface Place {
  readonly file: string;
  readonly steps: Steps;
  /** The line of a step below this place, when the file has lines. */
  readonly line: (below?: Steps) => number | undefined;
}

export const writeSteps = (steps: Steps): string =>
  steps.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text ? `${text}.${step}` : step),
    "",
  );

/** `web.json:12 Service.InstanceConfiguration.Cpu` */
export const whereIs = (place: Place, below: Steps = []): string => {
  const line = place.line(below);
  const path = writeSteps([...place.steps, ...below]);
  return `${place.file}${line === undefined ? "" : `:${line}`}${path ? ` ${path}` : ""}`;
};

/** The same without the line, which takes a second look at the file. */
export const pathOf = ({ file, steps }: Place): string => `${file}${steps.length ? ` ${writeSteps(steps)}` : ""}`;

/** A place below another one. */
export const below = (place: Place, ...steps: Steps): Place => ({
  file: place.file,
  steps: [...place.steps, ...steps],
  line: (further = []) => place.line([...steps, ...further]),
});

export const problemAt = (place: Place, why: string, fix: string, got?: string): Problem => ({
  path: whereIs(place),
  ...(got === undefined ? {} : { got }),
  why,
  fix,
});

/** The place of a whole file, whose lines are looked up in its YAML (or JSON) document when a message needs one. */
export function fileOf(
  { file }: InputText,
  document: () => { readonly document: Document; readonly lines: LineCounter },
): Place {
  const line = (steps: Steps = []): number | undefined => {
    const { document: doc, lines } = document();
    for (let length = steps.length; length >= 0; length--) {
      const node = length === 0 ? doc.contents : doc.getIn(steps.slice(0, length), true);
      const range = (node as { range?: readonly number[] } | null | undefined)?.range;
      if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
    }
    return undefined;
  };
  return { file, steps: [], line };
}
