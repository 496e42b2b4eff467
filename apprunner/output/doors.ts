import { camelCase, schemaOf, isMap, type SchemaNode } from "../../modules/kit/schema";
import { input as inputSpec } from "../../modules/spec/input";
import type { GroupPlan } from "../plan";
import type { SwitchyardInput } from "../group-input";
import { members } from "./hcl";

export const MODULE_SOURCE = "./node_modules/ecs-switchyard/terraform/switchyard";

/** Members that a user fills in later: they are declared whether or not they are written. */
const LATER = ["domain", "vpc"] as const;

const indented = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line ? `  ${line}` : line))
    .join("\n");

/** `../` in front of a relative path, for a file one folder deeper. */
export const deeper = (source: string): string =>
  source.startsWith(".") ? `../${source.replace(/^\.\//, "")}` : source;

/** Plain Terraform: a root that takes the tfvars file and calls the module. */
export function terraformMain(group: GroupPlan & { input: SwitchyardInput }, source: string): string {
  const names = namesOf(group.input);
  return [
    `# terraform init && terraform plan -var-file=${group.name}.tfvars`,
    "# Without a git checkout, npm i ecs-switchyard brings the module; or name its address in git as the source.",
    ...body(group, names, source),
  ].join("\n");
}

/** HCP Terraform: the same with its backend; the organization and the workspace come from the environment. */
export function hcpMain(group: GroupPlan & { input: SwitchyardInput }, source: string): string {
  const names = namesOf(group.input);
  return [
    `# export TF_CLOUD_ORGANIZATION=<yours> TF_WORKSPACE=${group.name}; terraform init && terraform plan`,
    `# ${group.name}.auto.tfvars beside this file is loaded by itself. In a workspace that follows a repository, name the module's address in git as the source.`,
    "terraform {",
    "  cloud {}",
    "}",
    "",
    ...body(group, names, deeper(source)),
  ].join("\n");
}

const namesOf = (input: SwitchyardInput): string[] => [...new Set([...Object.keys(input), ...LATER])];

function body({ region }: GroupPlan, names: readonly string[], source: string): string[] {
  return [
    `provider "aws" {${region ? `\n${indented(members({ region }))}\n` : ""}}`,
    "",
    ...names.map((name) =>
      (LATER as readonly string[]).includes(name)
        ? `variable "${name}" {\n  type    = any\n  default = null\n}\n`
        : `variable "${name}" {\n  type = any\n}\n`,
    ),
    `module "switchyard" {\n${indented(moduleArguments(names, source))}\n}`,
    "",
    ...[
      "urls",
      "load_balancer_dns_names",
      "security_group_ids",
      "task_role_arns",
      "log_group_names",
      "web_acl_arn",
      "cluster_name",
    ].flatMap((output) => [`output "${output}" {\n  value = module.switchyard.${output}\n}`, ""]),
  ];
}

function moduleArguments(names: readonly string[], source: string): string {
  const width = Math.max("source".length, ...names.map(({ length }) => length));
  return [["source", JSON.stringify(source)], ...names.map((name) => [name, `var.${name}`])]
    .map(([name = "", value]) => `${name.padEnd(width)} = ${value}`)
    .join("\n");
}

/** CDKTF: the same input as props of the construct. */
export function cdktfMain(group: GroupPlan & { input: SwitchyardInput }): string {
  const props = JSON.stringify(toProps(schemaOf(inputSpec), group.input), null, 2).replace(
    /^(\s*)"([A-Za-z_][A-Za-z0-9_]*)":/gm,
    "$1$2:",
  );
  return `import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import { Switchyard } from "ecs-switchyard";

const app = new App();
const stack = new TerraformStack(app, ${JSON.stringify(group.name)});
new AwsProvider(stack, "aws", { region: ${group.region ? JSON.stringify(group.region) : 'process.env["AWS_REGION"]'} });

const switchyard = new Switchyard(stack, ${JSON.stringify(group.name)}, ${props});

new TerraformOutput(stack, "urls", { value: switchyard.urls });
app.synth();
`;
}

/** Terraform's names as the construct's; names of services, variables and tags stay. */
function toProps(node: SchemaNode, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => toProps(node.items ?? {}, item));
  if (typeof value !== "object" || value === null) return value;
  if (isMap(node))
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, toProps(node.additionalProperties, member)]),
    );
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [camelCase(name), toProps(node.properties?.[name] ?? {}, member)]),
  );
}

export const CDKTF_JSON = `${JSON.stringify({ language: "typescript", app: "npx tsx main.ts", sendCrashReports: "false" }, null, 2)}\n`;
