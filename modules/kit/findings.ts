import type { TerraformResource } from "cdktf";

/**
 * Says beside a resource why a finding of a security scanner (checkov) is no fault here. The reasons go into the
 * exported module, under the comment key `//` of the resource, and the scan of the plans fails on every other finding.
 *
 * @param reasons the check's id to the reason
 * @see https://www.checkov.io/5.Policy%20Index/terraform.html
 */
export function accept(resource: TerraformResource, reasons: Readonly<Record<string, string>>): void {
  resource.addOverride("//.checkov", reasons);
}

/** The reasons that hold for every listener that has no certificate while there is no domain. */
export const PLAIN_HTTP_FINDINGS = {
  CKV_AWS_2: "without a domain there is no certificate; every plan warns of plain HTTP",
  CKV_AWS_103: "the same: there is no TLS whose version could be too old",
} as const;

/** The reasons that hold for every log group of ours. */
export const LOG_GROUP_FINDINGS = {
  CKV_AWS_158: "CloudWatch Logs encrypts every log group; a key of one's own is the user's choice",
  CKV_AWS_338: "how long logs are kept is the user's choice, 30 days unless said",
} as const;
