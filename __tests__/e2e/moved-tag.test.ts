import { readFileSync, writeFileSync } from "node:fs";
import { type Change, flat, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(300_000);

/** A service on each track, both by a tag that moves; the tag itself comes from another resource. */
const MAIN = `
provider "aws" {}
resource "terraform_data" "tag" { input = "stable" }
module "shop" {
  source        = "\${modules}/switchyard"
  name          = "shop"
  mode          = "express"
  allowed_cidrs = ["203.0.113.0/24"]
  network       = { availability_zones = ["us-east-1a", "us-east-1b"] }
  services = {
    api    = { image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:\${terraform_data.tag.output}", port = 8080, resolve_image_digest = true }
    worker = { image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:\${terraform_data.tag.output}", port = 7070, public = false, mode = "ecs", resolve_image_digest = true }
    fixed  = { image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:stable", port = 9090 }
  }
}
`;

/** Containers of every kind beside the service's own, each with an image that moves and one that does not. */
const BESIDE = `
provider "aws" {}
module "shop" {
  source        = "\${modules}/switchyard"
  name          = "shop"
  mode          = "express"
  allowed_cidrs = ["203.0.113.0/24"]
  network       = { availability_zones = ["us-east-1a", "us-east-1b"] }
  services = {
    api = {
      image               = "app:1"
      port                = 8080
      express_overlay_dev = { sidecars = { agent = { image = "agent", memory_reservation = 64 }, fixed = { image = "agent:1", memory_reservation = 64 } } }
    }
    worker = {
      image      = "app:latest"
      port       = 7070
      public     = false
      mode       = "ecs"
      log_router = { image = "registry.example.com:5000/fluent-bit:latest", options = { Name = "firehose" } }
      sidecars   = { proxy = { image = "proxy" }, fixed = { image = "proxy:1" } }
    }
    quiet = { image = "app:1", port = 9090, public = false, mode = "ecs", log_router = { options = { Name = "firehose" } } }
  }
}
`;

const imageOf = (changes: readonly Change[], service: string): string =>
  changes.find(({ address }) => address.includes(`express["${service}"].aws_ecs_express`))?.after?.[
    "primary_container"
  ][0].image;

for (const { name, tool } of engines) {
  describeWith(`a tag that moves, on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine: engine as string, main: MAIN });
      root.apply();
    });
    afterAll(() => root?.remove());

    const push = (digest: string | null): void => {
      const world = JSON.parse(readFileSync(root.stateFile, "utf8"));
      const state = { repository_name: "app", image_tag: "stable", image_digest: digest };
      const others = world.objects.filter(({ type }: any) => type !== "ecr_image");
      writeFileSync(
        root.stateFile,
        JSON.stringify({ ...world, objects: [...others, { type: "ecr_image", id: "app:stable", state }] }),
      );
    };

    it("is named without a tag or with latest, whichever container has it", () => {
      const beside = new Root({ engine: engine as string, main: BESIDE });
      try {
        const { ok, output } = beside.run("plan", "-input=false");
        expect([ok, flat(output)]).toEqual([
          true,
          expect.stringContaining(
            'The image of worker, worker/proxy, worker/log_router, api/agent has no tag or "latest":',
          ),
        ]);
      } finally {
        beside.remove();
      }
    });

    it("was looked up though it was not known at the first plan, and leaves nothing to do", () => {
      expect(root.plan()).toEqual([]);
    });

    it("is one planned change of each service that asks for it, on either track, and an apply deploys it", () => {
      const digest = `sha256:${"a".repeat(64)}`;
      push(digest);
      const changes = root.plan();
      expect(changes.map(({ address, actions }) => [address.replace("module.shop.module.", ""), actions])).toEqual([
        ['ecs["worker"].aws_ecs_service.this', ["update"]],
        ['ecs["worker"].aws_ecs_task_definition.this[0]', expect.arrayContaining(["create", "delete"])],
        ['express["api"].aws_ecs_express_gateway_service.this', ["update"]],
      ]);
      expect(imageOf(changes, "api")).toBe(`123456789012.dkr.ecr.us-east-1.amazonaws.com/app@${digest}`);
      root.apply("plan");
      expect(root.plan()).toEqual([]);
    });

    it("is an error at plan when it stands for nothing", () => {
      push(null);
      expect(root.run("plan", "-input=false")).toMatchObject({
        ok: false,
        output: expect.stringContaining("ImageNotFoundException"),
      });
    });
  });
}
