import { below, type InputText, type Place, problemAt } from "../source";
import { isApi, isCloudTrail, readApi } from "./api";
import { isAppRunnerYaml, readAppRunnerYaml } from "./apprunner-yaml";
import { isTemplate, readTemplate, type TemplateOptions } from "./cloudformation";
import { parseText } from "./document";
import { isObject, nothing, type Reading, together, wrong } from "./piece";
import { readTerraform } from "./terraform";
import { isShown, isState, readShown, readState } from "./terraform-state";

export type { NotRead, Piece, Reading } from "./piece";
export type ReadOptions = TemplateOptions;

const HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";
const isTerraform = ({ file }: InputText): boolean => /\.(tf|tf\.json|tfvars|tfvars\.json)$/.test(file);
const folderOf = (file: string): string => file.replace(/[^\\/]*$/, "");

/** Reads all files; those of one Terraform folder together. */
export async function readAll(inputs: readonly InputText[], options: ReadOptions): Promise<Reading> {
  const terraform = inputs.filter(isTerraform);
  const folders = [...new Set(terraform.map(({ file }) => folderOf(file)))];
  const modules = await Promise.all(
    folders.map((folder) =>
      readTerraform(
        terraform.filter(({ file }) => folderOf(file) === folder),
        options.values,
      ),
    ),
  );
  return together([
    ...inputs.filter((input) => !isTerraform(input)).map((input) => readOne(input, options)),
    ...modules,
  ]);
}

function readOne(input: InputText, options: ReadOptions): Reading {
  if (input.text.includes(HIDDEN)) {
    return wrong({
      path: input.file,
      why: `CloudTrail has replaced values by ${HIDDEN}, so this is not a whole definition`,
      fix: "Give the answer of: aws apprunner describe-service --service-arn …",
    });
  }
  const parsed = parseText(input);
  return "problems" in parsed
    ? { ...nothing, problems: parsed.problems }
    : readValue(parsed.value, parsed.place, options);
}

function readValue(value: unknown, place: Place, options: ReadOptions): Reading {
  if (Array.isArray(value)) return together(value.map((item, i) => readValue(item, below(place, i), options)));
  if (!isObject(value)) return wrong(problemAt(place, "this is no definition of App Runner", EXPECTED));
  if (isTemplate(value)) return readTemplate(value, place, options);
  if (isShown(value)) return readShown(value, place);
  if (isState(value)) return readState(value, place);
  if (isAppRunnerYaml(value)) return readAppRunnerYaml(value, place);
  if (isCloudTrail(value))
    return wrong(
      problemAt(
        place,
        "this is an event of CloudTrail, which hides values",
        "Give the answer of: aws apprunner describe-service --service-arn …",
      ),
    );
  if (isApi(value)) return readApi(value, place);
  return wrong(problemAt(place, "this is no definition of App Runner", EXPECTED));
}

const EXPECTED =
  "Give the answer of aws apprunner describe-service, a CloudFormation template, Terraform files, the output of terraform show -json, or an apprunner.yaml";
