import { IMPORTS_EXAMPLE, importsFile } from "../moving-names";
import type { SwitchyardInput } from "../group-input";
import type { MigratedGroup, Migration, OutputFile } from "../migration";
import type { MigrateOptions } from "../options";
import { dockerfile } from "../rules/dockerfile";
import { readable } from "../unknown";
import { CDKTF_JSON, cdktfMain, deeper, hcpMain, MODULE_SOURCE, terraformMain } from "./doors";
import { eventBridge, githubWorkflow } from "./deploy";
import { markdownReport } from "./report";
import { tfvars } from "./tfvars";

/** Everything there is to write: one group stands in the folder itself, several have one each. */
export function outputFiles(
  migration: Migration,
  options: { readonly moduleSource?: MigrateOptions["moduleSource"] | undefined } = {},
): OutputFile[] {
  const alone = migration.groups.length === 1;
  const given = options.moduleSource ?? MODULE_SOURCE;
  const source = alone ? given : deeper(given);
  const groups = migration.groups.flatMap((group) =>
    groupFiles(group, source).map((file) => (alone ? file : { ...file, path: `${group.name}/${file.path}` })),
  );
  return [...groups, { path: "report.md", text: markdownReport(migration) }].map(({ path, text }) => ({
    path,
    text: readable(text),
  }));
}

function groupFiles(group: MigratedGroup, source: string): OutputFile[] {
  const dockerfiles = group.services.flatMap(({ key, definition, written }) => {
    const text = written ? undefined : dockerfile(definition.service);
    return text ? [{ path: `Dockerfile.${key}`, text }] : [];
  });
  const text = tfvars(group);
  return text === undefined || !group.input
    ? dockerfiles
    : [
        ...doors(group as MigratedGroup & { input: SwitchyardInput }, text, source),
        ...imports(group),
        ...deployment(group),
        ...dockerfiles,
      ];
}

const doors = (group: MigratedGroup & { input: SwitchyardInput }, text: string, source: string): OutputFile[] => [
  { path: `${group.name}.tfvars`, text },
  { path: "main.tf", text: terraformMain(group, source) },
  { path: "cdktf/main.ts", text: cdktfMain(group) },
  { path: "cdktf/cdktf.json", text: CDKTF_JSON },
  { path: "hcp/main.tf", text: hcpMain(group, source) },
  { path: `hcp/${group.name}.auto.tfvars`, text },
];

const imports = (group: MigratedGroup): OutputFile[] => {
  const text = importsFile(group);
  return text === undefined ? [] : [{ path: IMPORTS_EXAMPLE, text }];
};

function deployment(group: MigratedGroup): OutputFile[] {
  const automatic = group.services.filter(({ converted, mode }) =>
    converted[mode].findings.some(({ rule, severity }) => rule === "autoDeploy" && severity !== null),
  );
  const plain = automatic.find(({ mode }) => mode === "ecs");
  return [
    ...(automatic.length ? [{ path: "deploy.yml", text: githubWorkflow(group) }] : []),
    ...(plain ? [{ path: "auto-deploy.tf.example", text: eventBridge(group, plain.key) }] : []),
  ];
}
