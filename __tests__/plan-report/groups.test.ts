import { picture } from "../../plan-report/render/picture";
import { failuresOf } from "../../plan-report/report";
import { anywhere, group, reportOn } from "./plan";

const LEADS = {
  name: "api.example.com",
  set_identifier: "active",
  weighted_routing_policy: [{ weight: 100 }],
  alias: [{ name: "elb" }],
};
const EXPRESS = { ingress_paths: [{ access_type: "PUBLIC", endpoint: "https://sh-1.on.aws" }] };
const PLAIN = { name: "shop-api-ecs" };

describe("what is a group's", () => {
  it("is not whatever stands in a module of a group's module's name", () => {
    const foreign = reportOn({
      resource_changes: [
        anywhere("module.network.aws_vpc.this", {}, null),
        anywhere('module.ecs["api"].aws_ecs_service.this', PLAIN, null),
        anywhere("module.waf_allowlist.aws_wafv2_ip_set.ipv4[0]", null, { addresses: ["198.51.100.0/24"] }),
        anywhere('module.dns_records.aws_route53_record.a["api.example.com"]', LEADS, null),
      ],
    });
    expect(foreign.foreign).toHaveLength(4);
    expect(foreign.downtime).toEqual([]);
    expect(foreign.exposure.opened).toEqual([]);
    expect(foreign.traffic).toEqual([]);
    expect(failuresOf(foreign, ["downtime", "exposure", "destroy-shared"])).toEqual([]);
  });

  it("is what stands in a module that has what every group has, wherever that is", () => {
    for (const path of ["module.shop", 'module.platform.module.shops["eu"]']) {
      const { foreign, destroyedShared } = reportOn({
        resource_changes: [...group(path), anywhere(`${path}.module.network.aws_vpc.this[0]`, {}, null)],
      });
      expect([foreign, destroyedShared]).toEqual([[], [`${path}.module.network.aws_vpc.this[0]`]]);
    }
  });

  it("is known by the configuration in a plan of parts, which has not everything", () => {
    const calls = { alb_lockdown: {}, private_names: {}, network: {} };
    const { foreign, destroyedShared } = reportOn({
      resource_changes: [anywhere('module.shops["eu"].module.network.aws_vpc.this[0]', {}, null)],
      configuration: { root_module: { module_calls: { shops: { module: { module_calls: calls } } } } },
    });
    expect([foreign, destroyedShared]).toEqual([[], ['module.shops["eu"].module.network.aws_vpc.this[0]']]);
  });

  it("holds the workflow that changes Express Mode after the fact, which is no service's and is not shared", () => {
    const { foreign, destroyedShared, lines } = reportOn({
      resource_changes: [
        ...group("module.shop"),
        anywhere("module.shop.module.express_overlay_dev.aws_iam_role.workflow[0]", {}, null),
      ],
    });
    expect([foreign, destroyedShared]).toEqual([[], []]);
    expect(lines.map(({ title }) => title)).toContain("front door of express");
  });
});

describe("services of the same name in two groups", () => {
  const both = () =>
    reportOn({
      resource_changes: [
        ...group("module.shop"),
        ...group("module.bank"),
        anywhere('module.shop.module.express["api"].aws_ecs_express_gateway_service.this', EXPRESS, null),
        anywhere('module.bank.module.ecs["api"].aws_ecs_service.this', null, PLAIN),
      ],
    });

  it("are two services: what goes in one is not replaced by what comes in the other", () => {
    expect(both().downtime.map(({ what, expected }) => [what, expected])).toEqual([
      ["shop: api", "a gap"],
      ["bank: api", "none"],
    ]);
  });

  it("have a line each, with the group's name", () => {
    expect(
      both()
        .lines.map(({ title }) => title)
        .slice(0, 2),
    ).toEqual(["bank: api on ecs", "shop: api on express"]);
  });

  it("are drawn with names that a picture can have, of groups by for_each too", () => {
    const drawn = picture(
      reportOn({ resource_changes: ['module.shops["eu"]', 'module.shops["us"]'].flatMap((path) => group(path)) }),
    );
    expect(drawn).toContain('["shops[eu]: shared: private names"]');
  });
});
