import { type Migration, outputFiles } from "../../apprunner";
import { type Change, Root, type Run } from "../support/root";

const FILE = "given.tfvars";

/** The files that a migration of one group writes, as a root on the simulator: plan what a user would plan. */
export class MigratedRoot {
  private readonly root: Root;

  constructor(engine: string, migration: Migration) {
    this.root = new Root({ engine, main: textOf(migration, "main.tf") });
    this.use(migration);
  }

  /** Puts another migration's files in place of the ones before. */
  use(migration: Migration): void {
    this.root.write("main.tf", textOf(migration, "main.tf"));
    this.root.write(FILE, textOf(migration, `${migration.groups[0]?.name}.tfvars`));
  }

  write(name: string, text: string): void {
    this.root.write(name, text);
  }

  plan(): Change[] {
    return this.root.plan(`-var-file=${FILE}`);
  }

  run(...args: string[]): Run {
    return this.root.run(...args);
  }

  remove(): void {
    this.root.remove();
  }
}

/** A file of a migration of one group. */
export const textOf = (migration: Migration, path: string): string => {
  const found = outputFiles(migration, { moduleSource: "${modules}/switchyard" }).find((file) => file.path === path);
  if (!found) throw new Error(`${path} was not written`);
  return found.text;
};
