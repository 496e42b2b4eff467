provider "aws" {}

variables {
  name = "shop"
}

run "runs_on_fargate_and_offers_spot" {
  command = plan

  assert {
    condition     = aws_ecs_cluster_capacity_providers.fargate.capacity_providers == toset(["FARGATE", "FARGATE_SPOT"])
    error_message = "a service chooses between FARGATE and FARGATE_SPOT"
  }
  assert {
    condition     = [for s in aws_ecs_cluster_capacity_providers.fargate.default_capacity_provider_strategy : s.capacity_provider] == ["FARGATE"]
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
    condition     = [for s in aws_ecs_cluster.this.setting : "${s.name}=${s.value}"] == ["containerInsights=disabled"]
    error_message = "Container Insights are billed, so they are written out as off"
  }
}

run "turns_container_insights_on_when_asked" {
  command = plan
  variables {
    container_insights = "enhanced"
  }

  assert {
    condition     = [for s in aws_ecs_cluster.this.setting : s.value] == ["enhanced"]
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

run "keeps_the_namespace_of_service_connect_apart_from_the_cluster" {
  variables {
    tags = { team = "shop" }
  }

  assert {
    condition     = output.namespace_arn == aws_service_discovery_http_namespace.service_connect.arn && can(regex(":namespace/ns-", output.namespace_arn))
    error_message = "services are given the namespace by its ARN"
  }
  assert {
    condition     = length(aws_ecs_cluster.this.service_connect_defaults) == 0
    error_message = "a service that does not ask for Service Connect gets none"
  }
  assert {
    condition     = aws_ecs_cluster.this.tags.team == "shop" && aws_service_discovery_http_namespace.service_connect.tags.team == "shop"
    error_message = "everything carries the tags"
  }
}
