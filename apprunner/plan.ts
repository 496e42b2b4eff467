import { type Mode, MODES } from "../modules/kit/capability";
import type { Definition } from "./definition";
import type { Finding } from "./finding";
import { groupsOf, keyOf, nameOf } from "./group";
import { type GroupInput, groupInput } from "./group-input";
import type { MigrateOptions } from "./options";
import { convert, type Converted } from "./rules";
import { domainOf, hasDomains } from "./rules/domains";
import { labels } from "./rules/identity";
import { allowlist } from "./rules/waf";

/** Whether a service can go to a track, and what stands in the way. */
export interface Verdict {
  readonly go: boolean;
  readonly reasons: readonly string[];
}

export interface ServicePlan {
  /** Its name in the input. */
  readonly key: string;
  readonly definition: Definition;
  /** The track it is written for. */
  readonly mode: Mode;
  readonly recommended: Mode;
  readonly because: string;
  readonly verdicts: Readonly<Record<Mode, Verdict>>;
  readonly converted: Readonly<Record<Mode, Converted>>;
  /** Whether it is in the tfvars; without an image it cannot be. */
  readonly written: boolean;
}

export interface GroupPlan extends GroupInput {
  readonly name: string;
  readonly region: string | undefined;
  readonly account: string | undefined;
  readonly mode: Mode;
  readonly services: readonly ServicePlan[];
}

/** What becomes of the definitions: groups of services that run behind one load balancer, each an input of its own. */
export function planAll(definitions: readonly Definition[], options: MigrateOptions): GroupPlan[] {
  const groups = groupsOf(definitions, options);
  const keyed = groups.map(keysOf);
  const neighbours = keyed
    .flat()
    .flatMap(({ key, definition }) =>
      definition.service.ServiceUrl ? [{ key, url: definition.service.ServiceUrl }] : [],
    );
  const names = labels(groups.map((group) => nameOf(group, options)));
  return keyed.map((members, i) => planGroup(names[i] as string, members, neighbours, options));
}

type Keyed = { readonly key: string; readonly definition: Definition };

const keysOf = (group: readonly Definition[]): Keyed[] => {
  const keys = labels(group.map(keyOf));
  return group.map((definition, i) => ({ key: keys[i] as string, definition }));
};

function planGroup(
  name: string,
  members: readonly Keyed[],
  neighbours: readonly { key: string; url: string }[],
  options: MigrateOptions,
): GroupPlan {
  const services = members.map((member) => planService(member, neighbours, options));
  const mode = groupMode(services, options);
  const [first] = members;
  return {
    name,
    mode,
    services,
    region: first?.definition.region,
    account: first?.definition.account,
    ...groupInput(name, mode, services, options),
  };
}

function planService(
  { key, definition }: Keyed,
  neighbours: readonly { key: string; url: string }[],
  options: MigrateOptions,
): ServicePlan {
  const image = options.images?.[key] ?? options.images?.[definition.name];
  const context = {
    key,
    image,
    domain: domainOf(definition, options),
    vpcReady: options.vpcId !== undefined,
    allowlistReady: Boolean(options.allowedCidrs?.length) || allowlist(definition).length > 0,
    neighbours: neighbours.filter((each) => each.key !== key),
  };
  const converted = convert(definition, context);
  const verdicts = { express: verdictOf(converted.express), ecs: verdictOf(converted.ecs) };
  const recommended = recommend(verdicts, converted.express.findings);
  const mode = asked(recommended, converted.express.findings, options);
  const { service } = converted[mode];
  const written = service.image !== undefined && service.port !== undefined && service.cpu !== undefined;
  return {
    key,
    definition,
    mode,
    recommended,
    because: reason(recommended, verdicts, definition),
    verdicts,
    converted,
    written,
  };
}

const verdictOf = ({ findings }: Converted): Verdict => {
  const blockers = findings.filter(({ severity }) => severity === "blocker");
  return { go: blockers.length === 0, reasons: blockers.map(({ what }) => what) };
};

/** Express Mode when it can; else plain ECS when that can; else the one that less stands in the way of, and that can hold the service. */
function recommend({ express, ecs }: ServicePlan["verdicts"], onExpress: readonly Finding[]): Mode {
  if (express.go) return "express";
  return ecs.go || ecs.reasons.length < express.reasons.length || onExpress.some(({ needs }) => needs === "ecs")
    ? "ecs"
    : "express";
}

function reason(recommended: Mode, verdicts: ServicePlan["verdicts"], definition: Definition): string {
  const other = MODES.find((mode) => mode !== recommended) as Mode;
  const blocked = verdicts[other].reasons;
  if (!verdicts[recommended].go) return `nothing is ready: ${verdicts[recommended].reasons.join("; ")}`;
  if (recommended === "express")
    return `nothing stands in the way${hasDomains(definition) ? "" : ", and it has HTTPS on a name of AWS's, as App Runner has"}`;
  return `on Express Mode: ${blocked.join("; ")}`;
}

/** The track of one service: what was asked for, unless only the other one can take it without making it public or smaller. */
function asked(recommended: Mode, onExpress: readonly Finding[], { mode = "auto" }: MigrateOptions): Mode {
  if (mode === "auto") return recommended;
  return mode === "express" && onExpress.some(({ needs }) => needs === "ecs") ? "ecs" : mode;
}

/** The word of the group; services on the other track say so themselves. */
function groupMode(services: readonly ServicePlan[], { mode = "auto" }: MigrateOptions): Mode {
  if (mode !== "auto") return mode;
  const plain = services.filter((service) => service.mode === "ecs").length;
  return plain * 2 > services.length || plain === services.length ? "ecs" : "express";
}
