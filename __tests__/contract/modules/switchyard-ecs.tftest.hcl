provider "aws" {}

variables {
  name          = "shop"
  mode          = "ecs"
  allowed_cidrs = ["203.0.113.0/24"]
  domain        = { name = "example.com", zone = { id = "Z1" } } # without one, a check inside a called module fails each run
  network       = { availability_zones = ["us-east-1a", "us-east-1b"] }
  services = {
    dashboard = { image = "app:1", port = 3000, connects_to = ["api"] }
    api       = { image = "app:1", port = 8080, public = false }
  }
}

run "runs_on_plain_ecs_with_the_outputs_of_both_tracks" {
  command = plan

  assert {
    condition     = keys(module.ecs) == ["api", "dashboard"] && keys(output.load_balancer_arns) == ["ecs"] && keys(output.load_balancer_dns_names) == ["ecs"]
    error_message = "the plain track"
  }
  assert {
    condition     = keys(output.urls) == ["dashboard"] && keys(output.security_group_ids) == ["api", "dashboard"] && keys(output.log_group_names) == ["api", "dashboard"]
    error_message = "outputs go by service"
  }
  assert {
    condition     = local.plain_environments.dashboard == { API_URL = "http://api:8080" }
    error_message = "callers use Service Connect"
  }
  assert {
    condition     = module.roles.infrastructure_role_arn == null && module.alb_lockdown.network_acl_id == null && length(module.private_names.service_registry_arns) == 0
    error_message = "nothing is made that only Express Mode needs"
  }
}

run "has_https_and_private_subnets_when_asked" {
  command = plan
  variables {
    network = { availability_zones = ["us-east-1a", "us-east-1b"], nat_gateway = "single" }
  }

  assert {
    condition     = output.urls == { dashboard = "https://dashboard.example.com" } && module.network.private == true
    error_message = "the URL is known at plan"
  }
}

run "opens_to_the_world_only_when_that_is_written" {
  command = plan
  variables {
    allowed_cidrs = ["0.0.0.0/0", "::/0"]
  }

  assert {
    condition     = keys(module.ecs) == ["api", "dashboard"]
    error_message = "the explicit opening is accepted"
  }
}

run "refuses_express_mode" {
  command = plan
  variables {
    mode = "express"
  }
  expect_failures = [var.services]
}

run "refuses_express_mode_for_one_service" {
  command = plan
  variables {
    services = { api = { image = "app:1", port = 8080, mode = "express" } }
  }
  expect_failures = [var.services]
}

run "refuses_a_strategy_that_old_providers_do_not_know" {
  command = plan
  variables {
    services = { api = { image = "app:1", port = 8080, deployment_configuration = { strategy = "CANARY" } } }
  }
  expect_failures = [var.services]
}

run "refuses_access_logs_that_old_providers_do_not_know" {
  command = plan
  variables {
    services = { api = { image = "app:1", port = 8080, service_connect = { access_logs = {} } } }
  }
  expect_failures = [var.services]
}

run "makes_no_role_for_moving_requests" {
  command = plan

  assert {
    condition     = module.roles.load_balancer_role_arn == null
    error_message = "rolling deployments need none"
  }
}
