import { quote } from "shell-quote";
import { changed, lost } from "../finding";
import { isKnown, unknownsIn } from "../unknown";
import { nothing, type Rule } from "./rule";

/**
 * The role that the program acts in is kept; its trust is not the same.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export const instanceRole: Rule = ({ service }, { key }) => {
  const arn = service.InstanceConfiguration?.InstanceRoleArn;
  const field = "InstanceConfiguration.InstanceRoleArn";
  if (arn === undefined) return nothing;
  if (!isKnown(arn)) {
    const [name] = unknownsIn(arn);
    return {
      drafts: [
        lost(
          "behaviour",
          field,
          `the files do not hold the role's ARN: it is ${name}`,
          `Give it: --value '${name}=arn:…'. Without it the service gets a role without permissions`,
        ),
      ],
      leftOut: [{ in: "service", lines: [`task_role = { arn = "…" }: the files do not hold the ARN (${name}).`] }],
    };
  }
  const role = quote([arn.split("/").at(-1) ?? arn]);
  return {
    drafts: [
      changed(
        "behaviour",
        field,
        `services.${key}.task_role.arn`,
        "kept as the task role; it trusts tasks.apprunner.amazonaws.com, and ECS needs ecs-tasks.amazonaws.com",
        `Add ecs-tasks.amazonaws.com to the principals that it trusts and keep the other until the cut-over is done: aws iam get-role --role-name ${role} --query Role.AssumeRolePolicyDocument, then aws iam update-assume-role-policy --role-name ${role} --policy-document file://trust.json`,
      ),
    ],
    service: { task_role: { arn } },
  };
};
