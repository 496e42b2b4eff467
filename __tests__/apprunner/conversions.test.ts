import { InputError } from "../../modules/kit/problem";
import { jsonReport, markdownReport, migrate, type MigrateOptions, outputFiles } from "../../apprunner";
import { convert, definitions, json, only, running, service } from "./support";

const values = {
  Account: "123456789012",
  "AWS::Region": "us-east-1",
  "Role.Arn": "arn:aws:iam::123456789012:role/api",
  "aws_ecr_repository.web.repository_url": "123456789012.dkr.ecr.us-east-1.amazonaws.com/web",
};

/** Definition files, and the input that they become. */
const cases: { title: string; files: string[]; options?: MigrateOptions; name: string; input: object }[] = [
  {
    title: "describe-service with its companions in one object",
    files: ["private-with-connector.json"],
    name: "orders-api",
    input: {
      mode: "ecs",
      allowed_cidrs: ["192.0.2.0/24"],
      services: {
        "orders-api": {
          port: 9000,
          public: false,
          cpu: 2048,
          memory: 4096,
          health_check_path: "/ready",
          scaling: { min_task_count: 2, max_task_count: 6 },
        },
      },
      tags: { team: "orders" },
    },
  },
  {
    title: "a web ACL with an allowlist, and a custom domain",
    files: ["domain-and-web-acl.json"],
    name: "shop-frontend",
    input: {
      mode: "express",
      allowed_cidrs: ["198.51.100.0/24", "203.0.113.7/32"],
      services: { www: { cpu: 512, memory: 1024 } },
      web_acl: { rate_limit: 1000, managed_rule_groups: ["AWSManagedRulesCommonRuleSet"] },
    },
  },
  {
    title: "a custom domain with a certificate",
    files: ["domain-and-web-acl.json"],
    options: { certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/c" },
    name: "shop-frontend",
    input: {
      mode: "express",
      domain: { name: "example.com", certificate: { arn: "arn:aws:acm:us-east-1:123456789012:certificate/c" } },
      services: { www: { host_names: ["www.example.com", "example.com"] } },
    },
  },
  {
    title: "a CloudFormation template, its open parameters given",
    files: ["template.yaml"],
    options: { values },
    name: "api-live",
    input: {
      mode: "express",
      services: {
        "api-live": {
          image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/api:3.1",
          port: 8000,
          environment: { STAGE: "live", ONLY_LIVE: "yes", PORT: "8000" },
          scaling: { min_task_count: 2, max_task_count: 4 },
          task_role: { arn: values["Role.Arn"] },
        },
      },
      tags: { stage: "live" },
    },
  },
  {
    title: "a folder of Terraform, references between its resources resolved",
    files: ["terraform"],
    options: { values },
    name: "web-live",
    input: {
      mode: "express",
      services: {
        web: {
          image: `${values["aws_ecr_repository.web.repository_url"]}:5.5`,
          port: 3000,
          cpu: 512,
          memory: 1024,
          environment: { LITERAL: "${not_a_reference}", STAGE: "live", PORT: "3000" },
          scaling: { min_task_count: 2, max_task_count: 5 },
        },
      },
      tags: { stage: "live" },
    },
  },
  {
    title: "Terraform in JSON",
    files: ["terraform.tf.json"],
    name: "worker-json",
    input: { mode: "express", services: { "worker-json": { image: "public.ecr.aws/example/worker:1", port: 8081 } } },
  },
  {
    title: "the state that terraform shows, inside a module",
    files: ["shown-state.json"],
    name: "billing",
    input: {
      mode: "ecs",
      services: {
        billing: {
          cpu: 4096,
          memory: 12288,
          environment: { "A.B": "1", PORT: "8080" },
          scaling: { min_task_count: 3, max_task_count: 9 },
        },
      },
      tags: { team: "billing", owner: "finance" },
    },
  },
  {
    title: "a service from source with its apprunner.yaml and an image",
    files: ["from-source.json", "reports/apprunner.yaml"],
    options: { images: { reports: "123456789012.dkr.ecr.us-east-1.amazonaws.com/reports:1" } },
    name: "reports",
    input: {
      mode: "express",
      services: {
        reports: {
          port: 8000,
          command: ["sh", "-c", "gunicorn --bind 0.0.0.0:$PORT app:app"],
          environment: { APP_PORT: "8000", STAGE: "live", PORT: "8000" },
          secrets: { TOKEN: "arn:aws:ssm:us-east-1:123456789012:parameter/reports/token" },
        },
      },
    },
  },
  {
    title: "forms that older examples use",
    files: ["old-forms.json"],
    name: "old-forms",
    input: {
      services: {
        "old-forms": {
          port: 8000,
          cpu: 1024,
          memory: 3072,
          health_check_path: "/healthz",
          environment: { NAME: "Jane", COUNT: "3", PORT: "8000" },
          secrets: { DB: "arn:aws:ssm:us-east-1:123456789012:parameter/db/url" },
        },
      },
    },
  },
];

describe("definitions become inputs", () => {
  it.each(cases)("from $title", async ({ files, options, name, input }) => {
    const { group } = only(await migrate(definitions(...files), options));
    expect(group.name).toBe(name);
    expect(group.input).toMatchObject(input);
  });

  it("from several kinds at once, in groups that can share a load balancer", async () => {
    const { groups } = await migrate(
      definitions("private-with-connector.json", "domain-and-web-acl.json", "shown-state.json", "old-forms.json"),
    );
    expect(groups.map(({ name, region }) => [name, region])).toEqual([
      ["orders-api", "eu-west-1"],
      ["shop-frontend", "us-east-1"],
      ["billing", "us-west-2"],
      ["old-forms", "us-east-1"],
    ]);
    const front = groups[1]?.allFindings.find(({ field }) => field.endsWith(".API_BASE"));
    expect(front).toMatchObject({
      severity: "behaviour",
      what: "it holds the App Runner address of orders-api, which ends with that service",
      do: expect.stringContaining('connects_to = ["orders-api"]'),
    });
  });

  it("with ports of their own where plain ECS has one load balancer for two services and no domain", async () => {
    const two = ["shop-web", "shop-api"].map((name) => ({
      Service: service({ ServiceName: name, ServiceArn: `arn:aws:apprunner:us-east-1:123456789012:service/${name}/1` }),
    }));
    const { group, services } = only(await migrate([json(two)], { mode: "ecs" }));
    expect(group.name).toBe("shop");
    expect([services["shop-web"].listener_port, services["shop-api"].listener_port]).toEqual([undefined, 3001]);
  });
});

describe("what is not there", () => {
  it("makes no service: comments, count = 0, conditions that do not hold; for_each, modules and nested stacks are named", async () => {
    const { groups, notRead } = await migrate(definitions("terraform", "template.yaml"), { values });
    expect(groups.flatMap((group) => group.services.map(({ definition }) => definition.name)).sort()).toEqual([
      "api-live",
      "web-live",
    ]);
    expect(notRead.map(({ where }) => where).sort()).toEqual([
      "template.yaml:43 Resources.OnlyInTest",
      "template.yaml:52 Resources.Inner",
      "terraform/main.tf:62 aws_apprunner_service.off",
      "terraform/main.tf:67 aws_apprunner_service.each",
      "terraform/main.tf:72 module.more",
    ]);
  });

  it("is a named unknown, and nothing is written in its place", async () => {
    const { group, about } = only(await migrate(definitions("template.yaml")));
    expect(group.input).toBeUndefined();
    expect(about("ImageIdentifier")).toMatchObject({
      severity: "blocker",
      what: "the files do not hold the image: <Account>.dkr.ecr.<AWS::Region>.amazonaws.com/api:3.1",
    });
    expect(about("TABLE")).toMatchObject({ to: null, what: expect.stringContaining("Table") });
    expect(about("InstanceRoleArn")).toMatchObject({ to: null, what: expect.stringContaining("Role.Arn") });
  });

  it("is said: an unknown field is listed by name", async () => {
    const { about } = only(await migrate(definitions("old-forms.json")));
    expect(about("NewThing.Inside")).toMatchObject({ severity: "behaviour", to: null });
  });

  it("is not made up: no connector subnets on Express Mode, no import, no open allowlist", async () => {
    const bundle = { ...JSON.parse(definitions("private-with-connector.json")[0]!.text) };
    bundle.Service.NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible = true;
    const migration = await migrate([json(bundle)], { vpcId: "vpc-1", publicSubnetIds: ["subnet-1", "subnet-2"] });
    expect(only(migration).group.input).toMatchObject({
      mode: "express",
      vpc: { id: "vpc-1", public_subnet_ids: ["subnet-1", "subnet-2"] },
    });
    const all = outputFiles(migration)
      .filter(({ path }) => /tfvars|main/.test(path))
      .map(({ text }) => text)
      .join("\n");
    expect(all).not.toMatch(/subnet-0aaa|^import \{$|^\s*allowed_cidrs *= .*0\.0\.0\.0/m);
    const plain = only(
      await migrate([json(bundle)], { mode: "ecs", vpcId: "vpc-1", publicSubnetIds: ["subnet-1", "subnet-2"] }),
    );
    expect(plain.group.input?.vpc).toMatchObject({ private_subnet_ids: ["subnet-0aaa", "subnet-0bbb"] });
  });
});

describe("each service is judged for each track", () => {
  it.each([
    ["a public service", service(), true, false],
    [
      "a private one",
      service({ NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } } }),
      false,
      true,
    ],
    [
      "4 vCPU with 12 GB, public and without a domain",
      service({ InstanceConfiguration: { Cpu: "4096", Memory: "12288" } }),
      false,
      false,
    ],
  ])("%s", async (_, given, express, ecs) => {
    const { group } = await convert(given);
    const [{ verdicts } = { verdicts: undefined }] = group.services;
    expect([verdicts?.express.go, verdicts?.ecs.go]).toEqual([express, ecs]);
  });

  it("a private one is never made public because Express Mode was asked for", async () => {
    const { group, services } = await convert(
      service({ NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } } }),
      { mode: "express" },
    );
    expect(group.input?.mode).toBe("express");
    expect(services["shop-web"]).toMatchObject({ mode: "ecs", public: false });
  });
});

describe("problems", () => {
  const problems = async (...inputs: { file: string; text: string }[]): Promise<string> =>
    migrate(inputs).then(
      () => "none",
      (error: InputError) => (error instanceof InputError ? error.message : String(error)),
    );

  it.each([
    ["cut-off JSON", { file: "a.json", text: '{\n "Service": {\n  "ServiceName": "x"' }, "a.json:3:"],
    ["YAML that is none", { file: "a.yaml", text: "a: [1\nb: 2" }, "a.yaml:2:1: this is not well-formed YAML"],
    ["HCL that is none", { file: "a.tf", text: 'resource "x" "y" {\n  a = \n}' }, "a.tf:2:"],
    [
      "a value of the wrong kind, by line and path",
      json({ Service: service({ HealthCheckConfiguration: { Interval: 99 } }) }),
      "given.json:15 Service.HealthCheckConfiguration.Interval = 99",
    ],
    ["a list of summaries", json({ ServiceSummaryList: [] }), "Give the answer of: aws apprunner describe-service"],
    [
      "an event of CloudTrail",
      { file: "e.json", text: '{"startCommand":"HIDDEN_DUE_TO_SECURITY_REASONS"}' },
      "CloudTrail has replaced values",
    ],
    ["something else altogether", json({ name: "a-package", version: "1.0.0" }), "this is no definition of App Runner"],
    [
      "no source",
      json({ Service: service({ SourceConfiguration: {} }) }),
      "it has neither ImageRepository nor CodeRepository",
    ],
  ])("%s", async (_, input, says) => {
    expect(await problems(input)).toContain(says);
  });

  it("come all at once", async () => {
    const message = await problems(
      json([{ Service: service({ InstanceConfiguration: { Cpu: "3" } }) }, { Service: service({ ServiceArn: "x" }) }]),
      { file: "b.json", text: "{" },
    );
    expect(message).toContain("3 problems in the input");
  });

  it("do not repeat the value of a variable", async () => {
    expect(
      await problems(json({ Service: running({ RuntimeEnvironmentVariables: { KEY: { inner: "hunter2" } } }) })),
    ).not.toContain("hunter2");
    expect(
      await problems({ file: "a.json", text: '{"RuntimeEnvironmentVariables": {"KEY": "hunter2" "x": 1}}' }),
    ).not.toContain("hunter2");
    expect(await problems({ file: "a.yaml", text: "KEY: hunter2: x" })).not.toContain("hunter2");
  });
});

describe("the report", () => {
  it("accounts for every field, in Markdown and in JSON", async () => {
    const migration = await migrate(definitions("private-with-connector.json", "domain-and-web-acl.json"));
    const text = markdownReport(migration);
    for (const field of [
      "Cpu",
      "KmsKey",
      "SecurityGroups",
      "MaxConcurrency",
      "VpcIngressConnection",
      "EnableWWWSubdomain",
      "WebACL.Rules",
    ])
      expect(text).toContain(field);
    const report = JSON.parse(jsonReport(migration));
    expect(report).toMatchObject({ version: 1, blocked: false });
    expect(report.groups[0].findings.filter(({ rule }: any) => rule === "unknownFields")).toEqual([]);
    for (const finding of report.groups.flatMap((group: any) => group.findings))
      expect(["blocker", "security", "behaviour", "cost", "cosmetic", null]).toContain(finding.severity);
  });

  it("adds up: the sums are those of the lines", async () => {
    const { group } = await convert(service({ InstanceConfiguration: { Cpu: "256", Memory: "512" } }));
    const sum = (lines: readonly { usd: number }[]) =>
      Math.round(lines.reduce((total, { usd }) => total + usd, 0) * 100) / 100;
    expect(group.cost.before.idleUsd).toBe(2.56);
    expect(sum(group.cost.before.busy)).toBeCloseTo(group.cost.before.busyUsd, 2);
    expect(sum(group.cost.after.lines)).toBe(group.cost.after.usd);
    expect(group.cost.after.lines[0]?.usd).toBe(9.01);
  });

  it("moves names by edits of one line, after one change batch", async () => {
    const { group } = only(await migrate(definitions("domain-and-web-acl.json"), { hostedZoneId: "Z1" }));
    const steps = group.cutOver.map(({ title, text, commands }) => [title, text, ...commands].join("\n")).join("\n");
    for (const told of [
      "--hosted-zone-id Z1 ",
      '"SetIdentifier":"other","Weight":100,"AliasTarget":{"DNSName":"front.us-east-1.awsapprunner.com","HostedZoneId":"Z01915732ZBZKC8D32TPT","EvaluateTargetHealth":false}',
      '"Name":"www.example.com"',
      '"Name":"example.com"',
      "`traffic = { express = 10, other = 90 }` → `traffic = { express = 25, other = 75 }`",
      "`traffic = { express = 100 }`",
    ])
      expect(steps).toContain(told);
    expect(steps.match(/aws route53 change-/g)).toHaveLength(1);
  });

  it("says what to do with names outside Route 53", async () => {
    const options = { certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/c" };
    const { group } = only(await migrate(definitions("domain-and-web-acl.json"), options));
    expect(group.cutOver[0]?.text).toContain(
      'Make two CNAMEs with the DNS provider\'s weights, to `front.us-east-1.awsapprunner.com` and to the output `load_balancer_dns_names["express"]`',
    );
  });
});

describe("what belongs together", () => {
  it("is found in a CloudFormation template: a web ACL with its IP set, by its association", async () => {
    const resources = {
      Web: {
        Type: "AWS::AppRunner::Service",
        Properties: { ServiceName: "shop-web", SourceConfiguration: service()["SourceConfiguration"] },
      },
      Office: {
        Type: "AWS::WAFv2::IPSet",
        Properties: { Name: "office", Scope: "REGIONAL", IPAddressVersion: "IPV4", Addresses: ["198.51.100.0/24"] },
      },
      Guard: {
        Type: "AWS::WAFv2::WebACL",
        Properties: {
          Name: "guard",
          DefaultAction: { Block: {} },
          Rules: [
            {
              Name: "office",
              Action: { Allow: {} },
              Statement: { IPSetReferenceStatement: { Arn: { "Fn::GetAtt": ["Office", "Arn"] } } },
            },
          ],
        },
      },
      Link: {
        Type: "AWS::WAFv2::WebACLAssociation",
        Properties: {
          ResourceArn: { "Fn::GetAtt": ["Web", "ServiceArn"] },
          WebACLArn: { "Fn::GetAtt": ["Guard", "Arn"] },
        },
      },
    };
    const { group } = only(await migrate([json({ Resources: resources })]));
    expect(group.input?.allowed_cidrs).toEqual(["198.51.100.0/24"]);
  });

  it("is found by ARN across files, and what belongs to nothing is named", async () => {
    const other = "arn:aws:apprunner:us-east-1:123456789012:service/other/1";
    const { groups, notRead } = await migrate([
      json({ Service: service() }, "a.json"),
      json({ Service: service({ ServiceName: "shop-api", ServiceArn: other }) }, "b.json"),
      json(
        {
          ServiceArn: other,
          DNSTarget: "x",
          CustomDomains: [{ DomainName: "api.example.com", EnableWWWSubdomain: false, Status: "active" }],
        },
        "domains.json",
      ),
      json({ Tags: [{ Key: "a", Value: "b" }] }, "tags.json"),
    ]);
    expect(groups.map(({ services }) => services.map(({ key }) => key))).toEqual([["shop-web"], ["api"]]);
    expect(notRead).toEqual([
      expect.objectContaining({
        where: expect.stringContaining("tags.json"),
        why: "this Tags belongs to none of the services that were given",
      }),
    ]);
  });

  it("is one service when the same ARN is given twice", async () => {
    const { groups, notRead } = await migrate([json({ Service: service() }, "a.json"), json(service(), "b.json")]);
    expect(groups.flatMap(({ services }) => services)).toHaveLength(1);
    expect(notRead[0]?.where).toContain("b.json");
  });

  it("is told apart: services for different clients are different groups", async () => {
    const bundle = (name: string, block: string) => ({
      Service: service({ ServiceName: name, ServiceArn: `arn:aws:apprunner:us-east-1:123456789012:service/${name}/1` }),
      WebACL: {
        Name: name,
        DefaultAction: { Block: {} },
        Rules: [{ Name: "in", Action: { Allow: {} }, Statement: { IPSetReferenceStatement: { ARN: name } } }],
      },
      IPSet: { ARN: name, Addresses: [block] },
    });
    const { groups } = await migrate([
      json([bundle("shop-web", "198.51.100.0/24"), bundle("shop-api", "203.0.113.0/24")]),
    ]);
    expect(groups.map(({ input }) => input?.allowed_cidrs)).toEqual([["198.51.100.0/24"], ["203.0.113.0/24"]]);
  });
});
