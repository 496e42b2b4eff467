import { raw, text } from "../../modules/kit/hcl";
import { workflow } from "../../modules/private-names/workflow";
import type { FlatService } from "../flat";
import { definitionOf, flatWorkflow } from "./workflow";

/** What keeps the private names of Express Mode's services, with the targets written out. */
export const registrar = (targets: readonly FlatService[]): string => `
resource "aws_service_discovery_private_dns_namespace" "main" {
  name        = "shop.internal"
  description = "Private names of the services"
  vpc         = aws_vpc.main.id
}
${flatWorkflow({
  is: "registrar",
  definition: definition(targets),
  statements: [
    '{ Effect = "Allow", Action = ["ecs:ListTasks"], Resource = "*", Condition = { ArnEquals = { "ecs:cluster" = aws_ecs_cluster.main.arn } } }',
    '{ Effect = "Allow", Action = ["ecs:DescribeTasks"], Resource = "${replace(aws_ecs_cluster.main.arn, ":cluster/", ":task/")}/*" }',
    `{ Effect = "Allow", Action = ["servicediscovery:RegisterInstance", "servicediscovery:DeregisterInstance", "servicediscovery:ListInstances"], Resource = [${targets.map(({ id }) => `aws_service_discovery_service.${id}.arn`).join(", ")}] }`,
    '{ Effect = "Allow", Action = ["route53:GetHostedZone", "route53:ChangeResourceRecordSets"], Resource = "arn:aws:route53:::hostedzone/${aws_service_discovery_private_dns_namespace.main.hosted_zone}" }',
  ],
  on: {
    id: "task_changes",
    description: "A task on Express Mode came up or is going",
    pattern: `{
    "source"      = ["aws.ecs"]
    "detail-type" = ["ECS Task State Change"]
    "detail" = {
      clusterArn = [aws_ecs_cluster.main.arn]
      group      = [${targets.map(({ name }) => `"service:shop-${name}-express"`).join(", ")}]
      lastStatus = [{ "anything-but" = ["PROVISIONING", "PENDING", "ACTIVATING"] }]
    }
  }`,
    input: "$.detail.group",
  },
  every: {
    id: "reconcile",
    description: "Compares every private name with the running tasks",
    rate: "rate(1 minute)",
    input: "group",
  },
})}`;

/** A private name. */
export const registrarTarget = ({ id, name }: FlatService): string => `
resource "aws_service_discovery_service" "${id}" {
  name          = "${name}"
  description   = "Tasks of ${name}"
  force_destroy = true
  dns_config {
    namespace_id   = aws_service_discovery_private_dns_namespace.main.id
    routing_policy = "MULTIVALUE"
    dns_records {
      type = "A"
      ttl  = 10
    }
  }
}
`;

function definition(targets: readonly FlatService[]): string {
  const list = targets.map(
    ({ id, name }) => `{ service_name = "shop-${name}-express", service_id = aws_service_discovery_service.${id}.id }`,
  );
  return definitionOf(workflow(text`${raw("aws_ecs_cluster.main.arn")}`, raw(`[${list.join(", ")}]`)));
}
