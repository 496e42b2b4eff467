import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";

/** A call that an execution made. */
export interface Call {
  readonly action: string;
  readonly parameters: Record<string, any>;
}

/** How an execution ended, what it called, and how long it would have waited between its tries. */
export interface Execution {
  readonly status: string;
  readonly output: string | null;
  readonly error: string | null;
  readonly cause: string | null;
  readonly calls: readonly Call[];
  readonly waits: readonly number[];
}

/**
 * The interpreter, a Python process that takes one command a line.
 *
 * It is moto's, not npm's aws-local-stepfunctions, since moto's keeps AWS's limit of 256 KiB, its errors' names, its
 * retries and an SDK integration per service, has Cloud Map beside it, and since the other needs a newer Node.js than
 * this project does.
 */
export class Machine {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly answers: Interface;
  private complaints = "";

  /** @param program the interpreter with a world around it; the registrar's unless another one is given */
  constructor(python: string, program = join(__dirname, "machine.py")) {
    this.process = spawn(python, [program], {
      env: { ...process.env, AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
    });
    this.process.stderr.on("data", (text) => (this.complaints = `${this.complaints}${text}`.slice(-4000)));
    this.answers = createInterface({ input: this.process.stdout });
  }

  /** Gives a command and waits for its answer. */
  async do<T = unknown>(command: string, given: object = {}): Promise<T> {
    const answered = new Promise<string>((resolve, reject) => {
      const end = (): void => reject(new Error(`the interpreter ended: ${this.complaints}`));
      this.process.once("exit", end);
      this.answers.once("line", (line) => {
        this.process.off("exit", end);
        resolve(line);
      });
    });
    this.process.stdin.write(`${JSON.stringify({ do: command, ...given })}\n`);
    const answer = JSON.parse(await answered) as T & { broken?: string };
    if (answer.broken) throw new Error(`${command}: ${answer.broken}\n${this.complaints}`);
    return answer;
  }

  /** Ends the process. */
  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.stdin.end();
    await ended;
  }
}
