import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { configurationIn } from "./configuration";

const root = join(__dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

/** Where the Terraform modules of each release are kept, so that the tests can upgrade from it. */
export const RELEASES = join(root, "__tests__", "upgrade", "releases");

/** A release's modules: path below `terraform/` to content. */
export type Release = Readonly<Record<string, string>>;

/** The file of a release, and of the one that this version will be. */
export const releaseFile = (release = version): string => join(RELEASES, `${release}.json.gz`);

/** The modules in a folder, packed: the same bytes for the same modules. */
export function pack(terraform: string): Buffer {
  const paths = configurationIn(terraform).sort();
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(terraform, path), "utf8")]));
  return gzipSync(JSON.stringify(files), { level: 9 });
}

/** The modules of a kept release. */
export const unpack = (release: string): Release =>
  JSON.parse(gunzipSync(readFileSync(releaseFile(release))).toString("utf8")) as Release;

/** The newest kept release that is older than this version. */
export function previousRelease(): string {
  const older = readdirSync(RELEASES)
    .map((file) => file.replace(/\.json\.gz$/, ""))
    .filter((release) => compare(release, version) < 0)
    .sort(compare);
  const newest = older.at(-1);
  if (!newest) throw new Error(`no release before ${version} is kept in ${RELEASES}`);
  return newest;
}

const compare = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });
