/** File systems, and secrets that containers read. */
import { text } from "../values";
import { mustExist } from "./checks";
import { values, combine, type Model, type Models } from "./model";

const ofFileSystem = (operation: string): Model => ({
  create(object, context) {
    const id = text(object, "file_system_id") ?? "";
    mustExist(context, "aws_efs_file_system", id, operation, "FileSystemNotFound", "file system");
  },
});

/** Models of EFS and Secrets Manager. */
export const STORAGE: Models = {
  aws_efs_file_system: values({
    id: (_, context) => `fs-0${context.hex(16)}`,
    arn: (object, context) => context.arn("elasticfilesystem", `file-system/${text(object, "id")}`),
    dns_name: (object) => `${text(object, "id")}.efs.${text(object, "region")}.amazonaws.com`,
  }),
  aws_efs_access_point: combine(
    ofFileSystem("EFS: CreateAccessPoint"),
    values({
      id: (_, context) => `fsap-0${context.hex(16)}`,
      arn: (object, context) => context.arn("elasticfilesystem", `access-point/${text(object, "id")}`),
    }),
  ),
  aws_efs_mount_target: combine(
    ofFileSystem("EFS: CreateMountTarget"),
    values({ id: (_, context) => `fsmt-0${context.hex(16)}` }),
  ),
  aws_secretsmanager_secret: values({
    arn: (object, context) =>
      context.arn("secretsmanager", `secret:${text(object, "name") || context.hex(8)}-${context.upper(6)}`),
    id: (object) => object["arn"]!,
  }),
};
