import { changed, type Draft, lost } from "../../apprunner/finding";
import { looksSecret } from "../../apprunner/rules/secret-looking";
import { secretArn } from "../../apprunner/rules/secrets";
import type { Arn } from "../found";

interface Given {
  readonly environment: readonly { name: string; value: string }[];
  readonly secrets: readonly { name: string; valueFrom: string }[];
}

/**
 * A container's variables. They stay what they are, so that the first deployment changes nothing for the program; one
 * that looks like a secret is named, never shown.
 */
export function variables({ environment, secrets }: Given, where: string, field: string, at: Arn) {
  const references = secrets.map(({ name, valueFrom }) => ({ name, arn: secretArn(valueFrom, at), valueFrom }));
  const drafts: Draft[] = [
    ...environment
      .filter(({ name, value }) => looksSecret(name, value))
      .map(({ name }) =>
        changed(
          "security",
          `${field}.environment.${name}`,
          `${where}.environment.${name}`,
          "a plain variable that looks like a secret stands in main.tf as it stood in the task definition",
          `Put it into Secrets Manager and give ${where}.secrets.${name} its ARN before main.tf goes into a repository`,
        ),
      ),
    ...references.flatMap(({ name, arn, valueFrom }): Draft[] =>
      arn === valueFrom
        ? []
        : arn
          ? [
              changed(
                "cosmetic",
                `${field}.secrets.${name}`,
                `${where}.secrets.${name}`,
                "the name of an SSM parameter, written as the ARN that it has in the service's own account and region",
              ),
            ]
          : [
              lost(
                "blocker",
                `${field}.secrets.${name}`,
                "it is neither the ARN of a Secrets Manager secret or SSM parameter nor a parameter's name",
                "Give the variable a secret's ARN in a new revision of the task definition, and adopt that",
              ),
            ],
    ),
  ];
  return {
    drafts,
    environment: Object.fromEntries([...environment].sort(byName).map(({ name, value }) => [name, value])),
    secrets: Object.fromEntries(references.sort(byName).flatMap(({ name, arn }) => (arn ? [[name, arn]] : []))),
  };
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
