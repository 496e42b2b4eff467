provider "aws" {}

variables {
  name = "shop"
  services = {
    api = {
      secrets = {
        KEY   = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/api-AbCdEf:key::"
        WHOLE = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/whole-AbCdEf"
        TOKEN = "arn:aws:ssm:us-east-1:123456789012:parameter/shop/token"
      }
      secrets_kms_key_arns = ["arn:aws:kms:us-east-1:123456789012:key/1"]
    }
    web = {}
  }
}

run "trusts_the_tasks_and_ecs_and_nobody_else" {
  command = plan

  assert {
    condition = alltrue([
      for role in concat(values(aws_iam_role.execution), values(aws_iam_role.task)) :
      jsondecode(role.assume_role_policy).Statement == [{ Action = "sts:AssumeRole", Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
    ])
    error_message = "execution and task roles are for tasks"
  }
  assert {
    condition     = jsondecode(aws_iam_role.infrastructure[0].assume_role_policy).Statement == [{ Action = "sts:AssumeRole", Effect = "Allow", Principal = { Service = "ecs.amazonaws.com" } }]
    error_message = "the infrastructure role is for ECS itself"
  }
  assert {
    condition     = keys(aws_iam_role.execution) == ["api", "web"] && keys(aws_iam_role.task) == ["api", "web"]
    error_message = "each service has its own"
  }
}

run "reads_exactly_the_secrets_of_the_service" {
  command = plan

  assert {
    condition     = keys(aws_iam_role_policy.secrets) == ["api"]
    error_message = "a service without secrets reads none"
  }
  assert {
    condition = { for s in jsondecode(aws_iam_role_policy.secrets["api"].policy).Statement : join(",", s.Action) => sort(s.Resource) } == {
      "secretsmanager:GetSecretValue" = sort([
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/api-AbCdEf",
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/whole-AbCdEf",
      ])
      "ssm:GetParameters" = sort(["arn:aws:ssm:us-east-1:123456789012:parameter/shop/token"])
      "kms:Decrypt"       = sort(["arn:aws:kms:us-east-1:123456789012:key/1"])
    }
    error_message = "whole ARNs, without the key inside the secret, and no wildcard"
  }
}

run "leaves_out_statements_without_a_resource" {
  command = plan
  variables {
    services = { api = { secrets = { TOKEN = "arn:aws:ssm:us-east-1:123456789012:parameter/shop/token" } } }
  }

  assert {
    condition     = flatten(jsondecode(aws_iam_role_policy.secrets["api"].policy).Statement[*].Action) == ["ssm:GetParameters"]
    error_message = "a statement without a resource is no policy that IAM takes"
  }
}

run "reads_the_secrets_of_sidecars_registries_and_the_log_router_too" {
  command = plan
  variables {
    services = {
      api = {
        secrets                = { STAGED = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/api-AbCdEf:key:AWSPREVIOUS:0a1b2c3d-0000-0000-0000-000000000000" }
        repository_credentials = { secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf", kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1" }
        sidecars = {
          agent = { secrets = { KEY = "arn:aws:ssm:us-east-1:123456789012:parameter/agent" } }
          proxy = { repository_credentials = { secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:other-AbCdEf" } }
        }
        log_router = { secret_options = { apikey = "arn:aws:secretsmanager:us-east-1:123456789012:secret:logs-AbCdEf:key::" } }
      }
      web = { sidecars = { agent = {} }, log_router = {} }
    }
  }

  assert {
    condition     = keys(aws_iam_role_policy.secrets) == ["api"]
    error_message = "none of them reads for a service without secrets"
  }
  assert {
    condition = { for s in jsondecode(aws_iam_role_policy.secrets["api"].policy).Statement : join(",", s.Action) => sort(s.Resource) } == {
      "secretsmanager:GetSecretValue" = sort([for name in ["shop/api", "registry", "other", "logs"] : "arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}-AbCdEf"])
      "ssm:GetParameters"             = sort(["arn:aws:ssm:us-east-1:123456789012:parameter/agent"])
      "kms:Decrypt"                   = sort(["arn:aws:kms:us-east-1:123456789012:key/1"])
    }
    error_message = "bare ARNs, without key, stage or version"
  }
}

run "mounts_the_volumes_of_the_service" {
  variables {
    services = {
      api = {
        volumes = {
          uploads = { mount_path = "/uploads", efs = { file_system_id = "fs-0123456789abcdef0", access_point_id = "fsap-0123456789abcdef0" } }
          assets  = { mount_path = "/assets", read_only = true, efs = { file_system_id = "fs-0123456789abcdef1" } }
          shared  = { mount_path = "/shared", read_only = true, efs = { file_system_id = "fs-0123456789abcdef2" } }
          open    = { mount_path = "/open", efs = { file_system_id = "fs-0123456789abcdef3", iam = false } }
          tmp     = { mount_path = "/tmp" }
        }
        sidecars = { writer = { volumes = { shared = { mount_path = "/shared" } } } }
      }
      own = { task_role = { arn = "arn:aws:iam::123456789012:role/mine" }, volumes = { uploads = { mount_path = "/uploads", efs = { file_system_id = "fs-0123456789abcdef0" } } } }
      web = { volumes = { tmp = { mount_path = "/tmp" } } }
    }
  }

  assert {
    condition     = keys(aws_iam_role_policy.volumes) == ["api"]
    error_message = "room of the task needs no right, and a role that is not ours is left alone"
  }
  assert {
    condition = { for s in jsondecode(aws_iam_role_policy.volumes["api"].policy).Statement : regex("[^/]+$", s.Resource) => s.Action } == {
      fs-0123456789abcdef0 = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
      fs-0123456789abcdef1 = ["elasticfilesystem:ClientMount"]
      fs-0123456789abcdef2 = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
    }
    error_message = "writing only where a container does not mount it read-only, and nothing where IAM has no say"
  }
  assert {
    condition = [for s in jsondecode(aws_iam_role_policy.volumes["api"].policy).Statement : [s.Resource, s.Condition] if can(s.Condition)] == [[
      "arn:aws:elasticfilesystem:us-east-1:${split(":", output.task_role_arns.api)[4]}:file-system/fs-0123456789abcdef0",
      { StringEquals = { "elasticfilesystem:AccessPointArn" = "arn:aws:elasticfilesystem:us-east-1:${split(":", output.task_role_arns.api)[4]}:access-point/fsap-0123456789abcdef0" } },
    ]]
    error_message = "through the access point alone"
  }
}

run "attaches_the_managed_policies_and_no_other" {
  command = plan

  assert {
    condition     = { for name, attached in aws_iam_role_policy_attachment.execution_managed : name => attached.policy_arn } == { for name in ["api", "web"] : name => "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy" }
    error_message = "execution: the managed policy"
  }
  assert {
    condition     = aws_iam_role_policy_attachment.infrastructure_managed[0].policy_arn == "arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices"
    error_message = "infrastructure: the managed policy of Express Mode"
  }
  assert {
    condition     = length(aws_iam_role_policy.execute_command) == 0
    error_message = "a task role may do nothing until its owner says so"
  }
  assert {
    condition     = alltrue([for role in concat(values(aws_iam_role.execution), values(aws_iam_role.task), aws_iam_role.infrastructure, aws_iam_role.service_connect) : role.permissions_boundary == null])
    error_message = "there is no boundary unless one is given"
  }
}

run "has_no_infrastructure_role_when_not_wanted" {
  command = plan
  variables {
    infrastructure_role = false
  }

  assert {
    condition     = length(aws_iam_role.infrastructure) == 0 && length(aws_iam_role_policy_attachment.infrastructure_managed) == 0 && output.infrastructure_role_arn == null
    error_message = "neither role nor attachment"
  }
}

run "lets_ecs_move_requests_when_asked" {
  command = plan
  variables {
    load_balancer_role       = true
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  }

  assert {
    condition     = jsondecode(aws_iam_role.load_balancer[0].assume_role_policy).Statement == [{ Action = "sts:AssumeRole", Effect = "Allow", Principal = { Service = "ecs.amazonaws.com" } }]
    error_message = "the role is for ECS itself"
  }
  assert {
    condition     = aws_iam_role_policy_attachment.load_balancer_managed[0].policy_arn == "arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers"
    error_message = "with AWS's own policy for it"
  }
  assert {
    condition     = aws_iam_role.load_balancer[0].permissions_boundary == "arn:aws:iam::123456789012:policy/boundary" && length(aws_iam_role.load_balancer[0].name_prefix) <= 38
    error_message = "under the boundary"
  }
}

run "makes_no_role_for_the_load_balancer_unless_asked" {
  command = plan

  assert {
    condition     = length(aws_iam_role.load_balancer) == 0 && length(aws_iam_role_policy_attachment.load_balancer_managed) == 0 && output.load_balancer_role_arn == null
    error_message = "neither role nor attachment"
  }
}

run "adopts_a_task_role_and_lets_it_be" {
  command = plan
  variables {
    services = {
      api = { task_role = { arn = "arn:aws:iam::123456789012:role/mine" }, enable_execute_command = true }
      web = { enable_execute_command = true }
    }
  }

  assert {
    condition     = keys(aws_iam_role.task) == ["web"] && output.task_role_arns.api == "arn:aws:iam::123456789012:role/mine"
    error_message = "the given role is used, and none is made beside it"
  }
  assert {
    condition     = keys(aws_iam_role_policy.execute_command) == ["web"]
    error_message = "nothing is written into a role that is not ours"
  }
  assert {
    condition = toset(jsondecode(aws_iam_role_policy.execute_command["web"].policy).Statement[0].Action) == toset([
      "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
    ])
    error_message = "ECS Exec needs the channel of SSM messages"
  }
  assert {
    condition     = length(jsondecode(aws_iam_role_policy.execute_command["web"].policy).Statement) == 1
    error_message = "and nothing else"
  }
}

run "opens_the_channel_for_the_express_overlay_too" {
  command = plan
  variables {
    services = {
      api = { express_overlay_dev = { enable_execute_command = true } }
      web = { express_overlay_dev = {} }
    }
  }

  assert {
    condition     = keys(aws_iam_role_policy.execute_command) == ["api"]
    error_message = "for the service that asks for a shell, on either track, so that a flip does not touch it"
  }
}

run "writes_and_decrypts_sessions_when_they_are_kept" {
  command = plan
  variables {
    services = { web = { enable_execute_command = true } }
    execute_command = {
      log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:/ecs-exec/shop"
      kms_key_arn   = "arn:aws:kms:us-east-1:123456789012:key/session"
    }
  }

  assert {
    condition = { for s in slice(jsondecode(aws_iam_role_policy.execute_command["web"].policy).Statement, 1, 4) : join(",", s.Action) => s.Resource } == {
      "logs:DescribeLogGroups"                                         = ["*"]
      "logs:CreateLogStream,logs:DescribeLogStreams,logs:PutLogEvents" = ["arn:aws:logs:us-east-1:123456789012:log-group:/ecs-exec/shop:*"]
      "kms:Decrypt"                                                    = ["arn:aws:kms:us-east-1:123456789012:key/session"]
    }
    error_message = "that log group and that key alone; log groups can only be listed all together"
  }
}

run "issues_certificates_for_service_connect_when_asked" {
  variables {
    service_connect_tls = true
  }

  assert {
    condition     = aws_iam_role_policy_attachment.service_connect_managed[0].policy_arn == "arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity" && jsondecode(aws_iam_role.service_connect[0].assume_role_policy).Statement[0].Principal == { Service = "ecs.amazonaws.com" }
    error_message = "ECS acts in it, with AWS's own policy for this"
  }
  assert {
    condition     = output.service_connect_role_arn == aws_iam_role.service_connect[0].arn
    error_message = "and it is told"
  }
}

run "makes_no_such_role_unasked" {
  command = plan

  assert {
    condition     = length(aws_iam_role.service_connect) == 0 && length(aws_iam_role_policy_attachment.service_connect_managed) == 0 && output.service_connect_role_arn == null
    error_message = "no TLS, no role"
  }
}

run "puts_every_role_under_the_boundary" {
  variables {
    service_connect_tls      = true
    name                     = "a-group-with-a-name-of-thirty-32"
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    tags                     = { team = "shop" }
    services                 = { a-service-with-a-name-of-thirty2 = {}, a-service-with-a-name-of-thirty3 = {} }
  }

  assert {
    condition = alltrue([
      for role in concat(values(aws_iam_role.execution), values(aws_iam_role.task), aws_iam_role.infrastructure, aws_iam_role.service_connect) :
      role.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary" && role.tags.team == "shop"
    ])
    error_message = "boundary and tags reach every role"
  }
  assert {
    condition     = alltrue([for role in concat(values(aws_iam_role.execution), values(aws_iam_role.task), aws_iam_role.infrastructure, aws_iam_role.service_connect) : length(role.name) <= 64 && length(role.name_prefix) <= 38])
    error_message = "long names stay within IAM's"
  }
  assert {
    condition     = length(distinct(concat(values(output.execution_role_arns), values(output.task_role_arns), [output.infrastructure_role_arn]))) == 5
    error_message = "names that are alike after shortening are still different roles"
  }
}

run "refuses_a_secret_that_is_no_arn" {
  command = plan
  variables {
    services = { api = { secrets = { KEY = "hunter2" } } }
  }
  expect_failures = [var.services]
}

run "adopts_an_execution_role_and_lets_it_be" {
  command = plan
  variables {
    services = {
      api = {
        execution_role = { arn = "arn:aws:iam::123456789012:role/mine" }
        secrets        = { TOKEN = "arn:aws:ssm:us-east-1:123456789012:parameter/shop/token" }
      }
      web = {}
    }
  }

  assert {
    condition     = keys(aws_iam_role.execution) == ["web"] && output.execution_role_arns.api == "arn:aws:iam::123456789012:role/mine"
    error_message = "the given role is used, and none is made beside it"
  }
  assert {
    condition     = keys(aws_iam_role_policy_attachment.execution_managed) == ["web"] && length(aws_iam_role_policy.secrets) == 0
    error_message = "nothing is written into a role that is not ours"
  }
}

run "puts_every_role_under_the_path" {
  command = plan
  variables {
    iam_role_path = "/shop/"
  }

  assert {
    condition     = alltrue([for role in concat(values(aws_iam_role.execution), values(aws_iam_role.task), aws_iam_role.infrastructure) : role.path == "/shop/"])
    error_message = "a deployer may be allowed to pass the roles of one path"
  }
}

run "refuses_a_path_without_its_slashes" {
  command = plan
  variables {
    iam_role_path = "shop"
  }
  expect_failures = [var.iam_role_path]
}
