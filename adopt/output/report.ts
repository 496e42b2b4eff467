import { type Finding, SEVERITIES } from "../../apprunner/finding";
import { code, plain, table } from "../../apprunner/output/markdown";
import type { Adoption } from "../adoption";

const KINDS = {
  blocker: "Cannot be taken over",
  security: "Security",
  behaviour: "What behaves differently",
  cost: "Cost",
  cosmetic: "Cosmetic",
} as const;

/** The report for a person. */
export function markdownReport(adoption: Adoption): string {
  const { name, mode, cluster, services, adopted, imports, findings } = adoption;
  return [
    `# Adopting ${name}`,
    "",
    `Cluster ${code(cluster)}, \`mode = "${mode}"\`: ${adopted.length} of ${services.length} service(s), ${imports.length} import(s).`,
    "",
    "Not verified on AWS: the input was checked by the module's own rules, and such a plan on the simulator. **Look at the plan before you apply it: it must import, and destroy and replace nothing.** A service that is taken over is deployed once.",
    "",
    ...table(
      ["Service", "In ECS", "Taken over"],
      services.map(({ key, arn }) => [
        code(key),
        code(arn),
        adopted.includes(key) ? "yes" : "**no**, it is left alone",
      ]),
    ),
    ...SEVERITIES.flatMap((severity) =>
      section(
        KINDS[severity],
        findings.filter((each) => each.severity === severity),
      ),
    ),
    "## Imported",
    "",
    ...table(
      ["Address", "Id"],
      imports.map(({ to, id }) => [code(`module.${name}.${to}`), code(id)]),
    ),
    "## Left alone",
    "",
    "Everything that is not imported and that the input only names: VPC, subnets, cluster, load balancer, listeners, their rules, certificates, records, security groups, roles, log groups, and every revision of the task definitions. `terraform destroy` does not touch them; it would delete what is imported.",
    "",
  ].join("\n");
}

const section = (title: string, findings: readonly Finding[]): string[] =>
  findings.length
    ? [
        `## ${title}`,
        "",
        ...findings.map(
          (finding) =>
            `- ${code(finding.service)} ${code(finding.field)}: ${plain(finding.what)}.${finding.do ? ` ${plain(finding.do)}.` : ""}`,
        ),
        "",
      ]
    : [];
