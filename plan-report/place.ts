import type { Mode } from "../modules/kit/capability";

/** Where a resource stands: in a track of a service, in a track's front door, between the track's services, among what is shared, or not ours. */
export type Place =
  | { readonly kind: "service"; readonly track: Mode; readonly service: string }
  | { readonly kind: "front"; readonly track: Mode }
  | { readonly kind: "between"; readonly track: Mode }
  | { readonly kind: "shared"; readonly part: string }
  | { readonly kind: "other" };

/** The modules that hold what a flip does not touch. */
const SHARED = new Set([
  "network",
  "cluster",
  "roles",
  "log_group",
  "task_definition",
  "security_groups",
  "private_names",
  "certificate",
  "dns_records",
  "alb_lockdown",
  "waf_allowlist",
  "alarms",
  "dashboard",
]);

/** The two rules between the plain load balancer and a service's tasks, and the rule for each admitted block, are the plain track's. */
const PLAIN_RULE = /^aws_vpc_security_group_(in|e)gress_rule$/;

/** What the composition keeps in the state by itself. */
const OF_THE_SWITCH = /\.terraform_data\.(cutover|url_track)\b/;

/** The place of an address such as `module.shop.module.ecs["api"].aws_ecs_service.this`. */
export function placeOf(address: string, type: string): Place {
  const steps = [...address.matchAll(/module\.([A-Za-z0-9_-]+)(?:\["([^"]*)"\])?/g)].map(([, name = "", key]) => ({
    name,
    key,
  }));
  if (type === "terraform_data" && OF_THE_SWITCH.test(address)) return { kind: "shared", part: "switch" };
  for (const { name, key } of steps.reverse()) {
    if ((name === "ecs" || name === "express") && key !== undefined)
      return { kind: "service", track: name, service: key };
    if (name === "express_stack" && key !== undefined) return { kind: "service", track: "express", service: key };
    if (name === "alb") return { kind: "front", track: "ecs" };
    if (name === "service_connect_refresh") return { kind: "between", track: "ecs" };
    if (name === "express_load_balancer") return { kind: "front", track: "express" };
    if (name === "alb_lockdown" && PLAIN_RULE.test(type)) return { kind: "front", track: "ecs" };
    if (name === "waf_allowlist" && type === "aws_wafv2_web_acl_association")
      return { kind: "front", track: address.includes('["express"]') ? "express" : "ecs" };
    if (name === "express_domain") return { kind: "front", track: "express" };
    if (SHARED.has(name)) return { kind: "shared", part: name };
  }
  return { kind: "other" };
}
