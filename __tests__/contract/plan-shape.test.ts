import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Change, REPOSITORY, Root } from "../support/root";
import { describeWith, terraform } from "../support/tools";

jest.setTimeout(300_000);

type Json = Record<string, any>;

const moduleFile = (module: string, file: string): Json =>
  JSON.parse(readFileSync(join(REPOSITORY, "terraform", module, `${file}.tf.json`), "utf8")) as Json;
const MODULES = readdirSync(join(REPOSITORY, "terraform"));

describe("the exported modules", () => {
  it("hang no data source on an explicit dependency, which would put its reading off to the apply at every change", () => {
    const hanging = MODULES.flatMap((module) =>
      Object.entries((moduleFile(module, "main")["data"] ?? {}) as Json).flatMap(([type, blocks]) =>
        Object.entries(blocks as Json)
          .filter(([, block]) => "depends_on" in block)
          .map(([name]) => `${module}: data.${type}.${name}`),
      ),
    );
    expect(hanging).toEqual([]);
  });

  it("hang no called module on an explicit dependency, which would do the same to the data sources in it", () => {
    const reads = (module: string): boolean => {
      const { data, module: calls = {} } = moduleFile(module, "main");
      return data !== undefined || Object.values(calls as Json).some(({ source }) => reads(source.replace("../", "")));
    };
    const hanging = MODULES.flatMap((module) =>
      Object.entries((moduleFile(module, "main")["module"] ?? {}) as Json)
        .filter(([, call]) => "depends_on" in call && reads(call.source.replace("../", "")))
        .map(([name]) => `${module}: module.${name}`),
    );
    expect(hanging).toEqual([]);
  });

  it.each([
    [
      "network",
      "public_subnet_ids",
      ["aws_route.public_ipv4", "aws_route.public_ipv6", "aws_route_table_association.public"],
    ],
    [
      "network",
      "private_subnet_ids",
      [
        "aws_route.private_ipv4",
        "aws_route.private_ipv6",
        "aws_route_table_association.private",
        "aws_vpc_endpoint.interface",
        "aws_vpc_endpoint.s3",
      ],
    ],
    [
      "roles",
      "execution_role_arns",
      ["aws_iam_role_policy_attachment.execution_managed", "aws_iam_role_policy.secrets"],
    ],
    ["roles", "infrastructure_role_arn", ["aws_iam_role_policy_attachment.infrastructure_managed"]],
    ["roles", "service_connect_role_arn", ["aws_iam_role_policy_attachment.service_connect_managed"]],
    ["roles", "load_balancer_role_arn", ["aws_iam_role_policy_attachment.load_balancer_managed"]],
    ["roles", "task_role_arns", ["aws_iam_role_policy.execute_command", "aws_iam_role_policy.volumes"]],
    ["cluster", "cluster_name", ["aws_ecs_cluster_capacity_providers.fargate"]],
    ["alb", "target_groups", ["aws_lb_listener_rule.this", "aws_lb_listener_rule.test"]],
    ["alb-lockdown", "closed_subnet_ids", ["aws_network_acl_rule.this", "aws_network_acl_association.ingress_subnets"]],
    [
      "alb-lockdown",
      "security_group_id",
      ["aws_vpc_security_group_ingress_rule.allowed", "aws_vpc_security_group_egress_rule.tasks"],
    ],
  ])("%s gives %s only once what it is worth nothing without is there", (module, output, dependencies) => {
    expect(moduleFile(module, "outputs")["output"][output].depends_on).toEqual(expect.arrayContaining(dependencies));
  });

  it.each(MODULES)("%s takes any provider of a range from its caller, and keeps no state of its own", (module) => {
    const { required_providers: providers, ...rest } = moduleFile(module, "versions")["terraform"] as Json;
    expect(providers).toEqual({
      aws: { source: "hashicorp/aws", version: expect.stringMatching(/^>= \d+\.\d+\.\d+, < 7\.0\.0$/) },
    });
    expect(Object.keys(rest)).toEqual(["required_version"]);
    expect(moduleFile(module, "main")).not.toHaveProperty("provider");
  });
});

const input = {
  name: "shop",
  mode: "express",
  allowed_cidrs: ["203.0.113.0/24", "2001:db8::/32"],
  network: { availability_zones: ["us-east-1a", "us-east-1b"] },
  tags: { team: "shop" },
  services: {
    dashboard: { image: "app:1", port: 3000, connects_to: ["api"] },
    api: { image: "app:1", port: 8080 },
  },
};

/** The input with members replaced; a path's steps are separated by dots. */
const change = (members: Json): Json => {
  const changed: Json = structuredClone(input);
  for (const [path, value] of Object.entries(members)) {
    const steps = path.split(".");
    const last = steps.pop() as string;
    const parent = steps.reduce<Json>((inner, step) => inner[step], changed);
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return changed;
};

const MAIN = `
provider "aws" {}
locals { given = jsondecode(file("given.json")) }
module "shop" {
  source        = "\${modules}/switchyard"
  name          = local.given.name
  mode          = local.given.mode
  allowed_cidrs = local.given.allowed_cidrs
  accept_url_changes = true
  network       = local.given.network
  tags          = local.given.tags
  services      = local.given.services
  domain        = try(local.given.domain, null)
}
`;

const short = (address: string): string => address.replace(/^module\.shop\.(module\.)?/, "");
const listed = (changes: readonly Change[]): string[] =>
  changes.map(({ address, actions }) => `${actions.join("+")} ${short(address)}`).sort();
const ofType = (changes: readonly Change[], ...types: string[]): Change[] =>
  changes.filter(({ type }) => types.includes(type));
const ADDING = { image: "app:1", port: 9000 };

/** Whatever admits the world in a plan: rules of security groups and network ACLs, inline or of their own. */
const admitsTheWorld = (changes: readonly Change[]): string[] => {
  const world = (cidr: unknown): boolean => typeof cidr === "string" && cidr.endsWith("/0");
  return changes.flatMap(({ type, address, after }) => {
    if (!after) return [];
    const inline = (after["ingress"] ?? []) as Json[];
    const blocks = [
      ...inline.flatMap((rule) => [
        ...(rule["cidr_blocks"] ?? []),
        ...(rule["ipv6_cidr_blocks"] ?? []),
        rule["cidr_block"],
        rule["ipv6_cidr_block"],
      ]),
    ];
    if (type === "aws_vpc_security_group_ingress_rule") blocks.push(after["cidr_ipv4"], after["cidr_ipv6"]);
    if (type === "aws_network_acl_rule" && !after["egress"]) blocks.push(after["cidr_block"], after["ipv6_cidr_block"]);
    const what = [
      after["protocol"] ?? after["ip_protocol"],
      after["from_port"] ?? after["icmp_type"],
      after["to_port"] ?? after["icmp_code"],
    ].join(" ");
    return blocks
      .filter(world)
      .map((cidr) =>
        type === "aws_network_acl_rule" ? `network ACL: ${cidr} ${what}` : `${short(address)}: ${cidr} ${what}`,
      );
  });
};

/** Return traffic, which the security groups keep closed to what was not asked for, and the ICMP that finds the packet size. */
const RETURN_TRAFFIC = [
  "network ACL: 0.0.0.0/0 1 3 4",
  "network ACL: 0.0.0.0/0 17 1024 65535",
  "network ACL: 0.0.0.0/0 6 1024 65535",
  "network ACL: ::/0 17 1024 65535",
  "network ACL: ::/0 58 2 0",
  "network ACL: ::/0 6 1024 65535",
];

describeWith("plans of the reference input under terraform", [terraform], (engine) => {
  let root: Root;
  beforeAll(() => {
    root = new Root({ engine: engine as string, main: MAIN });
  });
  afterAll(() => root?.remove());

  const plan = (members: Json = {}): Change[] => {
    root.write("given.json", JSON.stringify(change(members)));
    return root.plan();
  };
  const apply = (members: Json = {}): void => {
    root.write("given.json", JSON.stringify(change(members)));
    root.apply();
  };

  describe.each(["express", "ecs"])("from nothing, in mode %s", (mode) => {
    let changes: Change[];
    beforeAll(() => {
      changes = plan({ mode });
    });

    it("admit the world to return traffic alone", () => {
      expect(admitsTheWorld(changes).sort()).toEqual(RETURN_TRAFFIC);
    });

    it("tag everything that takes tags", () => {
      const untagged = changes.filter(({ after }) => after && "tags" in after && after["tags"]?.team !== "shop");
      expect(untagged.map(({ address }) => short(address))).toEqual([]);
    });

    it("read nothing of AWS before the first apply", () => {
      expect(changes.every(({ actions }) => actions.join() === "create")).toBe(true);
    });

    it("tell the caller its target's private address, and nobody else", () => {
      const environments = ofType(changes, "aws_ecs_express_gateway_service", "aws_ecs_task_definition").map(
        ({ address, after }) => {
          const container = after?.["primary_container"]?.[0] ?? JSON.parse(after?.["container_definitions"])[0];
          return [/"(.*?)"/.exec(address)?.[1], container.environment];
        },
      );
      const url = mode === "express" ? "http://api.shop.internal:8080" : "http://api:8080";
      expect(Object.fromEntries(environments)).toEqual({ api: [], dashboard: [{ name: "API_URL", value: url }] });
    });
  });

  it("hold no /0 in a set, even when the world is let in on purpose", () => {
    const changes = plan({ allowed_cidrs: ["0.0.0.0/0", "::/0"] });
    const addresses = ofType(changes, "aws_wafv2_ip_set").flatMap(({ after }) => after?.["addresses"] as string[]);
    expect(addresses.sort()).toEqual(["0.0.0.0/1", "128.0.0.0/1", "8000::/1", "::/1"].sort());
    expect(admitsTheWorld(changes).sort()).toEqual(
      [...RETURN_TRAFFIC, "network ACL: 0.0.0.0/0 6 443 443", "network ACL: ::/0 6 443 443"].sort(),
    );
  });

  describe("on Express Mode", () => {
    beforeAll(() => apply());

    it("change one resource for the new image of one service", () => {
      expect(listed(plan({ "services.api.image": "app:2" }))).toEqual([
        'update express["api"].aws_ecs_express_gateway_service.this',
      ]);
    });

    it("leave the web ACL's association alone when a service is added that sorts first", () => {
      const changes = plan({ "services.aaa": ADDING });
      expect(changes.filter(({ actions }) => actions.join() !== "create").map(({ address }) => short(address))).toEqual(
        ["terraform_data.cutover"],
      );
      expect(
        ofType(changes, "aws_wafv2_web_acl_association", "aws_wafv2_web_acl", "terraform_data").map(({ address }) =>
          short(address),
        ),
      ).toEqual(["terraform_data.cutover", 'terraform_data.url_track["aaa"]', 'express["aaa"].terraform_data.cluster']);
    });

    it("leave it alone when the service that sorts first goes", () => {
      const changes = plan({ "services.api": undefined, "services.dashboard.connects_to": [] });
      expect(ofType(changes, "aws_wafv2_web_acl_association", "aws_wafv2_web_acl")).toEqual([]);
      expect(listed(changes).filter((line) => line.includes("express_load_balancer"))).toEqual([]);
    });

    it("touch one block's rules and its set for an edit of the allowlist", () => {
      expect(listed(plan({ allowed_cidrs: ["198.51.100.0/24", "2001:db8::/32"] }))).toEqual([
        'create alb_lockdown.aws_network_acl_rule.this["198.51.100.0/24:443"]',
        'delete alb_lockdown.aws_network_acl_rule.this["203.0.113.0/24:443"]',
        "update waf_allowlist.aws_wafv2_ip_set.ipv4[0]",
      ]);
    });
  });

  describe("on plain ECS", () => {
    beforeAll(() => apply({ mode: "ecs" }));

    it("change the task definition and the service for the new image of one service", () => {
      const changes = plan({ mode: "ecs", "services.api.image": "app:2" });
      expect(changes.map(({ address }) => short(address)).sort()).toEqual([
        'ecs["api"].aws_ecs_service.this',
        'ecs["api"].aws_ecs_task_definition.this[0]',
      ]);
      expect(ofType(changes, "aws_ecs_service").map(({ actions }) => actions)).toEqual([["update"]]);
    });

    it("give a caller and its target the room that their proxies need, and nobody else", () => {
      const sizes = (changes: readonly Change[]) =>
        Object.fromEntries(
          ofType(changes, "aws_ecs_task_definition").map(({ address, after }) => [
            /"(.*?)"/.exec(address)?.[1],
            [after?.["cpu"], after?.["memory"]],
          ]),
        );
      expect(sizes(plan({ mode: "ecs", "services.aaa": ADDING, "services.api.image": "app:2" }))).toEqual({
        aaa: ["512", "1024"],
        api: ["1024", "2048"],
      });
    });

    it("deploy a caller anew when what it calls moves to another port", () => {
      const services = ofType(plan({ mode: "ecs", "services.api.port": 8081 }), "aws_ecs_service");
      const triggers = services.map(({ address, before, after }) => [
        short(address),
        before?.["triggers"].peers,
        after?.["triggers"].peers,
      ]);
      expect(triggers).toEqual([
        ['ecs["api"].aws_ecs_service.this', "", ""],
        [
          'ecs["dashboard"].aws_ecs_service.this',
          "http://api:8080?idle=300&request=15",
          "http://api:8081?idle=300&request=15",
        ],
      ]);
    });

    it("keep who deploys callers anew when an image changes, and let it go with the last of them", () => {
      const refresh = (changes: readonly Change[]) =>
        listed(changes).filter((line) => line.includes("service_connect_refresh"));
      expect(refresh(plan({ mode: "ecs", "services.api.image": "app:2" }))).toEqual([]);
      expect(refresh(plan({ mode: "ecs", "services.dashboard.connects_to": [] }))).toContain(
        "delete service_connect_refresh.aws_sfn_state_machine.this[0]",
      );
    });

    it("only create for a service that is added, so that no neighbour's listener moves", () => {
      const changes = plan({ mode: "ecs", "services.aaa": ADDING });
      expect(changes.filter(({ actions }) => actions.join() !== "create").map(({ address }) => short(address))).toEqual(
        ["terraform_data.cutover"],
      );
      expect(
        changes
          .filter(
            ({ address }) => !/cutover$|\["(aaa|9000|203\.0\.113\.0\/24:9000|2001:db8::\/32:9000)"\]/.test(address),
          )
          .map(({ address }) => short(address)),
      ).toEqual([]);
    });

    it("touch one block's rules and its set for an edit of the allowlist", () => {
      expect(listed(plan({ mode: "ecs", allowed_cidrs: ["198.51.100.0/24", "2001:db8::/32"] }))).toEqual(
        [
          'create alb_lockdown.aws_network_acl_rule.this["198.51.100.0/24:443"]',
          'create alb_lockdown.aws_vpc_security_group_ingress_rule.allowed["198.51.100.0/24:3000"]',
          'create alb_lockdown.aws_vpc_security_group_ingress_rule.allowed["198.51.100.0/24:8080"]',
          'delete alb_lockdown.aws_network_acl_rule.this["203.0.113.0/24:443"]',
          'delete alb_lockdown.aws_vpc_security_group_ingress_rule.allowed["203.0.113.0/24:3000"]',
          'delete alb_lockdown.aws_vpc_security_group_ingress_rule.allowed["203.0.113.0/24:8080"]',
          "update waf_allowlist.aws_wafv2_ip_set.ipv4[0]",
        ].sort(),
      );
    });
  });

  describe("on plain ECS with a domain", () => {
    const domain = { name: "example.com", certificate: { arn: "arn:aws:acm:us-east-1:123456789012:certificate/1" } };
    beforeAll(() => apply({ mode: "ecs", domain }));

    it("only create for a service that is added, so that no neighbour's rule or priority moves", () => {
      const changes = plan({ mode: "ecs", domain, "services.aaa": ADDING });
      expect(changes.filter(({ actions }) => actions.join() !== "create").map(({ address }) => short(address))).toEqual(
        ["terraform_data.cutover"],
      );
      expect(ofType(changes, "aws_lb_listener_rule", "aws_lb_listener").map(({ address }) => short(address))).toEqual([
        'alb.aws_lb_listener_rule.this["aaa"]',
      ]);
    });

    it("leave the neighbours alone when a service goes", () => {
      const changes = plan({ mode: "ecs", domain, "services.api": undefined, "services.dashboard.connects_to": [] });
      expect(
        ofType(
          changes,
          "aws_lb_listener_rule",
          "aws_lb_listener",
          "aws_lb_target_group",
          "aws_wafv2_web_acl_association",
        )
          .map(({ address }) => short(address))
          .sort(),
      ).toEqual([
        'alb.aws_lb_listener_rule.this["api"]',
        'alb.aws_lb_target_group.alternate["api"]',
        'alb.aws_lb_target_group.this["api"]',
      ]);
    });

    it("name target groups apart when the services' names differ at their end alone", () => {
      const services = { "the-name-of-a-service-is-long-1": ADDING, "the-name-of-a-service-is-long-2": ADDING };
      const names = ofType(plan({ mode: "ecs", domain, services }), "aws_lb_target_group").flatMap(({ after }) =>
        after ? [after["name"] as string] : [],
      );
      expect(new Set(names).size).toBe(4);
      expect(names.every((name) => name.length <= 32)).toBe(true);
    });

    it("keep the names of an adopted service on the track that it was adopted on, and only there", () => {
      const adopted = {
        mode: "ecs",
        service_name: "by-hand",
        target_group: { name: "by-hand-tg", port: 3000 },
        scaling_policy_name: "cpu by hand",
      };
      const names = (mode: string) =>
        plan({ mode, domain, services: { web: { ...ADDING, adopted } } }).flatMap(({ type, after }) => {
          if (type === "aws_ecs_express_gateway_service") return [after?.["service_name"] as string];
          const named = ["aws_ecs_service", "aws_lb_target_group", "aws_appautoscaling_policy"].includes(type);
          return named && after ? [after["name"] as string] : [];
        });
      expect(names("ecs").sort()).toEqual([
        "by-hand",
        "by-hand-tg",
        "cpu by hand",
        expect.stringMatching(/^shop-web-/),
      ]);
      expect(names("express")).toEqual(["shop-web-express"]);
    });
  });
});

const ON_A_CLUSTER = `
provider "aws" {}
variable "cluster" { default = "first" }
module "ground" { source = "${join(__dirname, "fixtures", "express-ground")}" }
resource "aws_ecs_cluster" "this" {
  for_each = toset(["first", "second"])
  name     = each.key
}
module "api" {
  source                  = "\${modules}/express-service"
  name                    = "api"
  cluster_name            = aws_ecs_cluster.this[var.cluster].name
  service                 = { image = "app:1", port = 8080 }
  subnet_ids              = module.ground.subnet_ids
  execution_role_arn      = module.ground.infrastructure_role_arn
  task_role_arn           = module.ground.infrastructure_role_arn
  infrastructure_role_arn = module.ground.infrastructure_role_arn
  log_group_name          = "/ecs/shop/api"
}
`;

describeWith("a service on Express Mode under terraform", [terraform], (engine) => {
  let root: Root;
  beforeAll(() => {
    root = new Root({ engine: engine as string, main: ON_A_CLUSTER });
    root.apply();
  });
  afterAll(() => root?.remove());

  it("is replaced when its cluster changes, which the provider would plan in place", () => {
    const changes = root.plan("-var=cluster=second");
    expect(changes.map(({ address, actions }) => [address, actions])).toEqual([
      ["module.api.aws_ecs_express_gateway_service.this", ["create", "delete"]],
      ["module.api.terraform_data.cluster", ["update"]],
    ]);
    root.apply("-var=cluster=second");
    expect(root.plan("-var=cluster=second")).toEqual([]);
  });
});
