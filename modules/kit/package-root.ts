import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder of this package, from its sources as well as from its compiled form.
 *
 * @throws Error when no folder above has a `package.json`
 */
export function packageRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, "package.json"))) {
    if (dirname(folder) === folder) throw new Error(`no package.json above ${__dirname}`);
    folder = dirname(folder);
  }
  return folder;
}
