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
      aws_ecs_task_definition.this[0].family == "shop-web-ecs",
      aws_ecs_task_definition.this[0].network_mode == "awsvpc",
      aws_ecs_task_definition.this[0].requires_compatibilities == toset(["FARGATE"]),
      aws_ecs_task_definition.this[0].cpu == "512" && aws_ecs_task_definition.this[0].memory == "1024",
      aws_ecs_task_definition.this[0].runtime_platform[0].cpu_architecture == "X86_64",
      aws_ecs_task_definition.this[0].execution_role_arn == "arn:aws:iam::123456789012:role/execution",
      aws_ecs_task_definition.this[0].task_role_arn == "arn:aws:iam::123456789012:role/task",
    ])
    error_message = "size, network and roles"
  }
  assert {
    condition = jsondecode(aws_ecs_task_definition.this[0].container_definitions) == [{
      name            = "Main"
      image           = "app:1"
      essential       = true
      portMappings    = [{ name = "main", containerPort = 8080, hostPort = 8080, protocol = "tcp", appProtocol = "http" }]
      environment     = []
      secrets         = []
      linuxParameters = { initProcessEnabled = true }
      stopTimeout     = 30
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
  assert {
    condition     = length(aws_ecs_task_definition.this[0].volume) == 0 && length(aws_ecs_task_definition.this[0].ephemeral_storage) == 0
    error_message = "no volume, and Fargate's own storage"
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
    condition = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].environment == [
      { name = "ALPHA", value = join("", ["$", "{not_terraform} %", "{ if true }"]) },
      { name = "LINES", value = "first\nsecond" },
      { name = "MIKE", value = "<&>" },
      { name = "QUOTE", value = "he said \"yes\" \\ and left" },
      { name = "ZULU", value = "z" },
    ]
    error_message = "sorted by name, and every value as it was given"
  }
  assert {
    condition = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].secrets == [
      { name = "KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf:json::" },
      { name = "TOKEN", valueFrom = "arn:aws:ssm:us-east-1:123456789012:parameter/token" },
    ]
    error_message = "secrets are sorted too, and stay references"
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].command == ["sh", "-c", join("", ["echo \"$", "{HOME}\""])]
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
    load_balancer = {
      target_group_arn             = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1"
      alternate_target_group_arn   = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/2"
      production_listener_rule_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/shop/1/2/3"
      role_arn                     = "arn:aws:iam::123456789012:role/load-balancer"
      resource_label               = "app/shop/1/targetgroup/web/2"
    }
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

run "rolls_unless_told_otherwise_and_is_ready_to_deploy_in_other_ways" {
  command = plan
  variables {
    load_balancer = {
      target_group_arn             = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1"
      alternate_target_group_arn   = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/2"
      production_listener_rule_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/shop/1/2/3"
      role_arn                     = "arn:aws:iam::123456789012:role/load-balancer"
      resource_label               = "app/shop/1/targetgroup/web/2"
    }
  }

  assert {
    condition     = [for d in aws_ecs_service.this.deployment_configuration : [d.strategy, length(d.canary_configuration), length(d.linear_configuration), length(d.lifecycle_hook)]] == [["ROLLING", 0, 0, 0]]
    error_message = "the strategy is said, and nothing that belongs to another one"
  }
  assert {
    condition     = aws_ecs_service.this.timeouts.update == "20m" && length(aws_ecs_service.this.alarms) == 0
    error_message = "no longer a wait, and no alarm"
  }
  assert {
    condition = flatten([for lb in aws_ecs_service.this.load_balancer : [for a in lb.advanced_configuration : [a.alternate_target_group_arn, a.production_listener_rule, a.role_arn]]]) == [
      "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/2",
      "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/shop/1/2/3",
      "arn:aws:iam::123456789012:role/load-balancer",
    ]
    error_message = "both target groups from the start, so that another strategy changes nothing but the strategy"
  }
  assert {
    condition     = alltrue(flatten([for lb in aws_ecs_service.this.load_balancer : [for a in lb.advanced_configuration : a.test_listener_rule == null]]))
    error_message = "no listener for tests unless one is given"
  }
}

run "deploys_by_express_modes_own_canary" {
  command = plan
  variables {
    load_balancer = {
      target_group_arn             = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1"
      alternate_target_group_arn   = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/2"
      production_listener_rule_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/shop/1/2/3"
      role_arn                     = "arn:aws:iam::123456789012:role/load-balancer"
      resource_label               = "app/shop/1/targetgroup/web/2"
      test_listener_rule_arn       = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/shop/1/4/5"
    }
    service = { image = "app:1", port = 8080, deployment_configuration = { strategy = "CANARY" } }
  }

  assert {
    condition     = [for d in aws_ecs_service.this.deployment_configuration : [d.strategy, d.bake_time_in_minutes]] == [["CANARY", "3"]]
    error_message = "the old tasks stay for three minutes"
  }
  assert {
    condition     = [for c in aws_ecs_service.this.deployment_configuration[0].canary_configuration : [c.canary_percent, c.canary_bake_time_in_minutes]] == [[5, "3"]] && length(aws_ecs_service.this.deployment_configuration[0].linear_configuration) == 0
    error_message = "5 percent for three minutes"
  }
  assert {
    condition     = aws_ecs_service.this.timeouts.create == "26m" && aws_ecs_service.this.timeouts.update == "26m"
    error_message = "an apply waits for both waits, and for the tasks"
  }
  assert {
    condition     = aws_ecs_service.this.deployment_circuit_breaker[0].enable && aws_ecs_service.this.deployment_circuit_breaker[0].rollback
    error_message = "the circuit breaker is on, whatever the strategy"
  }
  assert {
    condition     = flatten([for lb in aws_ecs_service.this.load_balancer : [for a in lb.advanced_configuration : a.test_listener_rule]]) == ["arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/shop/1/4/5"]
    error_message = "test requests have a listener of their own"
  }
}

run "deploys_in_steps_and_asks_hooks_and_alarms" {
  command = plan
  variables {
    service = {
      image = "app:1"
      port  = 8080
      deployment_configuration = {
        strategy             = "LINEAR"
        bake_time_in_minutes = 0
        linear_configuration = { step_percent = 30, step_bake_time_in_minutes = 2 }
        lifecycle_hooks = {
          smoke = {
            hook_target_arn  = "arn:aws:lambda:us-east-1:123456789012:function:smoke"
            role_arn         = "arn:aws:iam::123456789012:role/hook"
            lifecycle_stages = ["POST_TEST_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT"]
          }
        }
        alarms = { alarm_names = ["shop-web-5xx"] }
      }
    }
  }

  assert {
    condition     = [for c in aws_ecs_service.this.deployment_configuration[0].linear_configuration : [c.step_percent, c.step_bake_time_in_minutes]] == [[30, "2"]] && aws_ecs_service.this.deployment_configuration[0].bake_time_in_minutes == "0"
    error_message = "the numbers that were asked for, 0 among them"
  }
  assert {
    condition     = [for h in aws_ecs_service.this.deployment_configuration[0].lifecycle_hook : [h.hook_target_arn, h.role_arn, h.hook_details == null]] == [["arn:aws:lambda:us-east-1:123456789012:function:smoke", "arn:aws:iam::123456789012:role/hook", true]]
    error_message = "the function that the deployment waits for"
  }
  assert {
    condition     = one(aws_ecs_service.this.deployment_configuration[0].lifecycle_hook).lifecycle_stages == tolist(["POST_TEST_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT"])
    error_message = "at its stages"
  }
  assert {
    condition     = aws_ecs_service.this.timeouts.update == "88m"
    error_message = "20 minutes, four steps of two, and half an hour for each stage of a hook"
  }
  assert {
    condition     = [for a in aws_ecs_service.this.alarms : [a.enable, a.rollback, tolist(a.alarm_names)]] == [[true, true, tolist(["shop-web-5xx"])]]
    error_message = "an alarm takes the deployment back"
  }
}

run "switches_alarms_off_without_forgetting_them" {
  command = plan
  variables {
    service = { image = "app:1", port = 8080, deployment_configuration = { alarms = { alarm_names = ["shop-web-5xx"], enable = false } } }
  }

  assert {
    condition     = [for a in aws_ecs_service.this.alarms : a.enable] == [false]
    error_message = "the names stay, and nobody watches them"
  }
}

run "sleeps_at_night_and_cools_down_as_told" {
  command = plan
  variables {
    service = {
      image = "app:1"
      port  = 8080
      scaling = {
        min_task_count     = 0
        max_task_count     = 4
        scale_in_cooldown  = 600
        scale_out_cooldown = 0
        schedules = {
          morning = { schedule = "cron(0 8 ? * MON-FRI *)", timezone = "Europe/Berlin", min_task_count = 2 }
          night   = { schedule = "cron(0 20 ? * * *)", min_task_count = 0, max_task_count = 0 }
        }
      }
    }
  }

  assert {
    condition     = aws_ecs_service.this.desired_count == 0 && aws_appautoscaling_target.this.min_capacity == 0 && aws_appautoscaling_target.this.max_capacity == 4
    error_message = "it starts asleep"
  }
  assert {
    condition     = [for c in aws_appautoscaling_policy.this.target_tracking_scaling_policy_configuration : [c.scale_in_cooldown, c.scale_out_cooldown]] == [[600, 0]]
    error_message = "seconds, 0 among them"
  }
  assert {
    condition = { for name, s in aws_appautoscaling_scheduled_action.this : name => [s.name, s.schedule, s.timezone, s.scalable_target_action[0].min_capacity, coalesce(s.scalable_target_action[0].max_capacity, "as it is")] } == {
      morning = ["shop-web-ecs-morning", "cron(0 8 ? * MON-FRI *)", "Europe/Berlin", "2", "as it is"]
      night   = ["shop-web-ecs-night", "cron(0 20 ? * * *)", "UTC", "0", "0"]
    }
    error_message = "what a schedule does not say stays as it is"
  }
  assert {
    condition     = alltrue([for s in aws_appautoscaling_scheduled_action.this : s.resource_id == aws_appautoscaling_target.this.resource_id && s.scalable_dimension == "ecs:service:DesiredCount"])
    error_message = "all for this service"
  }
}

run "has_no_schedule_and_awss_cooldowns_unless_asked" {
  command = plan

  assert {
    condition     = length(aws_appautoscaling_scheduled_action.this) == 0
    error_message = "no schedule"
  }
  assert {
    condition     = [for c in aws_appautoscaling_policy.this.target_tracking_scaling_policy_configuration : [c.scale_in_cooldown, c.scale_out_cooldown]] == [[300, 300]]
    error_message = "five minutes each"
  }
}

run "refuses_a_strategy_that_there_is_not" {
  command = plan
  variables {
    service = { image = "app:1", port = 8080, deployment_configuration = { strategy = "BIG_BANG" } }
  }
  expect_failures = [var.service]
}

run "refuses_a_share_of_nothing" {
  command = plan
  variables {
    service = { image = "app:1", port = 8080, deployment_configuration = { strategy = "CANARY", canary_configuration = { canary_percent = 0 } } }
  }
  expect_failures = [var.service]
}

run "refuses_a_hook_at_a_stage_that_there_is_not" {
  command = plan
  variables {
    service = { image = "app:1", port = 8080, deployment_configuration = { strategy = "CANARY", lifecycle_hooks = { smoke = { hook_target_arn = "arn", role_arn = "arn", lifecycle_stages = ["LUNCH"] } } } }
  }
  expect_failures = [var.service]
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
    condition     = aws_ecs_task_definition.this[0].runtime_platform[0].cpu_architecture == "ARM64" && aws_ecs_service.this.enable_execute_command
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

run "keeps_as_many_tasks_on_demand_as_asked" {
  command = plan
  variables {
    service = { image = "app:1", port = 8080, capacity_provider = "FARGATE_SPOT", on_demand_base = 3 }
  }

  assert {
    condition     = toset([for s in aws_ecs_service.this.capacity_provider_strategy : "${s.capacity_provider} ${s.base} ${s.weight}"]) == toset(["FARGATE 3 0", "FARGATE_SPOT 0 1"])
    error_message = "the base is filled before any task is on Spot"
  }
}

run "gives_the_container_what_it_was_asked_to" {
  command = plan
  variables {
    service = {
      image                         = "registry.example.com/app:1"
      port                          = 8080
      entry_point                   = ["/bin/app"]
      ephemeral_storage_size_in_gib = 50
      repository_credentials        = { secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf" }
      container_health_check        = { command = ["CMD-SHELL", "curl -f http://localhost:8080/ || exit 1"], retries = 5 }
      stop_timeout                  = 120
      init_process_enabled          = false
      readonly_root_filesystem      = true
      ulimits                       = { nofile = { soft_limit = 1024, hard_limit = 4096 } }
    }
  }

  assert {
    condition     = aws_ecs_task_definition.this[0].ephemeral_storage[0].size_in_gib == 50
    error_message = "room for 50 GiB"
  }
  assert {
    condition = {
      for name, value in jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0] : name => value
      if !contains(["name", "image", "essential", "portMappings", "environment", "secrets", "logConfiguration"], name)
      } == {
      entryPoint             = ["/bin/app"]
      repositoryCredentials  = { credentialsParameter = "arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf" }
      healthCheck            = { command = ["CMD-SHELL", "curl -f http://localhost:8080/ || exit 1"], interval = 30, timeout = 5, retries = 5, startPeriod = 0 }
      stopTimeout            = 120
      linuxParameters        = { initProcessEnabled = false }
      readonlyRootFilesystem = true
      ulimits                = [{ name = "nofile", softLimit = 1024, hardLimit = 4096 }]
    }
    error_message = "in ECS's words, and no share of CPU or memory for a container that is alone"
  }
}

run "mounts_volumes_encrypted_and_by_iam" {
  command = plan
  variables {
    service = {
      image = "app:1"
      port  = 8080
      volumes = {
        uploads = { mount_path = "/uploads", efs = { file_system_id = "fs-0123456789abcdef0", access_point_id = "fsap-0123456789abcdef0" } }
        assets  = { mount_path = "/assets", read_only = true, efs = { file_system_id = "fs-0123456789abcdef1", root_directory = "/public", iam = false } }
        tmp     = { mount_path = "/tmp" }
        socket  = {}
      }
      sidecars = { proxy = { image = "proxy:1", volumes = { socket = { mount_path = "/run/proxy" } } } }
    }
  }

  assert {
    condition = { for v in aws_ecs_task_definition.this[0].volume : v.name => [
      for e in v.efs_volume_configuration : "${e.file_system_id} ${e.root_directory} ${e.transit_encryption} ${e.authorization_config[0].iam} ${e.authorization_config[0].access_point_id == null ? "-" : e.authorization_config[0].access_point_id}"
      ] } == {
      uploads = ["fs-0123456789abcdef0 / ENABLED ENABLED fsap-0123456789abcdef0"]
      assets  = ["fs-0123456789abcdef1 /public ENABLED DISABLED -"]
      tmp     = []
      socket  = []
    }
    error_message = "EFS is encrypted on the way, the others are room of the task"
  }
  assert {
    condition = { for c in jsondecode(aws_ecs_task_definition.this[0].container_definitions) : c.name => [for m in c.mountPoints : "${m.sourceVolume} ${m.containerPath} ${m.readOnly}"] } == {
      Main  = ["assets /assets true", "tmp /tmp false", "uploads /uploads false"]
      proxy = ["socket /run/proxy false"]
    }
    error_message = "each container mounts what it names, and nothing else"
  }
}

run "runs_sidecars_and_leaves_the_rest_to_the_application" {
  command = plan
  variables {
    service = {
      image      = "app:1"
      port       = 8080
      cpu        = 1024
      memory     = 2048
      depends_on = { migrate = "SUCCESS", envoy = "HEALTHY" }
      sidecars = {
        migrate = { image = "app:1", command = ["migrate"], secrets = { URL = "arn:aws:ssm:us-east-1:123456789012:parameter/url" } }
        envoy = {
          image              = "envoy:1"
          essential          = true
          cpu                = 256
          memory             = 512
          memory_reservation = 128
          environment        = { B = "2", A = "1" }
          health_check       = { command = ["CMD", "/ready"] }
        }
        agent = { image = "agent:1", memory = 64, depends_on = { Main = "START" }, repository_credentials = { secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf" } }
      }
    }
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[*].name == ["Main", "agent", "envoy", "migrate"]
    error_message = "sorted by name, the application's container first"
  }
  assert {
    condition = { for name, value in jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0] : name => value if contains(["cpu", "memory", "memoryReservation", "dependsOn"], name) } == {
      cpu               = 768
      memoryReservation = 1856
      dependsOn         = [{ containerName = "envoy", condition = "HEALTHY" }, { containerName = "migrate", condition = "SUCCESS" }]
    }
    error_message = "1024 - 256 CPU units and 2048 - 128 - 64 MiB, without a limit of its own"
  }
  assert {
    condition = { for name, value in jsondecode(aws_ecs_task_definition.this[0].container_definitions)[2] : name => value if name != "logConfiguration" } == {
      name              = "envoy"
      image             = "envoy:1"
      essential         = true
      cpu               = 256
      memory            = 512
      memoryReservation = 128
      environment       = [{ name = "A", value = "1" }, { name = "B", value = "2" }]
      healthCheck       = { command = ["CMD", "/ready"], interval = 30, timeout = 5, retries = 3, startPeriod = 0 }
    }
    error_message = "a sidecar is what it was asked to be, and has no port"
  }
  assert {
    condition = { for name, value in jsondecode(aws_ecs_task_definition.this[0].container_definitions)[3] : name => value if name != "logConfiguration" } == {
      name      = "migrate"
      image     = "app:1"
      essential = false
      command   = ["migrate"]
      secrets   = [{ name = "URL", valueFrom = "arn:aws:ssm:us-east-1:123456789012:parameter/url" }]
    }
    error_message = "and the task outlives it unless it is essential"
  }
  assert {
    condition     = alltrue([for c in jsondecode(aws_ecs_task_definition.this[0].container_definitions) : c.logConfiguration.logDriver == "awslogs" && c.logConfiguration.options["awslogs-group"] == "/ecs/shop/web"])
    error_message = "all log to the service's group"
  }
  assert {
    condition = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[1].dependsOn == [{ containerName = "Main", condition = "START" }] && (
      jsondecode(aws_ecs_task_definition.this[0].container_definitions)[1].repositoryCredentials.credentialsParameter == "arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf"
    )
    error_message = "a sidecar can wait for the application, and come from a private registry"
  }
}

run "routes_output_through_firelens" {
  command = plan
  variables {
    service = {
      image    = "app:1"
      port     = 8080
      sidecars = { agent = { image = "agent:1" } }
      log_router = {
        options        = { Name = "http", Host = "logs.example.com" }
        secret_options = { header = "arn:aws:secretsmanager:us-east-1:123456789012:secret:logs-AbCdEf:header::" }
      }
    }
  }

  assert {
    condition = alltrue([for i in [0, 1] : jsondecode(aws_ecs_task_definition.this[0].container_definitions)[i].logConfiguration == {
      logDriver     = "awsfirelens"
      options       = { Name = "http", Host = "logs.example.com" }
      secretOptions = [{ name = "header", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:logs-AbCdEf:header::" }]
    }])
    error_message = "of the application and of its sidecars; a secret stays a reference"
  }
  assert {
    condition = { for name, value in jsondecode(aws_ecs_task_definition.this[0].container_definitions)[2] : name => value if !contains(["image", "logConfiguration"], name) } == {
      name                  = "log_router"
      essential             = true
      user                  = "0"
      memoryReservation     = 64
      firelensConfiguration = { type = "fluentbit", options = { enable-ecs-log-metadata = "true" } }
    }
    error_message = "the router is a container of the task, which goes with it"
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[2].logConfiguration.logDriver == "awslogs" && can(regex("^public.ecr.aws/aws-observability/aws-for-fluent-bit:[0-9.]+$", jsondecode(aws_ecs_task_definition.this[0].container_definitions)[2].image))
    error_message = "its own output goes to the log group; its image has a fixed tag"
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].memoryReservation == 960 && jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].cpu == 512
    error_message = "the application keeps what the router does not reserve"
  }
}

run "lets_the_router_read_a_configuration_of_its_image" {
  command = plan
  variables {
    service = { image = "app:1", port = 8080, log_router = { image = "router:1", config_file_path = "/extra.conf", enable_ecs_log_metadata = false, memory_reservation = 128, environment = { STREAM = "shop" } } }
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].logConfiguration == { logDriver = "awsfirelens" }
    error_message = "the configuration says where output goes"
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[1].firelensConfiguration.options == { enable-ecs-log-metadata = "false", config-file-type = "file", config-file-value = "/extra.conf" }
    error_message = "it is a file in the image, which is the one kind that Fargate takes"
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[1].environment == [{ name = "STREAM", value = "shop" }] && jsondecode(aws_ecs_task_definition.this[0].container_definitions)[1].memoryReservation == 128
    error_message = "and may read variables"
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
    condition     = length(aws_ecs_service.this.service_connect_configuration[0].access_log_configuration) == 0
    error_message = "what went wrong, and not each request"
  }
  assert {
    condition     = [for r in aws_ecs_service.this.service_registries : r.registry_arn] == ["arn:aws:servicediscovery:us-east-1:123456789012:service/srv-1"]
    error_message = "ECS registers its tasks in private DNS as well"
  }
}

run "logs_each_request_when_asked_without_its_query" {
  command = plan
  variables {
    service         = { image = "app:1", port = 8080, service_connect = { access_logs = {} } }
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1", serve_as = "web" }
  }

  assert {
    condition     = [for l in aws_ecs_service.this.service_connect_configuration[0].access_log_configuration : [l.format, l.include_query_parameters]] == [["JSON", "DISABLED"]]
    error_message = "to be searched, and a query may hold a token"
  }
}

run "logs_requests_as_they_are_asked_for" {
  command = plan
  variables {
    service         = { image = "app:1", port = 8080, service_connect = { access_logs = { format = "TEXT", include_query_parameters = true } } }
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1", peers = ["api"] }
  }

  assert {
    condition     = [for l in aws_ecs_service.this.service_connect_configuration[0].access_log_configuration : [l.format, l.include_query_parameters]] == [["TEXT", "ENABLED"]]
    error_message = "a caller's proxy as well"
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
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].portMappings[0].appProtocol == "grpc"
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
    condition     = aws_ecs_task_definition.this[0].cpu == "1024" && aws_ecs_task_definition.this[0].memory == "2048" && output.task_size == { cpu = 1024, memory = 2048 }
    error_message = "512 + 256 CPU units and 1024 + 64 MiB: the next size that Fargate has"
  }
  assert {
    condition     = !can(jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].cpu) && !can(jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].memory)
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

run "refuses_storage_that_fargate_does_not_have" {
  command = plan
  variables {
    service = { image = "app:1", port = 8080, ephemeral_storage_size_in_gib = 20 }
  }
  expect_failures = [var.service]
}

run "refuses_a_limit_that_ecs_does_not_know" {
  command = plan
  variables {
    service = { image = "app:1", port = 8080, ulimits = { files = { soft_limit = 1, hard_limit = 1 } } }
  }
  expect_failures = [var.service]
}

run "runs_a_task_definition_that_stands_on_its_own" {
  command = plan
  variables {
    task_definition = { arn = "arn:aws:ecs:us-east-1:123456789012:task-definition/shop-web:7" }
  }

  assert {
    condition     = length(aws_ecs_task_definition.this) == 0 && aws_ecs_service.this.task_definition == "arn:aws:ecs:us-east-1:123456789012:task-definition/shop-web:7" && output.task_definition_arn == aws_ecs_service.this.task_definition
    error_message = "and makes none of its own"
  }
}
