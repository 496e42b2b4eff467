import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../support/root";

const COMMITTED = join(__dirname, "addresses.json");

/** What callers and states of a module refer to. */
interface Addresses {
  readonly variables: readonly string[];
  readonly outputs: readonly string[];
  /** `type.name` and `module.name`, with `[count]` or `[for_each]`, since that is part of an instance's address. */
  readonly resources: readonly string[];
}

type Block = Readonly<Record<string, unknown>>;

const read = (module: string, file: string): Block => {
  const path = join(REPOSITORY, "terraform", module, `${file}.tf.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Block) : {};
};

const named = (type: string, blocks: unknown): string[] =>
  Object.entries((blocks ?? {}) as Record<string, Block>).map(([name, block]) => {
    const repeated = ["count", "for_each"].find((key) => key in block);
    return `${type}.${name}${repeated ? `[${repeated}]` : ""}`;
  });

const addressesOf = (module: string): Addresses => {
  const main = read(module, "main");
  const resources = Object.entries((main["resource"] ?? {}) as Block).flatMap(([type, blocks]) => named(type, blocks));
  return {
    variables: Object.keys(read(module, "variables")["variable"] ?? {}).sort(),
    outputs: Object.keys(read(module, "outputs")["output"] ?? {}).sort(),
    resources: [...resources, ...named("module", main["module"])].sort(),
  };
};

const current: Record<string, Addresses> = Object.fromEntries(
  readdirSync(join(REPOSITORY, "terraform"))
    .sort()
    .map((module) => [module, addressesOf(module)]),
);
if (process.env["UPDATE_ADDRESSES"]) writeFileSync(COMMITTED, `${JSON.stringify(current, null, 2)}\n`);
const committed = (existsSync(COMMITTED) ? JSON.parse(readFileSync(COMMITTED, "utf8")) : {}) as Record<
  string,
  Addresses
>;

/** `+` for what is new and `-` for what is gone. */
const difference = (before: readonly string[], after: readonly string[]): string[] => [
  ...before.filter((each) => !after.includes(each)).map((each) => `- ${each}`),
  ...after.filter((each) => !before.includes(each)).map((each) => `+ ${each}`),
];

const NONE: Addresses = { variables: [], outputs: [], resources: [] };
const ADVICE = {
  variables: "callers that set a variable which is gone fail",
  outputs: "callers that read an output which is gone fail",
  resources: "a renamed address needs a moved block, or an apply destroys what is in use",
} as const;

describe.each([...new Set([...Object.keys(committed), ...Object.keys(current)])].sort())("the module %s", (module) => {
  it.each(Object.keys(ADVICE) as (keyof Addresses)[])("keeps its %s", (kind) => {
    const changes = difference((committed[module] ?? NONE)[kind], (current[module] ?? NONE)[kind]);
    if (changes.length === 0) return;
    throw new Error(
      [
        `${module}: the ${kind} are not those of addresses.json; ${ADVICE[kind]}.`,
        ...changes,
        "If this is meant: UPDATE_ADDRESSES=1 npx jest __tests__/contract/addresses",
      ].join("\n"),
    );
  });
});
