import { change, report, type Values } from "./plan";

const PUBLIC = { ingress_paths: [{ access_type: "PUBLIC", endpoint: "https://sh-1.on.aws" }] };
const PRIVATE = { ingress_paths: [{ access_type: "PRIVATE", endpoint: "https://sh-1.on.aws" }] };
const PLAIN = { name: "shop-api-ecs" };
const express = (before: Values | null, after: Values | null) =>
  change('module.express["api"].aws_ecs_express_gateway_service.this', before, after);
const ecs = (before: Values | null, after: Values | null) =>
  change('module.ecs["api"].aws_ecs_service.this', before, after);

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
      change("terraform_data.cutover", { input: 1 }, { input: 2 }),
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
    const drop = [express(PUBLIC, null), ecs(PLAIN, PLAIN), standby(lead("standby", 100, "plain.elb"), null)];
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
    expect(expected(anew(express(first, first), first, { service_name: "shop-api-express-2" }))).toEqual([
      "until callers learn the new address",
    ]);
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
});
