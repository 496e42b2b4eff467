/** Errors and warnings for terraform. */
import { AwsError } from "../world/errors";

/** One message for the user. */
export interface Diagnostic {
  severity: 1 | 2;
  summary: string;
  detail: string;
}

const DOING = { create: "creating", update: "updating", delete: "deleting", read: "reading" } as const;

/** `aws_ecs_service` → `ECS Service`. */
function titleOf(type: string): string {
  const upper = new Set([
    "vpc",
    "ecs",
    "iam",
    "lb",
    "acm",
    "s3",
    "kms",
    "ssm",
    "sns",
    "sfn",
    "eip",
    "nat",
    "acl",
    "ip",
    "waf",
    "wafv2",
  ]);
  return type
    .replace(/^(data\.)?aws_/, "")
    .split("_")
    .map((word) => (upper.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(" ");
}

/** The diagnostic of a failed call: AWS's words for an AwsError, the stack for a mistake of ours. */
export function failure(operation: keyof typeof DOING, type: string, name: string, error: unknown): Diagnostic {
  if (!(error instanceof AwsError))
    return {
      severity: 1,
      summary: `simulator: ${DOING[operation]} ${type} (${name})`,
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  return {
    severity: 1,
    summary: `${DOING[operation]} ${titleOf(type)}${name ? ` (${name})` : ""}: ${error.toString()}`,
    detail: "",
  };
}
