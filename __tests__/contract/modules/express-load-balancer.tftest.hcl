provider "aws" {}

variables {
  cluster_name = "shop"
}

run "looks_for_nothing_when_nothing_runs_on_express" {
  command = plan

  assert {
    condition     = length(data.aws_ecs_service.service) == 0 && length(data.aws_lb.this) == 0 && length(terraform_data.anchor) == 0
    error_message = "no look-up and no anchor"
  }
  assert {
    condition     = output.load_balancer_arn == null && output.load_balancer_dns_name == null && length(output.security_group_ids) == 0 && output.listener_arn == null && length(output.listener_rule_arns) == 0
    error_message = "the outputs say so"
  }
}

run "ground" {
  module {
    source = "../fixtures/express-services"
  }
}

run "finds_the_load_balancer_from_the_services_own_records" {
  variables {
    cluster_name = run.ground.cluster_name
    service_arns = run.ground.service_arns
  }

  assert {
    condition     = can(regex(":loadbalancer/app/ecs-express-gateway-alb-", output.load_balancer_arn)) && output.load_balancer_arn == data.aws_lb.this[0].arn
    error_message = "service, rule, load balancer"
  }
  assert {
    condition     = output.load_balancer_dns_name == data.aws_lb.this[0].dns_name && length(output.security_group_ids) > 0
    error_message = "with its name and its security groups"
  }
  assert {
    condition     = output.load_balancer_zone_id == data.aws_lb.this[0].zone_id && can(regex("^${replace(output.load_balancer_arn, ":loadbalancer/", ":listener/")}/[0-9a-f]+$", output.listener_arn))
    error_message = "its zone and its listener"
  }
  assert {
    condition     = keys(output.listener_rule_arns) == ["api", "web"] && alltrue([for arn in output.listener_rule_arns : startswith(arn, "${replace(output.listener_arn, ":listener/", ":listener-rule/")}/")]) && length(distinct(values(output.listener_rule_arns))) == 2
    error_message = "and each service's own rule"
  }
}

run "keeps_hold_of_it_when_another_service_is_asked" {
  command = plan
  variables {
    cluster_name = run.ground.cluster_name
    service_arns = { web = run.ground.service_arns.web }
  }

  assert {
    condition     = can(regex(":loadbalancer/app/ecs-express-gateway-alb-", output.load_balancer_arn)) && output.load_balancer_arn == data.aws_lb.this[0].arn
    error_message = "the ARN stays known at plan whichever service comes first"
  }
  assert {
    condition     = output.listener_arn == run.finds_the_load_balancer_from_the_services_own_records.listener_arn
    error_message = "and so does the listener's"
  }
}

run "has_none_when_every_service_is_internal" {
  command = plan
  variables {
    cluster_name      = run.ground.cluster_name
    service_arns      = run.ground.service_arns
    internal_services = ["api", "web"]
  }

  assert {
    condition     = length(data.aws_lb.this) == 0 && output.load_balancer_arn == null && length(local.serving) == 0
    error_message = "the web ACL is for what the world reaches"
  }
  assert {
    condition     = length(data.aws_ecs_service.service) == 2
    error_message = "changes from outside are looked for all the same"
  }
}

run "is_silent_while_nobody_changes_anything" {
  command = plan
  variables {
    cluster_name = run.ground.cluster_name
    service_arns = run.ground.service_arns
  }

  assert {
    condition     = length(local.changes_from_outside) == 0
    error_message = "what Express Mode makes by itself is no change from outside"
  }
}

run "somebody_s_load_balancer" {
  module {
    source = "../fixtures/load-balancer"
  }
}

run "warns_when_the_services_are_served_by_another_load_balancer" {
  command = plan
  variables {
    cluster_name          = run.ground.cluster_name
    service_arns          = run.ground.service_arns
    express_load_balancer = { arn = run.somebody_s_load_balancer.arn }
  }

  assert {
    condition     = length(data.aws_ecs_service.service) == 0
    error_message = "a given load balancer is not looked for"
  }
  assert {
    condition     = can(regex(":loadbalancer/app/ecs-express-gateway-alb-", output.load_balancer_arn)) && output.load_balancer_arn != var.express_load_balancer.arn
    error_message = "the web ACL's load balancer does not move by itself"
  }
  # The given one was never Express Mode's: it has not its tag either.
  expect_failures = [check.express_load_balancer_is_protected, check.express_is_as_it_was_made]
}

run "a_26th_service_on_a_load_balancer_of_its_own" {
  module {
    source = "../fixtures/express-services"
  }
  variables {
    services = ["api", "web", "s03", "s04", "s05", "s06", "s07", "s08", "s09", "s10", "s11", "s12", "s13", "s14", "s15", "s16", "s17", "s18", "s19", "s20", "s21", "s22", "s23", "s24", "s25", "s26"]
  }
}

run "warns_of_the_service_that_the_web_acl_does_not_cover" {
  command = plan
  variables {
    cluster_name = run.a_26th_service_on_a_load_balancer_of_its_own.cluster_name
    service_arns = run.a_26th_service_on_a_load_balancer_of_its_own.service_arns
  }
  expect_failures = [check.every_express_service_is_protected]
}

run "is_silent_about_the_services_that_it_covers" {
  variables {
    cluster_name = run.a_26th_service_on_a_load_balancer_of_its_own.cluster_name
    service_arns = { for name, arn in run.a_26th_service_on_a_load_balancer_of_its_own.service_arns : name => arn if contains(["api", "web"], name) }
  }

  assert {
    condition     = length(distinct(values(local.serving))) == 1
    error_message = "one load balancer"
  }
}

run "refuses_a_load_balancer_without_an_arn" {
  command = plan
  variables {
    express_load_balancer = { arn = "" }
  }
  expect_failures = [var.express_load_balancer]
}
