import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localAws } from "../support/local-aws";
import { switchyard } from "./program";
import { type Recorded, RecordedEndpoint } from "./recorded-endpoint";

jest.setTimeout(60_000);

const recorded = (region: string, name: string, more: Partial<Recorded> = {}): Recorded => ({
  region,
  Service: {
    ServiceName: name,
    ServiceId: "1",
    ServiceArn: `arn:aws:apprunner:${region}:123456789012:service/${name}/1`,
    CreatedAt: 1700000000,
    UpdatedAt: 1700000000.5,
    Status: "RUNNING",
    SourceConfiguration: {
      ImageRepository: {
        ImageIdentifier: "public.ecr.aws/example/app:1",
        ImageRepositoryType: "ECR_PUBLIC",
        ImageConfiguration: {},
      },
    },
    InstanceConfiguration: { Cpu: "256", Memory: "512" },
    AutoScalingConfigurationSummary: {
      AutoScalingConfigurationArn: `arn:aws:apprunner:${region}:123456789012:autoscalingconfiguration/own/1/1`,
    },
    NetworkConfiguration: {
      EgressConfiguration: { EgressType: "DEFAULT" },
      IngressConfiguration: { IsPubliclyAccessible: true },
    },
  },
  AutoScalingConfiguration: {
    AutoScalingConfigurationArn: `arn:aws:apprunner:${region}:123456789012:autoscalingconfiguration/own/1/1`,
    MinSize: 2,
    MaxSize: 7,
    MaxConcurrency: 10,
  },
  ...more,
});

const ipSet = "arn:aws:wafv2:us-east-1:123456789012:regional/ipset/office/s-1";
const guarded = recorded("us-east-1", "shop-one", {
  Tags: [{ Key: "team", Value: "shop" }],
  WebACL: {
    Name: "guard",
    Id: "w",
    ARN: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/guard/w",
    DefaultAction: { Block: {} },
    VisibilityConfig: {},
    Rules: [
      { Name: "office", Priority: 0, Action: { Allow: {} }, Statement: { IPSetReferenceStatement: { ARN: ipSet } } },
    ],
  },
  IPSet: { Name: "office", Id: "s-1", ARN: ipSet, IPAddressVersion: "IPV4", Addresses: ["198.51.100.0/24"] },
});
const world = [
  guarded,
  recorded("us-east-1", "shop-two"),
  recorded("us-east-1", "shop-three"),
  recorded("eu-west-1", "far"),
];

describe("switchyard migrate --from-aws, against a recorded endpoint", () => {
  const folder = mkdtempSync(join(tmpdir(), "switchyard-live-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (endpoint: RecordedEndpoint, ...args: string[]) => {
    const url = await endpoint.start();
    try {
      return await switchyard(["migrate", "--from-aws", "--json", ...args], {
        cwd: folder,
        env: localAws(url),
      });
    } finally {
      await endpoint.stop();
    }
  };

  it("reads every page of every region that was asked for, with what other calls tell, and changes nothing", async () => {
    const endpoint = new RecordedEndpoint(world);
    const { code, out, errors } = await run(endpoint, "--region", "us-east-1", "--region", "eu-west-1", "--out", "all");
    expect({ code, errors }).toEqual({ code: 0, errors: expect.stringContaining("us-east-1: 3 services") });
    const { groups } = JSON.parse(out);
    expect(groups.flatMap((group: any) => group.services.map((each: any) => each.appRunnerName)).sort()).toEqual([
      "far",
      "shop-one",
      "shop-three",
      "shop-two",
    ]);
    const one = groups.find((group: any) => group.services.some((each: any) => each.name === "shop-one"));
    expect(one.input.allowed_cidrs).toEqual(["198.51.100.0/24"]);
    expect(one.input.tags).toEqual({ team: "shop" });
    expect(one.input.services["shop-one"].scaling).toMatchObject({ min_task_count: 2, max_task_count: 7 });
    expect(groups.filter((group: any) => group.region === "eu-west-1")).toHaveLength(1);
    expect(endpoint.calls.filter(({ target }) => target === "ListServices")).toHaveLength(3);
    expect(endpoint.calls.filter(({ target }) => !/^(List|Describe|Get)/.test(target))).toEqual([]);
  });

  it("asks again when AWS throttles it", async () => {
    const endpoint = new RecordedEndpoint([recorded("us-east-1", "only")]);
    expect(await run(endpoint, "--region", "us-east-1", "--out", "throttled")).toMatchObject({ code: 0 });
    expect(endpoint.calls.filter(({ target }) => target === "DescribeService")).toHaveLength(2);
  });

  it("goes on without what it may not read, and says so", async () => {
    const endpoint = new RecordedEndpoint([recorded("us-east-1", "only")], ["GetWebACLForResource"]);
    const { code, errors } = await run(endpoint, "--region", "us-east-1", "--out", "denied");
    expect(code).toBe(0);
    expect(errors).toContain("web ACL not read: AccessDeniedException: not authorized to perform this");
    expect(readFileSync(join(folder, "denied", "only.tfvars"), "utf8")).toContain("public.ecr.aws/example/app:1");
  });

  it("names each region that it cannot read, without a stack", async () => {
    const endpoint = new RecordedEndpoint([], ["ListServices"]);
    const { code, out, errors } = await run(
      endpoint,
      "--region",
      "us-east-1",
      "--region",
      "eu-west-1",
      "--out",
      "none",
    );
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(errors).toContain("2 problems in the input");
    expect(errors).toContain("--from-aws --region eu-west-1: AccessDeniedException");
    expect(errors).not.toContain("    at ");
  });

  it("wants a region", async () => {
    const { code, errors } = await switchyard(["migrate", "--from-aws"], {
      cwd: folder,
      env: { AWS_REGION: "", AWS_DEFAULT_REGION: "" },
    });
    expect({ code, errors }).toEqual({
      code: 2,
      errors: "--from-aws: say --region (repeatable, or all), or set AWS_REGION.\n",
    });
  });
});
