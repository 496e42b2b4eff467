import { matches, parseDelays, parseFailure } from "../../simulator/provider/faults";
import { Workspace } from "../../simulator/testing";
import { itTerraform } from "./needs";

jest.setTimeout(120_000);

const ROOT = `
provider "aws" { region = "us-east-1" }
resource "aws_cloudwatch_log_group" "one" { name = "one" }
resource "aws_cloudwatch_log_group" "two" {
  name       = "two"
  depends_on = [aws_cloudwatch_log_group.one]
}
`;

describe("on demand", () => {
  let current: Workspace | undefined;
  const start = (): Workspace => {
    current = new Workspace({ "main.tf": ROOT });
    current.init();
    return current;
  };
  afterEach(() => current?.remove());

  itTerraform("the second creation fails once, and the next apply completes it", () => {
    const workspace = start();
    const env = { SWITCHYARD_SIMULATOR_FAIL: "aws_cloudwatch_log_group:create:2" };
    const { exitCode, output } = workspace.run(["apply", "-auto-approve"], env);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/creating Cloudwatch Log Group \(two\): .*ServiceUnavailableException/s);
    expect(workspace.objects().map(({ state }) => state["name"])).toEqual(["one"]);
    workspace.must(["apply", "-auto-approve"], env);
    expect(workspace.objects().map(({ state }) => state["name"])).toEqual(["one", "two"]);
  });

  itTerraform("calls are slow, and the log shows the order and time of what was done", () => {
    const workspace = start();
    workspace.must(["apply", "-auto-approve"], { SWITCHYARD_SIMULATOR_SLOW: "aws_cloudwatch_log_group:create=300" });
    const applied = workspace.calls().filter(({ call }) => call === "ApplyResourceChange");
    expect(applied.map(({ operation, name }) => [operation, name])).toEqual([
      ["create", "one"],
      ["create", "two"],
    ]);
    expect(applied.every(({ ms }) => ms >= 300)).toBe(true);
  });

  itTerraform("what was deleted behind terraform's back is planned anew, and a changed one is put right", () => {
    const workspace = start();
    workspace.apply();
    workspace.editWorld((world) => {
      world.objects = world.objects.filter(({ state }) => state["name"] !== "two");
      world.objects[0]!.state["retention_in_days"] = 7;
    });
    const { output } = workspace.run(["plan"]);
    expect(output).toMatch(/aws_cloudwatch_log_group\.two will be created/);
    expect(output).toMatch(/retention_in_days += 7 -> null/);
  });

  itTerraform("what exists is imported by its id", () => {
    const workspace = start();
    workspace.apply();
    workspace.must(["state", "rm", "aws_cloudwatch_log_group.two"]);
    workspace.must(["import", "aws_cloudwatch_log_group.two", "two"]);
    expect(workspace.planHasChanges()).toBe(false);
    expect(workspace.run(["import", "aws_cloudwatch_log_group.two", "three"]).output).toMatch(
      /already managed|non-existent/,
    );
  });
});

describe("the variables for failures and delays", () => {
  it("name a type, an operation and a call", () => {
    expect(parseFailure("")).toBeUndefined();
    expect(parseFailure("aws_lb")).toEqual({ type: "aws_lb", operation: undefined, call: 1 });
    expect(parseFailure("aws_lb:delete:3")).toEqual({ type: "aws_lb", operation: "delete", call: 3 });
    expect(() => parseFailure("aws_lb:remove")).toThrow(
      /"remove" in "aws_lb:remove" is not one of create, update, delete, read/,
    );
  });

  it("mean every change but no read when they name no operation", () => {
    const rule = parseFailure("aws_lb")!;
    expect(matches(rule, "aws_lb", "update")).toBe(true);
    expect(matches(rule, "aws_lb", "read")).toBe(false);
    expect(matches(rule, "aws_vpc", "create")).toBe(false);
  });

  it("give each call its delay", () => {
    const delay = parseDelays("aws_lb:create=50,*=10,data.aws_lb:read=5");
    expect([
      delay("aws_lb", "create"),
      delay("aws_lb", "update"),
      delay("data.aws_lb", "read"),
      delay("aws_vpc", "read"),
    ]).toEqual([50, 10, 5, 0]);
    expect(() => parseDelays("aws_lb")).toThrow(/is not <type\|\*>\[:<operation>\]=<milliseconds>/);
  });
});
