import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generated, onDisk } from "../../scripts/generated";
import { REPOSITORY } from "../support/root";

const files = generated();

describe("generated files", () => {
  it.each([...files.keys()])("%s is what the sources make", (path) => {
    const file = join(REPOSITORY, path);
    expect(existsSync(file) ? readFileSync(file, "utf8") : "missing: run `npm run generate`").toBe(files.get(path));
  });

  it("leave none behind that is no longer made", () => {
    expect(onDisk().filter((path) => !files.has(path))).toEqual([]);
  });
});
