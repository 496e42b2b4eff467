import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { REPOSITORY } from "../support/root";

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: REPOSITORY,
  encoding: "utf8",
})
  .split("\n")
  .filter(Boolean);
const sources = tracked.filter((path) => /\.(ts|js)$/.test(path) && !path.startsWith("bench/"));
const read = (path: string): string => readFileSync(join(REPOSITORY, path), "utf8");

describe("the sources", () => {
  it("import provider bindings by sub-path, never the barrel", () => {
    expect(sources.filter((path) => /from "@cdktf\/provider-(aws|null)"/.test(read(path)))).toEqual([]);
  });

  /** Files under a folder that import something of this project from outside the allowed folders. */
  const strays = (folder: string, allowed: readonly string[]): string[] =>
    sources
      .filter((path) => path.startsWith(folder))
      .flatMap((path) =>
        [...read(path).matchAll(/from "(\.[^"]*)"/g)].map(([, to]) => ({
          path,
          to: posix.join(posix.dirname(path), to ?? ""),
        })),
      )
      .filter(({ to }) => !allowed.some((each) => to.startsWith(each)))
      .map(({ path, to }) => `${path} imports ${to}`);

  it("let data flow one way: kit, spec, modules, stacks", () => {
    expect(strays("modules/kit/", ["modules/kit/"])).toEqual([]);
    expect(strays("modules/spec/", ["modules/spec/", "modules/kit/"])).toEqual([]);
    expect(strays("modules/", ["modules/"])).toEqual([]);
    expect(strays("stacks/", ["stacks/", "modules/"])).toEqual([]);
  });

  it("keep the migration apart from the modules' resources", () => {
    expect(strays("apprunner/", ["apprunner/", "modules/spec/", "modules/kit/", "modules/dns-records/names"])).toEqual(
      [],
    );
  });
});
