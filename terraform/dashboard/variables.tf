variable "alarm_arns" {
  type        = list(string)
  description = "Alarms whose state is shown."
  nullable    = false
  default     = []
}

variable "cluster_name" {
  type        = string
  description = "The cluster, by name."
  nullable    = false
}

variable "enabled" {
  type        = bool
  description = "Whether to make it."
  nullable    = false
  default     = true
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

variable "web_acl_metric_name" {
  type        = string
  description = "The web ACL, by the name of its metrics. Left out: it is not shown."
  nullable    = true
  default     = null
}
