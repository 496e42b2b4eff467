import { failuresOf } from "../../plan-report/report";
import { anywhere, change, group, report, reportOn, type Values } from "./plan";

const STANDS: Values = {};
const plainLoadBalancer = (before: Values | null, after: Values | null) =>
  change("module.alb.aws_lb.this[0]", before, after);
const expressLoadBalancer = (before: Values | null, after: Values | null) =>
  change("module.express_load_balancer.terraform_data.anchor[0]", before, after);
const webAcl = (track: string, before: Values | null, after: Values | null) => [
  change(`module.waf_allowlist.aws_wafv2_web_acl_association.this["${track}"]`, before, after),
];
const ipSet = (before: Values | null, after: Values | null) =>
  change("module.waf_allowlist.aws_wafv2_ip_set.ipv4[0]", before, after);
const ADDRESSES = { addresses: ["203.0.113.0/24"] };
const networkAcl = (before: Values | null, after: Values | null) => [
  change(
    'module.alb_lockdown.aws_network_acl_rule.this["203.0.113.0/24:443"]',
    before && ALLOWED,
    after && { ...ALLOWED },
  ),
  change("module.alb_lockdown.aws_network_acl_association.ingress_subnets[0]", before, after),
];
const ALLOWED = { cidr_block: "203.0.113.0/24", from_port: 443, to_port: 443, egress: false };
const allowed = (path: string, before: Values | null, after: Values | null, unknown = {}) => {
  const rule = anywhere(
    `${path}.module.alb_lockdown.aws_vpc_security_group_ingress_rule.allowed["203.0.113.0/24:443"]`,
    before,
    after,
  );
  return { ...rule, change: { ...rule.change, after_unknown: unknown } };
};
const RULE = { cidr_ipv4: "203.0.113.0/24", from_port: 443, to_port: 443 };

const moves = (...changes: object[]) => {
  const { opened, closed } = report(...changes).exposure;
  return { opened, closed };
};
const NO_WEB_ACL = "no web ACL looks at what reaches the load balancer of ecs";

describe("a web ACL", () => {
  it("that goes from a load balancer that stays opens it, and closes nothing", () => {
    const plan = [plainLoadBalancer(STANDS, STANDS), ...webAcl("ecs", STANDS, null), ipSet(ADDRESSES, null)];
    expect(moves(...plan)).toEqual({ opened: [NO_WEB_ACL], closed: [] });
    expect(failuresOf(report(...plan), ["exposure"])).toEqual(["exposure"]);
  });

  it("that comes to a load balancer that stood without closes it, and opens nothing", () => {
    const plan = [plainLoadBalancer(STANDS, STANDS), ...webAcl("ecs", null, STANDS), ipSet(null, ADDRESSES)];
    expect(moves(...plan)).toEqual({ opened: [], closed: [NO_WEB_ACL] });
    expect(failuresOf(report(...plan), ["exposure"])).toEqual([]);
  });

  it("that comes and goes with its load balancer is neither", () => {
    expect(
      moves(
        plainLoadBalancer(null, STANDS),
        ...webAcl("ecs", null, STANDS),
        expressLoadBalancer(STANDS, null),
        ...webAcl("express", STANDS, null),
        ...networkAcl(STANDS, STANDS),
        ipSet(ADDRESSES, ADDRESSES),
      ),
    ).toEqual({ opened: [], closed: [] });
  });

  it("that a new load balancer comes without leaves it open", () => {
    expect(moves(plainLoadBalancer(null, STANDS)).opened).toEqual([NO_WEB_ACL]);
  });

  it("whose set of addresses changes opens and closes by block", () => {
    const other = { addresses: ["198.51.100.0/24"] };
    expect(moves(plainLoadBalancer(STANDS, STANDS), ...webAcl("ecs", STANDS, STANDS), ipSet(ADDRESSES, other))).toEqual(
      {
        opened: ["198.51.100.0/24 passes the web ACL"],
        closed: ["203.0.113.0/24 passes the web ACL"],
      },
    );
  });
});

describe("the network ACL", () => {
  const stands = [...webAcl("express", STANDS, STANDS), expressLoadBalancer(STANDS, STANDS)];

  it("that goes while Express Mode's load balancer stays opens it to the world", () => {
    expect(moves(...stands, ...networkAcl(STANDS, null))).toEqual({
      opened: [expect.stringContaining("any address may reach port 443 of Express Mode's load balancer")],
      closed: [],
    });
  });

  it("that comes closes it", () => {
    expect(moves(...stands, ...networkAcl(null, STANDS))).toEqual({
      opened: [],
      closed: [expect.stringContaining("any address may reach port 443 of Express Mode's load balancer")],
    });
  });

  it("is missed by the plain load balancer only where it had one", () => {
    const plain = [...webAcl("ecs", STANDS, STANDS), plainLoadBalancer(STANDS, STANDS)];
    expect(moves(...plain)).toEqual({ opened: [], closed: [] });
    expect(report(...plain).exposure.after).toEqual([]);
    expect(moves(...plain, ...networkAcl(STANDS, null)).opened).toEqual([
      expect.stringContaining("any address may reach the security group of the plain load balancer"),
    ]);
  });
});

it("names a rule whose block is known only after the apply", () => {
  expect(moves(allowed("module.shop", null, { from_port: 443, to_port: 443 }, { cidr_ipv4: true })).opened).toEqual([
    "a block known after the apply may reach port 443 (security group)",
  ]);
});

it("tells a block that opens in one group from the same block in another", () => {
  const { exposure } = reportOn({
    resource_changes: [
      ...group("module.shop"),
      ...group("module.bank"),
      allowed("module.shop", RULE, RULE),
      allowed("module.bank", null, RULE),
    ],
  });
  expect(exposure.opened).toEqual(["bank: 203.0.113.0/24 may reach port 443 (security group)"]);
});
