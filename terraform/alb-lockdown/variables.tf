variable "adopted_security_group" {
  type = object({
    id = string
  })
  description = "The security group of a load balancer that is somebody else's: the tasks admit it instead of ours, and it is left alone. Left out: the tasks admit ours."
  nullable    = true
  default     = null
}

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

variable "listener_ports" {
  type        = list(number)
  description = "The plain load balancer's ports; none closes its security group."
  nullable    = false
  default     = []

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.listener_ports : floor(v0) == v0 ? [] : ["listener_ports[${k0}] = ${jsonencode(v0)}: it must be a whole number. Write a number in that range."]]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.listener_ports : floor(v0) == v0 ? [] : ["listener_ports[${k0}] = ${jsonencode(v0)}: it must be a whole number. Write a number in that range."]]),
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

variable "network_acl" {
  type = object({
    ipv6                      = optional(bool, false)
    ports                     = list(number)
    subnet_ids                = list(string)
    vpc_cidr_block            = string
    vpc_ipv6_cidr_block       = optional(string)
    vpc_secondary_cidr_blocks = optional(list(string), [])
  })
  description = "The network ACL of the load balancer's subnets. Left out: the subnets keep the one they have."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.network_acl == null ? [] : flatten([for k0, v0 in var.network_acl.ports : floor(v0) == v0 ? [] : ["network_acl.ports[${k0}] = ${jsonencode(v0)}: it must be a whole number. Write a number in that range."]])),
    )) == 0
    error_message = join("\n", concat(
      (var.network_acl == null ? [] : flatten([for k0, v0 in var.network_acl.ports : floor(v0) == v0 ? [] : ["network_acl.ports[${k0}] = ${jsonencode(v0)}: it must be a whole number. Write a number in that range."]])),
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
    port              = number
    security_group_id = string
  }))
  description = "Services that the plain load balancer forwards to."
  nullable    = false
  default     = {}

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.targets : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", k0)) ? [] : ["targets.${k0} = ${jsonencode(k0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
      flatten([for k0, v0 in var.targets : floor(v0.port) == v0.port ? [] : ["targets.${k0}.port = ${jsonencode(v0.port)}: it must be a whole number. Write a number in that range."]]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.targets : can(regex("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", k0)) ? [] : ["targets.${k0} = ${jsonencode(k0)}: a service's name is a DNS label: 1 to 32 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen. Rename the service."]]),
      flatten([for k0, v0 in var.targets : floor(v0.port) == v0.port ? [] : ["targets.${k0}.port = ${jsonencode(v0.port)}: it must be a whole number. Write a number in that range."]]),
    ))
  }
}

variable "vpc_id" {
  type        = string
  description = "The VPC."
  nullable    = false
}
