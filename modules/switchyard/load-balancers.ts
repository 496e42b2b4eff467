import { hcl } from "../kit/hcl";
import type { ModuleCall } from "../kit/module";
import type { Placement } from "./placement";

/** The load balancers that there are, by track; which is known at plan. */
export class LoadBalancers {
  constructor(
    private readonly plain: ModuleCall,
    private readonly express: ModuleCall | undefined,
    private readonly place: Placement,
  ) {}

  /** Track to an output of its load balancer. */
  values(output: string) {
    const ecs = hcl`{ for track in ["ecs"] : track => ${this.plain.output(output)} if length(${this.place.served}) > 0 }`;
    if (!this.express) return ecs;
    return hcl`merge(${ecs}, { for track in ["express"] : track => ${this.express.output(output)} if length(${this.place.exposed}) > 0 })`;
  }
}
