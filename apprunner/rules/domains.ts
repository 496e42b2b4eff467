import type { Definition } from "../definition";
import { CONDITION_VALUES } from "../../modules/spec/limits";
import { changed, type Draft, lost, noted } from "../finding";
import { isPublic, nothing, type Rule } from "./rule";

/** A host name of the service, split at its first dot: the service's name in the input, and the group's domain. */
export interface HostName {
  readonly host: string;
  readonly first: string;
  readonly rest: string;
}

const LABEL = /^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** The custom domain that names service and group: `api.example.com` becomes service `api` of the domain `example.com`. */
export function hostName({ companions }: Definition): HostName | undefined {
  for (const { DomainName } of companions.customDomains.flatMap((each) => each.CustomDomains)) {
    const host = DomainName.toLowerCase();
    const first = host.split(".")[0] ?? "";
    const rest = host.slice(first.length + 1);
    if (LABEL.test(first) && DOMAIN.test(rest)) return { host, first, rest };
  }
  return undefined;
}

/** The names that the load balancer can tell apart in one rule: the custom domains, with `www` where App Runner adds it. */
export const hostNames = ({ companions }: Definition): readonly string[] => {
  const all = companions.customDomains
    .flatMap((each) => each.CustomDomains)
    .flatMap(({ DomainName, EnableWWWSubdomain: www }) => {
      const host = DomainName.toLowerCase();
      return www ? [host, `www.${host}`] : [host];
    });
  return [...new Set(all)].filter((host) => DOMAIN.test(host)).slice(0, CONDITION_VALUES);
};

export const hasDomains = ({ companions }: Definition): boolean =>
  companions.customDomains.some((each) => each.CustomDomains.length > 0);

/**
 * A custom domain is moved to plain ECS, whose own rule has the name from the first apply on. App Runner's certificate is
 * not in the account's ACM and cannot be used.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/manage-custom-domains.html
 */
export const customDomains: Rule = (definition, { key, mode, domainReady }) => {
  const { companions } = definition;
  if (!hasDomains(definition)) return nothing;
  const about: About = { key, mode, ready: domainReady, chosen: hostName(definition), hosts: hostNames(definition) };
  const drafts = companions.customDomains.flatMap(({ CustomDomains: list }, i) =>
    list.flatMap((domain, j) => {
      const at = `CustomDomains[${i}].CustomDomains[${j}]`;
      return [
        noted(at, "App Runner's record of the domain"),
        ...ofDomain(at, domain.DomainName.toLowerCase(), domain.EnableWWWSubdomain === true, about),
      ];
    }),
  );
  const later = mode === "ecs" && !domainReady && isPublic(definition) && about.hosts.length > 0;
  return {
    drafts: [noted("CustomDomains", "host names of the service"), ...drafts],
    leftOut: later
      ? [{ in: "service", lines: [`host_names = ${JSON.stringify(about.hosts)}: once the group has its domain.`] }]
      : [],
  };
};

interface About {
  readonly key: string;
  readonly mode: "express" | "ecs";
  /** Whether there is a certificate for the group's domain. */
  readonly ready: boolean;
  readonly chosen: HostName | undefined;
  readonly hosts: readonly string[];
}

function ofDomain(at: string, name: string, www: boolean, about: About): Draft[] {
  const field = `${at}.DomainName`;
  if (about.mode === "express") {
    return [
      lost(
        "blocker",
        field,
        `${name}: the name is written for plain ECS alone, where it can be moved by weights`,
        "Run it on plain ECS; or on Express Mode, and write `domain` with a certificate into the tfvars yourself (docs/domains.md)",
      ),
    ];
  }
  const names = [[field, name], ...(www ? [[`${at}.EnableWWWSubdomain`, `www.${name}`]] : [])] as const;
  return names.map(([path, host]) => onPlain(path as string, host as string, about));
}

function onPlain(field: string, host: string, { key, ready, chosen, hosts }: About): Draft {
  if (!hosts.includes(host))
    return lost(
      "behaviour",
      field,
      `${host} has no place in the input: a service has ${CONDITION_VALUES} host names at most, without wildcards`,
      "Redirect it (CloudFront or S3), or add a rule and a certificate to the load balancer by hand",
    );
  if (ready)
    return changed(
      "behaviour",
      field,
      `services.${key}.host_names`,
      `${host} is a name of ${key}, under the certificate that was given`,
      "See that the certificate covers it, and move the name by weighted records: see the cut-over",
    );
  return changed(
    "security",
    field,
    "the commented `domain` block of the tfvars, and `host_names`",
    `${host} needs a certificate of your own (App Runner's cannot be used); until it is there the service answers over plain HTTP`,
    `Ask for one (aws acm request-certificate --domain-name '*.${chosen?.rest ?? host}' --subject-alternative-names … --validation-method DNS), then say --certificate-arn or fill in the block`,
  );
}

/**
 * App Runner has HTTPS on its own host names, Express Mode as well. Plain ECS has none without a domain of one's own.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html
 */
export const https: Rule = (definition, { mode, domainReady }) => {
  if (mode === "express" || domainReady || !isPublic(definition) || hostName(definition)) return nothing;
  return {
    drafts: [
      lost(
        "blocker",
        "(HTTPS)",
        "App Runner gave it HTTPS on a name of AWS's; plain ECS without a domain is plain HTTP",
        "Run it on Express Mode, or give a domain: --domain example.com --certificate-arn arn:aws:acm:…",
      ),
    ],
  };
};
