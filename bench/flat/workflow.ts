import { App, DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";

/** A workflow as a person would write it down. */
export interface FlatWorkflow {
  /** `registrar`: the end of its name, and of its resources' names. */
  readonly is: string;
  readonly definition: string;
  /** Statements of what it may call. */
  readonly statements: readonly string[];
  readonly on: { readonly id: string; readonly description: string; readonly pattern: string; readonly input: string };
  readonly every: {
    readonly id: string;
    readonly description: string;
    readonly rate: string;
    readonly input: string;
  };
}

/** A workflow with its log, its roles and what starts it. */
export const flatWorkflow = ({ is, definition, statements, on, every }: FlatWorkflow): string => `
resource "aws_cloudwatch_log_group" "${is}" {
  name              = "/aws/vendedlogs/states/shop-${is}"
  retention_in_days = 30
}
${role(`${is}_workflow`, `shop-${is}-`, "states")}${role(`${is}_events`, "shop-events-", "events")}
resource "aws_iam_role_policy" "${is}_workflow" {
  name   = "${is}"
  role   = aws_iam_role.${is}_workflow.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [
      ${[...statements, DELIVER_LOGS].join(",\n      ")},
    ]
  })
}

resource "aws_iam_role_policy" "${is}_events" {
  name   = "start-${is}"
  role   = aws_iam_role.${is}_events.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["states:StartExecution"], Resource = [aws_sfn_state_machine.${is}.arn] }]
  })
}

resource "aws_sfn_state_machine" "${is}" {
  name       = "shop-${is}"
  type       = "EXPRESS"
  role_arn   = aws_iam_role.${is}_workflow.arn
  definition = ${definition}
  logging_configuration {
    level                  = "ERROR"
    include_execution_data = true
    log_destination        = "\${aws_cloudwatch_log_group.${is}.arn}:*"
  }
  depends_on = [aws_iam_role_policy.${is}_workflow]
}

resource "aws_cloudwatch_event_rule" "${is}_${every.id}" {
  name                = "shop-${is}-${every.id}"
  description         = "${every.description}"
  schedule_expression = "${every.rate}"
}

resource "aws_cloudwatch_event_target" "${is}_${every.id}" {
  rule     = aws_cloudwatch_event_rule.${is}_${every.id}.name
  arn      = aws_sfn_state_machine.${is}.arn
  role_arn = aws_iam_role.${is}_events.arn
  input    = jsonencode({ ${every.input} = "*" })
}

resource "aws_cloudwatch_event_rule" "${is}_${on.id}" {
  name          = "shop-${is}-${on.id.replaceAll("_", "-")}"
  description   = "${on.description}"
  event_pattern = jsonencode(${on.pattern})
}

resource "aws_cloudwatch_event_target" "${is}_${on.id}" {
  rule     = aws_cloudwatch_event_rule.${is}_${on.id}.name
  arn      = aws_sfn_state_machine.${is}.arn
  role_arn = aws_iam_role.${is}_events.arn
  input_transformer {
    input_paths    = { ${every.input} = "${on.input}" }
    input_template = "{\\"${every.input}\\": <${every.input}>}"
  }
}
`;

/** A workflow itself is long and has one author: it is taken from the module, as an expression. */
export function definitionOf(token: string): string {
  const template = Tokenization.resolve(token, {
    scope: new App(),
    resolver: new DefaultTokenResolver(new StringConcat()),
  }) as string;
  return template.slice("${".length, -"}".length);
}

const role = (name: string, prefix: string, principal: string): string => `
resource "aws_iam_role" "${name}" {
  name_prefix        = "${prefix}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "${principal}.amazonaws.com" } }]
  })
}
`;

const DELIVER_LOGS =
  '{ Effect = "Allow", Action = ["logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"], Resource = "*" }';
