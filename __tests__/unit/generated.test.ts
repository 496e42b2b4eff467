import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generated } from "../../scripts/generated";
import { REPOSITORY } from "../support/root";

const files = generated();

describe("generated files", () => {
  it.each([...files.keys()])("%s is what the sources make", (path) => {
    const onDisk = existsSync(join(REPOSITORY, path))
      ? readFileSync(join(REPOSITORY, path), "utf8")
      : "missing: run `npm run generate`";
    expect(onDisk).toBe(files.get(path));
  });

  it("leave no module behind that is no longer exported", () => {
    const exported = new Set(
      [...files.keys()]
        .map((path) => path.split("/"))
        .filter(([top]) => top === "terraform")
        .map(([, name]) => name),
    );
    expect(readdirSync(join(REPOSITORY, "terraform")).sort()).toEqual([...exported].sort());
  });
});
