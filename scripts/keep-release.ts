import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pack, releaseFile } from "./release";

/** Keeps `terraform/` as the release that package.json names. A release that was kept is never written again. */
const file = releaseFile();
if (existsSync(file)) throw new Error(`${file} is kept already; raise the version in package.json first`);
writeFileSync(file, pack(join(__dirname, "..", "terraform")));
console.log(`wrote ${file}`);
