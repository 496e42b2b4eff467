import { z } from "zod";
import { InputError } from "../modules/kit/problem";
import type { Configuration } from "./place";

/** A resource's values, before or after. */
export type Values = Readonly<Record<string, unknown>>;

const resourceChange = z.object({
  address: z.string(),
  mode: z.enum(["managed", "data"]),
  type: z.string(),
  action_reason: z.string().optional(),
  change: z.object({
    /** There of what is taken into the state. */
    importing: z.unknown().optional(),
    actions: z.array(z.enum(["no-op", "create", "read", "update", "delete", "forget"])),
    before: z.record(z.string(), z.unknown()).nullish(),
    after: z.record(z.string(), z.unknown()).nullish(),
    // True of members that the apply alone produces; of a resource that goes it may be `false`.
    after_unknown: z
      .record(z.string(), z.unknown())
      .or(z.boolean().transform(() => ({})))
      .nullish(),
  }),
});

const configuration: z.ZodType<Configuration> = z.object({
  module_calls: z.record(z.string(), z.object({ module: z.lazy(() => configuration).optional() })).optional(),
});

const plan = z.object({
  format_version: z.string(),
  resource_changes: z.array(resourceChange).default([]),
  configuration: z.object({ root_module: configuration.default({}) }).prefault({}),
  // What is known after the apply alone is left out.
  output_changes: z
    .record(
      z.string(),
      z.object({
        before: z.unknown().optional(),
        after: z.unknown().optional(),
        after_unknown: z.unknown().optional(),
      }),
    )
    .default({}),
  checks: z
    .array(
      z.object({
        address: z.object({ to_display: z.string() }),
        status: z.string(),
        instances: z.array(z.object({ problems: z.array(z.object({ message: z.string() })).optional() })).optional(),
      }),
    )
    .default([]),
  // A plan that failed is saved as far as it came.
  errored: z.boolean().default(false),
});

/** What `terraform show -json PLAN` (or tofu's) says, as far as the report needs it. */
export type Plan = z.infer<typeof plan>;
export type ResourceChange = z.infer<typeof resourceChange>;

/** What a plan has and a state has not, even where no resource changes. */
const OF_A_PLAN = ["planned_values", "configuration"];

/**
 * Reads a plan.
 *
 * @param where the file, for messages
 * @throws InputError when the text is no plan
 */
export function readPlan(text: string, where: string): Plan {
  const json = parseJson(text, where);
  const parsed = plan.safeParse(json);
  if (parsed.success && OF_A_PLAN.some((member) => member in (json as object))) return parsed.data;
  const why = parsed.success
    ? `it has neither ${OF_A_PLAN.join(" nor ")}, so it is a state or something else`
    : `${parsed.error.issues[0]?.path.join(".") || "it"} is not as in a plan`;
  throw new InputError(
    [
      {
        path: where,
        why,
        fix: "Give the output of `terraform show -json PLAN`, where PLAN was written by `terraform plan -out=PLAN`",
      },
    ],
    "plan-report",
  );
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      [
        {
          path: where,
          why: `it is not JSON (${(error as Error).message})`,
          fix: "Give the output of `terraform show -json PLAN`; PLAN itself is binary",
        },
      ],
      "plan-report",
    );
  }
}
