import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generated, onDisk } from "./generated";

/** Writes every generated file that differs, and removes Terraform configuration that is no longer generated. */
const root = join(__dirname, "..");
const files = generated();
for (const [path, content] of files) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, "utf8") === content) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`wrote ${path}`);
}
for (const path of onDisk().filter((each) => !files.has(each))) {
  rmSync(join(root, path));
  console.log(`removed ${path}`);
}
