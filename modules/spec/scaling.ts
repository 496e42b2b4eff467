import { z } from "zod";
import { approximated, both, honoured, refused } from "../kit/capability";
import { TASKS_PER_SERVICE } from "./limits";

const guide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";
const api = "https://docs.aws.amazon.com/autoscaling/application/APIReference";
const TARGET = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExpressGatewayScalingTarget.html";

const tasks = (least: number) => z.int().min(least).max(TASKS_PER_SERVICE);

/** Application Auto Scaling's default for ECS. */
const cooldown = (description: string, name: string) =>
  z
    .int()
    .min(0)
    .max(86400)
    .default(300)
    .meta({
      description,
      unit: "seconds",
      capability: {
        express: refused("the provider's Express resource has no argument for cooldowns", `leave ${name} out`),
        ecs: honoured,
      },
      source: `${api}/API_TargetTrackingScalingPolicyConfiguration.html`,
    });

const schedules = z
  .record(
    z
      .string()
      .regex(/^[A-Za-z0-9_.-]{1,64}$/)
      .meta({
        why: "the name of a schedule holds letters, digits, `_`, `.` and `-`, 64 at most",
        fix: "Rename the schedule",
      }),
    z.strictObject({
      schedule: z
        .string()
        .regex(/^(cron|rate|at)\([^()]+\)$/)
        .meta({
          description:
            "When: `cron(minute hour day month weekday year)`, `rate(…)` or, once, `at(yyyy-mm-ddThh:mm:ss)`.",
          why: "a schedule is written as `cron(…)`, `rate(…)` or `at(…)`",
          fix: 'Write, for instance, "cron(0 8 ? * MON-FRI *)"',
          capability: both,
        }),
      timezone: z
        .string()
        .min(1)
        .default("UTC")
        .meta({ description: "The time zone of the schedule, as `Europe/Berlin`.", capability: both }),
      min_task_count: tasks(0).optional().meta({
        description: "Tasks that run at the least from then on.",
        unit: "tasks",
        default_is: "unchanged",
        capability: both,
      }),
      max_task_count: tasks(0).optional().meta({
        description: "Tasks that run at the most from then on.",
        unit: "tasks",
        default_is: "unchanged",
        capability: both,
      }),
    }),
  )
  .default({})
  .meta({
    description:
      "Other limits at certain times, by a name of yours. An apply puts `min_task_count` and `max_task_count` back until the next one.",
    capability: {
      express: refused(
        "Express Mode owns the scalable target and writes its limits itself",
        'leave schedules out, or set mode = "ecs" for this service',
      ),
      ecs: honoured,
    },
    source: `${api}/API_ScheduledAction.html`,
  });

/** What both tracks scale by. */
const limits = z.strictObject({
  min_task_count: tasks(0)
    .default(1)
    .meta({
      description:
        "Tasks that run at the least. From 0 only a schedule leads back: no metric moves while nothing runs.",
      unit: "tasks",
      capability: {
        express: approximated("0 is passed on; AWS's guide does not say what becomes of the service then"),
        ecs: honoured,
      },
      source: `${guide}/service-autoscaling-targettracking.html`,
    }),
  max_task_count: tasks(1)
    .default(20)
    .meta({
      description: "Tasks that run at the most. Express Mode's own default.",
      unit: "tasks",
      capability: both,
      source: `${guide}/express-service-work.html`,
    }),
  auto_scaling_metric: z
    .enum(["AVERAGE_CPU", "AVERAGE_MEMORY", "REQUEST_COUNT_PER_TARGET"])
    .default("AVERAGE_CPU")
    .meta({
      description:
        "What the number of tasks follows. On the plain track, requests can be counted under the deployment strategy ROLLING alone.",
      capability: both,
      source: TARGET,
    }),
  auto_scaling_target_value: z.int().min(1).max(100000).default(60).meta({
    description: "The value of the metric to keep: percent for CPU and memory, requests for each task for requests.",
    capability: both,
    source: TARGET,
  }),
});

const DESCRIPTION = "How many tasks run. Once a service exists, autoscaling owns the number.";

/** The same, for a module that holds Express Mode alone. */
export const expressScaling = limits.prefault({}).meta({ description: DESCRIPTION });

export const scaling = limits
  .extend({
    scale_in_cooldown: cooldown("How long after a decrease no other one follows.", "scale_in_cooldown"),
    scale_out_cooldown: cooldown("How long an increase counts before the next one adds to it.", "scale_out_cooldown"),
    schedules,
  })
  .prefault({})
  .meta({ description: DESCRIPTION });
