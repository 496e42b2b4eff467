variable "adopted" {
  type        = bool
  description = "Whether it was made elsewhere and is imported, together with `terraform_data.cluster` by any id: OpenTofu replaces what is triggered by something new. Another cluster, or a change of `service.public`, is then refused by AWS and does not replace the service."
  nullable    = false
  default     = false
}

variable "availability_zones" {
  type        = list(string)
  description = "The zones of those subnets. Fewer than two are refused before AWS is asked. Left out: not looked at."
  nullable    = false
  default     = []
}

variable "cluster_name" {
  type        = string
  description = "The cluster, by name. Another one replaces the service."
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

variable "find_target_groups" {
  type        = bool
  description = "Whether to look up the service's target groups, for its metrics; known at plan."
  nullable    = false
  default     = false
}

variable "infrastructure_role_arn" {
  type        = string
  description = "The role that Express Mode acts in. Another one replaces the service, which then needs another name."
  nullable    = false
}

variable "log_group_name" {
  type        = string
  description = "Where the container's output goes."
  nullable    = false
}

variable "name" {
  type        = string
  description = "The ECS service's name."
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

variable "security_group_ids" {
  type        = list(string)
  description = "Security groups of the tasks, besides Express Mode's own."
  nullable    = false
  default     = []
}

variable "service" {
  type = object({
    command           = optional(list(string), [])
    cpu               = optional(number, 512)
    health_check_path = optional(string, "/")
    image             = string
    memory            = optional(number, 1024)
    port              = number
    public            = optional(bool, true)
    repository_credentials = optional(object({
      kms_key_arn = optional(string)
      secret_arn  = string
    }))
    scaling = optional(object({
      auto_scaling_metric       = optional(string, "AVERAGE_CPU")
      auto_scaling_target_value = optional(number, 60)
      max_task_count            = optional(number, 20)
      min_task_count            = optional(number, 1)
    }), {})
    secrets = optional(map(string), {})
  })
  description = "The service."
  nullable    = false

  validation {
    condition = length(concat(
      floor(var.service.port) == var.service.port && var.service.port >= 1 && var.service.port <= 65535 ? [] : ["service.port = ${jsonencode(var.service.port)}: it must be a whole number from 1 to 65535. Write the port the container listens on."],
      can(regex("^\\/[^\\s]*$", var.service.health_check_path)) ? [] : ["service.health_check_path = ${jsonencode(var.service.health_check_path)}: a health check path starts with `/` and holds no space. Write a path such as \"/healthz\"."],
      flatten([for k0, v0 in var.service.secrets : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k0)) ? [] : ["service.secrets.${k0} = ${jsonencode(k0)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]]),
      floor(var.service.cpu) == var.service.cpu ? [] : ["service.cpu = ${jsonencode(var.service.cpu)}: it must be a whole number of CPU units. Write a number in that range."],
      floor(var.service.memory) == var.service.memory ? [] : ["service.memory = ${jsonencode(var.service.memory)}: it must be a whole number of MiB. Write a number in that range."],
      floor(var.service.scaling.min_task_count) == var.service.scaling.min_task_count && var.service.scaling.min_task_count >= 0 && var.service.scaling.min_task_count <= 5000 ? [] : ["service.scaling.min_task_count = ${jsonencode(var.service.scaling.min_task_count)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."],
      floor(var.service.scaling.max_task_count) == var.service.scaling.max_task_count && var.service.scaling.max_task_count >= 1 && var.service.scaling.max_task_count <= 5000 ? [] : ["service.scaling.max_task_count = ${jsonencode(var.service.scaling.max_task_count)}: it must be a whole number from 1 to 5000 (tasks). Write a number in that range."],
      contains(["AVERAGE_CPU", "AVERAGE_MEMORY", "REQUEST_COUNT_PER_TARGET"], var.service.scaling.auto_scaling_metric) ? [] : ["service.scaling.auto_scaling_metric = ${jsonencode(var.service.scaling.auto_scaling_metric)}: it must be one of \"AVERAGE_CPU\", \"AVERAGE_MEMORY\", \"REQUEST_COUNT_PER_TARGET\". Write one of these."],
      floor(var.service.scaling.auto_scaling_target_value) == var.service.scaling.auto_scaling_target_value && var.service.scaling.auto_scaling_target_value >= 1 && var.service.scaling.auto_scaling_target_value <= 100000 ? [] : ["service.scaling.auto_scaling_target_value = ${jsonencode(var.service.scaling.auto_scaling_target_value)}: it must be a whole number from 1 to 100000. Write a number in that range."],
    )) == 0
    error_message = join("\n", concat(
      floor(var.service.port) == var.service.port && var.service.port >= 1 && var.service.port <= 65535 ? [] : ["service.port = ${jsonencode(var.service.port)}: it must be a whole number from 1 to 65535. Write the port the container listens on."],
      can(regex("^\\/[^\\s]*$", var.service.health_check_path)) ? [] : ["service.health_check_path = ${jsonencode(var.service.health_check_path)}: a health check path starts with `/` and holds no space. Write a path such as \"/healthz\"."],
      flatten([for k0, v0 in var.service.secrets : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", k0)) ? [] : ["service.secrets.${k0} = ${jsonencode(k0)}: the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`. Rename the variable."]]),
      floor(var.service.cpu) == var.service.cpu ? [] : ["service.cpu = ${jsonencode(var.service.cpu)}: it must be a whole number of CPU units. Write a number in that range."],
      floor(var.service.memory) == var.service.memory ? [] : ["service.memory = ${jsonencode(var.service.memory)}: it must be a whole number of MiB. Write a number in that range."],
      floor(var.service.scaling.min_task_count) == var.service.scaling.min_task_count && var.service.scaling.min_task_count >= 0 && var.service.scaling.min_task_count <= 5000 ? [] : ["service.scaling.min_task_count = ${jsonencode(var.service.scaling.min_task_count)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."],
      floor(var.service.scaling.max_task_count) == var.service.scaling.max_task_count && var.service.scaling.max_task_count >= 1 && var.service.scaling.max_task_count <= 5000 ? [] : ["service.scaling.max_task_count = ${jsonencode(var.service.scaling.max_task_count)}: it must be a whole number from 1 to 5000 (tasks). Write a number in that range."],
      contains(["AVERAGE_CPU", "AVERAGE_MEMORY", "REQUEST_COUNT_PER_TARGET"], var.service.scaling.auto_scaling_metric) ? [] : ["service.scaling.auto_scaling_metric = ${jsonencode(var.service.scaling.auto_scaling_metric)}: it must be one of \"AVERAGE_CPU\", \"AVERAGE_MEMORY\", \"REQUEST_COUNT_PER_TARGET\". Write one of these."],
      floor(var.service.scaling.auto_scaling_target_value) == var.service.scaling.auto_scaling_target_value && var.service.scaling.auto_scaling_target_value >= 1 && var.service.scaling.auto_scaling_target_value <= 100000 ? [] : ["service.scaling.auto_scaling_target_value = ${jsonencode(var.service.scaling.auto_scaling_target_value)}: it must be a whole number from 1 to 100000. Write a number in that range."],
    ))
  }

  validation {
    condition = length(concat(
      length(var.service.image) >= 1 ? [] : ["service.image = ${jsonencode(var.service.image)}: a service needs a container image. Write the image with its tag or digest."],
      var.service.repository_credentials == null ? [] : can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^\\s:]+$", var.service.repository_credentials.secret_arn)) ? [] : ["service.repository_credentials.secret_arn: credentials of a registry are named by the ARN of a Secrets Manager secret, with nothing behind it. Write the ARN."],
      var.service.repository_credentials == null ? [] : var.service.repository_credentials.kms_key_arn == null ? [] : length(var.service.repository_credentials.kms_key_arn) >= 1 ? [] : ["service.repository_credentials.kms_key_arn = ${jsonencode(var.service.repository_credentials.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."],
      flatten([for k0, v0 in var.service.secrets : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v0)) ? [] : ["service.secrets.${k0}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]]),
    )) == 0
    error_message = join("\n", concat(
      length(var.service.image) >= 1 ? [] : ["service.image = ${jsonencode(var.service.image)}: a service needs a container image. Write the image with its tag or digest."],
      var.service.repository_credentials == null ? [] : can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^\\s:]+$", var.service.repository_credentials.secret_arn)) ? [] : ["service.repository_credentials.secret_arn: credentials of a registry are named by the ARN of a Secrets Manager secret, with nothing behind it. Write the ARN."],
      var.service.repository_credentials == null ? [] : var.service.repository_credentials.kms_key_arn == null ? [] : length(var.service.repository_credentials.kms_key_arn) >= 1 ? [] : ["service.repository_credentials.kms_key_arn = ${jsonencode(var.service.repository_credentials.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."],
      flatten([for k0, v0 in var.service.secrets : can(regex("^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\\/)[^\\s]+$", v0)) ? [] : ["service.secrets.${k0}: a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name. Write the ARN."]]),
    ))
  }
}

variable "subnet_ids" {
  type        = list(string)
  description = "Public subnets make the load balancer internet-facing and give the tasks public addresses, private ones neither. In two zones or more."
  nullable    = false
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
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
