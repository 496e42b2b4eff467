import { changed, type Draft, kept, lost } from "../finding";
import { isKnown, unknownsIn } from "../unknown";
import { looksSecret } from "./secret-looking";
import { type Context, type LeftOut, nothing, type Outcome, type Rule, runtime } from "./rule";

/** Names that the input takes. */
const NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** The size of a task definition, all of it, in bytes. @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const TASK_DEFINITION_BYTES = 64 * 1024;

interface Verdict {
  readonly value?: string;
  readonly draft?: Draft;
  readonly comment?: readonly string[];
}

/**
 * Plain variables are copied, sorted by name. One that looks like a secret is named and left out, never copied: a tfvars
 * file ends up in a repository.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/env-variable.html
 */
export const environment: Rule = ({ service }, context): Outcome => {
  const { path, RuntimeEnvironmentVariables: variables, RuntimeEnvironmentSecrets: secrets = {} } = runtime(service);
  if (!variables) return nothing;
  const field = `${path}.RuntimeEnvironmentVariables`;
  const verdicts = Object.entries(variables)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, ...judge(name, value, field, context, name in secrets) }));
  const carried = Object.fromEntries(
    verdicts.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  );
  const size = Buffer.byteLength(JSON.stringify(carried));
  return {
    drafts: [
      kept(
        field,
        `services.${context.key}.environment`,
        `${Object.keys(carried).length} of ${verdicts.length} variables carried`,
      ),
      ...verdicts.flatMap(({ draft }) => (draft ? [draft] : [])),
      ...(size > TASK_DEFINITION_BYTES - 8192
        ? [
            lost(
              "blocker",
              `${field}.*`,
              `the variables take ${size} bytes, and a task definition holds ${TASK_DEFINITION_BYTES} in all`,
              "Move the large values to a file in S3 or to SSM parameters",
            ),
          ]
        : []),
    ],
    service: { environment: carried },
    leftOut: verdicts.flatMap(({ comment }): LeftOut[] => (comment ? [{ in: "environment", lines: comment }] : [])),
  };
};

function judge(name: string, value: string, path: string, { key, neighbours }: Context, isSecretToo: boolean): Verdict {
  const field = `${path}.${name}`;
  if (isSecretToo)
    return {
      draft: lost(
        "behaviour",
        field,
        "RuntimeEnvironmentSecrets sets the same variable, and only that one is carried",
        null,
      ),
    };
  if (!NAME.test(name)) {
    return {
      draft: lost(
        "behaviour",
        field,
        "its name holds a character that the input does not take",
        "Rename the variable, in the program too, and write it into the tfvars",
      ),
      comment: [`A variable whose name the input does not take is left out: ${name.replace(/[^\x20-\x7e]/g, "?")}`],
    };
  }
  if (!isKnown(value)) {
    return {
      draft: lost(
        "behaviour",
        field,
        `the files do not hold its value: it is made of ${unknownsIn(value).join(", ")}`,
        `Give it: --value '${unknownsIn(value)[0]}=…', or write it into the tfvars`,
      ),
      comment: [`${name}: the files do not hold its value (${unknownsIn(value).join(", ")}).`],
    };
  }
  if (looksSecret(name, value)) return { draft: secretFinding(field, name, key), comment: secretComment(name, key) };
  const neighbour = neighbours.find(({ url }) => value.includes(url));
  if (neighbour) {
    return {
      value,
      draft: changed(
        "behaviour",
        field,
        `services.${key}.environment.${name}`,
        `it holds the App Runner address of ${neighbour.key}, which ends with that service`,
        `Let ${key} reach it privately: connects_to = ["${neighbour.key}"] gives the container ${neighbour.key.toUpperCase().replaceAll("-", "_")}_URL; or write the new public address`,
      ),
    };
  }
  if (name.startsWith("AWSAPPRUNNER"))
    return {
      value,
      draft: changed(
        "cosmetic",
        field,
        `services.${key}.environment.${name}`,
        "a name that App Runner reserves; it means nothing to ECS",
      ),
    };
  return { value };
}

const secretFinding = (field: string, name: string, key: string): Draft =>
  lost(
    "security",
    field,
    "a plain variable that looks like a secret; its value is not copied and not shown",
    `Put it into Secrets Manager and give services.${key}.secrets.${name} its ARN; it has been readable to everyone who may describe the service, so change it`,
  );

const secretComment = (name: string, key: string): string[] => [
  `${name} looks like a secret: its value is not copied. Put it into Secrets Manager, from a file so that it stays out of the shell's history:`,
  `  aws secretsmanager create-secret --name ${key}/${name} --secret-string file://secret.txt`,
  `and write below secrets: ${name} = "<the ARN it prints>". (No secret? Write ${name} here.)`,
];
