import { parse } from "shell-quote";
import { changed, kept, lost } from "../finding";
import { isKnown } from "../unknown";
import { looksSecretText } from "./secret-looking";
import { nothing, type Outcome, type Rule, runtime } from "./rule";

const DEFAULT_PORT = 8080;

/**
 * App Runner's default port is 8080, Express Mode's is 80: it is always written. App Runner injects PORT and ECS does
 * not, so it is written as a variable, unless the service sets it itself.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/develop.html
 */
export const port: Rule = ({ service }, { key }) => {
  const {
    path,
    Port,
    RuntimeEnvironmentVariables: variables = {},
    RuntimeEnvironmentSecrets: secrets = {},
  } = runtime(service);
  const number = Number(Port ?? DEFAULT_PORT);
  const usable = number >= 1 && number <= 65535;
  const to = `services.${key}.port`;
  const injected = "PORT" in variables || "PORT" in secrets;
  return {
    drafts: [
      !usable
        ? lost("blocker", `${path}.Port`, "it is no port", "Write a number from 1 to 65535")
        : Port === undefined
          ? changed("cosmetic", `${path}.Port`, to, `not written: App Runner's default, ${DEFAULT_PORT}`)
          : kept(`${path}.Port`, to),
      ...(injected
        ? []
        : [
            changed(
              "cosmetic",
              "PORT",
              `services.${key}.environment.PORT`,
              "App Runner injected it; ECS injects nothing, so it is a variable now",
            ),
          ]),
    ],
    service: {
      ...(usable ? { port: number } : {}),
      ...(injected || !usable ? {} : { environment: { PORT: String(number) } }),
    },
  };
};

/** A command as ECS takes it, and whether it needs a shell. */
export interface Command {
  readonly words: readonly string[];
  readonly shell: boolean;
}

/** What only a shell can do: operators, variables, patterns, assignments before the command, substitution. */
export function commandWords(text: string): Command {
  const parts = wordsOf(text);
  const plain = parts.every((part) => typeof part === "string");
  const assignment = typeof parts[0] === "string" && /^[A-Za-z_][A-Za-z0-9_]*=/.test(parts[0]);
  const shell = !plain || assignment || /[`\n~]|\$\(/.test(text) || unbalanced(text);
  return shell ? { words: ["sh", "-c", text], shell } : { words: parts as string[], shell };
}

/** The words, and the operators between them; a substitution that is not one is for the shell to complain of. */
const wordsOf = (text: string): readonly unknown[] => {
  try {
    return parse(text, (name) => ({ op: `$${name}` }) as never);
  } catch {
    return [undefined];
  }
};

/** Quotes that do not close: left to the shell, which says so. */
const unbalanced = (text: string): boolean => /["']/.test(text.replace(/\\./g, "").replace(/"[^"]*"|'[^']*'/g, ""));

/**
 * The start command is one string; ECS takes words. Both replace the image's CMD and keep its ENTRYPOINT.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/api/API_ImageConfiguration.html
 */
export const startCommand: Rule = ({ service }, { key }): Outcome => {
  const { path, StartCommand: text } = runtime(service);
  const field = `${path}.StartCommand`;
  if (text === undefined || text.trim() === "")
    return text === undefined
      ? nothing
      : { drafts: [kept(field, `services.${key}.command`, "empty: the image's own command")] };
  if (!isKnown(text))
    return leftOut(
      field,
      key,
      "behaviour",
      "the files do not hold all of it",
      "Write it into the tfvars as a list of words",
    );
  if (looksSecretText(text))
    return leftOut(
      field,
      key,
      "security",
      "it looks as if it held a secret, so it is not copied",
      "Give the program the secret as a variable (secrets), and write the command into the tfvars without it",
    );
  const { words, shell } = commandWords(text);
  const to = `services.${key}.command`;
  const draft = shell
    ? changed(
        "behaviour",
        field,
        to,
        'it uses what only a shell can do, so it runs as ["sh", "-c", …]; the image must have sh, and an ENTRYPOINT of the image gets these as its arguments',
        "Check that the image has no ENTRYPOINT, or write the words yourself",
      )
    : changed(
        "behaviour",
        field,
        to,
        "split into words as a shell does; it replaces the image's CMD, and its ENTRYPOINT stays",
      );
  return { drafts: [shell ? draft : { ...draft, severity: null }], service: { command: [...words] } };
};

const leftOut = (
  field: string,
  key: string,
  severity: "behaviour" | "security",
  what: string,
  todo: string,
): Outcome => ({
  drafts: [lost(severity, field, what, todo)],
  leftOut: [
    { in: "service", lines: [`command = [ … ]: ${what}.`, `${todo}. Until then ${key} runs the image's own command.`] },
  ],
});
