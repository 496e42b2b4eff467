import { valueProblems } from "../modules/kit/value-problems";
import type { Problem } from "../modules/kit/problem";
import type { AppRunnerService, Companions, Definition } from "./definition";
import type { Draft } from "./finding";
import { lenient } from "./read/lenient";
import type { Json, NotRead, Piece, Reading } from "./read/piece";
import { type Kind, KINDS } from "./shapes";
import { type Place, whereIs } from "./source";
import { fillIn, isKnown } from "./unknown";

export interface JoinOptions {
  readonly values: Readonly<Record<string, string>>;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
}

export interface Joined {
  readonly definitions: readonly Definition[];
  readonly problems: readonly Problem[];
  readonly notRead: readonly NotRead[];
}

/** A piece whose value has the shape that its kind has. */
interface Checked extends Piece {
  readonly remarks: readonly Draft[];
}

/** Puts together what belongs together: services with their companions, by ARN, by address, or by standing in one object. */
export function join(reading: Reading, options: JoinOptions): Joined {
  const read = reading.pieces.map((piece) => check(piece, options.values));
  const problems = [...reading.problems, ...read.flatMap((each) => each.problems)];
  if (problems.length) return { definitions: [], problems, notRead: reading.notRead };

  const pieces = withRepositoryFiles(read.map(({ piece }) => piece));
  const index = indexOf(pieces);
  const services = pieces.filter(({ kind }) => kind === "Service");
  const only = services.length === 1 ? services[0] : undefined;
  const definitions = services.map((piece) => definitionOf(piece, companionsOf(piece, index, only === piece), options));
  return { definitions, problems: [], notRead: [...reading.notRead, ...unmatched(index, services, only)] };
}

function check(piece: Piece, values: Readonly<Record<string, string>>): { piece: Checked; problems: Problem[] } {
  const { value, remarks } = lenient(fillIn(piece.value, values) as Json);
  const shape = piece.kind === "Tags" || "AssociationOf" in value ? undefined : KINDS[piece.kind];
  const parsed = shape?.safeParse(value);
  const problems = shape && !parsed?.success ? valueProblems(shape, value) : [];
  const twoSources = piece.kind === "Service" ? sourceProblems(value) : [];
  return {
    piece: { ...piece, value: parsed?.success ? parsed.data : value, remarks: [...(piece.remarks ?? []), ...remarks] },
    problems: [...problems, ...(problems.length ? [] : twoSources)].map((problem) => placed(problem, piece.place)),
  };
}

/** The problem, with its file and line; values of variables and commands are never repeated. */
function placed({ path, got, why, fix }: Problem, place: Place): Problem {
  const steps = path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^[0-9]+$/.test(step) ? Number(step) : step));
  const hidden = /Runtime|Command/.test(path) || (got !== undefined && (got.length > 200 || got.includes("{")));
  return { path: whereIs(place, steps), ...(got === undefined || hidden ? {} : { got }), why, fix };
}

/** @see https://docs.aws.amazon.com/apprunner/latest/api/API_SourceConfiguration.html */
function sourceProblems(value: Json): Problem[] {
  const source = value["SourceConfiguration"] as AppRunnerService["SourceConfiguration"];
  const count = [source.ImageRepository, source.CodeRepository].filter(Boolean).length;
  return count === 1
    ? []
    : [
        {
          path: "SourceConfiguration",
          why: `it has ${count === 0 ? "neither ImageRepository nor CodeRepository" : "both ImageRepository and CodeRepository"}`,
          fix: "Give the one of the two that the service runs",
        },
      ];
}

/** A service that takes its settings from its repository gets those of the apprunner.yaml that was given, if there is one of each. */
function withRepositoryFiles(pieces: readonly Checked[]): Checked[] {
  const files = pieces.filter(({ id }) => id?.endsWith("#apprunner.yaml"));
  const waiting = pieces.filter(
    (piece) => piece.kind === "Service" && codeSettings(piece)?.ConfigurationSource === "REPOSITORY",
  );
  const [file] = files;
  const [service] = waiting;
  if (files.length !== 1 || waiting.length !== 1 || !file || !service) return [...pieces];
  const value = structuredClone(service.value) as unknown as AppRunnerService;
  const code = value.SourceConfiguration.CodeRepository;
  if (code) code.CodeConfiguration = codeSettings(file);
  return pieces
    .filter((piece) => piece !== file)
    .map((piece) =>
      piece === service
        ? { ...service, value: value as unknown as Json, remarks: [...service.remarks, ...file.remarks] }
        : piece,
    );
}

const codeSettings = ({ value }: Piece) =>
  (value as unknown as AppRunnerService).SourceConfiguration.CodeRepository?.CodeConfiguration;

interface Index {
  readonly byId: ReadonlyMap<string, readonly Checked[]>;
  readonly byService: ReadonlyMap<string, readonly Checked[]>;
  readonly byBundle: ReadonlyMap<object, readonly Checked[]>;
  readonly rest: readonly Checked[];
}

function indexOf(pieces: readonly Checked[]): Index {
  const companions = pieces.filter(({ kind }) => kind !== "Service");
  const group = <K>(keyOf: (piece: Checked) => K | undefined): Map<K, Checked[]> => {
    const map = new Map<K, Checked[]>();
    for (const piece of companions) {
      const key = keyOf(piece);
      if (key !== undefined) map.set(key, [...(map.get(key) ?? []), piece]);
    }
    return map;
  };
  return {
    byId: group(({ id }) => id),
    byService: group((piece) => piece.of ?? (piece.value["ServiceArn"] as string | undefined)),
    byBundle: group(({ bundle }) => bundle),
    rest: companions,
  };
}

/** The pieces that belong to a service. What names no service belongs to the only one there is. */
function companionsOf(piece: Checked, index: Index, alone: boolean): readonly Checked[] {
  const service = piece.value as unknown as AppRunnerService;
  const own = [piece.id, service.ServiceArn].filter((id) => id !== undefined);
  const named = [
    scalingArn(service),
    service.NetworkConfiguration?.EgressConfiguration?.VpcConnectorArn,
    service.ObservabilityConfiguration?.ObservabilityConfigurationArn,
  ].filter((id) => id !== undefined);
  const found = new Set<Checked>([
    ...own.flatMap((id) => index.byService.get(id) ?? []),
    ...named.flatMap((id) => index.byId.get(id) ?? []),
    ...(piece.bundle ? (index.byBundle.get(piece.bundle) ?? []) : []),
    ...(alone ? index.rest.filter((each) => !each.of && each.value["ServiceArn"] === undefined && isLoose(each)) : []),
  ]);
  return withIpSets(
    [...found].flatMap((each) => (each.value["AssociationOf"] === undefined ? [each] : associated(each, index))),
    index,
  );
}

/** The IP sets that the rules of a web ACL name. */
function withIpSets(found: readonly Checked[], index: Index): readonly Checked[] {
  const rules = JSON.stringify(found.filter(({ kind }) => kind === "WebACL").map(({ value }) => value["Rules"]));
  const sets = index.rest.filter(
    (each) =>
      each.kind === "IPSet" &&
      !found.includes(each) &&
      each.id !== undefined &&
      rules.includes(JSON.stringify(each.id)),
  );
  return [...found, ...sets];
}

/** Answers that do not say whose they are. */
const isLoose = ({ kind, id }: Piece): boolean =>
  kind === "Tags" ||
  kind === "CustomDomains" ||
  ((kind === "WebACL" || kind === "IPSet") && (id === undefined || id.startsWith("arn:")));

const associated = (association: Checked, index: Index): Checked[] => {
  const found = index.byId.get(String(association.value["AssociationOf"])) ?? [];
  return found.length
    ? [...found]
    : [{ ...association, value: { Name: String(association.value["AssociationOf"]), RulesNotRead: true, Rules: [] } }];
};

export const scalingArn = (service: AppRunnerService): string | undefined =>
  service.AutoScalingConfigurationSummary?.AutoScalingConfigurationArn ?? service.AutoScalingConfigurationArn;

function definitionOf(piece: Checked, found: readonly Checked[], options: JoinOptions): Definition {
  const service = piece.value as unknown as AppRunnerService;
  const [, partition = "aws", , region, account] = ownArn(service)?.split(":") ?? [];
  const of = <K extends keyof typeof KINDS>(kind: K) =>
    found.filter((each) => each.kind === kind).map(({ value }) => value as never);
  const companions: Companions = {
    ...first("autoScaling", of("AutoScalingConfiguration")),
    ...first("vpcConnector", of("VpcConnector")),
    ...first("observability", of("ObservabilityConfiguration")),
    ...first("webAcl", of("WebACL")),
    customDomains: of("CustomDomains"),
    vpcIngress: of("VpcIngressConnection"),
    ipSets: of("IPSet"),
    tags: Object.assign({}, ...found.filter(({ kind }) => kind === "Tags").map(({ value }) => value)),
  };
  const place = {
    partition,
    ...known("region", region ?? options.region),
    ...known("account", account ?? options.account),
  };
  return {
    name: service.ServiceName,
    place: piece.place,
    service,
    companions,
    ...place,
    remarks: [...piece.remarks, ...found.flatMap(({ remarks }) => remarks)],
  };
}

/** An ARN of App Runner's that is in the service's own account and region: its own, or one of what it uses. */
const ownArn = (service: AppRunnerService): string | undefined =>
  [
    service.ServiceArn,
    scalingArn(service),
    service.NetworkConfiguration?.EgressConfiguration?.VpcConnectorArn,
    service.ObservabilityConfiguration?.ObservabilityConfigurationArn,
  ].find((arn) => arn !== undefined && /^arn:[a-z-]+:apprunner:[a-z0-9-]+:[0-9]{12}:/.test(arn));

const first = <K extends string>(name: K, [value]: readonly never[]): { [key in K]?: never } =>
  value === undefined ? {} : ({ [name]: value } as { [key in K]: never });
const known = <K extends string>(name: K, value: string | undefined): { [key in K]?: string } =>
  value !== undefined && isKnown(value) ? ({ [name]: value } as { [key in K]: string }) : {};

const OF_A_SERVICE: readonly Kind[] = ["Tags", "CustomDomains", "VpcIngressConnection", "WebACL"];

/** Companions that no service of the input goes with. */
function unmatched(index: Index, services: readonly Checked[], only: Checked | undefined): NotRead[] {
  const used = new Set(services.flatMap((service) => companionsOf(service, index, service === only)));
  return index.rest
    .filter(
      (piece) =>
        !used.has(piece) &&
        OF_A_SERVICE.includes(piece.kind) &&
        piece.value["AssociationOf"] === undefined &&
        !(piece.kind === "WebACL" && piece.id?.includes("#")),
    )
    .map((piece) => ({
      where: whereIs(piece.place),
      why: `this ${piece.kind} belongs to none of the services that were given`,
      do: 'Put it into one object with its service: { "Service": …, "Tags": …, "WebACL": … }',
    }));
}
