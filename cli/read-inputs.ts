import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError, type Problem } from "../modules/kit/problem";
import type { InputText } from "../apprunner";

/** What a command takes out of a folder. */
export interface Wanted {
  /** The command's name, for its errors. */
  readonly command: string;
  /** Whether a file of this name is looked at. */
  readonly file: RegExp;
  /** Whether a file that was looked at is taken. */
  readonly taken: (input: InputText) => boolean;
  /** What no file in the folder is. */
  readonly none: string;
}

/**
 * The texts of files and folders; `-` is the standard input. Of a folder, what the command wants; not the folders below it.
 *
 * @throws InputError for what cannot be read
 */
export function readInputs(paths: readonly string[], wanted: Wanted): InputText[] {
  const problems: Problem[] = [];
  const texts = paths.flatMap((path) => {
    try {
      return path === "-"
        ? [{ file: "-", text: readFileSync(0, "utf8") }]
        : statSync(path).isDirectory()
          ? folder(path, wanted, problems)
          : [{ file: path, text: readFileSync(path, "utf8") }];
    } catch (error) {
      problems.push({ path, why: reason(error), fix: "Name a file or folder that can be read" });
      return [];
    }
  });
  if (problems.length) throw new InputError(problems, wanted.command);
  return texts;
}

function folder(path: string, wanted: Wanted, problems: Problem[]): InputText[] {
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.file.test(entry.name))
    .map(({ name }) => join(path, name))
    .sort();
  const chosen = files.map((file) => ({ file, text: readFileSync(file, "utf8") })).filter(wanted.taken);
  if (!chosen.length)
    problems.push({
      path,
      why: `no file in this folder ${wanted.none}; folders below it are not read`,
      fix: "Name the files, or the folder that holds them",
    });
  return chosen;
}

const reason = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT"
    ? "there is no such file or folder"
    : code === "EACCES"
      ? "it may not be read"
      : `it cannot be read (${code ?? "unknown error"})`;
};
