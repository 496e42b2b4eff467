import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { packageRoot } from "../modules/kit/package-root";
import { InputError } from "../modules/kit/problem";
import type { OutputFile } from "../apprunner";

/**
 * Writes the files; none of them if one is there already.
 *
 * @throws InputError that names each file that would be overwritten
 */
export function write(files: readonly OutputFile[], overwrite: boolean, command: string): string[] {
  const there = overwrite ? [] : files.filter(({ path }) => existsSync(path));
  if (there.length) {
    throw new InputError(
      there.map(({ path }) => ({
        path,
        why: "it is there already, and may have been edited",
        fix: "Name another folder with --out, or say --force to overwrite it",
      })),
      command,
    );
  }
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return files.map(({ path }) => path);
}

/** The files below the output folder, and the report where it was asked for. */
export const placed = (files: readonly OutputFile[], folder: string, report: string | undefined): OutputFile[] =>
  files.map((file) => ({
    ...file,
    path: report !== undefined && file.path === "report.md" ? report : join(folder, file.path),
  }));

/**
 * The module of this very package, from the output folder, when the package is installed in the project (or is the project):
 * what is written then plans at once. From elsewhere, such as the cache of npx, the path would not last.
 */
export function ownModule(folder: string, cwd = process.cwd()): string | undefined {
  const root = packageRoot();
  const inside = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(outer + sep);
  if (!inside(root, cwd) && !inside(cwd, root)) return undefined;
  const path = relative(resolve(cwd, folder), join(root, "terraform", "switchyard"))
    .split(sep)
    .join("/");
  return path.startsWith(".") ? path : `./${path}`;
}
