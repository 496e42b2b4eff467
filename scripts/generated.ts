import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { catalogue } from "../modules/catalogue";
import { capabilityTable, referenceTables } from "../modules/kit/documentation";
import { exportModule, exportStack } from "../modules/kit/export";
import type { ModuleClass } from "../modules/kit/module";
import { propsSource } from "../modules/kit/props-source";
import { tfvarsSchema } from "../modules/kit/tfvars-schema";
import { definition } from "../modules/switchyard/inputs";
import { SwitchyardStack } from "../stacks/switchyard-stack";
import { configurationIn } from "./configuration";

const root = join(__dirname, "..");

/** Every generated file: path from the repository's root to content. */
export function generated(): Map<string, string> {
  return new Map([...catalogue.flatMap(moduleFiles), ...workspaceFiles(), ...docs()]);
}

/** The folders whose Terraform configuration is all generated. */
const CONFIGURATION = ["terraform", "examples/hcp-terraform"];

/** What is there of it, by path from the repository's root. */
export const onDisk = (): string[] =>
  CONFIGURATION.flatMap((folder) => configurationIn(join(root, folder)).map((path) => `${folder}/${path}`));

/** Modules whose construct stands in the folder of another one. Props are written where they differ from that one's. */
const VARIANTS: Readonly<Record<string, { of: string; readme: string; props?: string }>> = {
  "switchyard-ecs": { of: "switchyard", readme: "README-ecs.md" },
  "ecs-service-rolling": { of: "ecs-service", readme: "README-rolling.md", props: "props-rolling.ts" },
};

/** A module's props, the module for HCL users, and its README: prose by hand, tables from the spec. */
function moduleFiles(module: ModuleClass<never>): [string, string][] {
  const { name } = module.definition;
  const { files, outputs } = exportModule(module);
  const home = VARIANTS[name] ?? { of: name, readme: "README.md", props: "props.ts" };
  const readmePath = join("modules", home.of, home.readme);
  const readme = `${proseOf(readmePath)}\n\n${referenceTables(module.definition, outputs)}`;
  const props: [string, string][] = home.props
    ? [[join("modules", home.of, home.props), propsSource(module.definition)]]
    : [];
  return [
    ...props,
    [readmePath, readme],
    [`terraform/${name}/README.md`, readme],
    ...Object.entries(files).map(([file, content]): [string, string] => [`terraform/${name}/${file}`, content]),
  ];
}

/** The hand-written part of a README: all before its tables. */
function proseOf(file: string): string {
  const path = join(root, file);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  return text.replace(/\n## Inputs\n[\s\S]*$/, "").trim();
}

/** The root of an HCP Terraform workspace: the repository's own stack, synthesised. */
function workspaceFiles(): [string, string][] {
  const stack = new SwitchyardStack(new App({ skipValidation: true }), "switchyard", {
    state: "cloud",
    source: "../../terraform/switchyard",
  });
  return Object.entries(exportStack(stack)).map(([file, content]) => [`examples/hcp-terraform/${file}`, content]);
}

function docs(): [string, string][] {
  const preface = `# What each track does with each option

Generated from the spec (\`modules/spec\`). *Honoured*: it does what it says. *Approximated*: it has an effect, and this is
which. *Refused*: any value but the default is an error, at synth and at plan, that says why and what to do instead.
Nothing is ever dropped silently.
`;
  return [
    ["docs/capabilities.md", `${preface}\n${capabilityTable(definition)}\n`],
    ["schema/switchyard.schema.json", tfvarsSchema(definition.inputs)],
  ];
}
