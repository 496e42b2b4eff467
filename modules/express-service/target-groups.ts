import { DataAwsEcsService } from "@cdktf/provider-aws/lib/data-aws-ecs-service";
import { type IResolvable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { hcl, text } from "../kit/hcl";
import { countIf } from "../kit/module";

/**
 * Both target groups of an Express service: the live one and the idle one change places at every deployment, so they are
 * sorted. One that ECS does not tell is null; none is looked for unless `wanted`.
 *
 * The look-up names the service by way of a local. Terraform puts off a look-up that refers to a changing resource of
 * its own module directly, and all that hangs on it would be planned anew at every deployment.
 */
export function targetGroups(
  scope: Construct,
  { wanted, clusterName, serviceArn }: { wanted: unknown; clusterName: string; serviceArn: unknown },
): IResolvable {
  const locals = new Construct(scope, "~local");
  const name = new TerraformLocal(locals, "name", text`reverse(split("/", ${serviceArn}))[0]`);
  const record = new DataAwsEcsService(scope, "this@record", {
    count: countIf(wanted),
    clusterArn: clusterName,
    serviceName: name.asString,
  });
  const found = hcl`sort(compact(flatten([for served in one(${record.fqn}[*].load_balancer) : concat([served.target_group_arn], served.advanced_configuration[*].alternate_target_group_arn)])))`;
  return hcl`${wanted} ? [for i in [0, 1] : try(${found}[i], null)] : []`;
}

/** The address as a URL, whichever way it is told. */
export const urlOf = (endpoint: unknown): IResolvable =>
  hcl`try(startswith(${endpoint}, "https://") ? ${endpoint} : "https://\${${endpoint}}", null)`;
