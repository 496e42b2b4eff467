import { Command, Option } from "commander";
import type { Migration, MigrateOptions } from "../../apprunner";
import { EXIT, UsageError } from "../exit";
import { collect, named } from "../options";
import type { Declare } from ".";

interface Flags {
  readonly out: string;
  readonly mode: "express" | "ecs" | "auto";
  readonly report?: string;
  readonly json?: boolean;
  readonly force?: boolean;
  readonly fromAws?: boolean;
  readonly region: readonly string[];
  readonly allowedCidr: readonly string[];
  readonly value: Readonly<Record<string, string>>;
  readonly image: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly account?: string;
  readonly vpcId?: string;
  readonly publicSubnet: readonly string[];
  readonly domain?: string;
  readonly hostedZoneId?: string;
  readonly certificateArn?: string;
  readonly moduleSource?: string;
}

const pair = (value: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const [name, given] = named(value);
  return { ...before, [name]: given };
};

const AFTER = `
Exit: 0 done; 1 something given cannot be used; 2 wrong usage; 3 done, and a blocker stands in the way (see the report).

Examples:
  aws apprunner describe-service --service-arn … > web.json
  switchyard migrate web.json --allowed-cidr 203.0.113.0/24
  switchyard migrate template.yaml terraform/ --mode ecs --out ecs
  switchyard migrate --from-aws --region us-east-1 --region eu-west-1
`;

/** `switchyard migrate`: App Runner definitions in, tfvars and a report out. */
export const migrateCommand: Declare = (done) =>
  new Command("migrate")
    .description("Turns App Runner definitions into an input for Express Mode or plain ECS, with a report")
    .argument(
      "[input...]",
      "describe-service JSON with its companions, CloudFormation, Terraform files, folders or state, apprunner.yaml; - for stdin",
    )
    .option("--out <dir>", "folder to write to", "switchyard")
    .addOption(
      new Option("--mode <mode>", "the track; auto takes Express Mode where it can")
        .choices(["express", "ecs", "auto"])
        .default("auto"),
    )
    .option("--report <file>", "the report's place (default: report.md in the folder)")
    .option("--json", "print the report as JSON, for a program")
    .option("--force", "overwrite files that are there")
    .option("--from-aws", "read the account's services; nothing is changed")
    .option(
      "--region <region>",
      "with --from-aws, a region to read (repeatable, or all); else the region of definitions that do not say theirs",
      collect,
      [],
    )
    .option("--account <id>", "the account of definitions that do not say theirs")
    .option("--allowed-cidr <cidr>", "who may come in (repeatable)", collect, [])
    .option("--value <name=value>", "what a file leaves open, by the name in the report (repeatable)", pair, {})
    .option(
      "--image <service=image>",
      "the image of a service that App Runner builds from source (repeatable)",
      pair,
      {},
    )
    .option("--name <name>", "the group's name")
    .option("--vpc-id <id>", "an existing VPC to run in")
    .option("--public-subnet <id>", "a public subnet of it (repeatable, two zones or more)", collect, [])
    .option("--domain <name>", "the group's domain (default: that of the custom domains)")
    .option("--hosted-zone-id <id>", "its Route 53 zone: names move by weights, and a certificate is made")
    .option("--certificate-arn <arn>", "an ACM certificate for the host names")
    .option("--module-source <address>", "where the Terraform files find the module")
    .addHelpText("after", AFTER)
    .action(async (paths: string[], flags: Flags) => done(await run(paths, flags)));

async function run(paths: readonly string[], flags: Flags): Promise<number> {
  if (!paths.length && !flags.fromAws)
    throw new UsageError("Name an input, or say --from-aws. switchyard migrate --help shows what there is.");
  const [{ jsonReport, migrate, outputFiles }, { ownModule, placed, write }] = await Promise.all([
    import("../../apprunner/index.js"),
    import("../write.js"),
  ]);
  const texts = await textsOf(paths, flags);
  const options = optionsOf(flags);
  const migration = await migrate(texts, options);
  const files = write(
    placed(
      outputFiles(migration, { moduleSource: flags.moduleSource ?? ownModule(flags.out) }),
      flags.out,
      flags.report,
    ),
    flags.force === true,
    "switchyard migrate",
  );
  if (flags.json) process.stdout.write(jsonReport(migration, files));
  else tell(migration, files);
  return migration.blocked ? EXIT.blocked : EXIT.ok;
}

async function textsOf(paths: readonly string[], { fromAws, region }: Flags) {
  const [{ readInputs }, { definitions }] = await Promise.all([
    import("../read-inputs.js"),
    import("../migrate/wanted.js"),
  ]);
  const given = readInputs(paths, definitions);
  if (!fromAws) return given;
  const { readAccount, REGIONS } = await import("../migrate/live.js");
  const own = process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
  const asked = region.length ? region : own ? [own] : [];
  if (!asked.length) throw new UsageError("--from-aws: say --region (repeatable, or all), or set AWS_REGION.");
  const regions = asked.includes("all") ? REGIONS : [...new Set(asked)];
  return [...given, ...(await readAccount(regions, (text) => console.error(text)))];
}

function optionsOf(flags: Flags): MigrateOptions {
  const { mode, name, account, vpcId, domain, hostedZoneId, certificateArn, moduleSource } = flags;
  const [region] = flags.fromAws ? [] : flags.region;
  const given = { name, account, vpcId, domain, hostedZoneId, certificateArn, moduleSource, region };
  return {
    mode,
    allowedCidrs: flags.allowedCidr,
    values: flags.value,
    images: flags.image,
    publicSubnetIds: flags.publicSubnet,
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<
      typeof given
    > as MigrateOptions),
  };
}

/** What a person sees: where each service goes, what stands in the way, and the files. */
function tell({ groups, notRead }: Migration, files: readonly string[]): void {
  const rows = groups.flatMap((group) =>
    group.services.map(({ key, mode, verdicts, written }) => ({
      group: group.name,
      service: key,
      mode,
      express: verdicts.express.go ? "go" : "no-go",
      ecs: verdicts.ecs.go ? "go" : "no-go",
      "in the tfvars": written && group.input !== undefined,
    })),
  );
  if (rows.length) console.table(rows);
  else console.log("No App Runner service was found.");
  const all = groups.flatMap(({ allFindings }) => allFindings);
  for (const severity of ["blocker", "security"] as const) {
    for (const finding of all.filter((each) => each.severity === severity))
      console.log(
        `${severity}: ${finding.service} ${finding.field}: ${finding.what}.${finding.do ? ` ${finding.do}.` : ""}`,
      );
  }
  for (const { where, why } of notRead) console.log(`not read: ${where}: ${why}`);
  console.log(`\nWritten:\n${files.map((file) => `  ${file}`).join("\n")}`);
}
