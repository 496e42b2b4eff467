/** Where things are, both when the sources run and when compiled code runs. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the package: the nearest one above this file with a `package.json`. */
export function packageRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, "package.json"))) {
    if (dirname(folder) === folder) throw new Error(`no package.json above ${__dirname}`);
    folder = dirname(folder);
  }
  return folder;
}

/** The schema of the simulated types. */
export function schemaFile(): string {
  return join(packageRoot(), "simulator", "schema.json");
}
