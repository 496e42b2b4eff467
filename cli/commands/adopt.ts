import { Command } from "commander";
import type { Adoption, AdoptOptions } from "../../adopt";
import { EXIT, UsageError } from "../exit";
import { collect, named } from "../options";
import type { Declare } from ".";

interface Flags {
  readonly out: string;
  readonly report?: string;
  readonly json?: boolean;
  readonly force?: boolean;
  readonly live?: boolean;
  readonly cluster?: string;
  readonly region?: string;
  readonly service: readonly string[];
  readonly allowedCidr: readonly string[];
  readonly hostName: Readonly<Record<string, readonly string[]>>;
  readonly name?: string;
  readonly vpcId?: string;
  readonly publicSubnet: readonly string[];
  readonly moduleSource?: string;
}

const hosts = (value: string, before: Flags["hostName"]): Flags["hostName"] => {
  const [service, host] = named(value);
  return { ...before, [service]: [...(before[service] ?? []), host] };
};

const AFTER = `
Exit: 0 done; 1 something given cannot be used, or is missing; 2 wrong usage; 3 done, and a service cannot be taken over (see the report).

Examples:
  aws ecs describe-services --cluster main --services web --include TAGS > service.json
  aws ecs describe-task-definition --task-definition web:7 > task.json
  switchyard adopt service.json task.json load-balancer.json target-group.json listeners.json rules.json scaling.json
  switchyard adopt --live --cluster main --service web --region eu-west-1
`;

/** `switchyard adopt`: services that stand in, an input with import blocks and a report out. */
export const adoptCommand: Declare = (done) =>
  new Command("adopt")
    .description(
      "Turns services made by hand, on Express Mode or plain ECS, into an input and import blocks, with a report",
    )
    .argument("[input...]", "what the describe calls of the AWS CLI print, files or folders; - for stdin")
    .option("--out <dir>", "folder to write to", "switchyard")
    .option("--report <file>", "the report's place (default: report.md in the folder)")
    .option("--json", "print the report as JSON, for a program")
    .option("--force", "overwrite files that are there")
    .option("--live", "make the calls; nothing is changed")
    .option("--cluster <name>", "with --live, the cluster to look into")
    .option("--region <region>", "with --live, the region (default: AWS_REGION)")
    .option("--service <name>", "a service to take, by its name in ECS (repeatable; default: all)", collect, [])
    .option("--allowed-cidr <cidr>", "who may come in (repeatable)", collect, [])
    .option(
      "--host-name <service=name>",
      "a host name of a service that no listener rule tells (repeatable)",
      hosts,
      {},
    )
    .option("--name <name>", "the group's name")
    .option("--vpc-id <id>", "the VPC, where nothing given tells it")
    .option("--public-subnet <id>", "a public subnet of it, where the services have none (repeatable)", collect, [])
    .option("--module-source <address>", "where the Terraform files find the module")
    .addHelpText("after", AFTER)
    .action(async (paths: string[], flags: Flags) => done(await run(paths, flags)));

async function run(paths: readonly string[], flags: Flags): Promise<number> {
  if (!paths.length && !flags.live)
    throw new UsageError("Name an input, or say --live. switchyard adopt --help shows what there is.");
  const [{ adopt, jsonReport, outputFiles }, { ownModule, placed, write }] = await Promise.all([
    import("../../adopt/index.js"),
    import("../write.js"),
  ]);
  const adoption = adopt(await textsOf(paths, flags), optionsOf(flags));
  const moduleSource = flags.moduleSource ?? ownModule(flags.out);
  const files = write(
    placed(outputFiles(adoption, { moduleSource }), flags.out, flags.report),
    flags.force === true,
    "switchyard adopt",
  );
  if (flags.json) process.stdout.write(jsonReport(adoption, files));
  else tell(adoption, files);
  return adoption.blocked ? EXIT.blocked : EXIT.ok;
}

async function textsOf(paths: readonly string[], { live, cluster, service, region }: Flags) {
  const [{ readInputs }, { answers }] = await Promise.all([import("../read-inputs.js"), import("../adopt/wanted.js")]);
  const given = readInputs(paths, answers);
  if (!live) return given;
  const home = region ?? process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
  if (!cluster || !home) throw new UsageError("--live: say --cluster, and --region or set AWS_REGION.");
  const { readCluster } = await import("../adopt/live.js");
  return [
    ...given,
    ...(await readCluster({ cluster, services: service, region: home }, (text) => console.error(text))),
  ];
}

function optionsOf(flags: Flags): AdoptOptions {
  const { name, vpcId } = flags;
  return {
    services: flags.service,
    allowedCidrs: flags.allowedCidr,
    hostNames: flags.hostName,
    publicSubnetIds: flags.publicSubnet,
    ...(name === undefined ? {} : { name }),
    ...(vpcId === undefined ? {} : { vpcId }),
  };
}

/** What a person sees: which service is taken over, what stands in the way, and the files. */
function tell({ services, adopted, imports, findings }: Adoption, files: readonly string[]): void {
  console.table(
    services.map(({ key, name, mode }) => ({
      service: key,
      "in ECS": name,
      mode,
      "taken over": adopted.includes(key),
    })),
  );
  for (const severity of ["blocker", "security"] as const)
    for (const finding of findings.filter((each) => each.severity === severity))
      console.log(
        `${severity}: ${finding.service} ${finding.field}: ${finding.what}.${finding.do ? ` ${finding.do}.` : ""}`,
      );
  console.log(`\n${imports.length} import(s). Written:\n${files.map((file) => `  ${file}`).join("\n")}`);
}
