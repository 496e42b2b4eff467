provider "aws" {}

variables {
  cluster_name = "shop"
}

run "looks_for_nothing_when_nothing_runs_on_express" {
  command = plan
  variables {
    enabled = false
  }

  assert {
    condition     = length(data.aws_ecs_service.service) == 0 && length(data.aws_lb_listener_rule.rule) == 0 && length(data.aws_lb_listener.listener) == 0 && length(data.aws_lb.this) == 0 && length(terraform_data.anchor) == 0
    error_message = "no look-up and no anchor"
  }
  assert {
    condition     = output.load_balancer_arn == null && output.load_balancer_dns_name == null && length(output.security_group_ids) == 0
    error_message = "the outputs say so"
  }
}

run "ground" {
  module {
    source = "../fixtures/express-services"
  }
}

run "finds_the_load_balancer_from_the_service_s_own_record" {
  variables {
    cluster_name = run.ground.cluster_name
    service_arn  = run.ground.service_arns.api
  }

  assert {
    condition     = can(regex(":loadbalancer/app/ecs-express-gateway-alb-", output.load_balancer_arn)) && output.load_balancer_arn == data.aws_lb_listener.listener[0].load_balancer_arn
    error_message = "service, rule, listener, load balancer"
  }
  assert {
    condition     = output.load_balancer_dns_name == data.aws_lb.this[0].dns_name && length(output.security_group_ids) > 0
    error_message = "with its name and its security groups"
  }
}

run "keeps_hold_of_it_when_another_service_is_asked" {
  command = plan
  variables {
    cluster_name = run.ground.cluster_name
    service_arn  = run.ground.service_arns.web
  }

  assert {
    condition     = can(regex(":loadbalancer/app/ecs-express-gateway-alb-", output.load_balancer_arn)) && output.load_balancer_arn == data.aws_lb_listener.listener[0].load_balancer_arn
    error_message = "the ARN stays known at plan whichever service comes first"
  }
}

run "warns_when_the_service_is_served_by_another_load_balancer" {
  command = plan
  variables {
    cluster_name          = run.ground.cluster_name
    express_load_balancer = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/other/1" }
  }

  assert {
    condition     = length(data.aws_ecs_service.service) == 0 && length(data.aws_lb_listener_rule.rule) == 0
    error_message = "a given load balancer is not looked for"
  }
  assert {
    condition     = can(regex(":loadbalancer/app/ecs-express-gateway-alb-", output.load_balancer_arn)) && output.load_balancer_arn != var.express_load_balancer.arn
    error_message = "the web ACL's load balancer does not move by itself"
  }
  expect_failures = [check.express_load_balancer_is_protected]
}

run "refuses_a_load_balancer_without_an_arn" {
  command = plan
  variables {
    express_load_balancer = { arn = "" }
  }
  expect_failures = [var.express_load_balancer]
}
