import { LineCounter, parseDocument, type CollectionTag, type Document, type ScalarTag } from "yaml";
import type { Problem } from "../../modules/kit/problem";
import { fileOf, type InputText, type Place } from "../source";

/** The functions of CloudFormation that have a short form in YAML. @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const FUNCTIONS = [
  "And",
  "Base64",
  "Cidr",
  "Equals",
  "FindInMap",
  "GetAtt",
  "GetAZs",
  "If",
  "ImportValue",
  "Join",
  "Not",
  "Or",
  "Select",
  "Split",
  "Sub",
  "Transform",
  "Length",
  "ToJsonString",
  "ForEach",
];

const longForm = (short: string): string => (short === "Ref" || short === "Condition" ? short : `Fn::${short}`);

/** `!Ref X` reads as `{ Ref: "X" }`, as it does in JSON. */
const tags = ["Ref", "Condition", ...FUNCTIONS].flatMap((short): (ScalarTag | CollectionTag)[] => {
  const tag = `!${short}`;
  const wrap = (value: unknown) => ({ [longForm(short)]: value });
  return [
    { tag, resolve: (text: string) => wrap(text) },
    { tag, collection: "seq", resolve: (node) => wrap(node.toJSON()) },
    { tag, collection: "map", resolve: (node) => wrap(node.toJSON()) },
  ];
});

export type Parsed = { readonly value: unknown; readonly place: Place } | { readonly problems: readonly Problem[] };

/**
 * A JSON or YAML text as a value. Well-formed JSON takes the short way; anything else, and every look-up of a line, goes
 * through the YAML parser, which keeps positions. Its messages are used without the lines of the file, which may hold secrets.
 */
export function parseText(input: InputText): Parsed {
  let kept: { document: Document; lines: LineCounter } | undefined;
  const document = () => {
    if (kept) return kept;
    const lines = new LineCounter();
    kept = {
      document: parseDocument(input.text, {
        lineCounter: lines,
        customTags: tags as never,
        prettyErrors: false,
        merge: true,
      }),
      lines,
    };
    return kept;
  };
  const place = fileOf(input, document);
  const json = asJson(input.text);
  if (json) return { value: json.value, place };

  const { document: parsed, lines } = document();
  if (parsed.errors.length) {
    return {
      problems: parsed.errors
        .slice(0, 5)
        .map((error) => malformed(input.file, lines.linePos(error.pos[0]), error.message, isJson(input.text))),
    };
  }
  try {
    return { value: parsed.toJS({ maxAliasCount: 100 }), place };
  } catch {
    return { problems: [{ path: input.file, why: "its aliases cannot be resolved", fix: "Write the values out" }] };
  }
}

const isJson = (text: string): boolean => /^\s*[[{]/.test(text);

function asJson(text: string): { value: unknown } | undefined {
  if (!isJson(text)) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const malformed = (file: string, at: { line: number; col: number }, message: string, json: boolean): Problem => ({
  path: `${file}:${at.line}:${at.col}`,
  why: `this is not well-formed ${json ? "JSON" : "YAML"}: ${lowerFirst(message.split("\n")[0] ?? "")
    .replace(/["'`].*["'`]/g, "a value")
    .replace(/\.$/, "")}`,
  fix: json ? "Save the command's output again, unchanged" : "Correct the file",
});

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
