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

run "writes_a_task_definition_that_fargate_takes" {
  command = plan

  assert {
    condition = alltrue([
      aws_ecs_task_definition.this.family == "shop-web-ecs",
      aws_ecs_task_definition.this.network_mode == "awsvpc",
      aws_ecs_task_definition.this.requires_compatibilities == toset(["FARGATE"]),
      aws_ecs_task_definition.this.cpu == "512" && aws_ecs_task_definition.this.memory == "1024",
      aws_ecs_task_definition.this.runtime_platform[0].cpu_architecture == "X86_64",
      aws_ecs_task_definition.this.execution_role_arn == "arn:aws:iam::123456789012:role/execution",
      aws_ecs_task_definition.this.task_role_arn == "arn:aws:iam::123456789012:role/task",
    ])
    error_message = "size, network and roles"
  }
  assert {
    condition = jsondecode(aws_ecs_task_definition.this.container_definitions) == [{
      name            = "Main"
      image           = "app:1"
      essential       = true
      portMappings    = [{ name = "main", containerPort = 8080, hostPort = 8080, protocol = "tcp", appProtocol = "http" }]
      environment     = []
      secrets         = []
      linuxParameters = { initProcessEnabled = true }
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = "/ecs/shop/web"
          awslogs-region        = "us-east-1"
          awslogs-stream-prefix = "ecs"
          mode                  = "non-blocking"
          max-buffer-size       = "25m"
        }
      }
    }]
    error_message = "one container, whose port has a name, and which logs to its group without ever blocking; no command of ours"
  }
}

run "keeps_every_character_of_the_environment" {
  command = plan
  variables {
    environment = {
      ZULU  = "z"
      ALPHA = "$${not_terraform} %%{ if true }"
      QUOTE = "he said \"yes\" \\ and left"
      LINES = "first\nsecond"
      MIKE  = "<&>"
    }
    service = {
      image   = "app:1"
      port    = 8080
      command = ["sh", "-c", "echo \"$${HOME}\""]
      secrets = { TOKEN = "arn:aws:ssm:us-east-1:123456789012:parameter/token", KEY = "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf:json::" }
    }
  }

  assert {
    condition = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].environment == [
      { name = "ALPHA", value = join("", ["$", "{not_terraform} %", "{ if true }"]) },
      { name = "LINES", value = "first\nsecond" },
      { name = "MIKE", value = "<&>" },
      { name = "QUOTE", value = "he said \"yes\" \\ and left" },
      { name = "ZULU", value = "z" },
    ]
    error_message = "sorted by name, and every value as it was given"
  }
  assert {
    condition = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].secrets == [
      { name = "KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf:json::" },
      { name = "TOKEN", valueFrom = "arn:aws:ssm:us-east-1:123456789012:parameter/token" },
    ]
    error_message = "secrets are sorted too, and stay references"
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].command == ["sh", "-c", join("", ["echo \"$", "{HOME}\""])]
    error_message = "so is the command"
  }
}

run "rolls_back_by_itself_and_leaves_the_number_to_autoscaling" {
  command = plan

  assert {
    condition     = aws_ecs_service.this.deployment_circuit_breaker[0].enable && aws_ecs_service.this.deployment_circuit_breaker[0].rollback
    error_message = "the circuit breaker rolls a bad deployment back"
  }
  assert {
    condition     = aws_ecs_service.this.deployment_minimum_healthy_percent == 100 && aws_ecs_service.this.deployment_maximum_percent == 200 && aws_ecs_service.this.availability_zone_rebalancing == "ENABLED"
    error_message = "no task goes before its successor is well"
  }
  assert {
    condition     = [for s in aws_ecs_service.this.capacity_provider_strategy : [s.capacity_provider, s.base, s.weight]] == [["FARGATE", 0, 1]]
    error_message = "on demand"
  }
  assert {
    condition     = aws_appautoscaling_target.this.resource_id == "service/shop/shop-web-ecs" && aws_appautoscaling_target.this.min_capacity == 1 && aws_appautoscaling_target.this.max_capacity == 20 && aws_ecs_service.this.desired_count == 1
    error_message = "Express Mode's numbers"
  }
  assert {
    condition     = aws_appautoscaling_policy.this.target_tracking_scaling_policy_configuration[0].predefined_metric_specification[0].predefined_metric_type == "ECSServiceAverageCPUUtilization" && aws_appautoscaling_policy.this.target_tracking_scaling_policy_configuration[0].target_value == 60
    error_message = "and its metric"
  }
}

run "has_nothing_in_front_or_beside_unless_asked" {
  command = plan

  assert {
    condition     = length(aws_ecs_service.this.load_balancer) == 0 && length(aws_ecs_service.this.service_connect_configuration) == 0 && length(aws_ecs_service.this.service_registries) == 0
    error_message = "no load balancer, no Service Connect, no registry"
  }
  assert {
    condition     = aws_ecs_service.this.health_check_grace_period_seconds == null
    error_message = "a grace period without a load balancer is refused by ECS"
  }
  assert {
    condition     = aws_ecs_service.this.network_configuration[0].assign_public_ip == false && !aws_ecs_service.this.enable_execute_command
    error_message = "no public address and no shell"
  }
  assert {
    condition     = aws_ecs_service.this.network_configuration[0].subnets == toset(["subnet-1", "subnet-2"]) && aws_ecs_service.this.network_configuration[0].security_groups == toset(["sg-1"])
    error_message = "in the given subnets and groups"
  }
}

run "stands_behind_a_load_balancer_and_scales_by_its_requests" {
  command = plan
  variables {
    load_balancer    = { target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1", resource_label = "app/shop/1/targetgroup/web/2" }
    assign_public_ip = true
    service          = { image = "app:1", port = 8080, health_check_grace_period_seconds = 30, scaling = { min_task_count = 2, max_task_count = 4, auto_scaling_metric = "REQUEST_COUNT_PER_TARGET", auto_scaling_target_value = 500 } }
  }

  assert {
    condition     = [for lb in aws_ecs_service.this.load_balancer : [lb.target_group_arn, lb.container_name, lb.container_port]] == [["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1", "Main", 8080]]
    error_message = "the container's port is in the target group"
  }
  assert {
    condition     = aws_ecs_service.this.health_check_grace_period_seconds == 30 && aws_ecs_service.this.network_configuration[0].assign_public_ip
    error_message = "with the grace period and the public address that were asked for"
  }
  assert {
    condition     = [for m in aws_appautoscaling_policy.this.target_tracking_scaling_policy_configuration[0].predefined_metric_specification : [m.predefined_metric_type, m.resource_label]] == [["ALBRequestCountPerTarget", "app/shop/1/targetgroup/web/2"]]
    error_message = "requests are counted on that load balancer"
  }
  assert {
    condition     = aws_appautoscaling_target.this.min_capacity == 2 && aws_appautoscaling_target.this.max_capacity == 4 && aws_appautoscaling_policy.this.target_tracking_scaling_policy_configuration[0].target_value == 500
    error_message = "within the given numbers"
  }
}

run "runs_on_spot_and_arm_with_a_shell_and_scales_by_memory" {
  command = plan
  variables {
    service = { image = "app:1", port = 8080, capacity_provider = "FARGATE_SPOT", cpu_architecture = "ARM64", enable_execute_command = true, scaling = { auto_scaling_metric = "AVERAGE_MEMORY" } }
  }

  assert {
    condition     = toset([for s in aws_ecs_service.this.capacity_provider_strategy : "${s.capacity_provider} ${s.base} ${s.weight}"]) == toset(["FARGATE 1 0", "FARGATE_SPOT 0 1"])
    error_message = "the first task stays on demand"
  }
  assert {
    condition     = aws_ecs_task_definition.this.runtime_platform[0].cpu_architecture == "ARM64" && aws_ecs_service.this.enable_execute_command
    error_message = "processor and ECS Exec"
  }
  assert {
    condition     = aws_appautoscaling_policy.this.target_tracking_scaling_policy_configuration[0].predefined_metric_specification[0].predefined_metric_type == "ECSServiceAverageMemoryUtilization"
    error_message = "metric of memory"
  }
  assert {
    condition     = aws_appautoscaling_policy.this.target_tracking_scaling_policy_configuration[0].predefined_metric_specification[0].resource_label == null
    error_message = "a label belongs to requests alone"
  }
}

run "serves_under_its_short_name" {
  command = plan
  variables {
    service_connect  = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1", serve_as = "web" }
    service_registry = { arn = "arn:aws:servicediscovery:us-east-1:123456789012:service/srv-1" }
  }

  assert {
    condition     = aws_ecs_service.this.service_connect_configuration[0].enabled && aws_ecs_service.this.service_connect_configuration[0].namespace == "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1"
    error_message = "in the given namespace"
  }
  assert {
    condition     = [for s in aws_ecs_service.this.service_connect_configuration[0].service : [s.port_name, s.discovery_name, s.client_alias[0].dns_name, s.client_alias[0].port]] == [["main", "web", "web", 8080]]
    error_message = "callers write http://web:8080"
  }
  assert {
    condition     = [for t in aws_ecs_service.this.service_connect_configuration[0].service[0].timeout : [t.idle_timeout_seconds, t.per_request_timeout_seconds]] == [[300, 15]] && length(aws_ecs_service.this.service_connect_configuration[0].service[0].tls) == 0
    error_message = "within AWS's own time limits, and without TLS"
  }
  assert {
    condition = [for l in aws_ecs_service.this.service_connect_configuration[0].log_configuration : [l.log_driver, l.options["awslogs-group"], l.options["awslogs-stream-prefix"], l.options.mode]] == [
      ["awslogs", "/ecs/shop/web", "service-connect", "non-blocking"]
    ]
    error_message = "the proxy logs to the service's group, under a prefix of its own"
  }
  assert {
    condition     = [for r in aws_ecs_service.this.service_registries : r.registry_arn] == ["arn:aws:servicediscovery:us-east-1:123456789012:service/srv-1"]
    error_message = "ECS registers its tasks in private DNS as well"
  }
}

run "gives_slow_answers_and_streams_the_time_they_need" {
  command = plan
  variables {
    service         = { image = "app:1", port = 8080, app_protocol = "grpc", service_connect = { idle_timeout_seconds = 3600, per_request_timeout_seconds = 0 } }
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1", serve_as = "web" }
  }

  assert {
    condition     = [for t in aws_ecs_service.this.service_connect_configuration[0].service[0].timeout : [t.idle_timeout_seconds, t.per_request_timeout_seconds]] == [[3600, 0]]
    error_message = "0 is no limit"
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].portMappings[0].appProtocol == "grpc"
    error_message = "the proxies speak gRPC"
  }
}

run "encrypts_between_the_proxies" {
  command = plan
  variables {
    service_connect = {
      namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1"
      serve_as      = "web"
      tls = {
        aws_pca_authority_arn = "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/1"
        role_arn              = "arn:aws:iam::123456789012:role/service-connect"
      }
    }
  }

  assert {
    condition     = [for t in aws_ecs_service.this.service_connect_configuration[0].service[0].tls : [t.issuer_cert_authority[0].aws_pca_authority_arn, t.role_arn]] == [["arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/1", "arn:aws:iam::123456789012:role/service-connect"]] && aws_ecs_service.this.service_connect_configuration[0].service[0].tls[0].kms_key == null
    error_message = "with certificates of the given authority, and an AWS managed key unless one is given"
  }
}

run "has_room_for_the_proxy_beside_what_was_asked_for" {
  command = plan
  variables {
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1", peers = ["api"] }
  }

  assert {
    condition     = aws_ecs_task_definition.this.cpu == "1024" && aws_ecs_task_definition.this.memory == "2048" && output.task_size == { cpu = 1024, memory = 2048 }
    error_message = "512 + 256 CPU units and 1024 + 64 MiB: the next size that Fargate has"
  }
  assert {
    condition     = !can(jsondecode(aws_ecs_task_definition.this.container_definitions)[0].cpu) && !can(jsondecode(aws_ecs_task_definition.this.container_definitions)[0].memory)
    error_message = "what the proxy leaves is the application's: its container has no limit"
  }
}

run "grows_the_memory_alone_when_the_cpu_has_room" {
  command = plan
  variables {
    service         = { image = "app:1", port = 8080, cpu = 256, memory = 2048, service_connect = { proxy_cpu = 0, proxy_memory = 128 } }
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1", peers = ["api"] }
  }

  assert {
    condition     = output.task_size == { cpu = 512, memory = 3072 }
    error_message = "256 CPU units have no more than 2048 MiB"
  }
}

run "takes_the_steps_of_the_large_sizes" {
  command = plan
  variables {
    service         = { image = "app:1", port = 8080, cpu = 8192, memory = 61440 }
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1", peers = ["api"] }
  }

  assert {
    condition     = output.task_size == { cpu = 16384, memory = 65536 }
    error_message = "8 GB at a time"
  }
}

run "leaves_the_size_alone_when_the_proxy_shares_it" {
  command = plan
  variables {
    service         = { image = "app:1", port = 8080, service_connect = { proxy_cpu = 0, proxy_memory = 0 } }
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1", peers = ["api"] }
  }

  assert {
    condition     = output.task_size == { cpu = 512, memory = 1024 }
    error_message = "what was asked for, and no more"
  }
}

run "calls_others_without_serving" {
  command = plan
  variables {
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1", peers = ["zeta", "api"] }
  }

  assert {
    condition     = aws_ecs_service.this.service_connect_configuration[0].enabled && length(aws_ecs_service.this.service_connect_configuration[0].service) == 0
    error_message = "a client has no name of its own"
  }
  assert {
    condition     = aws_ecs_service.this.triggers == tomap({ peers = "api zeta" }) && aws_ecs_service.this.force_new_deployment
    error_message = "its tasks are deployed anew when the names it calls change, whatever their order"
  }
}

run "refuses_a_service_without_an_image" {
  command = plan
  variables {
    service = { image = "", port = 8080 }
  }
  expect_failures = [var.service]
}

run "refuses_a_variable_that_no_container_could_have" {
  command = plan
  variables {
    environment = { "1BAD" = "x" }
  }
  expect_failures = [var.environment]
}
