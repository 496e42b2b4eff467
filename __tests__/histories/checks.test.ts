import type { JournalEntry } from "../../simulator/world/journal";
import type { WorldObject } from "../../simulator/world/world";
import { record, smallAccount } from "./small-account";
import { gapsOf, statesOf } from "./states";

type Removed = readonly [type: string, id: string];

const change = (put: JournalEntry["put"], ...removed: Removed[]): JournalEntry => ({
  operation: "update",
  type: "aws_something",
  name: "changed",
  put,
  removed: removed.map(([type, id]) => ({ type, id })),
});
const without = (...removed: Removed[]): JournalEntry => change([], ...removed);

const NAMES = ["web.example.com"];
const seen = (journal: readonly JournalEntry[], { complete = true, shared = [] as string[] } = {}) =>
  statesOf({
    before: smallAccount(),
    journal,
    names: NAMES,
    namesAfter: NAMES,
    shared: new Set(shared),
    complete,
  }).states;
/** What is wrong after changes, in words. */
const wrong = (...journal: JournalEntry[]): string[] =>
  gapsOf(seen(journal)).map(
    ({ check, subject, why, known }) => `${check} ${subject}: ${why}${known ? ` (${known})` : ""}`,
  );

const obj = (type: string, id: string) =>
  structuredClone(smallAccount().objects.find((one) => one.type === type && one.id === id)!);

const altered = (object: WorldObject, state: object): WorldObject =>
  ({ ...object, state: { ...object.state, ...state } }) as WorldObject;

describe("the checks of every state", () => {
  const LED_TO_EXPRESS = change([record("active", "express", 100)]);

  it("find nothing wrong with either track, or with both at once", () => {
    expect(wrong()).toEqual([]);
    expect(wrong(LED_TO_EXPRESS)).toEqual([]);
    expect(wrong(change([record("standby", "express", 100)]))).toEqual([]);
  });

  it.each([
    ["aws_route53_record", "web active", "it has no record"],
    ["aws_lb", "plain", "its active record leads to no load balancer"],
    ["aws_lb_listener", "plain:443", "on plain there is no listener on port 443"],
    ["aws_acm_certificate", "certificate", "on plain the listener has no certificate for it"],
    ["aws_lb_listener_rule", "plain rule", "on plain no rule has it"],
    ["aws_ecs_service", "web-ecs", "on plain a target group has no running service"],
  ])("find a public name without its %s", (type, id, why) => {
    expect(wrong(without([type, id]))).toContain(`public name web.example.com: ${why}`);
  });

  it("find a service that is not waited for, or has no task, not to run", () => {
    for (const state of [{ wait_for_steady_state: false }, { desired_count: 0 }]) {
      expect(wrong(change([altered(obj("aws_ecs_service", "web-ecs"), state)]))).toEqual([
        "public name web.example.com: on plain a target group has no running service",
      ]);
    }
  });

  const both = (weight: number) => change([record("standby", "express", weight)]);

  it.each([
    ["aws_ecs_service", "web-ecs"],
    ["aws_lb_listener_rule", "plain rule"],
    ["aws_lb_listener", "plain:443"],
    ["aws_lb", "plain"],
  ])("find that %s was destroyed while a record led to it, even where another origin takes over", (type, id) => {
    expect(wrong(both(100), without([type, id]))).toContain(`serving ${type} ${id}: it was destroyed`);
    expect(wrong(both(100), LED_TO_EXPRESS, without([type, id]))).toEqual([]);
  });

  it("follow Route 53: what it sees to be unhealthy gets nothing while another origin is healthy", () => {
    const stopped = change([altered(obj("aws_ecs_service", "web-ecs"), { desired_count: 0 })]);
    expect(wrong(both(100), stopped)).toEqual([]);
    expect(wrong(both(0), stopped)).toEqual([]);
    expect(wrong(both(0), without(["aws_ecs_express_gateway_service", "web-express"]))).toEqual([]);
    // It does not see what names a rule has.
    const renamed = altered(obj("aws_lb_listener_rule", "plain rule"), { condition: [] });
    expect(wrong(both(100), change([renamed]))).toEqual(["public name web.example.com: on plain no rule has it"]);
  });

  it("find a name on Express Mode before the workflow has put it on the rule, as a known gap, and afterwards as none", () => {
    const rule = { ...obj("aws_lb_listener_rule", "express rule"), id: "new rule" };
    const service = obj("aws_ecs_express_gateway_service", "web-express");
    const machine = obj("aws_sfn_state_machine", "shop-host-names");
    const fresh = change(
      [
        rule,
        { ...service, facts: { ...service.facts, listener_rule_arn: "new rule" } },
        altered(machine, { definition: String(machine.state["definition"]).replace("express rule", "new rule") }),
      ],
      ["aws_lb_listener_rule", "express rule"],
    );
    const gaps = gapsOf(seen([fresh, LED_TO_EXPRESS]));
    expect(gaps).toMatchObject([{ why: "on express no rule has it yet", known: "first minute", states: 1 }]);
  });

  it("find a private name without a task, on either track", () => {
    const plain = (last: boolean) =>
      `private name api of web-ecs: the caller was deployed before a running service has it in Service Connect${last ? "" : " (order)"}`;
    expect(wrong(without(["aws_ecs_service", "api-ecs"]))).toEqual([plain(false), plain(true)]);
    const gone = without(["aws_ecs_service", "api-ecs"], ["aws_ecs_express_gateway_service", "api-express"]);
    expect(wrong(LED_TO_EXPRESS, gone)).toEqual([
      "private name api.shop.internal of web-express: no running service is registered under it",
    ]);
    expect(wrong(LED_TO_EXPRESS, without(["aws_service_discovery_service", "entry"]))).toEqual([
      "private name api.shop.internal of web-express: it is not in Cloud Map",
    ]);
  });

  it("need a registrar for a target on Express Mode, and none for a plain one", () => {
    const noRegistrar = without(["aws_sfn_state_machine", "shop-registrar"]);
    expect(wrong(LED_TO_EXPRESS, noRegistrar)).toEqual([]);
    expect(wrong(LED_TO_EXPRESS, noRegistrar, without(["aws_ecs_service", "api-ecs"]))).toEqual([
      "private name api.shop.internal of web-express: no running service is registered under it",
    ]);
  });

  it("find a load balancer without its web ACL where a name leads, and between applies wherever it is", () => {
    const off = (name: string) => without(["aws_wafv2_web_acl_association", `acl on ${name}`]);
    expect(wrong(off("plain"))).toEqual(["web ACL plain: a name leads to it"]);
    expect(wrong(off("express"))).toEqual(["web ACL express: nothing is going on"]);
    const during = seen([off("express")], { complete: false });
    expect([gapsOf(during), during.map(({ alone }) => alone)]).toEqual([[], [0, 1, 1]]);
  });

  it("find a load balancer that is open at layer 4, at once", () => {
    const OPEN = "layer 4 express: others than the allowed reach it";
    expect(wrong(without(["aws_network_acl_association", "association"]))).toEqual([OPEN]);
    for (const state of [{ cidr_block: "0.0.0.0/0" }, { protocol: "-1", cidr_block: "198.51.100.0/24" }])
      expect(wrong(change([altered(obj("aws_network_acl_rule", "https"), state)]))).toEqual([OPEN]);
  });

  it("find what is shared when it is destroyed, even where nothing misses it", () => {
    const states = seen([without(["aws_vpc", "vpc"])], { shared: ["aws_vpc vpc"] });
    expect(gapsOf(states)).toMatchObject([{ check: "shared", subject: "aws_vpc vpc", states: 1 }]);
  });

  it("measure a gap in states, and tell where it began", () => {
    const back = change([obj("aws_lb_listener", "plain:443")]);
    const gone = change([altered(obj("aws_lb_listener", "plain:443"), { port: 8443 })]);
    const states = seen([gone, without(), back, without()]);
    expect(gapsOf(states)).toMatchObject([
      { subject: "web.example.com", states: 2, from: "update aws_something changed" },
    ]);
  });
});
