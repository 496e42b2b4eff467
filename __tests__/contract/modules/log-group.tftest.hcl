provider "aws" {}

variables {
  names = { api = "/ecs/shop/api", web = "/ecs/shop/web" }
}

run "makes_a_group_for_each_service_and_forgets_after_30_days" {
  command = plan

  assert {
    condition     = tomap({ for service, group in aws_cloudwatch_log_group.this : service => group.name }) == tomap(var.names)
    error_message = "each service has the group that its name says"
  }
  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.this : group.retention_in_days == 30])
    error_message = "no group keeps its logs for ever unless asked"
  }
}

run "keeps_logs_as_long_as_asked" {
  variables {
    retention_in_days = 365
    tags              = { team = "shop" }
  }

  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.this : group.retention_in_days == 365 && group.tags.team == "shop"])
    error_message = "retention and tags reach every group"
  }
  assert {
    condition     = tomap(output.log_group_names) == tomap(var.names)
    error_message = "services are given the group's own name, so that they come after it and leave none behind"
  }
}

run "refuses_a_retention_that_cloudwatch_does_not_have" {
  command = plan
  variables {
    retention_in_days = 31
  }
  expect_failures = [var.retention_in_days]
}
