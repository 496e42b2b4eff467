/**
 * The provider's programs as JavaScript. Terraform starts one several times per command, so it must not be compiled each time:
 * beside compiled code it is there; beside the TypeScript sources (in tests) it is compiled once per state of the sources.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "../modules/kit/package-root";

/** Path of a program in `provider/`: `main` is a provider's process, `thread` a thread of a process that runs terraform. */
export function providerProgram(name: "main" | "thread"): string {
  const beside = join(__dirname, "provider", `${name}.js`);
  return existsSync(beside) ? beside : join(compileSources(), "provider", `${name}.js`);
}

const FOLDERS = ["", "endpoint", "provider", "schema", "world"];

/** Compiles the sources under this folder into the package's cache and returns the folder there. */
function compileSources(): string {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(__dirname, folder))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(folder, name)),
  );
  const sources = files.map((file) => ({ file, text: readFileSync(join(__dirname, file), "utf8") }));
  const hash = createHash("sha256").update(JSON.stringify(sources)).digest("hex").slice(0, 16);
  const target = join(packageRoot(), "node_modules", ".cache", "switchyard-simulator", hash);
  if (!existsSync(target)) compileInto(target, sources);
  return target;
}

function compileInto(target: string, sources: readonly { file: string; text: string }[]): void {
  const ts = require("typescript") as typeof import("typescript");
  const temporary = `${target}.${process.pid}`;
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  for (const { file, text } of sources) {
    const output = join(temporary, file.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, ts.transpileModule(text, { compilerOptions }).outputText);
  }
  try {
    renameSync(temporary, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(temporary, { recursive: true }); // another process was first
  }
}
