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

variable "name" {
  type        = string
  description = "The ECS service's name, and the stack's. Another one replaces both; whatever else replaces them needs another one."
  nullable    = false

  validation {
    condition = length(concat(
      can(regex("^[a-zA-Z][-a-zA-Z0-9]{0,127}$", var.name)) ? [] : ["name = ${jsonencode(var.name)}: the name of a stack is letters, digits and hyphens, starting with a letter, 128 at the most. Rename it."],
    )) == 0
    error_message = join("\n", concat(
      can(regex("^[a-zA-Z][-a-zA-Z0-9]{0,127}$", var.name)) ? [] : ["name = ${jsonencode(var.name)}: the name of a stack is letters, digits and hyphens, starting with a letter, 128 at the most. Rename it."],
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
    health_check_path = optional(string, "/")
    scaling = optional(object({
      auto_scaling_metric       = optional(string, "AVERAGE_CPU")
      auto_scaling_target_value = optional(number, 60)
      max_task_count            = optional(number, 20)
      min_task_count            = optional(number, 1)
    }), {})
  })
  description = "What of the service is not in its task definition."
  nullable    = false
  default     = {}

  validation {
    condition = length(concat(
      can(regex("^\\/[^\\s]*$", var.service.health_check_path)) ? [] : ["service.health_check_path = ${jsonencode(var.service.health_check_path)}: a health check path starts with `/` and holds no space. Write a path such as \"/healthz\"."],
      floor(var.service.scaling.min_task_count) == var.service.scaling.min_task_count && var.service.scaling.min_task_count >= 0 && var.service.scaling.min_task_count <= 5000 ? [] : ["service.scaling.min_task_count = ${jsonencode(var.service.scaling.min_task_count)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."],
      floor(var.service.scaling.max_task_count) == var.service.scaling.max_task_count && var.service.scaling.max_task_count >= 1 && var.service.scaling.max_task_count <= 5000 ? [] : ["service.scaling.max_task_count = ${jsonencode(var.service.scaling.max_task_count)}: it must be a whole number from 1 to 5000 (tasks). Write a number in that range."],
      contains(["AVERAGE_CPU", "AVERAGE_MEMORY", "REQUEST_COUNT_PER_TARGET"], var.service.scaling.auto_scaling_metric) ? [] : ["service.scaling.auto_scaling_metric = ${jsonencode(var.service.scaling.auto_scaling_metric)}: it must be one of \"AVERAGE_CPU\", \"AVERAGE_MEMORY\", \"REQUEST_COUNT_PER_TARGET\". Write one of these."],
      floor(var.service.scaling.auto_scaling_target_value) == var.service.scaling.auto_scaling_target_value && var.service.scaling.auto_scaling_target_value >= 1 && var.service.scaling.auto_scaling_target_value <= 100000 ? [] : ["service.scaling.auto_scaling_target_value = ${jsonencode(var.service.scaling.auto_scaling_target_value)}: it must be a whole number from 1 to 100000. Write a number in that range."],
    )) == 0
    error_message = join("\n", concat(
      can(regex("^\\/[^\\s]*$", var.service.health_check_path)) ? [] : ["service.health_check_path = ${jsonencode(var.service.health_check_path)}: a health check path starts with `/` and holds no space. Write a path such as \"/healthz\"."],
      floor(var.service.scaling.min_task_count) == var.service.scaling.min_task_count && var.service.scaling.min_task_count >= 0 && var.service.scaling.min_task_count <= 5000 ? [] : ["service.scaling.min_task_count = ${jsonencode(var.service.scaling.min_task_count)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."],
      floor(var.service.scaling.max_task_count) == var.service.scaling.max_task_count && var.service.scaling.max_task_count >= 1 && var.service.scaling.max_task_count <= 5000 ? [] : ["service.scaling.max_task_count = ${jsonencode(var.service.scaling.max_task_count)}: it must be a whole number from 1 to 5000 (tasks). Write a number in that range."],
      contains(["AVERAGE_CPU", "AVERAGE_MEMORY", "REQUEST_COUNT_PER_TARGET"], var.service.scaling.auto_scaling_metric) ? [] : ["service.scaling.auto_scaling_metric = ${jsonencode(var.service.scaling.auto_scaling_metric)}: it must be one of \"AVERAGE_CPU\", \"AVERAGE_MEMORY\", \"REQUEST_COUNT_PER_TARGET\". Write one of these."],
      floor(var.service.scaling.auto_scaling_target_value) == var.service.scaling.auto_scaling_target_value && var.service.scaling.auto_scaling_target_value >= 1 && var.service.scaling.auto_scaling_target_value <= 100000 ? [] : ["service.scaling.auto_scaling_target_value = ${jsonencode(var.service.scaling.auto_scaling_target_value)}: it must be a whole number from 1 to 100000. Write a number in that range."],
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
  description = "Tags of the stack and the service. What the service is made with, it keeps."
  nullable    = false
  default     = {}
}

variable "task_definition_arn" {
  type        = string
  description = "For FARGATE, with a container `Main` that has one TCP port, and a name for it. Its revision before must still be ACTIVE when a deployment fails."
  nullable    = false
}
