import { migrate } from "../../apprunner";
import { importsFile } from "../../apprunner/moving-names";
import { SIZES } from "../../apprunner/shapes";
import { clampHealthCheck } from "../../apprunner/rules/health-check";
import { labels } from "../../apprunner/rules/identity";
import { looksSecret } from "../../apprunner/rules/secret-looking";
import { secretArn } from "../../apprunner/rules/secrets";
import { commandWords } from "../../apprunner/rules/start";
import { EXPRESS_MEMORY, FARGATE_MEMORY } from "../../modules/spec/limits";
import { tfvars } from "../../apprunner/output/tfvars";
import { convert, json, running, service } from "./support";

const DOMAIN = {
  domain: "example.com",
  certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555",
};

describe("sizes", () => {
  const pairs = Object.entries(SIZES).flatMap(([cpu, memories]) =>
    memories.map((memory) => ({ cpu: Number(cpu), memory })),
  );

  it("are eleven pairs, all of them Fargate's", () => {
    expect(pairs).toHaveLength(11);
    for (const { cpu, memory } of pairs) expect(FARGATE_MEMORY[cpu]).toContain(memory);
  });

  it.each(pairs)(
    "of $cpu CPU units and $memory MiB go to Express Mode, unless it has no such task",
    async ({ cpu, memory }) => {
      const { group, services } = await convert(
        service({ InstanceConfiguration: { Cpu: String(cpu), Memory: String(memory) } }),
      );
      const fits = EXPRESS_MEMORY[cpu]?.includes(memory);
      expect(group.services[0]?.recommended).toBe(fits ? "express" : "ecs");
      expect(services["shop-web"]).toMatchObject({ cpu, memory });
    },
  );

  it("that are left out are App Runner's own defaults, not Express Mode's", async () => {
    expect((await convert(service())).services["shop-web"]).toMatchObject({ cpu: 1024, memory: 2048 });
  });

  it("that are no pair are refused with those that are", async () => {
    const { group, about } = await convert(service({ InstanceConfiguration: { Cpu: "256", Memory: "4096" } }));
    expect(group.input).toBeUndefined();
    expect(about("Memory")).toMatchObject({
      severity: "blocker",
      do: "Choose one: with 256, App Runner has 512, 1024",
    });
  });
});

describe("the security groups of a VPC connector", () => {
  const connector = "arn:aws:apprunner:us-east-1:123456789012:vpcconnector/c/1/abc";
  const behind = {
    Service: service({
      NetworkConfiguration: {
        EgressConfiguration: { EgressType: "VPC", VpcConnectorArn: connector },
        IngressConfiguration: { IsPubliclyAccessible: true },
      },
    }),
    VpcConnector: { VpcConnectorArn: connector, Subnets: ["subnet-1", "subnet-2"], SecurityGroups: ["sg-1"] },
  };

  it.each(["express", "ecs"] as const)("go onto the tasks in mode %s, once the VPC is named", async (mode) => {
    const { services } = await convert(behind, { mode, vpcId: "vpc-1", publicSubnetIds: ["subnet-8", "subnet-9"] });
    expect(services["shop-web"]).toMatchObject({ security_group_ids: ["sg-1"] });
  });

  it("stay out of the input while it is not: they exist in their own VPC alone", async () => {
    const { services } = await convert(behind);
    expect(services["shop-web"]).not.toHaveProperty("security_group_ids");
  });
});

describe("the port", () => {
  it("is 8080 when it is left out, and the program is told", async () => {
    const { services } = await convert(running({}));
    expect(services["shop-web"]).toMatchObject({ port: 8080, environment: { PORT: "8080" } });
  });

  it("is not told twice when the service sets PORT itself", async () => {
    const { services, about } = await convert(running({ Port: "3000", RuntimeEnvironmentVariables: { PORT: "4000" } }));
    expect(services["shop-web"].environment).toEqual({ PORT: "4000" });
    expect(about("PORT")).toBeUndefined();
  });
});

describe("the start command", () => {
  it.each([
    ["node server.js", ["node", "server.js"]],
    ["run \"two words\" --x='y z'", ["run", "two words", "--x=y z"]],
    ["migrate && serve", ["sh", "-c", "migrate && serve"]],
    ["gunicorn --bind 0.0.0.0:$PORT app", ["sh", "-c", "gunicorn --bind 0.0.0.0:$PORT app"]],
    ["NODE_ENV=production node .", ["sh", "-c", "NODE_ENV=production node ."]],
    ["echo `date`", ["sh", "-c", "echo `date`"]],
    ["ls *.txt", ["sh", "-c", "ls *.txt"]],
    ["a; b", ["sh", "-c", "a; b"]],
    ["it's", ["sh", "-c", "it's"]],
  ])("%s becomes the words that ECS takes", (text, words) => {
    expect(commandWords(text).words).toEqual(words);
  });

  it("is left out when it holds what looks like a secret", async () => {
    const { services, about } = await convert(running({ StartCommand: "serve --db-password=hunter2hunter2" }));
    expect(services["shop-web"]).not.toHaveProperty("command");
    expect(about("StartCommand")).toMatchObject({ severity: "security", to: null });
  });
});

describe("health checks", () => {
  it.each([
    [
      { Interval: 1, Timeout: 1, HealthyThreshold: 1, UnhealthyThreshold: 20 },
      { Interval: 5, Timeout: 2, HealthyThreshold: 2, UnhealthyThreshold: 10 },
    ],
    [
      { Interval: 5, Timeout: 5 },
      { Interval: 6, Timeout: 5, HealthyThreshold: 2, UnhealthyThreshold: 5 },
    ],
    [
      { Interval: 10, Timeout: 5, HealthyThreshold: 3, UnhealthyThreshold: 4 },
      { Interval: 10, Timeout: 5, HealthyThreshold: 3, UnhealthyThreshold: 4 },
    ],
  ])("%j is nearest to %j on a load balancer", (given, nearest) => {
    expect(clampHealthCheck(given)).toEqual(nearest);
  });

  it("over TCP become HTTP on /, and that is said", async () => {
    const { services, about } = await convert(
      service({ HealthCheckConfiguration: { Protocol: "TCP", Path: "/unused", Interval: 5 } }),
    );
    expect(services["shop-web"].health_check_path).toBe("/");
    expect(about("Protocol")).toMatchObject({ severity: "behaviour" });
    expect(about("Interval")).toMatchObject({
      severity: "behaviour",
      to: null,
      what: expect.stringContaining("it was 5"),
    });
  });
});

describe("the numbers of a health check", () => {
  const given = { HealthCheckConfiguration: { Protocol: "HTTP", Path: "/ok", Interval: 2, UnhealthyThreshold: 7 } };

  it("go to plain ECS as near as a load balancer takes them, with App Runner's defaults beside them", async () => {
    const { services, about } = await convert(service(given), { mode: "ecs", ...DOMAIN });
    expect(services["shop-web"].health_check).toEqual({
      interval: 5,
      timeout: 2,
      healthy_threshold: 2,
      unhealthy_threshold: 7,
    });
    expect(about("Interval")).toMatchObject({
      severity: "behaviour",
      to: "services.shop-web.health_check.interval",
      what: "it was 2; a load balancer takes 5 at the nearest",
    });
    expect(about("UnhealthyThreshold")).toMatchObject({ severity: null });
  });

  it("are Express Mode's own there, and nothing is written", async () => {
    const { services, about } = await convert(service(given), { mode: "express" });
    expect(services["shop-web"]).not.toHaveProperty("health_check");
    expect(about("UnhealthyThreshold")).toMatchObject({ severity: "behaviour", to: null });
  });
});

describe("custom domains", () => {
  const bundle = (name: string, ...hosts: string[]) => ({
    Service: service({ ServiceName: name, ServiceArn: `arn:aws:apprunner:us-east-1:123456789012:service/${name}/1` }),
    CustomDomains: hosts.map((DomainName) => ({ DomainName, EnableWWWSubdomain: false, Status: "active" })),
    DNSTarget: "x",
  });
  const HOSTS = ["api.example.com", "example.com", "*.example.com", "a.example.org", "b.example.org", "c.example.org"];
  const ORIGIN = { dns_name: "x", zone_id: "Z01915732ZBZKC8D32TPT" };

  it.each([
    ["ecs", 5],
    ["express", 4],
  ] as const)(
    "are names of the service once there is a certificate: on %s %i at most, no wildcard",
    async (mode, room) => {
      const { services, about } = await convert(bundle("shop-web", ...HOSTS, "d.example.org"), { ...DOMAIN, mode });
      expect(services["api"].host_names).toEqual(HOSTS.filter((host) => !host.startsWith("*")).slice(0, room));
      for (const lost of [2, 6])
        expect(about(`CustomDomains[0].CustomDomains[${lost}].DomainName`)).toMatchObject({
          severity: "behaviour",
          to: null,
          what: expect.stringContaining(`a service has ${room} host names at most`),
        });
    },
  );

  it.each(["express", "ecs"] as const)("lead to App Runner on %s, in the zone that is given", async (mode) => {
    const { group, services } = await convert(bundle("shop-web", "api.example.com"), { mode, hostedZoneId: "Z1" });
    expect(group.input?.domain).toEqual({ name: "example.com", zone: { id: "Z1" } });
    expect(services["api"]).toMatchObject({ other_origin: ORIGIN, traffic: { other: 100 } });
    expect(tfvars(group)).toContain("traffic = { other = 100 }");
  });

  it("are left out where the zone cannot validate their certificate, with the way out", async () => {
    const { services, about } = await convert(bundle("shop-web", ...HOSTS), { hostedZoneId: "Z1" });
    expect(services["api"].host_names).toEqual(["api.example.com", "example.com"]);
    expect(about("CustomDomains[0].CustomDomains[3].DomainName")).toMatchObject({
      to: null,
      what: "a.example.org is not below example.com, whose zone the certificate is validated in",
      do: expect.stringContaining("--certificate-arn"),
    });
  });

  it("stay out of the input until then, and the tfvars say so", async () => {
    const { services, group } = await convert(bundle("shop-web", "api.example.com", "example.com"), { mode: "ecs" });
    expect(services["api"]).not.toHaveProperty("host_names");
    expect(services["api"]).not.toHaveProperty("traffic");
    for (const line of [
      '# host_names = ["api.example.com", "example.com"]',
      "# traffic = { other = 100 }",
      "# domain = {",
    ])
      expect(tfvars(group)).toContain(line);
  });

  it("wait for a zone with their weights when there is a certificate alone", async () => {
    const { services, group } = await convert(bundle("shop-web", "api.example.com", "example.com"), DOMAIN);
    expect(services["api"].host_names).toEqual(["api.example.com", "example.com"]);
    expect(services["api"]).not.toHaveProperty("other_origin");
    expect(tfvars(group)).toContain("# Once `domain` has its Route 53 zone:\n    # other_origin = {");
  });

  it("wait for what an alias names when the files do not hold it, with how to find it", async () => {
    const given = { ...bundle("shop-web", "api.example.com"), DNSTarget: undefined };
    given.Service["ServiceArn"] = undefined;
    const { services, about, group } = await convert(given, { hostedZoneId: "Z1" });
    expect(services["api"]).not.toHaveProperty("other_origin");
    expect(about("CustomDomains[0].DNSTarget")).toMatchObject({
      severity: "behaviour",
      what: expect.stringMatching(/describe-custom-domains.*data source aws_apprunner_hosted_zone_id/),
    });
    expect(tfvars(group)).toContain('#   zone_id  = "<id of data.aws_apprunner_hosted_zone_id in its region>"');
  });

  it("have AAAA records from the start where App Runner answers over IPv6, in a VPC that has it", async () => {
    const given = bundle("shop-web", "api.example.com");
    given.Service["NetworkConfiguration"] = { IpAddressType: "DUAL_STACK" };
    const { group, services } = await convert(given, { hostedZoneId: "Z1" });
    expect(services["api"].other_origin).toEqual({ ...ORIGIN, ipv6: true });
    expect(importsFile(group)).toContain('beside_aaaa["${each.key}/other"]');
    const vpc = { vpcId: "vpc-1", publicSubnetIds: ["subnet-1", "subnet-2"] };
    expect(importsFile((await convert(given, { hostedZoneId: "Z1", ...vpc })).group)).not.toContain("beside_aaaa");
  });

  it("that are the domain itself give the group that domain, and the service its own name", async () => {
    const { group, services } = await convert(bundle("shop-web", "example.com"), { hostedZoneId: "Z1" });
    expect(group.input?.domain?.name).toBe("example.com");
    expect(services["shop-web"].host_names).toEqual(["example.com"]);
  });

  it("of several domains are refused one zone", async () => {
    const two = [bundle("shop-web", "api.example.com"), bundle("shop-api", "api.example.org")];
    await expect(migrate([json(two)], { hostedZoneId: "Z1" })).rejects.toThrow(
      "--hosted-zone-id = Z1: one zone does not hold the names of example.com and example.org",
    );
  });
});

describe("names", () => {
  it("become DNS labels, each one once", () => {
    expect(labels(["Shop_Web", "shop-web", "9lives", "a".repeat(40), "a".repeat(40)])).toEqual([
      "shop-web",
      "shop-web-2",
      "s-9lives",
      "a".repeat(32),
      `${"a".repeat(30)}-2`,
    ]);
  });
});

describe("secrets", () => {
  const place = { partition: "aws", region: "us-east-1", account: "123456789012" };

  it.each([
    ["/shop/db", "arn:aws:ssm:us-east-1:123456789012:parameter/shop/db"],
    ["db", "arn:aws:ssm:us-east-1:123456789012:parameter/db"],
    [
      "arn:aws:secretsmanager:us-east-1:123456789012:secret:a-AbCdEf:key::",
      "arn:aws:secretsmanager:us-east-1:123456789012:secret:a-AbCdEf:key::",
    ],
    ["hunter2 is my secret", undefined],
    ["arn:aws:s3:::bucket", undefined],
  ])("%s is read by ARN", (reference, arn) => {
    expect(secretArn(reference, place)).toBe(arn);
  });

  it("by parameter name are refused when nobody says in which account", async () => {
    const { about } = await convert(running({ RuntimeEnvironmentSecrets: { DB: "db" } }, { ServiceArn: undefined }));
    expect(about("DB")).toMatchObject({ severity: "blocker", do: "Say so: --account 123456789012 --region us-east-1" });
  });

  it.each([
    ["DB_PASSWORD", "x-y-z-1", true],
    ["stripeApiKey", "abcdefgh", true],
    ["DATABASE_URL", "postgres://app:s3cret@db/app", true],
    ["ANYTHING", "AKIAIOSFODNN7EXAMPLE", true],
    ["DATABASE_URL", "postgres://db/app", false],
    ["TOKEN_URL", "https://id.example.com/token", false],
    ["SECRET_ARN", "arn:aws:secretsmanager:us-east-1:123456789012:secret:a", false],
    ["USE_TOKEN", "true", false],
    ["AUTHOR", "Jane", false],
    ["KEYBOARD", "qwerty", false],
    ["LOG_LEVEL", "info", false],
  ])("%s looks like one, or does not", (name, value, secret) => {
    expect(looksSecret(name, value)).toBe(secret);
  });
});
