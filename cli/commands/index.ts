import type { Command } from "commander";
import { adoptCommand } from "./adopt";
import { migrateCommand } from "./migrate";
import { planReportCommand } from "./plan-report";

/** Declares a command; `done` receives its exit code. */
export type Declare = (done: (code: number) => void) => Command;

/** Every command, in the order of the help. */
export const COMMANDS: readonly Declare[] = [migrateCommand, adoptCommand, planReportCommand];
