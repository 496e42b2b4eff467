provider "aws" {}

variables {
  name              = "shop"
  cluster_arn       = "arn:aws:ecs:us-east-1:123456789012:cluster/shop"
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/ecs-express-gateway-alb-01234567/0123456789abcdef"
  allowed_cidrs     = ["203.0.113.0/24"]
}

run "makes_nothing_when_it_is_off" {
  command = plan
  variables {
    enabled           = false
    load_balancer_arn = null
  }

  assert {
    condition     = length(aws_sfn_state_machine.this) == 0 && length(aws_iam_role.workflow) == 0 && length(aws_iam_role.events) == 0 && length(aws_cloudwatch_event_rule.deployments) == 0 && length(aws_cloudwatch_event_rule.reconcile) == 0 && length(aws_cloudwatch_log_group.this) == 0
    error_message = "no workflow, no role, no rule and no log group"
  }
}

run "looks_every_minute_and_around_deployments" {
  variables {
    name = "a-group-whose-name-is-just-32-ab"
  }

  assert {
    condition     = aws_cloudwatch_event_rule.reconcile[0].schedule_expression == "rate(1 minute)" && jsondecode(aws_cloudwatch_event_rule.deployments[0].event_pattern).detail.eventName == ["SERVICE_DEPLOYMENT_IN_PROGRESS", "SERVICE_DEPLOYMENT_COMPLETED"]
    error_message = "Express Mode may open it at any change"
  }
  assert {
    condition     = aws_sfn_state_machine.this[0].name == "a-group-whose-name-is-just-32-ab-express-ingress-dev" && alltrue([for rule in [aws_cloudwatch_event_rule.deployments[0], aws_cloudwatch_event_rule.reconcile[0]] : startswith(rule.description, "For development and test only: ") && length(rule.name) <= 64])
    error_message = "it says what it is for, and its names fit EventBridge"
  }
}

run "may_change_rules_of_groups_that_are_express_modes_own" {
  assert {
    condition = [for s in jsondecode(aws_iam_role_policy.workflow[0].policy).Statement : s if s.Resource != "*"] == [{
      Effect    = "Allow"
      Action    = ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"]
      Resource  = "arn:aws:ec2:us-east-1:123456789012:security-group/*"
      Condition = { StringEquals = { "aws:ResourceTag/AmazonECSManaged" = "true" } }
    }]
    error_message = "groups with AWS's tag, in this account and region"
  }
  assert {
    condition     = toset(flatten([for s in jsondecode(aws_iam_role_policy.workflow[0].policy).Statement : [for action in s.Action : action if !startswith(action, "logs:")] if s.Resource == "*"])) == toset(["ec2:DescribeSecurityGroupRules", "ec2:DescribeSecurityGroups", "elasticloadbalancing:DescribeLoadBalancers"])
    error_message = "on everything it only reads"
  }
}
