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

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}

variable "targets" {
  type = map(object({
    callers      = list(string)
    service_name = string
  }))
  description = "Names of Service Connect and who calls them; without one nothing is made."
  nullable    = false

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.targets : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", k0)) ? [] : ["targets.${k0} = ${jsonencode(k0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.targets : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", k0)) ? [] : ["targets.${k0} = ${jsonencode(k0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
    ))
  }
}
