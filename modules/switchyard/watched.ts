import { type IResolvable, TerraformLocal } from "cdktf";
import { hcl } from "../kit/hcl";
import type { Mode } from "../kit/capability";
import type { ExpressTrack } from "./express-track";
import type { Placement } from "./placement";
import type { PlainTrack } from "./plain-track";

/**
 * Where the metrics of each service are found: the one place that knows it for both tracks. On Express Mode every
 * public service is behind the load balancer that was discovered. A service that is not public has the same alarms on
 * either track: its callers do not come by the internal load balancer that Express Mode makes for it. Which services
 * have one is known at plan. Both tracks of a service are watched while both run; the one that stands by is
 * `<service>-standby`.
 */
export function watchedServices(place: Placement, plain: PlainTrack, express: ExpressTrack | undefined): IResolvable {
  // Deployments that shift traffic move requests from one to the other.
  const group = hcl`${plain.alb.output("target_groups")}[name]`;
  const targetGroups = hcl`[${group}.target_group_arn, ${group}.alternate_target_group_arn]`;
  const key = (track: Mode) => hcl`\${name}\${${place.modes}[name] == ${track} ? "" : "-standby"}`;
  // At any hour: a schedule may ask for fewer.
  const least = hcl`min(s.scaling.min_task_count, [for each in s.scaling.schedules : each.min_task_count if each.min_task_count != null]...)`;
  const ecs = hcl`{ for name, s in ${place.ecs} : "${key("ecs")}" => {
    service_name   = ${plain.services.outputs("service_name")}[name]
    min_task_count = ${least}
    load_balancer  = s.public ? { arn = ${plain.alb.output("load_balancer_arn")}, target_group_arns = ${targetGroups} } : null
  } }`;
  const onExpress =
    express &&
    hcl`{ for name, s in ${place.express} : "${key("express")}" => {
    service_name   = ${express.services.outputs("service_name")}[name]
    min_task_count = s.scaling.min_task_count
    load_balancer  = s.public ? { arn = ${express.loadBalancer.output("load_balancer_arn")}, target_group_arns = ${express.services.outputs("target_group_arns")}[name] } : null
  } }`;
  const all = onExpress ? hcl`merge(${ecs}, ${onExpress})` : ecs;
  return new TerraformLocal(place, "watched", all).expression as IResolvable;
}
