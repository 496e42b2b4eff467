variable "cluster_arn" {
  type        = string
  description = "The cluster."
  nullable    = false
}

variable "iam_role_path" {
  type        = string
  description = "The path of every role that is made."
  nullable    = false
  default     = "/"

  validation {
    condition = length(concat(
      can(regex("^\\/([!-.0-~]+\\/)*$", var.iam_role_path)) ? [] : ["iam_role_path = ${jsonencode(var.iam_role_path)}: a path begins and ends with a slash. Write a path such as \"/shop/\"."],
    )) == 0
    error_message = join("\n", concat(
      can(regex("^\\/([!-.0-~]+\\/)*$", var.iam_role_path)) ? [] : ["iam_role_path = ${jsonencode(var.iam_role_path)}: a path begins and ends with a slash. Write a path such as \"/shop/\"."],
    ))
  }
}

variable "log_kms_key_arn" {
  type        = string
  description = "A KMS key that encrypts every log group of the group. Its policy must let CloudWatch Logs of the region use it. Left out: CloudWatch Logs encrypts with a key of its own."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.log_kms_key_arn == null ? [] : length(var.log_kms_key_arn) >= 1 ? [] : ["log_kms_key_arn = ${jsonencode(var.log_kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."]),
    )) == 0
    error_message = join("\n", concat(
      (var.log_kms_key_arn == null ? [] : length(var.log_kms_key_arn) >= 1 ? [] : ["log_kms_key_arn = ${jsonencode(var.log_kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."]),
    ))
  }
}

variable "log_retention_in_days" {
  type        = number
  description = "How long logs are kept; 0 is for ever."
  nullable    = false
  default     = 30

  validation {
    condition = length(concat(
      contains([0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_in_days) ? [] : ["log_retention_in_days = ${jsonencode(var.log_retention_in_days)}: it must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653. Write one of these."],
    )) == 0
    error_message = join("\n", concat(
      contains([0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_in_days) ? [] : ["log_retention_in_days = ${jsonencode(var.log_retention_in_days)}: it must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653. Write one of these."],
    ))
  }
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

variable "permissions_boundary_arn" {
  type        = string
  description = "A permissions boundary for every role that is made. Left out: none."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.permissions_boundary_arn == null ? [] : length(var.permissions_boundary_arn) >= 1 ? [] : ["permissions_boundary_arn = ${jsonencode(var.permissions_boundary_arn)}: a policy is named by its ARN. Write the policy's ARN."]),
    )) == 0
    error_message = join("\n", concat(
      (var.permissions_boundary_arn == null ? [] : length(var.permissions_boundary_arn) >= 1 ? [] : ["permissions_boundary_arn = ${jsonencode(var.permissions_boundary_arn)}: a policy is named by its ARN. Write the policy's ARN."]),
    ))
  }
}

variable "services" {
  type = map(object({
    execution_role_arn = string
    log_group_name     = string
    memory             = optional(number, 1024)
    overlay = object({
      capacity_provider      = optional(string, "FARGATE")
      cpu_architecture       = optional(string)
      enable_execute_command = optional(bool, false)
      propagate_tags         = optional(string, "SERVICE")
      sidecars = optional(map(object({
        command            = optional(list(string), [])
        environment        = optional(map(string), {})
        essential          = optional(bool, false)
        image              = string
        memory_reservation = number
      })), {})
    })
    service_arn   = string
    task_role_arn = string
  }))
  description = "The services to change; without one nothing is made."
  nullable    = false

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.services : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", k0)) ? [] : ["services.${k0} = ${jsonencode(k0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
      flatten([for k0, v0 in var.services : floor(v0.memory) == v0.memory ? [] : ["services.${k0}.memory = ${jsonencode(v0.memory)}: it must be a whole number of MiB. Write a number in that range."]]),
      flatten([for k0, v0 in var.services : v0.overlay.cpu_architecture == null ? [] : contains(["X86_64", "ARM64"], v0.overlay.cpu_architecture) ? [] : ["services.${k0}.overlay.cpu_architecture = ${jsonencode(v0.overlay.cpu_architecture)}: it must be one of \"X86_64\", \"ARM64\". Write one of these."]]),
      flatten([for k0, v0 in var.services : contains(["FARGATE", "FARGATE_SPOT"], v0.overlay.capacity_provider) ? [] : ["services.${k0}.overlay.capacity_provider = ${jsonencode(v0.overlay.capacity_provider)}: it must be one of \"FARGATE\", \"FARGATE_SPOT\". Write one of these."]]),
      flatten([for k0, v0 in var.services : contains(["SERVICE", "TASK_DEFINITION", "NONE"], v0.overlay.propagate_tags) ? [] : ["services.${k0}.overlay.propagate_tags = ${jsonencode(v0.overlay.propagate_tags)}: it must be one of \"SERVICE\", \"TASK_DEFINITION\", \"NONE\". Write one of these."]]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.overlay.sidecars : can(regex("^[a-z][a-z0-9_-]{0,254}$", k1)) ? [] : ["services.${k0}.overlay.sidecars.${k1} = ${jsonencode(k1)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.overlay.sidecars : floor(v1.memory_reservation) == v1.memory_reservation && v1.memory_reservation >= 6 && v1.memory_reservation <= 8186 ? [] : ["services.${k0}.overlay.sidecars.${k1}.memory_reservation = ${jsonencode(v1.memory_reservation)}: it must be a whole number from 6 to 8186 (MiB). Write a number in that range."]])]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.services : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", k0)) ? [] : ["services.${k0} = ${jsonencode(k0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
      flatten([for k0, v0 in var.services : floor(v0.memory) == v0.memory ? [] : ["services.${k0}.memory = ${jsonencode(v0.memory)}: it must be a whole number of MiB. Write a number in that range."]]),
      flatten([for k0, v0 in var.services : v0.overlay.cpu_architecture == null ? [] : contains(["X86_64", "ARM64"], v0.overlay.cpu_architecture) ? [] : ["services.${k0}.overlay.cpu_architecture = ${jsonencode(v0.overlay.cpu_architecture)}: it must be one of \"X86_64\", \"ARM64\". Write one of these."]]),
      flatten([for k0, v0 in var.services : contains(["FARGATE", "FARGATE_SPOT"], v0.overlay.capacity_provider) ? [] : ["services.${k0}.overlay.capacity_provider = ${jsonencode(v0.overlay.capacity_provider)}: it must be one of \"FARGATE\", \"FARGATE_SPOT\". Write one of these."]]),
      flatten([for k0, v0 in var.services : contains(["SERVICE", "TASK_DEFINITION", "NONE"], v0.overlay.propagate_tags) ? [] : ["services.${k0}.overlay.propagate_tags = ${jsonencode(v0.overlay.propagate_tags)}: it must be one of \"SERVICE\", \"TASK_DEFINITION\", \"NONE\". Write one of these."]]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.overlay.sidecars : can(regex("^[a-z][a-z0-9_-]{0,254}$", k1)) ? [] : ["services.${k0}.overlay.sidecars.${k1} = ${jsonencode(k1)}: a container's name here is small letters, digits, `_` and `-`, starting with a letter, 255 at the most. Rename it."]])]),
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.overlay.sidecars : floor(v1.memory_reservation) == v1.memory_reservation && v1.memory_reservation >= 6 && v1.memory_reservation <= 8186 ? [] : ["services.${k0}.overlay.sidecars.${k1}.memory_reservation = ${jsonencode(v1.memory_reservation)}: it must be a whole number from 6 to 8186 (MiB). Write a number in that range."]])]),
    ))
  }

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.overlay.sidecars : length(v1.image) >= 1 ? [] : ["services.${k0}.overlay.sidecars.${k1}.image = ${jsonencode(v1.image)}: a sidecar needs a container image. Write the image with its tag or digest."]])]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.services : flatten([for k1, v1 in v0.overlay.sidecars : length(v1.image) >= 1 ? [] : ["services.${k0}.overlay.sidecars.${k1}.image = ${jsonencode(v1.image)}: a sidecar needs a container image. Write the image with its tag or digest."]])]),
    ))
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}
