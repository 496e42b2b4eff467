import type { Mode } from "../modules/kit/capability";

/**
 * Where a resource stands: in a track of a service, in a track's front door, between the track's services, among what is
 * shared, or not ours. `group` tells a group from the others of the plan; it is empty where there is one alone.
 */
export type Place =
  | { readonly kind: "service"; readonly group: string; readonly track: Mode; readonly service: string }
  | { readonly kind: "front"; readonly group: string; readonly track: Mode }
  | { readonly kind: "between"; readonly group: string; readonly track: Mode }
  | { readonly kind: "shared"; readonly group: string; readonly part: string }
  | { readonly kind: "other" };

/** The groups of a plan: the path of each, `module.shop`, to what tells it from the others. */
export type Groups = ReadonlyMap<string, string>;

/** Modules that every group has, with a security group each, whatever its input. Others' names are anybody's. */
const MARKS = ["alb_lockdown", "private_names"];

/** The two rules between the plain load balancer and a service's tasks, and the rule for each admitted block, are the plain track's. */
const PLAIN_RULE = /^aws_vpc_security_group_(in|e)gress_rule$/;

/** What the composition keeps in the state by itself. */
const OF_THE_SWITCH = /^(?:(.+)\.)?terraform_data\.(?:cutover|url_track)\b/;

/** A step of an address, `module.ecs["api"].` */
const STEP = /module\.([A-Za-z0-9_-]+)(?:\[(?:"([^"]*)"|\d+)\])?\./y;

interface Step {
  readonly name: string;
  readonly key: string | undefined;
  /** The address before it, without the last dot. */
  readonly path: string;
}

/** A module's configuration, as far as it tells what is in it. */
export interface Configuration {
  readonly module_calls?: Readonly<Record<string, { readonly module?: Configuration | undefined }>> | undefined;
}

/** The groups that these addresses are of: by what else is there, or, in a plan of parts, by the configuration. */
export function groupsOf(addresses: readonly string[], root: Configuration): Groups {
  const named = new Map<string, Set<string>>();
  for (const { name, path } of addresses.flatMap(stepsOf)) named.set(path, (named.get(path) ?? new Set()).add(name));
  const configured = configuredIn(root);
  const paths = [...named]
    .filter(([path, names]) => MARKS.every((mark) => names.has(mark)) || configured.includes(withoutKeys(path)))
    .map(([path]) => path);
  return new Map(paths.map((path) => [path, paths.length > 1 ? path.replace(/module\.|"/g, "") || "root" : ""]));
}

const withoutKeys = (path: string): string => path.replace(/\[[^\]]*\]/g, "");

function configuredIn({ module_calls: calls = {} }: Configuration, path: readonly string[] = []): string[] {
  const inside = Object.entries(calls).flatMap(([name, { module }]) =>
    configuredIn(module ?? {}, [...path, `module.${name}`]),
  );
  return MARKS.every((mark) => mark in calls) ? [path.join("."), ...inside] : inside;
}

function stepsOf(address: string): Step[] {
  const steps: Step[] = [];
  let at = 0;
  for (;;) {
    STEP.lastIndex = at;
    const [step, name = "", key] = STEP.exec(address) ?? [];
    if (!step) return steps;
    steps.push({ name, key, path: address.slice(0, Math.max(0, at - 1)) });
    at += step.length;
  }
}

/** Says of which group something is, where there are several: `shop: api`. */
export const ofGroup = (group: string, text: string): string => (group ? `${group}: ${text}` : text);

/** The place of an address such as `module.shop.module.ecs["api"].aws_ecs_service.this`. */
export function placeOf(address: string, type: string, groups: Groups): Place {
  const step = stepsOf(address).findLast(({ path }) => groups.has(path));
  const kept = OF_THE_SWITCH.exec(address);
  const group = groups.get(step?.path ?? kept?.[1] ?? "");
  if (group === undefined) return { kind: "other" };
  if (step) return placeIn(group, step, address, type);
  return kept ? { kind: "shared", group, part: "switch" } : { kind: "other" };
}

function placeIn(group: string, { name, key }: Step, address: string, type: string): Place {
  switch (name) {
    case "ecs":
    case "express":
      return { kind: "service", group, track: name, service: key ?? "" };
    case "express_stack":
      return { kind: "service", group, track: "express", service: key ?? "" };
    case "alb":
      return { kind: "front", group, track: "ecs" };
    case "express_load_balancer":
    case "express_domain":
    case "express_overlay_dev":
    case "express_ingress_overlay_dev":
      return { kind: "front", group, track: "express" };
    case "service_connect_refresh":
      return { kind: "between", group, track: "ecs" };
  }
  if (name === "alb_lockdown" && PLAIN_RULE.test(type)) return { kind: "front", group, track: "ecs" };
  if (name === "waf_allowlist" && type === "aws_wafv2_web_acl_association")
    return { kind: "front", group, track: address.includes('["express"]') ? "express" : "ecs" };
  return { kind: "shared", group, part: name };
}
