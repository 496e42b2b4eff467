import { z } from "zod";
import { approximated } from "../kit/capability";

const guide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";

export const overlayShell = z
  .boolean()
  .default(false)
  .meta({
    description:
      "Whether `aws ecs execute-command` may open a shell in a task; adds the SSM messages permission to the task role.",
    source: `${guide}/ecs-exec.html`,
  });

const sidecar = z.strictObject({
  image: z.string().min(1).meta({
    description: "The container image.",
    why: "a sidecar needs a container image",
    fix: "Write the image with its tag or digest",
    reference: true,
  }),
  memory_reservation: z
    .int()
    .min(6)
    .max(8186)
    .meta({ description: "Memory that is kept for it. `Main` keeps the rest of the task's.", unit: "MiB" }),
  essential: z.boolean().default(false).meta({ description: "Whether the task stops when this container does." }),
  command: z.array(z.string()).default([]).meta({ description: "Words of the command that replaces the image's own." }),
  environment: z.record(z.string(), z.string()).default({}).meta({
    description: "Environment variables, in plain text; there are no secrets here.",
  }),
});

/** What Express Mode cannot have and ECS can be told after it. Every default is what Express Mode does by itself. */
export const expressOverlayDev = z
  .strictObject({
    cpu_architecture: z.enum(["X86_64", "ARM64"]).optional().meta({
      description:
        "The processor. The image must be built for both: the service's own tasks, which come first, are what Express Mode makes.",
      default_is: "the running task definition's, which is X86_64 unless a task definition of your own says otherwise",
    }),
    capacity_provider: z
      .enum(["FARGATE", "FARGATE_SPOT"])
      .default("FARGATE")
      .meta({ description: "Where tasks run; with FARGATE_SPOT every one, and all of them may go at once." }),
    enable_execute_command: overlayShell,
    propagate_tags: z.enum(["SERVICE", "TASK_DEFINITION", "NONE"]).default("SERVICE").meta({
      description: "Whose tags the tasks get: the service's, or the task definition's, which has the group's `tags`.",
    }),
    sidecars: z
      .record(
        z
          .string()
          .regex(/^[a-z][a-z0-9_-]{0,254}$/)
          .meta({
            why: "a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most",
            fix: "Rename it",
          }),
        sidecar,
      )
      .default({})
      .meta({ description: "Further containers of the task, by name. They log to the service's log group." }),
  })
  .optional()
  .meta({
    description:
      "For development and test only: what a workflow changes about the Express service after it exists, by a task definition derived from the running one. Each deployment is followed by a second one.",
    default_is: "the service stays as Express Mode made it",
    capability: {
      express: approximated(
        "for development and test only: applied after the fact, minutes later, at each deployment anew",
      ),
      ecs: approximated("unused, so that a flip keeps it: the options without `express_overlay_dev` do the same here"),
    },
  });
