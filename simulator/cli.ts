/**
 * The simulator from a shell:
 *
 *     eval "$(node dist/simulator/cli.js env)"
 *     terraform init && terraform apply
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { installSimulator } from "./install";

const USAGE = `usage: cli.js env [--dir DIR] [--version VERSION] [--real BINARY] [--own TYPE,…] [--endpoint URL]

Prints the variables that make terraform and tofu use the simulated AWS provider.
  --dir      where the mirror and the simulated world are kept   (default: .switchyard-simulator)
  --version  version of hashicorp/aws that terraform sees         (default: 6.66.0)
  --real     a real AWS provider's binary: it answers every type but --own
  --own      types simulated in front of it                       (default: aws_ecs_express_gateway_service,data.aws_ecs_service)
  --endpoint an AWS endpoint that keeps Express services, instead of the simulated world`;

/** Runs one command and returns what to print. */
export function run(args: readonly string[]): string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      dir: { type: "string" },
      version: { type: "string" },
      real: { type: "string" },
      own: { type: "string" },
      endpoint: { type: "string" },
    },
  });
  if (positionals.join(" ") !== "env") throw new Error(USAGE);
  const { env } = installSimulator({
    dir: values.dir ?? join(process.cwd(), ".switchyard-simulator"),
    ...(values.version && { version: values.version }),
    ...(values.real && { realProvider: values.real }),
    ...(values.endpoint && { endpoint: values.endpoint }),
    ...(values.own && { own: values.own.split(",") }),
  });
  return Object.entries(env)
    .map(([name, value]) => `export ${name}=${quote(value)}`)
    .join("\n");
}

/** Quotes a word for a POSIX shell. */
function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

if (require.main === module) {
  try {
    console.log(run(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
