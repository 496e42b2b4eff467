import type { InputRule } from "../input";
import { eachService } from "./each-service";

/** The two ends of the range of tasks are in order. */
export const scaling: InputRule[] = [
  eachService({
    say: (name, min: string, max: string) => ({
      path: `services.${name}.scaling.min_task_count`,
      got: min,
      why: `it is more than max_task_count = ${max}`,
      fix: "Raise max_task_count or lower min_task_count",
    }),
    bad: ({ service: { scaling: s } }) => (s.min_task_count > s.max_task_count ? [[String(s.min_task_count), String(s.max_task_count)]] : []),
    plan: { quote: ["${s.scaling.min_task_count}", "${s.scaling.max_task_count}"], when: "s.scaling.min_task_count > s.scaling.max_task_count" },
  }),
];
