/** `data.aws_iam_policy_document`: renders statements as the JSON that the provider renders. */
import { createHash } from "node:crypto";
import { blocks, text, texts, type State } from "../values";
import { AwsError } from "./errors";

/** One or several strings: IAM documents write a single one without a list. */
type Strings = string | string[];

interface Statement {
  Sid?: string;
  Effect: string;
  Action?: Strings;
  NotAction?: Strings;
  Resource?: Strings;
  NotResource?: Strings;
  Principal?: string | Record<string, Strings>;
  NotPrincipal?: string | Record<string, Strings>;
  Condition?: Record<string, Record<string, Strings>>;
}

interface Document {
  Version: string;
  Id?: string;
  Statement: Statement[];
}

/** The data source. */
export function policyDocument(config: State): State {
  const version = text(config, "version") ?? "2012-10-17";
  const own = blocks(config, "statement").map((statement) => render(statement, version));
  const sources = texts(config, "source_policy_documents").map(parse);
  const overrides = texts(config, "override_policy_documents").map(parse);
  const statements = override(
    combineBySid([...sources.flatMap((document) => document.Statement), ...own]),
    overrides.flatMap((document) => document.Statement),
  );
  const id = text(config, "policy_id");
  const document: Document = { Version: version, ...(id && { Id: id }), Statement: statements };
  const json = escapeHtml(JSON.stringify(document, null, 2));
  return {
    id: String(parseInt(createHash("sha256").update(json).digest("hex").slice(0, 8), 16)),
    version,
    json,
    minified_json: escapeHtml(JSON.stringify(document)),
  };
}

function render(statement: State, version: string): Statement {
  const list = (name: string): Strings | undefined =>
    oneOrMany(texts(statement, name).map((value) => variables(value, version)));
  const sid = text(statement, "sid");
  return withoutUndefined({
    Sid: sid,
    Effect: text(statement, "effect") ?? "Allow",
    Action: list("actions"),
    NotAction: list("not_actions"),
    Resource: list("resources"),
    NotResource: list("not_resources"),
    Principal: principals(blocks(statement, "principals"), version),
    NotPrincipal: principals(blocks(statement, "not_principals"), version),
    Condition: conditions(blocks(statement, "condition"), version),
  });
}

/** The provider sorts lists backwards, and writes a list of one as a string. */
function oneOrMany(values: string[]): Strings | undefined {
  const sorted = [...values].sort().reverse();
  return sorted.length === 0 ? undefined : sorted.length === 1 ? sorted[0] : sorted;
}

/** `&{aws:username}` stands for IAM's `${aws:username}`, which terraform would interpolate. */
function variables(value: string, version: string): string {
  if (version === "2008-10-17" && value.includes("&{"))
    throw new AwsError(
      "IAM",
      "MalformedPolicyDocument",
      `found &{ sequence in (${value}), which is not supported in document version 2008-10-17`,
    );
  return value.replaceAll("&{", "${");
}

function principals(list: readonly State[], version: string): Statement["Principal"] {
  if (list.length === 0) return undefined;
  if (list.some((principal) => text(principal, "type") === "*")) return "*";
  const byType: Record<string, string[]> = {};
  for (const principal of list)
    (byType[text(principal, "type")!] ??= []).push(
      ...texts(principal, "identifiers").map((value) => variables(value, version)),
    );
  return Object.fromEntries(
    Object.entries(byType)
      .sort(byKey)
      .map(([type, identifiers]) => [type, oneOrMany(identifiers)!]),
  );
}

function conditions(list: readonly State[], version: string): Statement["Condition"] {
  if (list.length === 0) return undefined;
  const byTest: Record<string, Record<string, string[]>> = {};
  for (const condition of list) {
    const variablesOfTest = (byTest[text(condition, "test")!] ??= {});
    (variablesOfTest[text(condition, "variable")!] ??= []).push(
      ...texts(condition, "values").map((value) => variables(value, version)),
    );
  }
  const asWritten = (values: string[]): Strings => (values.length === 1 ? values[0]! : values);
  return Object.fromEntries(
    Object.entries(byTest)
      .sort(byKey)
      .map(([test, tested]) => [
        test,
        Object.fromEntries(
          Object.entries(tested)
            .sort(byKey)
            .map(([name, values]) => [name, asWritten(values)]),
        ),
      ]),
  );
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function parse(json: string): Document {
  const document = JSON.parse(json) as Omit<Document, "Statement"> & { Statement?: Statement | Statement[] };
  const { Statement: statements = [] } = document;
  return { ...document, Statement: (Array.isArray(statements) ? statements : [statements]).map(inOrder) };
}

/** Members of a statement in the order in which the provider writes them. */
function inOrder(statement: Statement): Statement {
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Condition } = statement;
  return withoutUndefined({
    Sid: Sid || undefined,
    Effect,
    Action,
    NotAction,
    Resource,
    NotResource,
    Principal,
    NotPrincipal,
    Condition,
  });
}

/** Source documents and own statements must not share a Sid. */
function combineBySid(statements: Statement[]): Statement[] {
  const seen = new Set<string>();
  for (const { Sid } of statements) {
    if (Sid && seen.has(Sid))
      throw new AwsError(
        "IAM",
        "MalformedPolicyDocument",
        `duplicate Sid (${Sid}). Remove the Sid or ensure the Sid is unique.`,
      );
    if (Sid) seen.add(Sid);
  }
  return statements;
}

/** A statement of an override document takes the place of the one with its Sid, or comes last. */
function override(statements: Statement[], overrides: Statement[]): Statement[] {
  const result = [...statements];
  for (const statement of overrides) {
    const index = statement.Sid ? result.findIndex(({ Sid }) => Sid === statement.Sid) : -1;
    if (index >= 0) result[index] = statement;
    else result.push(statement);
  }
  return result;
}

function withoutUndefined(statement: { [K in keyof Statement]: Statement[K] | undefined }): Statement {
  return Object.fromEntries(
    Object.entries(statement).filter(([, value]) => value !== undefined),
  ) as unknown as Statement;
}

/** Go's JSON encoder writes these characters as escapes. */
function escapeHtml(json: string): string {
  return json.replaceAll("&", "\\u0026").replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
}
