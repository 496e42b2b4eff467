import type { Change } from "./changes";

/** A service, or a shared thing, that callers may miss while the plan is applied. */
export interface Downtime {
  readonly what: string;
  readonly expected: "none" | "a gap" | "until callers learn the new address" | "unknown";
  readonly why: string;
}

const SERVICE_TYPES = new Set(["aws_ecs_service", "aws_ecs_express_gateway_service", "aws_cloudformation_stack"]);

/** What each changed service's callers notice. */
export function downtimeOf(changes: readonly Change[]): Downtime[] {
  const services = changes.filter(
    ({ type, place, action }) => SERVICE_TYPES.has(type) && place.kind === "service" && action !== "no-op",
  );
  const doors = replacedDoors(changes);
  const changed = services.map(({ place }) => (place.kind === "service" ? place.service : ""));
  const names = [...new Set([...changed, ...doors.keys()])].sort();
  return [
    ...names.map((name) =>
      ofService(
        name,
        services.filter(({ place }) => place.kind === "service" && place.service === name),
        doors.get(name),
      ),
    ),
    ...ofShared(changes),
  ];
}

/** Services whose listener rule of the plain load balancer is replaced, and why that is noticed. */
function replacedDoors(changes: readonly Change[]): ReadonlyMap<string, string> {
  const replaced = (type: string): string[] =>
    changes
      .filter((change) => change.type === type && change.action === "replace")
      .flatMap(({ address }) => /\.this\["([^"]+)"\]$/.exec(address)?.[1] ?? []);
  const emptied = replaced("aws_lb_target_group");
  return new Map(
    replaced("aws_lb_listener_rule").map((service) => [
      service,
      emptied.includes(service)
        ? "its target groups are replaced, and the new ones are empty until its tasks are in them"
        : "its listener rule is replaced: the old one goes before the new one comes",
    ]),
  );
}

function ofService(what: string, changes: readonly Change[], door: string | undefined): Downtime {
  const has = (action: Change["action"]) => changes.some((change) => change.action === action);
  if (has("create") && has("delete")) {
    return {
      what,
      expected: "a gap",
      why: "it moves to the other track in one apply: Terraform makes the new service and destroys the old one in no fixed order, and the public URL is another",
    };
  }
  if (has("replace"))
    return {
      what,
      expected: "a gap",
      why: "the service is destroyed and made anew; on Express Mode its URL never comes back",
    };
  if (has("delete")) return { what, expected: "a gap", why: "it is destroyed and nothing takes its place" };
  if (has("create")) return { what, expected: "none", why: "it is new" };
  if (door !== undefined) return { what, expected: "a gap", why: door };
  return { what, expected: "none", why: "it is deployed in place: new tasks are healthy before old ones stop" };
}

/** Shared things that are destroyed or replaced take every service with them. */
const ofShared = (changes: readonly Change[]): Downtime[] =>
  sharedLosses(changes).map(({ address, action }) => ({
    what: address,
    expected: "unknown" as const,
    why: `it is shared by every service and would be ${action === "replace" ? "replaced" : "destroyed"}`,
  }));

/** What a change takes away of the shared part; leaf rules and policies, which come and go with services, are none of it. */
export const sharedLosses = (changes: readonly Change[]): Change[] =>
  changes.filter(
    ({ place, action, type }) =>
      place.kind === "shared" && (action === "delete" || action === "replace") && VITAL.has(type),
  );

const VITAL = new Set([
  "aws_vpc",
  "aws_subnet",
  "aws_internet_gateway",
  "aws_ecs_cluster",
  "aws_service_discovery_http_namespace",
  "aws_service_discovery_private_dns_namespace",
  "aws_wafv2_web_acl",
  "aws_wafv2_ip_set",
  "aws_cloudwatch_log_group",
  "aws_iam_role",
  "aws_security_group",
  "aws_network_acl",
]);
