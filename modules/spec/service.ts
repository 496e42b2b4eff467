import { z } from "zod";
import { approximated, both, honoured, MODES, refused } from "../kit/capability";
import { adopted } from "./adopted";
import {
  containerHealthCheck,
  dependsOn,
  entryPoint,
  initProcessEnabled,
  logRouter,
  readonlyRootFilesystem,
  repositoryCredentials,
  sidecars,
  stopTimeout,
  ulimits,
  volumes,
} from "./containers";
import { expressOverlayDev } from "./express-overlay-dev";
import { expressResource, inTaskDefinition } from "./express-resource";
import { EPHEMERAL_STORAGE, TASKS_PER_SERVICE } from "./limits";
import { environment, secrets } from "./variables";
import { frontDoor } from "./front-door";
import { resolveImageDigest } from "./images";
import { deploymentConfiguration } from "./deployment";
import { scaling } from "./scaling";
import { serviceConnect } from "./service-connect";
import { otherOrigin, serviceStandbyMode, serviceTraffic } from "./standby";

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

const guide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";

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
  standby_mode: serviceStandbyMode,
  traffic: serviceTraffic,
  other_origin: otherOrigin,
  express_resource: expressResource,
  adopted,
  generation: z.int().min(1).max(999).default(1).meta({
    description:
      "Raise it to make the service anew: another one is made under another name, and the old one goes after it. For what AWS settles when it makes a service, and for one whose first deployment failed. On Express Mode the generated URL is another.",
    capability: both,
  }),
  health_check_path: z
    .string()
    .regex(/^\/[^\s]*$/)
    .default("/")
    .meta({
      description:
        "What the load balancer asks for to know that a task is well; anything but a 200 is a failure, unless `health_check.matcher` says otherwise. A wrong path shows up as a 503.",
      why: "a health check path starts with `/` and holds no space",
      fix: 'Write a path such as "/healthz"',
      capability: both,
      source: `${guide}/express-service-work.html`,
    }),
  resolve_image_digest: resolveImageDigest,
  ...frontDoor,
  public: z
    .boolean()
    .default(true)
    .meta({
      description:
        "Whether the load balancer serves it to the allowed CIDRs. A service that is not public is reached by `connects_to` alone.",
      capability: {
        express: approximated(
          "in the private subnets, two of which are needed; AWS puts an internal load balancer in front of it as well, which the VPC reaches",
        ),
        ecs: honoured,
      },
      source: `${guide}/express-service-work.html`,
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
  environment,
  secrets,
  service_connect: serviceConnect,
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
  entry_point: entryPoint,
  repository_credentials: repositoryCredentials,
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
  deployment_configuration: deploymentConfiguration,
  cpu_architecture: z
    .enum(["X86_64", "ARM64"])
    .default("X86_64")
    .meta({
      description: "The processor the image is built for.",
      capability: inTaskDefinition("the processor"),
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html",
    }),
  capacity_provider: z
    .enum(["FARGATE", "FARGATE_SPOT"])
    .default("FARGATE")
    .meta({
      description:
        "Where tasks run. Spot is cheaper and takes a task away with two minutes' warning; `on_demand_base` tasks stay on demand.",
      capability: {
        express: refused("Express Mode runs every task on the FARGATE capacity provider", onPlain),
        ecs: honoured,
      },
      source: `${guide}/fargate-capacity-providers.html`,
    }),
  on_demand_base: z
    .int()
    .min(0)
    .max(TASKS_PER_SERVICE)
    .default(1)
    .meta({
      description: "With FARGATE_SPOT: how many tasks are on FARGATE before any is on Spot.",
      unit: "tasks",
      capability: {
        express: refused("Express Mode runs every task on the FARGATE capacity provider", "leave on_demand_base out"),
        ecs: honoured,
      },
      source: `${guide}/fargate-capacity-providers.html`,
    }),
  ephemeral_storage_size_in_gib: z
    .int()
    .min(EPHEMERAL_STORAGE.from)
    .max(EPHEMERAL_STORAGE.to)
    .optional()
    .meta({
      description: "A task's own room for its images and what they write, gone with the task.",
      unit: "GiB",
      default_is: `Fargate's ${EPHEMERAL_STORAGE.included} GiB`,
      capability: inTaskDefinition("ephemeral storage"),
      source: `${guide}/fargate-task-storage.html`,
    }),
  container_health_check: containerHealthCheck,
  stop_timeout: stopTimeout,
  init_process_enabled: initProcessEnabled,
  readonly_root_filesystem: readonlyRootFilesystem,
  ulimits,
  volumes,
  sidecars,
  depends_on: dependsOn,
  log_router: logRouter,
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
  express_overlay_dev: expressOverlayDev,
  listener_port: z
    .int()
    .min(1)
    .max(65535)
    .optional()
    .meta({
      description:
        "The load balancer's port for this service when the group has no domain. Services share one by `path_patterns`.",
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
      description:
        "Pins the priority of the service's listener rule; a lower number comes first. Give another one together with a change of `app_protocol`, or when `stickiness` comes or goes: these make a new rule beside the old one.",
      default_is:
        "derived from the name and path patterns, long ones first, so that a new service never moves a neighbour's",
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
