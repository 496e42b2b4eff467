variable "alarms" {
  type = object({
    cpu_percent          = optional(number, 85)
    error_percent        = optional(number, 5)
    latency_milliseconds = optional(number, 1000)
    memory_percent       = optional(number, 85)
    metrics              = optional(list(string), ["running-tasks","unhealthy-hosts","5xx","latency","cpu","memory"])
    minutes              = optional(number, 5)
    sns_topic_arns       = optional(list(string), [])
  })
  description = "CloudWatch alarms for each service, named `<group>-<service>-<metric>` in both modes. `{}` makes all six. 1.10 USD a month for a public service, 0.30 for one without a load balancer. Left out: no alarm."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.alarms == null ? [] : flatten([for k0, v0 in var.alarms.metrics : contains(["running-tasks", "unhealthy-hosts", "5xx", "latency", "cpu", "memory"], v0) ? [] : ["alarms.metrics[${k0}] = ${jsonencode(v0)}: it must be one of \"running-tasks\", \"unhealthy-hosts\", \"5xx\", \"latency\", \"cpu\", \"memory\". Write one of these."]])),
      (var.alarms == null ? [] : floor(var.alarms.minutes) == var.alarms.minutes && var.alarms.minutes >= 1 && var.alarms.minutes <= 1440 ? [] : ["alarms.minutes = ${jsonencode(var.alarms.minutes)}: it must be a whole number from 1 to 1440 (minutes). Write a number in that range."]),
      (var.alarms == null ? [] : floor(var.alarms.error_percent) == var.alarms.error_percent && var.alarms.error_percent >= 1 && var.alarms.error_percent <= 100 ? [] : ["alarms.error_percent = ${jsonencode(var.alarms.error_percent)}: it must be a whole number from 1 to 100 (percent). Write a number in that range."]),
      (var.alarms == null ? [] : floor(var.alarms.latency_milliseconds) == var.alarms.latency_milliseconds && var.alarms.latency_milliseconds >= 1 && var.alarms.latency_milliseconds <= 3600000 ? [] : ["alarms.latency_milliseconds = ${jsonencode(var.alarms.latency_milliseconds)}: it must be a whole number from 1 to 3600000 (milliseconds). Write a number in that range."]),
      (var.alarms == null ? [] : floor(var.alarms.cpu_percent) == var.alarms.cpu_percent && var.alarms.cpu_percent >= 1 && var.alarms.cpu_percent <= 100 ? [] : ["alarms.cpu_percent = ${jsonencode(var.alarms.cpu_percent)}: it must be a whole number from 1 to 100 (percent). Write a number in that range."]),
      (var.alarms == null ? [] : floor(var.alarms.memory_percent) == var.alarms.memory_percent && var.alarms.memory_percent >= 1 && var.alarms.memory_percent <= 100 ? [] : ["alarms.memory_percent = ${jsonencode(var.alarms.memory_percent)}: it must be a whole number from 1 to 100 (percent). Write a number in that range."]),
    )) == 0
    error_message = join("\n", concat(
      (var.alarms == null ? [] : flatten([for k0, v0 in var.alarms.metrics : contains(["running-tasks", "unhealthy-hosts", "5xx", "latency", "cpu", "memory"], v0) ? [] : ["alarms.metrics[${k0}] = ${jsonencode(v0)}: it must be one of \"running-tasks\", \"unhealthy-hosts\", \"5xx\", \"latency\", \"cpu\", \"memory\". Write one of these."]])),
      (var.alarms == null ? [] : floor(var.alarms.minutes) == var.alarms.minutes && var.alarms.minutes >= 1 && var.alarms.minutes <= 1440 ? [] : ["alarms.minutes = ${jsonencode(var.alarms.minutes)}: it must be a whole number from 1 to 1440 (minutes). Write a number in that range."]),
      (var.alarms == null ? [] : floor(var.alarms.error_percent) == var.alarms.error_percent && var.alarms.error_percent >= 1 && var.alarms.error_percent <= 100 ? [] : ["alarms.error_percent = ${jsonencode(var.alarms.error_percent)}: it must be a whole number from 1 to 100 (percent). Write a number in that range."]),
      (var.alarms == null ? [] : floor(var.alarms.latency_milliseconds) == var.alarms.latency_milliseconds && var.alarms.latency_milliseconds >= 1 && var.alarms.latency_milliseconds <= 3600000 ? [] : ["alarms.latency_milliseconds = ${jsonencode(var.alarms.latency_milliseconds)}: it must be a whole number from 1 to 3600000 (milliseconds). Write a number in that range."]),
      (var.alarms == null ? [] : floor(var.alarms.cpu_percent) == var.alarms.cpu_percent && var.alarms.cpu_percent >= 1 && var.alarms.cpu_percent <= 100 ? [] : ["alarms.cpu_percent = ${jsonencode(var.alarms.cpu_percent)}: it must be a whole number from 1 to 100 (percent). Write a number in that range."]),
      (var.alarms == null ? [] : floor(var.alarms.memory_percent) == var.alarms.memory_percent && var.alarms.memory_percent >= 1 && var.alarms.memory_percent <= 100 ? [] : ["alarms.memory_percent = ${jsonencode(var.alarms.memory_percent)}: it must be a whole number from 1 to 100 (percent). Write a number in that range."]),
    ))
  }

  validation {
    condition = length(concat(
      (var.alarms == null ? [] : flatten([for k0, v0 in var.alarms.sns_topic_arns : length(v0) >= 1 ? [] : ["alarms.sns_topic_arns[${k0}] = ${jsonencode(v0)}: a topic is named by its ARN. Write the topic's ARN."]])),
    )) == 0
    error_message = join("\n", concat(
      (var.alarms == null ? [] : flatten([for k0, v0 in var.alarms.sns_topic_arns : length(v0) >= 1 ? [] : ["alarms.sns_topic_arns[${k0}] = ${jsonencode(v0)}: a topic is named by its ARN. Write the topic's ARN."]])),
    ))
  }
}

variable "cluster_name" {
  type        = string
  description = "The cluster, by name."
  nullable    = false
}

variable "name" {
  type        = string
  description = "The name of the group of services; it begins the name of what is made for it."
  nullable    = false

  validation {
    condition = length(concat(
      can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", var.name)) ? [] : ["name = ${jsonencode(var.name)}: the name is also the load balancer's: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Shorten or rename it."],
    )) == 0
    error_message = join("\n", concat(
      can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", var.name)) ? [] : ["name = ${jsonencode(var.name)}: the name is also the load balancer's: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Shorten or rename it."],
    ))
  }
}

variable "services" {
  type = map(object({
    load_balancer = optional(object({
      arn               = string
      target_group_arns = list(string)
    }))
    min_task_count = optional(number, 1)
    service_name   = string
  }))
  description = "Where the metrics of each service are found."
  nullable    = false

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.services : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", k0)) ? [] : ["services.${k0} = ${jsonencode(k0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
      flatten([for k0, v0 in var.services : floor(v0.min_task_count) == v0.min_task_count && v0.min_task_count >= 0 && v0.min_task_count <= 5000 ? [] : ["services.${k0}.min_task_count = ${jsonencode(v0.min_task_count)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."]]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.services : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", k0)) ? [] : ["services.${k0} = ${jsonencode(k0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
      flatten([for k0, v0 in var.services : floor(v0.min_task_count) == v0.min_task_count && v0.min_task_count >= 0 && v0.min_task_count <= 5000 ? [] : ["services.${k0}.min_task_count = ${jsonencode(v0.min_task_count)}: it must be a whole number from 0 to 5000 (tasks). Write a number in that range."]]),
    ))
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}
