import { z } from "zod";
import { both } from "../kit/capability";
import { byTheStack, inTaskDefinition } from "./express-resource";
import { FLUENT_BIT_IMAGE, HEALTH_CHECK, STOP_TIMEOUT, ULIMITS } from "./limits";
import { environment, secretArn, secrets } from "./variables";

/** What a service's task holds besides an image, a port and variables: what needs a task definition of one's own. */

const guide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";
const reference = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference";

const path = z
  .string()
  .regex(/^\/[^\s]*$/)
  .meta({ why: "a path in a container starts with `/` and holds no space", fix: 'Write a path such as "/data"' });

/** The name of a container or a volume; small letters only, so that the application's container always comes first. */
const containerName = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,254}$/)
  .meta({
    why: "a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most",
    fix: "Rename it",
  });

export const entryPoint = z
  .array(z.string())
  .default([])
  .meta({
    description: "Words of the entry point that replaces the image's own.",
    default_is: "the image's entry point",
    capability: inTaskDefinition("the entry point"),
    source: `${reference}/API_ContainerDefinition.html`,
  });

const healthCheckOf = (description: string) =>
  z
    .strictObject({
      command: z
        .array(z.string())
        .min(1)
        .meta({
          description: "What is run in the container; exit code 0 is well. The image must hold the program.",
          example: ["CMD-SHELL", "curl -f http://localhost:8080/healthz || exit 1"],
          why: "a health check runs a command",
          fix: 'Write ["CMD", "<program>", …] or ["CMD-SHELL", "<line>"]',
        }),
      interval: z.int().min(HEALTH_CHECK.interval[0]).max(HEALTH_CHECK.interval[1]).default(30).meta({
        description: "Time from one check to the next.",
        unit: "seconds",
      }),
      timeout: z.int().min(HEALTH_CHECK.timeout[0]).max(HEALTH_CHECK.timeout[1]).default(5).meta({
        description: "How long a check may take.",
        unit: "seconds",
      }),
      retries: z.int().min(HEALTH_CHECK.retries[0]).max(HEALTH_CHECK.retries[1]).default(3).meta({
        description: "Failures in a row that make the container unhealthy.",
        unit: "times",
      }),
      start_period: z.int().min(HEALTH_CHECK.start_period[0]).max(HEALTH_CHECK.start_period[1]).default(0).meta({
        description: "How long failures do not count after a start.",
        unit: "seconds",
      }),
    })
    .optional()
    .meta({
      description,
      default_is: "none; ECS does not look at a HEALTHCHECK of the image",
      capability: inTaskDefinition("a container's health check"),
      source: `${reference}/API_HealthCheck.html`,
    });

export const containerHealthCheck = healthCheckOf(
  "A check that ECS runs inside the application's container, besides the load balancer's. An unhealthy task is replaced.",
);

export const ulimits = z
  .record(
    z
      .string()
      .regex(new RegExp(`^(${ULIMITS.join("|")})$`))
      .meta({ why: `ECS knows the limits ${ULIMITS.join(", ")}`, fix: "Name one of these" }),
    z.strictObject({
      soft_limit: z.int().min(0).max(2147483647).meta({ description: "Where the limit stands." }),
      hard_limit: z.int().min(0).max(2147483647).meta({ description: "How far the container may raise it." }),
    }),
  )
  .default({})
  .meta({
    description: "Limits of the operating system, by name. Fargate itself changes `nofile` alone, to 65535.",
    example: { nofile: { soft_limit: 65535, hard_limit: 65535 } },
    capability: inTaskDefinition("ulimits"),
    source: `${reference}/API_Ulimit.html`,
  });

export const readonlyRootFilesystem = z
  .boolean()
  .default(false)
  .meta({
    description:
      "Whether the container's own file system can only be read. What it writes then needs a volume, `/tmp` as well.",
    capability: inTaskDefinition("a read-only root file system"),
    source: `${reference}/API_ContainerDefinition.html`,
  });

export const initProcessEnabled = z
  .boolean()
  .default(true)
  .meta({
    description: "Whether an init process forwards signals and reaps processes in the application's container.",
    capability: byTheStack("Express Mode always runs an init process", "leave init_process_enabled out"),
    source: `${reference}/API_LinuxParameters.html`,
  });

export const stopTimeout = z
  .int()
  .min(STOP_TIMEOUT[0])
  .max(STOP_TIMEOUT[1])
  .default(30)
  .meta({
    description: "How long the container may take to stop after SIGTERM. Fargate's own default.",
    unit: "seconds",
    capability: byTheStack("Express Mode always waits 30 seconds", "leave stop_timeout out"),
    source: `${reference}/API_ContainerDefinition.html`,
  });

const kmsKeyArn = z.string().min(1).optional().meta({
  description: "A customer managed KMS key that encrypts the secret, for the execution role to decrypt with.",
  default_is: "the secret has AWS's own key",
  why: "a KMS key is named by its ARN",
  fix: "Write the key's ARN",
  reference: true,
});

export const repositoryCredentials = z
  .strictObject({
    secret_arn: z
      .string()
      .regex(/^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^\s:]+$/)
      .meta({
        description: 'The secret: a JSON text `{"username": "…", "password": "…"}`.',
        why: "credentials of a registry are named by the ARN of a Secrets Manager secret, with nothing behind it",
        fix: "Write the ARN",
        secret: true,
        reference: true,
      }),
    kms_key_arn: kmsKeyArn,
  })
  .optional()
  .meta({
    description:
      "Who to be at a private registry that is not ECR. The execution role may read exactly this secret; ECR needs none.",
    default_is: "the registry asks for nothing, or is ECR",
    capability: both,
    source: `${guide}/private-auth.html`,
  });

export const dependsOn = z
  .record(
    containerName,
    z
      .enum(["START", "HEALTHY", "COMPLETE", "SUCCESS"])
      .meta({ description: "What must have come about with that container before this one starts." }),
  )
  .default({})
  .meta({
    description:
      "Sidecars that the application's container waits for: `SUCCESS` for one that prepares something and ends, `HEALTHY` for one with a health check.",
    example: { migrate: "SUCCESS" },
    capability: inTaskDefinition("sidecars"),
    source: `${reference}/API_ContainerDependency.html`,
  });

const mountPath = "Where the container finds it.";
const readOnly = z.boolean().default(false).meta({ description: "Whether the container can only read it." });

export const volumes = z
  .record(
    containerName,
    z.strictObject({
      mount_path: path.optional().meta({
        ...path.meta(),
        description: "Where the application's container finds it.",
        default_is: "only sidecars mount it",
      }),
      read_only: readOnly,
      efs: z
        .strictObject({
          file_system_id: z
            .string()
            .regex(/^fs-[0-9a-f]+$/)
            .meta({
              description: "The file system. Its mount targets must admit the service's security group on port 2049.",
              why: "an EFS file system is named by its id",
              fix: "Write the id, such as fs-0123456789abcdef0",
              reference: true,
            }),
          access_point_id: z
            .string()
            .regex(/^fsap-[0-9a-f]+$/)
            .optional()
            .meta({
              description: "An access point, which fixes the directory and the user. Advised.",
              default_is: "the file system itself, from `root_directory` on",
              why: "an access point is named by its id",
              fix: "Write the id, such as fsap-0123456789abcdef0",
              reference: true,
            }),
          root_directory: path
            .optional()
            .meta({ ...path.meta(), description: "The directory to mount.", default_is: "`/`" }),
          iam: z.boolean().default(true).meta({
            description:
              "Whether the task role says what the task may do on the file system. A role that is made here is allowed to mount, and to write unless every mount is read-only.",
          }),
        })
        .optional()
        .meta({
          description: "An EFS file system of yours, mounted with encryption in transit.",
          default_is: "room of the task's own, shared by the containers that mount it and gone with the task",
        }),
    }),
  )
  .default({})
  .meta({
    description: "Volumes of the task, by name.",
    capability: inTaskDefinition("volumes"),
    source: `${guide}/using_data_volumes.html`,
  });

const units = (what: string) => `${what} The application's container has the rest of the task's.`;

export const sidecar = z.strictObject({
  image: z.string().min(1).meta({
    description: "The container image.",
    why: "a sidecar needs a container image",
    fix: "Write the image with its tag or digest",
    reference: true,
  }),
  essential: z.boolean().default(false).meta({ description: "Whether the task stops when this container does." }),
  command: z.array(z.string()).default([]).meta({ description: "Words of the command that replaces the image's own." }),
  entry_point: z
    .array(z.string())
    .default([])
    .meta({ description: "Words of the entry point that replaces the image's own." }),
  environment,
  secrets,
  repository_credentials: repositoryCredentials,
  cpu: z
    .int()
    .min(1)
    .max(32768)
    .optional()
    .meta({ description: units("CPU units it is given first."), unit: "CPU units", default_is: "what is left over" }),
  memory: z
    .int()
    .min(6)
    .max(249856)
    .optional()
    .meta({ description: "Memory above which it is killed.", unit: "MiB", default_is: "the task's" }),
  memory_reservation: z
    .int()
    .min(6)
    .max(249856)
    .optional()
    .meta({ description: units("Memory that is kept for it."), unit: "MiB", default_is: "`memory`, or none" }),
  health_check: healthCheckOf("A check that ECS runs inside the container."),
  depends_on: z
    .record(
      z
        .string()
        .regex(/^(Main|[a-z][a-z0-9_-]{0,254})$/)
        .meta({ why: "it is neither `Main`, the application's container, nor the name of a sidecar", fix: "Name one" }),
      z
        .enum(["START", "HEALTHY", "COMPLETE", "SUCCESS"])
        .meta({ description: "What must have come about with that container before this one starts." }),
    )
    .default({})
    .meta({ description: "Containers it waits for; the application's is `Main`.", example: { Main: "START" } }),
  volumes: z
    .record(
      containerName,
      z.strictObject({ mount_path: path.meta({ ...path.meta(), description: mountPath }), read_only: readOnly }),
    )
    .default({})
    .meta({ description: "Which of the service's `volumes` it mounts, by name." }),
  readonly_root_filesystem: readonlyRootFilesystem,
  ulimits,
});

export const sidecars = z
  .record(containerName, sidecar)
  .default({})
  .meta({
    description: "Further containers of the task, by name. They share its network, and log to the service's log group.",
    capability: inTaskDefinition("sidecars"),
    source: `${guide}/task_definition_parameters.html`,
  });

export const logRouter = z
  .strictObject({
    image: z.string().min(1).default(FLUENT_BIT_IMAGE).meta({
      description: "An image of Fluent Bit for FireLens.",
      why: "a log router needs a container image",
      fix: "Write the image with its tag or digest, or leave it out",
      reference: true,
      source: "https://github.com/aws/aws-for-fluent-bit/releases",
    }),
    memory_reservation: z
      .int()
      .min(6)
      .max(249856)
      .default(64)
      .meta({ description: units("Memory that is kept for it."), unit: "MiB" }),
    options: z
      .record(z.string(), z.string())
      .default({})
      .meta({
        description: "Where the containers' output goes: Fluent Bit's output plugin and its settings.",
        example: { Name: "firehose", region: "us-east-1", delivery_stream: "shop-logs" },
        source: `${guide}/firelens-taskdef.html`,
      }),
    secret_options: z
      .record(z.string(), secretArn)
      .default({})
      .meta({
        description:
          "Settings of that plugin that are secrets, such as an API key: name to ARN. The execution role may read exactly these.",
        source: `${guide}/firelens-taskdef.html`,
      }),
    config_file_path: path.optional().meta({
      ...path.meta(),
      description: "A configuration file inside the image. Fargate takes none from S3.",
      default_is: "none",
      source: `${reference}/API_FirelensConfiguration.html`,
    }),
    enable_ecs_log_metadata: z
      .boolean()
      .default(true)
      .meta({ description: "Whether each record names its cluster, task and container." }),
    environment: z.record(z.string(), z.string()).default({}).meta({
      description: "Environment variables of the router, for a configuration that reads them.",
    }),
  })
  .optional()
  .meta({
    description:
      "FireLens: a router that takes the containers' output in place of CloudWatch Logs. The task role needs the rights at the destination; the router's own output goes to the service's log group.",
    default_is: "output goes to the service's log group",
    capability: inTaskDefinition("a log router"),
    source: `${guide}/using_firelens.html`,
  });
