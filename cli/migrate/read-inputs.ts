import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError, type Problem } from "../../modules/kit/problem";
import type { InputText } from "../../apprunner";

const READ = /\.(json|ya?ml|tf|template|tfvars|tfstate)$/;
const DEFINITION = /AppRunner|apprunner|SourceConfiguration|^\s*runtime\s*:/m;
const TERRAFORM = /\.(tf|tf\.json)$/;
const AUTO_VARIABLES = /(^|[\\/])terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/;

/**
 * The texts of files and folders; `-` is the standard input. Of a folder, the Terraform files with the variables that
 * Terraform loads by itself, and whatever else speaks of App Runner; not the folders below it.
 *
 * @throws InputError for what cannot be read
 */
export function readInputs(paths: readonly string[]): InputText[] {
  const problems: Problem[] = [];
  const texts = paths.flatMap((path) => {
    try {
      return path === "-"
        ? [{ file: "-", text: readFileSync(0, "utf8") }]
        : statSync(path).isDirectory()
          ? folder(path, problems)
          : [{ file: path, text: readFileSync(path, "utf8") }];
    } catch (error) {
      problems.push({ path, why: reason(error), fix: "Name a file or folder that can be read" });
      return [];
    }
  });
  if (problems.length) throw new InputError(problems, "switchyard migrate");
  return texts;
}

function folder(path: string, problems: Problem[]): InputText[] {
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && READ.test(entry.name))
    .map(({ name }) => join(path, name))
    .sort();
  const texts = files.map((file) => ({ file, text: readFileSync(file, "utf8") }));
  const chosen = texts.filter(
    ({ file, text }) =>
      TERRAFORM.test(file) || AUTO_VARIABLES.test(file) || (!/\.tfvars$/.test(file) && DEFINITION.test(text)),
  );
  if (!chosen.length)
    problems.push({
      path,
      why: "no file in this folder speaks of App Runner; folders below it are not read",
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
