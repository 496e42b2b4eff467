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
  type        = list(string)
  description = "The services' names."
  nullable    = false

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.services : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", v0)) ? [] : ["services[${k0}] = ${jsonencode(v0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.services : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", v0)) ? [] : ["services[${k0}] = ${jsonencode(v0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
    ))
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}

variable "vpc_id" {
  type        = string
  description = "The VPC."
  nullable    = false
}
