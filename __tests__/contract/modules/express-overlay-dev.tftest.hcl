provider "aws" {}

variables {
  name        = "shop"
  cluster_arn = "arn:aws:ecs:us-east-1:123456789012:cluster/shop"
  services = {
    api = {
      service_arn        = "arn:aws:ecs:us-east-1:123456789012:service/shop/shop-api-express"
      execution_role_arn = "arn:aws:iam::123456789012:role/shop-api-execution"
      task_role_arn      = "arn:aws:iam::123456789012:role/shop-api-task"
      log_group_name     = "/ecs/shop/api"
      memory             = 1024
      overlay            = { capacity_provider = "FARGATE_SPOT" }
    }
  }
}

run "makes_nothing_without_a_service" {
  command = plan
  variables {
    services = {}
  }

  assert {
    condition     = length(aws_sfn_state_machine.this) == 0 && length(aws_iam_role.workflow) == 0 && length(aws_iam_role.events) == 0 && length(aws_cloudwatch_event_rule.deployments) == 0 && length(aws_cloudwatch_event_rule.reconcile) == 0 && length(aws_cloudwatch_log_group.this) == 0
    error_message = "no workflow, no role, no rule and no log group"
  }
}

run "says_what_it_is_for_in_every_name" {
  variables {
    name = "a-group-whose-name-is-just-32-ab"
  }

  assert {
    condition     = aws_sfn_state_machine.this[0].name == "a-group-whose-name-is-just-32-ab-express-overlay-dev" && output.task_definition_families == { api = "a-group-whose-name-is-just-32-ab-api-overlay-dev" }
    error_message = "the workflow and the task definitions"
  }
  assert {
    condition     = alltrue([for rule in [aws_cloudwatch_event_rule.deployments[0], aws_cloudwatch_event_rule.reconcile[0]] : startswith(rule.description, "For development and test only: ") && length(rule.name) <= 64])
    error_message = "the rules, whose names fit EventBridge"
  }
}

run "looks_at_deployments_that_are_over_and_every_five_minutes" {
  assert {
    condition = jsondecode(aws_cloudwatch_event_rule.deployments[0].event_pattern) == {
      source      = ["aws.ecs"]
      detail-type = ["ECS Deployment State Change"]
      resources   = [{ prefix = "arn:aws:ecs:us-east-1:123456789012:service/shop/" }]
      detail      = { eventName = ["SERVICE_DEPLOYMENT_COMPLETED"] }
    }
    error_message = "only what runs can be derived from"
  }
  assert {
    condition     = aws_cloudwatch_event_rule.reconcile[0].schedule_expression == "rate(5 minutes)" && jsondecode(aws_cloudwatch_event_target.reconcile[0].input) == { service = "*" }
    error_message = "a lost event is made good"
  }
}

run "may_change_these_services_by_its_own_task_definitions_and_nothing_else" {
  assert {
    condition = { for s in jsondecode(aws_iam_role_policy.workflow[0].policy).Statement : s.Action[0] => s.Resource if s.Resource != "*" } == {
      "ecs:DescribeServices" = ["arn:aws:ecs:us-east-1:123456789012:service/shop/shop-api-express"]
      "ecs:UpdateService"    = ["arn:aws:ecs:us-east-1:123456789012:service/shop/shop-api-express"]
      "ecs:TagResource"      = ["arn:aws:ecs:us-east-1:123456789012:task-definition/shop-api-overlay-dev:*"]
      "iam:PassRole"         = ["arn:aws:iam::123456789012:role/shop-api-execution", "arn:aws:iam::123456789012:role/shop-api-task"]
    }
    error_message = "the service, the family, and the two roles of its tasks"
  }
  assert {
    condition = { for s in jsondecode(aws_iam_role_policy.workflow[0].policy).Statement : s.Action[0] => s.Condition if can(s.Condition) } == {
      "ecs:UpdateService"          = { ArnLike = { "ecs:task-definition" = ["arn:aws:ecs:us-east-1:123456789012:task-definition/shop-api-overlay-dev:*"] } }
      "ecs:RegisterTaskDefinition" = { StringEquals = { "aws:RequestTag/switchyard:overlay-of" = ["arn:aws:ecs:us-east-1:123456789012:service/shop/shop-api-express"] } }
      "iam:PassRole"               = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
    }
    error_message = "what has no resource has a condition"
  }
  assert {
    condition     = toset(flatten([for s in jsondecode(aws_iam_role_policy.workflow[0].policy).Statement : [for action in s.Action : action if !startswith(action, "logs:")] if s.Resource == "*"])) == toset(["ecs:DescribeTaskDefinition", "ecs:RegisterTaskDefinition"])
    error_message = "these two calls know no resource, and the rest is the delivery of its log"
  }
}

run "deploys_anew_when_the_wishes_change_and_only_then" {
  variables {
    services = {
      for name, capacity in { api = "FARGATE_SPOT", same = "FARGATE_SPOT", other = "FARGATE" } : name => {
        service_arn               = "arn:aws:ecs:us-east-1:123456789012:service/shop/shop-api-express"
        execution_role_arn        = "arn:aws:iam::123456789012:role/shop-api-execution"
        task_role_arn             = "arn:aws:iam::123456789012:role/shop-api-task"
        log_group_name            = "/ecs/shop/api"
        memory                    = 1024
        overlay                   = { capacity_provider = capacity }
      }
    }
  }

  assert {
    condition     = length(distinct([for target in local.targets : target.overlay])) == 3 && alltrue([for target in local.targets : can(regex("^[0-9a-f]{16}$", target.overlay))])
    error_message = "a task definition is known by a hash of what was wished for it"
  }
  assert {
    condition     = alltrue([for target in local.targets : length(target.main) == 0 && length(target.sidecars) == 0])
    error_message = "without a sidecar the memory is not split"
  }
}
