import type { SwitchyardInput } from "../../apprunner/group-input";
import { members } from "../../apprunner/output/hcl";
import type { Adoption } from "../adoption";

/** What a reader wants to see after an apply. */
const OUTPUTS = ["urls", "security_group_ids", "log_group_names"];

const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");

/** A root that calls the module with the input. */
export function mainFile({ name, region, input }: Adoption & { input: SwitchyardInput }, source: string): string {
  return [
    `# ${name}: taken over by switchyard adopt. The report beside this file says what changes and what stays outside.`,
    "# The first plan imports and destroys nothing; see that it says so before you apply it.",
    `provider "aws" {\n${indented(members({ region }))}\n}`,
    "",
    `module "${name}" {\n${indented(members({ source, ...input }))}\n}`,
    "",
    ...OUTPUTS.map((output) => `output "${output}" {\n  value = module.${name}.${output}\n}\n`),
  ].join("\n");
}

/** Import blocks for what stands already. */
export function importsFile({ name, imports }: Adoption): string {
  return [
    "# Terraform 1.9, OpenTofu 1.9. After the first apply this file has done its work and can go.",
    ...imports.map(({ to, id }) => `import {\n  to = module.${name}.${to}\n  id = ${JSON.stringify(id)}\n}\n`),
  ].join("\n");
}
