import { Token } from "cdktf";
import type { z } from "zod";
import { explain } from "./constraints";
import type { Problem } from "./problem";
import { isMap, schemaOf, type SchemaNode } from "./schema";

/** The problems of single values: types, ranges, patterns, missing and unknown members. Tokens are left to Terraform. */
export function valueProblems(spec: z.ZodObject, value: unknown): Problem[] {
  const parsed = spec.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => {
    const given = at(value, issue.path);
    if (Token.isUnresolved(given) || issue.path.some((_, i) => Token.isUnresolved(at(value, issue.path.slice(0, i)))))
      return [];
    const path = write(issue.path);
    const node = nodeAt(schemaOf(spec), issue.path, issue.code === "invalid_key");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: path ? `${path}.${key}` : key,
        why: "there is no such option",
        fix: `The options here are ${Object.keys(node.properties ?? {})
          .sort()
          .join(", ")}`,
      }));
    }
    if (given === undefined && issue.code !== "invalid_key")
      return [
        {
          path,
          why: "it is missing",
          fix: node.fix ?? (node.description ? `Give it. ${node.description.replace(/\.$/, "")}` : "Give it"),
        },
      ];
    const shown = issue.code === "invalid_key" ? issue.path.at(-1) : given;
    return [explain(node, path, node.secret ? undefined : JSON.stringify(shown))];
  });
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step], value);

const write = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step)),
    "",
  );

function nodeAt(root: SchemaNode, path: readonly PropertyKey[], key: boolean): SchemaNode {
  return path.reduce<SchemaNode>((node, step, i) => {
    if (isMap(node))
      return key && i === path.length - 1 ? { type: "string", ...node.propertyNames } : node.additionalProperties;
    return typeof step === "number" ? (node.items ?? {}) : (node.properties?.[String(step)] ?? {});
  }, root);
}
