import type { InputRule } from "../input";
import { eachService, MODE } from "./each-service";

const REQUESTS = "REQUEST_COUNT_PER_TARGET";

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
    plan: { quote: [], when: `${MODE} == "ecs" && !s.public && s.scaling.auto_scaling_metric == "${REQUESTS}"` },
  }),
];
