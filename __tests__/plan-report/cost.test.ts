import type { Item } from "../../plan-report/cost";
import { markdown } from "../../plan-report/render/markdown";
import { anywhere, change, group, report, reportOn, type Values } from "./plan";

const SIZE = { cpu: "512", memory: "1024" };
const PUBLIC = { ingress_paths: [{ access_type: "PUBLIC" }] };

const ecs = (part: string, after: Values) => change(`module.ecs["api"].${part}`, null, after);
const service = (network: Values = {}) =>
  ecs("aws_ecs_service.this", { name: "shop-api-ecs", network_configuration: [network] });
const plain = (definition: Values = {}, network?: Values) => [
  service(network),
  ecs("aws_ecs_task_definition.this[0]", { family: "shop-api-ecs", ...SIZE, ...definition }),
  ecs("aws_appautoscaling_target.this", { min_capacity: 2 }),
];
const express = (values: Values, name = "api") =>
  change(`module.express["${name}"].aws_ecs_express_gateway_service.this`, null, {
    service_name: `shop-${name}-express`,
    ...SIZE,
    ...values,
  });
const stack = (name = "shop-api-express-stack") =>
  change('module.express_stack["api"].aws_cloudformation_stack.this', null, {
    name,
    template_body: JSON.stringify({
      Resources: { Service: { Properties: { ScalingTarget: { MinTaskCount: 3 } } } },
    }),
  });
const sharedDefinition = change('module.task_definition["api"].aws_ecs_task_definition.this[0]', null, {
  family: "shop-api",
  ...SIZE,
});

const counts = (items: readonly Item[]) => items.map(({ what, arithmetic }) => [what, arithmetic.split(" ")[0]]);
const costOf = (...changes: object[]) => counts(report(...changes).cost.after);

describe("the cost of a task", () => {
  const storageOf = (definition: Values) =>
    report(...plain(definition))
      .cost.after.filter(({ what }) => what.includes("storage"))
      .map(({ what, usd }) => [what, Math.round(usd * 100) / 100]);

  it("holds the storage above what every task has", () => {
    expect(storageOf({ ephemeral_storage: [{ size_in_gib: 50 }] })).toEqual([
      ["GiB of storage for tasks of shop-api-ecs", 4.86],
    ]);
  });

  it("holds none that nobody asked for", () => {
    expect(storageOf({ ephemeral_storage: [] })).toEqual([]);
    expect(storageOf({})).toEqual([]);
  });

  it("holds its public address, where it has one", () => {
    expect(costOf(...plain({}, { assign_public_ip: true }))).toEqual([
      ["tasks of shop-api-ecs", "2"],
      ["public address of a task", "2"],
    ]);
    expect(costOf(...plain({}, { assign_public_ip: false }))).toEqual([["tasks of shop-api-ecs", "2"]]);
  });
});

describe("the cost of Express Mode", () => {
  it("is a load balancer and the smallest number of tasks of a service by a stack", () => {
    expect(costOf(stack(), sharedDefinition)).toEqual([
      ["tasks of shop-api-express-stack", "3"],
      ["public address of a task", "3"],
      ["load balancer", "1"],
      ["public address of a load balancer", "2"],
    ]);
  });

  it("counts the tasks of both tracks while one stands by, of one task definition", () => {
    const target = ecs("aws_appautoscaling_target.this", { min_capacity: 2 });
    expect(costOf(stack(), sharedDefinition, service(), target).slice(0, 2)).toEqual([
      ["tasks of shop-api-express-stack", "3"],
      ["tasks of shop-api-ecs", "2"],
    ]);
  });

  it("is an internal load balancer, without public addresses, where nothing is public", () => {
    for (const hidden of [
      express({ ingress_paths: [{ access_type: "PRIVATE" }] }),
      express({ service_name: "shop-api-express-private-2" }),
    ])
      expect(costOf(hidden)).toEqual([
        [expect.stringContaining("tasks of"), "1"],
        ["load balancer", "1"],
      ]);
  });

  it("is two load balancers where some services are public and others are not", () => {
    expect(costOf(express(PUBLIC), express({ service_name: "shop-web-express-private" }, "web")).slice(2)).toEqual([
      ["public address of a task", "1"],
      ["load balancer", "2"],
      ["public address of a load balancer", "2"],
    ]);
  });
});

it("counts the address of a NAT gateway", () => {
  expect(costOf(change('module.network.aws_nat_gateway.this["us-east-1a"]', null, {}))).toEqual([
    ["NAT gateway", "1"],
    ["public address of a NAT gateway", "1"],
  ]);
});

it("counts the zones of the plan's subnets, and says when it has to assume them", () => {
  const subnets = ["a", "b", "c"].map((zone) =>
    change(`module.network.aws_subnet.public["us-east-1${zone}"]`, null, { availability_zone: `us-east-1${zone}` }),
  );
  const made = report(express(PUBLIC), ...subnets).cost;
  expect(counts(made.after)).toContainEqual(["public address of a load balancer", "3"]);
  expect(made.assumed).toEqual([]);
  expect(report(express(PUBLIC)).cost.assumed).toEqual(["2 zones, since the subnets are not in the plan"]);
});

it("counts each group's own load balancer", () => {
  const paths = ["module.shop", "module.bank"];
  const { cost } = reportOn({
    resource_changes: paths.flatMap((path) => [
      ...group(path),
      anywhere(`${path}.module.express["api"].aws_ecs_express_gateway_service.this`, null, { ...SIZE, ...PUBLIC }),
    ]),
  });
  expect(cost.after.filter(({ what }) => what.endsWith(": load balancer")).map(({ what }) => what)).toEqual([
    "shop: load balancer",
    "bank: load balancer",
  ]);
});

it("says in JSON and in a pull request of when the prices are, what they come to, and what is left out", () => {
  const goes = change('module.express["api"].aws_ecs_express_gateway_service.this', { ...SIZE, ...PUBLIC }, null);
  const { cost } = report(goes);
  expect(cost).toMatchObject({ date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), region: "us-east-1" });
  expect(cost.total).toEqual({ before: expect.closeTo(45.4, 1), after: 0 });
  expect(cost.notCounted).toContain("traffic");
  const text = markdown(report(goes));
  expect(text).toContain(`List prices of ${cost.date}, us-east-1. Assumed: 2 zones`);
  expect(text).toMatch(/<summary>Before<\/summary>[^]*1 × 0\.0225 × 730 h[^]*<summary>After<\/summary>/);
});
