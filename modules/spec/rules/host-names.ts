/**
 * The names of a service: its own, or `<service>.<domain>`. The one place that says so, for both tracks.
 */
export const hostNames = (name: string, given: readonly string[], domain: string): readonly string[] =>
  given.length ? given : [`${name}.${domain}`];

/** HCL for the names of the service `s` called `name`; `domain` is an expression. */
export const hostNamesHcl = (domain: string, s = "s", name = "name"): string =>
  `(length(${s}.host_names) > 0 ? ${s}.host_names : ["\${${name}}.\${${domain}}"])`;

/** Whether a name is the domain itself or below it; only these get records and stand in the certificate that is made. */
export const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** HCL for the same, of `host`. */
export const isWithinHcl = (domain: string): string => `(host == ${domain} || endswith(host, ".\${${domain}}"))`;
