variable "cluster_name" {
  type        = string
  description = "The cluster."
  nullable    = false
}

variable "express_load_balancer" {
  type = object({
    arn = string
  })
  description = "Express Mode's load balancer, for when AWS does not tell it. Left out: found from the service's own record."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.express_load_balancer == null ? [] : length(var.express_load_balancer.arn) >= 1 ? [] : ["express_load_balancer.arn = ${jsonencode(var.express_load_balancer.arn)}: a load balancer is named by its ARN. Write the ARN."]),
    )) == 0
    error_message = join("\n", concat(
      (var.express_load_balancer == null ? [] : length(var.express_load_balancer.arn) >= 1 ? [] : ["express_load_balancer.arn = ${jsonencode(var.express_load_balancer.arn)}: a load balancer is named by its ARN. Write the ARN."]),
    ))
  }
}

variable "internal_services" {
  type        = list(string)
  description = "Those of them that are in private subnets. Their load balancer is an internal one and carries no web ACL: they are looked at for changes from outside alone."
  nullable    = false
  default     = []
}

variable "overlaid_services" {
  type        = list(string)
  description = "Names of those that are changed on purpose, by an overlay; they are not compared with what Express Mode makes."
  nullable    = false
  default     = []
}

variable "service_arns" {
  type        = map(string)
  description = "The services on Express Mode, name to ARN. The ARN is what the service's resource gives: unknown until the service exists, and so read after it. The names are known at plan."
  nullable    = false
  default     = {}
}
