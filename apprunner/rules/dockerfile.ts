import type { AppRunnerService } from "../definition";
import { isKnown } from "../unknown";
import { looksSecretText } from "./secret-looking";
import { runtime } from "./rule";

/** App Runner's managed runtimes, and an image of the same. @see https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code.html */
const BASES: Readonly<Record<string, string>> = {
  PYTHON_3: "python:3.8",
  PYTHON_311: "python:3.11",
  NODEJS_12: "node:12",
  NODEJS_14: "node:14",
  NODEJS_16: "node:16",
  NODEJS_18: "node:18",
  NODEJS_22: "node:22",
  CORRETTO_8: "amazoncorretto:8",
  CORRETTO_11: "amazoncorretto:11",
  GO_1: "golang:1",
  DOTNET_6: "dotnet/sdk:6.0",
  PHP_81: "php:8.1",
  RUBY_31: "ruby:3.1",
};

/** A Dockerfile that builds and starts what App Runner built and started; undefined when the definition does not tell how. */
export function dockerfile(service: AppRunnerService): string | undefined {
  const { Runtime, BuildCommand, StartCommand, Port } = runtime(service) as {
    Runtime?: string;
    BuildCommand?: string;
    StartCommand?: string;
    Port?: string;
  };
  const name = Runtime?.toUpperCase().replace(/^([A-Z]+)([0-9]+)$/, "$1_$2");
  const base = name === undefined ? undefined : BASES[name];
  if (
    !base ||
    !StartCommand ||
    ![BuildCommand ?? "", StartCommand].every((text) => isKnown(text) && !looksSecretText(text))
  )
    return undefined;
  const image = base.startsWith("dotnet") ? `mcr.microsoft.com/${base}` : `public.ecr.aws/docker/library/${base}`;
  const build = BuildCommand ? [`RUN ${BuildCommand.replace(/\s*\n\s*/g, " && ")}`] : [];
  return [
    `# What App Runner built as ${Runtime}. Check it: a runtime of App Runner may hold more than this base image.`,
    `FROM ${image}`,
    "WORKDIR /app",
    "COPY . .",
    ...build,
    `ENV PORT=${Port ?? "8080"}`,
    `EXPOSE ${Port ?? "8080"}`,
    `CMD ${JSON.stringify(["sh", "-c", StartCommand])}`,
    "",
  ].join("\n");
}
