import type { Problem } from "../../kit/problem";
import type { InputRule } from "../input";
import { runsOn, placed, sentence } from "./each-service";

const noRule = (services: string): Problem => ({
  path: "express_load_balancer",
  why: `a domain's names go on the listener rules of ${services}, which ECS tells together with the load balancer or not at all`,
  fix: 'Leave express_load_balancer out; or leave domain out, or set mode = "ecs"',
});

/** What a domain needs to be told of Express Mode. */
export const expressDomain: InputRule[] = [
  {
    problems: (input) => {
      const names = placed(input).flatMap(({ name, mode, service }) =>
        mode === "express" && service.public ? [name] : [],
      );
      return input.domain && input.express_load_balancer && names.length ? [noRule(names.sort().join(", "))] : [];
    },
    sentences:
      `[for names in [[for name, s in var.services : name if ${runsOn("express")} && s.public]] : ${sentence(noRule('${join(", ", names)}'))} ` +
      "if var.domain != null && var.express_load_balancer != null && length(names) > 0]",
  },
];
