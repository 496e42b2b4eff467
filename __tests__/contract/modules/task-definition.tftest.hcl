provider "aws" {}

variables {
  name               = "shop-web"
  execution_role_arn = "arn:aws:iam::123456789012:role/execution"
  task_role_arn      = "arn:aws:iam::123456789012:role/task"
  log_group_name     = "/ecs/shop/web"
  service            = { image = "app:1", port = 8080 }
}

run "is_what_express_mode_takes" {
  command = plan

  assert {
    condition     = [for c in jsondecode(aws_ecs_task_definition.this.container_definitions) : [c.name, [for p in c.portMappings : [p.name, p.containerPort, p.protocol]]]] == [["Main", [["main", 8080, "tcp"]]]]
    error_message = "one container Main with one TCP port that has a name"
  }
  assert {
    condition     = aws_ecs_task_definition.this.requires_compatibilities == toset(["FARGATE"]) && aws_ecs_task_definition.this.network_mode == "awsvpc" && aws_ecs_task_definition.this.family == "shop-web"
    error_message = "on Fargate"
  }
  assert {
    condition     = aws_ecs_task_definition.this.skip_destroy == true
    error_message = "a deployment that fails goes back to the revision before, which must be there"
  }
  assert {
    condition     = output.task_size == { cpu = 512, memory = 1024 }
    error_message = "no room that nobody needs"
  }
}

run "has_room_for_the_proxy_where_it_runs" {
  command = plan
  variables {
    room_for_proxy = true
  }

  assert {
    condition     = output.task_size == { cpu = 1024, memory = 2048 } && aws_ecs_task_definition.this.cpu == "1024"
    error_message = "256 CPU units and 128 MiB more, as the next size of Fargate's"
  }
}

run "holds_what_it_was_asked_to" {
  command = plan
  variables {
    service = {
      image            = "app:1"
      port             = 8080
      cpu_architecture = "ARM64"
      volumes          = { uploads = { mount_path = "/uploads", efs = { file_system_id = "fs-0123" } } }
      sidecars         = { agent = { image = "agent:1" } }
    }
  }

  assert {
    condition     = [for c in jsondecode(aws_ecs_task_definition.this.container_definitions) : c.name] == ["Main", "agent"] && aws_ecs_task_definition.this.runtime_platform[0].cpu_architecture == "ARM64"
    error_message = "the sidecar and the processor"
  }
  assert {
    condition     = [for v in aws_ecs_task_definition.this.volume : [v.name, v.efs_volume_configuration[0].file_system_id, v.efs_volume_configuration[0].transit_encryption]] == [["uploads", "fs-0123", "ENABLED"]]
    error_message = "the file system, encrypted on the way"
  }
}
