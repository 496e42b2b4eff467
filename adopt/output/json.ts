import { shown } from "../../apprunner/finding";
import type { Adoption } from "../adoption";

/** The report for a program, without the input's values. Members are added, never renamed, within one `version`. */
export const jsonReport = (adoption: Adoption, files: readonly string[] = []): string => {
  const { name, mode, region, account, cluster, services, adopted, imports, findings, blocked } = adoption;
  const report = {
    version: 1,
    blocked,
    name,
    mode,
    region,
    account,
    cluster,
    services: services.map(({ key, arn }) => ({ name: key, arn, adopted: adopted.includes(key) })),
    imports: imports.map(({ to, id }) => ({ to: `module.${name}.${to}`, id })),
    findings: findings.map(shown),
    files,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};
