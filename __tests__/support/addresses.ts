import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Release } from "../../scripts/release";
import { REPOSITORY } from "./root";

/** What callers and states of a module refer to. */
export interface Addresses {
  readonly variables: readonly string[];
  /** Those without a default. */
  readonly required: readonly string[];
  readonly outputs: readonly string[];
  /** `type.name` and `module.name`, with `[count]` or `[for_each]`, since that is part of an instance's address. */
  readonly resources: readonly string[];
  /** The same of data sources, `data.type.name`. */
  readonly data: readonly string[];
  /** Warnings by the name under which plans and HCP Terraform show them. */
  readonly checks: readonly string[];
  /** `old -> new`; forgotten objects are `old -> removed`. */
  readonly moved: readonly string[];
}

/** A renamed address, as a module's `moved` block or `removed` block tells it. */
export interface Renaming {
  readonly from: string;
  readonly to?: string;
}

type Block = Readonly<Record<string, any>>;

/** A file of a module, such as `main.tf.json`; undefined when the module has none. */
type Read = (module: string, file: string) => string | undefined;

const named = (type: string, blocks: Block = {}): string[] =>
  Object.entries(blocks).map(([name, block]) => {
    const repeated = ["count", "for_each"].find((key) => key in block);
    return `${type}.${name}${repeated ? `[${repeated}]` : ""}`;
  });

const typed = (prefix: string, types: Block = {}): string[] =>
  Object.entries(types).flatMap(([type, blocks]) => named(`${prefix}${type}`, blocks));

const renamingsOf = ({ moved = [], removed = [] }: Block): Renaming[] => [...moved, ...removed];

const jsonOf = (read: Read, module: string, file: string): Block =>
  JSON.parse(read(module, `${file}.tf.json`) ?? "{}") as Block;

/** Variables, and whether each has a default. The first release had them in JSON. */
function variablesOf(read: Read, module: string): Map<string, boolean> {
  const native = read(module, "variables.tf");
  if (native === undefined)
    return new Map(
      Object.entries<Block>(jsonOf(read, module, "variables")["variable"] ?? {}).map(([name, block]) => [
        name,
        "default" in block,
      ]),
    );
  const blocks = [...native.matchAll(/^variable "(.+)" \{\n([^]*?)^\}/gm)];
  return new Map(blocks.map(([, name, body]) => [name!, /^ {2}default +=/m.test(body!)]));
}

function addressesOf(read: Read, module: string): Addresses {
  const main = jsonOf(read, module, "main");
  const variables = variablesOf(read, module);
  const names = [...variables.keys()];
  return {
    variables: names.sort(),
    required: names.filter((name) => !variables.get(name)).sort(),
    outputs: Object.keys(jsonOf(read, module, "outputs")["output"] ?? {}).sort(),
    resources: [...typed("", main["resource"]), ...named("module", main["module"])].sort(),
    data: typed("data.", main["data"]).sort(),
    checks: Object.keys(main["check"] ?? {}).sort(),
    moved: renamingsOf(main).map(({ from, to }) => `${from} -> ${to ?? "removed"}`),
  };
}

const readCurrent: Read = (module, file) => {
  const path = join(REPOSITORY, "terraform", module, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
};

/** The addresses of every exported module. */
export const currentAddresses = (): Record<string, Addresses> =>
  Object.fromEntries(
    readdirSync(join(REPOSITORY, "terraform"))
      .sort()
      .map((module) => [module, addressesOf(readCurrent, module)]),
  );

/** The addresses of every module of a release. */
export function releasedAddresses(release: Release): Record<string, Addresses> {
  const modules = [...new Set(Object.keys(release).map((path) => path.split("/")[0] as string))];
  const read: Read = (module, file) => release[`${module}/${file}`];
  return Object.fromEntries(modules.map((module) => [module, addressesOf(read, module)]));
}

/** What an exported module says of renamed addresses, and the modules that it calls: name to module. */
export function renamings(module: string): { renamed: Renaming[]; calls: Record<string, string> } {
  const main = jsonOf(readCurrent, module, "main");
  const calls = Object.entries((main["module"] ?? {}) as Block).map(([name, { source }]) => [
    name,
    String(source).replace("../", ""),
  ]);
  return { renamed: renamingsOf(main), calls: Object.fromEntries(calls) as Record<string, string> };
}
