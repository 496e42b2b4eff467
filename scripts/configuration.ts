import { readdirSync } from "node:fs";

/** The files of Terraform configuration in a folder and below it, without what `init` has put there. */
export const configurationIn = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tf(\.json)?$/.test(path) && !/(^|\/)\.terraform\//.test(path));
