provider "aws" {}

variables {
  name        = "shop"
  cluster_arn = "arn:aws:ecs:us-east-1:123456789012:cluster/shop"
  targets = {
    api  = { service_name = "shop-api-ecs", callers = ["shop-dashboard-ecs", "shop-worker-ecs"] }
    auth = { service_name = "shop-auth-ecs", callers = ["shop-api-ecs"] }
  }
}

run "makes_nothing_when_nobody_calls" {
  command = plan
  variables {
    targets = {}
  }

  assert {
    condition     = length(aws_sfn_state_machine.this) == 0 && length(aws_iam_role.workflow) == 0 && length(aws_iam_role.events) == 0 && length(aws_cloudwatch_event_rule.deployments) == 0 && length(aws_cloudwatch_event_rule.reconcile) == 0 && length(aws_cloudwatch_log_group.this) == 0
    error_message = "no workflow, no role, no rule and no log group"
  }
}

run "looks_when_a_service_of_the_cluster_was_deployed_and_every_quarter_of_an_hour" {
  variables {
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    log_retention_in_days    = 7
    tags                     = { team = "shop" }
  }

  assert {
    condition = jsondecode(aws_cloudwatch_event_rule.deployments[0].event_pattern) == {
      source      = ["aws.ecs"]
      detail-type = ["ECS Deployment State Change"]
      resources   = [{ prefix = "arn:aws:ecs:us-east-1:123456789012:service/shop/" }]
      detail      = { eventName = ["SERVICE_DEPLOYMENT_COMPLETED"] }
    }
    error_message = "a target that runs can be seen by whoever is deployed next"
  }
  assert {
    condition     = aws_cloudwatch_event_rule.reconcile[0].schedule_expression == "rate(15 minutes)" && jsondecode(aws_cloudwatch_event_target.reconcile[0].input) == { target = "*" }
    error_message = "a lost event is made good"
  }
  assert {
    condition     = aws_sfn_state_machine.this[0].type == "EXPRESS" && aws_sfn_state_machine.this[0].name == "shop-refresh" && aws_cloudwatch_log_group.this[0].retention_in_days == 7
    error_message = "one express workflow, whose failures are kept as long as other logs"
  }
  assert {
    condition     = aws_iam_role.workflow[0].permissions_boundary == "arn:aws:iam::123456789012:policy/boundary" && aws_iam_role.events[0].permissions_boundary == "arn:aws:iam::123456789012:policy/boundary" && aws_sfn_state_machine.this[0].tags.team == "shop"
    error_message = "boundary and tags are everywhere"
  }
}

run "may_deploy_the_callers_and_nothing_else" {
  assert {
    condition = { for s in jsondecode(aws_iam_role_policy.workflow[0].policy).Statement : s.Action[0] => s.Resource if s.Resource != "*" } == {
      "ecs:DescribeServices"        = [for name in ["shop-api-ecs", "shop-dashboard-ecs", "shop-worker-ecs", "shop-auth-ecs"] : "arn:aws:ecs:us-east-1:123456789012:service/shop/${name}"]
      "ecs:UpdateService"           = [for name in ["shop-dashboard-ecs", "shop-worker-ecs", "shop-api-ecs"] : "arn:aws:ecs:us-east-1:123456789012:service/shop/${name}"]
      "servicediscovery:GetService" = "arn:aws:servicediscovery:us-east-1:123456789012:service/*"
    }
    error_message = "it reads callers and targets, and changes callers alone"
  }
  assert {
    condition     = alltrue([for s in jsondecode(aws_iam_role_policy.workflow[0].policy).Statement : alltrue([for action in s.Action : startswith(action, "logs:")]) if s.Resource == "*"])
    error_message = "what is allowed on everything is the delivery of its log"
  }
  assert {
    condition     = jsondecode(aws_iam_role_policy.events[0].policy).Statement == [{ Effect = "Allow", Action = ["states:StartExecution"], Resource = [aws_sfn_state_machine.this[0].arn] }]
    error_message = "the rules start this workflow and no other"
  }
}
