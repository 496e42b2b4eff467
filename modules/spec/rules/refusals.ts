import { schemaOf, type SchemaNode } from "../../kit/schema";
import { type Choice, MODES, type Mode } from "../../kit/capability";
import { input } from "../input";
import type { Problem } from "../../kit/problem";
import type { InputRule } from "../input";
import { service } from "../service";
import { eachService, runsOn, placed, sentence } from "./each-service";

/** An option that a track refuses. */
interface Refusal {
  readonly path: readonly string[];
  readonly mode: Mode;
  readonly why: string;
  readonly instead: string;
  /** The service's choice that lifts the refusal. */
  readonly unless: Choice | undefined;
  readonly default: unknown;
  /** Whether a message repeats the value: an object or a map is long, and may hold what nobody should read. */
  readonly shown: boolean;
}

function refusalsOf(node: SchemaNode, path: readonly string[] = []): Refusal[] {
  const own = MODES.flatMap((mode): Refusal[] => {
    const support = node.capability?.[mode];
    return support?.kind === "refused"
      ? [
          {
            path,
            mode,
            why: support.why,
            instead: support.instead,
            unless: support.unless,
            default: node.default ?? null,
            shown: node.type !== "object",
          },
        ]
      : [];
  });
  return [
    ...own,
    ...Object.entries(node.properties ?? {}).flatMap(([name, member]) => refusalsOf(member, [...path, name])),
  ];
}

const valueAt = (root: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], root);

const isSet = (value: unknown, fallback: unknown): boolean =>
  JSON.stringify(value ?? null) !== JSON.stringify(fallback);

/** HCL for the same question. */
const isSetHcl = (expression: string, fallback: unknown): string =>
  Array.isArray(fallback) || (fallback !== null && typeof fallback === "object")
    ? `length(${expression}) > 0`
    : `${expression} != ${JSON.stringify(fallback)}`;

const say = (refusal: Refusal, path: string, got: string | undefined, services: string): Problem => ({
  path,
  got,
  why: `mode "${refusal.mode}" (${services}) refuses it: ${refusal.why}`,
  fix: refusal.instead.charAt(0).toUpperCase() + refusal.instead.slice(1),
});

const lifted = ({ unless }: Refusal, s: unknown): boolean =>
  unless !== undefined && valueAt(s, [unless.option]) === unless.value;

/** HCL that adds the same to a condition. */
const liftedHcl = ({ unless }: Refusal): string =>
  unless ? ` && s.${unless.option} != ${JSON.stringify(unless.value)}` : "";

const ofService = (refusal: Refusal): InputRule => {
  const value = `s.${refusal.path.join(".")}`;
  return eachService({
    say: (name, ...got: string[]) => say(refusal, `services.${name}.${refusal.path.join(".")}`, got[0], name),
    bad: ({ mode, service: s }) => {
      const given = valueAt(s, refusal.path);
      if (mode !== refusal.mode || lifted(refusal, s) || !isSet(given, refusal.default)) return [];
      return [refusal.shown ? [JSON.stringify(given)] : []];
    },
    plan: {
      quote: refusal.shown ? [`\${jsonencode(${value})}`] : [],
      when: `${runsOn(refusal.mode)}${liftedHcl(refusal)} && ${isSetHcl(value, refusal.default)}`,
    },
  });
};

const ofGroup = (refusal: Refusal): InputRule => {
  const value = `var.${refusal.path.join(".")}`;
  const path = refusal.path.join(".");
  const names = `[for name, s in var.services : name if ${runsOn(refusal.mode)}]`;
  return {
    problems: (given) => {
      const services = placed(given).filter(({ mode }) => mode === refusal.mode);
      const set = isSet(valueAt(given, refusal.path), refusal.default);
      return set && services.length
        ? [
            say(
              refusal,
              path,
              undefined,
              services
                .map(({ name }) => name)
                .sort()
                .join(", "),
            ),
          ]
        : [];
    },
    sentences: `[for names in [${names}] : ${sentence(say(refusal, path, undefined, '${join(", ", names)}'))} if length(names) > 0 && ${isSetHcl(value, refusal.default)}]`,
  };
};

const groupSchema = (): SchemaNode => {
  const { services: _, ...properties } = schemaOf(input).properties;
  return { properties };
};

/** Every refusal of the capability table, as a rule. */
export const refusals = (): InputRule[] => [
  ...refusalsOf(schemaOf(service)).map(ofService),
  ...refusalsOf(groupSchema()).map(ofGroup),
];
