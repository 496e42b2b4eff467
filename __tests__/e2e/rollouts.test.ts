import { readFileSync } from "node:fs";
import { describeWith, engines } from "../support/tools";
import { type Change, Root } from "../support/root";

jest.setTimeout(600_000);

/** Two public services and a private one on the plain track; `deployment` is how `api` is deployed. */
const MAIN = `
provider "aws" {}
locals { given = jsondecode(file("given.json")) }
module "shop" {
  source        = "\${modules}/switchyard"
  name          = "shop"
  mode          = "ecs"
  allowed_cidrs = ["203.0.113.0/24"]
  network       = { availability_zones = ["us-east-1a", "us-east-1b"] }
  services = {
    api       = { image = local.given.image, port = 8080, deployment_configuration = local.given.deployment }
    dashboard = { image = "app:1", port = 3000, connects_to = ["api", "orders"] }
    orders    = { image = "app:1", port = 9000, public = false, deployment_configuration = { strategy = "CANARY" } }
  }
}
`;

type Json = Record<string, any>;

const listed = (changes: readonly Change[]): string[] =>
  changes.map(({ address, actions }) => `${actions.join("+")} ${address.replace("module.shop.module.", "")}`).sort();

for (const { name, tool } of engines) {
  describeWith(`deployment strategies on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    let given: { image: string; deployment: Json } = { image: "app:1", deployment: {} };

    beforeAll(() => {
      root = new Root({ engine, main: "" });
      give({});
      root.write("main.tf", MAIN);
      const init = root.run("init", "-input=false");
      if (!init.ok) throw new Error(init.output);
      root.apply();
    });
    afterAll(() => root?.remove());

    const give = (changed: Partial<typeof given>): void => {
      given = { ...given, ...changed };
      root.write("given.json", JSON.stringify(given));
    };
    const world = (): Json[] => (JSON.parse(readFileSync(root.stateFile, "utf8")) as { objects: Json[] }).objects;
    /** The service as ECS has it. */
    const service = (): Json =>
      world().find(({ type, state }) => type === "aws_ecs_service" && state.name === "shop-api-ecs")!["state"];
    /** Target group to weight, in the rule that serves the API: `production` is what the service calls its own. */
    const weights = (): Json => {
      const [balancer] = service()["load_balancer"];
      const [advanced] = balancer["advanced_configuration"];
      const rule = world().find(({ id }) => id === advanced["production_listener_rule"])!["state"];
      const groups: Json[] = rule["action"][0]["forward"][0]["target_group"];
      const weight = (arn: string) => groups.find((group) => group["arn"] === arn)?.["weight"];
      return {
        production: weight(balancer["target_group_arn"]),
        alternate: weight(advanced["alternate_target_group_arn"]),
      };
    };

    it("starts by rolling, with everything on the first target group and nothing left to do", () => {
      expect(root.plan()).toEqual([]);
      expect(service()["deployment_configuration"]).toMatchObject([{ strategy: "ROLLING" }]);
      expect(weights()).toEqual({ production: 100, alternate: 0 });
    });

    it.each([
      ["CANARY", {}, { canary_configuration: [{ canary_percent: 5, canary_bake_time_in_minutes: "3" }] }],
      ["LINEAR", { linear_configuration: { step_percent: 25 } }, { linear_configuration: [{ step_percent: 25 }] }],
      ["BLUE_GREEN", { bake_time_in_minutes: 10 }, { bake_time_in_minutes: "10", canary_configuration: [] }],
      ["ROLLING", {}, { canary_configuration: [], linear_configuration: [] }],
      ["BLUE_GREEN", {}, { bake_time_in_minutes: "3" }],
    ])("moves to %s by an update of that one service, and leaves nothing to do", (strategy, more, found) => {
      give({ deployment: { strategy, ...more } });
      expect(listed(root.plan())).toEqual(['update ecs["api"].aws_ecs_service.this']);
      root.apply();
      expect(root.plan()).toEqual([]);
      expect(service()["deployment_configuration"]).toMatchObject([{ strategy, ...found }]);
    });

    it("plans the task definition and the service for a new image, and ECS's weights are its own affair", () => {
      give({ deployment: { strategy: "CANARY" } });
      root.apply();
      const before = weights();
      give({ image: "app:2" });
      expect(listed(root.plan())).toEqual([
        'create+delete ecs["api"].aws_ecs_task_definition.this[0]',
        'update ecs["api"].aws_ecs_service.this',
      ]);
      root.apply();
      expect(weights()).toEqual({ production: before["alternate"], alternate: before["production"] });
      expect(root.plan()).toEqual([]);
    });

    it("rolls on where the requests are when it goes back to rolling", () => {
      const before = weights();
      give({ deployment: {}, image: "app:3" });
      root.apply();
      expect(weights()).toEqual(before);
      expect(root.plan()).toEqual([]);
    });

    it("takes hooks, alarms and a test listener, and leaves nothing to do", () => {
      const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:123456789012:${rest}`;
      const hook = {
        hook_target_arn: arn("lambda", "function:smoke"),
        role_arn: "arn:aws:iam::123456789012:role/hook",
        lifecycle_stages: ["POST_TEST_TRAFFIC_SHIFT"],
      };
      const deployment = {
        strategy: "BLUE_GREEN",
        test_listener_port: 9443,
        lifecycle_hooks: { smoke: hook },
        alarms: { alarm_names: ["shop-api-5xx"] },
      };
      give({ deployment });
      const changes = root.plan();
      expect(changes.filter(({ actions }) => actions.includes("delete"))).toEqual([]);
      expect(listed(changes)).toContain('update ecs["api"].aws_ecs_service.this');
      root.apply();
      expect(root.plan()).toEqual([]);
      const [balancer] = service()["load_balancer"];
      const { test_listener_rule: testRule, production_listener_rule: rule } = balancer["advanced_configuration"][0];
      expect(testRule).toMatch(/:listener-rule\//);
      expect(testRule).not.toBe(rule);
    });

    it("lets the role go after the services, and leaves nothing behind", () => {
      root.destroy();
      expect(root.addresses()).toEqual([]);
      expect(JSON.parse(readFileSync(root.stateFile, "utf8"))).toMatchObject({ objects: [] });
      const deleted = readFileSync(root.logFile, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Json)
        .filter(({ operation }) => operation === "delete");
      const last = (type: string) => deleted.findLastIndex((call) => call["type"] === type);
      const policy = deleted.findIndex(
        ({ type, name: called, id }) =>
          type === "aws_iam_role_policy_attachment" && `${called} ${id}`.includes("load-balancer"),
      );
      expect(policy).toBeGreaterThan(last("aws_ecs_service"));
    });
  });
}
