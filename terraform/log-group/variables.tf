variable "kms_key_arn" {
  type        = string
  description = "A KMS key that encrypts every log group of the group. Its policy must let CloudWatch Logs of the region use it. Left out: CloudWatch Logs encrypts with a key of its own."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.kms_key_arn == null ? [] : length(var.kms_key_arn) >= 1 ? [] : ["kms_key_arn = ${jsonencode(var.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."]),
    )) == 0
    error_message = join("\n", concat(
      (var.kms_key_arn == null ? [] : length(var.kms_key_arn) >= 1 ? [] : ["kms_key_arn = ${jsonencode(var.kms_key_arn)}: a KMS key is named by its ARN. Write the key's ARN."]),
    ))
  }
}

variable "names" {
  type        = map(string)
  description = "The log group of each service: service to name."
  nullable    = false
}

variable "retention_in_days" {
  type        = number
  description = "How long logs are kept; 0 is for ever."
  nullable    = false
  default     = 30

  validation {
    condition = length(concat(
      contains([0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.retention_in_days) ? [] : ["retention_in_days = ${jsonencode(var.retention_in_days)}: it must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653. Write one of these."],
    )) == 0
    error_message = join("\n", concat(
      contains([0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.retention_in_days) ? [] : ["retention_in_days = ${jsonencode(var.retention_in_days)}: it must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653. Write one of these."],
    ))
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}
