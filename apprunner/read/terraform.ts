import type { Problem } from "../../modules/kit/problem";
import type { InputText, Place, Steps } from "../source";
import { whereIs } from "../source";
import { unknownsIn } from "../unknown";
import { parseText } from "./document";
import { isObject, type Json, nothing, type NotRead, type Piece, type Reading, together } from "./piece";
import { KIND, tagsOf, valueOf } from "./terraform-names";
import { type ModuleScope, resolveValue } from "./terraform-values";

/** A resource block of a module, with the file it stands in. */
interface Block {
  readonly type: string;
  readonly name: string;
  readonly body: Json;
  readonly place: Place;
}

interface Module {
  readonly blocks: readonly Block[];
  readonly calls: readonly { name: string; place: Place }[];
  readonly variables: Json;
  readonly locals: Json;
  readonly given: Json;
}

/**
 * The Terraform files of one folder. HCL is read by HashiCorp's own parser (`@cdktn/hcl2json`, WebAssembly, loaded when
 * there is such a file).
 */
export async function readTerraform(
  files: readonly InputText[],
  values: Readonly<Record<string, string>>,
): Promise<Reading> {
  const parsed = await Promise.all(files.map(async (file) => ({ file, ...(await parseFile(file)) })));
  const problems = parsed.flatMap((each) => each.problems);
  if (problems.length) return { ...nothing, problems };
  const module = assemble(parsed.map(({ file, value }) => ({ file, value: value as Json })));
  const scope = scopeOf(module, values);
  return together([
    ...module.blocks.map((block) => readBlock(block, scope)),
    ...module.calls.map(({ name, place }) =>
      unread(place, `module "${name}" is not read`, "Give its folder as well, or the output of: terraform show -json"),
    ),
  ]);
}

async function parseFile(input: InputText): Promise<{ value?: Json; problems: readonly Problem[] }> {
  if (input.file.endsWith(".json")) {
    const parsed = parseText(input);
    if ("problems" in parsed) return parsed;
    return isObject(parsed.value)
      ? { value: parsed.value, problems: [] }
      : { problems: [{ path: input.file, why: "it is not an object", fix: "Give a Terraform configuration" }] };
  }
  const { parse } = await import("@cdktn/hcl2json");
  try {
    return { value: await parse(input.file, input.text), problems: [] };
  } catch (error) {
    return { problems: malformed(input.file, (error as Error).message) };
  }
}

/** hcl2json's message is `parse config: [web.tf:2,6-3,1: Invalid expression; …]`. */
function malformed(file: string, message: string): Problem[] {
  const found = [...message.matchAll(/:(\d+),(\d+)-[\d,]+: ([^;\]]*)/g)];
  const fix = "Correct the file: terraform validate shows the place";
  if (!found.length) return [{ path: file, why: "this is not well-formed HCL", fix }];
  return found.map(([, line, column, what]) => ({
    path: `${file}:${line}:${column}`,
    why: `this is not well-formed HCL: ${what?.toLowerCase()}`,
    fix,
  }));
}

function assemble(files: readonly { file: InputText; value: Json }[]): Module {
  const blocks = files.flatMap(({ file, value }) =>
    named(value["resource"]).flatMap(({ name: type, member }) =>
      named(member).flatMap(({ name, member: bodies }) =>
        list(bodies)
          .filter(isObject)
          .map((body) => ({ type, name, body, place: placeOf(file, "resource", type, name) })),
      ),
    ),
  );
  const calls = files.flatMap(({ file, value }) =>
    named(value["module"]).map(({ name }) => ({ name, place: placeOf(file, "module", name) })),
  );
  const variables = Object.assign(
    {},
    ...files.map(({ value }) =>
      Object.fromEntries(named(value["variable"]).flatMap(({ name, member }) => defaultOf(name, list(member)[0]))),
    ),
  );
  const locals = Object.assign({}, ...files.flatMap(({ value }) => list(value["locals"])));
  const given = Object.assign(
    {},
    ...files.filter(({ file }) => /\.tfvars(\.json)?$/.test(file.file)).map(({ value }) => value),
  );
  return { blocks, calls, variables, locals, given };
}

/** A variable's default, unless it is declared sensitive or has none. */
const defaultOf = (name: string, variable: unknown): [string, unknown][] =>
  isObject(variable) && "default" in variable && variable["default"] !== null && variable["sensitive"] !== true
    ? [[name, variable["default"]]]
    : [];

const named = (value: unknown): { name: string; member: unknown }[] =>
  list(value)
    .filter(isObject)
    .flatMap((each) => Object.entries(each).map(([name, member]) => ({ name, member })));
const list = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

function scopeOf(module: Module, values: Readonly<Record<string, string>>): ModuleScope {
  const read = module.blocks.filter(({ type }) => type in KIND);
  return {
    variables: { ...module.variables, ...module.given },
    locals: module.locals,
    resources: new Map(read.map(({ type, name, place }) => [`${type}.${name}`, addressOf(type, name, place)])),
    values,
  };
}

const addressOf = (type: string, name: string, { file }: Place): string => `${file}#${type}.${name}`;

function readBlock({ type, name, body, place }: Block, scope: ModuleScope): Reading {
  const kind = KIND[type];
  if (!kind) return nothing;
  if ("for_each" in body)
    return unread(
      place,
      "for_each makes a resource for each item, which the files alone do not tell",
      "Give the output of: terraform show -json",
    );
  const count = "count" in body ? resolveValue(body["count"], scope) : 1;
  if (Number(count) === 0)
    return kind === "Service" ? unread(place, "count = 0: it does not exist", "Nothing, if that is right") : nothing;
  if (Number(count) !== 1)
    return unread(
      place,
      unknownsIn(count).length
        ? `its count is ${unknownsIn(count).join(", ")}, which the files do not tell`
        : `count = ${String(count)} makes more than one`,
      "Give the output of: terraform show -json",
    );
  const resolved = resolveValue(body, scope) as Json;
  return { ...nothing, pieces: pieces(type, name, resolved, place, scope), notRead: dynamics(resolved, place) };
}

function pieces(type: string, name: string, resolved: Json, place: Place, scope: ModuleScope): Piece[] {
  const kind = KIND[type];
  if (!kind) return [];
  const id = scope.resources.get(`${type}.${name}`) as string;
  const value = valueOf(type, withoutDynamic(resolved) as Json, id);
  const own: Piece = {
    kind,
    value,
    place,
    id,
    bundle: resolved,
    ...(type === "aws_wafv2_web_acl_association" ? { of: String(resolved["resource_arn"]) } : {}),
  };
  if (kind !== "Service") return [own];
  if (unknownsIn(value["ServiceName"]).length || value["ServiceName"] === undefined) own.value["ServiceName"] = name;
  const tags = tagsOf(resolved);
  return tags ? [own, { kind: "Tags", value: tags, place, bundle: resolved }] : [own];
}

/** `dynamic` blocks are expressions: they are named, not read. */
const dynamics = (value: unknown, place: Place): NotRead[] =>
  dynamicNames(value).map((name) => ({
    where: whereIs(place),
    why: `the dynamic block "${name}" is not read`,
    do: "Give the output of: terraform show -json",
  }));

const dynamicNames = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(dynamicNames)
    : isObject(value)
      ? Object.entries(value).flatMap(([name, member]) =>
          name === "dynamic" && isObject(member) ? Object.keys(member) : dynamicNames(member),
        )
      : [];

const withoutDynamic = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withoutDynamic)
    : isObject(value)
      ? Object.fromEntries(
          Object.entries(value).flatMap(([name, member]) =>
            name === "dynamic" ? [] : [[name, withoutDynamic(member)]],
          ),
        )
      : value;

/** A block's place; hcl2json keeps no positions, so its line is where its header stands. */
function placeOf({ file, text }: InputText, ...labels: string[]): Place {
  const line = (): number | undefined => {
    const [keyword, ...rest] = labels;
    const header = new RegExp(
      `^\\s*${keyword}${rest.map((label) => `\\s+"${label.replace(/[^\w-]/g, "\\$&")}"`).join("")}`,
      "m",
    ).exec(text);
    return header ? text.slice(0, header.index).split("\n").length + (header[0].match(/\n/g)?.length ?? 0) : undefined;
  };
  return { file, steps: labels.slice(labels[0] === "resource" ? 1 : 0) as Steps, line };
}

const unread = (place: Place, why: string, todo: string): Reading => ({
  ...nothing,
  notRead: [{ where: whereIs(place), why, do: todo }],
});
