provider "aws" {}

variables {
  name            = "shop"
  domain_name     = "example.com"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"
}

run "ground" {
  module {
    source = "../fixtures/express-services"
  }
}

run "found" {
  module {
    source = "../express-load-balancer"
  }
  variables {
    cluster_name = run.ground.cluster_name
    service_arns = run.ground.service_arns
  }
}

run "makes_nothing_without_a_service" {
  command = plan

  assert {
    condition     = length(aws_lb_listener_certificate.this) == 0 && length(aws_sfn_state_machine.this) == 0 && length(aws_iam_role.workflow) == 0 && length(aws_iam_role.events) == 0 && length(aws_cloudwatch_event_rule.deployments) == 0 && length(aws_cloudwatch_event_rule.reconcile) == 0 && length(aws_cloudwatch_log_group.this) == 0
    error_message = "no certificate, no workflow, no role, no rule and no log group"
  }
}

run "puts_the_certificate_beside_the_listener_s_own" {
  variables {
    listener_arn          = run.found.listener_arn
    services              = { for name, arn in run.ground.service_arns : name => { service_arn = arn, listener_rule_arn = run.found.listener_rule_arns[name], host_names = ["${name}.example.com"] } }
    log_retention_in_days = 7
  }

  assert {
    condition     = aws_lb_listener_certificate.this[0].listener_arn == run.found.listener_arn && aws_lb_listener_certificate.this[0].certificate_arn == var.certificate_arn
    error_message = "Express Mode's certificate of the generated name stays the default"
  }
  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.deployments[0].event_pattern) == { source = ["aws.ecs"], detail-type = ["ECS Deployment State Change"], resources = [{ prefix = replace(values(run.ground.service_arns)[0], "/[^/]*$/", "") }] }
    error_message = "every state of a deployment of the cluster's services starts the workflow"
  }
  assert {
    condition     = aws_cloudwatch_event_rule.reconcile[0].schedule_expression == "rate(1 minute)" && jsondecode(aws_cloudwatch_event_target.reconcile[0].input) == { service = "*" } && aws_sfn_state_machine.this[0].type == "EXPRESS" && aws_cloudwatch_log_group.this[0].retention_in_days == 7
    error_message = "a lost event is made good within a minute"
  }
  assert {
    condition     = { for s in jsondecode(aws_iam_role_policy.workflow[0].policy).Statement : s.Action[0] => s.Resource if !startswith(s.Action[0], "logs:") } == { "elasticloadbalancing:DescribeRules" = "*", "elasticloadbalancing:ModifyRule" = values(run.found.listener_rule_arns) }
    error_message = "it reads, and changes the services' own rules alone"
  }
}
