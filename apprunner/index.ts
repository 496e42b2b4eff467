/** App Runner definitions in, inputs of Switchyard and a report out. */
export type { Finding, Severity } from "./finding";
export { migrate } from "./migrate";
export type { MigratedGroup, Migration, OutputFile } from "./migration";
export type { MigrateOptions } from "./options";
export { outputFiles } from "./output/files";
export { jsonReport } from "./output/json";
export { markdownReport } from "./output/report";
export { tfvars } from "./output/tfvars";
export type { InputText } from "./source";
