import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { change } from "../support/inputs";
import { REPOSITORY, Root } from "../support/root";
import { checkov, describeWith, terraform } from "../support/tools";

jest.setTimeout(300_000);

type Json = Record<string, any>;

/** A check that failed on a resource of an exported module. */
interface Finding {
  readonly check: string;
  readonly says: string;
  readonly module: string;
  readonly resource: string;
}

const mainOf = (module: string): Json =>
  JSON.parse(readFileSync(join(REPOSITORY, "terraform", module, "main.tf.json"), "utf8")) as Json;

/** The reasons written beside the resources: `module type.name check` to reason. */
const reasons = new Map<string, string>(
  readdirSync(join(REPOSITORY, "terraform")).flatMap((module) =>
    Object.entries((mainOf(module)["resource"] ?? {}) as Json).flatMap(([type, blocks]) =>
      Object.entries(blocks as Json).flatMap(([name, block]) =>
        Object.entries((block["//"]?.checkov ?? {}) as Record<string, string>).map(
          ([check, reason]) => [`${module} ${type}.${name} ${check}`, reason] as const,
        ),
      ),
    ),
  ),
);

/** The exported module and the resource in it that an address of the plan speaks of. */
function locate(root: string, address: string): { module: string; resource: string } {
  const steps = [...address.replaceAll(/\[[^\]]*\]/g, "").matchAll(/module\.([^.]+)\./g)].map(([, name]) => name!);
  const module = steps
    .slice(1)
    .reduce<string>((inside, name) => (mainOf(inside)["module"][name]["source"] as string).replace("../", ""), root);
  return {
    module,
    resource: address
      .replaceAll(/\[[^\]]*\]/g, "")
      .split(".")
      .slice(-2)
      .join("."),
  };
}

/** Plans: the module that is called, and its input. */
const PLANS: Record<string, [module: string, input: Json]> = {
  "Express Mode, with plain ECS standing by": [
    "switchyard",
    change({
      standby_mode: "ecs",
      domain: { name: "example.com", zone: { id: "Z1" } },
      "network.nat_gateway": "single",
      "web_acl.logging": true,
    }),
  ],
  "Express Mode with its overlays": [
    "switchyard",
    change({
      "services.api.express_overlay_dev": { enable_execute_command: true },
      express_ingress_overlay_dev: true,
      "web_acl.logging": true,
    }),
  ],
  "Express Mode by a stack": [
    "switchyard",
    change({
      "services.api.express_resource": "aws_cloudformation_stack",
      "services.api.sidecars": { agent: { image: "agent:1" } },
    }),
  ],
  "plain ECS": [
    "switchyard",
    change({
      mode: "ecs",
      domain: { name: "example.com", zone: { id: "Z1" } },
      "network.vpc_endpoints": true,
      "web_acl.logging": true,
      "services.api.secrets": { KEY: "arn:aws:ssm:us-east-1:123456789012:parameter/key" },
      "services.api.enable_execute_command": true,
      "execute_command.logging": true,
      alarms: {},
      dashboard: true,
    }),
  ],
  "plain ECS without a domain, in public subnets": [
    "switchyard",
    change({
      mode: "ecs",
      "web_acl.logging": true,
      "services.api.deployment_configuration": { test_listener_port: 9443 },
    }),
  ],
  "the plain track alone, in public subnets, with access logs": [
    "switchyard-ecs",
    change({
      mode: "ecs",
      domain: { name: "example.com", zone: { id: "Z1" } },
      "web_acl.logging": true,
      "load_balancer.access_logs": {},
    }),
  ],
};

const MAIN = (module: string, input: Json): string =>
  `provider "aws" {}\nlocals { given = jsondecode(file("given.json")) }\nmodule "shop" {\n  source = "\${modules}/${module}"\n${Object.keys(
    input,
  )
    .map((name) => `  ${name} = local.given.${name}`)
    .join("\n")}\n}\n`;

describeWith("a security scan of the plans", [terraform, checkov], (engine, scanner) => {
  const scan = (module: string, input: Json): Finding[] => {
    const root = new Root({ engine, main: 'provider "aws" {}' });
    try {
      root.write("given.json", JSON.stringify(input));
      root.write("main.tf", MAIN(module, input));
      root.run("init", "-input=false");
      root.plan();
      writeFileSync(join(root.folder, "plan.json"), root.run("show", "-json", "plan").output);
      const args = ["-f", "plan.json", "--framework", "terraform_plan", "--skip-download", "--quiet", "-o", "json"];
      const done = spawnSync(scanner, args, { cwd: root.folder, encoding: "utf8", maxBuffer: 1 << 28 });
      const report = JSON.parse(done.stdout) as Json;
      expect(report["summary"]).toMatchObject({ parsing_errors: 0 });
      expect(report["summary"].passed).toBeGreaterThan(100);
      return (report["results"].failed_checks as Json[]).map((failed) => ({
        check: failed["check_id"],
        says: failed["check_name"],
        ...locate(module, failed["resource"]),
      }));
    } finally {
      root.remove();
    }
  };

  const found = new Set<string>();
  const key = ({ module, resource, check }: Finding) => `${module} ${resource} ${check}`;

  it.each(Object.keys(PLANS))("finds nothing on %s without a reason beside the resource", (title) => {
    const findings = scan(...PLANS[title]!);
    findings.forEach((finding) => found.add(key(finding)));
    expect(findings.filter((finding) => !reasons.has(key(finding)))).toEqual([]);
  });

  it("finds what every written reason excuses", () => {
    expect([...reasons.keys()].filter((reason) => !found.has(reason))).toEqual([]);
  });
});
