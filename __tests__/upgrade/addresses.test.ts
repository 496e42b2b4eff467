import { previousRelease, unpack } from "../../scripts/release";
import { type Addresses, currentAddresses, releasedAddresses, renamings } from "../support/addresses";
import { decisions } from "./decisions";

const release = previousRelease();
const before = releasedAddresses(unpack(release));
const now = currentAddresses();

/** An address without its repetition. Terraform and OpenTofu move between one object and `count` by themselves. */
const bare = (address: string): string => address.replace("[count]", "");

/** The addresses of a module that a moved or removed block speaks of: its own, and those of its callers. */
function renamedIn(module: string): string[] {
  const own = renamings(module).renamed.map(({ from }) => from);
  const callers = Object.keys(now).flatMap((caller) => {
    const { renamed, calls } = renamings(caller);
    const names = Object.keys(calls).filter((name) => calls[name] === module);
    return renamed.flatMap(({ from }) =>
      names.filter((name) => from.startsWith(`module.${name}.`)).map((name) => from.slice(`module.${name}.`.length)),
    );
  });
  return [...own, ...callers].map((address) => address.replace(/\[.*$/, ""));
}

const gone = (module: string, kind: keyof Addresses): string[] => {
  const left = (now[module]?.[kind] ?? []).map(bare);
  return (before[module]?.[kind] ?? []).filter((each) => !left.includes(bare(each)));
};

/** What was not in the release and nobody can have written. */
const demanded = (module: string): string[] =>
  (now[module]?.required ?? []).filter((variable) => !before[module]?.required.includes(variable));

/** Everything that a state or a caller of the release would miss, with the module that had it. */
const missing = Object.keys(before).flatMap((module) => {
  const moved = renamedIn(module);
  const resources = gone(module, "resources").filter((address) => !moved.includes(address.replace(/\[.*$/, "")));
  return [...resources, ...gone(module, "variables"), ...gone(module, "outputs"), ...demanded(module)].map(
    (each) => `${module}: ${each}`,
  );
});

describe(`every address, variable and output of ${release}`, () => {
  it("is there, or is moved or removed by a block, or is missing for a written reason", () => {
    const unexplained = missing.filter((each) => !(each in decisions));
    if (unexplained.length === 0) return;
    throw new Error(
      [
        `not as in ${release}:`,
        ...unexplained,
        "A renamed address needs a moved block (modules/kit/moved.ts). What has to go gets its reason in decisions.ts.",
      ].join("\n"),
    );
  });

  it("is not excused when it is there", () => {
    expect(Object.keys(decisions).filter((each) => !missing.includes(each))).toEqual([]);
  });
});
