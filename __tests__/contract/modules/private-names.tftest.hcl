provider "aws" {}

variables {
  name        = "shop"
  vpc_id      = "vpc-1"
  cluster_arn = "arn:aws:ecs:us-east-1:123456789012:cluster/shop"
  targets = {
    api  = { port = 8080, express_service_name = "shop-api-express" }
    auth = { port = 8080, express_service_name = "shop-auth-express" }
    mail = { port = 2525, express_service_name = "shop-mail-express" }
  }
}

run "admits_members_on_the_targets_ports_alone" {
  command = plan

  assert {
    condition     = { for port, rule in aws_vpc_security_group_ingress_rule.members : port => [rule.from_port, rule.to_port, rule.ip_protocol] } == { "2525" = [2525, 2525, "tcp"], "8080" = [8080, 8080, "tcp"] }
    error_message = "one rule for each port, however many targets share it"
  }
  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.members : rule.cidr_ipv4 == null && rule.cidr_ipv6 == null && rule.prefix_list_id == null])
    error_message = "nobody is admitted by address"
  }
  assert {
    condition     = output.domain == "shop.internal"
    error_message = "the private domain is known at plan"
  }
}

run "keeps_no_names_without_targets" {
  command = plan
  variables {
    targets = {}
  }

  assert {
    condition     = length(aws_service_discovery_private_dns_namespace.this) == 0 && length(aws_service_discovery_service.this) == 0
    error_message = "no namespace: its zone would be paid for"
  }
  assert {
    condition     = length(aws_sfn_state_machine.registrar) == 0 && length(aws_iam_role.registrar_workflow) == 0 && length(aws_iam_role.registrar_events) == 0 && length(aws_cloudwatch_event_rule.registrar_task_changes) == 0 && length(aws_cloudwatch_event_rule.registrar_reconcile) == 0 && length(aws_cloudwatch_log_group.registrar) == 0
    error_message = "and no registrar"
  }
  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.members) == 0 && length(output.service_registry_arns) == 0
    error_message = "nobody is let in"
  }
}

run "leaves_names_to_service_connect_without_dns" {
  command = plan
  variables {
    dns = false
  }

  assert {
    condition     = length(aws_service_discovery_private_dns_namespace.this) == 0 && length(aws_sfn_state_machine.registrar) == 0 && length(aws_cloudwatch_event_rule.registrar_reconcile) == 0
    error_message = "no namespace and no registrar"
  }
  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.members) == ["2525", "8080"]
    error_message = "members still reach each other"
  }
}

run "vpc" {
  module {
    source = "../fixtures/vpc"
  }
}

run "keeps_a_name_for_each_target" {
  variables {
    vpc_id                   = run.vpc.vpc_id
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    log_retention_in_days    = 7
    log_kms_key_arn          = "arn:aws:kms:us-east-1:123456789012:key/logs"
    tags                     = { team = "shop" }
  }

  assert {
    condition     = aws_service_discovery_private_dns_namespace.this[0].name == "shop.internal" && aws_service_discovery_private_dns_namespace.this[0].vpc == var.vpc_id
    error_message = "in the group's private domain"
  }
  assert {
    condition     = { for name, service in aws_service_discovery_service.this : name => [service.name, service.dns_config[0].routing_policy, service.dns_config[0].dns_records[0].type, service.dns_config[0].dns_records[0].ttl] } == { for name in ["api", "auth", "mail"] : name => [name, "MULTIVALUE", "A", 10] }
    error_message = "all addresses of a target, forgotten within ten seconds"
  }
  assert {
    condition     = alltrue([for service in aws_service_discovery_service.this : service.force_destroy])
    error_message = "a name goes even while addresses are registered under it"
  }
  assert {
    condition     = tomap(output.service_registry_arns) == tomap({ for name, service in aws_service_discovery_service.this : name => service.arn })
    error_message = "ECS registers the tasks of a plain target there"
  }

  assert {
    condition     = alltrue([for name, service in aws_service_discovery_service.this : strcontains(aws_sfn_state_machine.registrar[0].definition, service.id) && strcontains(aws_sfn_state_machine.registrar[0].definition, "shop-${name}-express")])
    error_message = "the registrar knows every target's service and name"
  }
  assert {
    condition     = aws_sfn_state_machine.registrar[0].type == "EXPRESS" && aws_sfn_state_machine.registrar[0].logging_configuration[0].level == "ERROR"
    error_message = "an express workflow, whose failures are logged"
  }
  assert {
    condition     = aws_cloudwatch_log_group.registrar[0].retention_in_days == 7 && aws_cloudwatch_log_group.registrar[0].kms_key_id == var.log_kms_key_arn
    error_message = "with the group's retention and key"
  }
  assert {
    condition     = toset(jsondecode(aws_cloudwatch_event_rule.registrar_task_changes[0].event_pattern).detail.group) == toset(["service:shop-api-express", "service:shop-auth-express", "service:shop-mail-express"]) && jsondecode(aws_cloudwatch_event_rule.registrar_task_changes[0].event_pattern).detail.clusterArn == [var.cluster_arn]
    error_message = "it starts when a task of a target changes"
  }
  assert {
    condition     = can(regex("^rate\\(", aws_cloudwatch_event_rule.registrar_reconcile[0].schedule_expression)) && aws_cloudwatch_event_target.registrar_reconcile[0].arn == aws_sfn_state_machine.registrar[0].arn && aws_cloudwatch_event_target.registrar_task_changes[0].arn == aws_sfn_state_machine.registrar[0].arn
    error_message = "and by the clock, whatever events were lost"
  }
  assert {
    condition     = alltrue([for role in [aws_iam_role.registrar_workflow[0], aws_iam_role.registrar_events[0]] : role.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary" && role.tags.team == "shop"]) && aws_cloudwatch_log_group.registrar[0].retention_in_days == 7
    error_message = "boundary, tags and retention reach what it is made of"
  }
  assert {
    condition     = jsondecode(aws_iam_role.registrar_workflow[0].assume_role_policy).Statement[0].Principal == { Service = "states.amazonaws.com" } && jsondecode(aws_iam_role.registrar_events[0].assume_role_policy).Statement[0].Principal == { Service = "events.amazonaws.com" }
    error_message = "each role trusts one service"
  }
  assert {
    condition     = [for s in jsondecode(aws_iam_role_policy.registrar_events[0].policy).Statement : [s.Action, s.Resource]] == [[["states:StartExecution"], [aws_sfn_state_machine.registrar[0].arn]]]
    error_message = "events start this workflow and nothing else"
  }
  assert {
    condition     = toset(flatten([for s in jsondecode(aws_iam_role_policy.registrar_workflow[0].policy).Statement : s.Resource if strcontains(jsonencode(s.Action), "servicediscovery:RegisterInstance")])) == toset(values(output.service_registry_arns))
    error_message = "the workflow writes under the targets' names alone"
  }
  assert {
    condition     = length([for s in jsondecode(aws_iam_role_policy.registrar_workflow[0].policy).Statement : s if s.Action == "*" || contains(flatten([s.Action]), "*") || strcontains(jsonencode(s.Action), ":*")]) == 0
    error_message = "no action is a wildcard"
  }
}

run "refuses_a_target_name_that_is_no_dns_label" {
  command = plan
  variables {
    targets = { "Api_1" = { port = 80, express_service_name = "x" } }
  }
  expect_failures = [var.targets]
}
