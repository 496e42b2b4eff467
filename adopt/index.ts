/** What stands on ECS in, an input of Switchyard with import blocks and a report out. */
export type { Finding, Severity } from "../apprunner/finding";
export type { OutputFile } from "../apprunner/migration";
export type { InputText } from "../apprunner/source";
export { adopt } from "./adopt";
export type { Adoption } from "./adoption";
export type { AdoptOptions } from "./options";
export { outputFiles } from "./output/files";
export { jsonReport } from "./output/json";
export { markdownReport } from "./output/report";
