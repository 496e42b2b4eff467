import { App, DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import { raw, text } from "../../modules/kit/hcl";
import { workflow } from "../../modules/private-names/workflow";
import type { FlatService } from "../flat";

/** What keeps the private names of Express Mode's services, with the targets written out. */
export const registrar = (targets: readonly FlatService[]): string => `
resource "aws_service_discovery_private_dns_namespace" "main" {
  name        = "shop.internal"
  description = "Private names of the services"
  vpc         = aws_vpc.main.id
}

resource "aws_cloudwatch_log_group" "registrar" {
  name              = "/aws/vendedlogs/states/shop-registrar"
  retention_in_days = 30
}
${role("workflow", "shop-registrar-", "states")}${role("events", "shop-events-", "events")}
resource "aws_iam_role_policy" "workflow" {
  name   = "registrar"
  role   = aws_iam_role.workflow.id
  policy = ${workflowPolicy(targets)}
}

resource "aws_iam_role_policy" "events" {
  name   = "start-registrar"
  role   = aws_iam_role.events.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["states:StartExecution"], Resource = [aws_sfn_state_machine.registrar.arn] }]
  })
}

resource "aws_sfn_state_machine" "registrar" {
  name       = "shop-registrar"
  type       = "EXPRESS"
  role_arn   = aws_iam_role.workflow.arn
  definition = ${definition(targets)}
  logging_configuration {
    level                  = "ERROR"
    include_execution_data = true
    log_destination        = "\${aws_cloudwatch_log_group.registrar.arn}:*"
  }
  depends_on = [aws_iam_role_policy.workflow]
}
${events(targets)}`;

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

const role = (name: string, prefix: string, principal: string): string => `
resource "aws_iam_role" "${name}" {
  name_prefix        = "${prefix}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "${principal}.amazonaws.com" } }]
  })
}
`;

const workflowPolicy = (targets: readonly FlatService[]): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["ecs:ListTasks"], Resource = "*", Condition = { ArnEquals = { "ecs:cluster" = aws_ecs_cluster.main.arn } } },
      { Effect = "Allow", Action = ["ecs:DescribeTasks"], Resource = "\${replace(aws_ecs_cluster.main.arn, ":cluster/", ":task/")}/*" },
      { Effect = "Allow", Action = ["servicediscovery:RegisterInstance", "servicediscovery:DeregisterInstance", "servicediscovery:ListInstances"], Resource = [${targets.map(({ id }) => `aws_service_discovery_service.${id}.arn`).join(", ")}] },
      { Effect = "Allow", Action = ["route53:GetHostedZone", "route53:ChangeResourceRecordSets"], Resource = "arn:aws:route53:::hostedzone/\${aws_service_discovery_private_dns_namespace.main.hosted_zone}" },
      { Effect = "Allow", Action = ["logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"], Resource = "*" },
    ]
  })`;

/** The workflow itself is long and has one author: it is taken from the module, as an expression over these targets. */
function definition(targets: readonly FlatService[]): string {
  const list = targets.map(
    ({ id, name }) => `{ service_name = "shop-${name}-express", service_id = aws_service_discovery_service.${id}.id }`,
  );
  const token = workflow(text`${raw("aws_ecs_cluster.main.arn")}`, raw(`[${list.join(", ")}]`));
  const template = Tokenization.resolve(token, {
    scope: new App(),
    resolver: new DefaultTokenResolver(new StringConcat()),
  }) as string;
  return template.slice("${".length, -"}".length);
}

const events = (targets: readonly FlatService[]): string => `
resource "aws_cloudwatch_event_rule" "reconcile" {
  name                = "shop-registrar-reconcile"
  description         = "Compares every private name with the running tasks"
  schedule_expression = "rate(1 minute)"
}

resource "aws_cloudwatch_event_target" "reconcile" {
  rule     = aws_cloudwatch_event_rule.reconcile.name
  arn      = aws_sfn_state_machine.registrar.arn
  role_arn = aws_iam_role.events.arn
  input    = jsonencode({ group = "*" })
}

resource "aws_cloudwatch_event_rule" "task_changes" {
  name          = "shop-registrar-task-changes"
  description   = "A task on Express Mode came up or is going"
  event_pattern = jsonencode({
    "source"      = ["aws.ecs"]
    "detail-type" = ["ECS Task State Change"]
    "detail" = {
      clusterArn = [aws_ecs_cluster.main.arn]
      group      = [${targets.map(({ name }) => `"service:shop-${name}-express"`).join(", ")}]
      lastStatus = [{ "anything-but" = ["PROVISIONING", "PENDING", "ACTIVATING"] }]
    }
  })
}

resource "aws_cloudwatch_event_target" "task_changes" {
  rule     = aws_cloudwatch_event_rule.task_changes.name
  arn      = aws_sfn_state_machine.registrar.arn
  role_arn = aws_iam_role.events.arn
  input_transformer {
    input_paths    = { group = "$.detail.group" }
    input_template = "{\\"group\\": <group>}"
  }
}
`;
