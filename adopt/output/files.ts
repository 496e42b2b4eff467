import type { SwitchyardInput } from "../../apprunner/group-input";
import type { OutputFile } from "../../apprunner/migration";
import { MODULE_SOURCE } from "../../apprunner/output/doors";
import type { Adoption } from "../adoption";
import { importsFile, mainFile } from "./main";
import { markdownReport } from "./report";

/** Everything there is to write; without a service that can be taken over, the report alone. */
export function outputFiles(
  adoption: Adoption,
  { moduleSource = MODULE_SOURCE }: { readonly moduleSource?: string | undefined } = {},
): OutputFile[] {
  const report = { path: "report.md", text: markdownReport(adoption) };
  if (!adoption.input) return [report];
  return [
    { path: "main.tf", text: mainFile(adoption as Adoption & { input: SwitchyardInput }, moduleSource) },
    { path: "imports.tf", text: importsFile(adoption) },
    report,
  ];
}
