/** The log of calls: one JSON object on a line, in the order in which the calls ended. */
import { appendFileSync } from "node:fs";
import type { Operation } from "./faults";

/** One line of the log. */
export interface LogEntry {
  /** When the call ended. */
  time: string;
  /** `ApplyResourceChange`, `ReadResource`, `ReadDataSource`, … */
  call: string;
  operation?: Operation | "plan" | "import";
  /** `aws_lb`, `data.aws_lb`. */
  type?: string;
  /** The object's name, or its id when it has none. Terraform does not tell a provider the address in the configuration. */
  name?: string;
  id?: string;
  ms: number;
  /** Attributes and blocks whose value is new. */
  changed?: string[];
  /** Attributes that force replacement. */
  replace?: string[];
  error?: string;
}

/** A writer of the log; it does nothing without a file. */
export function logger(file: string | undefined): (entry: Omit<LogEntry, "time">) => void {
  if (!file) return () => {};
  return (entry) => appendFileSync(file, `${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
}
