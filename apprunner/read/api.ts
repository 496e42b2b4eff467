import type { Place } from "../source";
import { below, problemAt } from "../source";
import { KINDS, type Kind } from "../shapes";
import { isObject, type Json, nothing, type Piece, type Reading, textOf, together, wrong } from "./piece";

const ID: Readonly<Partial<Record<Kind, string>>> = {
  Service: "ServiceArn",
  AutoScalingConfiguration: "AutoScalingConfigurationArn",
  VpcConnector: "VpcConnectorArn",
  ObservabilityConfiguration: "ObservabilityConfigurationArn",
  VpcIngressConnection: "VpcIngressConnectionArn",
};

/** Lists that hold whole definitions, by the call that answers with them. */
const LISTS: Readonly<Record<string, Kind>> = { VpcConnectors: "VpcConnector" };

/** Lists without definitions, and the call that has them. */
const SUMMARIES: Readonly<Record<string, string>> = {
  ServiceSummaryList: "aws apprunner describe-service --service-arn …",
  AutoScalingConfigurationSummaryList:
    "aws apprunner describe-auto-scaling-configuration --auto-scaling-configuration-arn …",
  VpcIngressConnectionSummaryList: "aws apprunner describe-vpc-ingress-connection --vpc-ingress-connection-arn …",
  ObservabilityConfigurationSummaryList:
    "aws apprunner describe-observability-configuration --observability-configuration-arn …",
};

const IGNORED = new Set([
  "OperationId",
  "ConnectionSummaryList",
  "NextToken",
  "LockToken",
  "ApplicationIntegrationURL",
]);

/** Whether the object is an answer of App Runner's (or WAF's) read calls, or a service without its wrapping. */
export const isApi = (value: Json): boolean =>
  isBareService(value) ||
  Object.keys(value).some(
    (name) => name in KINDS || name === "Tags" || name in LISTS || name in SUMMARIES || IGNORED.has(name),
  ) ||
  isBareCompanion(value) !== undefined;

const isBareService = (value: Json): boolean => "SourceConfiguration" in value;

const isBareCompanion = (value: Json): Kind | undefined =>
  (["AutoScalingConfiguration", "VpcConnector", "VpcIngressConnection", "ObservabilityConfiguration"] as const).find(
    (kind) => `${kind}Arn` in value && !isBareService(value) && !(kind in value),
  );

/** CloudTrail's camel case: its events hide the values of variables and commands. */
export const isCloudTrail = (value: Json): boolean =>
  "eventSource" in value || "requestParameters" in value || "sourceConfiguration" in value;

/**
 * Answers of `aws apprunner describe-…`, `list-tags-for-resource`, `aws wafv2 get-web-acl-for-resource` and `get-ip-set`,
 * wrapped or bare, and the input of `create-service`. Members of one object belong together.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/api/API_Operations.html
 */
export function readApi(value: Json, place: Place): Reading {
  const bare = isBareService(value) ? "Service" : isBareCompanion(value);
  if (bare === "Service") return readBareService(value, place);
  if (bare) return { ...nothing, pieces: [piece(bare, value, place)] };
  return together(Object.entries(value).map(([name, member]) => readMember(name, member, value, place)));
}

/** A service as `--query Service` prints it, or the input of create-service, which has its tags inside. */
function readBareService(value: Json, place: Place): Reading {
  const { Tags: tags, ...service } = value;
  const pieces = [piece("Service", service, place, value)];
  return {
    ...nothing,
    pieces: Array.isArray(tags) ? [...pieces, tagPiece(tags, below(place, "Tags"), value)] : pieces,
  };
}

function readMember(name: string, member: unknown, whole: Json, place: Place): Reading {
  const at = below(place, name);
  if (name === "CustomDomains") return { ...nothing, pieces: [piece("CustomDomains", domains(whole), place, whole)] };
  if (name === "Tags")
    return Array.isArray(member)
      ? { ...nothing, pieces: [tagPiece(member, at, whole)] }
      : wrong(problemAt(at, "tags are a list of Key and Value", "Write the answer of list-tags-for-resource"));
  const list = LISTS[name];
  if (list && Array.isArray(member))
    return { ...nothing, pieces: member.filter(isObject).map((item, i) => piece(list, item, below(at, i), whole)) };
  const call = SUMMARIES[name];
  if (call) return wrong(problemAt(at, "a list of summaries holds no definition", `Give the answer of: ${call}`));
  if (!(name in KINDS)) return nothing;
  const members = Array.isArray(member) ? member : [member];
  return together(
    members.map((item, i) =>
      isObject(item)
        ? { ...nothing, pieces: [piece(name as Kind, item, Array.isArray(member) ? below(at, i) : at, whole)] }
        : wrong(problemAt(at, "it is not an object", `Write the answer of describe-${name.toLowerCase()}`)),
    ),
  );
}

/** describe-custom-domains has its target and service beside the list. */
const domains = (whole: Json): Json =>
  Object.fromEntries(
    ["ServiceArn", "DNSTarget", "CustomDomains", "VpcDNSTargets"].flatMap((name) =>
      name in whole ? [[name, whole[name]]] : [],
    ),
  );

const tagPiece = (tags: readonly unknown[], place: Place, bundle: Json): Piece => ({
  kind: "Tags",
  value: Object.fromEntries(tags.filter(isObject).map((tag) => [String(tag["Key"] ?? ""), String(tag["Value"] ?? "")])),
  place,
  bundle,
  ...("ResourceArn" in bundle ? { of: String(bundle["ResourceArn"]) } : {}),
});

const piece = (kind: Kind, value: Json, place: Place, bundle?: Json): Piece => {
  const id = textOf(value[ID[kind] ?? "ARN"]);
  return { kind, value, place, ...(id ? { id } : {}), ...(bundle ? { bundle } : {}) };
};
