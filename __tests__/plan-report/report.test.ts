import { InputError } from "../../modules/kit/problem";
import { readPlan } from "../../plan-report/plan";
import { markdown } from "../../plan-report/render/markdown";
import { terminal } from "../../plan-report/render/terminal";
import { failuresOf, reportOf } from "../../plan-report/report";
import { referenceRoot } from "../support/reference";
import { Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(300_000);

const withOutput = (mode = "express", extra = "") => referenceRoot(mode, extra);

for (const { name, tool } of engines) {
  describeWith(`a plan of ${name}, reported`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine, main: withOutput() });
      root.apply();
    });
    afterAll(() => root.remove());

    const report = (...args: string[]) => {
      root.plan(...args);
      return reportOf(readPlan(root.run("show", "-json", "plan").output, "plan"));
    };

    it("says of a plan without changes that nothing happens", () => {
      const { downtime, exposure, urls, foreign, cost } = report();
      expect({ downtime, urls, foreign, opened: exposure.opened, closed: exposure.closed }).toEqual({
        downtime: [],
        urls: [],
        foreign: [],
        opened: [],
        closed: [],
      });
      expect(cost.before).toEqual(cost.after);
    });

    it("says of an image update that services are deployed in place, with no other change", () => {
      const { downtime, urls, exposure } = report("-var=image=public.ecr.aws/nginx/nginx:1.30");
      expect(downtime.map(({ what, expected }) => [what, expected])).toEqual([
        ["api", "none"],
        ["dashboard", "none"],
      ]);
      expect([urls, exposure.opened]).toEqual([[], []]);
    });

    it("says of a flip what moves, which addresses change and what opens", () => {
      const flip = report("-var=mode=ecs");
      expect(flip.lines.map(({ title }) => title).slice(0, 7)).toEqual([
        "api on ecs",
        "api on express",
        "dashboard on ecs",
        "dashboard on express",
        "front door of ecs",
        "front door of express",
        "Service Connect of ecs",
      ]);
      expect(flip.urls).toEqual([
        { service: "api", before: expect.stringContaining(".on.aws"), after: "known after the apply" },
        { service: "dashboard", before: expect.stringContaining(".on.aws"), after: "known after the apply" },
      ]);
      expect(flip.privateAddresses).toEqual([
        "dashboard: API_URL http://api.shop.internal:8080 becomes http://api:8080",
      ]);
      expect(flip.exposure.opened).toContain("203.0.113.0/24 may reach port 8080 (security group)");
      expect(flip.destroyedShared).toEqual([]);
      expect(flip.downtime.map(({ what, expected }) => [what, expected])).toEqual([
        ["api", "until callers learn the new address"],
        ["dashboard", "until callers learn the new address"],
      ]);
      expect(flip.downtime[1]?.why).toContain("its calls to api may fail for two to five minutes");
      expect(flip.foreign).toEqual([]);
      expect(failuresOf(flip, ["downtime", "exposure", "destroy-shared"])).toEqual(["downtime", "exposure"]);
      expect(flip.warnings.join()).toContain("speaks plain HTTP");
    });

    it("names shared things that would be destroyed", () => {
      root.write("main.tf", withOutput().replace('name          = "shop"', 'name          = "store"'));
      expect(failuresOf(report(), ["destroy-shared"])).toEqual(["destroy-shared"]);
      root.write("main.tf", withOutput());
    });

    it("counts somebody else's resources and guesses nothing about them", () => {
      root.write("other.tf", 'resource "aws_cloudwatch_log_group" "other" { name = "/other" }');
      const { foreign, cost } = report();
      expect(foreign).toEqual(["aws_cloudwatch_log_group.other (create)"]);
      expect(cost.before).toEqual(cost.after);
      root.write("other.tf", "");
    });

    it("counts every metric that an alarm reads, and the dashboard", () => {
      root.write("main.tf", withOutput("express", "alarms = {}\n  dashboard = true"));
      const items = (...args: string[]) =>
        report(...args)
          .cost.after.filter(({ what }) => /alarms|dashboard,/.test(what))
          .map(({ arithmetic }) => arithmetic);
      expect(items()).toEqual(["22 × 0.1", "1 × 3"]);
      expect(items("-var=mode=ecs")).toEqual(["22 × 0.1", "1 × 3"]);
      root.write("main.tf", withOutput());
    });

    it("says when a service's rule or target groups are replaced, and that an internal load balancer has no public address", () => {
      const plain = (service: string, options = "") =>
        withOutput("ecs", options).replace("port = 8080,", `port = 8080, ${service}`);
      root.write("main.tf", plain(""));
      root.apply();
      root.write("main.tf", plain("stickiness = {},"));
      expect(report().downtime).toEqual([
        expect.objectContaining({
          what: "api",
          expected: "a gap",
          why: expect.stringContaining("target groups are replaced"),
        }),
      ]);
      root.write("main.tf", plain("listener_port = 81,"));
      expect(report().downtime).toEqual([
        expect.objectContaining({
          what: "api",
          expected: "a gap",
          why: expect.stringContaining("at another port"),
        }),
      ]);
      root.write(
        "main.tf",
        plain("", "load_balancer = { internal = true }").replace(
          "availability_zones",
          'nat_gateway = "single", availability_zones',
        ),
      );
      expect(report().cost.after.filter(({ what }) => what === "public address of a load balancer")).toEqual([]);
      root.write("main.tf", withOutput());
      root.apply();
    });

    it("never prints an environment variable that connects_to did not set", () => {
      root.write(
        "main.tf",
        withOutput("express").replace(
          "port = 8080,",
          'port = 8080, environment = { DATABASE_URL = "postgres://user:hunter2@db:5432" },',
        ),
      );
      const secret = report();
      expect(markdown(secret) + terminal(secret) + JSON.stringify(secret)).not.toContain("hunter2");
      root.write("main.tf", withOutput());
    });

    it("says of a flip under names what DNS, Service Connect and Express Mode's rules take, and of names that go that they do", () => {
      const domain = 'domain = { name = "example.com", zone = { id = "Z0123456789ABCDEFGHIJ" } }';
      const flip = (from: string, to: string) => {
        root.write("main.tf", withOutput(from, domain));
        root.apply();
        return report(`-var=mode=${to}`);
      };
      const there = flip("express", "ecs");
      expect(there.downtime).toEqual([
        { what: "api", expected: "up to a minute", why: expect.stringContaining("60 seconds") },
        { what: "dashboard", expected: "up to five minutes", why: expect.stringContaining("its calls to api") },
      ]);
      expect(there.urls).toEqual([]);
      const back = flip("ecs", "express");
      expect(back.downtime.map(({ what, expected }) => [what, expected])).toEqual([
        ["api", "up to a minute"],
        ["dashboard", "up to a minute"],
      ]);
      expect(back.downtime[0]?.why).toContain("404");
      root.write("main.tf", withOutput("ecs"));
      expect(report().downtime).toContainEqual(expect.objectContaining({ what: "api.example.com", expected: "a gap" }));
    });
  });
}

describe("a file that is no plan", () => {
  it.each([
    ["text", "it is not JSON"],
    [
      '{"format_version":"1.0","values":{}}',
      "it has neither planned_values nor configuration, so it is a state or something else",
    ],
    ["[]", "is not as in a plan"],
  ])("%s is refused with the way out", (text, why) => {
    expect(() => readPlan(text, "plan.json")).toThrow(InputError);
    expect(() => readPlan(text, "plan.json")).toThrow(why);
    expect(() => readPlan(text, "plan.json")).toThrow("terraform show -json");
  });
});
