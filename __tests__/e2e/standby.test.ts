import { referenceRoot } from "../support/reference";
import { type Change, flat, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(600_000);

const main = `
${referenceRoot(
  "express",
  `domain       = { name = "example.com", zone = { id = aws_route53_zone.this.zone_id } }
  standby_mode = var.standby_mode
  traffic      = var.traffic`,
)}
variable "standby_mode" { default = null }
variable "traffic" {
  type    = map(number)
  default = null
}
resource "aws_route53_zone" "this" { name = "example.com" }
output "standby_urls" { value = module.shop.standby_urls }
`;

const STAND_BY = ["-var=standby_mode=ecs"];
const SHIFT = [...STAND_BY, '-var=traffic={"express"=90,"ecs"=10}'];
const SWITCH = [...STAND_BY, '-var=traffic={"ecs"=100}'];
const DROP = [...SWITCH, "-var=mode=ecs"];

const actions = (changes: readonly Change[], action: string): string[] =>
  changes.filter((change) => change.actions.includes(action)).map(({ address }) => address);
const services = /aws_ecs_(service|express_gateway_service)\.this$/;

for (const { name, tool } of engines) {
  describeWith(`a flip by way of a standby, on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine, main });
      root.apply();
    });
    afterAll(() => root.remove());

    const states = (type: string): any[] => root.objects(type).map(({ state }) => state);
    /** Origins of a name: part to weight and load balancer. */
    const origins = (host = "api.example.com"): Record<string, [number, string]> =>
      Object.fromEntries(
        states("aws_route53_record")
          .filter((record) => record.name === host && record.type === "A")
          .map(({ set_identifier: part, weighted_routing_policy: [{ weight }], alias: [{ name }] }) => [
            part,
            [weight, name.includes("express") ? "express" : "ecs"],
          ]),
      );

    it("stands by at the size of the active track, and takes no request yet", () => {
      root.editWorld((all) => {
        const api = all.find(({ id }) => id.endsWith("/shop-api-express"))!;
        (api.facts ??= {})["updated_from_outside"] = { desired_count: 7 };
      });
      const changes = root.plan(...STAND_BY);
      expect(actions(changes, "delete")).toEqual([]);
      expect(actions(changes, "update")).toEqual(["module.shop.terraform_data.cutover"]);
      root.apply(...STAND_BY);
      expect(
        states("aws_ecs_service")
          .map(({ name: service, desired_count: size }) => [service, size])
          .sort(),
      ).toEqual([
        ["shop-api-ecs", 7],
        ["shop-dashboard-ecs", 1],
      ]);
      expect(origins()).toEqual({ active: [100, "express"], standby: [0, "ecs"] });
      expect(states("aws_wafv2_web_acl_association")).toHaveLength(2);
      expect(root.plan(...STAND_BY)).toEqual([]);
    });

    it("shifts the requests by weights, in records alone", () => {
      const changes = root.plan(...SHIFT);
      expect(changes.map(({ type, actions }) => [type, ...actions])).toEqual(
        Array(8).fill(["aws_route53_record", "update"]),
      );
      root.apply(...SHIFT);
      expect(origins()).toEqual({ active: [90, "express"], standby: [10, "ecs"] });
    });

    it("switches, and drops the old track once the names have left it", () => {
      root.apply(...SWITCH);
      expect(origins()).toEqual({ active: [0, "express"], standby: [100, "ecs"] });
      const changes = root.plan(...DROP);
      expect(actions(changes, "create")).toEqual([]);
      expect(changes.filter(({ address }) => address.includes(".ecs[")).map(({ type }) => type)).toEqual([
        // Its size is its own again.
        "aws_appautoscaling_target",
      ]);
      const order = root
        .done(() => root.apply(...DROP))
        .filter((each) => /aws_route53_record|aws_ecs_express/.test(each));
      expect(order.slice(0, 4)).toEqual(Array(4).fill("update aws_route53_record"));
      expect(order.slice(-2)).toEqual(Array(2).fill("delete aws_ecs_express_gateway_service"));
      expect(origins()).toEqual({ active: [100, "ecs"] });
      expect(root.plan(...DROP)).toEqual([]);
    });

    it("changes the parts with two words as well: the records, and whose size is its own", () => {
      const back = ["-var=mode=ecs", "-var=standby_mode=express"];
      root.apply(...back);
      expect(root.outputs()["standby_urls"]["api"]).toMatch(/^https:\/\/.*\.on\.aws$/);
      const swapped = ["-var=mode=express", "-var=standby_mode=ecs"];
      const changes = root.plan(...swapped);
      const smaller = changes.filter(({ address }) => services.test(address));
      expect(smaller.map(({ address, after }) => [address, after!["scaling_target"][0]["min_task_count"]])).toEqual([
        ['module.shop.module.express["api"].aws_ecs_express_gateway_service.this', 1],
      ]);
      expect([actions(changes, "create"), actions(changes, "delete")]).toEqual([[], []]);
      root.apply(...swapped);
      expect(origins()).toEqual({ active: [100, "express"], standby: [0, "ecs"] });
      // What stands by follows the size of what is active.
      root.apply(...swapped);
      expect(root.plan(...swapped)).toEqual([]);
    });

    it("also makes the new track before the old one goes in one apply, and moves the names in between", () => {
      root.apply("-var=mode=ecs");
      const order = root.done(() => root.apply());
      const at = (what: string) => order.indexOf(what);
      const last = (what: string) => order.lastIndexOf(what);
      expect(last("create aws_ecs_express_gateway_service")).toBeLessThan(at("update aws_route53_record"));
      expect(last("create aws_wafv2_web_acl_association")).toBeLessThan(at("update aws_route53_record"));
      expect(last("update aws_route53_record")).toBeLessThan(at("delete aws_wafv2_web_acl_association"));
      expect(last("update aws_route53_record")).toBeLessThan(at("delete aws_ecs_service"));
      expect(root.plan()).toEqual([]);
    });

    it("destroys everything", () => {
      root.destroy();
      expect(root.addresses()).toEqual([]);
    });
  });

  describeWith(`a flip without a domain, on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    const careful = referenceRoot().replace("accept_url_changes = true", "");
    beforeAll(() => {
      root = new Root({ engine, main: careful });
      root.apply();
    });
    afterAll(() => root.remove());

    it("is refused for every service at once, with the way out", () => {
      const { ok, output } = root.run("plan", "-var=mode=ecs");
      expect(ok).toBe(false);
      for (const service of ["api", "dashboard"])
        expect(flat(output)).toContain(
          `services.${service}: without a domain its URL is its track's, and this takes it from express to ecs; one that Express Mode generated never comes back. Give the group a domain, or write accept_url_changes = true.`,
        );
    });

    it("may stand by, and is refused where the old URL would go", () => {
      root.write("main.tf", careful.replace("allowed_cidrs", 'standby_mode = "ecs"\n  allowed_cidrs'));
      root.apply();
      expect(root.plan()).toEqual([]);
      expect(root.run("plan", "-var=mode=ecs").ok).toBe(false);
    });

    it("goes through when the loss is accepted", () => {
      root.write("main.tf", referenceRoot());
      root.apply("-var=mode=ecs");
      expect(root.plan("-var=mode=ecs")).toEqual([]);
    });
  });

  describeWith(`a flip with names in somebody else's zone, on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    const CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/1";
    const on = (rest: string, host = "") =>
      referenceRoot("express", rest)
        .replace("accept_url_changes = true", "")
        .replace("port = 8080", `port = 8080${host}`);
    const noZone = (rest = "") =>
      on(`domain = { name = "example.com", certificate = { arn = "${CERTIFICATE}" } }\n  ${rest}`);
    const refused = (...args: string[]): string[] => {
      const { output } = root.run("plan", ...args);
      return [...flat(output).matchAll(/services\.(\w+): nobody but you moves its names/g)]
        .map(([, service]) => service!)
        .sort();
    };
    beforeAll(() => {
      root = new Root({ engine, main: noZone() });
      root.apply();
    });
    afterAll(() => root.remove());

    it("is refused where it destroys what they lead to", () => {
      expect(refused("-var=mode=ecs")).toEqual(["api", "dashboard"]);
    });

    it("goes by way of a standby: both tracks run while the names are moved, and the old one goes when that is said", () => {
      root.write("main.tf", noZone('standby_mode = "ecs"'));
      root.apply();
      root.write("main.tf", noZone('standby_mode = "express"'));
      root.apply("-var=mode=ecs");
      root.write("main.tf", noZone());
      expect(refused("-var=mode=ecs")).toEqual(["api", "dashboard"]);
      root.write("main.tf", noZone("accept_url_changes = true"));
      root.apply("-var=mode=ecs");
      expect(root.plan("-var=mode=ecs")).toEqual([]);
    });

    it("is refused for the service alone that has a name outside the zone", () => {
      const zone = `domain = { name = "example.com", zone = { id = "Z0123456789" }, certificate = { arn = "${CERTIFICATE}" } }`;
      root.write("main.tf", on(zone, ', host_names = ["api.example.com", "api.example.org"]'));
      root.apply("-var=mode=ecs");
      expect(refused()).toEqual(["api"]);
    });
  });
}
