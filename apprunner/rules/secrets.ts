import { changed, type Draft, lost } from "../finding";
import type { Definition } from "../definition";
import { isKnown, unknownsIn } from "../unknown";
import { type LeftOut, nothing, type Outcome, type Rule, runtime } from "./rule";

const NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const ARN = /^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\/)[^\s]+$/;
const PARAMETER = /^[A-Za-z0-9_./-]+$/;

/**
 * A reference as an ARN. App Runner also takes the bare name of an SSM parameter of its own account and region; ECS
 * Express Mode takes ARNs only.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/env-variable.html
 */
export function secretArn(
  reference: string,
  { partition, region, account }: Pick<Definition, "partition" | "region" | "account">,
): string | undefined {
  if (ARN.test(reference)) return reference;
  if (reference.startsWith("arn:") || !PARAMETER.test(reference) || !region || !account) return undefined;
  return `arn:${partition}:ssm:${region}:${account}:parameter/${reference.replace(/^\/+/, "")}`;
}

/**
 * Secrets keep their variables. On App Runner the instance role read them; on ECS the execution role does, which is made
 * and may read exactly these.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
 */
export const secrets: Rule = (definition, { key }): Outcome => {
  const { path, RuntimeEnvironmentSecrets: given } = runtime(definition.service);
  if (!given || !Object.keys(given).length) return nothing;
  const field = `${path}.RuntimeEnvironmentSecrets`;
  const judged = Object.entries(given)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, reference]) => ({ name, ...judge(name, reference, field, key, definition) }));
  return {
    drafts: [
      changed(
        "behaviour",
        field,
        `services.${key}.secrets`,
        "the execution role reads them when a task starts, no longer the instance role",
        "Secrets under a customer managed KMS key: list the key in secrets_kms_key_arns (aws secretsmanager describe-secret --secret-id … --query KmsKeyId). A secret's own resource policy must admit the execution role",
      ),
      ...judged.flatMap(({ draft }) => (draft ? [draft] : [])),
    ],
    service: { secrets: Object.fromEntries(judged.flatMap(({ name, arn }) => (arn ? [[name, arn]] : []))) },
    leftOut: judged.flatMap(({ name, arn }): LeftOut[] =>
      arn
        ? []
        : [
            {
              in: "secrets",
              lines: [
                `${NAME.test(name) ? name : "A variable"}: its reference is not known as an ARN; see the report.`,
              ],
            },
          ],
    ),
  };
};

function judge(
  name: string,
  reference: string,
  path: string,
  key: string,
  definition: Definition,
): { arn?: string; draft?: Draft } {
  const field = `${path}.${name}`;
  if (!NAME.test(name))
    return {
      draft: lost(
        "blocker",
        field,
        "its name holds a character that the input does not take",
        "Rename the variable, in the program too",
      ),
    };
  if (!isKnown(reference))
    return {
      draft: lost(
        "blocker",
        field,
        `the files do not hold its ARN: it is ${unknownsIn(reference).join(", ")}`,
        `Give it: --value '${unknownsIn(reference)[0]}=arn:…'`,
      ),
    };
  const arn = secretArn(reference, definition);
  if (arn === reference) return { arn };
  if (arn)
    return {
      arn,
      draft: changed(
        "cosmetic",
        field,
        `services.${key}.secrets.${name}`,
        "the name of an SSM parameter, written as the ARN that it has in the service's own account and region",
      ),
    };
  const nameOnly = !reference.startsWith("arn:") && PARAMETER.test(reference);
  return {
    draft: nameOnly
      ? lost(
          "blocker",
          field,
          "it is the name of an SSM parameter, and the definition does not say in which account and region",
          "Say so: --account 123456789012 --region us-east-1",
        )
      : lost(
          "blocker",
          field,
          "it is neither the ARN of a Secrets Manager secret or SSM parameter nor a parameter's name",
          "Write the ARN. If it is the secret itself, change the secret: it has been readable",
        ),
  };
}
