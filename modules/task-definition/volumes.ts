import { dynamicBlock } from "../kit/each";
import { hcl } from "../kit/hcl";

/**
 * The task's volumes: EFS, always encrypted on the way, or room that its containers share.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html
 */
export const volumes = (given: unknown) =>
  dynamicBlock(hcl`${given}`, {
    name: hcl`volume.key`,
    dynamic: {
      efs_volume_configuration: dynamicBlock(hcl`volume.value.efs[*]`, {
        file_system_id: hcl`efs_volume_configuration.value.file_system_id`,
        root_directory: hcl`coalesce(efs_volume_configuration.value.root_directory, "/")`,
        transit_encryption: "ENABLED",
        authorization_config: {
          access_point_id: hcl`efs_volume_configuration.value.access_point_id`,
          iam: hcl`efs_volume_configuration.value.iam ? "ENABLED" : "DISABLED"`,
        },
      }),
    },
  });
