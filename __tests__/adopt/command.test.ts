import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { switchyard } from "../apprunner/program";
import { localAws } from "../support/local-aws";
import { expressAnswers, plainAnswers, type PlainAnswers } from "./answers";
import { type Answers, RecordedEndpoint } from "./recorded-endpoint";

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), "switchyard-adopt-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: string[], more: { stdin?: string; env?: Record<string, string> } = {}) =>
  switchyard(["adopt", ...args], { cwd: folder, ...more });

const give = (change?: (answers: PlainAnswers) => void): string[] =>
  plainAnswers(change).map(({ file, text }) => {
    writeFileSync(join(folder, file), text);
    return file;
  });

const read = (file: string): string => readFileSync(join(folder, file), "utf8");

describe("switchyard adopt", () => {
  it("writes the input, the import blocks and the report, and tells what is taken over", async () => {
    const { code, out } = await run([...give(), "--out", "first"]);
    expect(code).toBe(0);
    expect(read("first/main.tf")).toContain('module "orders" {');
    expect(read("first/imports.tf")).toContain('id = "production/orders"');
    expect(read("first/report.md")).toContain("# Adopting orders");
    expect(out).toContain("'orders'");
    expect(out).toContain("4 import(s)");
  });

  it("overwrites nothing unless it is told to", async () => {
    const files = give();
    await run([...files, "--out", "twice"]);
    writeFileSync(join(folder, "twice/main.tf"), "edited");
    expect(await run([...files, "--out", "twice"])).toMatchObject({
      code: 1,
      errors: expect.stringContaining("say --force to overwrite it"),
    });
    expect(read("twice/main.tf")).toBe("edited");
    expect(await run([...files, "--out", "twice", "--force"])).toMatchObject({ code: 0 });
  });

  it("reads its standard input, a list of answers, and prints JSON for a program", async () => {
    const stdin = `[${plainAnswers()
      .map(({ text }) => text)
      .join(",")}]`;
    const { code, out } = await run(["-", "--json", "--out", "stdin", "--report", "elsewhere.md"], { stdin });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      blocked: false,
      name: "orders",
      services: [{ name: "orders", adopted: true }],
      imports: expect.arrayContaining([
        { to: 'module.orders.module.ecs["orders"].aws_ecs_service.this', id: "production/orders" },
      ]),
    });
    expect([existsSync(join(folder, "elsewhere.md")), existsSync(join(folder, "stdin/report.md"))]).toEqual([
      true,
      false,
    ]);
  });

  it("ends with 3 when a service cannot be taken over, and writes the report alone", async () => {
    const { code, out } = await run([...give((a) => (a.service["launchType"] = "EC2")), "--out", "blocked"]);
    expect(code).toBe(3);
    expect(out).toContain("blocker: orders launchType: its tasks run on EC2");
    expect([existsSync(join(folder, "blocked/main.tf")), existsSync(join(folder, "blocked/report.md"))]).toEqual([
      false,
      true,
    ]);
  });

  it("shows no secret on any stream or in the report", async () => {
    const files = give((a) => a.container["environment"].push({ name: "DB_PASSWORD", value: "hunter2hunter2" }));
    const { out, errors } = await run([...files, "--json", "--out", "secret"]);
    expect(`${out}${errors}${read("secret/report.md")}${read("secret/imports.tf")}`).not.toContain("hunter2");
    expect(read("secret/main.tf")).toContain('DB_PASSWORD = "hunter2hunter2"');
  });

  it.each([
    ["no input", [], 2, "Name an input, or say --live"],
    ["an unknown option", ["x.json", "--fast"], 2, "unknown option '--fast'"],
    ["a host name without a service", ["x.json", "--host-name", "www.example.com"], 2, "write it as NAME=VALUE"],
    ["--live without a cluster", ["--live", "--region", "eu-west-1"], 2, "--live: say --cluster"],
    ["a file that is not there", ["nowhere.json"], 1, "nowhere.json: there is no such file or folder"],
  ])("explains %s without a stack", async (_, args, code, says) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ code, out: "", errors: expect.stringContaining(says) });
    expect(ran.errors).not.toContain("    at ");
  });
});

describe("switchyard adopt --live, against a recorded endpoint", () => {
  const answersOf = (texts: readonly { text: string }[]) =>
    Object.assign({}, ...texts.map(({ text }) => JSON.parse(text) as object)) as Record<string, any>;
  const plain = answersOf(plainAnswers());
  const express = answersOf(expressAnswers());
  const groups = [...plain["TargetGroups"], ...express["TargetGroups"]] as { TargetGroupArn: string }[];
  const asked = (input: Record<string, string>): string[] =>
    Object.entries(input).flatMap(([name, value]) => (/^TargetGroupArns\./.test(name) ? [value] : []));
  const answers: Answers = {
    ListServices: ({ nextToken }) =>
      nextToken
        ? { serviceArns: express["services"].map((each: any) => each.serviceArn) }
        : { serviceArns: plain["services"].map((each: any) => each.serviceArn), nextToken: "2" },
    DescribeServices: ({ services }) => ({
      services: [...plain["services"], ...express["services"]].filter(({ serviceArn, serviceName }) =>
        [serviceArn, serviceName].some((name) => services.includes(name)),
      ),
      failures: services.includes("gone") ? [{ arn: "gone", reason: "MISSING" }] : [],
    }),
    DescribeExpressGatewayService: { service: express["service"] },
    DescribeTaskDefinition: { taskDefinition: plain["taskDefinition"] },
    DescribeTargetGroups: (input) => ({
      TargetGroups: groups.filter(({ TargetGroupArn }) => asked(input).includes(TargetGroupArn)),
    }),
    DescribeTargetGroupAttributes: { Attributes: plain["Attributes"] },
    DescribeLoadBalancers: { LoadBalancers: plain["LoadBalancers"] },
    DescribeListeners: { Listeners: plain["Listeners"] },
    DescribeRules: { Rules: plain["Rules"] },
    DescribeScalableTargets: { ScalableTargets: plain["ScalableTargets"] },
    DescribeScalingPolicies: { ScalingPolicies: plain["ScalingPolicies"] },
    DescribeScheduledActions: { ScheduledActions: [] },
  };

  const look = async (endpoint: RecordedEndpoint, ...args: string[]) => {
    const url = await endpoint.start();
    try {
      return await run(["--live", "--cluster", "production", "--region", "eu-west-1", ...args], {
        env: localAws(url),
      });
    } finally {
      await endpoint.stop();
    }
  };

  it("writes the same as from files, and changes nothing", async () => {
    await run([...give(), "--out", "from-files"]);
    const endpoint = new RecordedEndpoint(answers);
    const { code, errors } = await look(endpoint, "--service", "orders", "--out", "from-aws");
    expect({ code, errors }).toEqual({
      code: 0,
      errors: expect.stringContaining("eu-west-1: 1 service in production"),
    });
    expect(read("from-aws/main.tf")).toBe(read("from-files/main.tf"));
    expect(read("from-aws/imports.tf")).toBe(read("from-files/imports.tf"));
    expect(endpoint.calls.filter(({ action }) => !/^(List|Describe)/.test(action))).toEqual([]);
    expect(new Set(endpoint.calls.map(({ region }) => region))).toEqual(new Set(["eu-west-1"]));
  });

  it("finds every service of a cluster, those of Express Mode with their VPC", async () => {
    const endpoint = new RecordedEndpoint(answers);
    const { code, out } = await look(endpoint, "--json", "--allowed-cidr", "203.0.113.0/24", "--out", "every");
    const { services } = JSON.parse(out);
    expect(code).toBe(3); // a group has one track: the plain one is to be adopted by itself
    expect(services).toEqual([
      expect.objectContaining({ name: "storefront", adopted: true }),
      expect.objectContaining({ name: "orders", adopted: false }),
    ]);
    expect(read("every/main.tf")).toMatch(/id += "vpc-0c3"/);
  });

  it("goes on without the attributes that it may not read, and says so", async () => {
    const endpoint = new RecordedEndpoint(answers, ["DescribeTargetGroupAttributes"]);
    const { code, errors } = await look(endpoint, "--service", "orders", "--out", "no-attributes");
    expect({ code, errors }).toEqual({
      code: 0,
      errors: expect.stringContaining("orders-tg: attributes not read: AccessDenied"),
    });
  });

  it.each([
    [
      "a call that is refused",
      ["DescribeScalableTargets"],
      "orders",
      "AccessDeniedException: not authorized to perform this",
    ],
    ["a service that is not there", [], "gone", "gone: AWS did not find it (MISSING)"],
  ])("names %s, without a stack", async (_, refuse, service, says) => {
    const ran = await look(new RecordedEndpoint(answers, refuse), "--service", service, "--out", "none");
    expect(ran).toMatchObject({ code: 1, out: "", errors: expect.stringContaining(says) });
    expect(ran.errors).not.toContain("    at ");
  });
});
