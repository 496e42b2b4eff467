import { flat, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(300_000);

/** Two services on Express Mode, by either resource. */
const MAIN = `
provider "aws" {}
variable "generation" { default = 1 }
variable "path" { default = "/" }
variable "cluster" { default = null }
resource "aws_ecs_cluster" "platform" { name = "platform" }
resource "aws_ecs_cluster_capacity_providers" "platform" {
  cluster_name       = aws_ecs_cluster.platform.name
  capacity_providers = ["FARGATE"]
}
module "shop" {
  source             = "\${modules}/switchyard"
  name               = "shop"
  mode               = "express"
  allowed_cidrs      = ["203.0.113.0/24"]
  accept_url_changes = true
  iam_role_path      = var.path
  cluster            = var.cluster == null ? null : { name = var.cluster }
  network            = { availability_zones = ["us-east-1a", "us-east-1b"] }
  services = {
    api = { express_resource = "aws_cloudformation_stack", image = "registry.example.com/api:1", port = 8080, generation = var.generation }
    web = { image = "registry.example.com/web:1", port = 3000, generation = var.generation }
  }
}
`;

const STACK = 'module.shop.module.express_stack["api"].aws_cloudformation_stack.this';
const AGAIN = "-var=generation=2";

for (const { name, tool } of engines) {
  describeWith(`an Express service that has to be made anew, on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeEach(() => {
      root = new Root({ engine: engine as string, main: MAIN });
      root.apply();
    });
    afterEach(() => root?.remove());

    const services = (): string[] =>
      root
        .objects("aws_ecs_express_gateway_service")
        .map(({ id }) => id.split("/").at(-1)!)
        .sort();
    const refusal = (...args: string[]): string => {
      const { ok, output } = root.run("apply", "-input=false", "-auto-approve", ...args);
      expect(ok).toBe(false);
      return flat(output);
    };

    it("is refused under the same name when its stack is tainted, and made by another generation", () => {
      expect(root.run("taint", STACK).ok).toBe(true);
      expect(refusal()).toContain("Stack [shop-api-express-stack] already exists");
      root.apply(AGAIN);
      expect(services()).toEqual(["shop-api-express-stack-2", "shop-web-express-2"]);
      expect(root.plan(AGAIN)).toEqual([]);
    });

    it("is refused under the same name with another infrastructure role, and made by another generation", () => {
      const path = "-var=path=/shop/";
      const refused = refusal(path);
      expect(refused).toContain("Stack [shop-api-express-stack] already exists");
      expect(refused).toContain("Express Gateway Service shop-web-express already exists in cluster shop");
      expect(services()).toEqual(["shop-api-express-stack", "shop-web-express"]);
      root.apply(path, AGAIN);
      expect(services()).toEqual(["shop-api-express-stack-2", "shop-web-express-2"]);
      expect(root.plan(path, AGAIN)).toEqual([]);
    });

    it("is refused under the same name in another cluster when a stack makes it, and made by another generation", () => {
      const elsewhere = "-var=cluster=platform";
      expect(refusal(elsewhere)).toContain("Stack [shop-api-express-stack] already exists");
      root.apply(elsewhere, AGAIN);
      expect(services()).toEqual(["shop-api-express-stack-2", "shop-web-express-2"]);
      expect(root.plan(elsewhere, AGAIN)).toEqual([]);
    });

    it("is made by another generation in the apply that changes its infrastructure role", () => {
      root.apply("-var=path=/shop/", AGAIN);
      expect(services()).toEqual(["shop-api-express-stack-2", "shop-web-express-2"]);
      expect(root.plan("-var=path=/shop/", AGAIN)).toEqual([]);
    });
  });
}
