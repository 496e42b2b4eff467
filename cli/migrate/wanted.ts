import type { Wanted } from "../read-inputs";

const DEFINITION = /AppRunner|apprunner|SourceConfiguration|^\s*runtime\s*:/m;
const TERRAFORM = /\.(tf|tf\.json)$/;
const AUTO_VARIABLES = /(^|[\\/])terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/;

/** Of a folder, the Terraform files with the variables that Terraform loads by itself, and whatever else speaks of App Runner. */
export const definitions: Wanted = {
  command: "switchyard migrate",
  file: /\.(json|ya?ml|tf|template|tfvars|tfstate)$/,
  taken: ({ file, text }) =>
    TERRAFORM.test(file) || AUTO_VARIABLES.test(file) || (!/\.tfvars$/.test(file) && DEFINITION.test(text)),
  none: "speaks of App Runner",
};
