import { change, report, type Values } from "./plan";

const PUBLIC = { ingress_paths: [{ access_type: "PUBLIC", endpoint: "https://sh-1.on.aws" }] };
const PRIVATE = { ingress_paths: [{ access_type: "PRIVATE", endpoint: "https://sh-1.on.aws" }] };
const PLAIN = { name: "shop-api-ecs" };
const express = (before: Values | null, after: Values | null) =>
  change('module.express["api"].aws_ecs_express_gateway_service.this', before, after);
const ecs = (before: Values | null, after: Values | null) =>
  change('module.ecs["api"].aws_ecs_service.this', before, after);

/** Its rule on the plain load balancer, which tells its names. */
const rule = (before: Values | null, after: Values | null) =>
  change('module.alb.aws_lb_listener_rule.this["api"]', before, after);
const names = (...values: string[]) => ({ condition: [{ host_header: [{ values }] }] });
const NAMED = names("api.example.com");
const cutover = (before: Values, after: Values) =>
  change("terraform_data.cutover", { input: before }, { input: after });
const urlTrack = (before: Values | null, after: Values | null) =>
  change('terraform_data.url_track["api"]', before, after);

const lead = (part: string, weight: number, name: string) => ({
  name: "api.example.com",
  set_identifier: part,
  weighted_routing_policy: [{ weight }],
  alias: [{ name }],
});
const active = (before: Values | null, after: Values | null) =>
  change('module.dns_records.aws_route53_record.a["api.example.com"]', before, after);
const standby = (before: Values | null, after: Values | null) =>
  change('module.dns_records.aws_route53_record.beside_a["api.example.com/standby"]', before, after);

const expected = (...changes: object[]) => report(...changes).downtime.map((each) => each.expected);

describe("what callers notice of a move to the other track", () => {
  it("is a minute of old DNS answers when the name moves in the same apply", () => {
    const moved = report(
      express(PUBLIC, null),
      ecs(null, PLAIN),
      active(lead("active", 100, "express.elb"), lead("active", 100, "plain.elb")),
      rule(null, NAMED),
      cutover({ api: ["express"] }, { api: ["ecs"] }),
    );
    expect(moved.downtime).toEqual([
      expect.objectContaining({ what: "api", expected: "up to a minute", why: expect.stringContaining("60 seconds") }),
    ]);
    expect(moved.traffic).toEqual(["api.example.com: active 100, at another load balancer"]);
    expect(moved.foreign).toEqual([]);
  });

  it("is another address when there is no name to move", () => {
    expect(expected(express(PUBLIC, null), ecs(null, PLAIN))).toEqual(["until callers learn the new address"]);
  });

  it("is nothing for a service that is not public", () => {
    expect(expected(express(PRIVATE, null), ecs(null, PLAIN))).toEqual(["none"]);
  });

  it("is nothing while the other track comes to stand by", () => {
    const stands = report(express(PUBLIC, PUBLIC), ecs(null, PLAIN), standby(null, lead("standby", 0, "plain.elb")));
    expect(stands.downtime).toEqual([
      expect.objectContaining({ expected: "none", why: expect.stringContaining("stand by") }),
    ]);
    expect(stands.traffic).toEqual(["api.example.com: standby none to 0"]);
  });

  it("is nothing when a track is dropped to which no name has led, and a minute when one still does", () => {
    const drop = [
      express(PUBLIC, null),
      ecs(PLAIN, PLAIN),
      rule(NAMED, NAMED),
      standby(lead("standby", 100, "plain.elb"), null),
    ];
    expect(expected(...drop, active(lead("active", 0, "express.elb"), lead("active", 100, "plain.elb")))).toEqual([
      "none",
    ]);
    expect(expected(...drop, active(lead("active", 90, "express.elb"), lead("active", 100, "plain.elb")))).toEqual([
      "up to a minute",
    ]);
  });

  it("is not known of a service whose first deployment failed, which the plan would make once more; the report says how to keep it", () => {
    const tainted = express(PUBLIC, PUBLIC);
    const replaced = {
      ...tainted,
      action_reason: "replace_because_tainted",
      change: { ...tainted.change, actions: ["create", "delete"] },
    };
    expect(report(replaced).downtime).toEqual([
      expect.objectContaining({
        expected: "unknown",
        why: expect.stringContaining(
          `terraform untaint 'module.shop.module.express["api"].aws_ecs_express_gateway_service.this'`,
        ),
      }),
    ]);
  });

  it("is another address on Express Mode, and nothing on the plain track, of a service that is made anew by its generation", () => {
    const anew = (resource: ReturnType<typeof change>, before: Values, after: Values) => ({
      ...resource,
      change: { actions: ["create", "delete"], before, after },
    });
    const first = { ...PUBLIC, service_name: "shop-api-express" };
    const successor = anew(express(first, first), first, { service_name: "shop-api-express-2" });
    expect(expected(successor, urlTrack({ input: "express" }, { input: "express" }))).toEqual([
      "until callers learn the new address",
    ]);
    expect(expected(successor)).toEqual(["none"]);
    expect(expected(anew(ecs(PLAIN, PLAIN), PLAIN, { name: "shop-api-ecs-2" }))).toEqual(["none"]);
  });

  it("shows the shares of a name that is shifted by weights, each once for both IP families", () => {
    const shifted = report(
      active(lead("active", 100, "express.elb"), lead("active", 90, "express.elb")),
      standby(lead("standby", 0, "plain.elb"), lead("standby", 10, "plain.elb")),
      change(
        'module.dns_records.aws_route53_record.aaaa["api.example.com"]',
        lead("active", 100, "x"),
        lead("active", 90, "x"),
      ),
    );
    expect(shifted.traffic).toEqual(["api.example.com: active 100 to 90, standby 0 to 10"]);
    expect(shifted.downtime).toEqual([]);
  });

  it("is a gap when the new track is not waited for", () => {
    for (const move of [
      [express(PUBLIC, null), ecs(null, { ...PLAIN, wait_for_steady_state: false }), rule(null, NAMED)],
      [express(PRIVATE, null), ecs(null, { ...PLAIN, wait_for_steady_state: false })],
    ])
      expect(report(...move).downtime).toEqual([
        expect.objectContaining({ expected: "a gap", why: expect.stringContaining("wait_for_steady_state is false") }),
      ]);
  });

  it("is nothing when a track goes that stood by, even without a name", () => {
    const drop = [express(PUBLIC, PUBLIC), ecs({ ...PLAIN, load_balancer: [{}] }, null)];
    expect(expected(...drop, cutover({ api: ["express", "ecs"] }, { api: ["express"] }))).toEqual(["none"]);
    expect(expected(...drop, cutover({ api: ["ecs", "express"] }, { api: ["express"] }))).toEqual([
      "until callers learn the new address",
    ]);
  });

  it("is another address when the name comes in the same apply", () => {
    const comes = [rule(null, NAMED), active(null, lead("active", 100, "plain.elb"))];
    expect(expected(express(PUBLIC, null), ecs(null, PLAIN), ...comes, urlTrack({ input: "express" }, null))).toEqual([
      "until callers learn the new address",
    ]);
  });

  it("is nothing for a private service that goes to Express Mode's stack and back", () => {
    const stack = change(
      'module.express_stack["api"].aws_cloudformation_stack.this',
      { name: "shop-api-express-stack-private" },
      null,
    );
    expect(expected(stack, ecs(null, PLAIN))).toEqual(["none"]);
  });
});

describe("a name whose record is not in the plan", () => {
  const move = [express(PUBLIC, null), ecs(null, PLAIN), rule(null, NAMED)];

  it("is without an answer when the track that it leads to goes at once, and the way is by a standby", () => {
    expect(report(...move).downtime).toEqual([
      {
        what: "api",
        expected: "a gap",
        why: "the record of api.example.com is not in this plan, and it must move before the old track goes: by way of a standby (standby_mode)",
      },
    ]);
  });

  it("is so though its track is in the state, as that of a URL without a domain is", () => {
    const workflow = change("module.express_domain.aws_sfn_state_machine.this[0]", {}, null);
    const kept = urlTrack({ input: "express" }, { input: "express" });
    expect(expected(...move, workflow, kept)).toEqual(["a gap"]);
  });

  it("is so beside one whose record is", () => {
    const moved = active(lead("active", 100, "express.elb"), lead("active", 100, "plain.elb"));
    const both = rule(null, names("api.example.com", "api.example.org"));
    expect(report(express(PUBLIC, null), ecs(null, PLAIN), both, moved).downtime).toEqual([
      expect.objectContaining({ expected: "a gap", why: expect.stringContaining("the record of api.example.org is") }),
    ]);
  });

  it("is nobody's to know when the other track runs already, whichever of them was active", () => {
    const drop = [express(PUBLIC, null), ecs(PLAIN, PLAIN), rule(NAMED, NAMED)];
    expect(expected(...drop, cutover({ api: ["express", "ecs"] }, { api: ["ecs"] }))).toEqual(["unknown"]);
    expect(expected(...drop, cutover({ api: ["ecs", "express"] }, { api: ["ecs"] }))).toEqual(["unknown"]);
  });
});

describe("services beside each other", () => {
  const web = (resource: ReturnType<typeof change>) => ({
    ...resource,
    address: resource.address.replace('["api"]', '["web"]'),
  });
  const moved = active(lead("active", 100, "express.elb"), lead("active", 100, "plain.elb"));
  const flip = [express(PUBLIC, null), ecs(null, PLAIN), rule(null, NAMED), moved];

  it("do not share their names: a clean drop of one is nothing while the other one's name moves", () => {
    const dropped = [
      web(express(PUBLIC, null)),
      web(ecs(PLAIN, PLAIN)),
      web(rule(names("web.example.com"), names("web.example.com"))),
    ];
    const record = change(
      'module.dns_records.aws_route53_record.a["web.example.com"]',
      { ...lead("active", 100, "plain.elb"), name: "web.example.com" },
      { ...lead("active", 100, "plain.elb"), name: "web.example.com" },
    );
    expect(expected(...flip, ...dropped, record)).toEqual(["up to a minute", "none"]);
  });

  it("do not share their URLs: one without a name loses it while the other one has records", () => {
    expect(expected(...flip, web(express(PUBLIC, null)), web(ecs(null, PLAIN)))).toEqual([
      "up to a minute",
      "until callers learn the new address",
    ]);
  });
});

it("says of a name whose records all go that it leads nowhere", () => {
  expect(report(active(lead("active", 100, "plain.elb"), null)).downtime).toEqual([
    { what: "api.example.com", expected: "a gap", why: "its records are destroyed, and the name leads nowhere" },
  ]);
  expect(
    expected(active(lead("active", 100, "plain.elb"), null), standby(lead("standby", 0, "x"), lead("standby", 1, "x"))),
  ).toEqual([]);
});

describe("what comes after the move", () => {
  const shop = (name: string, before: Values | null, after: Values | null) =>
    change(`module.ecs["${name}"].aws_ecs_service.this`, before, after);
  const calls = { triggers: { peers: "http://api:8080?idle=300&request=15" } };
  const told = expect.stringContaining("its calls to api may fail for two to five minutes, until the refresh workflow");

  it("is that calls by Service Connect fail until the caller is deployed once more, when its target is made with it", () => {
    const gone = change('module.express["web"].aws_ecs_express_gateway_service.this', PRIVATE, null);
    expect(report(shop("api", null, PLAIN), shop("web", null, calls), gone).downtime).toEqual([
      { what: "api", expected: "none", why: "it is new" },
      { what: "web", expected: "up to five minutes", why: told },
    ]);
    expect(report(shop("api", null, PLAIN), shop("web", { triggers: { peers: "" } }, calls)).downtime[1]).toEqual({
      what: "web",
      expected: "up to five minutes",
      why: told,
    });
  });

  it("is missed by nobody of a caller that is new, or whose target was there", () => {
    expect(report(shop("api", null, PLAIN), shop("web", null, calls)).downtime[1]).toEqual({
      what: "web",
      expected: "none",
      why: told,
    });
    expect(report(shop("api", PLAIN, PLAIN), shop("web", null, calls)).downtime).toEqual([
      { what: "web", expected: "none", why: "it is new" },
    ]);
  });

  it("is up to a minute of 404 on Express Mode, when the workflow that puts the names on its rules comes with them", () => {
    const workflow = change("module.express_domain.aws_sfn_state_machine.this[0]", null, {});
    const back = [
      ecs({ ...PLAIN, load_balancer: [{}] }, null),
      express(null, { service_name: "shop-api-express" }),
      rule(NAMED, null),
      active(lead("active", 100, "plain.elb"), lead("active", 100, "express.elb")),
    ];
    expect(report(...back, workflow).downtime).toEqual([
      expect.objectContaining({ expected: "up to a minute", why: expect.stringContaining("404") }),
    ]);
    expect(report(...back).downtime).toEqual([expect.objectContaining({ why: expect.not.stringContaining("404") })]);
    expect(report(express(null, { service_name: "shop-api-express" }), workflow).downtime).toEqual([
      expect.objectContaining({ expected: "none", why: expect.stringContaining("404") }),
    ]);
  });
});
