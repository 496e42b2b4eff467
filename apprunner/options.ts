import type { Mode } from "../modules/kit/capability";
import { InputError } from "../modules/kit/problem";
import type { Input } from "../modules/spec/input";
import { cidrs } from "../modules/spec/rules/cidrs";

/** What a caller may say besides the definitions. */
export interface MigrateOptions {
  /** The track; `auto` takes the one that each service can go to, Express Mode first. @default "auto" */
  readonly mode?: Mode | "auto";
  /** The group's name, and the name of its tfvars file. @default - the service's name, or what the services' names have in common */
  readonly name?: string;
  /** Who may come in. @default - the IP sets of a web ACL that blocks by default, or else nobody */
  readonly allowedCidrs?: readonly string[];
  /** Values for what the files do not hold, by the name that the report gives. */
  readonly values?: Readonly<Record<string, string>>;
  /** Images by service, for services that App Runner builds from source. */
  readonly images?: Readonly<Record<string, string>>;
  /** The region of definitions that do not say theirs. */
  readonly region?: string;
  /** The account of definitions that do not say theirs. */
  readonly account?: string;
  /** The existing VPC to run in. */
  readonly vpcId?: string;
  /** Public subnets of that VPC, in two zones or more. */
  readonly publicSubnetIds?: readonly string[];
  /** The group's domain. @default - the one that the services' custom domains are in */
  readonly domain?: string;
  /** The public Route 53 zone of the domain, in which names move by weights and a certificate is validated. */
  readonly hostedZoneId?: string;
  /** An ACM certificate that covers the host names. */
  readonly certificateArn?: string;
  /** Where the written Terraform files find the module; a relative path starts at the output folder. @default "./node_modules/ecs-switchyard/terraform/switchyard" */
  readonly moduleSource?: string;
}

/** Who is let in when nobody has said: TEST-NET-1, which is no one's. @see https://www.rfc-editor.org/rfc/rfc5737 */
export const NOBODY = ["192.0.2.0/24"];

/**
 * @throws InputError when one zone is to hold names that no zone can hold together
 */
export function checkZone({ hostedZoneId }: MigrateOptions, domains: readonly string[]): void {
  const apart = new Set(domains.map((domain) => domain.split(".").slice(-2).join(".")));
  if (hostedZoneId === undefined || apart.size < 2) return;
  throw new InputError(
    [
      {
        path: "--hosted-zone-id",
        got: hostedZoneId,
        why: `one zone does not hold the names of ${domains.join(" and ")}`,
        fix: "Convert the services of each domain by themselves, or leave it out and fill in the block at the end of each tfvars",
      },
    ],
    "switchyard migrate",
  );
}

/**
 * @throws InputError for options that contradict themselves
 */
export function checkOptions(options: MigrateOptions): void {
  const list = options.allowedCidrs ?? [];
  const problems = cidrs
    .flatMap((rule) => rule.problems({ allowed_cidrs: [...list] } as unknown as Input))
    .map((problem) => ({ ...problem, path: problem.path.replace("allowed_cidrs", "--allowed-cidr ") }));
  const subnets = options.publicSubnetIds ?? [];
  const more = [
    ...(options.vpcId !== undefined && subnets.length < 2
      ? [
          {
            path: "--vpc-id",
            why: "a load balancer needs public subnets in two availability zones",
            fix: "Say --public-subnet twice or more",
          },
        ]
      : []),
    ...(options.vpcId === undefined && subnets.length
      ? [{ path: "--public-subnet", why: "subnets belong to a VPC", fix: "Say --vpc-id as well" }]
      : []),
    ...(options.domain !== undefined && options.certificateArn === undefined && options.hostedZoneId === undefined
      ? [
          {
            path: "--domain",
            got: options.domain,
            why: "HTTPS under it needs a certificate",
            fix: "Say --hosted-zone-id as well, and one is made and validated there; or --certificate-arn",
          },
        ]
      : []),
    ...(options.account !== undefined && !/^[0-9]{12}$/.test(options.account)
      ? [
          {
            path: "--account",
            got: options.account,
            why: "an account is a number of twelve digits",
            fix: "Write it without hyphens",
          },
        ]
      : []),
  ];
  if (problems.length + more.length) throw new InputError([...problems, ...more], "switchyard migrate");
}
