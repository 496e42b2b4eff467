/** Data sources: each answers from the world. */
import { text, type State } from "../values";
import { ACCOUNT } from "./context";
import { CONTAINER_DATA } from "./data-containers";
import { LOAD_BALANCING_DATA } from "./data-load-balancing";
import { NETWORK_DATA } from "./data-network";
import { policyDocument } from "./iam-policy-document";
import { taggedResources } from "./data-tagging";
import { AwsError } from "./errors";
import { ZONE_LETTERS, zoneId } from "./network";
import type { World } from "./world";

/** What a data source works with. */
export interface DataContext {
  world: World;
  region: string;
}

/** Answers what is asked; members that are left out are null or as configured. */
export type DataSource = (config: State, context: DataContext) => State;

const ACCOUNT_DATA: Readonly<Record<string, DataSource>> = {
  aws_availability_zones: (_, { region }) => {
    const names = ZONE_LETTERS.map((letter) => region + letter);
    return { id: region, names, zone_ids: names.map(zoneId), group_names: [region] };
  },
  aws_partition: () => ({
    id: "aws",
    partition: "aws",
    dns_suffix: "amazonaws.com",
    reverse_dns_prefix: "com.amazonaws",
  }),
  aws_region: (config, { region }) => {
    const name = text(config, "region") ?? text(config, "name") ?? region;
    return { id: name, name, region: name, endpoint: `ec2.${name}.amazonaws.com`, description: name };
  },
  aws_caller_identity: () => ({
    id: ACCOUNT,
    account_id: ACCOUNT,
    arn: `arn:aws:iam::${ACCOUNT}:user/simulator`,
    user_id: "AIDASIMULATOR",
  }),
  aws_ip_ranges: (_, { region }) => ({
    // Two blocks of documentation addresses stand for AWS's list.
    id: "1",
    sync_token: 1,
    create_date: "2026-01-01-00-00-00",
    cidr_blocks: ["192.0.2.0/25", "198.51.100.0/25"],
    ipv6_cidr_blocks: ["2001:db8::/48"],
    region,
  }),
  aws_iam_policy_document: policyDocument,
  aws_resourcegroupstaggingapi_resources: taggedResources,
};

const DATA_SOURCES: Readonly<Record<string, DataSource>> = {
  ...ACCOUNT_DATA,
  ...NETWORK_DATA,
  ...LOAD_BALANCING_DATA,
  ...CONTAINER_DATA,
};

/** Reads a data source. */
export function readData(type: string, config: State, context: DataContext): State {
  const source = DATA_SOURCES[type];
  if (!source)
    throw new AwsError(
      "Simulator",
      "NotImplemented",
      `the data source ${type} has a schema but no answer: add it to simulator/world/data.ts`,
    );
  return source(config, context);
}
