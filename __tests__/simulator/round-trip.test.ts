import { Workspace } from "../../simulator/testing";
import { TERRAFORM, TOFU, itNeeds } from "./needs";
import { DISCOVERY, EXPRESS, PLAIN } from "./roots";

jest.setTimeout(120_000);

const programs: [string, string | undefined, string][] = [
  ["terraform", TERRAFORM, "no terraform on PATH"],
  ["tofu", TOFU, "no tofu found; set TOFU to its path"],
];

describe.each(programs)("with %s", (_name, program, why) => {
  const test = itNeeds(program, why);

  test("an Express root applies, plans empty, swaps its target groups on an update, and leaves nothing behind", () => {
    const workspace = new Workspace({ "main.tf": EXPRESS + DISCOVERY }, { program: program! });
    try {
      workspace.init();
      workspace.apply();
      const before = workspace.outputs();
      expect(before["dns_name"]).toMatch(/^ecs-express-gateway-alb-[0-9a-f]{8}-\d+\.us-east-1\.elb\.amazonaws\.com$/);
      expect(before["urls"]).toEqual({
        api: expect.stringMatching(/^https:\/\/ap-[0-9a-f]{32}\.ecs\.us-east-1\.on\.aws$/),
        web: expect.stringMatching(/^https:\/\/we-/),
      });
      expect(before["managed"]).toHaveLength(1);
      expect(before["security_groups"]).toHaveLength(1);
      expect(workspace.planHasChanges()).toBe(false);

      workspace.apply("-var", "image=app:2");
      workspace.must(["apply", "-refresh-only", "-auto-approve", "-var", "image=app:2"]);
      const after = workspace.outputs();
      expect([after["live"], after["idle"]]).toEqual([before["idle"], before["live"]]);
      expect(after["urls"]).toEqual(before["urls"]);
      expect(workspace.planHasChanges("-var", "image=app:2")).toBe(false);

      workspace.destroy();
      expect(workspace.objects()).toEqual([]);
    } finally {
      workspace.remove();
    }
  });

  test("a plain root applies, plans empty, replaces its task definition on an update, and leaves nothing behind", () => {
    const workspace = new Workspace({ "main.tf": PLAIN }, { program: program! });
    try {
      workspace.init();
      workspace.apply();
      expect(workspace.outputs()).toEqual({
        revision: 1,
        dns_name: expect.stringMatching(/^shop-\d+\.us-east-1\.elb\.amazonaws\.com$/),
        tags: { project: "shop" },
      });
      expect(workspace.planHasChanges()).toBe(false);

      workspace.clearCalls();
      workspace.apply("-var", "image=app:2");
      expect(workspace.outputs()["revision"]).toBe(2);
      const applied = workspace.calls().filter(({ call }) => call === "ApplyResourceChange");
      expect(applied.map(({ operation, type }) => `${operation} ${type}`)).toEqual([
        "delete aws_ecs_task_definition",
        "create aws_ecs_task_definition",
        "update aws_ecs_service",
      ]);
      expect(applied.at(-1)!.changed).toEqual(["task_definition"]);
      expect(workspace.planHasChanges("-var", "image=app:2")).toBe(false);

      workspace.destroy();
      expect(workspace.objects()).toEqual([]);
    } finally {
      workspace.remove();
    }
  });
});
