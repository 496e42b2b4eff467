import { Workspace } from "../../simulator/testing";
import { itTerraform } from "./needs";
import { PLAIN } from "./roots";

jest.setTimeout(120_000);

const TARGET = "ecs/service/shop/api/ecs:service:DesiredCount";

describe("a service and its scaling, imported by AWS's ids", () => {
  let workspace: Workspace;
  beforeAll(() => {
    workspace = new Workspace({ "main.tf": PLAIN });
    workspace.init();
    workspace.apply();
    for (const [address, id] of [
      ["aws_ecs_service.api", "shop/api"],
      ["aws_appautoscaling_target.api", TARGET],
      ["aws_appautoscaling_policy.api", `${TARGET}/cpu`],
    ] as const) {
      workspace.must(["state", "rm", address]);
      workspace.must(["import", address, id]);
    }
  });
  afterAll(() => workspace?.remove());

  itTerraform("leave nothing to change", () => {
    expect(workspace.planHasChanges()).toBe(false);
  });

  itTerraform("have the cluster's ARN in the state, which its name would replace", () => {
    workspace.write({
      "main.tf": PLAIN.replace("cluster         = aws_ecs_cluster.main.arn", "cluster = aws_ecs_cluster.main.name"),
    });
    expect(workspace.run(["plan"]).output).toMatch(/arn:aws:ecs:.*" -> "shop" # forces replacement/);
    workspace.write({ "main.tf": PLAIN });
  });

  itTerraform("cannot be had by another id", () => {
    workspace.must(["state", "rm", "aws_appautoscaling_policy.api"]);
    expect(workspace.run(["import", "aws_appautoscaling_policy.api", `${TARGET}/memory`]).output).toContain(
      "Cannot import non-existent remote object",
    );
  });

  itTerraform("take no second policy for one metric", () => {
    workspace.write({ "main.tf": PLAIN.replace('name               = "cpu"', 'name               = "cpu2"') });
    expect(workspace.run(["apply", "-auto-approve"]).output).toContain(
      "Only one TargetTrackingScaling policy for a given metric specification is allowed.",
    );
  });
});
