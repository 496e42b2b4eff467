variable "cluster" {
  type = object({
    name = string
  })
  description = "An existing ECS cluster to run in. Its settings stay what they are; the capacity providers FARGATE and, for Spot, FARGATE_SPOT must be associated with it. Left out: one is made."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.cluster == null ? [] : length(var.cluster.name) >= 1 ? [] : ["cluster.name = ${jsonencode(var.cluster.name)}: a cluster is named by its name. Write the cluster's name."]),
    )) == 0
    error_message = join("\n", concat(
      (var.cluster == null ? [] : length(var.cluster.name) >= 1 ? [] : ["cluster.name = ${jsonencode(var.cluster.name)}: a cluster is named by its name. Write the cluster's name."]),
    ))
  }
}

variable "container_insights" {
  type        = string
  description = "CloudWatch Container Insights of the cluster, billed as custom metrics."
  nullable    = false
  default     = "disabled"

  validation {
    condition = length(concat(
      contains(["disabled", "enabled", "enhanced"], var.container_insights) ? [] : ["container_insights = ${jsonencode(var.container_insights)}: it must be one of \"disabled\", \"enabled\", \"enhanced\". Write one of these."],
    )) == 0
    error_message = join("\n", concat(
      contains(["disabled", "enabled", "enhanced"], var.container_insights) ? [] : ["container_insights = ${jsonencode(var.container_insights)}: it must be one of \"disabled\", \"enabled\", \"enhanced\". Write one of these."],
    ))
  }
}

variable "execute_command" {
  type = object({
    kms_key_arn = optional(string)
    logging     = optional(bool, false)
  })
  description = "The cluster's part in ECS Exec, for services with `enable_execute_command`."
  nullable    = false
  default     = {}

  validation {
    condition = length(concat(
      var.execute_command.kms_key_arn == null ? [] : length(var.execute_command.kms_key_arn) >= 1 ? [] : ["execute_command.kms_key_arn = ${jsonencode(var.execute_command.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."],
    )) == 0
    error_message = join("\n", concat(
      var.execute_command.kms_key_arn == null ? [] : length(var.execute_command.kms_key_arn) >= 1 ? [] : ["execute_command.kms_key_arn = ${jsonencode(var.execute_command.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."],
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

variable "service_connect_namespace" {
  type = object({
    arn = string
  })
  description = "An existing Cloud Map namespace for the names of Service Connect. Plain services call each other by them, so two groups in one namespace need different names for their services. Left out: an HTTP namespace is made."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.service_connect_namespace == null ? [] : length(var.service_connect_namespace.arn) >= 1 ? [] : ["service_connect_namespace.arn = ${jsonencode(var.service_connect_namespace.arn)}: a namespace is named by its ARN. Write the ARN."]),
    )) == 0
    error_message = join("\n", concat(
      (var.service_connect_namespace == null ? [] : length(var.service_connect_namespace.arn) >= 1 ? [] : ["service_connect_namespace.arn = ${jsonencode(var.service_connect_namespace.arn)}: a namespace is named by its ARN. Write the ARN."]),
    ))
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}
