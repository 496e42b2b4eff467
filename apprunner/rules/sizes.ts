import { EXPRESS_MEMORY, FARGATE_MEMORY } from "../../modules/spec/limits";
import { changed, kept, lost } from "../finding";
import { SIZES } from "../shapes";
import type { Rule } from "./rule";

/** App Runner's own defaults: 1 vCPU, 2 GB. @see https://docs.aws.amazon.com/apprunner/latest/api/API_InstanceConfiguration.html */
export const DEFAULT_SIZE = { cpu: 1024, memory: 2048 };

/**
 * All eleven pairs of App Runner are pairs of Fargate. Express Mode's resource takes 8192 MiB at the most, so 4 vCPU with
 * 10 or 12 GB goes to plain ECS.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/architecture.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_express_gateway_service
 */
export const sizes: Rule = ({ service: { InstanceConfiguration: given } }, { key, mode }) => {
  const cpu = Number(given?.Cpu ?? DEFAULT_SIZE.cpu);
  const memory = Number(given?.Memory ?? DEFAULT_SIZE.memory);
  const written = { cpu: "InstanceConfiguration.Cpu", memory: "InstanceConfiguration.Memory" };
  if (!FARGATE_MEMORY[cpu]?.includes(memory)) {
    return {
      drafts: [
        lost(
          "blocker",
          written.memory,
          `${cpu} CPU units with ${memory} MiB is no pair of App Runner or Fargate`,
          `Choose one: with ${cpu}, App Runner has ${SIZES[cpu]?.join(", ")}`,
        ),
        kept(written.cpu, `services.${key}.cpu`),
      ],
    };
  }
  const tooLarge = mode === "express" && !EXPRESS_MEMORY[cpu]?.includes(memory);
  const note =
    given?.Memory === undefined || given.Cpu === undefined
      ? "App Runner's default where nothing is written (1 vCPU, 2 GB)"
      : "carried as it is";
  return {
    drafts: [
      kept(written.cpu, `services.${key}.cpu`, note),
      tooLarge
        ? {
            ...changed(
              "blocker",
              written.memory,
              `services.${key}.memory`,
              `Express Mode takes 8192 MiB at the most, and this is ${memory}`,
              "Run it on plain ECS, or try 8192",
            ),
            needs: "ecs" as const,
          }
        : kept(written.memory, `services.${key}.memory`, note),
    ],
    service: { cpu, memory },
  };
};
