variable "assign_public_ip" {
  type        = bool
  description = "Whether tasks get a public address. In a public subnet they need one to fetch their image."
  nullable    = false
  default     = false
}

variable "cluster_arn" {
  type        = string
  description = "The same cluster by its ARN, for a service that is imported: the import writes the ARN into the state, and the name in its place would replace the service. Left out: the service names it by `cluster_name`."
  nullable    = true
  default     = null
}

variable "cluster_name" {
  type        = string
  description = "The cluster, by name."
  nullable    = false
}

variable "environment" {
  type        = map(string)
  description = "Environment variables, in plain text. Secrets go to `secrets`."
  nullable    = false
  default     = {}

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.environment : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k0)) ? [] : ["environment.${k0} = ${jsonencode(k0)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.environment : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k0)) ? [] : ["environment.${k0} = ${jsonencode(k0)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]]),
    ))
  }
}

variable "execution_role_arn" {
  type        = string
  description = "The role that starts the tasks."
  nullable    = false
}

variable "load_balancer" {
  type = object({
    resource_label   = string
    target_group_arn = string
  })
  description = "The load balancer in front. Left out: none."
  nullable    = true
  default     = null
}

variable "log_group_name" {
  type        = string
  description = "Where the container's output goes."
  nullable    = false
}

variable "name" {
  type        = string
  description = "The ECS service's name, and the family of its task definitions."
  nullable    = false

  validation {
    condition = length(concat(
      length(var.name) >= 1 ? [] : ["name = ${jsonencode(var.name)}: it must not be empty. Write a value."],
    )) == 0
    error_message = join("\n", concat(
      length(var.name) >= 1 ? [] : ["name = ${jsonencode(var.name)}: it must not be empty. Write a value."],
    ))
  }
}

variable "scaling_policy_name" {
  type        = string
  description = "The scaling policy's name. Left out: `<name>-target-tracking`."
  nullable    = true
  default     = null
}

variable "security_group_ids" {
  type        = list(string)
  description = "Security groups of the tasks."
  nullable    = false
}

variable "service" {
  type = object({
    app_protocol      = optional(string, "http")
    capacity_provider = optional(string, "FARGATE")
    command           = optional(list(string), [])
    container_health_check = optional(object({
      command      = list(string)
      interval     = optional(number, 30)
      retries      = optional(number, 3)
      start_period = optional(number, 0)
      timeout      = optional(number, 5)
    }))
    cpu              = optional(number, 512)
    cpu_architecture = optional(string, "X86_64")
    depends_on       = optional(map(string), {})
    deployment_configuration = optional(object({
      alarms = optional(object({
        alarm_names = list(string)
        enable      = optional(bool, true)
        rollback    = optional(bool, true)
      }))
      strategy = optional(string, "ROLLING")
    }), {})
    enable_execute_command            = optional(bool, false)
    entry_point                       = optional(list(string), [])
    ephemeral_storage_size_in_gib     = optional(number)
    health_check_grace_period_seconds = optional(number, 300)
    image                             = string
    init_process_enabled              = optional(bool, true)
    log_router = optional(object({
      config_file_path        = optional(string)
      enable_ecs_log_metadata = optional(bool, true)
      environment             = optional(map(string), {})
      image                   = optional(string, "public.ecr.aws/aws-observability/aws-for-fluent-bit:3.4.16")
      memory_reservation      = optional(number, 64)
      options                 = optional(map(string), {})
      secret_options          = optional(map(string), {})
    }))
    memory                   = optional(number, 1024)
    on_demand_base           = optional(number, 1)
    port                     = number
    readonly_root_filesystem = optional(bool, false)
    repository_credentials = optional(object({
      kms_key_arn = optional(string)
      secret_arn  = string
    }))
    scaling = optional(object({
      auto_scaling_metric       = optional(string, "AVERAGE_CPU")
      auto_scaling_target_value = optional(number, 60)
      max_task_count            = optional(number, 20)
      min_task_count            = optional(number, 1)
      scale_in_cooldown         = optional(number, 300)
      scale_out_cooldown        = optional(number, 300)
      schedules = optional(map(object({
        max_task_count = optional(number)
        min_task_count = optional(number)
        schedule       = string
        timezone       = optional(string, "UTC")
      })), {})
    }), {})
    secrets = optional(map(string), {})
    service_connect = optional(object({
      idle_timeout_seconds        = optional(number, 300)
      per_request_timeout_seconds = optional(number, 15)
      proxy_cpu                   = optional(number, 256)
      proxy_memory                = optional(number, 64)
    }), {})
    sidecars = optional(map(object({
      command     = optional(list(string), [])
      cpu         = optional(number)
      depends_on  = optional(map(string), {})
      entry_point = optional(list(string), [])
      environment = optional(map(string), {})
      essential   = optional(bool, false)
      health_check = optional(object({
        command      = list(string)
        interval     = optional(number, 30)
        retries      = optional(number, 3)
        start_period = optional(number, 0)
        timeout      = optional(number, 5)
      }))
      image                    = string
      memory                   = optional(number)
      memory_reservation       = optional(number)
      readonly_root_filesystem = optional(bool, false)
      repository_credentials = optional(object({
        kms_key_arn = optional(string)
        secret_arn  = string
      }))
      secrets = optional(map(string), {})
      ulimits = optional(map(object({
        hard_limit = number
        soft_limit = number
      })), {})
      volumes = optional(map(object({
        mount_path = string
        read_only  = optional(bool, false)
      })), {})
    })), {})
    stop_timeout = optional(number, 30)
    ulimits = optional(map(object({
      hard_limit = number
      soft_limit = number
    })), {})
    volumes = optional(map(object({
      efs = optional(object({
        access_point_id = optional(string)
        file_system_id  = string
        iam             = optional(bool, true)
        root_directory  = optional(string)
      }))
      mount_path = optional(string)
      read_only  = optional(bool, false)
    })), {})
  })
  description = "The service."
  nullable    = false

  validation {
    condition = length(concat(
      floor(var.service.port) == var.service.port && var.service.port >= 1 && var.service.port <= 65535 ? [] : ["service.port = ${jsonencode(var.service.port)}: it must be a whole number from 1 to 65535. Write the port the container listens on."],
      contains(["http", "http2", "grpc"], var.service.app_protocol) ? [] : ["service.app_protocol = ${jsonencode(var.service.app_protocol)}: it must be one of \"http\", \"http2\", \"grpc\". Write one of these."],
      floor(var.service.service_connect.idle_timeout_seconds) == var.service.service_connect.idle_timeout_seconds && var.service.service_connect.idle_timeout_seconds >= 0 && var.service.service_connect.idle_timeout_seconds <= 2147483647 ? [] : ["service.service_connect.idle_timeout_seconds = ${jsonencode(var.service.service_connect.idle_timeout_seconds)}: it must be a whole number from 0 to 2147483647 (seconds). Write a number in that range."],
      floor(var.service.service_connect.per_request_timeout_seconds) == var.service.service_connect.per_request_timeout_seconds && var.service.service_connect.per_request_timeout_seconds >= 0 && var.service.service_connect.per_request_timeout_seconds <= 2147483647 ? [] : ["service.service_connect.per_request_timeout_seconds = ${jsonencode(var.service.service_connect.per_request_timeout_seconds)}: it must be a whole number from 0 to 2147483647 (seconds). Write a number in that range."],
      floor(var.service.service_connect.proxy_cpu) == var.service.service_connect.proxy_cpu && var.service.service_connect.proxy_cpu >= 0 && var.service.service_connect.proxy_cpu <= 32768 ? [] : ["service.service_connect.proxy_cpu = ${jsonencode(var.service.service_connect.proxy_cpu)}: it must be a whole number from 0 to 32768 (CPU units). Write a number in that range."],
      floor(var.service.service_connect.proxy_memory) == var.service.service_connect.proxy_memory && var.service.service_connect.proxy_memory >= 0 && var.service.service_connect.proxy_memory <= 249856 ? [] : ["service.service_connect.proxy_memory = ${jsonencode(var.service.service_connect.proxy_memory)}: it must be a whole number from 0 to 249856 (MiB). Write a number in that range."],
      flatten([for k0, v0 in var.service.secrets : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k0)) ? [] : ["service.secrets.${k0} = ${jsonencode(k0)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]]),
      floor(var.service.cpu) == var.service.cpu ? [] : ["service.cpu = ${jsonencode(var.service.cpu)}: it must be a whole number of CPU units. Write a number in that range."],
      floor(var.service.memory) == var.service.memory ? [] : ["service.memory = ${jsonencode(var.service.memory)}: it must be a whole number of MiB. Write a number in that range."],
      contains(["X86_64", "ARM64"], var.service.cpu_architecture) ? [] : ["service.cpu_architecture = ${jsonencode(var.service.cpu_architecture)}: it must be one of \"X86_64\", \"ARM64\". Write one of these."],
      var.service.ephemeral_storage_size_in_gib == null ? [] : floor(var.service.ephemeral_storage_size_in_gib) == var.service.ephemeral_storage_size_in_gib && var.service.ephemeral_storage_size_in_gib >= 21 && var.service.ephemeral_storage_size_in_gib <= 200 ? [] : ["service.ephemeral_storage_size_in_gib = ${jsonencode(var.service.ephemeral_storage_size_in_gib)}: it must be a whole number from 21 to 200 (GiB). Write a number in that range."],
      var.service.container_health_check == null ? [] : length(var.service.container_health_check.command) >= 1 ? [] : ["service.container_health_check.command = ${jsonencode(var.service.container_health_check.command)}: a health check runs a command. Write [\"CMD\", \"<program>\", …] or [\"CMD-SHELL\", \"<line>\"]."],
      var.service.container_health_check == null ? [] : floor(var.service.container_health_check.interval) == var.service.container_health_check.interval && var.service.container_health_check.interval >= 5 && var.service.container_health_check.interval <= 300 ? [] : ["service.container_health_check.interval = ${jsonencode(var.service.container_health_check.interval)}: it must be a whole number from 5 to 300 (seconds). Write a number in that range."],
      var.service.container_health_check == null ? [] : floor(var.service.container_health_check.timeout) == var.service.container_health_check.timeout && var.service.container_health_check.timeout >= 2 && var.service.container_health_check.timeout <= 60 ? [] : ["service.container_health_check.timeout = ${jsonencode(var.service.container_health_check.timeout)}: it must be a whole number from 2 to 60 (seconds). Write a number in that range."],
      var.service.container_health_check == null ? [] : floor(var.service.container_health_check.retries) == var.service.container_health_check.retries && var.service.container_health_check.retries >= 1 && var.service.container_health_check.retries <= 10 ? [] : ["service.container_health_check.retries = ${jsonencode(var.service.container_health_check.retries)}: it must be a whole number from 1 to 10 (times). Write a number in that range."],
      var.service.container_health_check == null ? [] : floor(var.service.container_health_check.start_period) == var.service.container_health_check.start_period && var.service.container_health_check.start_period >= 0 && var.service.container_health_check.start_period <= 300 ? [] : ["service.container_health_check.start_period = ${jsonencode(var.service.container_health_check.start_period)}: it must be a whole number from 0 to 300 (seconds). Write a number in that range."],
      floor(var.service.stop_timeout) == var.service.stop_timeout && var.service.stop_timeout >= 2 && var.service.stop_timeout <= 120 ? [] : ["service.stop_timeout = ${jsonencode(var.service.stop_timeout)}: it must be a whole number from 2 to 120 (seconds). Write a number in that range."],
      flatten([for k0, v0 in var.service.ulimits : can(regex("^(core|cpu|data|fsize|locks|memlock|msgqueue|nice|nofile|nproc|rss|rtprio|rttime|sigpending|stack)$", k0)) ? [] : ["service.ulimits.${k0} = ${jsonencode(k0)}: ECS knows the limits core, cpu, data, fsize, locks, memlock, msgqueue, nice, nofile, nproc, rss, rtprio, rttime, sigpending, stack. Name one of these."]]),
      flatten([for k0, v0 in var.service.ulimits : floor(v0.soft_limit) == v0.soft_limit && v0.soft_limit >= 0 && v0.soft_limit <= 2147483647 ? [] : ["service.ulimits.${k0}.soft_limit = ${jsonencode(v0.soft_limit)}: it must be a whole number from 0 to 2147483647. Write a number in that range."]]),
      flatten([for k0, v0 in var.service.ulimits : floor(v0.hard_limit) == v0.hard_limit && v0.hard_limit >= 0 && v0.hard_limit <= 2147483647 ? [] : ["service.ulimits.${k0}.hard_limit = ${jsonencode(v0.hard_limit)}: it must be a whole number from 0 to 2147483647. Write a number in that range."]]),
      flatten([for k0, v0 in var.service.volumes : can(regex("^[a-z][a-z0-9_-]{0,254}$", k0)) ? [] : ["service.volumes.${k0} = ${jsonencode(k0)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]]),
      flatten([for k0, v0 in var.service.volumes : v0.mount_path == null ? [] : can(regex("^\\/[^\\s]*$", v0.mount_path)) ? [] : ["service.volumes.${k0}.mount_path = ${jsonencode(v0.mount_path)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."]]),
      flatten([for k0, v0 in var.service.volumes : v0.efs == null ? [] : v0.efs.root_directory == null ? [] : can(regex("^\\/[^\\s]*$", v0.efs.root_directory)) ? [] : ["service.volumes.${k0}.efs.root_directory = ${jsonencode(v0.efs.root_directory)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."]]),
      flatten([for k0, v0 in var.service.sidecars : can(regex("^[a-z][a-z0-9_-]{0,254}$", k0)) ? [] : ["service.sidecars.${k0} = ${jsonencode(k0)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.environment : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k1)) ? [] : ["service.sidecars.${k0}.environment.${k1} = ${jsonencode(k1)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.secrets : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k1)) ? [] : ["service.sidecars.${k0}.secrets.${k1} = ${jsonencode(k1)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]])]),
      flatten([for k0, v0 in var.service.sidecars : v0.cpu == null ? [] : floor(v0.cpu) == v0.cpu && v0.cpu >= 1 && v0.cpu <= 32768 ? [] : ["service.sidecars.${k0}.cpu = ${jsonencode(v0.cpu)}: it must be a whole number from 1 to 32768 (CPU units). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.memory == null ? [] : floor(v0.memory) == v0.memory && v0.memory >= 6 && v0.memory <= 249856 ? [] : ["service.sidecars.${k0}.memory = ${jsonencode(v0.memory)}: it must be a whole number from 6 to 249856 (MiB). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.memory_reservation == null ? [] : floor(v0.memory_reservation) == v0.memory_reservation && v0.memory_reservation >= 6 && v0.memory_reservation <= 249856 ? [] : ["service.sidecars.${k0}.memory_reservation = ${jsonencode(v0.memory_reservation)}: it must be a whole number from 6 to 249856 (MiB). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.health_check == null ? [] : length(v0.health_check.command) >= 1 ? [] : ["service.sidecars.${k0}.health_check.command = ${jsonencode(v0.health_check.command)}: a health check runs a command. Write [\"CMD\", \"<program>\", …] or [\"CMD-SHELL\", \"<line>\"]."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.health_check == null ? [] : floor(v0.health_check.interval) == v0.health_check.interval && v0.health_check.interval >= 5 && v0.health_check.interval <= 300 ? [] : ["service.sidecars.${k0}.health_check.interval = ${jsonencode(v0.health_check.interval)}: it must be a whole number from 5 to 300 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.health_check == null ? [] : floor(v0.health_check.timeout) == v0.health_check.timeout && v0.health_check.timeout >= 2 && v0.health_check.timeout <= 60 ? [] : ["service.sidecars.${k0}.health_check.timeout = ${jsonencode(v0.health_check.timeout)}: it must be a whole number from 2 to 60 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.health_check == null ? [] : floor(v0.health_check.retries) == v0.health_check.retries && v0.health_check.retries >= 1 && v0.health_check.retries <= 10 ? [] : ["service.sidecars.${k0}.health_check.retries = ${jsonencode(v0.health_check.retries)}: it must be a whole number from 1 to 10 (times). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.health_check == null ? [] : floor(v0.health_check.start_period) == v0.health_check.start_period && v0.health_check.start_period >= 0 && v0.health_check.start_period <= 300 ? [] : ["service.sidecars.${k0}.health_check.start_period = ${jsonencode(v0.health_check.start_period)}: it must be a whole number from 0 to 300 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.depends_on : can(regex("^(Main|[a-z][a-z0-9_-]{0,254})$", k1)) ? [] : ["service.sidecars.${k0}.depends_on.${k1} = ${jsonencode(k1)}: it is neither `Main`, the application's container, nor the name of a sidecar. Name one."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.depends_on : contains(["START", "HEALTHY", "COMPLETE", "SUCCESS"], v1) ? [] : ["service.sidecars.${k0}.depends_on.${k1} = ${jsonencode(v1)}: it must be one of \"START\", \"HEALTHY\", \"COMPLETE\", \"SUCCESS\". Write one of these."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.volumes : can(regex("^[a-z][a-z0-9_-]{0,254}$", k1)) ? [] : ["service.sidecars.${k0}.volumes.${k1} = ${jsonencode(k1)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.volumes : can(regex("^\\/[^\\s]*$", v1.mount_path)) ? [] : ["service.sidecars.${k0}.volumes.${k1}.mount_path = ${jsonencode(v1.mount_path)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.ulimits : can(regex("^(core|cpu|data|fsize|locks|memlock|msgqueue|nice|nofile|nproc|rss|rtprio|rttime|sigpending|stack)$", k1)) ? [] : ["service.sidecars.${k0}.ulimits.${k1} = ${jsonencode(k1)}: ECS knows the limits core, cpu, data, fsize, locks, memlock, msgqueue, nice, nofile, nproc, rss, rtprio, rttime, sigpending, stack. Name one of these."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.ulimits : floor(v1.soft_limit) == v1.soft_limit && v1.soft_limit >= 0 && v1.soft_limit <= 2147483647 ? [] : ["service.sidecars.${k0}.ulimits.${k1}.soft_limit = ${jsonencode(v1.soft_limit)}: it must be a whole number from 0 to 2147483647. Write a number in that range."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.ulimits : floor(v1.hard_limit) == v1.hard_limit && v1.hard_limit >= 0 && v1.hard_limit <= 2147483647 ? [] : ["service.sidecars.${k0}.ulimits.${k1}.hard_limit = ${jsonencode(v1.hard_limit)}: it must be a whole number from 0 to 2147483647. Write a number in that range."]])]),
      flatten([for k0, v0 in var.service.depends_on : can(regex("^[a-z][a-z0-9_-]{0,254}$", k0)) ? [] : ["service.depends_on.${k0} = ${jsonencode(k0)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]]),
      flatten([for k0, v0 in var.service.depends_on : contains(["START", "HEALTHY", "COMPLETE", "SUCCESS"], v0) ? [] : ["service.depends_on.${k0} = ${jsonencode(v0)}: it must be one of \"START\", \"HEALTHY\", \"COMPLETE\", \"SUCCESS\". Write one of these."]]),
      var.service.log_router == null ? [] : floor(var.service.log_router.memory_reservation) == var.service.log_router.memory_reservation && var.service.log_router.memory_reservation >= 6 && var.service.log_router.memory_reservation <= 249856 ? [] : ["service.log_router.memory_reservation = ${jsonencode(var.service.log_router.memory_reservation)}: it must be a whole number from 6 to 249856 (MiB). Write a number in that range."],
      var.service.log_router == null ? [] : var.service.log_router.config_file_path == null ? [] : can(regex("^\\/[^\\s]*$", var.service.log_router.config_file_path)) ? [] : ["service.log_router.config_file_path = ${jsonencode(var.service.log_router.config_file_path)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."],
      floor(var.service.scaling.min_task_count) == var.service.scaling.min_task_count && var.service.scaling.min_task_count >= 0 && var.service.scaling.min_task_count <= 5000 ? [] : ["service.scaling.min_task_count = ${jsonencode(var.service.scaling.min_task_count)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."],
      floor(var.service.scaling.max_task_count) == var.service.scaling.max_task_count && var.service.scaling.max_task_count >= 1 && var.service.scaling.max_task_count <= 5000 ? [] : ["service.scaling.max_task_count = ${jsonencode(var.service.scaling.max_task_count)}: it must be a whole number from 1 to 5000 (tasks). Write a number in that range."],
      contains(["AVERAGE_CPU", "AVERAGE_MEMORY", "REQUEST_COUNT_PER_TARGET"], var.service.scaling.auto_scaling_metric) ? [] : ["service.scaling.auto_scaling_metric = ${jsonencode(var.service.scaling.auto_scaling_metric)}: it must be one of \"AVERAGE_CPU\", \"AVERAGE_MEMORY\", \"REQUEST_COUNT_PER_TARGET\". Write one of these."],
      floor(var.service.scaling.auto_scaling_target_value) == var.service.scaling.auto_scaling_target_value && var.service.scaling.auto_scaling_target_value >= 1 && var.service.scaling.auto_scaling_target_value <= 100000 ? [] : ["service.scaling.auto_scaling_target_value = ${jsonencode(var.service.scaling.auto_scaling_target_value)}: it must be a whole number from 1 to 100000. Write a number in that range."],
      floor(var.service.scaling.scale_in_cooldown) == var.service.scaling.scale_in_cooldown && var.service.scaling.scale_in_cooldown >= 0 && var.service.scaling.scale_in_cooldown <= 86400 ? [] : ["service.scaling.scale_in_cooldown = ${jsonencode(var.service.scaling.scale_in_cooldown)}: it must be a whole number from 0 to 86400 (seconds). Write a number in that range."],
      floor(var.service.scaling.scale_out_cooldown) == var.service.scaling.scale_out_cooldown && var.service.scaling.scale_out_cooldown >= 0 && var.service.scaling.scale_out_cooldown <= 86400 ? [] : ["service.scaling.scale_out_cooldown = ${jsonencode(var.service.scaling.scale_out_cooldown)}: it must be a whole number from 0 to 86400 (seconds). Write a number in that range."],
      flatten([for k0, v0 in var.service.scaling.schedules : can(regex("^[A-Za-z0-9_.-]{1,64}$", k0)) ? [] : ["service.scaling.schedules.${k0} = ${jsonencode(k0)}: the name of a schedule holds letters, digits, `_`, `.` and `-`, 64 at most. Rename the schedule."]]),
      flatten([for k0, v0 in var.service.scaling.schedules : can(regex("^(cron|rate|at)\\([^()]+\\)$", v0.schedule)) ? [] : ["service.scaling.schedules.${k0}.schedule = ${jsonencode(v0.schedule)}: a schedule is written as `cron(…)`, `rate(…)` or `at(…)`. Write, for instance, \"cron(0 8 ? * MON-FRI *)\"."]]),
      flatten([for k0, v0 in var.service.scaling.schedules : length(v0.timezone) >= 1 ? [] : ["service.scaling.schedules.${k0}.timezone = ${jsonencode(v0.timezone)}: it must not be empty. Write a value."]]),
      flatten([for k0, v0 in var.service.scaling.schedules : v0.min_task_count == null ? [] : floor(v0.min_task_count) == v0.min_task_count && v0.min_task_count >= 0 && v0.min_task_count <= 5000 ? [] : ["service.scaling.schedules.${k0}.min_task_count = ${jsonencode(v0.min_task_count)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.scaling.schedules : v0.max_task_count == null ? [] : floor(v0.max_task_count) == v0.max_task_count && v0.max_task_count >= 0 && v0.max_task_count <= 5000 ? [] : ["service.scaling.schedules.${k0}.max_task_count = ${jsonencode(v0.max_task_count)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."]]),
      contains(["FARGATE", "FARGATE_SPOT"], var.service.capacity_provider) ? [] : ["service.capacity_provider = ${jsonencode(var.service.capacity_provider)}: it must be one of \"FARGATE\", \"FARGATE_SPOT\". Write one of these."],
      floor(var.service.on_demand_base) == var.service.on_demand_base && var.service.on_demand_base >= 0 && var.service.on_demand_base <= 5000 ? [] : ["service.on_demand_base = ${jsonencode(var.service.on_demand_base)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."],
      floor(var.service.health_check_grace_period_seconds) == var.service.health_check_grace_period_seconds && var.service.health_check_grace_period_seconds >= 0 && var.service.health_check_grace_period_seconds <= 2147483647 ? [] : ["service.health_check_grace_period_seconds = ${jsonencode(var.service.health_check_grace_period_seconds)}: it must be a whole number from 0 to 2147483647 (seconds). Write a number in that range."],
      var.service.deployment_configuration.alarms == null ? [] : flatten([for k0, v0 in var.service.deployment_configuration.alarms.alarm_names : length(v0) >= 1 ? [] : ["service.deployment_configuration.alarms.alarm_names[${k0}] = ${jsonencode(v0)}: it must not be empty. Write a value."]]),
      contains(["ROLLING"], var.service.deployment_configuration.strategy) ? [] : ["service.deployment_configuration.strategy = ${jsonencode(var.service.deployment_configuration.strategy)}: it must be one of \"ROLLING\". Write \"ROLLING\", or use the module `ecs-service`, which has the others, with provider 6.50 or newer."],
    )) == 0
    error_message = join("\n", concat(
      floor(var.service.port) == var.service.port && var.service.port >= 1 && var.service.port <= 65535 ? [] : ["service.port = ${jsonencode(var.service.port)}: it must be a whole number from 1 to 65535. Write the port the container listens on."],
      contains(["http", "http2", "grpc"], var.service.app_protocol) ? [] : ["service.app_protocol = ${jsonencode(var.service.app_protocol)}: it must be one of \"http\", \"http2\", \"grpc\". Write one of these."],
      floor(var.service.service_connect.idle_timeout_seconds) == var.service.service_connect.idle_timeout_seconds && var.service.service_connect.idle_timeout_seconds >= 0 && var.service.service_connect.idle_timeout_seconds <= 2147483647 ? [] : ["service.service_connect.idle_timeout_seconds = ${jsonencode(var.service.service_connect.idle_timeout_seconds)}: it must be a whole number from 0 to 2147483647 (seconds). Write a number in that range."],
      floor(var.service.service_connect.per_request_timeout_seconds) == var.service.service_connect.per_request_timeout_seconds && var.service.service_connect.per_request_timeout_seconds >= 0 && var.service.service_connect.per_request_timeout_seconds <= 2147483647 ? [] : ["service.service_connect.per_request_timeout_seconds = ${jsonencode(var.service.service_connect.per_request_timeout_seconds)}: it must be a whole number from 0 to 2147483647 (seconds). Write a number in that range."],
      floor(var.service.service_connect.proxy_cpu) == var.service.service_connect.proxy_cpu && var.service.service_connect.proxy_cpu >= 0 && var.service.service_connect.proxy_cpu <= 32768 ? [] : ["service.service_connect.proxy_cpu = ${jsonencode(var.service.service_connect.proxy_cpu)}: it must be a whole number from 0 to 32768 (CPU units). Write a number in that range."],
      floor(var.service.service_connect.proxy_memory) == var.service.service_connect.proxy_memory && var.service.service_connect.proxy_memory >= 0 && var.service.service_connect.proxy_memory <= 249856 ? [] : ["service.service_connect.proxy_memory = ${jsonencode(var.service.service_connect.proxy_memory)}: it must be a whole number from 0 to 249856 (MiB). Write a number in that range."],
      flatten([for k0, v0 in var.service.secrets : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k0)) ? [] : ["service.secrets.${k0} = ${jsonencode(k0)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]]),
      floor(var.service.cpu) == var.service.cpu ? [] : ["service.cpu = ${jsonencode(var.service.cpu)}: it must be a whole number of CPU units. Write a number in that range."],
      floor(var.service.memory) == var.service.memory ? [] : ["service.memory = ${jsonencode(var.service.memory)}: it must be a whole number of MiB. Write a number in that range."],
      contains(["X86_64", "ARM64"], var.service.cpu_architecture) ? [] : ["service.cpu_architecture = ${jsonencode(var.service.cpu_architecture)}: it must be one of \"X86_64\", \"ARM64\". Write one of these."],
      var.service.ephemeral_storage_size_in_gib == null ? [] : floor(var.service.ephemeral_storage_size_in_gib) == var.service.ephemeral_storage_size_in_gib && var.service.ephemeral_storage_size_in_gib >= 21 && var.service.ephemeral_storage_size_in_gib <= 200 ? [] : ["service.ephemeral_storage_size_in_gib = ${jsonencode(var.service.ephemeral_storage_size_in_gib)}: it must be a whole number from 21 to 200 (GiB). Write a number in that range."],
      var.service.container_health_check == null ? [] : length(var.service.container_health_check.command) >= 1 ? [] : ["service.container_health_check.command = ${jsonencode(var.service.container_health_check.command)}: a health check runs a command. Write [\"CMD\", \"<program>\", …] or [\"CMD-SHELL\", \"<line>\"]."],
      var.service.container_health_check == null ? [] : floor(var.service.container_health_check.interval) == var.service.container_health_check.interval && var.service.container_health_check.interval >= 5 && var.service.container_health_check.interval <= 300 ? [] : ["service.container_health_check.interval = ${jsonencode(var.service.container_health_check.interval)}: it must be a whole number from 5 to 300 (seconds). Write a number in that range."],
      var.service.container_health_check == null ? [] : floor(var.service.container_health_check.timeout) == var.service.container_health_check.timeout && var.service.container_health_check.timeout >= 2 && var.service.container_health_check.timeout <= 60 ? [] : ["service.container_health_check.timeout = ${jsonencode(var.service.container_health_check.timeout)}: it must be a whole number from 2 to 60 (seconds). Write a number in that range."],
      var.service.container_health_check == null ? [] : floor(var.service.container_health_check.retries) == var.service.container_health_check.retries && var.service.container_health_check.retries >= 1 && var.service.container_health_check.retries <= 10 ? [] : ["service.container_health_check.retries = ${jsonencode(var.service.container_health_check.retries)}: it must be a whole number from 1 to 10 (times). Write a number in that range."],
      var.service.container_health_check == null ? [] : floor(var.service.container_health_check.start_period) == var.service.container_health_check.start_period && var.service.container_health_check.start_period >= 0 && var.service.container_health_check.start_period <= 300 ? [] : ["service.container_health_check.start_period = ${jsonencode(var.service.container_health_check.start_period)}: it must be a whole number from 0 to 300 (seconds). Write a number in that range."],
      floor(var.service.stop_timeout) == var.service.stop_timeout && var.service.stop_timeout >= 2 && var.service.stop_timeout <= 120 ? [] : ["service.stop_timeout = ${jsonencode(var.service.stop_timeout)}: it must be a whole number from 2 to 120 (seconds). Write a number in that range."],
      flatten([for k0, v0 in var.service.ulimits : can(regex("^(core|cpu|data|fsize|locks|memlock|msgqueue|nice|nofile|nproc|rss|rtprio|rttime|sigpending|stack)$", k0)) ? [] : ["service.ulimits.${k0} = ${jsonencode(k0)}: ECS knows the limits core, cpu, data, fsize, locks, memlock, msgqueue, nice, nofile, nproc, rss, rtprio, rttime, sigpending, stack. Name one of these."]]),
      flatten([for k0, v0 in var.service.ulimits : floor(v0.soft_limit) == v0.soft_limit && v0.soft_limit >= 0 && v0.soft_limit <= 2147483647 ? [] : ["service.ulimits.${k0}.soft_limit = ${jsonencode(v0.soft_limit)}: it must be a whole number from 0 to 2147483647. Write a number in that range."]]),
      flatten([for k0, v0 in var.service.ulimits : floor(v0.hard_limit) == v0.hard_limit && v0.hard_limit >= 0 && v0.hard_limit <= 2147483647 ? [] : ["service.ulimits.${k0}.hard_limit = ${jsonencode(v0.hard_limit)}: it must be a whole number from 0 to 2147483647. Write a number in that range."]]),
      flatten([for k0, v0 in var.service.volumes : can(regex("^[a-z][a-z0-9_-]{0,254}$", k0)) ? [] : ["service.volumes.${k0} = ${jsonencode(k0)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]]),
      flatten([for k0, v0 in var.service.volumes : v0.mount_path == null ? [] : can(regex("^\\/[^\\s]*$", v0.mount_path)) ? [] : ["service.volumes.${k0}.mount_path = ${jsonencode(v0.mount_path)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."]]),
      flatten([for k0, v0 in var.service.volumes : v0.efs == null ? [] : v0.efs.root_directory == null ? [] : can(regex("^\\/[^\\s]*$", v0.efs.root_directory)) ? [] : ["service.volumes.${k0}.efs.root_directory = ${jsonencode(v0.efs.root_directory)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."]]),
      flatten([for k0, v0 in var.service.sidecars : can(regex("^[a-z][a-z0-9_-]{0,254}$", k0)) ? [] : ["service.sidecars.${k0} = ${jsonencode(k0)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.environment : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k1)) ? [] : ["service.sidecars.${k0}.environment.${k1} = ${jsonencode(k1)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.secrets : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k1)) ? [] : ["service.sidecars.${k0}.secrets.${k1} = ${jsonencode(k1)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]])]),
      flatten([for k0, v0 in var.service.sidecars : v0.cpu == null ? [] : floor(v0.cpu) == v0.cpu && v0.cpu >= 1 && v0.cpu <= 32768 ? [] : ["service.sidecars.${k0}.cpu = ${jsonencode(v0.cpu)}: it must be a whole number from 1 to 32768 (CPU units). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.memory == null ? [] : floor(v0.memory) == v0.memory && v0.memory >= 6 && v0.memory <= 249856 ? [] : ["service.sidecars.${k0}.memory = ${jsonencode(v0.memory)}: it must be a whole number from 6 to 249856 (MiB). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.memory_reservation == null ? [] : floor(v0.memory_reservation) == v0.memory_reservation && v0.memory_reservation >= 6 && v0.memory_reservation <= 249856 ? [] : ["service.sidecars.${k0}.memory_reservation = ${jsonencode(v0.memory_reservation)}: it must be a whole number from 6 to 249856 (MiB). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.health_check == null ? [] : length(v0.health_check.command) >= 1 ? [] : ["service.sidecars.${k0}.health_check.command = ${jsonencode(v0.health_check.command)}: a health check runs a command. Write [\"CMD\", \"<program>\", …] or [\"CMD-SHELL\", \"<line>\"]."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.health_check == null ? [] : floor(v0.health_check.interval) == v0.health_check.interval && v0.health_check.interval >= 5 && v0.health_check.interval <= 300 ? [] : ["service.sidecars.${k0}.health_check.interval = ${jsonencode(v0.health_check.interval)}: it must be a whole number from 5 to 300 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.health_check == null ? [] : floor(v0.health_check.timeout) == v0.health_check.timeout && v0.health_check.timeout >= 2 && v0.health_check.timeout <= 60 ? [] : ["service.sidecars.${k0}.health_check.timeout = ${jsonencode(v0.health_check.timeout)}: it must be a whole number from 2 to 60 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.health_check == null ? [] : floor(v0.health_check.retries) == v0.health_check.retries && v0.health_check.retries >= 1 && v0.health_check.retries <= 10 ? [] : ["service.sidecars.${k0}.health_check.retries = ${jsonencode(v0.health_check.retries)}: it must be a whole number from 1 to 10 (times). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.health_check == null ? [] : floor(v0.health_check.start_period) == v0.health_check.start_period && v0.health_check.start_period >= 0 && v0.health_check.start_period <= 300 ? [] : ["service.sidecars.${k0}.health_check.start_period = ${jsonencode(v0.health_check.start_period)}: it must be a whole number from 0 to 300 (seconds). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.depends_on : can(regex("^(Main|[a-z][a-z0-9_-]{0,254})$", k1)) ? [] : ["service.sidecars.${k0}.depends_on.${k1} = ${jsonencode(k1)}: it is neither `Main`, the application's container, nor the name of a sidecar. Name one."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.depends_on : contains(["START", "HEALTHY", "COMPLETE", "SUCCESS"], v1) ? [] : ["service.sidecars.${k0}.depends_on.${k1} = ${jsonencode(v1)}: it must be one of \"START\", \"HEALTHY\", \"COMPLETE\", \"SUCCESS\". Write one of these."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.volumes : can(regex("^[a-z][a-z0-9_-]{0,254}$", k1)) ? [] : ["service.sidecars.${k0}.volumes.${k1} = ${jsonencode(k1)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.volumes : can(regex("^\\/[^\\s]*$", v1.mount_path)) ? [] : ["service.sidecars.${k0}.volumes.${k1}.mount_path = ${jsonencode(v1.mount_path)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.ulimits : can(regex("^(core|cpu|data|fsize|locks|memlock|msgqueue|nice|nofile|nproc|rss|rtprio|rttime|sigpending|stack)$", k1)) ? [] : ["service.sidecars.${k0}.ulimits.${k1} = ${jsonencode(k1)}: ECS knows the limits core, cpu, data, fsize, locks, memlock, msgqueue, nice, nofile, nproc, rss, rtprio, rttime, sigpending, stack. Name one of these."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.ulimits : floor(v1.soft_limit) == v1.soft_limit && v1.soft_limit >= 0 && v1.soft_limit <= 2147483647 ? [] : ["service.sidecars.${k0}.ulimits.${k1}.soft_limit = ${jsonencode(v1.soft_limit)}: it must be a whole number from 0 to 2147483647. Write a number in that range."]])]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.ulimits : floor(v1.hard_limit) == v1.hard_limit && v1.hard_limit >= 0 && v1.hard_limit <= 2147483647 ? [] : ["service.sidecars.${k0}.ulimits.${k1}.hard_limit = ${jsonencode(v1.hard_limit)}: it must be a whole number from 0 to 2147483647. Write a number in that range."]])]),
      flatten([for k0, v0 in var.service.depends_on : can(regex("^[a-z][a-z0-9_-]{0,254}$", k0)) ? [] : ["service.depends_on.${k0} = ${jsonencode(k0)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]]),
      flatten([for k0, v0 in var.service.depends_on : contains(["START", "HEALTHY", "COMPLETE", "SUCCESS"], v0) ? [] : ["service.depends_on.${k0} = ${jsonencode(v0)}: it must be one of \"START\", \"HEALTHY\", \"COMPLETE\", \"SUCCESS\". Write one of these."]]),
      var.service.log_router == null ? [] : floor(var.service.log_router.memory_reservation) == var.service.log_router.memory_reservation && var.service.log_router.memory_reservation >= 6 && var.service.log_router.memory_reservation <= 249856 ? [] : ["service.log_router.memory_reservation = ${jsonencode(var.service.log_router.memory_reservation)}: it must be a whole number from 6 to 249856 (MiB). Write a number in that range."],
      var.service.log_router == null ? [] : var.service.log_router.config_file_path == null ? [] : can(regex("^\\/[^\\s]*$", var.service.log_router.config_file_path)) ? [] : ["service.log_router.config_file_path = ${jsonencode(var.service.log_router.config_file_path)}: a path in a container starts with `/` and holds no space. Write a path such as \"/data\"."],
      floor(var.service.scaling.min_task_count) == var.service.scaling.min_task_count && var.service.scaling.min_task_count >= 0 && var.service.scaling.min_task_count <= 5000 ? [] : ["service.scaling.min_task_count = ${jsonencode(var.service.scaling.min_task_count)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."],
      floor(var.service.scaling.max_task_count) == var.service.scaling.max_task_count && var.service.scaling.max_task_count >= 1 && var.service.scaling.max_task_count <= 5000 ? [] : ["service.scaling.max_task_count = ${jsonencode(var.service.scaling.max_task_count)}: it must be a whole number from 1 to 5000 (tasks). Write a number in that range."],
      contains(["AVERAGE_CPU", "AVERAGE_MEMORY", "REQUEST_COUNT_PER_TARGET"], var.service.scaling.auto_scaling_metric) ? [] : ["service.scaling.auto_scaling_metric = ${jsonencode(var.service.scaling.auto_scaling_metric)}: it must be one of \"AVERAGE_CPU\", \"AVERAGE_MEMORY\", \"REQUEST_COUNT_PER_TARGET\". Write one of these."],
      floor(var.service.scaling.auto_scaling_target_value) == var.service.scaling.auto_scaling_target_value && var.service.scaling.auto_scaling_target_value >= 1 && var.service.scaling.auto_scaling_target_value <= 100000 ? [] : ["service.scaling.auto_scaling_target_value = ${jsonencode(var.service.scaling.auto_scaling_target_value)}: it must be a whole number from 1 to 100000. Write a number in that range."],
      floor(var.service.scaling.scale_in_cooldown) == var.service.scaling.scale_in_cooldown && var.service.scaling.scale_in_cooldown >= 0 && var.service.scaling.scale_in_cooldown <= 86400 ? [] : ["service.scaling.scale_in_cooldown = ${jsonencode(var.service.scaling.scale_in_cooldown)}: it must be a whole number from 0 to 86400 (seconds). Write a number in that range."],
      floor(var.service.scaling.scale_out_cooldown) == var.service.scaling.scale_out_cooldown && var.service.scaling.scale_out_cooldown >= 0 && var.service.scaling.scale_out_cooldown <= 86400 ? [] : ["service.scaling.scale_out_cooldown = ${jsonencode(var.service.scaling.scale_out_cooldown)}: it must be a whole number from 0 to 86400 (seconds). Write a number in that range."],
      flatten([for k0, v0 in var.service.scaling.schedules : can(regex("^[A-Za-z0-9_.-]{1,64}$", k0)) ? [] : ["service.scaling.schedules.${k0} = ${jsonencode(k0)}: the name of a schedule holds letters, digits, `_`, `.` and `-`, 64 at most. Rename the schedule."]]),
      flatten([for k0, v0 in var.service.scaling.schedules : can(regex("^(cron|rate|at)\\([^()]+\\)$", v0.schedule)) ? [] : ["service.scaling.schedules.${k0}.schedule = ${jsonencode(v0.schedule)}: a schedule is written as `cron(…)`, `rate(…)` or `at(…)`. Write, for instance, \"cron(0 8 ? * MON-FRI *)\"."]]),
      flatten([for k0, v0 in var.service.scaling.schedules : length(v0.timezone) >= 1 ? [] : ["service.scaling.schedules.${k0}.timezone = ${jsonencode(v0.timezone)}: it must not be empty. Write a value."]]),
      flatten([for k0, v0 in var.service.scaling.schedules : v0.min_task_count == null ? [] : floor(v0.min_task_count) == v0.min_task_count && v0.min_task_count >= 0 && v0.min_task_count <= 5000 ? [] : ["service.scaling.schedules.${k0}.min_task_count = ${jsonencode(v0.min_task_count)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."]]),
      flatten([for k0, v0 in var.service.scaling.schedules : v0.max_task_count == null ? [] : floor(v0.max_task_count) == v0.max_task_count && v0.max_task_count >= 0 && v0.max_task_count <= 5000 ? [] : ["service.scaling.schedules.${k0}.max_task_count = ${jsonencode(v0.max_task_count)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."]]),
      contains(["FARGATE", "FARGATE_SPOT"], var.service.capacity_provider) ? [] : ["service.capacity_provider = ${jsonencode(var.service.capacity_provider)}: it must be one of \"FARGATE\", \"FARGATE_SPOT\". Write one of these."],
      floor(var.service.on_demand_base) == var.service.on_demand_base && var.service.on_demand_base >= 0 && var.service.on_demand_base <= 5000 ? [] : ["service.on_demand_base = ${jsonencode(var.service.on_demand_base)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."],
      floor(var.service.health_check_grace_period_seconds) == var.service.health_check_grace_period_seconds && var.service.health_check_grace_period_seconds >= 0 && var.service.health_check_grace_period_seconds <= 2147483647 ? [] : ["service.health_check_grace_period_seconds = ${jsonencode(var.service.health_check_grace_period_seconds)}: it must be a whole number from 0 to 2147483647 (seconds). Write a number in that range."],
      var.service.deployment_configuration.alarms == null ? [] : flatten([for k0, v0 in var.service.deployment_configuration.alarms.alarm_names : length(v0) >= 1 ? [] : ["service.deployment_configuration.alarms.alarm_names[${k0}] = ${jsonencode(v0)}: it must not be empty. Write a value."]]),
      contains(["ROLLING"], var.service.deployment_configuration.strategy) ? [] : ["service.deployment_configuration.strategy = ${jsonencode(var.service.deployment_configuration.strategy)}: it must be one of \"ROLLING\". Write \"ROLLING\", or use the module `ecs-service`, which has the others, with provider 6.50 or newer."],
    ))
  }

  validation {
    condition = length(concat(
      length(var.service.image) >= 1 ? [] : ["service.image = ${jsonencode(var.service.image)}: a service needs a container image. Write the image with its tag or digest."],
      flatten([for k0, v0 in var.service.secrets : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v0)) ? [] : ["service.secrets.${k0}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]]),
      var.service.repository_credentials == null ? [] : can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^\\s:]+$", var.service.repository_credentials.secret_arn)) ? [] : ["service.repository_credentials.secret_arn: credentials of a registry are named by the ARN of a Secrets Manager secret, with nothing behind it. Write the ARN."],
      var.service.repository_credentials == null ? [] : var.service.repository_credentials.kms_key_arn == null ? [] : length(var.service.repository_credentials.kms_key_arn) >= 1 ? [] : ["service.repository_credentials.kms_key_arn = ${jsonencode(var.service.repository_credentials.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."],
      flatten([for k0, v0 in var.service.volumes : v0.efs == null ? [] : can(regex("^fs-[0-9a-f]+$", v0.efs.file_system_id)) ? [] : ["service.volumes.${k0}.efs.file_system_id = ${jsonencode(v0.efs.file_system_id)}: an EFS file system is named by its id. Write the id, such as fs-0123456789abcdef0."]]),
      flatten([for k0, v0 in var.service.volumes : v0.efs == null ? [] : v0.efs.access_point_id == null ? [] : can(regex("^fsap-[0-9a-f]+$", v0.efs.access_point_id)) ? [] : ["service.volumes.${k0}.efs.access_point_id = ${jsonencode(v0.efs.access_point_id)}: an access point is named by its id. Write the id, such as fsap-0123456789abcdef0."]]),
      flatten([for k0, v0 in var.service.sidecars : length(v0.image) >= 1 ? [] : ["service.sidecars.${k0}.image = ${jsonencode(v0.image)}: a sidecar needs a container image. Write the image with its tag or digest."]]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.secrets : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v1)) ? [] : ["service.sidecars.${k0}.secrets.${k1}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]])]),
      flatten([for k0, v0 in var.service.sidecars : v0.repository_credentials == null ? [] : can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^\\s:]+$", v0.repository_credentials.secret_arn)) ? [] : ["service.sidecars.${k0}.repository_credentials.secret_arn: credentials of a registry are named by the ARN of a Secrets Manager secret, with nothing behind it. Write the ARN."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.repository_credentials == null ? [] : v0.repository_credentials.kms_key_arn == null ? [] : length(v0.repository_credentials.kms_key_arn) >= 1 ? [] : ["service.sidecars.${k0}.repository_credentials.kms_key_arn = ${jsonencode(v0.repository_credentials.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."]]),
      var.service.log_router == null ? [] : length(var.service.log_router.image) >= 1 ? [] : ["service.log_router.image = ${jsonencode(var.service.log_router.image)}: a log router needs a container image. Write the image with its tag or digest, or leave it out."],
      var.service.log_router == null ? [] : flatten([for k0, v0 in var.service.log_router.secret_options : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v0)) ? [] : ["service.log_router.secret_options.${k0}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]]),
      var.service.deployment_configuration.alarms == null ? [] : length(var.service.deployment_configuration.alarms.alarm_names) >= 1 ? [] : ["service.deployment_configuration.alarms.alarm_names = ${jsonencode(var.service.deployment_configuration.alarms.alarm_names)}: there is no alarm to watch. Name an alarm, or leave alarms out."],
    )) == 0
    error_message = join("\n", concat(
      length(var.service.image) >= 1 ? [] : ["service.image = ${jsonencode(var.service.image)}: a service needs a container image. Write the image with its tag or digest."],
      flatten([for k0, v0 in var.service.secrets : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v0)) ? [] : ["service.secrets.${k0}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]]),
      var.service.repository_credentials == null ? [] : can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^\\s:]+$", var.service.repository_credentials.secret_arn)) ? [] : ["service.repository_credentials.secret_arn: credentials of a registry are named by the ARN of a Secrets Manager secret, with nothing behind it. Write the ARN."],
      var.service.repository_credentials == null ? [] : var.service.repository_credentials.kms_key_arn == null ? [] : length(var.service.repository_credentials.kms_key_arn) >= 1 ? [] : ["service.repository_credentials.kms_key_arn = ${jsonencode(var.service.repository_credentials.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."],
      flatten([for k0, v0 in var.service.volumes : v0.efs == null ? [] : can(regex("^fs-[0-9a-f]+$", v0.efs.file_system_id)) ? [] : ["service.volumes.${k0}.efs.file_system_id = ${jsonencode(v0.efs.file_system_id)}: an EFS file system is named by its id. Write the id, such as fs-0123456789abcdef0."]]),
      flatten([for k0, v0 in var.service.volumes : v0.efs == null ? [] : v0.efs.access_point_id == null ? [] : can(regex("^fsap-[0-9a-f]+$", v0.efs.access_point_id)) ? [] : ["service.volumes.${k0}.efs.access_point_id = ${jsonencode(v0.efs.access_point_id)}: an access point is named by its id. Write the id, such as fsap-0123456789abcdef0."]]),
      flatten([for k0, v0 in var.service.sidecars : length(v0.image) >= 1 ? [] : ["service.sidecars.${k0}.image = ${jsonencode(v0.image)}: a sidecar needs a container image. Write the image with its tag or digest."]]),
      flatten([for k0, v0 in var.service.sidecars : flatten([for k1, v1 in v0.secrets : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v1)) ? [] : ["service.sidecars.${k0}.secrets.${k1}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]])]),
      flatten([for k0, v0 in var.service.sidecars : v0.repository_credentials == null ? [] : can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^\\s:]+$", v0.repository_credentials.secret_arn)) ? [] : ["service.sidecars.${k0}.repository_credentials.secret_arn: credentials of a registry are named by the ARN of a Secrets Manager secret, with nothing behind it. Write the ARN."]]),
      flatten([for k0, v0 in var.service.sidecars : v0.repository_credentials == null ? [] : v0.repository_credentials.kms_key_arn == null ? [] : length(v0.repository_credentials.kms_key_arn) >= 1 ? [] : ["service.sidecars.${k0}.repository_credentials.kms_key_arn = ${jsonencode(v0.repository_credentials.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."]]),
      var.service.log_router == null ? [] : length(var.service.log_router.image) >= 1 ? [] : ["service.log_router.image = ${jsonencode(var.service.log_router.image)}: a log router needs a container image. Write the image with its tag or digest, or leave it out."],
      var.service.log_router == null ? [] : flatten([for k0, v0 in var.service.log_router.secret_options : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v0)) ? [] : ["service.log_router.secret_options.${k0}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]]),
      var.service.deployment_configuration.alarms == null ? [] : length(var.service.deployment_configuration.alarms.alarm_names) >= 1 ? [] : ["service.deployment_configuration.alarms.alarm_names = ${jsonencode(var.service.deployment_configuration.alarms.alarm_names)}: there is no alarm to watch. Name an alarm, or leave alarms out."],
    ))
  }
}

variable "service_connect" {
  type = object({
    namespace_arn = string
    peers         = optional(list(string), [])
    serve_as      = optional(string)
    tls = optional(object({
      aws_pca_authority_arn = string
      kms_key_arn           = optional(string)
      role_arn              = string
    }))
  })
  description = "Service Connect. Left out: none."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.service_connect == null ? [] : var.service_connect.serve_as == null ? [] : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", var.service_connect.serve_as)) ? [] : ["service_connect.serve_as = ${jsonencode(var.service_connect.serve_as)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]),
    )) == 0
    error_message = join("\n", concat(
      (var.service_connect == null ? [] : var.service_connect.serve_as == null ? [] : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", var.service_connect.serve_as)) ? [] : ["service_connect.serve_as = ${jsonencode(var.service_connect.serve_as)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]),
    ))
  }

  validation {
    condition = length(concat(
      (var.service_connect == null ? [] : var.service_connect.tls == null ? [] : length(var.service_connect.tls.aws_pca_authority_arn) >= 1 ? [] : ["service_connect.tls.aws_pca_authority_arn = ${jsonencode(var.service_connect.tls.aws_pca_authority_arn)}: a certificate authority is named by its ARN. Write the ARN."]),
      (var.service_connect == null ? [] : var.service_connect.tls == null ? [] : var.service_connect.tls.kms_key_arn == null ? [] : length(var.service_connect.tls.kms_key_arn) >= 1 ? [] : ["service_connect.tls.kms_key_arn = ${jsonencode(var.service_connect.tls.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."]),
    )) == 0
    error_message = join("\n", concat(
      (var.service_connect == null ? [] : var.service_connect.tls == null ? [] : length(var.service_connect.tls.aws_pca_authority_arn) >= 1 ? [] : ["service_connect.tls.aws_pca_authority_arn = ${jsonencode(var.service_connect.tls.aws_pca_authority_arn)}: a certificate authority is named by its ARN. Write the ARN."]),
      (var.service_connect == null ? [] : var.service_connect.tls == null ? [] : var.service_connect.tls.kms_key_arn == null ? [] : length(var.service_connect.tls.kms_key_arn) >= 1 ? [] : ["service_connect.tls.kms_key_arn = ${jsonencode(var.service_connect.tls.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."]),
    ))
  }
}

variable "service_registry" {
  type = object({
    arn = string
  })
  description = "Private DNS for callers on Express Mode; ECS registers the tasks itself. Left out: none."
  nullable    = true
  default     = null
}

variable "subnet_ids" {
  type        = list(string)
  description = "Subnets of the tasks."
  nullable    = false
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}

variable "task_definition" {
  type = object({
    arn = string
  })
  description = "A task definition that stands on its own, such as the module `task-definition` makes. Left out: one is made from `service`, by the service's name."
  nullable    = true
  default     = null
}

variable "task_role_arn" {
  type        = string
  description = "The role that the application acts in."
  nullable    = false
}

variable "wait_for_steady_state" {
  type        = bool
  description = "Whether an apply waits until the services run. Express Mode's canary takes about ten minutes. Without it the first apply on Express Mode may end with `ECS does not tell which load balancer serves the services`: apply again."
  nullable    = false
  default     = true
}
