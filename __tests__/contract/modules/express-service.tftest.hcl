provider "aws" {}

variables {
  name                    = "shop-web-express"
  cluster_name            = "shop"
  subnet_ids              = ["subnet-1", "subnet-2"]
  security_group_ids      = ["sg-1"]
  execution_role_arn      = "arn:aws:iam::123456789012:role/execution"
  task_role_arn           = "arn:aws:iam::123456789012:role/task"
  infrastructure_role_arn = "arn:aws:iam::123456789012:role/infrastructure"
  log_group_name          = "/ecs/shop/web"
  service                 = { image = "app:1", port = 8080 }
}

run "writes_every_default_out" {
  command = plan

  assert {
    condition = alltrue([
      aws_ecs_express_gateway_service.this.service_name == "shop-web-express",
      aws_ecs_express_gateway_service.this.cluster == "shop",
      aws_ecs_express_gateway_service.this.cpu == "512",
      aws_ecs_express_gateway_service.this.memory == "1024",
      aws_ecs_express_gateway_service.this.health_check_path == "/",
      aws_ecs_express_gateway_service.this.wait_for_steady_state == true,
    ])
    error_message = "AWS documents two values for some, and the health check path left out is unknown at every update"
  }
  assert {
    condition     = [for s in aws_ecs_express_gateway_service.this.scaling_target : [s.auto_scaling_metric, s.auto_scaling_target_value, s.min_task_count, s.max_task_count]] == [["AVERAGE_CPU", 60, 1, 20]]
    error_message = "all four members of the scaling target"
  }
  assert {
    condition     = [for n in aws_ecs_express_gateway_service.this.network_configuration : [tolist(n.subnets), tolist(n.security_groups)]] == [[tolist(["subnet-1", "subnet-2"]), tolist(["sg-1"])]]
    error_message = "both members of the network configuration"
  }
  assert {
    condition     = [for l in aws_ecs_express_gateway_service.this.primary_container[0].aws_logs_configuration : [l.log_group, l.log_stream_prefix]] == [["/ecs/shop/web", "ecs"]]
    error_message = "both members of the log configuration"
  }
  assert {
    condition     = aws_ecs_express_gateway_service.this.primary_container[0].container_port == 8080 && aws_ecs_express_gateway_service.this.primary_container[0].image == "app:1"
    error_message = "the port, not Express Mode's 80"
  }
  assert {
    condition     = length(aws_ecs_express_gateway_service.this.primary_container[0].environment) == 0 && length(aws_ecs_express_gateway_service.this.primary_container[0].secret) == 0 && try(length(aws_ecs_express_gateway_service.this.primary_container[0].command), 0) == 0
    error_message = "no variable, secret or command that was not asked for"
  }
  assert {
    condition     = length(aws_ecs_express_gateway_service.this.primary_container[0].repository_credentials) == 0
    error_message = "and nobody to be at a registry"
  }
}

run "comes_from_a_private_registry" {
  command = plan
  variables {
    service = { image = "registry.example.com/app:1", port = 8080, repository_credentials = { secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf" } }
  }

  assert {
    condition     = [for c in aws_ecs_express_gateway_service.this.primary_container[0].repository_credentials : c.credentials_parameter] == ["arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf"]
    error_message = "with the credentials of that secret"
  }
}

run "keeps_every_character_and_sorts_by_name" {
  command = plan
  variables {
    environment = {
      ZULU  = "z"
      ALPHA = "$${not_terraform} %%{ if true }"
      QUOTE = "he said \"yes\" \\ and left"
      LINES = "first\nsecond"
    }
    service = {
      image             = "app:1"
      port              = 8080
      health_check_path = "/healthz?deep=1"
      command           = ["sh", "-c", "echo \"$${HOME}\""]
      secrets           = { TOKEN = "arn:aws:ssm:us-east-1:123456789012:parameter/token", KEY = "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf:json::" }
      cpu               = 2048
      memory            = 8192
      scaling           = { min_task_count = 2, max_task_count = 4, auto_scaling_metric = "REQUEST_COUNT_PER_TARGET", auto_scaling_target_value = 500 }
    }
  }

  assert {
    condition = [for e in aws_ecs_express_gateway_service.this.primary_container[0].environment : [e.name, e.value]] == [
      ["ALPHA", join("", ["$", "{not_terraform} %", "{ if true }"])],
      ["LINES", "first\nsecond"],
      ["QUOTE", "he said \"yes\" \\ and left"],
      ["ZULU", "z"],
    ]
    error_message = "the API answers sorted, so that is how they are sent"
  }
  assert {
    condition = [for s in aws_ecs_express_gateway_service.this.primary_container[0].secret : [s.name, s.value_from]] == [
      ["KEY", "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf:json::"],
      ["TOKEN", "arn:aws:ssm:us-east-1:123456789012:parameter/token"],
    ]
    error_message = "secrets too"
  }
  assert {
    condition     = aws_ecs_express_gateway_service.this.primary_container[0].command == tolist(["sh", "-c", join("", ["echo \"$", "{HOME}\""])])
    error_message = "and the command as it was given"
  }
  assert {
    condition     = [for s in aws_ecs_express_gateway_service.this.scaling_target : [s.auto_scaling_metric, s.auto_scaling_target_value, s.min_task_count, s.max_task_count]] == [["REQUEST_COUNT_PER_TARGET", 500, 2, 4]] && aws_ecs_express_gateway_service.this.cpu == "2048" && aws_ecs_express_gateway_service.this.health_check_path == "/healthz?deep=1"
    error_message = "what was asked for takes the place of the defaults"
  }
}

run "looks_for_no_target_group_unless_asked" {
  command = plan

  assert {
    condition     = length(data.aws_ecs_service.this) == 0 && length(output.target_group_arns) == 0
    error_message = "no look-up"
  }
}

run "knows_the_cluster_by_name_and_remembers_it" {
  command = plan

  assert {
    condition     = terraform_data.cluster.input == "shop"
    error_message = "a change of the cluster replaces the service through this"
  }
}

run "ground" {
  module {
    source = "../fixtures/express-ground"
  }
}

run "answers_with_the_url_that_aws_made" {
  variables {
    cluster_name            = run.ground.cluster_name
    subnet_ids              = run.ground.subnet_ids
    security_group_ids      = []
    infrastructure_role_arn = run.ground.infrastructure_role_arn
    wait_for_steady_state   = false
    tags                    = { team = "shop" }
  }

  assert {
    condition     = can(regex("^https://[a-z]{2}-[0-9a-f]{32}[.]ecs[.]us-east-1[.]on[.]aws$", output.url))
    error_message = "with its scheme, never rebuilt from the name"
  }
  assert {
    condition     = output.service_name == "shop-web-express" && endswith(output.service_arn, ":service/${var.cluster_name}/shop-web-express")
    error_message = "name and ARN"
  }
  assert {
    condition     = aws_ecs_express_gateway_service.this.tags.team == "shop" && aws_ecs_express_gateway_service.this.wait_for_steady_state == false
    error_message = "tags, and no wait when none is wanted"
  }
}

run "tells_both_target_groups_in_an_order_of_their_own" {
  variables {
    cluster_name            = run.ground.cluster_name
    subnet_ids              = run.ground.subnet_ids
    security_group_ids      = []
    infrastructure_role_arn = run.ground.infrastructure_role_arn
    find_target_groups      = true
  }

  assert {
    condition     = length(distinct(output.target_group_arns)) == 2 && alltrue([for arn in output.target_group_arns : can(regex(":targetgroup/ecs-gateway-tg-", arn))])
    error_message = "the live one and the idle one"
  }
  assert {
    condition     = tolist(output.target_group_arns) == sort(output.target_group_arns)
    error_message = "a deployment swaps them, and nothing that hangs on them may notice"
  }
}

run "refuses_subnets_of_one_zone" {
  command = plan
  variables {
    availability_zones = ["us-east-1a", "us-east-1a"]
  }
  expect_failures = [aws_ecs_express_gateway_service.this]
}

run "a_service_that_may_become_private" {
  variables {
    cluster_name            = run.ground.cluster_name
    subnet_ids              = run.ground.subnet_ids
    security_group_ids      = []
    infrastructure_role_arn = run.ground.infrastructure_role_arn
  }

  assert {
    condition     = output.url != null && terraform_data.cluster.triggers_replace == null
    error_message = "a public one"
  }
}

run "is_not_content_with_a_private_service_that_aws_made_public" {
  variables {
    name                    = "shop-web-express-private" # as the composition calls it, so that it can stand beside the other
    cluster_name            = run.ground.cluster_name
    subnet_ids              = run.ground.subnet_ids
    security_group_ids      = []
    infrastructure_role_arn = run.ground.infrastructure_role_arn
    service                 = { image = "app:1", port = 8080, public = false }
  }
  expect_failures = [aws_ecs_express_gateway_service.this]
}

run "stands_on_private_ground" {
  module {
    source = "../fixtures/private-ground"
  }
  variables {
    cluster_name = run.ground.cluster_name
  }
}

run "is_private_in_private_subnets" {
  variables {
    name                    = "shop-db-express"
    cluster_name            = run.ground.cluster_name
    subnet_ids              = run.stands_on_private_ground.subnet_ids
    availability_zones      = ["us-east-1a", "us-east-1b"]
    security_group_ids      = []
    infrastructure_role_arn = run.ground.infrastructure_role_arn
    service                 = { image = "app:1", port = 8080, public = false, secrets = { KEY = "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf:password::" } }
  }

  assert {
    condition     = [for path in aws_ecs_express_gateway_service.this.ingress_paths : path.access_type] == ["PRIVATE"] && output.url == null
    error_message = "behind an internal load balancer, and without a URL"
  }
  assert {
    condition     = aws_ecs_express_gateway_service.this.primary_container[0].secret[0].value_from == "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf:password::"
    error_message = "a key of a secret"
  }
}

run "refuses_a_health_check_path_without_a_slash" {
  command = plan
  variables {
    service = { image = "app:1", port = 8080, health_check_path = "health" }
  }
  expect_failures = [var.service]
}
