import { z } from "zod";
import { approximated, both, honoured, MODES, refused } from "../kit/capability";

/** Where Terraform's provider has no argument that Express has in its API, the way out is the plain track. */
const onPlain = 'set mode = "ecs" for this service';

/** A service's name: a DNS label, because other services reach it by it. */
export const serviceName = z
  .string()
  .regex(/^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/)
  .meta({
    why: "a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen",
    fix: "Rename the service",
  });

const environmentName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/)
  .meta({
    why: "the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`",
    fix: "Rename the variable",
  });

const guide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";

export const scaling = z
  .strictObject({
    min_task_count: z
      .int()
      .min(1)
      .max(100)
      .default(1)
      .meta({
        description: "Tasks that run at the least.",
        unit: "tasks",
        capability: both,
        source: `${guide}/express-service-work.html`,
      }),
    max_task_count: z
      .int()
      .min(1)
      .max(100)
      .default(20)
      .meta({
        description: "Tasks that run at the most. Express Mode's own default.",
        unit: "tasks",
        capability: both,
        source: `${guide}/express-service-work.html`,
      }),
    auto_scaling_metric: z
      .enum(["AVERAGE_CPU", "AVERAGE_MEMORY", "REQUEST_COUNT_PER_TARGET"])
      .default("AVERAGE_CPU")
      .meta({
        description: "What the number of tasks follows.",
        capability: both,
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExpressGatewayScalingTarget.html",
      }),
    auto_scaling_target_value: z.int().min(1).max(100000).default(60).meta({
      description: "The value of the metric to keep: percent for CPU and memory, requests for each task for requests.",
      capability: both,
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExpressGatewayScalingTarget.html",
    }),
  })
  .prefault({})
  .meta({ description: "How many tasks run. Once a service exists, autoscaling owns the number." });

const noProxy = (option: string) =>
  refused("no proxy of Service Connect stands between services on Express Mode", `leave ${option} out`);

const connect = `${guide}/service-connect-concepts.html`;

export const serviceConnect = z
  .strictObject({
    idle_timeout_seconds: z
      .int()
      .min(0)
      .max(2147483647)
      .default(300)
      .meta({
        description:
          "How long a connection from a caller may stay idle; 0 is for ever. Longer than the longest silence of a stream.",
        unit: "seconds",
        capability: { express: noProxy("idle_timeout_seconds"), ecs: honoured },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html",
      }),
    per_request_timeout_seconds: z
      .int()
      .min(0)
      .max(2147483647)
      .default(15)
      .meta({
        description:
          "How long an answer to a caller may take in all; 0 is for ever. Raise it for slow endpoints, streams and long polling.",
        unit: "seconds",
        capability: { express: noProxy("per_request_timeout_seconds"), ecs: honoured },
        source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html",
      }),
    proxy_cpu: z
      .int()
      .min(0)
      .max(32768)
      .default(256)
      .meta({
        description:
          "CPU units added to the task for the proxy; the task gets the smallest size that Fargate offers above the sum. AWS advises 256, and 512 above 500 requests a second in a task. With 0 here and in proxy_memory the proxy shares what `cpu` and `memory` say.",
        unit: "CPU units",
        capability: { express: approximated("there is no proxy, so nothing is added"), ecs: honoured },
        source: connect,
      }),
    proxy_memory: z
      .int()
      .min(0)
      .max(249856)
      .default(64)
      .meta({
        description:
          "Memory added to the task for the proxy. AWS advises 64, and 128 in a namespace of more than 100 services or 2,000 tasks.",
        unit: "MiB",
        capability: { express: approximated("there is no proxy, so nothing is added"), ecs: honoured },
        source: connect,
      }),
  })
  .prefault({})
  .meta({
    description:
      "The proxy that Service Connect runs in each task of a plain service that calls another plain service or is called by one. The timeouts are of calls to this service.",
  });

/** One service, whichever track it runs on. Terraform's names; the TypeScript props are the same in camelCase. */
export const service = z.strictObject({
  image: z.string().min(1).meta({
    description: "The container image. A digest or a fixed tag, so that a deployment is what was tested.",
    example: "public.ecr.aws/nginx/nginx:1.29",
    why: "a service needs a container image",
    fix: "Write the image with its tag or digest",
    reference: true,
    capability: both,
  }),
  port: z.int().min(1).max(65535).meta({
    description: "The port the container listens on, without TLS.",
    fix: "Write the port the container listens on",
    capability: both,
  }),
  app_protocol: z
    .enum(["http", "http2", "grpc"])
    .default("http")
    .meta({
      description:
        "What the container speaks on its port: HTTP/1.1, HTTP/2 without TLS, or gRPC. Its callers' proxies and the load balancer speak the same.",
      capability: {
        express: refused("Express Mode's load balancer speaks HTTP/1.1 to its tasks", onPlain),
        ecs: honoured,
      },
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
    }),
  mode: z.enum(MODES).optional().meta({
    description: "The track of this one service.",
    default_is: "the group's `mode`",
    capability: both,
  }),
  health_check_path: z
    .string()
    .regex(/^\/[^\s]*$/)
    .default("/")
    .meta({
      description:
        "What the load balancer asks for to know that a task is well; anything but a 200 is a failure. A wrong path shows up as a 503.",
      why: "a health check path starts with `/` and holds no space",
      fix: 'Write a path such as "/healthz"',
      capability: both,
      source: `${guide}/express-service-work.html`,
    }),
  public: z
    .boolean()
    .default(true)
    .meta({
      description:
        "Whether the load balancer serves it to the allowed CIDRs. A service that is not public is reached by `connects_to` alone.",
      capability: {
        express: refused(
          "Express Mode puts every service behind its load balancer, with a public host name when its subnets are public",
          onPlain,
        ),
        ecs: honoured,
      },
    }),
  connects_to: z
    .array(serviceName)
    .default([])
    .meta({
      description:
        "Services it calls. For each one the container gets `<NAME>_URL`, a private address that no allowlist, NAT gateway or domain stands between.",
      capability: {
        express: approximated(
          "Cloud Map private DNS: no retries and no metrics of Service Connect; a stopped task is forgotten within the record's 10 seconds",
        ),
        ecs: honoured,
      },
    }),
  service_connect: serviceConnect,
  environment: z.record(environmentName, z.string()).default({}).meta({
    description: "Environment variables, in plain text. Secrets go to `secrets`.",
    capability: both,
  }),
  secrets: z
    .record(
      environmentName,
      z
        .string()
        .regex(/^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\/)[^\s]+$/)
        .meta({
          why: "a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name",
          fix: "Write the ARN",
          secret: true,
          reference: true,
        }),
    )
    .default({})
    .meta({
      description:
        "Environment variables read from Secrets Manager or SSM when a task starts: name to ARN. The execution role may read exactly these.",
      capability: both,
      source: `${guide}/specifying-sensitive-data.html`,
    }),
  secrets_kms_key_arns: z
    .array(
      z.string().min(1).meta({ why: "a KMS key is named by its ARN", fix: "Write the key's ARN", reference: true }),
    )
    .default([])
    .meta({
      description: "Customer managed KMS keys that encrypt those secrets, for the execution role to decrypt with.",
      capability: both,
    }),
  command: z.array(z.string()).default([]).meta({
    description: "Words of the command that replaces the image's own.",
    default_is: "the image's command",
    capability: both,
  }),
  cpu: z
    .int()
    .default(512)
    .meta({
      description:
        "CPU units of a task; 1024 are one vCPU. Only certain pairs with `memory` exist. A task with a proxy of Service Connect gets more: `service_connect.proxy_cpu`.",
      unit: "CPU units",
      capability: { express: approximated("256 to 4096; larger sizes are refused"), ecs: honoured },
      source: `${guide}/fargate-tasks-services.html`,
    }),
  memory: z
    .int()
    .default(1024)
    .meta({
      description: "Memory of a task.",
      unit: "MiB",
      capability: { express: approximated("512 to 8192; larger sizes are refused"), ecs: honoured },
      source: `${guide}/fargate-tasks-services.html`,
    }),
  scaling,
  cpu_architecture: z
    .enum(["X86_64", "ARM64"])
    .default("X86_64")
    .meta({
      description: "The processor the image is built for.",
      capability: {
        express: refused("the provider's Express resource has no argument for the processor", onPlain),
        ecs: honoured,
      },
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html",
    }),
  capacity_provider: z
    .enum(["FARGATE", "FARGATE_SPOT"])
    .default("FARGATE")
    .meta({
      description:
        "Where tasks run. Spot is cheaper and takes a task away with two minutes' warning; one task stays on demand.",
      capability: {
        express: refused("Express Mode runs every task on the FARGATE capacity provider", onPlain),
        ecs: honoured,
      },
      source: `${guide}/fargate-capacity-providers.html`,
    }),
  enable_execute_command: z
    .boolean()
    .default(false)
    .meta({
      description:
        "Whether `aws ecs execute-command` may open a shell in a task; adds the SSM messages permission to the task role.",
      capability: {
        express: refused("Express Mode has no argument for ECS Exec", onPlain),
        ecs: honoured,
      },
      source: `${guide}/ecs-exec.html`,
    }),
  listener_port: z
    .int()
    .min(1)
    .max(65535)
    .optional()
    .meta({
      description:
        "The load balancer's port for this service when the group has no domain. Two services of a group cannot share one.",
      default_is: "`port`",
      fix: "Write a free port",
      capability: {
        express: refused(
          "Express Mode serves every service on port 443 of a host name of its own",
          "leave listener_port out",
        ),
        ecs: honoured,
      },
    }),
  listener_rule_priority: z
    .int()
    .min(1)
    .max(50000)
    .optional()
    .meta({
      description: "Pins the priority of the service's rule on the HTTPS listener of a group with a domain.",
      default_is: "derived from the name, so that a new service never moves a neighbour's",
      capability: {
        express: refused("the listener rule is Express Mode's own", "leave listener_rule_priority out"),
        ecs: honoured,
      },
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html",
    }),
  health_check_grace_period_seconds: z
    .int()
    .min(0)
    .max(2147483647)
    .default(300)
    .meta({
      description: "How long a starting task may fail its health check. Express Mode's own default.",
      unit: "seconds",
      capability: {
        express: refused("Express Mode always waits 300 seconds", "leave health_check_grace_period_seconds out"),
        ecs: honoured,
      },
      source: `${guide}/express-service-work.html`,
    }),
  security_group_ids: z
    .array(
      z
        .string()
        .min(1)
        .meta({ why: "a security group is named by its id", fix: "Write the group's id", reference: true }),
    )
    .default([])
    .meta({
      description:
        "Security groups of yours that the tasks carry besides the service's own, such as one that a database admits already. An interface takes five; two are the group's, and on Express Mode one is AWS's.",
      capability: both,
      source: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
    }),
  task_role: z
    .strictObject({
      arn: z.string().min(1).meta({
        description: "The role's ARN.",
        why: "a role is named by its ARN",
        fix: "Write the role's ARN",
        reference: true,
        capability: both,
      }),
    })
    .optional()
    .meta({
      description: "An existing role for the application's own calls to AWS; it must trust `ecs-tasks.amazonaws.com`.",
      default_is: "a role without permissions is made, and its ARN is in the output `task_role_arns`",
    }),
  execution_role: z
    .strictObject({
      arn: z.string().min(1).meta({
        description: "The role's ARN.",
        why: "a role is named by its ARN",
        fix: "Write the role's ARN",
        reference: true,
        capability: both,
      }),
    })
    .optional()
    .meta({
      description:
        "An existing role that starts the tasks; it must trust `ecs-tasks.amazonaws.com`, and be allowed to fetch the image, write the log and read the secrets. Nothing is added to it.",
      default_is: "a role that may do just that is made",
      source: `${guide}/task_execution_IAM_role.html`,
    }),
  log_group: z
    .strictObject({
      name: z.string().min(1).meta({
        description: "The log group's name.",
        why: "a log group is named by its name",
        fix: "Write the log group's name",
        reference: true,
        capability: both,
      }),
    })
    .optional()
    .meta({
      description: "An existing log group for what the container prints. Its retention stays what it is.",
      default_is: "one is made, kept for `log_retention_in_days`",
    }),
});

export type Service = z.infer<typeof service>;
