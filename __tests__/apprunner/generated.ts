import * as fc from "fast-check";
import { SIZES } from "../../apprunner/shapes";

const account = "123456789012";
const region = fc.constantFrom("us-east-1", "eu-west-1", "ap-northeast-1");
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });
const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/);
const variable = fc.oneof(
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,20}$/),
  fc.constantFrom("PORT", "for", "null", "a.b", "with-dash", "DB_PASSWORD", "1st", "with space"),
);
const value = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }).map((text) => text.replaceAll("\0", "")),
  fc.constantFrom("${x}", "$${x}", "%{if}", 'a"b\\', "line\nbreak", "\ttab", "é😀", "postgres://u:p@h/db"),
);
const size = fc.constantFrom(
  ...Object.entries(SIZES).flatMap(([cpu, memories]) =>
    memories.map((memory) => ({ Cpu: cpu, Memory: String(memory) })),
  ),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const secretReference = (where: string) =>
  fc.oneof(
    hex(6).map((suffix) => `arn:aws:secretsmanager:${where}:${account}:secret:app/key-${suffix}:json::`),
    fc.stringMatching(/^\/?[a-z]{1,8}(\/[a-z]{1,8}){0,2}$/),
    hex(4).map((suffix) => `arn:aws:ssm:${where}:${account}:parameter/app/${suffix}`),
  );

const configuration = (where: string) =>
  fc.record(
    {
      Port: fc.oneof(fc.integer({ min: 1, max: 65535 }).map(String), fc.integer({ min: 1, max: 65535 })),
      StartCommand: fc.oneof(
        fc.constantFrom(
          "node server.js",
          "a && b",
          'sh -c "x y"',
          "run --port=$PORT",
          "it's",
          "FOO=1 run",
          "cat *.txt",
          "a # b",
          "   ",
        ),
        fc.string({ maxLength: 30 }).map((text) => text.replaceAll("\0", "")),
      ),
      RuntimeEnvironmentVariables: fc.dictionary(variable, value, { maxKeys: 6 }),
      RuntimeEnvironmentSecrets: fc.dictionary(variable, secretReference(where), { maxKeys: 3 }),
    },
    { requiredKeys: [] },
  );

const source = (where: string) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        ImageRepository: fc.record({
          ImageIdentifier: fc.constantFrom(
            `${account}.dkr.ecr.${where}.amazonaws.com/app:1.2`,
            "public.ecr.aws/example/app@sha256:00",
            `${account}.dkr.ecr.${where}.amazonaws.com/team/app`,
          ),
          ImageRepositoryType: fc.constantFrom("ECR", "ECR_PUBLIC"),
          ImageConfiguration: optional(configuration(where)),
        }),
        AutoDeploymentsEnabled: optional(fc.boolean()),
      }),
    },
    {
      weight: 1,
      arbitrary: configuration(where).map((values) => ({
        CodeRepository: {
          RepositoryUrl: "https://github.com/example/app",
          SourceCodeVersion: { Type: "BRANCH", Value: "main" },
          CodeConfiguration: {
            ConfigurationSource: "API",
            CodeConfigurationValues: { Runtime: "NODEJS_18", ...values },
          },
        },
      })),
    },
  );

const second = fc.integer({ min: 1, max: 20 });
const healthCheck = fc.record(
  {
    Protocol: fc.constantFrom("TCP", "HTTP"),
    Path: fc.oneof(fc.constantFrom("/", "/healthz?full=1", "no-slash", "/a b"), fc.webPath()),
    Interval: second,
    Timeout: second,
    HealthyThreshold: second,
    UnhealthyThreshold: second,
  },
  { requiredKeys: [] },
);

/** A service with its companions in one object, as App Runner's API may answer. */
export const service: fc.Arbitrary<Record<string, unknown>> = region.chain((where) => {
  const arn = (kind: string, id: string) => `arn:aws:apprunner:${where}:${account}:${kind}/${id}`;
  const connector = arn("vpcconnector", "inside/1/0");
  const scaling = arn("autoscalingconfiguration", "own/1/1");
  return fc
    .record({
      service: fc.record(
        {
          ServiceName: name,
          ServiceUrl: hex(8).map((id) => `${id}.${where}.awsapprunner.com`),
          Status: fc.constantFrom("RUNNING", "PAUSED", "OPERATION_IN_PROGRESS", "CREATE_FAILED"),
          SourceConfiguration: source(where),
          InstanceConfiguration: optional(
            size.chain((pair) =>
              fc.record(
                {
                  Cpu: fc.constant(pair.Cpu),
                  Memory: fc.constant(pair.Memory),
                  InstanceRoleArn: fc.constant(`arn:aws:iam::${account}:role/app`),
                },
                { requiredKeys: ["Cpu", "Memory"] },
              ),
            ),
          ),
          HealthCheckConfiguration: healthCheck,
          NetworkConfiguration: fc.record(
            {
              EgressConfiguration: fc.constantFrom(
                { EgressType: "DEFAULT" },
                { EgressType: "VPC", VpcConnectorArn: connector },
              ),
              IngressConfiguration: fc.record({ IsPubliclyAccessible: fc.boolean() }),
              IpAddressType: fc.constantFrom("IPV4", "DUAL_STACK"),
            },
            { requiredKeys: [] },
          ),
          EncryptionConfiguration: fc.constant({ KmsKey: `arn:aws:kms:${where}:${account}:key/k` }),
          ObservabilityConfiguration: fc.record({ ObservabilityEnabled: fc.boolean() }),
        },
        { requiredKeys: ["ServiceName", "SourceConfiguration"] },
      ),
      id: hex(32),
      scaling: optional(
        fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 200 })),
      ),
      connector: fc.boolean(),
      domains: fc.array(
        fc.record({
          DomainName: fc.oneof(fc.domain(), fc.constantFrom("*.example.com", "api.example.com")),
          EnableWWWSubdomain: fc.boolean(),
          Status: fc.constant("active"),
        }),
        { maxLength: 2 },
      ),
      tags: fc.array(fc.record({ Key: fc.string({ minLength: 1, maxLength: 20 }), Value: value }), { maxLength: 3 }),
    })
    .map(({ service: own, id, scaling: numbers, connector: given, domains, tags }) => ({
      Service: {
        ...own,
        ServiceArn: arn("service", `${own.ServiceName}/${id}`),
        ServiceId: id,
        AutoScalingConfigurationSummary: { AutoScalingConfigurationArn: scaling },
      },
      ...(numbers
        ? {
            AutoScalingConfiguration: {
              AutoScalingConfigurationArn: scaling,
              MinSize: numbers[0],
              MaxSize: numbers[0] + numbers[1],
              MaxConcurrency: numbers[2],
            },
          }
        : {}),
      ...(given
        ? { VpcConnector: { VpcConnectorArn: connector, Subnets: ["subnet-1", "subnet-2"], SecurityGroups: ["sg-1"] } }
        : {}),
      CustomDomains: domains,
      Tags: tags,
    }));
});
