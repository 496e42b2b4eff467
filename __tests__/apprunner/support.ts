import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type InputText, migrate, type Migration, type MigrateOptions } from "../../apprunner";

const FOLDER = join(__dirname, "definitions");

/** The texts of definition files and folders. */
export const definitions = (...names: string[]): InputText[] =>
  names.flatMap((name) => {
    const path = join(FOLDER, name);
    return statSync(path).isDirectory()
      ? readdirSync(path).map((each) => ({ file: `${name}/${each}`, text: readFileSync(join(path, each), "utf8") }))
      : [{ file: name, text: readFileSync(path, "utf8") }];
  });

export const json = (value: unknown, file = "given.json"): InputText => ({
  file,
  text: JSON.stringify(value, null, 2),
});

type Json = Record<string, any>;

/** A small service that both tracks could take but for HTTPS, with members replaced. */
export const service = (members: Json = {}): Json => ({
  ServiceName: "shop-web",
  ServiceArn: "arn:aws:apprunner:us-east-1:123456789012:service/shop-web/1",
  SourceConfiguration: {
    ImageRepository: {
      ImageIdentifier: "public.ecr.aws/example/web:1",
      ImageRepositoryType: "ECR_PUBLIC",
      ImageConfiguration: { Port: "3000" },
    },
  },
  ...members,
});

/** The same with another configuration of its image. */
export const running = (configuration: Json, members: Json = {}): Json =>
  service({
    SourceConfiguration: {
      ImageRepository: {
        ImageIdentifier: "public.ecr.aws/example/web:1",
        ImageRepositoryType: "ECR_PUBLIC",
        ImageConfiguration: configuration,
      },
    },
    ...members,
  });

/** The only group of a migration, with ways to look at it. */
export function only({ groups }: Migration) {
  const [group] = groups;
  if (!group || groups.length > 1) throw new Error(`there are ${groups.length} groups`);
  const findings = group.allFindings;
  return {
    group,
    findings,
    services: (group.input?.services ?? {}) as Json,
    /** The finding about a field, by the end of its name. */
    about: (field: string) =>
      findings.find((finding) => finding.field === field || finding.field.endsWith(`.${field}`)),
    severities: (severity: string) =>
      findings.filter((finding) => finding.severity === severity).map(({ field }) => field),
  };
}

export const convert = async (value: Json, options: MigrateOptions = {}) => only(await migrate([json(value)], options));
