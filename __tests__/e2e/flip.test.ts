import { readFileSync } from "node:fs";
import { describeWith, engines } from "../support/tools";
import { ONE_TRACK, referenceRoot } from "../support/reference";
import { type Change, Root } from "../support/root";

jest.setTimeout(600_000);

const addresses = (changes: readonly Change[], action: string): string[] =>
  changes
    .filter(({ actions }) => actions.includes(action))
    .map(({ address }) => address.replace("module.shop.module.", ""))
    .sort();

for (const { name, tool } of engines) {
  describeWith(`the reference input on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine, main: referenceRoot() });
    });
    afterAll(() => root.remove());

    it("applies on Express Mode, with a generated URL for each service and nothing left to do", () => {
      root.apply();
      expect(root.outputs()["urls"]).toEqual({
        api: expect.stringMatching(/^https:\/\/sh-[0-9a-f]{32}\.ecs\.us-east-1\.on\.aws$/),
        dashboard: expect.stringMatching(/^https:\/\/sh-[0-9a-f]{32}\.ecs\.us-east-1\.on\.aws$/),
      });
      expect(root.plan()).toEqual([]);
    });

    it("plans exactly the two services for an image update, and leaves the web ACL's association alone", () => {
      const changes = root.plan("-var=image=public.ecr.aws/nginx/nginx:1.30");
      expect(changes.map(({ type, actions }) => [type, actions])).toEqual([
        ["aws_ecs_express_gateway_service", ["update"]],
        ["aws_ecs_express_gateway_service", ["update"]],
      ]);
    });

    it("keeps the association through the addition of a service that sorts first", () => {
      const withFirst = referenceRoot().replace(
        "services = {",
        'services = {\n    aaa = { image = var.image, port = 9000, connects_to = ["api"] }',
      );
      root.write("main.tf", withFirst);
      const changes = root.plan();
      expect(changes.filter(({ type }) => type === "aws_wafv2_web_acl_association")).toEqual([]);
      expect(addresses(changes, "delete")).toEqual([]);
      root.apply();
      expect(root.plan()).toEqual([]);
      root.write("main.tf", referenceRoot());
      const removal = root.plan();
      expect(removal.filter(({ type }) => type === "aws_wafv2_web_acl_association")).toEqual([]);
      root.apply();
    });

    it("flips to plain ECS and touches the two tracks alone", () => {
      const changes = root.plan("-var=mode=ecs");
      expect(changes.filter(({ address }) => !ONE_TRACK.test(address))).toEqual([]);
      expect(changes.filter(({ actions }) => actions.includes("update")).map(({ address }) => address)).toEqual([
        "module.shop.terraform_data.cutover",
      ]);
      expect(addresses(changes, "create").filter((address) => address.includes("aws_ecs_service"))).toEqual([
        'ecs["api"].aws_ecs_service.this',
        'ecs["dashboard"].aws_ecs_service.this',
      ]);
      root.apply("-var=mode=ecs");
      expect(root.outputs()["urls"]).toEqual({
        api: expect.stringMatching(/^http:\/\/shop-[0-9]+\.us-east-1\.elb\.amazonaws\.com:8080$/),
        dashboard: expect.stringMatching(/^http:\/\/shop-[0-9]+\.us-east-1\.elb\.amazonaws\.com:3000$/),
      });
      expect(root.plan("-var=mode=ecs")).toEqual([]);
    });

    it("overrides the switch for one service, whose caller is given the private name", () => {
      root.write("main.tf", referenceRoot("ecs").replace("port = 3000,", 'port = 3000, mode = "express",'));
      const changes = root.plan();
      // Nobody calls it by Service Connect any more: a new revision without room for the proxy, and the same service.
      expect(addresses(changes, "delete").filter((address) => address.startsWith('ecs["api"]'))).toEqual([
        'ecs["api"].aws_ecs_task_definition.this[0]',
      ]);
      root.apply();
      expect(Object.keys(root.outputs()["load_balancer_arns"]).sort()).toEqual(["ecs", "express"]);
      expect(root.plan()).toEqual([]);
    });

    it("destroys everything", () => {
      root.destroy();
      expect(root.addresses()).toEqual([]);
      expect(JSON.parse(readFileSync(root.stateFile, "utf8"))).toMatchObject({ objects: [] });
    });
  });
}
