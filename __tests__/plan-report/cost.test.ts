import { costOf } from "../../plan-report/cost";
import type { Change } from "../../plan-report/changes";

const created = (type: string, after: object) => ({ action: "create", type, before: {}, after }) as unknown as Change;

const storageOf = (definition: object): [string, number][] =>
  costOf([
    created("aws_ecs_task_definition", { family: "shop-api-ecs", cpu: "512", memory: "1024", ...definition }),
    created("aws_appautoscaling_target", { resource_id: "service/shop/shop-api-ecs", min_capacity: 2 }),
  ])
    .after.filter(({ what }) => what.includes("storage"))
    .map(({ what, usd }) => [what, Math.round(usd * 100) / 100]);

describe("the cost of a task", () => {
  it("holds the storage above what every task has", () => {
    expect(storageOf({ ephemeral_storage: [{ size_in_gib: 50 }] })).toEqual([
      ["GiB of storage for tasks of shop-api-ecs", 4.86],
    ]);
  });

  it("holds none that nobody asked for", () => {
    expect(storageOf({ ephemeral_storage: [] })).toEqual([]);
    expect(storageOf({})).toEqual([]);
  });
});

it("counts a load balancer and the smallest number of tasks for an Express service by a stack", () => {
  const template = { Resources: { Service: { Properties: { ScalingTarget: { MinTaskCount: 3 } } } } };
  const { after } = costOf([
    created("aws_ecs_task_definition", { family: "shop-api", cpu: "512", memory: "1024" }),
    created("aws_cloudformation_stack", { name: "shop-api-express-stack", template_body: JSON.stringify(template) }),
  ]);
  expect(after.map(({ what, arithmetic }) => [what, arithmetic.split(" ")[0]])).toEqual([
    ["tasks of shop-api", "3"],
    ["load balancer", "1"],
    ["public address of a load balancer", "2"],
  ]);
});
