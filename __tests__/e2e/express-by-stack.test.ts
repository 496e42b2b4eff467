import type { WorldObject } from "../../simulator/world/world";
import { type Change, flat, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(300_000);

/** An API that needs a task definition of its own, a dashboard that does not, both on Express Mode behind one allowlist. */
const MAIN = `
provider "aws" {}
variable "mode" { default = "express" }
variable "image" { default = "registry.example.com/api:1" }
variable "api" { default = "aws_cloudformation_stack" }
variable "dashboard" { default = "aws_ecs_express_gateway_service" }
variable "min" { default = 1 }
variable "tags" {
  type    = map(string)
  default = { team = "shop" }
}
resource "aws_efs_file_system" "this" { creation_token = "shop" }
module "shop" {
  source        = "\${modules}/switchyard"
  name          = "shop"
  mode          = var.mode
  allowed_cidrs = ["203.0.113.0/24"]
  accept_url_changes = true
  network       = { availability_zones = ["us-east-1a", "us-east-1b"] }
  alarms        = {}
  tags          = var.tags
  services = {
    api = {
      express_resource      = var.api
      image                 = var.image
      port                  = 8080
      health_check_path     = "/health"
      cpu_architecture      = var.api == "aws_cloudformation_stack" ? "ARM64" : "X86_64"
      volumes               = var.api == "aws_cloudformation_stack" ? { uploads = { mount_path = "/uploads", efs = { file_system_id = aws_efs_file_system.this.id } } } : {}
      sidecars              = var.api == "aws_cloudformation_stack" ? { agent = { image = "agent:1" } } : {}
      scaling               = { min_task_count = var.min }
    }
    dashboard = { express_resource = var.dashboard, image = "registry.example.com/dashboard:1", port = 3000, connects_to = ["api"] }
  }
}
output "urls" { value = module.shop.urls }
output "load_balancer" { value = module.shop.load_balancer_arns }
output "managed" { value = module.shop.express_managed_arns }
`;

/** One that the VPC alone reaches, and one that was made anew: both have more behind their names. */
const RENAMED = `
provider "aws" {}
module "shop" {
  source        = "\${modules}/switchyard"
  name          = "shop"
  mode          = "express"
  allowed_cidrs = ["203.0.113.0/24"]
  network       = { availability_zones = ["us-east-1a", "us-east-1b"], nat_gateway = "single" }
  services = {
    api    = { express_resource = "aws_cloudformation_stack", image = "registry.example.com/api:1", port = 8080, generation = 2, connects_to = ["prices"] }
    prices = { express_resource = "aws_cloudformation_stack", image = "registry.example.com/prices:1", port = 8080, public = false, generation = 3 }
  }
}
`;

const shown = (changes: readonly Change[]): string[] =>
  changes.map(({ address, actions }) => `${actions.join("+")} ${address.replace("module.shop.module.", "")}`).sort();

const STACK = 'express_stack["api"].aws_cloudformation_stack.this';
const DEFINITION = 'task_definition["api"].aws_ecs_task_definition.this';

for (const { name, tool } of engines) {
  describeWith(`an Express service by a stack, under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine: engine as string, main: MAIN });
    });
    afterAll(() => root?.remove());

    const world = (type: string): WorldObject[] => root.objects(type);
    const service = (of: string): WorldObject | undefined =>
      world("aws_ecs_express_gateway_service").find(({ id }) => id.endsWith(`/shop-${of}`));

    it("stands beside one by the provider, on the same load balancer and behind the same web ACL", () => {
      root.apply();
      expect(root.plan()).toEqual([]);
      expect(Object.keys(root.outputs()["urls"])).toEqual(["api", "dashboard"]);
      for (const url of Object.values(root.outputs()["urls"])) expect(url).toMatch(/^https:\/\/sh-[0-9a-f]{32}\.ecs\./);
      const balancers = ["api-express-stack", "dashboard-express"].map(
        (of) => service(of)?.facts?.["load_balancer_arn"],
      );
      expect(new Set(balancers)).toEqual(new Set([root.outputs()["load_balancer"].express]));
      expect(world("aws_wafv2_web_acl_association")).toHaveLength(1);
    });

    it("tells what AWS made for it, which the provider's own resource does not", () => {
      const { load_balancer: balancer, listener_rule: rule, target_groups: groups } = root.outputs()["managed"].api;
      expect(balancer).toBe(root.outputs()["load_balancer"].express);
      expect([rule, groups]).toEqual([expect.stringContaining(":listener-rule/app/"), expect.any(Array)]);
      expect(Object.keys(root.outputs()["managed"])).toEqual(["api"]);
    });

    it("runs the sidecar, the file system and the processor that were asked for", () => {
      const arn = service("api-express-stack")!.facts!["task_definition"];
      const { state } = world("aws_ecs_task_definition").find(({ id }) => id === arn)!;
      const containers = JSON.parse(String(state["container_definitions"])) as {
        name: string;
        portMappings?: object[];
      }[];
      expect(containers.map((container) => container.name)).toEqual(["Main", "agent"]);
      expect(containers[0]!.portMappings).toMatchObject([{ name: "main", containerPort: 8080 }]);
      expect(state["runtime_platform"]).toMatchObject([{ cpu_architecture: "ARM64" }]);
      expect(JSON.stringify(state["volume"])).toContain(world("aws_efs_file_system")[0]!.id);
    });

    it("is what the registrar keeps the name of", () => {
      const definition = String(world("aws_sfn_state_machine").map(({ state }) => state["definition"]));
      expect(definition).toContain("shop-api-express-stack");
    });

    it("changes its task definition and its stack when the image changes, and nothing else", () => {
      const before = root.outputs()["urls"];
      const live = service("api-express-stack")!.facts!["target_group_arn"];
      const image = "-var=image=registry.example.com/api:2";
      const changes = root.plan(image);
      expect(shown(changes)).toEqual([`create+delete ${DEFINITION}`, `update ${STACK}`]);
      expect(changes.find(({ type }) => type === "aws_cloudformation_stack")!.afterUnknown).not.toHaveProperty(
        "template_body",
      );
      root.apply(image);
      expect(root.plan(image)).toEqual([]);
      expect(root.outputs()["urls"]).toEqual(before);
      expect(service("api-express-stack")!.facts!["target_group_arn"]).not.toEqual(live);
      // What a failed deployment goes back to is still there.
      expect(world("aws_ecs_task_definition").filter(({ state }) => state["family"] === "shop-api")).toHaveLength(2);
      root.apply();
    });

    it("changes its stack when its scaling changes, and the alarm that watches it", () => {
      expect(shown(root.plan("-var=min=2"))).toEqual([
        'update alarms.aws_cloudwatch_metric_alarm.running_tasks["api"]',
        `update ${STACK}`,
      ]);
    });

    it("keeps the tags it was made with, and says so", () => {
      const { ok, output } = root.run("plan", "-input=false", '-var=tags={team="other"}');
      expect(ok).toBe(true);
      expect(flat(output)).toContain("The tags of shop-api-express-stack are those it was made with");
      expect(shown(root.plan('-var=tags={team="other"}')).filter((line) => line.includes("express_stack"))).toEqual([]);
    });

    it("keeps its task definition through a flip", () => {
      const flip = ["-var=mode=ecs", "-var=dashboard=aws_cloudformation_stack"];
      const changes = shown(root.plan(...flip));
      expect(changes).toEqual(expect.arrayContaining([`delete ${STACK}`, 'create ecs["api"].aws_ecs_service.this']));
      expect(changes.filter((line) => line.includes('["api"]') && line.includes("task_definition"))).toEqual([
        // The proxy of Service Connect wants room in it: the dashboard calls this one.
        `create+delete ${DEFINITION}`,
      ]);
      root.apply("-var=mode=ecs");
      expect(root.plan("-var=mode=ecs")).toEqual([]);
      root.apply();
    });

    it("moves to the provider's resource and back by another name, so that neither is in the other's way", () => {
      const moved = "-var=api=aws_ecs_express_gateway_service";
      root.apply(moved);
      expect(root.plan(moved)).toEqual([]);
      expect(service("api-express-stack")).toBeUndefined();
      expect(service("api-express")).toBeDefined();
      expect(world("aws_wafv2_web_acl_association")).toHaveLength(1);
      root.apply();
      expect(root.plan()).toEqual([]);
    });

    it("is made anew, with another URL, by another generation", () => {
      const before = root.outputs()["urls"];
      root.write(
        "main.tf",
        MAIN.replace("express_resource      = var.api", "generation = 2\n      express_resource = var.api"),
      );
      root.apply();
      expect(service("api-express-stack")).toBeUndefined();
      expect(service("api-express-stack-2")).toBeDefined();
      const after = root.outputs()["urls"];
      expect(after["api"]).toMatch(/^https:/);
      expect([after["dashboard"], after["api"] === before["api"]]).toEqual([before["dashboard"], false]);
      expect(root.plan()).toEqual([]);
    });

    it("is no change from outside, whatever stands behind its name", () => {
      const renamed = new Root({ engine: engine as string, main: RENAMED });
      try {
        renamed.apply();
        expect(renamed.objects("aws_ecs_express_gateway_service").map(({ id }) => id.split("/").at(-1))).toEqual(
          expect.arrayContaining(["shop-api-express-stack-2", "shop-prices-express-stack-private-3"]),
        );
        const { ok, output } = renamed.run("plan", "-input=false");
        expect([ok, output]).toEqual([true, expect.not.stringContaining("Changed from outside")]);
      } finally {
        renamed.remove();
      }
    });

    it("leaves nothing but the revisions of its task definition behind", () => {
      root.destroy();
      expect(root.addresses()).toEqual([]);
      expect(world("aws_ecs_express_gateway_service")).toEqual([]);
      expect(world("aws_lb")).toEqual([]);
      expect(new Set(world("aws_ecs_task_definition").map(({ state }) => state["family"]))).toEqual(
        new Set(["shop-api"]),
      );
    });
  });
}
