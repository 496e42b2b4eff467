import type { Mode } from "../../modules/kit/capability";
import type { Definition } from "../definition";
import type { Finding } from "../finding";
import { customDomains, https } from "./domains";
import { environment } from "./environment";
import { healthCheck } from "./health-check";
import { identity } from "./identity";
import { authentication, autoDeploy, image, sourceCode } from "./image";
import { instanceRole } from "./instance-role";
import { ingress, ipAddressType, vpcConnector } from "./network";
import { encryption, logsAndMetrics, status, tags, tracing } from "./operations";
import type { Context, LeftOut, Outcome, Rule, ServiceInput } from "./rule";
import { scaling } from "./scaling";
import { secrets } from "./secrets";
import { sizes } from "./sizes";
import { port, startCommand } from "./start";
import { unknownFields } from "./unknown-fields";
import { openToTheWorld, webAcl } from "./waf";

/** Rules that say the same on both tracks, by name. */
const SAME: Readonly<Record<string, Rule>> = {
  identity,
  image,
  sourceCode,
  authentication,
  port,
  startCommand,
  environment,
  secrets,
  instanceRole,
  scaling,
  webAcl,
  openToTheWorld,
  encryption,
  tracing,
  logsAndMetrics,
  tags,
  status,
};

/** Rules whose answer depends on the track. */
const BY_TRACK: Readonly<Record<string, Rule>> = {
  autoDeploy,
  sizes,
  healthCheck,
  vpcConnector,
  ingress,
  ipAddressType,
  customDomains,
  https,
};

/** Every rule by name. */
export const RULES: Readonly<Record<string, Rule>> = { ...SAME, ...BY_TRACK };

/** A service as it would run on one track. */
export interface Converted {
  readonly service: Partial<ServiceInput>;
  readonly leftOut: readonly LeftOut[];
  readonly findings: readonly Finding[];
}

/** Applies every rule for both tracks, and names each field that none of them has looked at. */
export function convert(definition: Definition, context: Omit<Context, "mode">): Record<Mode, Converted> {
  const same = apply(SAME, definition, { ...context, mode: "express" });
  const on = (mode: Mode): Converted =>
    together(definition, context.key, [...same, ...apply(BY_TRACK, definition, { ...context, mode })]);
  return { express: on("express"), ecs: on("ecs") };
}

interface Applied {
  readonly rule: string;
  readonly outcome: Outcome;
}

const apply = (rules: Readonly<Record<string, Rule>>, definition: Definition, context: Context): Applied[] =>
  Object.entries(rules).map(([rule, look]) => ({ rule, outcome: look(definition, context) }));

function together(definition: Definition, service: string, applied: readonly Applied[]): Converted {
  const findings = applied.flatMap(({ rule, outcome }) =>
    outcome.drafts.map((draft): Finding => ({ ...draft, service, rule })),
  );
  const remarks = definition.remarks.map((draft): Finding => ({ ...draft, service, rule: "lenient" }));
  const rest = unknownFields(definition, findings).map((draft): Finding => ({
    ...draft,
    service,
    rule: "unknownFields",
  }));
  const environment = Object.assign({}, ...applied.map(({ outcome }) => outcome.service?.environment)) as Record<
    string,
    string
  >;
  return {
    service: {
      ...ordered(Object.assign({}, ...applied.map(({ outcome }) => outcome.service))),
      environment: sorted(environment),
    },
    leftOut: applied.flatMap(({ outcome }) => outcome.leftOut ?? []),
    findings: [...findings, ...remarks, ...rest],
  };
}

/** What a reader looks for first stands first. */
const ORDER: readonly string[] = [
  "image",
  "port",
  "health_check_path",
  "public",
  "command",
  "cpu",
  "memory",
  "scaling",
  "task_role",
  "security_group_ids",
  "secrets",
];

const ordered = (service: Partial<ServiceInput>): Partial<ServiceInput> =>
  Object.fromEntries(Object.entries(service).sort(([a], [b]) => place(a) - place(b))) as Partial<ServiceInput>;

const place = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

const sorted = (map: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
