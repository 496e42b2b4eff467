import { readFileSync, writeFileSync } from "node:fs";
import { type Change, flat, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(600_000);

const PRICES = "prices = { image = var.image, port = 9090, public = false, mode = var.prices }";

/** A public and a private service on Express Mode, and a plain one that calls the private one. */
const main = (more = "", prices = PRICES): string => `
provider "aws" {}
variable "image" { default = "app:1" }
variable "prices" { default = "express" }
module "shop" {
  source        = "\${modules}/switchyard"
  name          = "shop"
  mode          = "express"
  allowed_cidrs = ["203.0.113.0/24"]
  network       = { availability_zones = ["us-east-1a", "us-east-1b"], nat_gateway = "single" }
  services = {
    ${more}
    api    = { image = "app:1", port = 8080 }
    worker = { image = "app:1", port = 7070, public = false, mode = "ecs", connects_to = ["prices"] }
    ${prices}
  }
}
output "urls" { value = module.shop.urls }
output "load_balancer_arns" { value = module.shop.load_balancer_arns }
output "security_group_ids" { value = module.shop.security_group_ids }
`;

/** What belongs to one track of a service, and what goes with its caller. */
const OF_A_TRACK =
  /^module\.shop\.(terraform_data\.cutover$|module\.(ecs\[|express\[|service_connect_refresh\.|private_names\.))/;

const ofWebAcl = (changes: readonly Change[]): Change[] => changes.filter(({ type }) => type.startsWith("aws_wafv2"));

for (const { name, tool } of engines) {
  describeWith(`a private service on Express Mode, on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine: engine as string, main: main() });
      root.apply();
    });
    afterAll(() => root?.remove());

    const objects = (type: string): any[] => root.objects(type);
    const express = (service: string): any =>
      objects("aws_ecs_express_gateway_service").find(({ id }) => id.includes(`/shop-${service}-express`));
    const covered = (): string[] => objects("aws_wafv2_web_acl_association").map(({ state }) => state.resource_arn);

    it("stands behind an internal load balancer of its own, and leaves nothing to do", () => {
      const internal = (is: boolean): string[] =>
        objects("aws_lb").flatMap(({ id, state }) => (state.internal === is ? [id] : []));
      expect(express("api").facts.load_balancer_arn).toBe(internal(false)[0]);
      expect(express("prices").facts.load_balancer_arn).toBe(internal(true)[0]);
      expect([internal(false).length, internal(true).length]).toEqual([1, 1]);
      expect(root.plan()).toEqual([]);
    });

    it("is in private subnets alone, without public addresses, in its own security group", () => {
      const isPrivate = (id: string): boolean =>
        objects("aws_subnet").some((subnet) => subnet.id === id && subnet.state.tags.Name.includes("-private-"));
      const [network] = express("prices").facts.network_configuration;
      expect(network.assign_public_ip).toBe(false);
      expect(network.subnets.map(isPrivate)).toEqual([true, true]);
      expect(network.security_groups).toContain(root.outputs()["security_group_ids"].prices);
      const [open] = express("api").facts.network_configuration;
      expect(open.subnets.map(isPrivate)).toEqual([false, false]);
    });

    it("has no URL; the web ACL is on the public load balancer and on no other", () => {
      expect(Object.keys(root.outputs()["urls"])).toEqual(["api"]);
      expect(covered()).toEqual([express("api").facts.load_balancer_arn]);
      expect(root.outputs()["load_balancer_arns"]).toEqual({ express: express("api").facts.load_balancer_arn });
    });

    it("is reached by its private name", () => {
      const worker = objects("aws_ecs_task_definition").find(({ state }) => state.family.includes("worker"));
      const [container] = JSON.parse(worker.state.container_definitions);
      expect(container.environment).toContainEqual({
        name: "PRICES_URL",
        value: "http://prices.shop.internal:9090",
      });
    });

    it("is the one change of its new image", () => {
      expect(root.plan("-var=image=app:2").map(({ address, actions }) => [address, actions])).toEqual([
        ['module.shop.module.express["prices"].aws_ecs_express_gateway_service.this', ["update"]],
      ]);
    });

    it.each(["aaa", "zzz"])("touches no association when another one called %s comes and goes", (added) => {
      root.write("main.tf", main(`${added} = { image = "app:1", port = 9000, public = false }`));
      expect(ofWebAcl(root.plan())).toEqual([]);
      root.apply("plan");
      expect(covered()).toEqual([express("api").facts.load_balancer_arn]);
      root.write("main.tf", main());
      expect(ofWebAcl(root.plan())).toEqual([]);
      root.apply("plan");
    });

    it("flips to the plain track and touches nothing that is shared", () => {
      const changes = root.plan("-var=prices=ecs");
      expect(changes.filter(({ address }) => !OF_A_TRACK.test(address))).toEqual([]);
      expect(changes.map(({ type }) => type)).toContain("aws_ecs_express_gateway_service");
    });

    it("is made anew when it becomes public, since AWS settles the scheme when it is made", () => {
      root.write("main.tf", main("", PRICES.replace("public = false, ", "")));
      const change = root.plan().find(({ type }) => type === "aws_ecs_express_gateway_service");
      expect(change?.actions.slice().sort()).toEqual(["create", "delete"]);
      root.write("main.tf", main());
    });

    it("points out what was changed from outside, and plans no change for it", () => {
      const updated = {
        capacity_provider_strategy: [{ base: 0, weight: 1, capacity_provider: "FARGATE_SPOT" }],
        enable_execute_command: true,
        task_definition: "arn:aws:ecs:us-east-1:123456789012:task-definition/hotfix:3",
      };
      const before = readFileSync(root.stateFile, "utf8");
      root.editWorld((all: any[]) => {
        all.find(({ id }) => id === express("prices").id).facts.updated_from_outside = updated;
        const balancer = all.find(({ id }) => id === express("api").facts.load_balancer_arn);
        balancer.state.tags = balancer.state.tags_all = {};
      });
      const { ok, output } = root.run("plan", "-input=false");
      expect(ok).toBe(true);
      expect(output).toContain("No changes.");
      for (const sentence of [
        "Changed from outside: prices runs on FARGATE_SPOT. It persists: no update of Express Mode asks for it.",
        "prices lets shells in by ECS Exec. It persists",
        "prices runs the task definition arn:aws:ecs:us-east-1:123456789012:task-definition/hotfix:3, which is not Express Mode's own. The next update of the service overwrites it",
        `${covered()[0]} has lost the tag AmazonECSManaged = true: ECS has ejected it`,
      ])
        expect(flat(output)).toContain(sentence);
      writeFileSync(root.stateFile, before);
      expect(root.run("plan", "-input=false").output).not.toContain("Changed from outside");
    });

    it("does not tell its load balancer while it is being made, and the ways out begin with another apply", () => {
      const before = readFileSync(root.stateFile, "utf8");
      root.editWorld((all: any[]) => {
        all.find(({ id }) => id === express("api").id).facts.listener_rule_arn = null;
      });
      const { ok, output } = root.run("plan", "-input=false");
      expect(ok).toBe(false);
      expect(flat(output)).toMatch(
        /ECS does not tell which load balancer serves the services\. Apply again: .*wait_for_steady_state = false.* give it: express_load_balancer =/,
      );
      writeFileSync(root.stateFile, before);
      expect(root.plan()).toEqual([]);
    });

    it("leaves nothing behind", () => {
      root.destroy();
      expect(JSON.parse(readFileSync(root.stateFile, "utf8"))).toMatchObject({ objects: [] });
    });
  });
}
