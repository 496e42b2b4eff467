import { changed, type Draft } from "../finding";
import { type Place, problemAt } from "../source";
import { isObject, type Json, nothing, type Reading, textOf, wrong } from "./piece";

/** Keys that people write here and that App Runner does not read. */
const NO_EFFECT = [
  "cpu",
  "memory",
  "health-check",
  "healthcheck",
  "health_check",
  "scaling",
  "auto-scaling",
  "instance-role",
  "role",
  "vpc",
];

export const isAppRunnerYaml = (value: Json): boolean => "runtime" in value && ("run" in value || "build" in value);

/**
 * The configuration file of a service that App Runner builds from source. It is matched to the service it belongs to;
 * alone, it makes a service named after its folder.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/config-file-ref.html
 */
export function readAppRunnerYaml(value: Json, place: Place): Reading {
  const run = value["run"] ?? {};
  if (!isObject(run))
    return wrong(problemAt(place, "`run` is not a map", "Write run: with command, network, env and secrets below it"));
  const network = isObject(run["network"]) ? run["network"] : {};
  const values = {
    Runtime: value["runtime"],
    BuildCommand: buildCommand(value["build"]),
    StartCommand: textOf(run["command"]),
    Port: network["port"],
    RuntimeEnvironmentVariables: withPortName(run["env"], network),
    RuntimeEnvironmentSecrets: run["secrets"],
  };
  const service = {
    ServiceName: folderOf(place.file),
    SourceConfiguration: {
      CodeRepository: {
        CodeConfiguration: { ConfigurationSource: "API", CodeConfigurationValues: withoutUndefined(values) },
      },
    },
  };
  return {
    ...nothing,
    pieces: [
      {
        kind: "Service",
        value: service,
        place,
        id: `${place.file}#apprunner.yaml`,
        bundle: value,
        remarks: noEffect(value, run),
      },
    ],
  };
}

/** `network.env` names a variable that gets the port as well. */
function withPortName(env: unknown, network: Json): unknown {
  const name = textOf(network["env"]);
  const list = Array.isArray(env) ? env : [];
  if (!name) return env;
  return list.some((item) => isObject(item) && item["name"] === name)
    ? env
    : [...list, { name, value: String(network["port"] ?? 8080) }];
}

const buildCommand = (build: unknown): string | undefined => {
  const commands = isObject(build) && isObject(build["commands"]) ? build["commands"] : {};
  const all = ["pre-build", "build", "post-build"].flatMap((phase) =>
    Array.isArray(commands[phase]) ? commands[phase].map(String) : [],
  );
  return all.length ? all.join(" && ") : undefined;
};

const noEffect = (value: Json, run: Json): Draft[] =>
  [...Object.keys(value), ...Object.keys(run).map((key) => `run.${key}`)]
    .filter((key) => NO_EFFECT.includes(key.replace("run.", "")))
    .map((key) =>
      changed(
        "cosmetic",
        key,
        "nowhere",
        "apprunner.yaml does not know this key: it had no effect on App Runner either",
        "Write what you meant in the tfvars",
      ),
    );

const folderOf = (file: string): string =>
  file
    .split(/[\\/]/)
    .at(-2)
    ?.replace(/[^A-Za-z0-9-]/g, "-") || "app";

const withoutUndefined = (value: Json): Json =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
