import { z } from "zod";
import { approximated, both, honoured, MODES, refused } from "../kit/capability";
import type { Rule } from "../kit/rule";
import { LOG_RETENTION_DAYS, NETWORK_ACL_RULES, NETWORK_ACL_RULES_MAX } from "./limits";
import { loadBalancer } from "./load-balancer";
import { service, serviceName } from "./service";
import { acceptUrlChanges, groupStandbyMode, groupTraffic } from "./standby";

const GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";

/** A group's name: it begins the name of most things made for the group. */
export const groupName = z
  .string()
  .regex(/^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/)
  .meta({
    description: "The name of the group of services; it begins the name of what is made for it.",
    example: "shop",
    why: "the name is also the load balancer's: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen",
    fix: "Shorten or rename it",
    capability: both,
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
  });

export const mode = z.enum(MODES).meta({
  description:
    'The switch: "express" runs the services on ECS Express Mode, "ecs" on plain ECS Fargate with Service Connect.',
  capability: both,
});

export const allowedCidrs = z
  .array(z.string())
  .min(1)
  .meta({
    description:
      'CIDR blocks that may reach the load balancer, IPv4 and IPv6. "0.0.0.0/0" opens it to every IPv4 address, "::/0" to every IPv6 address.',
    example: ["203.0.113.0/24"],
    why: "nobody could reach the services, and nothing is open that was not written down",
    fix: 'List the blocks to admit, or "0.0.0.0/0" and "::/0" to admit everyone',
    capability: both,
  });

export const tags = z.record(z.string(), z.string()).default({}).meta({
  description: "Tags of everything that is made.",
  capability: both,
});

export const vpc = z
  .strictObject({
    id: z.string().min(1).meta({
      description: "The VPC.",
      why: "a VPC is named by its id",
      fix: "Write the VPC's id",
      reference: true,
      capability: both,
    }),
    public_subnet_ids: z.array(z.string()).min(2).meta({
      description:
        "Subnets with a route to an internet gateway, in two availability zones or more, with eight free addresses each.",
      why: "a load balancer needs subnets in two availability zones",
      fix: "List public subnets of two zones or more",
      capability: both,
      source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html",
    }),
    private_subnet_ids: z
      .array(z.string())
      .default([])
      .meta({
        description: "Subnets without such a route, for the tasks.",
        default_is:
          "the tasks run in the public subnets, with a public address and no way in but from the load balancer and the group",
        capability: {
          express: approximated(
            "for services that are not public: Express Mode puts the tasks of a public one into the load balancer's subnets",
          ),
          ecs: honoured,
        },
      }),
    ipv6: z
      .boolean()
      .default(false)
      .meta({
        description: "Whether the subnets have IPv6 ranges; the load balancer is then dual-stack.",
        capability: { express: approximated("Express decides by the subnets themselves"), ecs: honoured },
      }),
    manage_network_acl: z.boolean().default(false).meta({
      description:
        "Whether the public subnets' network ACL is replaced by one that admits the allowed CIDRs only. Everything else in these subnets is then under it too.",
      capability: both,
    }),
    secondary_cidr_blocks: z
      .array(z.string())
      .default([])
      .meta({
        description:
          "The VPC's IPv4 ranges besides its first, which the network ACL of `manage_network_acl` admits too, by a rule each. With that, one that is missing is refused at plan.",
        example: ["100.64.0.0/16"],
        capability: both,
        source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
      }),
  })
  .optional()
  .meta({ description: "An existing VPC to run in.", default_is: "a VPC is made as `network` says" });

export const network = z
  .strictObject({
    cidr_block: z
      .string()
      .regex(/^([0-9]{1,3}\.){3}[0-9]{1,3}\/(1[6-9]|20)$/)
      .default("10.0.0.0/16")
      .meta({
        description: "The VPC's IPv4 range, /16 to /20; every subnet gets a sixteenth of it.",
        why: "the VPC's range is an IPv4 block of /16 to /20",
        fix: 'Write a block such as "10.0.0.0/16"',
        capability: both,
      }),
    availability_zones: z
      .array(z.string())
      .default([])
      .meta({
        description: "Zones to use, by name.",
        example: ["us-east-1a", "us-east-1b"],
        default_is:
          "every zone of the region; the first Express service fixes the zones of its load balancer, so all from the start",
        capability: both,
      }),
    nat_gateway: z
      .enum(["none", "single", "per_az"])
      .default("none")
      .meta({
        description: "NAT gateways, and private subnets for the tasks behind them. About 33 USD a month each.",
        capability: {
          express: approximated(
            "the private subnets are for services that are not public: Express Mode puts the tasks of a public one into the load balancer's subnets",
          ),
          ecs: honoured,
        },
      }),
    vpc_endpoints: z
      .boolean()
      .default(false)
      .meta({
        description:
          "VPC endpoints for ECR, S3, logs, Secrets Manager and SSM, and private subnets for the tasks; no other way out.",
        capability: {
          express: approximated("the private subnets are for services that are not public"),
          ecs: honoured,
        },
      }),
    kms_endpoint: z
      .boolean()
      .default(false)
      .meta({
        description:
          "One more VPC endpoint, for KMS: a shell of ECS Exec needs it under `execute_command.kms_key_arn`.",
        capability: { express: approximated("unused: there are no shells on Express Mode"), ecs: honoured },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
      }),
    manage_network_acl: z.boolean().default(true).meta({
      description:
        "Whether the network ACL of the public subnets admits the allowed CIDRs only. Without it, Express Mode's load balancer is open at layer 4 and only the web ACL holds.",
      capability: both,
    }),
    network_acl_rules: z.int().min(NETWORK_ACL_RULES).max(NETWORK_ACL_RULES_MAX).default(NETWORK_ACL_RULES).meta({
      description: "The account's quota of rules for a network ACL, each way.",
      fix: "Write the quota that Service Quotas shows",
      capability: both,
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
    }),
  })
  .prefault({})
  .meta({ description: "The VPC to make. Ignored when `vpc` is given." });

export const domain = z
  .strictObject({
    name: z
      .string()
      .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/)
      .meta({
        description: "The domain; service `api` of `example.com` is `https://api.example.com`.",
        why: "it is not a domain name in lower case",
        fix: 'Write a name such as "example.com"',
      }),
    zone: z
      .strictObject({
        id: z.string().min(1).meta({
          description: "The public hosted zone's id.",
          why: "a zone is named by its id",
          fix: "Write the zone's id",
          reference: true,
        }),
      })
      .optional()
      .meta({
        description: "The Route 53 zone for the names and the certificate's validation.",
        default_is: "no record is made: point the names at the output `load_balancer_dns_names`",
      }),
    certificate: z
      .strictObject({
        arn: z.string().min(1).meta({
          description: "The certificate's ARN.",
          why: "a certificate is named by its ARN",
          fix: "Write the certificate's ARN",
          reference: true,
        }),
      })
      .optional()
      .meta({
        description: "An ACM certificate that covers the names.",
        default_is: "one is made and validated in `zone`",
      }),
  })
  .optional()
  .meta({
    description:
      "A domain for the public services: HTTPS, one host name for each service that is the same in both modes.",
    default_is: "plain HTTP on the track `ecs`, with a warning; Express Mode has HTTPS on a generated name",
    capability: {
      express: approximated(
        "a workflow puts the names on Express Mode's own listener rules, within a minute of the apply; nothing answers on port 80",
      ),
      ecs: honoured,
    },
  });

export const webAcl = z
  .strictObject({
    enabled: z
      .boolean()
      .default(true)
      .meta({
        description:
          "Whether there is a web ACL. Without it the load balancer's security group alone holds the allowlist.",
        capability: {
          express: refused(
            "the web ACL is the only lock on the requests that reach Express Mode's load balancer",
            "leave web_acl.enabled out",
          ),
          ecs: honoured,
        },
      }),
    rate_limit: z.int().min(10).max(2000000000).optional().meta({
      description: "Requests one address may send in five minutes.",
      unit: "requests",
      default_is: "no limit",
      capability: both,
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html",
    }),
    managed_rule_groups: z
      .array(z.string())
      .default([])
      .meta({
        description: "AWS managed rule groups that also look at requests from the allowed CIDRs.",
        example: ["AWSManagedRulesCommonRuleSet"],
        capability: both,
        source: "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html",
      }),
    logging: z.boolean().default(false).meta({
      description: "Whether blocked requests are logged, without their cookies and authorization header.",
      capability: both,
    }),
  })
  .prefault({})
  .meta({ description: "What the web ACL does besides the allowlist." });

export const serviceConnectTls = z
  .strictObject({
    aws_pca_authority_arn: z.string().min(1).meta({
      description:
        "The ARN of an AWS Private CA that ECS may issue certificates from; it must be active and tagged `AmazonECSManaged` = `true`.",
      why: "a certificate authority is named by its ARN",
      fix: "Write the ARN",
      reference: true,
    }),
    kms_key_arn: z.string().min(1).optional().meta({
      description: "A KMS key for the certificates' private keys; its policy must admit the role that is made.",
      default_is: "an AWS managed key",
      why: "a KMS key is named by its ARN",
      fix: "Write the key's ARN",
      reference: true,
    }),
  })
  .optional()
  .meta({
    description:
      "TLS between the proxies of Service Connect, with certificates that ECS issues and rotates. Callers still write `http://`. A private CA costs 50 to 400 USD a month.",
    default_is: "plain HTTP inside the VPC",
    capability: {
      express: refused(
        "without Service Connect there is no proxy that could encrypt calls",
        'leave service_connect_tls out, or set mode = "ecs"',
      ),
      ecs: honoured,
    },
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-tls.html",
  });

export const logKmsKeyArn = z.string().min(1).optional().meta({
  description:
    "A KMS key that encrypts every log group of the group. Its policy must let CloudWatch Logs of the region use it.",
  default_is: "CloudWatch Logs encrypts with a key of its own",
  why: "a KMS key is named by its ARN",
  fix: "Write the key's ARN",
  reference: true,
  capability: both,
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
});

/** Express Mode has no ECS Exec, and refuses it where a service asks for it; what belongs to the cluster stays through a flip. */
const onlyPlainShells = {
  express: approximated("used by `express_overlay_dev` alone: Express Mode has no ECS Exec"),
  ecs: honoured,
};

export const executeCommand = z
  .strictObject({
    logging: z.boolean().default(false).meta({
      description:
        "Whether what is typed and shown in a shell of ECS Exec is kept, in a log group of its own with the group's retention and key.",
      capability: onlyPlainShells,
      source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
    }),
    kms_key_arn: z.string().min(1).optional().meta({
      description: "A KMS key that encrypts the session between the client and the container, besides TLS.",
      default_is: "TLS alone",
      why: "a KMS key is named by its ARN",
      fix: "Write the key's ARN",
      reference: true,
      capability: onlyPlainShells,
      source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
    }),
  })
  .prefault({})
  .meta({ description: "The cluster's part in ECS Exec, for services with `enable_execute_command`." });

/** What an alarm can look at; also the end of its name. */
export const ALARMS = ["running-tasks", "unhealthy-hosts", "5xx", "latency", "cpu", "memory"] as const;

const percent = (what: string, fallback: number) =>
  z.int().min(1).max(100).default(fallback).meta({ description: what, unit: "percent", capability: both });

export const alarms = z
  .strictObject({
    sns_topic_arns: z
      .array(
        z.string().min(1).meta({ why: "a topic is named by its ARN", fix: "Write the topic's ARN", reference: true }),
      )
      .default([])
      .meta({
        description: "SNS topics that are told when an alarm goes off and when it is over.",
        default_is: "the console shows them and nobody is told",
        capability: both,
      }),
    metrics: z
      .array(z.enum(ALARMS))
      .default([...ALARMS])
      .meta({
        description: "What to look at. Of a service without a load balancer, tasks, CPU and memory alone.",
        capability: both,
      }),
    minutes: z.int().min(1).max(1440).default(5).meta({
      description: "How long a value must be bad, minute after minute, until the alarm goes off.",
      unit: "minutes",
      capability: both,
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
    }),
    error_percent: percent("The share of requests that the service answers with a 5xx, above which `5xx` goes off.", 5),
    latency_milliseconds: z.int().min(1).max(3600000).default(1000).meta({
      description: "The time that 95 of 100 requests stay within, above which `latency` goes off.",
      unit: "milliseconds",
      capability: both,
    }),
    cpu_percent: percent("The average CPU of a service's tasks, above which `cpu` goes off.", 85),
    memory_percent: percent("The average memory of a service's tasks, above which `memory` goes off.", 85),
  })
  .optional()
  .meta({
    description:
      "CloudWatch alarms for each service, named `<group>-<service>-<metric>` in both modes. `{}` makes all six. 1.10 USD a month for a public service, 0.30 for one without a load balancer.",
    default_is: "no alarm",
  });

/** The whole input, in Terraform's names. Everything else that describes an option is derived from here. */
export const input = z.strictObject({
  name: groupName,
  mode,
  standby_mode: groupStandbyMode,
  traffic: groupTraffic,
  accept_url_changes: acceptUrlChanges,
  allowed_cidrs: allowedCidrs,
  services: z.record(serviceName, service).meta({ description: "The services, by name." }),
  vpc,
  network,
  domain,
  web_acl: webAcl,
  load_balancer: loadBalancer,
  service_connect_tls: serviceConnectTls,
  express_load_balancer: z
    .strictObject({
      arn: z
        .string()
        .min(1)
        .meta({
          description: "The load balancer's ARN.",
          why: "a load balancer is named by its ARN",
          fix: "Write the ARN",
          reference: true,
          capability: { express: honoured, ecs: honoured },
        }),
    })
    .optional()
    .meta({
      description: "Express Mode's load balancer, for when AWS does not tell it.",
      default_is: "found from the service's own record",
    }),
  express_ingress_overlay_dev: z
    .boolean()
    .default(false)
    .meta({
      description:
        "For development and test only: whether a workflow takes the rule that is open to the world off the security group of Express Mode's load balancer, and writes `allowed_cidrs` in its place. Express Mode may put it back, and it then stands until the next run.",
      capability: {
        express: approximated("for development and test only: after the fact, within about a minute, again and again"),
        ecs: approximated("unused: the load balancer's security group never has such a rule"),
      },
    }),
  log_retention_in_days: z.literal(LOG_RETENTION_DAYS).default(30).meta({
    description: "How long logs are kept; 0 is for ever.",
    unit: "days",
    capability: both,
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
  }),
  container_insights: z.enum(["disabled", "enabled", "enhanced"]).default("disabled").meta({
    description: "CloudWatch Container Insights of the cluster, billed as custom metrics.",
    capability: both,
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html",
  }),
  cluster: z
    .strictObject({
      name: z.string().min(1).meta({
        description: "The cluster's name.",
        why: "a cluster is named by its name",
        fix: "Write the cluster's name",
        reference: true,
        capability: both,
      }),
    })
    .optional()
    .meta({
      description:
        "An existing ECS cluster to run in. Its settings stay what they are; the capacity providers FARGATE and, for Spot, FARGATE_SPOT must be associated with it.",
      default_is: "one is made",
    }),
  service_connect_namespace: z
    .strictObject({
      arn: z.string().min(1).meta({
        description: "The namespace's ARN.",
        why: "a namespace is named by its ARN",
        fix: "Write the ARN",
        reference: true,
        capability: both,
      }),
    })
    .optional()
    .meta({
      description:
        "An existing Cloud Map namespace for the names of Service Connect. Plain services call each other by them, so two groups in one namespace need different names for their services.",
      default_is: "an HTTP namespace is made",
      source: `${GUIDE}/service-connect-concepts-deploy.html`,
    }),
  infrastructure_role: z
    .strictObject({
      arn: z
        .string()
        .min(1)
        .meta({
          description: "The role's ARN.",
          why: "a role is named by its ARN",
          fix: "Write the role's ARN",
          reference: true,
          capability: { express: honoured, ecs: approximated("unused: no plain service needs it") },
        }),
    })
    .optional()
    .meta({
      description:
        "An existing role for Express Mode to manage its load balancer, certificate and scaling with; it must trust `ecs.amazonaws.com` and outlive the services. Another one later makes the services anew: raise their `generation` with it.",
      default_is: "one is made with AWS's managed policy for it",
      source: `${GUIDE}/infrastructure_IAM_role.html`,
    }),
  iam_role_path: z
    .string()
    .regex(/^\/([!-.0-~]+\/)*$/)
    .default("/")
    .meta({
      description: "The path of every role that is made.",
      example: "/shop/",
      why: "a path begins and ends with a slash",
      fix: 'Write a path such as "/shop/"',
      capability: both,
      source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names",
    }),
  log_kms_key_arn: logKmsKeyArn,
  execute_command: executeCommand,
  alarms,
  dashboard: z.boolean().default(false).meta({
    description:
      "Whether to make a CloudWatch dashboard of the group: requests, 5xx, latency, tasks, CPU, memory, blocked requests. 3 USD a month after the account's first three.",
    capability: both,
    source: "https://aws.amazon.com/cloudwatch/pricing/",
  }),
  permissions_boundary_arn: z.string().min(1).optional().meta({
    description: "A permissions boundary for every role that is made.",
    default_is: "none",
    why: "a policy is named by its ARN",
    fix: "Write the policy's ARN",
    reference: true,
    capability: both,
  }),
  wait_for_steady_state: z.boolean().default(true).meta({
    description:
      "Whether an apply waits until the services run. Express Mode's canary takes about ten minutes. Without it the first apply on Express Mode may end with `ECS does not tell which load balancer serves the services`: apply again.",
    capability: both,
  }),
  tags,
});

export type Input = z.infer<typeof input>;

/** A rule over the whole input. */
export type InputRule = Rule<Input>;
