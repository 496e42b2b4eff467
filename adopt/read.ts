import { parseText } from "../apprunner/read/document";
import { isObject, type Json } from "../apprunner/read/piece";
import { below, type InputText, type Place, problemAt, whereIs, writeSteps } from "../apprunner/source";
import type { Problem } from "../modules/kit/problem";
import { explain } from "../modules/kit/constraints";
import { schemaOf, type SchemaNode } from "../modules/kit/schema";
import { type Found, type TargetGroup } from "./found";
import { KINDS, type Kind } from "./shapes";

const EXPECTED =
  "Give what the AWS CLI prints for: aws ecs describe-services, describe-task-definition or describe-express-gateway-service, aws elbv2 describe-load-balancers, -target-groups, -listeners or -rules, aws application-autoscaling describe-scalable-targets or -scaling-policies";

/** Lists without definitions, and the call that has them. */
const SUMMARIES: Readonly<Record<string, string>> = {
  serviceArns: "aws ecs describe-services --cluster … --services … --include TAGS",
  taskDefinitionArns: "aws ecs describe-task-definition --task-definition …",
  clusterArns: "aws ecs describe-services --cluster … --services … --include TAGS",
};

/** One described thing, and where it stands. */
export interface Piece {
  readonly kind: Kind;
  readonly value: unknown;
  readonly place: Place;
  /** The object that it stands in: what is in one object belongs together. */
  readonly bundle: Json;
}

interface Reading {
  readonly pieces: readonly Piece[];
  readonly problems: readonly Problem[];
}

const together = (readings: readonly Reading[]): Reading => ({
  pieces: readings.flatMap(({ pieces }) => pieces),
  problems: readings.flatMap(({ problems }) => problems),
});
const wrong = (...problems: Problem[]): Reading => ({ pieces: [], problems });

/** Everything that the texts describe, and every problem with them. */
export function readAll(inputs: readonly InputText[]): { found: Found; problems: readonly Problem[] } {
  const { pieces, problems } = together(inputs.map(readOne));
  const checked = pieces.map(check);
  const good = pieces.flatMap((piece, i) => {
    const value = checked[i]?.value;
    return value === undefined ? [] : [{ ...piece, value }];
  });
  const grouped = foundIn(good);
  return {
    found: grouped.found,
    problems: [...problems, ...checked.flatMap((each) => each.problems), ...grouped.problems],
  };
}

function readOne(input: InputText): Reading {
  const parsed = parseText(input);
  return "problems" in parsed ? wrong(...parsed.problems) : readValue(parsed.value, parsed.place);
}

function readValue(value: unknown, place: Place): Reading {
  if (Array.isArray(value)) return together(value.map((item, i) => readValue(item, below(place, i))));
  if (!isObject(value)) return wrong(problemAt(place, "this is no answer of a describe call", EXPECTED));
  const known = Object.keys(value).filter((name) => name in KINDS || name in SUMMARIES);
  if (!known.length) return wrong(problemAt(place, "this is no answer of a describe call", EXPECTED));
  return together([...known.map((name) => readMember(name, value, place)), missing(value, place)]);
}

function readMember(name: string, whole: Json, place: Place): Reading {
  const call = SUMMARIES[name];
  const at = below(place, name);
  if (call) return wrong(problemAt(at, "a list of ARNs holds no definition", `Give the answer of: ${call}`));
  const member = whole[name];
  const list = Array.isArray(member);
  return {
    pieces: (list ? member : [member]).map((value: unknown, i) => ({
      kind: name as Kind,
      value,
      place: list ? below(at, i) : at,
      bundle: whole,
    })),
    problems: [],
  };
}

/** What describe-services was asked for and did not find. */
const missing = ({ failures }: Json, place: Place): Reading =>
  wrong(
    ...(Array.isArray(failures) ? failures.filter(isObject) : []).map((failure, i) =>
      problemAt(
        below(place, "failures", i),
        `AWS did not find ${String(failure["arn"] ?? "it")} (${String(failure["reason"] ?? "no reason given")})`,
        "Check the name, the cluster and the region of the command",
      ),
    ),
  );

/** A piece by its shape; a problem never repeats a value, which may be a secret. */
function check({ kind, value, place }: Piece): { value?: unknown; problems: Problem[] } {
  const parsed = KINDS[kind].safeParse(withoutNulls(value));
  if (parsed.success) return { value: parsed.data, problems: [] };
  const schema = schemaOf(KINDS[kind]);
  return {
    problems: parsed.error.issues.map(({ path }) => {
      const steps = path.filter((step): step is string | number => typeof step !== "symbol");
      const { why, fix } = explain(nodeAt(schema, steps), "", undefined);
      const text = whereIs(place, steps);
      return {
        path: text || writeSteps(steps),
        why,
        fix: fix === "Write such a value" ? "Save the command's output again, unchanged" : fix,
      };
    }),
  };
}

/** The CLI leaves out what is not set; other tools print null. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === null ? [] : [[name, withoutNulls(member)]])),
  );
}

const nodeAt = (node: SchemaNode, steps: readonly (string | number)[]): SchemaNode =>
  steps.reduce<SchemaNode>(
    (at, step) =>
      (typeof step === "number"
        ? at.items
        : (at.properties?.[step] ??
          (typeof at.additionalProperties === "object" ? at.additionalProperties : undefined))) ?? {},
    node,
  );

/** The pieces by kind, each thing once: the same one is often in several answers. */
function foundIn(pieces: readonly Piece[]): { found: Found; problems: readonly Problem[] } {
  const of = <T>(kind: Kind, id: (value: T) => string): T[] => [
    ...new Map(pieces.filter((piece) => piece.kind === kind).map(({ value }) => [id(value as T), value as T])).values(),
  ];
  const attributes = pieces.filter(({ kind }) => kind === "Attributes");
  const groups = of<TargetGroup>("TargetGroups", ({ TargetGroupArn }) => TargetGroupArn);
  const owned = groups.map((group) => ({ group, own: attributesOf(group, groups, attributes) }));
  const lost = groups.length > 1 && attributes.find(({ bundle }) => !("TargetGroups" in bundle));
  const scaled = (each: { ResourceId: string; ScalableDimension: string }) =>
    `${each.ResourceId} ${each.ScalableDimension}`;
  return {
    found: {
      services: of("services", ({ serviceArn }) => serviceArn),
      express: of("service", ({ serviceArn }) => serviceArn),
      taskDefinitions: of("taskDefinition", ({ taskDefinitionArn }) => taskDefinitionArn),
      loadBalancers: of("LoadBalancers", ({ LoadBalancerArn }) => LoadBalancerArn),
      targetGroups: owned.map(({ group, own }) => (own ? { ...group, attributes: own } : group)),
      listeners: of("Listeners", ({ ListenerArn }) => ListenerArn),
      rules: of("Rules", ({ RuleArn }) => RuleArn),
      scalableTargets: of<Found["scalableTargets"][number]>("ScalableTargets", scaled),
      scalingPolicies: of<Found["scalingPolicies"][number]>(
        "ScalingPolicies",
        (each) => `${scaled(each)} ${each.PolicyName}`,
      ),
      scheduledActions: of<Found["scheduledActions"][number]>(
        "ScheduledActions",
        (each) => `${scaled(each)} ${each.ScheduledActionName}`,
      ),
    },
    problems: lost
      ? [
          problemAt(
            lost.place,
            "attributes do not say which target group they belong to, and there are several",
            'Put them into one object with it: {"TargetGroups": […], "Attributes": […]}',
          ),
        ]
      : [],
  };
}

/** Attributes name no target group: they are of the one that stands in the same object, or of the only one. */
function attributesOf(
  group: TargetGroup,
  groups: readonly TargetGroup[],
  pieces: readonly Piece[],
): Record<string, string> | undefined {
  const own = pieces.filter(({ bundle }) => {
    const beside = bundle["TargetGroups"];
    return Array.isArray(beside)
      ? beside.length === 1 && isObject(beside[0]) && beside[0]["TargetGroupArn"] === group.TargetGroupArn
      : groups.length === 1;
  });
  if (!own.length) return undefined;
  return Object.fromEntries(
    own.map(({ value }) => [(value as Json)["Key"] as string, (value as Json)["Value"] as string]),
  );
}
