/** What ECS refuses when a task definition is registered. */
import { blocks, text, texts, type State } from "../values";
import { AwsError } from "./errors";

interface Container {
  readonly name?: string;
  readonly image?: string;
  readonly essential?: boolean;
  readonly cpu?: number;
  readonly memory?: number;
  readonly memoryReservation?: number;
  readonly healthCheck?: object;
  readonly dependsOn?: readonly { readonly containerName: string; readonly condition: string }[];
  readonly mountPoints?: readonly { readonly sourceVolume?: string }[];
}

const refuse = (message: string): never => {
  throw new AwsError("ECS: RegisterTaskDefinition", "ClientException", message);
};

/** Refuses what ECS would. Sentences in quotes here and there are AWS's own; the others say what AWS checks. */
export function checkTaskDefinition(object: State): void {
  const containers = read(object);
  checkSize(object);
  checkShares(object, containers);
  checkVolumes(object, containers);
  checkOrder(containers);
}

/** The container definitions: they must be a list with names and images. */
function read(object: State): readonly Container[] {
  let containers: unknown;
  try {
    containers = JSON.parse(text(object, "container_definitions")!);
  } catch (error) {
    refuse(`ECS Task Definition container_definitions is invalid: ${(error as Error).message}`);
  }
  if (!Array.isArray(containers) || containers.length === 0)
    return refuse("TaskDefinition must contain at least one container definition.");
  if (containers.length > 10) refuse("Too many containers.");
  if (containers.some(({ name, image }: Container) => !name || !image))
    refuse("Container.name and Container.image should not be null or empty.");
  return containers as Container[];
}

/**
 * Fargate's sizes as AWS states them: CPU units, then memory in GiB from, to and in steps of.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html (read 2026-11-21)
 */
const SIZES: Readonly<Record<string, readonly [from: number, to: number, step: number] | readonly number[][]>> = {
  256: [[0.5], [1], [2]],
  512: [1, 4, 1],
  1024: [2, 8, 1],
  2048: [4, 16, 1],
  4096: [8, 30, 1],
  8192: [16, 60, 4],
  16384: [32, 120, 8],
  32768: [[60], [120], [244]],
};

/** Whether Fargate has tasks of this size. */
export function isFargateSize(cpu: number, memory: number): boolean {
  const sizes = SIZES[cpu];
  const gib = memory / 1024;
  if (!sizes) return false;
  if (typeof sizes[0] !== "number") return (sizes as readonly number[][]).some(([one]) => one === gib);
  const [from, to, step] = sizes as readonly [number, number, number];
  return gib >= from && gib <= to && (gib - from) % step === 0;
}

function checkSize(object: State): void {
  if (!texts(object, "requires_compatibilities").includes("FARGATE")) return;
  if (text(object, "network_mode") !== "awsvpc") refuse("Fargate only supports network mode ‘awsvpc’.");
  for (const size of ["cpu", "memory"])
    if (!text(object, size)) refuse(`Fargate requires that '${size}' be defined at the task level.`);
  if (!isFargateSize(Number(text(object, "cpu")), Number(text(object, "memory"))))
    refuse("No Fargate configuration exists for given values.");
}

/** The containers' shares of the task; a container that reserves nothing counts with its limit. */
function checkShares(object: State, containers: readonly Container[]): void {
  const total = (of: (container: Container) => number | undefined): number =>
    containers.reduce((sum, container) => sum + (of(container) ?? 0), 0);
  const [cpu, memory] = ["cpu", "memory"].map((size) => Number(text(object, size) ?? Infinity)) as [number, number];
  if (total((container) => container.cpu) > cpu)
    refuse("The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.");
  for (const { name, memory: limit, memoryReservation: reserved } of containers) {
    if ((limit ?? 0) > memory) refuse(`The 'memory' setting for container '${name}' is greater than for the task.`);
    if (limit !== undefined && reserved !== undefined && limit < reserved)
      refuse(`Invalid setting for container '${name}'. 'memory' must be greater than 'memoryReservation'.`);
  }
  if (total((container) => container.memoryReservation ?? container.memory) > memory)
    refuse(
      "The sum of all container 'memoryReservation' values cannot be greater than the value of the task 'memory'.",
    );
}

function checkVolumes(object: State, containers: readonly Container[]): void {
  const volumes = blocks(object, "volume");
  const names = volumes.map((volume) => text(volume, "name"));
  for (const { name, mountPoints = [] } of containers)
    for (const { sourceVolume } of mountPoints)
      if (!names.includes(sourceVolume)) refuse(`Unknown volume '${sourceVolume}' in container '${name}'.`);
  for (const efs of volumes.flatMap((volume) => blocks(volume, "efs_volume_configuration")))
    for (const access of blocks(efs, "authorization_config")) {
      const point = text(access, "access_point_id");
      if ((point || text(access, "iam") === "ENABLED") && text(efs, "transit_encryption") !== "ENABLED")
        refuse("EFS IAM authorization and access points need transit encryption.");
      if (point && (text(efs, "root_directory") ?? "/") !== "/")
        refuse("The root directory of an EFS volume with an access point must be left out or be '/'.");
    }
}

function checkOrder(containers: readonly Container[]): void {
  const byName = new Map(containers.map((container) => [container.name!, container]));
  for (const { name, dependsOn = [] } of containers)
    for (const { containerName, condition } of dependsOn) {
      const other = byName.get(containerName);
      if (!other)
        return refuse(`Container '${name}' depends on '${containerName}', which is not in the task definition.`);
      if (["SUCCESS", "COMPLETE"].includes(condition) && other.essential !== false)
        refuse("A dependency container with SUCCESS or COMPLETE condition cannot be an essential container");
      if (condition === "HEALTHY" && !other.healthCheck)
        refuse(`Container '${containerName}' has no health check for the HEALTHY condition.`);
    }
  const waitsFor = (name: string, seen: readonly string[]): void => {
    if (seen.includes(name)) refuse(`There is a cycle in the dependencies of container '${name}'.`);
    for (const { containerName } of byName.get(name)?.dependsOn ?? []) waitsFor(containerName, [...seen, name]);
  };
  for (const name of byName.keys()) waitsFor(name, []);
}
