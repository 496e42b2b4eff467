import type { Definition } from "../definition";
import { changed, type Draft, lost, noted } from "../finding";
import { isPublic, nothing, type Rule } from "./rule";

/** A host name of the service, split at its first dot: the input's host names are `<service>.<domain>`. */
export interface HostName {
  readonly host: string;
  readonly first: string;
  readonly rest: string;
}

const LABEL = /^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** The one custom domain that the input can hold: `api.example.com` becomes service `api` of the domain `example.com`. */
export function hostName({ companions }: Definition): HostName | undefined {
  for (const { DomainName } of companions.customDomains.flatMap((each) => each.CustomDomains)) {
    const host = DomainName.toLowerCase();
    const first = host.split(".")[0] ?? "";
    const rest = host.slice(first.length + 1);
    if (LABEL.test(first) && DOMAIN.test(rest)) return { host, first, rest };
  }
  return undefined;
}

export const hasDomains = ({ companions }: Definition): boolean =>
  companions.customDomains.some((each) => each.CustomDomains.length > 0);

/**
 * A custom domain needs a listener, a certificate and a rule of one's own: plain ECS. App Runner's certificate is not in
 * the account's ACM and cannot be used.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/manage-custom-domains.html
 */
export const customDomains: Rule = (definition, { mode, domainReady }) => {
  const { companions } = definition;
  if (!hasDomains(definition)) return nothing;
  const chosen = hostName(definition);
  const drafts = companions.customDomains.flatMap(({ CustomDomains: list }, i) =>
    list.flatMap((domain, j) => {
      const at = `CustomDomains[${i}].CustomDomains[${j}]`;
      return [
        noted(at, "App Runner's record of the domain"),
        ...ofDomain(at, domain.DomainName.toLowerCase(), domain.EnableWWWSubdomain === true, chosen, mode, domainReady),
      ];
    }),
  );
  return { drafts: [noted("CustomDomains", "host names of the service"), ...drafts] };
};

function ofDomain(
  at: string,
  name: string,
  www: boolean,
  chosen: HostName | undefined,
  mode: "express" | "ecs",
  ready: boolean,
): Draft[] {
  const field = `${at}.DomainName`;
  if (mode === "express") {
    return [
      lost(
        "blocker",
        field,
        `${name}: Express Mode serves its own host names only; a rule added beside them breaks at the next deployment`,
        "Run it on plain ECS, or move callers to the name that Express Mode gives",
      ),
    ];
  }
  const itself =
    chosen?.host !== name
      ? lost(
          "behaviour",
          field,
          `${name} has no place in the input, whose host names are <service>.<domain>`,
          "Redirect it (CloudFront or S3), or add a rule and a certificate to the load balancer by hand",
        )
      : ready
        ? changed(
            "behaviour",
            field,
            "domain.name",
            `${name} is service ${chosen.first} of ${chosen.rest}, under the certificate that was given`,
            "Move the name by weighted records: see the cut-over",
          )
        : changed(
            "security",
            field,
            "the commented `domain` block of the tfvars",
            `${name} needs a certificate of your own (App Runner's cannot be used); until it is there the service answers over plain HTTP`,
            `Ask for one (aws acm request-certificate --domain-name '*.${chosen.rest}' --validation-method DNS), then say --certificate-arn or fill in the block`,
          );
  return www
    ? [
        itself,
        lost(
          "behaviour",
          `${at}.EnableWWWSubdomain`,
          `www.${name} is not served`,
          "Redirect it, or make it a service's name",
        ),
      ]
    : [itself];
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
