import { byGroup, type Change } from "./changes";
import { ofGroup } from "./place";
import { leavesAnOrigin, type NameRecord, recordsOf } from "./records";

/** A service, or a shared thing, that callers may miss while the plan is applied. */
export interface Downtime {
  readonly what: string;
  readonly expected: "none" | "up to a minute" | "a gap" | "until callers learn the new address" | "unknown";
  readonly why: string;
}

const SERVICE_TYPES = new Set(["aws_ecs_service", "aws_ecs_express_gateway_service", "aws_cloudformation_stack"]);

/** What each changed service's callers notice. */
export const downtimeOf = (changes: readonly Change[]): Downtime[] => [
  ...byGroup(changes).flatMap(([group, members]) =>
    ofServices(members).map((each) => ({ ...each, what: ofGroup(group, each.what) })),
  ),
  ...ofShared(changes),
];

function ofServices(changes: readonly Change[]): Downtime[] {
  const services = changes.filter(({ type, place }) => SERVICE_TYPES.has(type) && place.kind === "service");
  const doors = replacedDoors(changes);
  const changed = services.flatMap(({ place, action }) =>
    place.kind === "service" && action !== "no-op" ? [place.service] : [],
  );
  const names = [...new Set([...changed, ...doors.keys()])].sort();
  const own = (name: string) => services.filter(({ place }) => place.kind === "service" && place.service === name);
  const records = recordsOf(changes);
  return names.map((name) => ofService(name, own(name), doors.get(name), records));
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
        : "its listener rule is replaced, and it answers at another port or name",
    ]),
  );
}

function ofService(
  what: string,
  changes: readonly Change[],
  door: string | undefined,
  records: readonly NameRecord[],
): Downtime {
  const has = (...actions: Change["action"][]) => changes.some(({ action }) => actions.includes(action));
  if (has("delete") && has("create", "update", "no-op")) return { what, ...ofMove(changes, records) };
  const tainted = changes.find((change) => change.tainted);
  if (tainted)
    return {
      what,
      expected: "unknown",
      why: `its first deployment failed, and AWS refuses a second service of its name beside it: raise its generation, or keep it with terraform untaint '${tainted.address}'`,
    };
  const renamed = changes.find(({ action, before, after }) => action === "replace" && nameOf(before) !== nameOf(after));
  if (renamed)
    return {
      what,
      ...(renamed.type === "aws_ecs_service" || records.length
        ? { expected: "none" as const, why: "another one is made and healthy under another name before it goes" }
        : {
            expected: "until callers learn the new address" as const,
            why: "another one is made and healthy before it goes, and the URL that Express Mode generated is another",
          }),
    };
  if (has("replace"))
    return {
      what,
      expected: "a gap",
      why: "the service is made anew under another address; on Express Mode its URL never comes back",
    };
  if (has("delete")) return { what, expected: "a gap", why: "it is destroyed and nothing takes its place" };
  if (has("create") && has("update", "no-op"))
    return { what, expected: "none", why: "the other track of it comes to stand by" };
  if (has("create")) return { what, expected: "none", why: "it is new" };
  if (door !== undefined) return { what, expected: "a gap", why: door };
  return { what, expected: "none", why: "it is deployed in place: new tasks are healthy before old ones stop" };
}

const nameOf = (values: Change["before"]): unknown => values["service_name"] ?? values["name"];

/** One track of a service goes, and another one is there or comes first. */
function ofMove(changes: readonly Change[], records: readonly NameRecord[]): Omit<Downtime, "what"> {
  const comes = changes.some(({ action }) => action === "create");
  const first = comes ? "the new track is made and healthy before the old one goes" : "the other track runs already";
  if (!changes.some((change) => change.action === "delete" && isPublic(change)))
    return { expected: "none", why: `${first}, and callers find either under the same private name` };
  if (!records.length)
    return { expected: "until callers learn the new address", why: `${first}, and its public URL is another` };
  return leavesAnOrigin(records)
    ? {
        expected: "up to a minute",
        why: `${first}; who has asked DNS just before the names move is sent to the old one for up to 60 seconds`,
      }
    : { expected: "none", why: `${first}, and no name has led to this one before` };
}

/** Whether a load balancer served it to the world. */
const isPublic = ({ type, before }: Change): boolean =>
  type === "aws_ecs_service"
    ? ((before["load_balancer"] as unknown[] | undefined) ?? []).length > 0
    : type !== "aws_ecs_express_gateway_service" ||
      ((before["ingress_paths"] as { access_type?: string }[] | undefined) ?? []).some(
        ({ access_type: access }) => access === "PUBLIC",
      );

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
