/** Puts the simulator where terraform and tofu look for hashicorp/aws and hashicorp/null. */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { join, resolve } from "node:path";
import { providerProgram } from "./compiled";
import { schemaFile } from "./schema-file";
import type { ProviderName } from "./schema/types";

/** How to install the simulator. */
export interface InstallOptions {
  /** Folder for the provider mirror, the CLI configuration and the simulated world. It is made when it is missing. */
  readonly dir: string;
  /**
   * Version of hashicorp/aws that terraform is to see.
   * @default "6.66.0"
   */
  readonly version?: string;
  /**
   * Binary of a real AWS provider: everything is forwarded to it but the types in `own`.
   * @default - every type is simulated
   */
  readonly realProvider?: string;
  /**
   * Types that are simulated in front of a real provider, such as `aws_lb` or `data.aws_lb`.
   * @default ["aws_ecs_express_gateway_service", "data.aws_ecs_service"]
   */
  readonly own?: readonly string[];
  /**
   * URL of an AWS endpoint that has the operations of Express Mode and checks no signatures: Express services are kept there.
   * @default - they are simulated
   */
  readonly endpoint?: string;
}

/** An installed simulator. */
export interface InstalledSimulator {
  /** Variables that make terraform and tofu use it. */
  readonly env: Record<string, string>;
  /** The file of the simulated world. */
  readonly stateFile: string;
}

/** Where terraform and tofu think that providers are from. */
export const REGISTRIES = ["registry.terraform.io", "registry.opentofu.org"];

/** Version of hashicorp/null that terraform is to see. */
const NULL_VERSION = "3.2.4";

/** Writes the mirror and the CLI configuration, and returns the environment to run terraform with. */
export function installSimulator(options: InstallOptions): InstalledSimulator {
  const dir = resolve(options.dir);
  const mirror = join(dir, "mirror");
  writeLauncher(mirror, "aws", options.version ?? "6.66.0");
  writeLauncher(mirror, "null", NULL_VERSION);
  const configFile = join(dir, "cli.tfrc");
  writeFileSync(configFile, cliConfig(mirror));
  const stateFile = join(dir, "world.json");
  return {
    stateFile,
    env: {
      TF_CLI_CONFIG_FILE: configFile,
      TF_DISABLE_PLUGIN_TLS: "1",
      CHECKPOINT_DISABLE: "1",
      SWITCHYARD_SIMULATOR_NODE: process.execPath,
      SWITCHYARD_SIMULATOR_PROGRAM: providerProgram("main"),
      SWITCHYARD_SIMULATOR_SCHEMA: schemaFile(),
      SWITCHYARD_SIMULATOR_STATE: stateFile,
      SWITCHYARD_SIMULATOR_CACHE: join(dir, "cache"),
      ...(options.realProvider && { SWITCHYARD_SIMULATOR_REAL: resolve(options.realProvider) }),
      ...(options.endpoint && { SWITCHYARD_SIMULATOR_ENDPOINT: options.endpoint }),
      ...(options.own && { SWITCHYARD_SIMULATOR_OWN: options.own.join(",") }),
    },
  };
}

/** A launcher names no path, so it is the same everywhere and so is its hash in a dependency lock file. */
function writeLauncher(mirror: string, provider: ProviderName, version: string): void {
  for (const registry of REGISTRIES) {
    const folder = join(mirror, registry, "hashicorp", provider, version, `${goPlatform()}_${goArchitecture()}`);
    const file = join(folder, `terraform-provider-${provider}_v${version}_x5`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `#!/bin/sh\nexec "$SWITCHYARD_SIMULATOR_NODE" "$SWITCHYARD_SIMULATOR_PROGRAM" ${provider}\n`);
    chmodSync(file, 0o755);
  }
}

function goPlatform(): string {
  return platform() === "win32" ? "windows" : platform();
}

function goArchitecture(): string {
  return ({ x64: "amd64", ia32: "386" } as Record<string, string>)[arch()] ?? arch();
}

function cliConfig(mirror: string): string {
  return `disable_checkpoint = true
provider_installation {
  filesystem_mirror {
    path = ${JSON.stringify(mirror)}
  }
}
`;
}
