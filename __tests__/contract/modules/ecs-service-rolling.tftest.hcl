provider "aws" {}

variables {
  name               = "shop-web-ecs"
  cluster_name       = "shop"
  subnet_ids         = ["subnet-1", "subnet-2"]
  security_group_ids = ["sg-1"]
  execution_role_arn = "arn:aws:iam::123456789012:role/execution"
  task_role_arn      = "arn:aws:iam::123456789012:role/task"
  log_group_name     = "/ecs/shop/web"
  service            = { image = "app:1", port = 8080 }
}

run "rolls_with_one_target_group_and_says_nothing_that_an_old_provider_does_not_know" {
  command = plan
  variables {
    load_balancer = { target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1", resource_label = "app/shop/1/targetgroup/web/2" }
    service = {
      image                    = "app:1"
      port                     = 8080
      deployment_configuration = { alarms = { alarm_names = ["shop-web-5xx"], rollback = false } }
      scaling                  = { schedules = { once = { schedule = "at(2030-01-01T00:00:00)", max_task_count = 2 } } }
    }
  }

  assert {
    condition     = length(aws_ecs_service.this.deployment_configuration) == 0 && aws_ecs_service.this.timeouts == null
    error_message = "the arguments of provider 6 are not used"
  }
  assert {
    condition     = [for lb in aws_ecs_service.this.load_balancer : [lb.target_group_arn, length(lb.advanced_configuration)]] == [["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1", 0]]
    error_message = "one target group is enough to roll"
  }
  assert {
    condition     = aws_ecs_service.this.deployment_circuit_breaker[0].enable && aws_ecs_service.this.deployment_circuit_breaker[0].rollback
    error_message = "a bad deployment goes back by itself"
  }
  assert {
    condition     = [for a in aws_ecs_service.this.alarms : [a.enable, a.rollback]] == [[true, false]]
    error_message = "alarms are watched as asked"
  }
  assert {
    condition     = aws_appautoscaling_scheduled_action.this["once"].scalable_target_action[0].max_capacity == "2" && aws_appautoscaling_scheduled_action.this["once"].scalable_target_action[0].min_capacity == null
    error_message = "schedules need no new provider"
  }
}

run "refuses_every_other_strategy" {
  command = plan
  variables {
    service = { image = "app:1", port = 8080, deployment_configuration = { strategy = "CANARY" } }
  }
  expect_failures = [var.service]
}
