import { HOST_NAMES } from "../../modules/spec/limits";
import { isWithin } from "../../modules/spec/rules/host-names";
import type { Definition } from "../definition";
import { changed, type Draft, lost, noted } from "../finding";
import type { MigrateOptions } from "../options";
import { members } from "../output/hcl";
import { isKnown } from "../unknown";
import { type Context, type Domain, isPublic, nothing, type Rule, type ServiceInput } from "./rule";

/** A host name of the service, split at its first dot: the service's name in the input, and the group's domain. */
export interface HostName {
  /** Absent where the host name is the domain itself. */
  readonly first?: string;
  readonly rest: string;
}

/** The hosted zones that aliases to App Runner name. @see https://docs.aws.amazon.com/general/latest/gr/apprunner.html (read 2026-11-21) */
const APP_RUNNER_ZONES: Readonly<Record<string, string>> = {
  "us-east-1": "Z01915732ZBZKC8D32TPT",
  "us-east-2": "Z0224347AD7KVHMLOX31",
  "us-west-2": "Z02243383FTQ64HJ5772Q",
  "ap-south-1": "Z00855883LBHKTIC4ODF2",
  "ap-southeast-1": "Z09819469CZ3KQ8PWMCL",
  "ap-southeast-2": "Z03657752RA8799S0TI5I",
  "ap-northeast-1": "Z08491812XW6IPYLR6CCA",
  "eu-central-1": "Z0334911C2FDI2Q9M4FZ",
  "eu-west-1": "Z087551914Z2PCAU0QHMW",
  "eu-west-2": "Z098228427VC6B3IX76ON",
  "eu-west-3": "Z087117439MBKHYM69QS6",
};

/** The weights that a service starts with. */
export const ALL_TO_APP_RUNNER = { other: 100 } as const;

const LABEL = /^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** The custom domains, with `www` where App Runner adds it, without wildcards. */
function customNames({ companions }: Definition): string[] {
  const all = companions.customDomains
    .flatMap((each) => each.CustomDomains)
    .flatMap(({ DomainName, EnableWWWSubdomain: www }) => {
      const host = DomainName.toLowerCase();
      return www ? [host, `www.${host}`] : [host];
    });
  return [...new Set(all)].filter((host) => DOMAIN.test(host));
}

/**
 * The custom domain that names service and group: `api.example.com` becomes service `api` of the domain `example.com`.
 * A service that has `example.com` alone keeps its own name.
 */
export function hostName(definition: Definition): HostName | undefined {
  const names = customNames(definition);
  for (const host of names) {
    const first = host.split(".")[0] ?? "";
    const rest = host.slice(first.length + 1);
    if (LABEL.test(first) && DOMAIN.test(rest)) return { first, rest };
  }
  const [apex] = names;
  return apex === undefined ? undefined : { rest: apex };
}

/** The domain of the service's group: the one that the caller names, or that its own names are in. */
export function domainOf(
  definition: Definition,
  { domain, hostedZoneId: id, certificateArn: arn }: MigrateOptions,
): Domain | undefined {
  const name = domain ?? hostName(definition)?.rest;
  if (name === undefined) return undefined;
  return {
    name,
    ...(id === undefined ? {} : { zone: { id } }),
    ...(arn === undefined ? {} : { certificate: { arn } }),
  };
}

/** Whether a group can have its domain: HTTPS needs a certificate, and in a zone one can be made. */
export const isReady = ({ zone, certificate }: Domain): boolean => zone !== undefined || certificate !== undefined;

/** The names that a service keeps: as many as its rule has room for, and in the domain unless a certificate of one's own covers others. */
export const hostNames = (definition: Definition, mode: Context["mode"], domain: Domain): readonly string[] =>
  customNames(definition)
    .filter((host) => domain.certificate !== undefined || isWithin(host, domain.name))
    .slice(0, HOST_NAMES[mode]);

export const hasDomains = ({ companions }: Definition): boolean =>
  companions.customDomains.some((each) => each.CustomDomains.length > 0);

/** App Runner as the origin that the names have so far. */
export interface Before {
  /** As the input has it; what is not known stands there in angle brackets. */
  readonly origin: NonNullable<ServiceInput["other_origin"]>;
  /** What has to be looked up. */
  readonly unknown: readonly string[];
}

/** @see https://docs.aws.amazon.com/apprunner/latest/dg/manage-custom-domains-route53.html */
export function before({ companions, service, region }: Definition): Before {
  const target = companions.customDomains[0]?.DNSTarget ?? service.ServiceUrl;
  const zone = APP_RUNNER_ZONES[region ?? ""];
  const hasTarget = target !== undefined && isKnown(target);
  return {
    origin: {
      dns_name: hasTarget ? target : "<DNSTarget of aws apprunner describe-custom-domains>",
      zone_id: zone ?? "<id of data.aws_apprunner_hosted_zone_id in its region>",
      ...(service.NetworkConfiguration?.IpAddressType === "DUAL_STACK" ? { ipv6: true } : {}),
    },
    unknown: [
      ...(hasTarget ? [] : ["its DNS target (give describe-custom-domains as another input)"]),
      ...(zone ? [] : ["its hosted zone (say --region, or look at the data source aws_apprunner_hosted_zone_id)"]),
    ],
  };
}

/**
 * The names stay, on either track. They lead to App Runner until their weights move; App Runner's certificate is not in
 * the account's ACM and cannot be used for the new origin.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/manage-custom-domains.html
 */
export const customDomains: Rule = (definition, { key, mode, domain }) => {
  const { companions } = definition;
  if (!hasDomains(definition)) return nothing;
  const hosts = domain ? hostNames(definition, mode, domain) : [];
  const named = companions.customDomains.flatMap(({ CustomDomains: list }, i) =>
    list.flatMap(({ DomainName, EnableWWWSubdomain: www }, j) => {
      const at = `CustomDomains[${i}].CustomDomains[${j}]`;
      const host = DomainName.toLowerCase();
      const about = { key, mode, domain, hosts };
      return [
        noted(at, "App Runner's record of the domain"),
        ofName(`${at}.DomainName`, host, about),
        ...(www ? [ofName(`${at}.EnableWWWSubdomain`, `www.${host}`, about)] : []),
      ];
    }),
  );
  const drafts = [noted("CustomDomains", "host names of the service"), ...named];
  if (!domain || !hosts.length || !isPublic(definition)) return { drafts };
  const { origin, unknown } = before(definition);
  const moves = hosts.some((host) => isWithin(host, domain.name))
    ? { other_origin: origin, traffic: ALL_TO_APP_RUNNER }
    : {};
  if (domain.zone && !unknown.length) return { drafts, service: moves };
  const [when, later] = isReady(domain)
    ? [domain.zone ? "Once that is looked up:" : "Once `domain` has its Route 53 zone:", moves]
    : ["Once the group has its domain:", { host_names: hosts, ...moves }];
  return {
    drafts: [...drafts, ...(unknown.length ? [notKnown(unknown, key)] : [])],
    leftOut: Object.keys(later).length ? [{ in: "service", lines: [when, ...members(later).split("\n")] }] : [],
  };
};

const notKnown = (what: readonly string[], key: string): Draft =>
  changed(
    "behaviour",
    "CustomDomains[0].DNSTarget",
    `services.${key}.other_origin, as a comment`,
    `the files do not hold what an alias to App Runner names: ${what.join(", ")}`,
    "Fill it in before the first apply: Route 53 takes no weighted record beside the present one",
  );

interface About {
  readonly key: string;
  readonly mode: Context["mode"];
  readonly domain: Domain | undefined;
  readonly hosts: readonly string[];
}

function ofName(field: string, host: string, { key, mode, domain, hosts }: About): Draft {
  if (!hosts.includes(host)) {
    if (domain && DOMAIN.test(host) && !domain.certificate && !isWithin(host, domain.name))
      return lost(
        "behaviour",
        field,
        `${host} is not below ${domain.name}, whose zone the certificate is validated in`,
        "Say --certificate-arn with one that covers it as well; its record is yours to move",
      );
    return lost(
      "behaviour",
      field,
      `${host} has no place in the input: a service has ${HOST_NAMES[mode]} host names at most, without wildcards`,
      "Redirect it (CloudFront or S3), or add a rule and a certificate to the load balancer by hand",
    );
  }
  if (domain && isReady(domain))
    return changed(
      "behaviour",
      field,
      `services.${key}.host_names`,
      `${host} is a name of ${key}, under ${domain.certificate ? "the certificate that was given" : "a certificate that is made in the zone"}${domain.zone && isWithin(host, domain.name) ? ", and leads to App Runner until its weights move" : ""}`,
      domain.certificate
        ? "See that the certificate covers it, and move it: see the cut-over"
        : "Move it: see the cut-over",
    );
  return changed(
    mode === "ecs" ? "security" : "behaviour",
    field,
    "the commented `domain` block of the tfvars, and `host_names`",
    `${host} needs a certificate of your own (App Runner's cannot be used); until it is there the service answers ${mode === "ecs" ? "over plain HTTP" : "under the name that Express Mode generates"}`,
    "Say --hosted-zone-id, and one is made and validated in that Route 53 zone; outside Route 53, --certificate-arn. Or fill in the block",
  );
}

/**
 * App Runner has HTTPS on its own host names, Express Mode as well. Plain ECS has none without a domain of one's own.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html
 */
export const https: Rule = (definition, { mode, domain }) => {
  if (mode === "express" || domain || !isPublic(definition)) return nothing;
  return {
    drafts: [
      lost(
        "blocker",
        "(HTTPS)",
        "App Runner gave it HTTPS on a name of AWS's; plain ECS without a domain is plain HTTP",
        "Run it on Express Mode, or give a domain: --domain example.com --hosted-zone-id Z…",
      ),
    ],
  };
};
