import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Addresses, currentAddresses } from "../support/addresses";

const COMMITTED = join(__dirname, "addresses.json");

const current = currentAddresses();
if (process.env["UPDATE_ADDRESSES"]) writeFileSync(COMMITTED, `${JSON.stringify(current, null, 2)}\n`);
const committed = (existsSync(COMMITTED) ? JSON.parse(readFileSync(COMMITTED, "utf8")) : {}) as Record<
  string,
  Addresses
>;

/** `+` for what is new and `-` for what is gone. */
const difference = (before: readonly string[] = [], after: readonly string[] = []): string[] => [
  ...before.filter((each) => !after.includes(each)).map((each) => `- ${each}`),
  ...after.filter((each) => !before.includes(each)).map((each) => `+ ${each}`),
];

const ADVICE: Readonly<Record<keyof Addresses, string>> = {
  variables: "callers that set a variable which is gone fail",
  required: "callers that do not set a variable which is required now fail",
  outputs: "callers that read an output which is gone fail",
  resources: "a renamed address needs a moved block, or an apply destroys what is in use",
  data: "tests and states of callers name them",
  checks: "plans and workspaces show them by name",
  moved: "a block that is gone leaves behind whoever has not applied it yet",
};

describe.each([...new Set([...Object.keys(committed), ...Object.keys(current)])].sort())("the module %s", (module) => {
  it.each(Object.keys(ADVICE) as (keyof Addresses)[])("keeps its %s", (kind) => {
    const changes = difference(committed[module]?.[kind], current[module]?.[kind]);
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
