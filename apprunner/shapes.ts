import { z } from "zod";

/**
 * The answers of App Runner's read calls, as far as this project looks at them. Members it does not know pass, and are
 * listed in the report. Ranges and enums as the service's API model has them (2020-05-15).
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/api/API_Service.html
 */
const arn = z.string().meta({ why: "it is named by its ARN", fix: "Write the ARN" });
const environment = z.record(z.string(), z.string().meta({ secret: true })).meta({ secret: true });
const count = (from: number, to: number) => z.int().min(from).max(to);

/** Memory in GB that App Runner offers for each number of vCPUs. @see https://docs.aws.amazon.com/apprunner/latest/dg/architecture.html */
export const SIZES: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024],
  512: [1024],
  1024: [2048, 3072, 4096],
  2048: [4096, 6144],
  4096: [8192, 10240, 12288],
};

export const imageConfiguration = z.looseObject({
  Port: z
    .string()
    .regex(/^[0-9]{1,5}$/)
    .meta({ why: "a port is a number from 1 to 65535", fix: "Write the port the container listens on" })
    .optional(),
  StartCommand: z.string().meta({ secret: true }).optional(),
  RuntimeEnvironmentVariables: environment.optional(),
  RuntimeEnvironmentSecrets: environment.optional(),
});

const sourceConfiguration = z
  .looseObject({
    ImageRepository: z
      .looseObject({
        ImageIdentifier: z.string().min(1).meta({ why: "an image has a name", fix: "Write the image" }),
        ImageRepositoryType: z.enum(["ECR", "ECR_PUBLIC"]).optional(),
        ImageConfiguration: imageConfiguration.optional(),
      })
      .optional(),
    CodeRepository: z
      .looseObject({
        RepositoryUrl: z.string().optional(),
        SourceDirectory: z.string().optional(),
        SourceCodeVersion: z.looseObject({ Type: z.string().optional(), Value: z.string().optional() }).optional(),
        CodeConfiguration: z
          .looseObject({
            ConfigurationSource: z.enum(["REPOSITORY", "API"]).optional(),
            CodeConfigurationValues: imageConfiguration
              .extend({ Runtime: z.string().optional(), BuildCommand: z.string().meta({ secret: true }).optional() })
              .optional(),
          })
          .optional(),
      })
      .optional(),
    AutoDeploymentsEnabled: z.boolean().optional(),
    AuthenticationConfiguration: z
      .looseObject({ ConnectionArn: arn.optional(), AccessRoleArn: arn.optional() })
      .optional(),
  })
  .meta({ description: "What the service runs: ImageRepository or CodeRepository" });

export const service = z.looseObject({
  ServiceName: z.string().min(1).max(256).meta({ why: "it is a service's name", fix: "Write the service's name" }),
  ServiceId: z.string().optional(),
  ServiceArn: z
    .string()
    .regex(/^arn:[a-z-]+:apprunner:[a-z0-9-]+:[0-9]{12}:service\/[^\s]+$/)
    .meta({
      why: "it is not the ARN of an App Runner service",
      fix: "Write arn:aws:apprunner:<region>:<account>:service/<name>/<id>",
    })
    .optional(),
  ServiceUrl: z.string().optional(),
  Status: z.string().optional(),
  SourceConfiguration: sourceConfiguration,
  InstanceConfiguration: z
    .looseObject({
      Cpu: z.enum(["256", "512", "1024", "2048", "4096"]).optional(),
      Memory: z.enum(["512", "1024", "2048", "3072", "4096", "6144", "8192", "10240", "12288"]).optional(),
      InstanceRoleArn: arn.optional(),
    })
    .optional(),
  EncryptionConfiguration: z.looseObject({ KmsKey: arn.optional() }).optional(),
  HealthCheckConfiguration: z
    .looseObject({
      Protocol: z.enum(["TCP", "HTTP"]).optional(),
      Path: z.string().optional(),
      Interval: count(1, 20).optional(),
      Timeout: count(1, 20).optional(),
      HealthyThreshold: count(1, 20).optional(),
      UnhealthyThreshold: count(1, 20).optional(),
    })
    .optional(),
  AutoScalingConfigurationArn: arn.optional(),
  AutoScalingConfigurationSummary: z
    .looseObject({ AutoScalingConfigurationArn: arn.optional(), AutoScalingConfigurationName: z.string().optional() })
    .optional(),
  NetworkConfiguration: z
    .looseObject({
      EgressConfiguration: z
        .looseObject({ EgressType: z.enum(["DEFAULT", "VPC"]).optional(), VpcConnectorArn: arn.optional() })
        .optional(),
      IngressConfiguration: z.looseObject({ IsPubliclyAccessible: z.boolean().optional() }).optional(),
      IpAddressType: z.enum(["IPV4", "DUAL_STACK"]).optional(),
    })
    .optional(),
  ObservabilityConfiguration: z
    .looseObject({ ObservabilityEnabled: z.boolean().optional(), ObservabilityConfigurationArn: arn.optional() })
    .optional(),
});

export const autoScalingConfiguration = z.looseObject({
  AutoScalingConfigurationArn: arn.optional(),
  MaxConcurrency: count(1, 200).optional(),
  MinSize: count(1, 25).optional(),
  MaxSize: count(1, 1000).optional(),
});

export const vpcConnector = z.looseObject({
  VpcConnectorArn: arn.optional(),
  Subnets: z.array(z.string()).default([]),
  SecurityGroups: z.array(z.string()).default([]),
});

export const customDomains = z.looseObject({
  ServiceArn: arn.optional(),
  DNSTarget: z.string().optional(),
  CustomDomains: z.array(
    z.looseObject({
      DomainName: z.string(),
      EnableWWWSubdomain: z.boolean().optional(),
      Status: z.string().optional(),
    }),
  ),
});

export const observabilityConfiguration = z.looseObject({
  ObservabilityConfigurationArn: arn.optional(),
  TraceConfiguration: z.looseObject({ Vendor: z.string().optional() }).optional(),
});

export const vpcIngressConnection = z.looseObject({
  VpcIngressConnectionArn: arn.optional(),
  ServiceArn: arn.optional(),
  AccountId: z.string().optional(),
  DomainName: z.string().optional(),
  IngressVpcConfiguration: z
    .looseObject({ VpcId: z.string().optional(), VpcEndpointId: z.string().optional() })
    .optional(),
});

export const webAcl = z.looseObject({
  Name: z.string().optional(),
  ARN: z.string().optional(),
  DefaultAction: z.looseObject({}).optional(),
  Rules: z
    .array(
      z.looseObject({
        Name: z.string().optional(),
        Statement: z.looseObject({}).optional(),
        Action: z.looseObject({}).optional(),
        OverrideAction: z.looseObject({}).optional(),
      }),
    )
    .default([]),
});

export const ipSet = z.looseObject({
  ARN: z.string().optional(),
  Name: z.string().optional(),
  Addresses: z.array(z.string()).default([]),
});

/** The member of an API answer that holds each kind. */
export const KINDS = {
  Service: service,
  AutoScalingConfiguration: autoScalingConfiguration,
  VpcConnector: vpcConnector,
  CustomDomains: customDomains,
  ObservabilityConfiguration: observabilityConfiguration,
  VpcIngressConnection: vpcIngressConnection,
  WebACL: webAcl,
  IPSet: ipSet,
} as const;

export type Kind = keyof typeof KINDS | "Tags";
