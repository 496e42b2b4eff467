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
  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.this : group.kms_key_id == null])
    error_message = "CloudWatch Logs has a key of its own"
  }
}

run "keeps_logs_as_long_as_asked" {
  variables {
    retention_in_days = 365
    kms_key_arn       = "arn:aws:kms:us-east-1:123456789012:key/logs"
    tags              = { team = "shop" }
  }

  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.this : group.retention_in_days == 365 && group.kms_key_id == var.kms_key_arn && group.tags.team == "shop"])
    error_message = "retention, key and tags reach every group"
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
