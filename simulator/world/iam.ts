/** Roles and policies. */
import { text, texts, type State } from "../values";
import { unique } from "./checks";
import { ACCOUNT } from "./context";
import { AwsError } from "./errors";
import { combine, values, type Model, type Models } from "./model";
import type { World, WorldObject } from "./world";

/** The time at which everything in the simulated world was made. */
export const CREATED_AT = "2026-01-01T00:00:00Z";

const pathOf = (object: State): string => text(object, "path") ?? "/";

const role: Model = {
  create(object, context) {
    const name = text(object, "name")!;
    Object.assign(object, {
      id: name,
      arn: context.globalArn("iam", `role${pathOf(object)}${name}`),
      create_date: CREATED_AT,
      unique_id: `AROA${context.upper(17)}`,
    });
    object["managed_policy_arns"] ??= [];
    object["name_prefix"] ??= "";
  },
  delete({ state }, { world }) {
    const name = text(state, "name");
    if (
      world.find("aws_iam_role_policy_attachment", (one) => one["role"] === name) ||
      world.find("aws_iam_role_policy", (one) => one["role"] === name)
    )
      throw new AwsError("IAM: DeleteRole", "DeleteConflict", "Cannot delete entity, must detach all policies first.");
  },
  import: (id, world) => world.find("aws_iam_role", (state) => state["name"] === id),
};

/** The role with that ARN. */
export function roleByArn(world: World, arn: string | undefined): WorldObject | undefined {
  return world.find("aws_iam_role", (state) => state["arn"] === arn);
}

/** Whether a managed policy is attached to a role, by an attachment or on the role itself. */
export function isAttached(world: World, roleArn: string, policyArn: string): boolean {
  const found = roleByArn(world, roleArn);
  if (!found) return false;
  return (
    texts(found.state, "managed_policy_arns").includes(policyArn) ||
    world.find(
      "aws_iam_role_policy_attachment",
      (one) => one["role"] === found.state["name"] && one["policy_arn"] === policyArn,
    ) !== undefined
  );
}

/** A policy on a role needs the role. */
const needsRole = (operation: string): Model => ({
  create(object, { world }) {
    const name = text(object, "role")!;
    if (!world.find("aws_iam_role", (state) => state["name"] === name))
      throw new AwsError(operation, "NoSuchEntity", `The role with name ${name} cannot be found.`);
  },
});

const policyId = (object: State): string => `${text(object, "role")}:${text(object, "name")}`;

/** Models of IAM. */
export const IAM: Models = {
  aws_iam_role: combine(
    unique(
      "aws_iam_role",
      ["name"],
      "IAM: CreateRole",
      "EntityAlreadyExists",
      (object) => `Role with name ${text(object, "name")} already exists.`,
    ),
    role,
  ),
  aws_iam_role_policy: combine(needsRole("IAM: PutRolePolicy"), values({ id: policyId, name_prefix: "" })),
  aws_iam_role_policy_attachment: combine(
    needsRole("IAM: AttachRolePolicy"),
    values({ id: (object) => `${text(object, "role")}/${text(object, "policy_arn")}` }),
  ),
  aws_iam_policy: combine(
    unique(
      "aws_iam_policy",
      ["name"],
      "IAM: CreatePolicy",
      "EntityAlreadyExists",
      (object) => `A policy called ${text(object, "name")} already exists. Duplicate names are not allowed.`,
    ),
    values({
      arn: (object, context) => context.globalArn("iam", `policy${pathOf(object)}${text(object, "name")}`),
      policy_id: (_, context) => `ANPA${context.upper(17)}`,
      attachment_count: 0,
      name_prefix: "",
    }),
  ),
  aws_kms_key: values({
    key_id: (_, context) => context.uuid(),
    id: (object) => object["key_id"]!,
    arn: (object, context) => context.arn("kms", `key/${text(object, "key_id")}`),
    multi_region: false,
    policy: () =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Enable IAM User Permissions",
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
            Action: "kms:*",
            Resource: "*",
          },
        ],
      }),
  }),
};
