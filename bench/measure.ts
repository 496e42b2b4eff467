import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** One program, run once to its end. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

export interface Measured {
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** Processor time of the process and of all that it started: what is left of a time when the machine is busy. */
  readonly cpuSeconds: number;
  /** The most memory it had at once, without its children; undefined where the system does not tell. */
  readonly peakMiB: number | undefined;
}

/** Runs a command and writes the processor times of the shell and of its children to file descriptor 3. */
const TIMED = '"$@"; status=$?; times >&3; exit $status';

const LOOK_EVERY_MS = 20;

/**
 * Runs a command once. Its peak memory is what the preloaded `peak.js` reports, if it is node; for other programs it
 * is looked up while they run.
 *
 * @throws Error with what it wrote when it fails
 */
export function measure({ program, args, cwd, env }: Command): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn("sh", ["-c", TIMED, "sh", program, ...args], {
      cwd,
      env,
      stdio: ["ignore", "ignore", "pipe", "pipe"],
    });
    const wrote = { errors: "", report: "" };
    child.stderr?.on("data", (text: Buffer) => (wrote.errors += text.toString()));
    child.stdio[3]?.on("data", (text: Buffer) => (wrote.report += text.toString()));
    let seen: number | undefined;
    const looking = setInterval(() => (seen = peakBelow(child.pid) ?? seen), LOOK_EVERY_MS);
    let seconds = 0;
    child.on("exit", () => {
      seconds = (performance.now() - start) / 1000;
      clearInterval(looking);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0) reject(new Error(`${program} ${args.join(" ")} failed:\n${wrote.errors}`));
      else resolve({ seconds, cpuSeconds: cpuOf(wrote.report), peakMiB: reported(wrote.report) ?? seen });
    });
  });
}

/** Of `times`, the second line: user and system time of the children, `0m1.23s 0m0.45s`. */
const cpuOf = (report: string): number =>
  [...report.matchAll(/(\d+)m([\d.]+)s/g)]
    .slice(2)
    .reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);

function reported(report: string): number | undefined {
  const kib = /^peak (\d+)/.exec(report)?.[1];
  return kib === undefined ? undefined : Number(kib) / 1024;
}

/** The peak, so far, of the shell's child; it only rises, so the last look is the peak but for the last moments. */
function peakBelow(shell: number | undefined): number | undefined {
  try {
    const [child] = readFileSync(`/proc/${shell}/task/${shell}/children`, "utf8").split(" ");
    const kib = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${child}/status`, "utf8"))?.[1];
    return kib === undefined ? undefined : Number(kib) / 1024;
  } catch {
    return undefined; // not Linux, or it has just ended
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The summary of one case's runs, rounded for a reader. */
export function summary(runs: readonly Measured[]) {
  const seconds = runs.map((run) => run.seconds);
  const peaks = runs.flatMap(({ peakMiB }) => (peakMiB === undefined ? [] : [peakMiB]));
  return {
    seconds: round(median(seconds)),
    min: round(Math.min(...seconds)),
    max: round(Math.max(...seconds)),
    cpuSeconds: round(median(runs.map((run) => run.cpuSeconds))),
    peakMiB: peaks.length ? Math.round(median(peaks)) : undefined,
  };
}

export const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Tells whoever waits what is going on; results are on stdout. */
export const progress = (text: string): void => void process.stderr.write(`${text}\n`);
