import { byGroup, type Change } from "./changes";
import { isExposed } from "./express";
import { Ground } from "./ground";
import { ofGroup } from "./place";
import { leavesAnOrigin, type NameRecord, recordsOf } from "./records";

/** What callers may miss, the worse the later. */
const EXPECTED = [
  "none",
  "up to a minute",
  "up to five minutes",
  "until callers learn the new address",
  "unknown",
  "a gap",
] as const;
type Expected = (typeof EXPECTED)[number];

/** A service, a public name or a shared thing that callers may miss while the plan is applied. */
export interface Downtime {
  readonly what: string;
  readonly expected: Expected;
  readonly why: string;
}

type Verdict = Omit<Downtime, "what">;

const verdict = (expected: Expected, why: string): Verdict => ({ expected, why });

const worse = (a: Expected, b: Expected): Expected => (EXPECTED.indexOf(a) < EXPECTED.indexOf(b) ? b : a);

const SERVICE_TYPES = new Set(["aws_ecs_service", "aws_ecs_express_gateway_service", "aws_cloudformation_stack"]);

/** What each changed service's callers notice. */
export const downtimeOf = (changes: readonly Change[]): Downtime[] => [
  ...byGroup(changes).flatMap(([group, members]) =>
    [...ofServices(members), ...ofNames(recordsOf(members))].map((each) => ({
      ...each,
      what: ofGroup(group, each.what),
    })),
  ),
  ...ofShared(changes),
];

function ofServices(changes: readonly Change[]): Downtime[] {
  const services = changes.filter(({ type, place }) => SERVICE_TYPES.has(type) && place.kind === "service");
  const doors = replacedDoors(changes);
  const ground = new Ground(changes);
  const changed = services.flatMap(({ place, action }) =>
    place.kind === "service" && action !== "no-op" ? [place.service] : [],
  );
  const names = [...new Set([...changed, ...doors.keys()])].sort();
  const own = (name: string) => services.filter(({ place }) => place.kind === "service" && place.service === name);
  return names.map((name) => ({ what: name, ...ofService(name, own(name), doors.get(name), ground) }));
}

/** Names whose records all go. */
const ofNames = (records: readonly NameRecord[]): Downtime[] =>
  [...new Set(records.map(({ host }) => host))]
    .map((host) => ({ host, own: records.filter((record) => record.host === host) }))
    .filter(({ own }) => own.some(({ before }) => before) && !own.some(({ after }) => after))
    .map(({ host }) => ({ what: host, ...verdict("a gap", "its records are destroyed, and the name leads nowhere") }))
    .sort((a, b) => (a.what < b.what ? -1 : 1));

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

function ofService(name: string, changes: readonly Change[], door: string | undefined, ground: Ground): Verdict {
  const has = (...actions: Change["action"][]) => changes.some(({ action }) => actions.includes(action));
  if (has("delete") && has("create", "update", "no-op")) return withCalls(ofMove(name, changes, ground), name, ground);
  const tainted = changes.find((change) => change.tainted);
  if (tainted)
    return verdict(
      "unknown",
      `its first deployment failed, and AWS refuses a second service of its name beside it: raise its generation, or keep it with terraform untaint '${tainted.address}'`,
    );
  const renamed = changes.find(({ action, before, after }) => action === "replace" && nameOf(before) !== nameOf(after));
  if (renamed) return ofSuccessor(name, renamed, ground);
  if (has("replace"))
    return verdict("a gap", "the service is made anew under another address; on Express Mode its URL never comes back");
  if (has("delete")) return verdict("a gap", "it is destroyed and nothing takes its place");
  if (has("create") && has("update", "no-op")) return verdict("none", "the other track of it comes to stand by");
  if (has("create")) return ofNew(name, changes, ground);
  if (door !== undefined) return verdict("a gap", door);
  return withCalls(
    verdict("none", "it is deployed in place: new tasks are healthy before old ones stop"),
    name,
    ground,
  );
}

const nameOf = (values: Change["before"]): unknown => values["service_name"] ?? values["name"];

/** Nobody misses what has not been there, but who tries it at once may be told of these. */
function ofNew(name: string, changes: readonly Change[], ground: Ground): Verdict {
  const onExpress = changes.some(
    ({ place, after }) => place.kind === "service" && place.track === "express" && isExposed(after),
  );
  const calls = whyOfCalls(name, ground);
  const why = ["it is new", ...(onExpress && ground.learnsNames ? [UNTIL_ON_THE_RULE] : []), ...calls];
  return verdict("none", why.join("; "));
}

/** Another one of another name takes its place, on the same track. */
function ofSuccessor(name: string, { type, after }: Change, ground: Ground): Verdict {
  if (after["wait_for_steady_state"] === false) return NOT_AWAITED;
  return type === "aws_ecs_service" || !ground.hadUrlOfItsTrack(name)
    ? verdict("none", "another one is made and healthy under another name before it goes")
    : verdict(
        "until callers learn the new address",
        "another one is made and healthy before it goes, and the URL that Express Mode generated is another",
      );
}

const NOT_AWAITED = verdict(
  "a gap",
  "wait_for_steady_state is false: the old one goes before the new one is known to answer",
);

/** One track of a service goes, and another one is there or comes first. */
function ofMove(name: string, changes: readonly Change[], ground: Ground): Verdict {
  const coming = changes.filter(({ action }) => action === "create");
  if (coming.some(({ after }) => after["wait_for_steady_state"] === false)) return NOT_AWAITED;
  const first = coming.length
    ? "the new track is made and healthy before the old one goes"
    : "the other track runs already";
  const gone = changes.find((change) => change.action === "delete" && isPublic(change));
  if (!gone) return verdict("none", `${first}, and callers find either under the same private name`);
  const stoodBy = gone.place.kind === "service" && ground.stoodBy(name, gone.place.track);
  const hosts = ground.hostsOf(name);
  if (!hosts.length || ground.hadUrlOfItsTrack(name))
    return stoodBy
      ? verdict("none", `${first}, and this one stood by`)
      : verdict("until callers learn the new address", `${first}, and its public URL is another`);
  const records = ground.recordsOf(hosts);
  const others = hosts.filter((host) => !records.some((record) => record.host === host));
  if (others.length) return ofNamesElsewhere(others, coming.length > 0);
  const moved = leavesAnOrigin(records)
    ? verdict(
        "up to a minute",
        `${first}; who has asked DNS just before the names move is sent to the old one for up to 60 seconds`,
      )
    : verdict("none", `${first}, and no name has led to this one before`);
  const learns = gone.type === "aws_ecs_service" && coming.length > 0 && ground.learnsNames;
  return learns ? verdict(worse(moved.expected, "up to a minute"), `${moved.why}; ${UNTIL_ON_THE_RULE}`) : moved;
}

const UNTIL_ON_THE_RULE =
  "for up to a minute Express Mode answers 404 under the name, until the workflow has put it on its rule";

/** Of names whose records are not in the plan: without a zone, or outside the domain. */
function ofNamesElsewhere(hosts: readonly string[], comes: boolean): Verdict {
  const records = `the record of ${hosts.join(", ")} is not in this plan`;
  return comes
    ? verdict("a gap", `${records}, and it must move before the old track goes: by way of a standby (standby_mode)`)
    : verdict("unknown", `${records}: the other track runs already, and the record must lead there before`);
}

/** What a caller misses of services that Service Connect does not tell it at first. */
function withCalls({ expected, why }: Verdict, name: string, ground: Ground): Verdict {
  const calls = whyOfCalls(name, ground);
  return calls.length ? verdict(worse(expected, "up to five minutes"), [why, ...calls].join("; ")) : { expected, why };
}

const whyOfCalls = (name: string, ground: Ground): string[] => {
  const targets = ground.newTargetsOf(name);
  return targets.length
    ? [
        `its calls to ${targets.join(", ")} may fail for two to five minutes, until the refresh workflow deploys it once more`,
      ]
    : [];
};

/** Whether a load balancer served it to the world. */
const isPublic = ({ type, before }: Change): boolean =>
  type === "aws_ecs_service"
    ? ((before["load_balancer"] as unknown[] | undefined) ?? []).length > 0
    : isExposed(before);

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
