import type { IResolvable } from "cdktf";
import { compact, hcl, text } from "../kit/hcl";

/** Service to its volumes on EFS that go by IAM, `{ efs, writes }`; only services whose task role is made here. */
export const volumesOf = (services: unknown): IResolvable => {
  const written = hcl`(v.mount_path != null && !v.read_only) || anytrue([for c in s.sidecars : try(!c.volumes[name].read_only, false)])`;
  const volumes = hcl`flatten([for name, v in s.volumes : [for efs in v.efs[*] : { efs = efs, writes = ${written} } if efs.iam]])`;
  return hcl`{ for service, volumes in { for service, s in ${services} : service => ${volumes} if s.task_role == null } : service => volumes if length(volumes) > 0 }`;
};

/**
 * A policy to mount these file systems, through the access point if there is one, and to write what is not read-only
 * everywhere. It does not act as root there.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/access-points-iam-policy.html
 */
export const mounting = (partition: unknown, region: unknown, account: unknown): string => {
  const arn = (what: string, id: IResolvable) =>
    hcl`join(":", ["arn", ${partition}, "elasticfilesystem", ${region}, ${account}, join("/", [${what}, ${id}])])`;
  const accessPoint = hcl`{ StringEquals = { "elasticfilesystem:AccessPointArn" = ${arn("access-point", hcl`volume.efs.access_point_id`)} } }`;
  const statement = compact({
    Effect: "Allow",
    Action: hcl`concat(["elasticfilesystem:ClientMount"], volume.writes ? ["elasticfilesystem:ClientWrite"] : [])`,
    Resource: arn("file-system", hcl`volume.efs.file_system_id`),
    Condition: hcl`volume.efs.access_point_id == null ? null : ${accessPoint}`,
  });
  return text`jsonencode({ Version = "2012-10-17", Statement = [for volume in each.value : ${statement}] })`;
};
