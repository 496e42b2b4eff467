import type { IResolvable } from "cdktf";
import { hcl } from "../kit/hcl";

/**
 * Service to what its execution role reads, `{ arns, kms_key_arns }`: secrets of its containers, of the log router's
 * destination, and credentials of private registries. How many there are is known at plan, whatever they are. Only
 * services whose execution role is made here.
 */
export const secretsOf = (services: unknown): IResolvable => {
  const credentials = hcl`concat(s.repository_credentials[*], [for c in s.sidecars : c.repository_credentials if c.repository_credentials != null])`;
  const maps = hcl`concat([s.secrets], [for c in s.sidecars : c.secrets], s.log_router[*].secret_options)`;
  const arns = hcl`concat(flatten([for secrets in ${maps} : values(secrets)]), ${credentials}[*].secret_arn)`;
  const keys = hcl`concat(s.secrets_kms_key_arns, [for c in ${credentials} : c.kms_key_arn if c.kms_key_arn != null])`;
  return hcl`{ for name, s in ${services} : name => { arns = ${arns}, kms_key_arns = ${keys} } if s.execution_role == null }`;
};
