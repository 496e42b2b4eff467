import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { builtTofu, onPath } from "../../demo/engine";

/** A program the tests need, or why it cannot be had here. */
export type Tool = { readonly path: string } | { readonly missing: string };

/** Terraform: on the path, or what TERRAFORM_BINARY names. */
export const terraform: Tool = tool(process.env["TERRAFORM_BINARY"] ?? onPath("terraform"), "no terraform on the PATH");

/** OpenTofu: on the path, what TOFU_BINARY names, or what `.ci/run` built. */
export const tofu: Tool = tool(
  process.env["TOFU_BINARY"] ?? onPath("tofu") ?? builtTofu(),
  "no tofu on the PATH (scripts/install-opentofu builds one)",
);

/** A real AWS provider of version 5, from a filesystem mirror or what AWS_PROVIDER_BINARY names. */
export const realProvider: Tool = tool(
  process.env["AWS_PROVIDER_BINARY"] ?? foundProvider(),
  "no real AWS provider binary (AWS_PROVIDER_BINARY names one)",
);

/** Python with moto's server. */
export const moto: Tool = tool(pythonWithMoto(), "no python3 with moto[server]");

/** The version of checkov that `scripts/install-checkov` installs. */
export const CHECKOV_VERSION = "3.3.30";

/** Checkov: on the path, what CHECKOV_BINARY names, or what `.ci/run` installed. */
export const checkov: Tool = tool(
  process.env["CHECKOV_BINARY"] ?? onPath("checkov") ?? installedCheckov(),
  "no checkov on the PATH (scripts/install-checkov installs it)",
);

/** Both engines, each with the reason when it is missing. */
export const engines: readonly { readonly name: string; readonly tool: Tool }[] = [
  { name: "terraform", tool: terraform },
  { name: "tofu", tool: tofu },
];

function tool(path: string | undefined, missing: string): Tool {
  return path ? { path } : { missing };
}

function foundProvider(): string | undefined {
  const found = spawnSync(
    "find",
    ["/", "-xdev", "-type", "f", "-name", "terraform-provider-aws_v5*", "-size", "+50M"],
    { encoding: "utf8" },
  );
  return found.stdout.split("\n").filter(Boolean).sort().at(-1);
}

function pythonWithMoto(): string | undefined {
  try {
    execFileSync("python3", ["-c", "import moto.server, werkzeug"], { stdio: "ignore" });
    return "python3";
  } catch {
    return undefined;
  }
}

function installedCheckov(): string | undefined {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const path = join(cache, "checkov", CHECKOV_VERSION, "bin", "checkov");
  return existsSync(path) ? path : undefined;
}

/** `describe`, or a counted skip that says what is missing. */
export function describeWith(title: string, tools: readonly Tool[], body: (...paths: string[]) => void): void {
  const missing = tools.flatMap((each) => ("missing" in each ? [each.missing] : []));
  if (missing.length) {
    describe(title, () => {
      it.skip(`skipped: ${missing.join("; ")}`, () => undefined);
    });
    return;
  }
  describe(title, () => body(...tools.map((each) => ("path" in each ? each.path : ""))));
}
