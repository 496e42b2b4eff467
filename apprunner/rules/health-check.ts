import { changed, type Draft, kept, lost, noted } from "../finding";
import type { AppRunnerService } from "../definition";
import type { Rule, ServiceInput } from "./rule";

type HealthCheck = NonNullable<AppRunnerService["HealthCheckConfiguration"]>;
type Numbers = "Interval" | "Timeout" | "HealthyThreshold" | "UnhealthyThreshold";

/** App Runner's defaults. @see https://docs.aws.amazon.com/apprunner/latest/api/API_HealthCheckConfiguration.html */
const DEFAULTS: Readonly<Record<Numbers, number>> = {
  Interval: 5,
  Timeout: 2,
  HealthyThreshold: 1,
  UnhealthyThreshold: 5,
};

/** What Express Mode's target groups have, and nobody can change. */
const EXPRESS: Readonly<Record<Numbers, number>> = {
  Interval: 30,
  Timeout: 5,
  HealthyThreshold: 5,
  UnhealthyThreshold: 2,
};

/** The same in the input's names, for plain ECS. */
const OPTIONS = {
  Interval: "interval",
  Timeout: "timeout",
  HealthyThreshold: "healthy_threshold",
  UnhealthyThreshold: "unhealthy_threshold",
} as const;

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
 * A load balancer checks over HTTP and takes a 200 only; App Runner's default is an open TCP port. The numbers go to
 * plain ECS as near as a load balancer takes them; Express Mode has its own.
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
  const numbers = (Object.keys(DEFAULTS) as Numbers[]).filter((name) => given?.[name] !== undefined);
  return {
    drafts: [
      ...drafts,
      ...numbers.map((name) => (mode === "express" ? ofExpress(name, given!) : ofPlain(name, given!, key))),
    ],
    service: {
      health_check_path: usable ? (given.Path as string) : "/",
      ...(mode === "ecs" && numbers.length ? { health_check: nearest(given!) } : {}),
    },
  };
};

/** All four, since they depend on one another: those that are left out at App Runner's defaults. */
const nearest = (given: HealthCheck): NonNullable<ServiceInput["health_check"]> => {
  const clamped = clampHealthCheck(given);
  return Object.fromEntries((Object.keys(OPTIONS) as Numbers[]).map((name) => [OPTIONS[name], clamped[name]]));
};

function ofPlain(name: Numbers, given: HealthCheck, key: string): Draft {
  const field = `HealthCheckConfiguration.${name}`;
  const to = `services.${key}.health_check.${OPTIONS[name]}`;
  const clamped = clampHealthCheck(given)[name];
  return clamped === given[name]
    ? kept(field, to)
    : changed("behaviour", field, to, `it was ${given[name]}; a load balancer takes ${clamped} at the nearest`);
}

function ofExpress(name: Numbers, given: HealthCheck): Draft {
  const field = `HealthCheckConfiguration.${name}`;
  return given[name] === EXPRESS[name]
    ? noted(field, `${EXPRESS[name]}, as it was`)
    : lost(
        "behaviour",
        field,
        `it was ${given[name]}; Express Mode's own value, which cannot be set, is ${EXPRESS[name]}`,
        null,
      );
}
