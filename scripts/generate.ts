import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generated } from "./generated";

/** Writes every generated file that differs, and removes what is under `terraform/` and no longer generated. */
const root = join(__dirname, "..");
const files = generated();
for (const [path, content] of files) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, "utf8") === content) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`wrote ${path}`);
}
for (const entry of readdirSync(join(root, "terraform"), { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name).slice(root.length + 1);
  if (!entry.isFile() || files.has(path)) continue;
  rmSync(join(root, path));
  console.log(`removed ${path}`);
}
