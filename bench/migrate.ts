import { readFileSync } from "node:fs";
import { join } from "node:path";
import { migrate, outputFiles } from "../apprunner";
import { packageRoot } from "../modules/kit/package-root";
import { median, round } from "./measure";

/** How fast definitions are converted. */
export interface MigrateRate {
  readonly definitions: number;
  readonly runs: number;
  /** Seconds for all of them: the median of the runs. */
  readonly seconds: number;
  /** Processor time of the median run: what is left of a time when the machine is busy. */
  readonly cpuSeconds: number;
  readonly definitionsPerSecond: number;
  /** The same by processor time. */
  readonly definitionsPerCpuSecond: number;
}

/** A describe-service answer of ordinary size, each copy a service of its own with companions. */
function definitions(count: number): { file: string; text: string }[] {
  const given = JSON.parse(
    readFileSync(join(packageRoot(), "examples", "from-app-runner", "service.json"), "utf8"),
  ) as { Service: Record<string, unknown> };
  return Array.from({ length: count }, (_, i) => {
    const id = i.toString(16).padStart(32, "0");
    const name = `web-${i}`;
    const service = {
      ...given.Service,
      ServiceName: name,
      ServiceId: id,
      ServiceArn: `arn:aws:apprunner:us-east-1:123456789012:service/${name}/${id}`,
      ServiceUrl: `${id}.us-east-1.awsapprunner.com`,
    };
    return { file: `${name}.json`, text: JSON.stringify({ ...given, Service: service }) };
  });
}

/**
 * Converts each definition by itself, as one user does: from the text to the texts of tfvars, doors and report, checked by
 * the spec.
 */
export async function benchMigrate({
  runs = 5,
  count = 1000,
}: { runs?: number; count?: number } = {}): Promise<MigrateRate> {
  const given = definitions(count);
  const once = async (): Promise<{ seconds: number; cpu: number }> => {
    const start = performance.now();
    const before = process.cpuUsage();
    for (const each of given) {
      const migration = await migrate([each]);
      if (!migration.groups[0]?.input || outputFiles(migration).length < 5)
        throw new Error(`${each.file} was not converted`);
    }
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
  };
  await once(); // a first run compiles
  const measured: { seconds: number; cpu: number }[] = [];
  for (let i = 0; i < runs; i++) measured.push(await once());
  const seconds = median(measured.map((run) => run.seconds));
  const cpu = median(measured.map((run) => run.cpu));
  return {
    definitions: count,
    runs,
    seconds: round(seconds),
    cpuSeconds: round(cpu),
    definitionsPerSecond: Math.round(count / seconds),
    definitionsPerCpuSecond: Math.round(count / cpu),
  };
}
