import { readFileSync } from "node:fs";
import { referenceRoot } from "../support/reference";
import { type Change, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(600_000);

const OUTPUT = 'output "overlaid" { value = module.shop.express_overlay_dev_services }';
const PLAIN = `${referenceRoot()}\n${OUTPUT}`;
const OVERLAID = `${referenceRoot("express", "express_ingress_overlay_dev = true").replace(
  'health_check_path = "/health" }',
  'health_check_path = "/health", express_overlay_dev = { cpu_architecture = "ARM64", enable_execute_command = true } }',
)}\n${OUTPUT}`;

const OVERLAY = /^module\.shop\.module\.express_(ingress_)?overlay_dev\./;
const EXPRESS = "aws_ecs_express_gateway_service";
const outside = (changes: readonly Change[]): string[] =>
  changes
    .filter(({ address }) => !OVERLAY.test(address))
    .map(({ address, actions }) => `${actions.join("+")} ${address}`)
    .sort();

for (const { name, tool } of engines) {
  describeWith(`the overlays on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine, main: PLAIN });
      root.apply();
    });
    afterAll(() => root.remove());

    const overlays = () => root.addresses().filter((address) => OVERLAY.test(address));

    it("are not there unless asked for", () => {
      expect(overlays()).toEqual([]);
      expect(root.outputs()["overlaid"]).toEqual([]);
    });

    it("come after the services, which they leave as they are, and the plan says what they are for", () => {
      root.write("main.tf", OVERLAID);
      const changes = root.plan();
      expect(outside(changes)).toEqual(['create module.shop.module.roles.aws_iam_role_policy.execute_command["api"]']);
      expect([...new Set(changes.flatMap(({ actions }) => actions))]).toEqual(["create"]);
      const warned = root.run("plan", "-input=false").output.replace(/[│╷╵\s]+/g, " ");
      expect(warned).toContain("express_overlay_dev is for development and test only, and is on for api.");
      expect(warned).toContain("express_ingress_overlay_dev is for development and test only");
      root.apply();
      expect(root.outputs()["overlaid"]).toEqual(["api"]);
      expect(overlays().filter((address) => address.includes("aws_sfn_state_machine"))).toHaveLength(2);
      expect(root.plan()).toEqual([]);
    });

    it("leave a new image a change of the services alone", () => {
      const changes = root.plan("-var=image=public.ecr.aws/nginx/nginx:1.30");
      expect(changes.map(({ type, actions }) => [type, ...actions])).toEqual([
        [EXPRESS, "update"],
        [EXPRESS, "update"],
      ]);
    });

    it("go at a flip with what they overlaid, and come back with it", () => {
      root.apply("-var=mode=ecs");
      expect(overlays()).toEqual([]);
      expect(root.outputs()["overlaid"]).toEqual([]);
      expect(root.plan("-var=mode=ecs")).toEqual([]);
      root.apply();
      expect(overlays().length).toBeGreaterThan(0);
      expect(root.plan()).toEqual([]);
    });

    it("go before the services when everything is destroyed", () => {
      const before = readFileSync(root.logFile, "utf8").length;
      root.destroy();
      const deleted = readFileSync(root.logFile, "utf8")
        .slice(before)
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line))
        .filter(({ operation }) => operation === "delete")
        .map(({ type, name: called, id }) => `${type} ${called} ${id}`);
      expect(root.addresses()).toEqual([]);
      const started = deleted.filter((call) =>
        /^aws_(sfn_state_machine|cloudwatch_event_target) .*express-(overlay|ingress)-dev/.test(call),
      );
      expect(started).toHaveLength(6);
      const first = deleted.findIndex((call) => call.startsWith(EXPRESS));
      expect(started.filter((call) => deleted.indexOf(call) > first)).toEqual([]);
    });
  });
}
