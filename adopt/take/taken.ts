import type { Draft, Finding } from "../../apprunner/finding";
import type { ServiceInput } from "../../apprunner/rules/rule";
import type { Mode } from "../../modules/kit/capability";

/** An import block: what stands in AWS, and the address that takes it over, inside the module. */
export interface Import {
  readonly to: string;
  readonly id: string;
}

/** What a service stands on, and shares with the others of its group. */
export interface Ground {
  readonly vpcId?: string | undefined;
  readonly publicSubnets: readonly string[];
  readonly privateSubnets: readonly string[];
  /** Whether the load balancer has IPv6 addresses. */
  readonly ipv6: boolean;
  readonly infrastructureRoleArn?: string | undefined;
  /** The listener that serves it, on a load balancer that stays its owner's. */
  readonly listener?: { readonly arn: string; readonly securityGroupId: string } | undefined;
  /** Blocks that its listener rule admits alone. */
  readonly sourceIps: readonly string[];
}

/** What one look at a service yields. */
export interface Part {
  readonly drafts?: readonly Draft[];
  readonly service?: Partial<ServiceInput>;
  readonly imports?: readonly Import[];
  readonly ground?: Partial<Ground>;
}

/** A service that stands, as the input and the import blocks see it. */
export interface Taken {
  /** Its name in the input. */
  readonly key: string;
  readonly mode: Mode;
  readonly name: string;
  readonly arn: string;
  readonly cluster: string;
  readonly region: string;
  readonly account: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly service: Partial<ServiceInput>;
  readonly imports: readonly Import[];
  readonly ground: Ground;
  readonly findings: readonly Finding[];
}

const NO_GROUND: Ground = { publicSubnets: [], privateSubnets: [], ipv6: false, sourceIps: [] };

/** The parts as one; each finding says which part it is from. */
export function join(key: string, parts: Readonly<Record<string, Part>>) {
  const all = Object.values(parts);
  return {
    service: Object.assign({}, ...all.map(({ service }) => service)) as Partial<ServiceInput>,
    imports: all.flatMap(({ imports = [] }) => imports),
    ground: Object.assign({}, NO_GROUND, ...all.map(({ ground }) => ground)) as Ground,
    findings: Object.entries(parts).flatMap(([rule, { drafts = [] }]) =>
      drafts.map((draft): Finding => ({ ...draft, service: key, rule })),
    ),
  };
}

/** Tags of a user's; AWS's own cannot be written. */
export const ownTags = (tags: readonly { key: string; value: string }[]): Record<string, string> =>
  Object.fromEntries(tags.filter(({ key }) => !/^aws:/i.test(key)).map(({ key, value }) => [key, value]));
