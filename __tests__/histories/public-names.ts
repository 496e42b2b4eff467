import { blocks, text, texts, type State } from "../../simulator/values";
import type { WorldObject } from "../../simulator/world/world";
import type { Account } from "./account";
import type { Finding } from "./finding";
import { isExpress, serviceBehind, services } from "./services";

/** Where requests for a name come: to a load balancer, and a service behind it. */
interface Reached {
  readonly loadBalancer: WorldObject;
  readonly service: WorldObject;
  /** Everything they pass: also the listener that redirects them from HTTP. */
  readonly way: readonly WorldObject[];
}

type Problem = Pick<Finding, "why" | "known">;

/** A public name, as it resolves now. */
export interface Resolution {
  readonly problems: readonly Problem[];
  readonly loadBalancers: readonly WorldObject[];
  readonly services: readonly WorldObject[];
  /** Everything that requests pass. */
  readonly way: readonly WorldObject[];
}

/** Follows a name through Route 53, load balancer, listener, rule and target group to a running service. */
export function resolve(account: Account, name: string): Resolution {
  const records = ["A", "AAAA"].map((type) => ({ type, records: recordsOf(account, name, type) }));
  const missing: Problem[] = records[0]!.records.length ? [] : [{ why: "it has no record" }];
  const origins = records.flatMap(({ records: some }) => answered(account, some));
  const found = origins.map((record) => follow(account, record, name));
  const reached = found.flatMap((one) => ("service" in one ? [one] : []));
  return {
    problems: [...missing, ...found.flatMap((one) => ("why" in one ? [one] : []))],
    loadBalancers: [...new Set(found.flatMap(({ loadBalancer }) => loadBalancer ?? []))],
    services: [...new Set(reached.map(({ service }) => service))],
    way: reached.flatMap(({ way }) => way),
  };
}

const recordsOf = ({ world }: Account, name: string, type: string): State[] =>
  world
    .all("aws_route53_record")
    .map(({ state }) => state)
    .filter((state) => state["fqdn"] === name && state["type"] === type && blocks(state, "alias").length > 0);

/**
 * The records that Route 53 answers with: those with a weight that are healthy; else those without one that are; else it
 * takes all for healthy.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
 */
function answered(account: Account, records: readonly State[]): State[] {
  const weighted = records.filter((record) => weightOf(record) > 0);
  const healthy = (some: readonly State[]) => some.filter((record) => looksHealthy(account, record));
  return [healthy(weighted), healthy(records), weighted, [...records]].find((some) => some.length > 0) ?? [];
}

const weightOf = (record: State): number => Number(blocks(record, "weighted_routing_policy")[0]?.["weight"] ?? 1);

const loadBalancerOf = ({ world }: Account, record: State): WorldObject | undefined => {
  const target = text(blocks(record, "alias")[0], "name")?.replace(/^dualstack\./, "");
  return world.find("aws_lb", ({ dns_name }) => dns_name === target);
};

/** What Route 53 sees: a load balancer whose target groups all have targets. It knows nothing of names and rules. */
function looksHealthy(account: Account, record: State): boolean {
  if (blocks(record, "alias")[0]?.["evaluate_target_health"] !== true) return true;
  const loadBalancer = loadBalancerOf(account, record);
  if (!loadBalancer) return false;
  const groups = listenersOf(account, loadBalancer)
    .flatMap((listener) => rulesOf(account, listener))
    .flatMap(liveGroups);
  return groups.length > 0 && groups.every((group) => serviceBehind(account.world, group));
}

const listenersOf = ({ world }: Account, { id }: WorldObject): WorldObject[] =>
  world.all("aws_lb_listener").filter(({ state }) => state["load_balancer_arn"] === id);

const rulesOf = ({ world }: Account, { id }: WorldObject): WorldObject[] =>
  world.all("aws_lb_listener_rule").filter(({ state }) => state["listener_arn"] === id);

/** The target groups that a rule sends requests to. */
const liveGroups = ({ state }: WorldObject): string[] =>
  blocks(state, "action")
    .flatMap((action) => blocks(action, "forward"))
    .flatMap((forward) => blocks(forward, "target_group"))
    .flatMap((group) => (Number(group["weight"] ?? 1) > 0 ? [text(group, "arn")!] : []));

type Found = Reached | (Problem & { readonly loadBalancer?: WorldObject });

/** From a record to the service, or why not. */
function follow(account: Account, record: State, name: string): Found {
  const loadBalancer = loadBalancerOf(account, record);
  if (!loadBalancer) return { why: `its ${text(record, "set_identifier")} record leads to no load balancer` };
  const not = (why: string): Found => ({ why: `on ${text(loadBalancer.state, "name")} ${why}`, loadBalancer });
  const listener = listenersOf(account, loadBalancer).find(({ state }) => state["port"] === 443);
  if (!listener) return not("there is no listener on port 443");
  if (!hasCertificate(account, listener, name)) return not("the listener has no certificate for it");
  const rule = ruleFor(account, listener, name);
  if (!rule) return not("no rule has it");
  if (rule === "soon") return { ...not("no rule has it yet"), known: "first minute" } as Found;
  const groups = liveGroups(rule);
  const behind = groups.map((group) => serviceBehind(account.world, group));
  const service = behind.find((one) => one !== undefined);
  if (!service || !behind.every(Boolean)) return not("a target group has no running service");
  return { loadBalancer, service, way: [loadBalancer, ...listenersOf(account, loadBalancer), rule, service] };
}

function hasCertificate({ world }: Account, { id, state }: WorldObject, name: string): boolean {
  const added = world.all("aws_lb_listener_certificate").filter((one) => one.state["listener_arn"] === id);
  return [state, ...added.map((one) => one.state)].some((one) => {
    const certificate = world.get("aws_acm_certificate", text(one, "certificate_arn"))?.state;
    const names = [text(certificate, "domain_name"), ...texts(certificate, "subject_alternative_names")];
    return certificate?.["status"] === "ISSUED" && names.some((given) => given && covers(given, name));
  });
}

const covers = (given: string, name: string): boolean => given === name || given === name.replace(/^[^.]+/, "*");

/** The rule that has the name: written there, or put there by the host-names workflow, or soon to be. */
function ruleFor(account: Account, listener: WorldObject, name: string): WorldObject | "soon" | undefined {
  const rules = rulesOf(account, listener);
  const expected = services(account.world).filter(isExpress);
  const written = rules.find((rule) => hostsOf(rule).includes(name) || account.isOnRule(rule.id, name));
  if (written) return written;
  const soon = rules.some(
    ({ id }) => account.willBeOnRule(id, name) && expected.some(({ facts }) => facts?.["listener_rule_arn"] === id),
  );
  return soon ? "soon" : undefined;
}

const hostsOf = ({ state }: WorldObject): string[] =>
  blocks(state, "condition")
    .flatMap((condition) => blocks(condition, "host_header"))
    .flatMap((header) => texts(header, "values"));
