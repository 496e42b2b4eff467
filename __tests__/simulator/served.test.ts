import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Workspace } from "../../simulator/testing";
import { itTerraform } from "./needs";

jest.setTimeout(120_000);

/** One after the other, so that the log has one order. */
const ROOT = `
provider "aws" {
  region = "us-east-1"
  default_tags { tags = { place = "here" } }
}
provider "aws" {
  alias  = "there"
  region = "eu-west-1"
}
variable "days" { default = 7 }
resource "aws_cloudwatch_log_group" "here" {
  name              = "here"
  retention_in_days = var.days
}
resource "aws_cloudwatch_log_group" "there" {
  provider          = aws.there
  name              = aws_cloudwatch_log_group.here.name
  retention_in_days = aws_cloudwatch_log_group.here.retention_in_days
}
resource "null_resource" "after" { triggers = { arn = aws_cloudwatch_log_group.there.arn } }
output "arns" { value = [aws_cloudwatch_log_group.here.arn, aws_cloudwatch_log_group.there.arn] }
`;

const NEWER = `
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.23.0"
    }
  }
}
`;

describe("providers that the test's process serves", () => {
  const workspaces: Workspace[] = [];
  const start = (options: ConstructorParameters<typeof Workspace>[1] = {}): Workspace => {
    const workspace = new Workspace({ "main.tf": ROOT }, options);
    workspaces.push(workspace);
    return workspace;
  };
  const initialised = (...options: Parameters<typeof start>): Workspace => {
    const workspace = start(...options);
    workspace.init();
    return workspace;
  };
  afterEach(() => workspaces.splice(0).forEach((workspace) => workspace.remove()));

  itTerraform(
    "leave the same account, log and journal as those that terraform starts, with two provider blocks",
    () => {
      const [served, launched] = [false, true].map((launched) => {
        const workspace = initialised({ launched });
        const journal = join(workspace.dir, "journal.jsonl");
        const env = { SWITCHYARD_SIMULATOR_JOURNAL: journal };
        workspace.must(["apply", "-auto-approve"], env);
        workspace.editWorld(({ objects }) => {
          for (const { state } of objects) state["tags"] = { edited: "yes" };
        });
        workspace.must(["apply", "-auto-approve", "-var=days=14"], env);
        const outputs = workspace.outputs();
        workspace.must(["apply", "-destroy", "-auto-approve", "-target=null_resource.after"], env);
        const calls = workspace.calls().map(({ time: _time, ms: _ms, ...call }) => call);
        return { outputs, calls, world: workspace.world(), journal: readFileSync(journal, "utf8") };
      });
      expect(served).toEqual(launched);
      expect(served!.outputs["arns"]).toEqual([
        expect.stringContaining(":us-east-1:"),
        expect.stringContaining(":eu-west-1:"),
      ]);
    },
  );

  itTerraform("are told anew for every command what fails and where it is logged", () => {
    const workspace = initialised();
    const other = join(workspace.dir, "other.jsonl");
    const env = { SWITCHYARD_SIMULATOR_FAIL: "aws_cloudwatch_log_group:create:2", SWITCHYARD_SIMULATOR_LOG: other };
    const { exitCode, output } = workspace.run(["apply", "-auto-approve"], env);
    expect(exitCode).toBe(1);
    expect(output).toContain("was asked to fail");
    expect([existsSync(other), workspace.calls()]).toEqual([true, []]);
    workspace.apply();
    expect(workspace.calls().filter(({ operation }) => operation === "create")).toHaveLength(2);
  });

  itTerraform("need no process", () => {
    const nowhere = { env: { SWITCHYARD_SIMULATOR_PROGRAM: "/nowhere" } };
    initialised(nowhere).apply();
    expect(initialised({ ...nowhere, launched: true }).run(["apply", "-auto-approve"]).output).toMatch(
      /Failed to load plugin schemas/,
    );
  });

  itTerraform("are those that init has found: a version that does not suffice is refused there", () => {
    const workspace = start({ version: "5.100.0" });
    workspace.write({ "versions.tf": NEWER });
    expect(workspace.run(["init"]).output.replace(/[│\s]+/g, " ")).toContain(
      "no available releases match the given constraints >= 6.23.0",
    );
    expect(existsSync(join(workspace.dir, ".terraform.lock.hcl"))).toBe(false);
  });
});
