import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Change, REPOSITORY, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(600_000);

type Json = Record<string, any>;

const VPC = join(REPOSITORY, "__tests__", "contract", "fixtures", "vpc");

/** A group on the plain track: a shop whose pages, documents and API share a domain. */
const group = (options: string, services = SERVICES): string => `
provider "aws" {}
module "shop" {
  source        = "\${modules}/switchyard"
  name          = "shop"
  mode          = "ecs"
  allowed_cidrs = ["203.0.113.0/24"]
  network       = { availability_zones = ["us-east-1a", "us-east-1b"], vpc_endpoints = true }
  ${options}
  services = {
    ${services}
  }
}
output "urls" { value = module.shop.urls }
output "load_balancer_arns" { value = module.shop.load_balancer_arns }
output "web_acl_arn" { value = module.shop.web_acl_arn }
`;
const SERVICES = `
    web  = { image = "app:1", port = 3000, listener_port = 80, connects_to = ["api"] }
    docs = { image = "app:1", port = 3001, listener_port = 80, path_patterns = ["/docs", "/docs/*"] }
    api  = { image = "app:1", port = 8080 }
`;
const NAMED = SERVICES.replace("listener_port = 80,", 'host_names = ["example.com", "www.example.com"],').replace(
  "listener_port = 80,",
  'host_names = ["example.com"],',
);
const DOMAIN = `domain = { name = "example.com", zone = { id = aws_route53_zone.this.zone_id } }`;
const ZONE = `
resource "aws_route53_zone" "this" { name = "example.com" }
`;

const short = ({ address }: Change): string => address.replace("module.shop.module.", "");
const by = (changes: readonly Change[], action: string): string[] =>
  changes
    .filter(({ actions }) => actions.includes(action))
    .map(short)
    .sort();

for (const { name, tool } of engines) {
  describeWith(`the front door on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine, main: group("") });
    });
    afterAll(() => root?.remove());

    const world = (): { objects: { type: string; id: string; state: Json }[] } =>
      JSON.parse(readFileSync(root.stateFile, "utf8"));
    const inWorld = (type: string): Json[] =>
      world()
        .objects.filter((object) => object.type === type)
        .map(({ state }) => state);

    it("gives several services a port to share by paths, and finds nothing left to do", () => {
      root.apply();
      expect(root.plan()).toEqual([]);
      expect(inWorld("aws_lb_listener").map(({ port }) => port)).toEqual(expect.arrayContaining([80, 8080]));
      expect(inWorld("aws_lb_listener")).toHaveLength(2);
      expect(root.outputs()["urls"]).toEqual({
        web: expect.stringMatching(/^http:\/\/[^/]+:80$/),
        docs: expect.stringMatching(/^http:\/\/[^/]+:80\/docs$/),
        api: expect.stringMatching(/^http:\/\/[^/]+:8080$/),
      });
    });

    it("leaves alone the weights that ECS moves", () => {
      const moved = world();
      for (const { type, state } of moved.objects) {
        if (type !== "aws_lb_listener_rule") continue;
        for (const target of state["action"][0].forward[0].target_group) target.weight = 100 - target.weight;
      }
      writeFileSync(root.stateFile, JSON.stringify(moved));
      expect(root.plan()).toEqual([]);
    });

    it("keeps services and target groups through another port, another health check and a domain", () => {
      const changed = NAMED.replace("port = 8080", 'port = 8081, health_check_path = "/health"');
      root.write("main.tf", group(DOMAIN, changed) + ZONE);
      const changes = root.plan();
      const gone = by(changes, "delete").filter((address) => /^(alb|ecs)[.[]/.test(address));
      expect(gone).toEqual([
        'alb.aws_lb_listener.http["8080"]',
        'alb.aws_lb_listener_rule.this["api"]',
        'alb.aws_lb_listener_rule.this["docs"]',
        'alb.aws_lb_listener_rule.this["web"]',
        'ecs["api"].aws_ecs_task_definition.this[0]',
        'ecs["web"].aws_ecs_task_definition.this[0]',
      ]);
      // A load balancer has one listener for a port: what served there redirects now.
      expect(by(changes, "update")).toContain('alb.aws_lb_listener.http["80"]');
      root.apply();
      expect(root.plan()).toEqual([]);
      expect(root.outputs()["urls"]).toEqual({
        web: "https://example.com",
        docs: "https://example.com/docs",
        api: "https://api.example.com",
      });
      expect(
        inWorld("aws_route53_record")
          .filter(({ alias }) => alias.length)
          .map(({ name: record, type }) => `${type} ${record}`)
          .sort(),
      ).toEqual(
        ["A", "AAAA"]
          .flatMap((type) => ["api", "www"].map((host) => `${type} ${host}.example.com`).concat(`${type} example.com`))
          .sort(),
      );
    });

    it("writes access logs to a bucket whose policy is there first, and is sticky when asked", () => {
      const options = `${DOMAIN}\n  load_balancer = { access_logs = { force_destroy = true }, idle_timeout = 60 }`;
      const sticky = NAMED.replace("port = 8080", "port = 8080, stickiness = { cookie_duration = 60 }");
      root.write("main.tf", group(options, sticky) + ZONE);
      const changes = root.plan();
      expect(by(changes, "update")).toContain("alb.aws_lb.this[0]");
      expect(by(changes, "delete").filter((address) => address.startsWith("alb."))).toEqual([
        'alb.aws_lb_listener_rule.this["api"]',
        'alb.aws_lb_target_group.alternate["api"]',
        'alb.aws_lb_target_group.this["api"]',
      ]);
      root.apply();
      expect(root.plan()).toEqual([]);
    });

    it("moves to the private subnets when it is internal, and has no web ACL when that is given up", () => {
      const options = `${DOMAIN}\n  load_balancer = { internal = true }\n  web_acl = { enabled = false }`;
      root.write("main.tf", group(options, NAMED) + ZONE);
      root.apply();
      expect(root.plan()).toEqual([]);
      const [loadBalancer] = inWorld("aws_lb");
      const ofItsSubnets = inWorld("aws_subnet").filter(({ id }) => loadBalancer?.["subnets"].includes(id));
      expect(loadBalancer).toMatchObject({ internal: true, ip_address_type: "dualstack" });
      expect(ofItsSubnets.map(({ tags }) => tags.Name).sort()).toEqual([
        "shop-private-us-east-1a",
        "shop-private-us-east-1b",
      ]);
      expect(world().objects.filter(({ type }) => type.startsWith("aws_wafv2"))).toEqual([]);
      expect(root.outputs()["web_acl_arn"] ?? null).toBeNull();
    });

    it("destroys everything", () => {
      root.destroy();
      expect(world()).toMatchObject({ objects: [] });
    });
  });

  describeWith(`an adopted load balancer on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine, main: OWNER });
      root.apply();
    });
    afterAll(() => root?.remove());

    const objects = (): { type: string; state: Json }[] => JSON.parse(readFileSync(root.stateFile, "utf8")).objects;
    const ofOwner = (): Json[] =>
      objects()
        .filter(({ type }) => ["aws_lb", "aws_lb_listener", "aws_security_group"].includes(type))
        .map(({ state }) => state)
        .filter(({ name, port }) => name === "theirs" || port === 443);

    it("gets a rule for each service, and nothing else of it is touched", () => {
      const before = ofOwner();
      root.write("main.tf", OWNER + GUEST);
      root.run("init", "-input=false");
      root.apply();
      expect(root.plan()).toEqual([]);
      expect(ofOwner()).toEqual(before);
      const made = (type: string) => objects().filter((object) => object.type === type);
      expect(made("aws_lb")).toHaveLength(1);
      expect(made("aws_wafv2_web_acl_association")).toEqual([]);
      const [rule, ...others] = made("aws_lb_listener_rule");
      expect(others).toEqual([]);
      const compared = rule?.state["condition"].flatMap((condition: Json) =>
        ["host_header", "path_pattern", "source_ip"].flatMap((kind) =>
          (condition[kind] as Json[]).flatMap(({ values }) => values as string[]),
        ),
      );
      expect(compared.sort()).toEqual(["203.0.113.0/24", "api.example.com"]);
      expect(root.outputs()["urls"]).toEqual({ api: "https://api.example.com" });
    });

    it("reaches the tasks from its own security group", () => {
      const theirs = objects().find(({ type, state }) => type === "aws_security_group" && state["name"] === "theirs");
      const inward = objects().filter(
        ({ type, state }) => type === "aws_vpc_security_group_ingress_rule" && state["from_port"] === 8080,
      );
      expect(inward.map(({ state }) => state["referenced_security_group_id"])).toEqual([theirs?.state["id"]]);
    });

    it("is left when the group goes", () => {
      root.write("main.tf", OWNER);
      root.apply();
      expect(objects().filter(({ type }) => type === "aws_lb_listener_rule" || type === "aws_lb_target_group")).toEqual(
        [],
      );
      expect(ofOwner().length).toBe(3);
      root.destroy();
      expect(objects()).toEqual([]);
    });
  });
}

const OWNER = `
provider "aws" {}
module "found" { source = "${VPC}" }
resource "aws_security_group" "theirs" {
  name   = "theirs"
  vpc_id = module.found.vpc_id
}
resource "aws_lb" "theirs" {
  name            = "theirs"
  subnets         = module.found.public_subnet_ids
  security_groups = [aws_security_group.theirs.id]
}
resource "aws_acm_certificate" "theirs" {
  domain_name       = "*.example.com"
  validation_method = "DNS"
}
resource "aws_lb_listener" "theirs" {
  load_balancer_arn = aws_lb.theirs.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = aws_acm_certificate.theirs.arn
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}
`;
const GUEST = `
module "shop" {
  source        = "\${modules}/switchyard-ecs"
  name          = "shop"
  mode          = "ecs"
  allowed_cidrs = ["203.0.113.0/24"]
  vpc           = { id = module.found.vpc_id, public_subnet_ids = module.found.public_subnet_ids }
  domain        = { name = "example.com" }
  load_balancer = { adopted = { listener_arn = aws_lb_listener.theirs.arn, security_group_id = aws_security_group.theirs.id } }
  services      = { api = { image = "app:1", port = 8080 } }
}
output "urls" { value = module.shop.urls }
`;
