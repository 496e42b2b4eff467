import { terraform, tofu, type Tool } from "../support/tools";
import { Root } from "../support/root";

/** Terraform, or OpenTofu where there is none: either applies the same module. */
export const engine: Tool = "path" in terraform ? terraform : tofu;

/** What the module ships, as the engine and the provider made it. */
export interface Shipped {
  readonly clusterArn: string;
  /** Target to its service in Cloud Map. */
  readonly serviceIds: Readonly<Record<string, string>>;
  readonly definition: string;
  readonly pattern: string;
  readonly transformer: { readonly input_paths: Record<string, string>; readonly input_template: string };
  readonly schedule: string;
  readonly workflowPolicy: string;
}

const MAIN = `
provider "aws" {}
resource "aws_vpc" "this" { cidr_block = "10.0.0.0/16" }
resource "aws_ecs_cluster" "this" { name = "shop" }
module "names" {
  source      = "\${modules}/private-names"
  name        = "shop"
  vpc_id      = aws_vpc.this.id
  cluster_arn = aws_ecs_cluster.this.arn
  targets = {
    api = { port = 8080, express_service_name = "shop-api" }
    web = { port = 3000, express_service_name = "shop-web" }
  }
}
`;

interface Resource {
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly values: Record<string, any>;
}

/** Applies the module with two targets and reads what was made out of the state. */
export function shipped(path: string): Shipped {
  const root = new Root({ engine: path, main: MAIN });
  try {
    root.apply();
    const { values } = JSON.parse(root.run("show", "-json").output) as {
      values: { root_module: { resources: Resource[]; child_modules: { resources: Resource[] }[] } };
    };
    const resources = [
      ...values.root_module.resources,
      ...values.root_module.child_modules.flatMap((module) => module.resources),
    ];
    const of = (type: string, name: string): Record<string, any> =>
      resources.find((each) => each.type === type && each.name === name)!.values;
    return {
      clusterArn: of("aws_ecs_cluster", "this")["arn"],
      serviceIds: Object.fromEntries(
        resources
          .filter(({ type }) => type === "aws_service_discovery_service")
          .map(({ index, values: { id } }) => [index, id]),
      ),
      definition: of("aws_sfn_state_machine", "registrar")["definition"],
      pattern: of("aws_cloudwatch_event_rule", "registrar_task_changes")["event_pattern"],
      transformer: of("aws_cloudwatch_event_target", "registrar_task_changes")["input_transformer"][0],
      schedule: of("aws_cloudwatch_event_target", "registrar_reconcile")["input"],
      workflowPolicy: of("aws_iam_role_policy", "registrar_workflow")["policy"],
    };
  } finally {
    root.remove();
  }
}
