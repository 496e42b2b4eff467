import { z } from "zod";
import { approximated, both, honoured, MODES } from "../kit/capability";

const onPlain = (what: string) => ({
  express: approximated(`unused: ${what} of a service on Express Mode is Express Mode's own`),
  ecs: honoured,
});

/** What a service that was made elsewhere keeps, so that Terraform imports it and replaces nothing. */
export const adopted = z
  .strictObject({
    mode: z.enum(MODES).meta({
      description:
        "The track it was adopted on. On the other one the service has the group's own names, so that a flip makes no name that is still taken.",
      capability: both,
    }),
    service_name: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,255}$/)
      .meta({
        description: "Its name in ECS; also the family of its task definitions. Another one replaces the service.",
        why: "the name of an ECS service is 1 to 255 letters, digits, hyphens and underscores",
        fix: "Write the name as ECS tells it",
        capability: both,
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
      }),
    target_group: z
      .strictObject({
        name: z
          .string()
          .regex(/^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/)
          .meta({
            description: "Its name. Another one replaces the target group.",
            why: "a target group's name is 1 to 32 letters, digits and hyphens, with no hyphen at either end",
            fix: "Write the name as Elastic Load Balancing tells it",
            capability: onPlain("the target group"),
            source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
          }),
        port: z
          .int()
          .min(1)
          .max(65535)
          .meta({
            description: "The port it was made with. Another one replaces the target group.",
            fix: "Write the port as Elastic Load Balancing tells it",
            capability: onPlain("the target group"),
          }),
      })
      .optional()
      .meta({
        description: "The target group that its tasks are in; a second one is made beside it.",
        default_is: "both are made",
      }),
    scaling_policy_name: z
      .string()
      .regex(/^[ -~]{1,256}$/)
      .optional()
      .meta({
        description: "The name of its target tracking policy. Another one replaces the policy.",
        default_is: "`<service name>-target-tracking`",
        why: "a scaling policy's name is 1 to 256 printable characters",
        fix: "Write the name as Application Auto Scaling tells it",
        capability: onPlain("the scaling policy"),
        source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html",
      }),
  })
  .optional()
  .meta({
    description:
      "Names that a service keeps which was made outside this module and is imported. `switchyard adopt` writes it.",
    default_is: "the service is made here, and its names are the group's",
  });
