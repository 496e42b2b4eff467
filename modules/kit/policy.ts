import type { IResolvable } from "cdktf";
import { hcl, text } from "./hcl";

/** A trust policy for one AWS service. */
export const trust = (principal: string): string =>
  text`jsonencode(${{
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: principal } }],
  }})`;

/** A policy that allows each list of actions on its resources; a statement without a resource is left out. */
export const allow = (
  statements: readonly (readonly [actions: readonly string[], resources: IResolvable])[],
): string => {
  const all = statements.map(
    ([actions, resources]) => hcl`{ Effect = "Allow", Action = ${actions}, Resource = ${resources} }`,
  );
  return text`jsonencode({ Version = "2012-10-17", Statement = [for statement in ${all} : statement if length(statement.Resource) > 0] })`;
};
