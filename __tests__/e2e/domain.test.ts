import { readFileSync } from "node:fs";
import { referenceRoot } from "../support/reference";
import { type Change, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(600_000);

const DOMAIN = `domain = { name = "example.com", zone = { id = aws_route53_zone.this.zone_id } }`;
const withDomain = (domain = DOMAIN): string => `
${referenceRoot("express", domain)}
resource "aws_route53_zone" "this" { name = "example.com" }
output "express_urls" { value = module.shop.express_urls }
output "load_balancer_dns_names" { value = module.shop.load_balancer_dns_names }
`;
const HOSTS = { api: "https://api.example.com", dashboard: "https://dashboard.example.com" };

const told = (changes: readonly Change[]): string[] =>
  changes.map(({ address, actions }) => `${actions.join("+")} ${address.replace("module.shop.module.", "")}`).sort();
const ofModule = (changes: readonly Change[], module: string): string[] =>
  told(changes.filter(({ address }) => address.startsWith(`module.shop.module.${module}.`)));

for (const { name, tool } of engines) {
  describeWith(`a domain on Express Mode, on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine, main: withDomain() });
    });
    afterAll(() => root.remove());

    const world = (type: string): any[] => root.objects(type).map(({ state }) => state);
    const records = (): Record<string, string> =>
      Object.fromEntries(
        world("aws_route53_record").flatMap(({ name, type, alias }) =>
          type === "A" ? [[name, alias[0].name.replace(/^dualstack\./, "")]] : [],
        ),
      );

    it("serves each service under its own name, with the certificate on Express Mode's listener, and nothing left to do", () => {
      root.apply();
      expect(root.outputs()["urls"]).toEqual(HOSTS);
      expect(root.outputs()["express_urls"]["api"]).toMatch(/^https:\/\/sh-[0-9a-f]{32}\.ecs\.us-east-1\.on\.aws$/);
      const { express } = root.outputs()["load_balancer_dns_names"];
      expect(records()).toEqual({ "api.example.com": express, "dashboard.example.com": express });
      const [listener] = world("aws_lb_listener");
      expect(world("aws_lb_listener_certificate")).toMatchObject([
        { listener_arn: listener.arn, certificate_arn: expect.stringContaining(":certificate/") },
      ]);
      expect(root.plan()).toEqual([]);
    });

    it("has one listener rule for each service, Express Mode's own, and a workflow that may change just these", () => {
      const rules: any[] = world("aws_lb_listener_rule");
      expect(rules).toHaveLength(2);
      const policy = world("aws_iam_role_policy").find(({ name }) => name === "host-names").policy;
      const modify = JSON.parse(policy).Statement.filter(({ Action }: any) => /Modify/.test(Action));
      expect(modify.map(({ Resource }: any) => [...Resource].sort())).toEqual([rules.map(({ arn }) => arn).sort()]);
    });

    it("plans exactly the two services for a new image", () => {
      expect(told(root.plan("-var=image=public.ecr.aws/nginx/nginx:1.30"))).toEqual([
        'update express["api"].aws_ecs_express_gateway_service.this',
        'update express["dashboard"].aws_ecs_express_gateway_service.this',
      ]);
    });

    it("flips with the URLs and the certificate as they are, and the records changed in place", () => {
      const changes = root.plan("-var=mode=ecs");
      expect(ofModule(changes, "certificate")).toEqual([]);
      const all = ["a", "aaaa"].flatMap((type) =>
        ["api", "dashboard"].map(
          (service) => `update dns_records.aws_route53_record.${type}["${service}.example.com"]`,
        ),
      );
      expect(ofModule(changes, "dns_records")).toEqual(all);
      expect(ofModule(changes, "express_domain").filter((change) => !change.startsWith("delete "))).toEqual([]);
      root.apply("-var=mode=ecs");
      const { urls, load_balancer_dns_names: balancers, express_urls: generated } = root.outputs();
      expect([urls, generated]).toEqual([HOSTS, {}]);
      expect(records()["api.example.com"]).toBe(balancers!["ecs"]);
      expect(root.plan("-var=mode=ecs")).toEqual([]);
    });

    it("flips back in the same way", () => {
      const changes = root.plan();
      expect(ofModule(changes, "certificate")).toEqual([]);
      expect(ofModule(changes, "dns_records").map((change) => change.split(" ")[0])).toEqual(Array(4).fill("update"));
      root.apply();
      expect(root.outputs()["urls"]).toEqual(HOSTS);
      expect(root.plan()).toEqual([]);
    });

    it("leaves neither certificate nor record when the domain is taken off, and the services alone", () => {
      root.write("main.tf", withDomain(""));
      const changes = root.plan();
      expect(changes.filter(({ type }) => type === "aws_ecs_express_gateway_service")).toEqual([]);
      root.apply();
      expect(root.outputs()["urls"]["api"]).toMatch(/\.on\.aws$/);
      for (const type of ["aws_acm_certificate", "aws_lb_listener_certificate", "aws_route53_record"])
        expect([type, world(type)]).toEqual([type, []]);
      expect(root.plan()).toEqual([]);
    });

    it("destroys everything", () => {
      root.write("main.tf", withDomain());
      root.apply();
      root.destroy();
      expect(JSON.parse(readFileSync(root.stateFile, "utf8"))).toMatchObject({ objects: [] });
    });
  });
}
