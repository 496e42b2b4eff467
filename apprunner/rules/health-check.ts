import { changed, type Draft, kept, lost, noted } from "../finding";
import type { AppRunnerService } from "../definition";
import type { Rule } from "./rule";

type HealthCheck = NonNullable<AppRunnerService["HealthCheckConfiguration"]>;
type Numbers = "Interval" | "Timeout" | "HealthyThreshold" | "UnhealthyThreshold";

/** App Runner's defaults. @see https://docs.aws.amazon.com/apprunner/latest/api/API_HealthCheckConfiguration.html */
const DEFAULTS: Readonly<Record<Numbers, number>> = {
  Interval: 5,
  Timeout: 2,
  HealthyThreshold: 1,
  UnhealthyThreshold: 5,
};

/** What each track's target group has, and nobody can change: Express Mode's own values, and this project's on plain ECS. */
export const TARGET_GROUP: Readonly<Record<"express" | "ecs", Readonly<Record<Numbers, number>>>> = {
  express: { Interval: 30, Timeout: 5, HealthyThreshold: 5, UnhealthyThreshold: 2 },
  ecs: { Interval: 15, Timeout: 5, HealthyThreshold: 2, UnhealthyThreshold: 3 },
};

/**
 * The nearest check that a target group of a load balancer takes: interval 5 to 300 s and longer than the timeout,
 * timeout 2 to 120 s, thresholds 2 to 10.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export function clampHealthCheck(given: Partial<Pick<HealthCheck, Numbers>>): Record<Numbers, number> {
  const value = { ...DEFAULTS, ...given };
  const timeout = Math.min(120, Math.max(2, value.Timeout));
  const interval = Math.min(300, Math.max(5, value.Interval));
  const threshold = (count: number): number => Math.min(10, Math.max(2, count));
  return {
    Interval: interval > timeout ? interval : timeout + 1,
    Timeout: timeout,
    HealthyThreshold: threshold(value.HealthyThreshold),
    UnhealthyThreshold: threshold(value.UnhealthyThreshold),
  };
}

/**
 * A load balancer checks over HTTP and takes a 200 only; App Runner's default is an open TCP port. Of the rest, the input
 * has the path alone.
 */
export const healthCheck: Rule = ({ service: { HealthCheckConfiguration: given } }, { key, mode }) => {
  const path = "HealthCheckConfiguration";
  const to = `services.${key}.health_check_path`;
  const http = given?.Protocol === "HTTP";
  const usable = http && given.Path !== undefined && /^\/[^\s]*$/.test(given.Path);
  const drafts: Draft[] = [];
  if (http) {
    drafts.push(noted(`${path}.Protocol`, "HTTP on both sides"));
    if (given.Path !== undefined && !usable)
      drafts.push(
        lost(
          "behaviour",
          `${path}.Path`,
          "it is not a path that starts with / and holds no space, so / is asked for",
          "Write health_check_path into the tfvars",
        ),
      );
    else
      drafts.push(
        { ...kept(`${path}.Path`, to), ...(given.Path === undefined ? { what: "not written: /" } : {}) },
        changed(
          "behaviour",
          `${path}.*`,
          to,
          "the load balancer takes a 200 only; what App Runner takes for healthy is not documented",
          `Check that ${given.Path ?? "/"} answers 200, and not with a redirect`,
        ),
      );
  } else {
    drafts.push(
      changed(
        "behaviour",
        `${path}.Protocol`,
        to,
        "TCP (App Runner's default) becomes HTTP on /: a program that answers 401, 404 or a redirect there is not healthy",
        "Write a path that answers 200 as health_check_path into the tfvars",
      ),
    );
    if (given?.Path !== undefined)
      drafts.push(noted(`${path}.Path`, "App Runner answers with it, and a TCP check does not use it"));
  }
  return {
    drafts: [...drafts, ...numbers(given ?? {}, mode)],
    service: { health_check_path: usable ? (given.Path as string) : "/" },
  };
};

/** The four numbers that the input does not have. */
function numbers(given: HealthCheck, mode: "express" | "ecs"): Draft[] {
  const nearest = clampHealthCheck(given);
  const fixed = TARGET_GROUP[mode];
  const whose =
    mode === "express" ? "Express Mode's own value, which cannot be set," : "this project's value on plain ECS";
  return (Object.keys(DEFAULTS) as Numbers[])
    .filter((name) => given[name] !== undefined)
    .map((name) => {
      const clamped = nearest[name] === given[name] ? "" : ` (a load balancer takes ${nearest[name]} at the nearest)`;
      return given[name] === fixed[name]
        ? noted(`HealthCheckConfiguration.${name}`, `${fixed[name]}, as it was`)
        : lost(
            "behaviour",
            `HealthCheckConfiguration.${name}`,
            `it was ${given[name]}${clamped}; ${whose} is ${fixed[name]}`,
            null,
          );
    });
}
