import type { InputRule } from "../input";
import type { Service } from "../service";
import { eachService, runsOn } from "./each-service";

const REQUESTS = "REQUEST_COUNT_PER_TARGET";

/** Of two schedules, the limits that stand when `schedule` acts after `other` and leaves `option` as that one set it. */
const pairsOf = ({ schedules }: Service["scaling"]) =>
  Object.entries(schedules).flatMap(([schedule, each]) =>
    Object.entries(schedules).flatMap(([other, before]) => [
      {
        schedule,
        other,
        option: "max_task_count",
        own: each.max_task_count,
        min: each.min_task_count,
        max: before.max_task_count,
      },
      {
        schedule,
        other,
        option: "min_task_count",
        own: each.min_task_count,
        min: before.min_task_count,
        max: each.max_task_count,
      },
    ]),
  );

/** The same in HCL, as a list. */
const PAIRS_HCL =
  "flatten([for schedule, each in s.scaling.schedules : [for other, before in s.scaling.schedules : [" +
  '{ schedule = schedule, other = other, option = "max_task_count", own = each.max_task_count, min = each.min_task_count, max = before.max_task_count }, ' +
  '{ schedule = schedule, other = other, option = "min_task_count", own = each.min_task_count, min = before.min_task_count, max = each.max_task_count }]]])';

/** The range of tasks is in order, and its metric is one that the service has. */
export const scaling: InputRule[] = [
  eachService({
    say: (name, min: string, max: string) => ({
      path: `services.${name}.scaling.min_task_count`,
      got: min,
      why: `it is more than max_task_count = ${max}`,
      fix: "Raise max_task_count or lower min_task_count",
    }),
    bad: ({ service: { scaling: s } }) =>
      s.min_task_count > s.max_task_count ? [[String(s.min_task_count), String(s.max_task_count)]] : [],
    plan: {
      quote: ["${s.scaling.min_task_count}", "${s.scaling.max_task_count}"],
      when: "s.scaling.min_task_count > s.scaling.max_task_count",
    },
  }),
  eachService({
    say: (name) => ({
      path: `services.${name}.scaling.auto_scaling_metric`,
      got: `"${REQUESTS}"`,
      why: "the service is not public, so no load balancer counts its requests",
      fix: "Scale by AVERAGE_CPU or AVERAGE_MEMORY",
    }),
    bad: ({ mode, service }) =>
      mode === "ecs" && !service.public && service.scaling.auto_scaling_metric === REQUESTS ? [[]] : [],
    plan: { quote: [], when: `${runsOn("ecs")} && !s.public && s.scaling.auto_scaling_metric == "${REQUESTS}"` },
  }),
  eachService({
    say: (name, strategy: string) => ({
      path: `services.${name}.scaling.auto_scaling_metric`,
      got: `"${REQUESTS}"`,
      why: `a deployment by ${strategy} swaps the service's two target groups, and Application Auto Scaling counts the requests of one`,
      fix: "Scale by AVERAGE_CPU or AVERAGE_MEMORY, or deploy by ROLLING",
    }),
    bad: ({
      mode,
      service: {
        scaling: s,
        deployment_configuration: { strategy },
      },
    }) => (mode === "ecs" && strategy !== "ROLLING" && s.auto_scaling_metric === REQUESTS ? [[strategy]] : []),
    plan: {
      quote: ["${s.deployment_configuration.strategy}"],
      when: `${runsOn("ecs")} && s.deployment_configuration.strategy != "ROLLING" && s.scaling.auto_scaling_metric == "${REQUESTS}"`,
    },
  }),
  eachService({
    say: (name, schedule: string) => ({
      path: `services.${name}.scaling.schedules.${schedule}`,
      why: "it changes nothing",
      fix: "Give min_task_count, max_task_count or both",
    }),
    bad: ({ service: { scaling: s } }) =>
      Object.entries(s.schedules)
        .filter(([, each]) => each.min_task_count == null && each.max_task_count == null)
        .map(([schedule]) => [schedule]),
    plan: {
      quote: ["${schedule}"],
      over: "schedule, each in s.scaling.schedules",
      when: "each.min_task_count == null && each.max_task_count == null",
    },
  }),
  eachService({
    say: (name, schedule: string, min: string, max: string) => ({
      path: `services.${name}.scaling.schedules.${schedule}`,
      why: `it leaves at least ${min} and at most ${max} tasks`,
      fix: "Give both of its min_task_count and max_task_count, in order",
    }),
    bad: ({ service: { scaling: s } }) =>
      Object.entries(s.schedules)
        .map(([schedule, each]) => ({
          schedule,
          min: each.min_task_count ?? s.min_task_count,
          max: each.max_task_count ?? s.max_task_count,
        }))
        .filter(({ min, max }) => min > max)
        .map(({ schedule, min, max }) => [schedule, String(min), String(max)]),
    plan: {
      quote: ["${schedule}", "${limits[0]}", "${limits[1]}"],
      over: "schedule, limits in { for schedule, each in s.scaling.schedules : schedule => [coalesce(each.min_task_count, s.scaling.min_task_count), coalesce(each.max_task_count, s.scaling.max_task_count)] }",
      when: "limits[0] > limits[1]",
    },
  }),
  eachService({
    say: (name, schedule: string, option: string, other: string, min: string, max: string) => ({
      path: `services.${name}.scaling.schedules.${schedule}`,
      why: `it leaves ${option} as ${other} sets it, and so at least ${min} and at most ${max} tasks`,
      fix: `Give ${option} as well`,
    }),
    bad: ({ service }) =>
      pairsOf(service.scaling)
        .filter(({ own, min, max }) => own == null && min != null && max != null && min > max)
        .map(({ schedule, option, other, min, max }) => [schedule, option, other, String(min), String(max)]),
    plan: {
      quote: ["${pair.schedule}", "${pair.option}", "${pair.other}", "${pair.min}", "${pair.max}"],
      over: `pair in ${PAIRS_HCL}`,
      when: "pair.own == null && try(pair.min > pair.max, false)",
    },
  }),
];
