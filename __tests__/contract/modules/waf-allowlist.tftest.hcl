provider "aws" {}

variables {
  name          = "shop"
  allowed_cidrs = ["203.0.113.0/24", "198.51.100.7/32", "2001:db8::/32"]
}

run "blocks_everything_but_the_allowed_cidrs" {
  command = plan

  assert {
    condition     = length(aws_wafv2_web_acl.this[0].default_action[0].block) == 1 && length(aws_wafv2_web_acl.this[0].default_action[0].allow) == 0
    error_message = "the default is to block"
  }
  assert {
    condition     = aws_wafv2_web_acl.this[0].scope == "REGIONAL" && aws_wafv2_ip_set.ipv4[0].scope == "REGIONAL" && aws_wafv2_ip_set.ipv6[0].scope == "REGIONAL"
    error_message = "a load balancer takes a regional web ACL"
  }
  assert {
    condition     = { for rule in aws_wafv2_web_acl.this[0].rule : rule.name => rule.priority } == { allowed-ipv4 = 1000, allowed-ipv6 = 1001 }
    error_message = "there are the two sets of allowed addresses and no other way in"
  }
  assert {
    condition     = alltrue([for rule in aws_wafv2_web_acl.this[0].rule : length(rule.action[0].allow) == 1 && length(rule.statement[0].ip_set_reference_statement) == 1])
    error_message = "each of the two admits a set"
  }
  assert {
    condition     = aws_wafv2_ip_set.ipv4[0].addresses == toset(["203.0.113.0/24", "198.51.100.7/32"]) && aws_wafv2_ip_set.ipv6[0].addresses == toset(["2001:db8::/32"])
    error_message = "a set for each IP family"
  }
  assert {
    condition     = length(aws_wafv2_web_acl_association.this) == 0 && length(aws_wafv2_web_acl_logging_configuration.blocked) == 0 && length(aws_cloudwatch_log_group.blocked) == 0
    error_message = "without load balancers nothing is protected, and nothing is logged unless asked"
  }
}

run "makes_nothing_when_it_is_given_up" {
  command = plan
  variables {
    web_acl            = { enabled = false, logging = true }
    load_balancer_arns = { ecs = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/shop/1" }
  }

  assert {
    condition     = length(aws_wafv2_web_acl.this) + length(aws_wafv2_ip_set.ipv4) + length(aws_wafv2_ip_set.ipv6) + length(aws_wafv2_web_acl_association.this) + length(aws_cloudwatch_log_group.blocked) == 0 && output.web_acl_arn == null
    error_message = "neither web ACL nor sets nor log are paid for"
  }
}

run "opens_to_the_world_by_the_two_halves" {
  command = plan
  variables {
    allowed_cidrs = ["0.0.0.0/0", "::/0"]
  }

  assert {
    condition     = aws_wafv2_ip_set.ipv4[0].addresses == toset(["0.0.0.0/1", "128.0.0.0/1"]) && aws_wafv2_ip_set.ipv6[0].addresses == toset(["::/1", "8000::/1"])
    error_message = "a set refuses a /0"
  }
}

run "keeps_both_sets_when_one_family_has_no_address" {
  variables {
    allowed_cidrs = ["203.0.113.0/24"]
  }

  assert {
    condition     = length(aws_wafv2_ip_set.ipv6[0].addresses) == 0 && output.ip_set_arns.ipv6 == aws_wafv2_ip_set.ipv6[0].arn
    error_message = "the empty set stays, so that an edit is an update in place"
  }
}

run "looks_before_it_admits" {
  command = plan
  variables {
    web_acl = { rate_limit = 500, managed_rule_groups = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"] }
  }

  assert {
    condition = { for rule in aws_wafv2_web_acl.this[0].rule : rule.name => rule.priority } == {
      rate-limit = 0, AWSManagedRulesCommonRuleSet = 10, AWSManagedRulesKnownBadInputsRuleSet = 11, allowed-ipv4 = 1000, allowed-ipv6 = 1001
    }
    error_message = "an allow ends the evaluation, so the allowlist comes last"
  }
  assert {
    condition     = [for rule in aws_wafv2_web_acl.this[0].rule : [rule.statement[0].rate_based_statement[0].limit, rule.statement[0].rate_based_statement[0].aggregate_key_type, length(rule.action[0].block)] if rule.name == "rate-limit"] == [[500, "IP", 1]]
    error_message = "the limit blocks an address"
  }
  assert {
    condition     = alltrue([for rule in aws_wafv2_web_acl.this[0].rule : length(rule.override_action[0].none) == 1 && rule.statement[0].managed_rule_group_statement[0].vendor_name == "AWS" && length(rule.action) == 0 if startswith(rule.name, "AWS")])
    error_message = "managed groups act by themselves"
  }
}

run "logs_what_it_blocks_without_credentials" {
  variables {
    web_acl               = { logging = true }
    log_retention_in_days = 7
    log_kms_key_arn       = "arn:aws:kms:us-east-1:123456789012:key/logs"
    tags                  = { team = "shop" }
  }

  assert {
    condition     = aws_cloudwatch_log_group.blocked[0].name == "aws-waf-logs-shop" && aws_cloudwatch_log_group.blocked[0].retention_in_days == 7 && aws_cloudwatch_log_group.blocked[0].kms_key_id == var.log_kms_key_arn
    error_message = "WAF takes a group of this name only; with the group's retention and key"
  }
  assert {
    condition     = toset([for field in aws_wafv2_web_acl_logging_configuration.blocked[0].redacted_fields : field.single_header[0].name]) == toset(["authorization", "cookie"])
    error_message = "credentials are left out"
  }
  assert {
    condition     = aws_wafv2_web_acl_logging_configuration.blocked[0].logging_filter[0].default_behavior == "DROP"
    error_message = "requests that pass are not kept"
  }
  assert {
    condition     = alltrue([for tagged in [aws_wafv2_web_acl.this[0], aws_wafv2_ip_set.ipv4[0], aws_wafv2_ip_set.ipv6[0], aws_cloudwatch_log_group.blocked[0]] : tagged.tags.team == "shop"])
    error_message = "everything carries the tags"
  }
}

run "load_balancers" {
  module {
    source = "../fixtures/load-balancer"
  }
}

run "protects_each_load_balancer_once" {
  variables {
    load_balancer_arns = { ecs = run.load_balancers.arn }
  }

  assert {
    condition     = { for track, protected in aws_wafv2_web_acl_association.this : track => protected.resource_arn } == { ecs = var.load_balancer_arns.ecs }
    error_message = "by a key that is known at plan, whatever the ARN"
  }
  assert {
    condition     = output.web_acl_arn == aws_wafv2_web_acl.this[0].arn
    error_message = "who uses the ARN comes after the associations"
  }
}

run "refuses_an_empty_allowlist" {
  command = plan
  variables {
    allowed_cidrs = []
  }
  expect_failures = [var.allowed_cidrs]
}

run "refuses_a_limit_that_waf_does_not_take" {
  command = plan
  variables {
    web_acl = { rate_limit = 9 }
  }
  expect_failures = [var.web_acl]
}
