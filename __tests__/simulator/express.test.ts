import { Workspace } from "../../simulator/testing";
import { flat } from "../support/root";
import { itTerraform } from "./needs";
import { EXPRESS } from "./roots";

jest.setTimeout(120_000);

describe("an Express service", () => {
  let workspace: Workspace;
  afterEach(() => workspace.remove());

  itTerraform(
    "shares a load balancer with 24 others; the 26th gets a second one, and both go with their services",
    () => {
      workspace = new Workspace({ "main.tf": EXPRESS });
      workspace.init();
      const names = Array.from({ length: 26 }, (_, index) => `s${index}`);
      workspace.apply("-var", `services=${JSON.stringify(names)}`);
      expect(workspace.objects("aws_lb").map(({ origin }) => origin)).toEqual(["express", "express"]);
      expect(workspace.objects("aws_lb_listener_rule")).toHaveLength(26);
      workspace.apply("-var", `services=${JSON.stringify(names.slice(0, 3))}`);
      workspace.apply("-var", "services=[]");
      expect(workspace.objects("aws_lb")).toEqual([]);
      expect(workspace.objects("aws_lb_target_group")).toEqual([]);
    },
  );

  itTerraform("returns its environment sorted by name, so an unsorted one is an inconsistent result", () => {
    const unsorted = EXPRESS.replace(
      "image = var.image",
      'image = var.image\n environment {\n name = "B"\n value = "2"\n }\n environment {\n name = "A"\n value = "1"\n }',
    );
    workspace = new Workspace({ "main.tf": unsorted });
    workspace.init();
    const { exitCode, output } = workspace.run(["apply", "-auto-approve", "-var", 'services=["api"]']);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/Provider produced inconsistent result after apply/);
    expect(output.replace(/\s+/g, " ")).toContain(
      '.primary_container[0].environment[0].name: was cty.StringVal("B"), but now cty.StringVal("A")',
    );
  });

  itTerraform("plans a move to another cluster in place, and fails it, as provider 6.66 does", () => {
    workspace = new Workspace({ "main.tf": `${EXPRESS}\nresource "aws_ecs_cluster" "other" { name = "other" }\n` });
    workspace.init();
    workspace.apply("-var", 'services=["api"]');
    workspace.write({
      "main.tf": `${EXPRESS.replace("aws_ecs_cluster.main.name\n  cpu", "aws_ecs_cluster.other.name\n  cpu")}\nresource "aws_ecs_cluster" "other" { name = "other" }\n`,
    });
    const { output } = workspace.run(["apply", "-auto-approve", "-var", 'services=["api"]']);
    expect(output).toMatch(/will be updated in-place/);
    expect(output.replace(/\s+/g, " ")).toContain(
      '.cluster: was cty.StringVal("other"), but now cty.StringVal("shop")',
    );
  });

  itTerraform("plans what stays known, and a health check path that is not written as unknown", () => {
    workspace = new Workspace({ "main.tf": EXPRESS });
    workspace.init();
    workspace.apply("-var", 'services=["api"]');
    workspace.must(["plan", "-out", "plan.bin", "-var", 'services=["api"]', "-var", "image=app:2"]);
    const plan = JSON.parse(workspace.must(["show", "-json", "plan.bin"])) as {
      resource_changes: { address: string; change: { actions: string[]; after_unknown: object } }[];
    };
    const change = plan.resource_changes.find(({ address }) => address.includes("express"))!.change;
    expect(change.actions).toEqual(["update"]);
    expect(
      Object.entries(change.after_unknown)
        .filter(([, unknown]) => unknown === true)
        .map(([name]) => name),
    ).toEqual(["health_check_path", "service_revision_arn"]);
  });

  itTerraform("is refused in subnets that are not all public or all private", () => {
    const mixed = EXPRESS.replace(
      "count          = 2\n  subnet_id      = aws_subnet.public",
      "count          = 1\n  subnet_id      = aws_subnet.public",
    );
    workspace = new Workspace({ "main.tf": mixed });
    workspace.init();
    expect(workspace.run(["apply", "-auto-approve"]).output).toMatch(/mixed subnet\s+type/);
    expect(workspace.objects("aws_lb")).toEqual([]);
  });

  itTerraform("gets an internal load balancer in private subnets", () => {
    workspace = new Workspace({
      "main.tf": EXPRESS.replace(
        'destination_cidr_block = "0.0.0.0/0"',
        'destination_cidr_block = "10.9.0.0/16"',
      ).replace("gateway_id             = aws_internet_gateway.main.id", 'nat_gateway_id         = "nat-1"'),
    });
    workspace.init();
    workspace.apply("-var", 'services=["api"]');
    expect(workspace.objects("aws_lb")[0]!.state["dns_name"]).toMatch(/^internal-ecs-express-gateway-alb-/);
    expect(workspace.objects("aws_ecs_express_gateway_service")[0]!.state["ingress_paths"]).toEqual([
      { access_type: "PRIVATE", endpoint: expect.any(String) },
    ]);
  });

  for (const [why, gone] of [
    ["has lost its policy", "aws_iam_role_policy_attachment"],
    ["does not exist any more", "aws_iam_role"],
  ])
    itTerraform(`sticks in DRAINING when its infrastructure role ${why}`, () => {
      workspace = new Workspace({ "main.tf": EXPRESS });
      workspace.init();
      workspace.apply("-var", 'services=["api"]');
      workspace.editWorld((world) => (world.objects = world.objects.filter(({ type }) => type !== gone)));
      const { output } = workspace.run(["destroy", "-auto-approve"]);
      expect(flat(output)).toMatch(new RegExp(`stuck in DRAINING.*${why}`));
    });
});
