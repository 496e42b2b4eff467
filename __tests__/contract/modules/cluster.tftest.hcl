provider "aws" {}

variables {
  name = "shop"
}

run "runs_on_fargate_and_offers_spot" {
  command = plan

  assert {
    condition     = aws_ecs_cluster_capacity_providers.fargate[0].capacity_providers == toset(["FARGATE", "FARGATE_SPOT"])
    error_message = "a service chooses between FARGATE and FARGATE_SPOT"
  }
  assert {
    condition     = [for s in aws_ecs_cluster_capacity_providers.fargate[0].default_capacity_provider_strategy : s.capacity_provider] == ["FARGATE"]
    error_message = "what does not choose runs on FARGATE"
  }
  assert {
    condition     = output.cluster_name == "shop"
    error_message = "the cluster is named before it exists, so that services are planned by name"
  }
}

run "has_no_container_insights_unless_asked" {
  command = plan

  assert {
    condition     = [for s in aws_ecs_cluster.this[0].setting : "${s.name}=${s.value}"] == ["containerInsights=disabled"]
    error_message = "Container Insights are billed, so they are written out as off"
  }
}

run "turns_container_insights_on_when_asked" {
  command = plan
  variables {
    container_insights = "enhanced"
  }

  assert {
    condition     = [for s in aws_ecs_cluster.this[0].setting : s.value] == ["enhanced"]
    error_message = "the setting is what was asked for"
  }
}

run "refuses_an_unknown_container_insights_setting" {
  command = plan
  variables {
    container_insights = "on"
  }
  expect_failures = [var.container_insights]
}

run "refuses_a_name_that_a_load_balancer_could_not_have" {
  command = plan
  variables {
    name = "Shop_1"
  }
  expect_failures = [var.name]
}

run "says_nothing_about_shells_unless_asked" {
  command = plan

  assert {
    condition     = length(aws_ecs_cluster.this[0].configuration) == 0 && length(aws_cloudwatch_log_group.execute_command) == 0 && output.execute_command_log_group_arn == null
    error_message = "ECS does what the container's log driver does"
  }
}

run "keeps_what_is_typed_in_shells_under_the_key_when_asked" {
  variables {
    execute_command       = { logging = true, kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/session" }
    log_retention_in_days = 365
    log_kms_key_arn       = "arn:aws:kms:us-east-1:123456789012:key/logs"
    tags                  = { team = "shop" }
  }

  assert {
    condition     = [for c in aws_ecs_cluster.this[0].configuration[0].execute_command_configuration : [c.logging, c.kms_key_id]] == [["OVERRIDE", "arn:aws:kms:us-east-1:123456789012:key/session"]]
    error_message = "a log group of its own, and an encrypted session"
  }
  assert {
    condition     = [for l in aws_ecs_cluster.this[0].configuration[0].execute_command_configuration[0].log_configuration : [l.cloud_watch_log_group_name, l.cloud_watch_encryption_enabled]] == [["/ecs-exec/shop", true]]
    error_message = "beside the services' log groups and never among them"
  }
  assert {
    condition     = [for g in aws_cloudwatch_log_group.execute_command : [g.name, g.retention_in_days, g.kms_key_id, g.tags.team]] == [["/ecs-exec/shop", 365, "arn:aws:kms:us-east-1:123456789012:key/logs", "shop"]] && output.execute_command_log_group_arn == aws_cloudwatch_log_group.execute_command[0].arn
    error_message = "with the group's retention, key and tags"
  }
}

run "encrypts_a_session_without_keeping_it" {
  command = plan
  variables {
    execute_command = { kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/session" }
  }

  assert {
    condition     = [for c in aws_ecs_cluster.this[0].configuration[0].execute_command_configuration : [c.logging, length(c.log_configuration)]] == [["DEFAULT", 0]] && length(aws_cloudwatch_log_group.execute_command) == 0
    error_message = "the key alone"
  }
}

run "refuses_an_empty_key" {
  command = plan
  variables {
    execute_command = { kms_key_arn = "" }
  }
  expect_failures = [var.execute_command]
}

run "keeps_the_namespace_of_service_connect_apart_from_the_cluster" {
  variables {
    tags = { team = "shop" }
  }

  assert {
    condition     = output.namespace_arn == aws_service_discovery_http_namespace.service_connect[0].arn && can(regex(":namespace/ns-", output.namespace_arn))
    error_message = "services are given the namespace by its ARN"
  }
  assert {
    condition     = length(aws_ecs_cluster.this[0].service_connect_defaults) == 0
    error_message = "a service that does not ask for Service Connect gets none"
  }
  assert {
    condition     = aws_ecs_cluster.this[0].tags.team == "shop" && aws_service_discovery_http_namespace.service_connect[0].tags.team == "shop"
    error_message = "everything carries the tags"
  }
}

run "there_is_a_cluster_already" {
  module {
    source = "../fixtures/cluster"
  }
}

run "adopts_a_cluster_and_changes_nothing_of_it" {
  variables {
    cluster = { name = run.there_is_a_cluster_already.name }
  }

  assert {
    condition     = length(aws_ecs_cluster.this) + length(aws_ecs_cluster_capacity_providers.fargate) == 0
    error_message = "neither a cluster nor capacity providers: what is somebody else's stays as it is"
  }
  assert {
    condition     = output.cluster_name == "platform" && endswith(output.cluster_arn, ":cluster/platform")
    error_message = "the services are given the adopted cluster"
  }
  assert {
    condition     = length(aws_service_discovery_http_namespace.service_connect) == 1
    error_message = "names of Service Connect are kept apart unless a namespace is given too"
  }
}

run "adopts_a_namespace" {
  command = plan
  variables {
    service_connect_namespace = { arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1" }
  }

  assert {
    condition     = length(aws_service_discovery_http_namespace.service_connect) == 0 && output.namespace_arn == "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1"
    error_message = "the given namespace is used, and none is made beside it"
  }
}
