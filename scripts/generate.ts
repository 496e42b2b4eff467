import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generated } from "./generated";

/** Writes every generated file, and removes modules under `terraform/` that are no longer generated. */
const root = join(__dirname, "..");
const files = generated();
rmSync(join(root, "terraform"), { recursive: true, force: true });
for (const [path, content] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
console.log(`${files.size} files written`);
