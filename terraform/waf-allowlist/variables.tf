variable "allowed_cidrs" {
  type        = list(string)
  description = "CIDR blocks that may reach the load balancer, IPv4 and IPv6. \"0.0.0.0/0\" opens it to every IPv4 address, \"::/0\" to every IPv6 address."
  nullable    = false

  validation {
    condition = length(concat(
      length(var.allowed_cidrs) >= 1 ? [] : ["allowed_cidrs = ${jsonencode(var.allowed_cidrs)}: nobody could reach the services, and nothing is open that was not written down. List the blocks to admit, or \"0.0.0.0/0\" and \"::/0\" to admit everyone."],
    )) == 0
    error_message = join("\n", concat(
      length(var.allowed_cidrs) >= 1 ? [] : ["allowed_cidrs = ${jsonencode(var.allowed_cidrs)}: nobody could reach the services, and nothing is open that was not written down. List the blocks to admit, or \"0.0.0.0/0\" and \"::/0\" to admit everyone."],
    ))
  }
}

variable "load_balancer_arns" {
  type        = map(string)
  description = "The load balancers to protect, by a name that is known at plan, such as the track (express, ecs)."
  nullable    = false
  default     = {}
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

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}

variable "web_acl" {
  type = object({
    enabled             = optional(bool, true)
    logging             = optional(bool, false)
    managed_rule_groups = optional(list(string), [])
    rate_limit          = optional(number)
  })
  description = "What the web ACL does besides the allowlist."
  nullable    = false
  default     = {}

  validation {
    condition = length(concat(
      var.web_acl.rate_limit == null ? [] : floor(var.web_acl.rate_limit) == var.web_acl.rate_limit && var.web_acl.rate_limit >= 10 && var.web_acl.rate_limit <= 2000000000 ? [] : ["web_acl.rate_limit = ${jsonencode(var.web_acl.rate_limit)}: it must be a whole number from 10 to 2000000000 (requests). Write a number in that range."],
    )) == 0
    error_message = join("\n", concat(
      var.web_acl.rate_limit == null ? [] : floor(var.web_acl.rate_limit) == var.web_acl.rate_limit && var.web_acl.rate_limit >= 10 && var.web_acl.rate_limit <= 2000000000 ? [] : ["web_acl.rate_limit = ${jsonencode(var.web_acl.rate_limit)}: it must be a whole number from 10 to 2000000000 (requests). Write a number in that range."],
    ))
  }
}
