import { type Kind } from "../shapes";
import { below, type Place, whereIs } from "../source";
import { unknown } from "../unknown";
import { conditionHolds, resolve, type Scope } from "./intrinsics";
import { isObject, type Json, nothing, type NotRead, type Piece, type Reading, textOf, together } from "./piece";

const KIND: Readonly<Record<string, Kind>> = {
  "AWS::AppRunner::Service": "Service",
  "AWS::AppRunner::AutoScalingConfiguration": "AutoScalingConfiguration",
  "AWS::AppRunner::VpcConnector": "VpcConnector",
  "AWS::AppRunner::VpcIngressConnection": "VpcIngressConnection",
  "AWS::AppRunner::ObservabilityConfiguration": "ObservabilityConfiguration",
  "AWS::WAFv2::WebACL": "WebACL",
  "AWS::WAFv2::IPSet": "IPSet",
};

const ASSOCIATION = "AWS::WAFv2::WebACLAssociation";
const NESTED = ["AWS::CloudFormation::Stack", "AWS::Serverless::Application"];

export interface TemplateOptions {
  readonly values: Readonly<Record<string, string>>;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
}

export const isTemplate = (value: Json): boolean =>
  isObject(value["Resources"]) &&
  ("AWSTemplateFormatVersion" in value ||
    "Transform" in value ||
    Object.values(value["Resources"]).some((resource) => isObject(resource) && "Type" in resource));

/**
 * A CloudFormation or SAM template, or what `cdk synth` writes.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_AppRunner.html
 */
export function readTemplate(template: Json, place: Place, options: TemplateOptions): Reading {
  const resources = isObject(template["Resources"]) ? template["Resources"] : {};
  const scope = scopeOf(template, resources, place, options);
  return together(
    Object.entries(resources).map(([name, resource]) =>
      readResource(name, resource, below(place, "Resources", name), scope),
    ),
  );
}

function readResource(name: string, resource: unknown, place: Place, scope: Scope): Reading {
  if (name.startsWith("Fn::ForEach"))
    return unread(
      place,
      "a loop over resources is not unrolled",
      "Give the processed template: aws cloudformation get-template --template-stage Processed",
    );
  if (!isObject(resource)) return nothing;
  const type = String(resource["Type"]);
  if (NESTED.includes(type)) return unread(place, "a nested stack is not read", "Give its template as well");
  const kind = KIND[type];
  if (!kind && type !== ASSOCIATION) return nothing;
  const condition = textOf(resource["Condition"]);
  const holds = condition === undefined ? true : conditionHolds(condition, scope);
  if (holds === false)
    return kind === "Service"
      ? unread(
          place,
          `its condition ${condition} does not hold with the parameters' defaults`,
          "Give the parameter with --value if it does hold",
        )
      : nothing;
  const properties = resolve(isObject(resource["Properties"]) ? resource["Properties"] : {}, scope) as Json;
  return {
    ...nothing,
    pieces: kind ? pieces(kind, name, properties, below(place, "Properties"), scope) : associations(properties, place),
  };
}

function pieces(kind: Kind, name: string, properties: Json, place: Place, scope: Scope): Piece[] {
  const { Tags: tags, ...value } = properties;
  const id = scope.resources.get(name) as string;
  if (kind !== "Service")
    return [{ kind, value: kind === "IPSet" || kind === "WebACL" ? { ...value, ARN: id } : value, place, id }];
  const named = { ServiceName: name, ...value };
  const own: Piece = { kind, value: named, place, id, bundle: properties };
  if (!Array.isArray(tags)) return [own];
  return [
    own,
    {
      kind: "Tags",
      value: Object.fromEntries(tags.filter(isObject).map((tag) => [String(tag["Key"]), String(tag["Value"])])),
      place: below(place, "Tags"),
      bundle: properties,
    },
  ];
}

/** A web ACL's association names the service and the web ACL; the join finds the latter by `WebACLArn`. */
const associations = (properties: Json, place: Place): Piece[] => [
  { kind: "WebACL", value: { AssociationOf: properties["WebACLArn"] }, place, of: String(properties["ResourceArn"]) },
];

function scopeOf(template: Json, resources: Json, place: Place, { values, region, account }: TemplateOptions): Scope {
  const declared = isObject(template["Parameters"]) ? template["Parameters"] : {};
  const parameters = Object.fromEntries(
    Object.entries(declared).map(([name, parameter]) => [name, values[name] ?? defaultOf(name, parameter)]),
  );
  const pseudo = {
    "AWS::Region": region ?? unknown("AWS::Region"),
    "AWS::AccountId": account ?? unknown("AWS::AccountId"),
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
    ...values,
  };
  const read = Object.entries(resources).filter(
    ([, resource]) => isObject(resource) && String(resource["Type"]) in KIND,
  );
  return {
    parameters: { ...pseudo, ...parameters },
    mappings: isObject(template["Mappings"]) ? template["Mappings"] : {},
    conditions: isObject(template["Conditions"]) ? template["Conditions"] : {},
    resources: new Map(read.map(([name]) => [name, `${place.file}#${name}`])),
  };
}

/** A parameter's default. The default of an SSM type is a parameter's name, not its value, and one with NoEcho is a secret. */
function defaultOf(name: string, parameter: unknown): unknown {
  if (!isObject(parameter) || parameter["Default"] === undefined) return unknown(name);
  const type = String(parameter["Type"]);
  const hidden = parameter["NoEcho"] === true || parameter["NoEcho"] === "true";
  if (hidden || type.startsWith("AWS::SSM::")) return unknown(name);
  const value = parameter["Default"];
  const list = type === "CommaDelimitedList" || type.startsWith("List<");
  return list && typeof value === "string" ? value.split(",").map((item) => item.trim()) : value;
}

const unread = (place: Place, why: string, todo: string): Reading => ({
  ...nothing,
  notRead: [{ where: whereIs(place), why, do: todo } satisfies NotRead],
});
