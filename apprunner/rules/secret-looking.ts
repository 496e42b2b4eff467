/** Names that hold secrets. */
const NAMES =
  /(pass(word|wd|phrase|code)?|pwd|secret|token|api_?key|private_?key|access_?key|signing_?key|encryption_?key|credential|auth|dsn|connection_?string|salt|jwt|cookie_?key|master_?key)(_?[0-9]+|_?b64|_?base64)?$/i;
const PARTS = /(password|passwd|secret|api_?key|private_?key|access_?key|credential)/i;

/** Endings of names that speak of a secret without holding it. */
const HARMLESS =
  /(_arn|_name|_id|_ids|_path|_file|_dir|_ttl|_enabled|_disabled|_region|_type|_length|_expiry|_expires(_in)?|_url|_uri|_host|_port|_header|_issuer|_audience|_timeout|_max_age|_count|_limit|_algorithm|_mode|_provider|_required)$/i;

/** Forms of values that are secrets whatever their name is. */
const VALUES: readonly RegExp[] = [
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/, // access key ids of AWS
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i, // user and password in a URL
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\./, // JSON web tokens
  /\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,})/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\b(sk|rk|pk)_(live|test)_[A-Za-z0-9]{10,}/,
  /\bsk-[A-Za-z0-9_-]{20,}/,
  /\bAIza[A-Za-z0-9_-]{30,}/,
  /\bSG\.[A-Za-z0-9_-]{16,}\./,
  /\b(password|passwd|pwd|secret|token|api[-_]?key|accountkey|sharedaccesskey)\s*=\s*[^\s;&$"']{3,}/i,
];

/** Flags of a command that hold a secret: `--db-password=…`, `--token …`. */
const FLAGS = /(^|\s)--?[a-z-]*(password|passwd|secret|token|api-?key)[ =]+(?!\$)[^\s-]\S{2,}/i;

/**
 * Whether a plain variable looks as if it held a secret. Names decide first, then the form of the value. What is empty,
 * a number, a switch or the ARN of something is none.
 *
 * App Runner shows plain variables in its console and API; a tfvars file would put them into a repository.
 */
export function looksSecret(name: string, value: string): boolean {
  if (looksSecretText(value)) return true;
  if (value === "" || /^(true|false|on|off|yes|no|none|null|[0-9]{1,6})$/i.test(value) || value.startsWith("arn:"))
    return false;
  const words = name.replace(/([a-z])([A-Z])/g, "$1_$2").replace(/[.-]/g, "_");
  return !HARMLESS.test(words) && (NAMES.test(words) || PARTS.test(words));
}

/** Whether a text of any kind (a command, a tag, a URL) looks as if it held a secret. */
export const looksSecretText = (text: string): boolean => VALUES.some((form) => form.test(text)) || FLAGS.test(text);
