import { changed, type Draft, lost } from "../../apprunner/finding";
import { arnOf, type Arn, type Container, type PlainService, type TaskDefinition } from "../found";
import * as shapes from "../shapes";
import { beyond } from "./beyond";
import type { Part } from "./taken";
import { variables } from "./variables";

/** What describe-task-definition tells of its record-keeping. */
const RECORDS = [
  "taskDefinitionArn",
  "family",
  "revision",
  "status",
  "requiresAttributes",
  "requiresCompatibilities",
  "compatibilities",
  "registeredAt",
  "registeredBy",
  "deregisteredAt",
  "tags",
];

/** The port of a service that listens on none; nothing reaches it. */
const NO_PORT = 80;

/** Whose requests the service answers: the container that the load balancer names, or the only one with a port, or the first. */
export function mainContainer({ containerDefinitions: all }: TaskDefinition, service: PlainService): Container {
  const named = service.loadBalancers.find(({ containerName }) => containerName !== undefined)?.containerName;
  return (
    all.find(({ name }) => name === named) ??
    all.find(({ portMappings }) => portMappings.length > 0) ??
    (all.find(({ essential }) => essential) as Container | undefined) ??
    (all[0] as Container)
  );
}

/** The task definition as options of the service. A new revision is registered from them; the old ones stay. */
export function containers(key: string, service: PlainService, definition: TaskDefinition): Part {
  const main = mainContainer(definition, service);
  const beside = definition.containerDefinitions.filter((container) => container !== main);
  const at = arnOf(definition.taskDefinitionArn);
  const names = new Map(
    beside.map(({ name }) => [
      name,
      name
        .toLowerCase()
        .replace(/[^a-z0-9_-]/g, "-")
        .replace(/^[^a-z]+/, "") || "sidecar",
    ]),
  );
  const context: Context = { key, at, main, names };
  const own = mainOf(context, service);
  const volumes = volumesOf(context, definition);
  const sidecars = beside.map((container) => ({
    name: names.get(container.name) as string,
    ...sidecar(container, context),
  }));
  return {
    drafts: [
      changed(
        "cosmetic",
        "taskDefinition",
        `services.${key}`,
        `the options are registered as a new revision of the family ${service.serviceName}; ${definition.family} and its revisions stay as they are`,
      ),
      ...task(definition),
      ...own.drafts,
      ...volumes.drafts,
      ...sidecars.flatMap(({ drafts }) => drafts),
    ],
    service: {
      cpu: Number(definition.cpu),
      memory: Number(definition.memory),
      ...own.service,
      ...(definition.executionRoleArn ? { execution_role: { arn: definition.executionRoleArn } } : {}),
      ...(definition.taskRoleArn ? { task_role: { arn: definition.taskRoleArn } } : {}),
      ...(definition.runtimePlatform?.cpuArchitecture === "ARM64" ? { cpu_architecture: "ARM64" as const } : {}),
      ...(definition.ephemeralStorage ? { ephemeral_storage_size_in_gib: definition.ephemeralStorage.sizeInGiB } : {}),
      ...(volumes.list.length ? { volumes: Object.fromEntries(volumes.list) as never } : {}),
      ...(sidecars.length
        ? { sidecars: Object.fromEntries(sidecars.map(({ name, input }) => [name, input])) as never }
        : {}),
    },
  };
}

interface Context {
  readonly key: string;
  readonly at: Arn;
  readonly main: Container;
  /** Sidecar to its name in the input. */
  readonly names: ReadonlyMap<string, string>;
}

const KNOWN_OF_TASK = [...RECORDS, ...shapes.membersOf(shapes.taskDefinition)];
const KNOWN_OF_CONTAINER = [...shapes.membersOf(shapes.container), "dockerLabels"];

/** What concerns the task as a whole. */
function task(definition: TaskDefinition): Draft[] {
  const system = definition.runtimePlatform?.operatingSystemFamily ?? "LINUX";
  return [
    ...(definition.networkMode === "awsvpc" && definition.cpu && definition.memory
      ? []
      : [
          lost(
            "blocker",
            "taskDefinition.networkMode",
            "it is no task definition for Fargate, which has the network mode awsvpc, cpu and memory",
            "Move the service to Fargate first",
          ),
        ]),
    ...(system === "LINUX"
      ? []
      : [
          lost(
            "blocker",
            "taskDefinition.runtimePlatform.operatingSystemFamily",
            `the tasks run ${system}, and only LINUX is written here`,
            "Leave the service as it is",
          ),
        ]),
    ...(definition.taskRoleArn
      ? []
      : [
          changed(
            "cosmetic",
            "taskDefinition.taskRoleArn",
            "output task_role_arns",
            "it had none: a role without permissions is made",
          ),
        ]),
    ...(definition.executionRoleArn
      ? []
      : [
          changed(
            "cosmetic",
            "taskDefinition.executionRoleArn",
            "module roles",
            "it had none: one is made that may fetch the image, write the log and read the secrets",
          ),
        ]),
    ...beyond(definition, KNOWN_OF_TASK, "taskDefinition"),
  ];
}

function mainOf(context: Context, service: PlainService) {
  const { key, at, main } = context;
  const field = `containerDefinitions.${main.name}`;
  const vars = variables(main, `services.${key}`, field, at);
  const served = service.loadBalancers[0]?.containerPort;
  const port = served ?? main.portMappings[0]?.containerPort;
  const log = logs(main, field, at.region);
  return {
    drafts: [
      ...vars.drafts,
      ...log.drafts,
      ...(main.name === "Main"
        ? []
        : [
            changed(
              "cosmetic",
              `${field}.name`,
              `services.${key}`,
              "the application's container is called Main from the first deployment on",
            ),
          ]),
      ...(port === undefined
        ? [
            changed(
              "cosmetic",
              `${field}.portMappings`,
              `services.${key}.port`,
              `it listens on no port, and the input wants one: ${NO_PORT} is written, and nothing is let in to it`,
            ),
          ]
        : []),
      ...(main.portMappings.length > 1
        ? [
            changed(
              "behaviour",
              `${field}.portMappings`,
              `services.${key}.port`,
              `a service has one port: ${port} is kept, the other mappings are not`,
              "The container still listens on them; admit their callers in security groups of yours",
            ),
          ]
        : []),
      ...(main.memory || main.memoryReservation || main.cpu
        ? [
            changed(
              "cosmetic",
              `${field}.cpu, memory`,
              `services.${key}.cpu, memory`,
              "the container has what the task has, less what its sidecars are given",
            ),
          ]
        : []),
      ...beyond(main, KNOWN_OF_CONTAINER, field),
      ...beyond(main.linuxParameters ?? {}, ["initProcessEnabled"], `${field}.linuxParameters`),
    ],
    service: {
      image: main.image,
      port: port ?? NO_PORT,
      ...parts(main, context),
      ...list("command", main.command),
      ...list("entry_point", main.entryPoint),
      environment: vars.environment,
      secrets: vars.secrets,
      ...(main.healthCheck ? { container_health_check: check(main.healthCheck) } : {}),
      ...(main.linuxParameters?.initProcessEnabled === true ? {} : { init_process_enabled: false }),
      ...(main.stopTimeout === undefined ? {} : { stop_timeout: main.stopTimeout }),
      ...(log.group ? { log_group: { name: log.group } } : {}),
    },
  };
}

function sidecar(container: Container, context: Context): { drafts: Draft[]; input: object } {
  const field = `containerDefinitions.${container.name}`;
  const where = `services.${context.key}.sidecars.${context.names.get(container.name)}`;
  const vars = variables(container, where, field, context.at);
  const { stopTimeout, linuxParameters } = container;
  const mounts = container.mountPoints.map(
    (mount) => [mount.sourceVolume, { mount_path: mount.containerPath, read_only: mount.readOnly }] as const,
  );
  return {
    drafts: [
      ...vars.drafts,
      ...(stopTimeout || linuxParameters?.initProcessEnabled
        ? [
            changed(
              "behaviour",
              `${field}.stopTimeout, linuxParameters`,
              where,
              "a sidecar stops within 30 seconds and has no init process",
              "Write a program into its image that takes signals",
            ),
          ]
        : []),
      ...(container.logConfiguration && container.logConfiguration.logDriver !== "awslogs"
        ? [
            lost(
              "blocker",
              `${field}.logConfiguration`,
              `its output goes to ${container.logConfiguration.logDriver}`,
              "Log to CloudWatch Logs in a new revision, or write log_router yourself",
            ),
          ]
        : []),
      ...beyond(container, KNOWN_OF_CONTAINER, field),
      ...beyond(linuxParameters ?? {}, ["initProcessEnabled"], `${field}.linuxParameters`),
    ],
    input: {
      image: container.image,
      essential: container.essential,
      ...parts(container, context),
      ...list("command", container.command),
      ...list("entry_point", container.entryPoint),
      environment: vars.environment,
      secrets: vars.secrets,
      ...(container.cpu ? { cpu: container.cpu } : {}),
      ...(container.memory ? { memory: container.memory } : {}),
      ...(container.memoryReservation ? { memory_reservation: container.memoryReservation } : {}),
      ...(container.healthCheck ? { health_check: check(container.healthCheck) } : {}),
      ...(mounts.length ? { volumes: Object.fromEntries(mounts) } : {}),
    },
  };
}

/** What every container may have. */
const parts = (container: Container, { main, names }: Context) => ({
  ...(container.repositoryCredentials
    ? { repository_credentials: { secret_arn: container.repositoryCredentials.credentialsParameter } }
    : {}),
  ...(container.dependsOn.length
    ? {
        depends_on: Object.fromEntries(
          container.dependsOn.map(({ containerName, condition }) => [
            containerName === main.name ? "Main" : (names.get(containerName) ?? containerName),
            condition as "START",
          ]),
        ),
      }
    : {}),
  ...(container.ulimits.length
    ? {
        ulimits: Object.fromEntries(
          container.ulimits.map(({ name, softLimit, hardLimit }) => [
            name,
            { soft_limit: softLimit, hard_limit: hardLimit },
          ]),
        ),
      }
    : {}),
  ...(container.readonlyRootFilesystem ? { readonly_root_filesystem: true } : {}),
});

const list = (name: string, words: readonly string[]): object => (words.length ? { [name]: [...words] } : {});

const check = ({ command, interval, timeout, retries, startPeriod }: NonNullable<Container["healthCheck"]>) => ({
  command: [...command],
  ...(interval === undefined ? {} : { interval }),
  ...(timeout === undefined ? {} : { timeout }),
  ...(retries === undefined ? {} : { retries }),
  ...(startPeriod === undefined ? {} : { start_period: startPeriod }),
});

/** What the log driver is told here, whatever it was told before. */
const LOG_OPTIONS = ["awslogs-group", "awslogs-region", "awslogs-stream-prefix", "mode", "max-buffer-size"];

/** Where the application's output goes. */
function logs(
  { logConfiguration: given }: Container,
  field: string,
  region: string,
): { drafts: Draft[]; group?: string } {
  const at = `${field}.logConfiguration`;
  if (!given)
    return {
      drafts: [
        changed("cost", at, "module log_group", "its output was kept nowhere; it goes to a log group that is made"),
      ],
    };
  if (given.logDriver !== "awslogs")
    return {
      drafts: [
        lost(
          "blocker",
          at,
          `its output goes to ${given.logDriver}`,
          "Log to CloudWatch Logs in a new revision, or write log_router yourself",
        ),
      ],
    };
  const { "awslogs-group": group, "awslogs-region": home = region, "awslogs-stream-prefix": prefix } = given.options;
  const others = Object.keys(given.options).filter((name) => !LOG_OPTIONS.includes(name));
  return {
    drafts: [
      ...(home === region
        ? []
        : [
            lost(
              "blocker",
              `${at}.options.awslogs-region`,
              `the log group is in ${home}`,
              "Log to a group of the service's own region in a new revision",
            ),
          ]),
      ...(prefix === "ecs"
        ? []
        : [changed("cosmetic", `${at}.options.awslogs-stream-prefix`, "log_group", "new streams begin with ecs/Main")]),
      ...(others.length
        ? [
            changed(
              "behaviour",
              `${at}.options`,
              "log_group",
              `not carried: ${others.sort().join(", ")}`,
              "See that nobody counts on it",
            ),
          ]
        : []),
      ...(given.options["mode"] === "non-blocking"
        ? []
        : [
            changed(
              "behaviour",
              `${at}.options.mode`,
              "log_group",
              "output is dropped rather than waited for when logs are slow (non-blocking, 25 MB)",
            ),
          ]),
    ],
    ...(group ? { group } : {}),
  };
}

/** The task's volumes, with the path in the application's container. */
function volumesOf(
  { main }: Context,
  { volumes: given }: TaskDefinition,
): { drafts: Draft[]; list: (readonly [string, object])[] } {
  const judged = given.map((volume) => {
    const mount = main.mountPoints.find(({ sourceVolume }) => sourceVolume === volume.name);
    const efs = volume.efsVolumeConfiguration;
    const others = beyond(volume, ["name", "host", "efsVolumeConfiguration"], `taskDefinition.volumes.${volume.name}`);
    const plain = efs && efs.transitEncryption !== "ENABLED";
    const { accessPointId, iam } = efs?.authorizationConfig ?? {};
    return {
      drafts: [
        ...others,
        ...(plain
          ? [
              changed(
                "security" as const,
                `taskDefinition.volumes.${volume.name}.efsVolumeConfiguration.transitEncryption`,
                "volumes",
                "what passes to the file system is encrypted from the first deployment on",
              ),
            ]
          : []),
      ],
      entry: [
        volume.name,
        {
          ...(mount ? { mount_path: mount.containerPath, ...(mount.readOnly ? { read_only: true } : {}) } : {}),
          ...(efs
            ? {
                efs: {
                  file_system_id: efs.fileSystemId,
                  ...(accessPointId ? { access_point_id: accessPointId } : {}),
                  ...(efs.rootDirectory && efs.rootDirectory !== "/" ? { root_directory: efs.rootDirectory } : {}),
                  ...(iam === "ENABLED" ? {} : { iam: false }),
                },
              }
            : {}),
        },
      ] as const,
    };
  });
  return { drafts: judged.flatMap(({ drafts }) => drafts), list: judged.map(({ entry }) => entry) };
}
