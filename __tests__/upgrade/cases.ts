import { readFileSync } from "node:fs";
import { join } from "node:path";
import { referenceRoot as latestRoot } from "../support/reference";
import { REPOSITORY } from "../support/root";

/** The reference input as the previous release takes it. */
const referenceRoot = (...given: Parameters<typeof latestRoot>): string =>
  latestRoot(...given).replace(/^ *accept_url_changes .*$/m, "");

/** What a user has applied by the previous release. */
export interface Case {
  readonly title: string;
  readonly main: string;
  /** Blocks that CHANGELOG.md tells the user to write for the upgrade. */
  readonly moves?: string;
  /** What a plan replaces or destroys all the same: patterns of addresses, with the reason. Each must occur. */
  readonly exceptions: readonly Exception[];
}

export interface Exception {
  readonly address: RegExp;
  readonly reason: string;
}

const REVISIONS: Exception = {
  address: /\.module\.ecs\["[a-z]+"\]\.aws_ecs_task_definition\.this\[0\]$/,
  reason: "a task definition is a revision: a change registers another one, and the old one's tasks run until then",
};

const WEIGHTED: Exception = {
  address: /\.dns_records\.aws_route53_record\.(a|aaaa)\["/,
  reason: "records have weights now, and Route 53 keeps no weighted record beside a simple one of the same name",
};

/** The code blocks under "Upgrading from …", in their order. */
const [PORTS = "", RECORDS = ""] = [
  ...(/### Upgrading from[^]*?\n### /.exec(readFileSync(join(REPOSITORY, "CHANGELOG.md"), "utf8"))?.[0] ?? "").matchAll(
    /```hcl\n([^]*?)```/g,
  ),
].map(([, block = ""]) => block);

const DOMAIN = 'domain = { name = "example.com", zone = { id = aws_route53_zone.this.zone_id } }';
const ZONE = '\nresource "aws_route53_zone" "this" { name = "example.com" }\n';

const VPC = join(REPOSITORY, "__tests__", "contract", "fixtures", "vpc");
const ADOPTED = `vpc = {
    id                 = module.found.vpc_id
    public_subnet_ids  = module.found.public_subnet_ids
    manage_network_acl = true
  }`;
const adopted = (mode: string): string =>
  `${referenceRoot(mode, ADOPTED)
    .replace(/^ *network .*$/m, "")
    .replace(', "2001:db8::/32"', "")}\nmodule "found" { source = "${VPC}" }\n`;

const overridden = referenceRoot("ecs").replace("port = 3000,", 'port = 3000, mode = "express",');

export const cases: readonly Case[] = [
  { title: "the README's example on Express Mode", main: referenceRoot("express"), exceptions: [] },
  {
    title: "the README's example on the plain track",
    main: referenceRoot("ecs"),
    moves: PORTS,
    exceptions: [REVISIONS],
  },
  {
    title: "a domain and its zone on the plain track",
    main: referenceRoot("ecs", DOMAIN) + ZONE,
    moves: RECORDS,
    exceptions: [REVISIONS, WEIGHTED],
  },
  { title: "a service on each track", main: overridden, moves: PORTS, exceptions: [REVISIONS] },
  { title: "a given VPC on Express Mode", main: adopted("express"), exceptions: [] },
  { title: "a given VPC on the plain track", main: adopted("ecs"), moves: PORTS, exceptions: [REVISIONS] },
  {
    title: "the plain track's own module",
    main: referenceRoot("ecs").replace('/switchyard"', '/switchyard-ecs"'),
    moves: PORTS,
    exceptions: [REVISIONS],
  },
];
