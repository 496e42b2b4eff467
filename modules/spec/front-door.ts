import { z } from "zod";
import { approximated, honoured, refused } from "../kit/capability";

const elb = "https://docs.aws.amazon.com/elasticloadbalancing/latest";

/** The plain track honours it; Express Mode's load balancer and its rules are its own. */
const onlyPlain = (why: string, option: string) => ({
  express: refused(why, `leave ${option} out`),
  ecs: honoured,
});
const ownRule = "the listener rule is Express Mode's own, and one added beside it breaks at the next deployment";
const ownGroups = "the target groups are Express Mode's own";

const seconds = (low: number, high: number, byDefault: number, description: string) =>
  z
    .int()
    .min(low)
    .max(high)
    .default(byDefault)
    .meta({ description, unit: "seconds", capability: onlyPlain(ownGroups, "health_check") });
const checks = (byDefault: number, description: string) =>
  z
    .int()
    .min(2)
    .max(10)
    .default(byDefault)
    .meta({ description, unit: "checks", capability: onlyPlain(ownGroups, "health_check") });

/** How a service is found on the load balancer, and how the load balancer treats its tasks. */
export const frontDoor = {
  host_names: z
    .array(
      z
        .string()
        .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/)
        .meta({
          why: "it is not a full host name in lower case",
          fix: 'Write a name such as "www.example.com"',
        }),
    )
    .default([])
    .meta({
      description:
        "Full names it answers to in a group with a domain, the apex and names of other domains among them. None: `<service>.<domain>`.",
      example: ["example.com", "www.example.com"],
      capability: {
        express: approximated(
          "at most 4, beside the name that Express Mode generates; none is shared with another service",
        ),
        ecs: honoured,
      },
      source: `${elb}/application/rule-condition-types.html`,
    }),
  path_patterns: z
    .array(
      z
        .string()
        .regex(/^\/[A-Za-z0-9_.$\/~"'@:+&*?-]{0,127}$/)
        .meta({
          why: "a path pattern starts with `/`, has at most 128 characters and holds letters, digits, `_-.$/~\"'@:+&` and the wildcards `*` and `?`",
          fix: 'Write a pattern such as "/api/*"',
        }),
    )
    .default([])
    .meta({
      description:
        "Paths it answers to, so that several services share a host or, without a domain, a port. The path reaches the container as it is. None: every path that no other service takes.",
      example: ["/api/*"],
      capability: onlyPlain(ownRule, "path_patterns"),
      source: `${elb}/application/rule-condition-types.html`,
    }),
  stickiness: z
    .strictObject({
      cookie_duration: z.int().min(1).max(604800).default(86400).meta({
        description: "How long the load balancer's cookie holds.",
        unit: "seconds",
      }),
    })
    .optional()
    .meta({
      description:
        "Sends a client to the same task as before, by a cookie of the load balancer. Turning it on or off makes new target groups, and the service is away until its tasks are in them.",
      default_is: "any task",
      capability: onlyPlain(ownGroups, "stickiness"),
      source: `${elb}/application/edit-target-group-attributes.html`,
    }),
  slow_start: z
    .int()
    .min(0)
    .max(900)
    .default(0)
    .meta({
      description: "How long a new task gets fewer requests than its share, 30 to 900 seconds; 0 is not at all.",
      unit: "seconds",
      capability: onlyPlain(ownGroups, "slow_start"),
      source: `${elb}/application/edit-target-group-attributes.html`,
    }),
  deregistration_delay: z
    .int()
    .min(0)
    .max(3600)
    .default(30)
    .meta({
      description: "How long a stopping task may go on answering the requests it has.",
      unit: "seconds",
      capability: onlyPlain(ownGroups, "deregistration_delay"),
      source: `${elb}/application/edit-target-group-attributes.html`,
    }),
  health_check: z
    .strictObject({
      interval: seconds(5, 300, 15, "Time between two checks."),
      timeout: seconds(2, 120, 5, "How long an answer may take; less than `interval`."),
      healthy_threshold: checks(2, "Good checks in a row that make a task healthy."),
      unhealthy_threshold: checks(3, "Failed checks in a row that make it unhealthy."),
      matcher: z
        .string()
        .regex(/^[2-4][0-9]{2}([,-][2-4][0-9]{2})*$/)
        .default("200")
        .meta({
          description: "Statuses that are well.",
          example: "200-299",
          why: "it is not a list of HTTP statuses from 200 to 499",
          fix: 'Write statuses such as "200", "200,302" or "200-299"',
          capability: onlyPlain("only a 200 is well there", "matcher"),
        }),
    })
    .prefault({})
    .meta({
      description: "How the load balancer asks `health_check_path`.",
      source: `${elb}/application/target-group-health-checks.html`,
    }),
};

/** The options of {@link frontDoor}, to pick from a service. */
export const FRONT_DOOR = {
  host_names: true,
  path_patterns: true,
  stickiness: true,
  slow_start: true,
  deregistration_delay: true,
  health_check: true,
} as const;
