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

variable "network" {
  type = object({
    availability_zones = optional(list(string), [])
    cidr_block         = optional(string, "10.0.0.0/16")
    kms_endpoint       = optional(bool, false)
    manage_network_acl = optional(bool, true)
    nat_gateway        = optional(string, "none")
    network_acl_rules  = optional(number, 20)
    vpc_endpoints      = optional(bool, false)
  })
  description = "The VPC to make. Ignored when `vpc` is given."
  nullable    = false
  default     = {}

  validation {
    condition = length(concat(
      can(regex("^([0-9]{1,3}\\.){3}[0-9]{1,3}\\/(1[6-9]|20)$", var.network.cidr_block)) ? [] : ["network.cidr_block = ${jsonencode(var.network.cidr_block)}: the VPC's range is an IPv4 block of /16 to /20. Write a block such as \"10.0.0.0/16\"."],
      contains(["none", "single", "per_az"], var.network.nat_gateway) ? [] : ["network.nat_gateway = ${jsonencode(var.network.nat_gateway)}: it must be one of \"none\", \"single\", \"per_az\". Write one of these."],
      floor(var.network.network_acl_rules) == var.network.network_acl_rules && var.network.network_acl_rules >= 20 && var.network.network_acl_rules <= 40 ? [] : ["network.network_acl_rules = ${jsonencode(var.network.network_acl_rules)}: it must be a whole number from 20 to 40. Write the quota that Service Quotas shows."],
    )) == 0
    error_message = join("\n", concat(
      can(regex("^([0-9]{1,3}\\.){3}[0-9]{1,3}\\/(1[6-9]|20)$", var.network.cidr_block)) ? [] : ["network.cidr_block = ${jsonencode(var.network.cidr_block)}: the VPC's range is an IPv4 block of /16 to /20. Write a block such as \"10.0.0.0/16\"."],
      contains(["none", "single", "per_az"], var.network.nat_gateway) ? [] : ["network.nat_gateway = ${jsonencode(var.network.nat_gateway)}: it must be one of \"none\", \"single\", \"per_az\". Write one of these."],
      floor(var.network.network_acl_rules) == var.network.network_acl_rules && var.network.network_acl_rules >= 20 && var.network.network_acl_rules <= 40 ? [] : ["network.network_acl_rules = ${jsonencode(var.network.network_acl_rules)}: it must be a whole number from 20 to 40. Write the quota that Service Quotas shows."],
    ))
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}

variable "vpc" {
  type = object({
    id                    = string
    ipv6                  = optional(bool, false)
    manage_network_acl    = optional(bool, false)
    private_subnet_ids    = optional(list(string), [])
    public_subnet_ids     = list(string)
    secondary_cidr_blocks = optional(list(string), [])
  })
  description = "An existing VPC to run in. Left out: a VPC is made as `network` says."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.vpc == null ? [] : length(var.vpc.public_subnet_ids) >= 2 ? [] : ["vpc.public_subnet_ids = ${jsonencode(var.vpc.public_subnet_ids)}: a load balancer needs subnets in two availability zones. List public subnets of two zones or more."]),
    )) == 0
    error_message = join("\n", concat(
      (var.vpc == null ? [] : length(var.vpc.public_subnet_ids) >= 2 ? [] : ["vpc.public_subnet_ids = ${jsonencode(var.vpc.public_subnet_ids)}: a load balancer needs subnets in two availability zones. List public subnets of two zones or more."]),
    ))
  }

  validation {
    condition = length(concat(
      (var.vpc == null ? [] : length(var.vpc.id) >= 1 ? [] : ["vpc.id = ${jsonencode(var.vpc.id)}: a VPC is named by its id. Write the VPC's id."]),
    )) == 0
    error_message = join("\n", concat(
      (var.vpc == null ? [] : length(var.vpc.id) >= 1 ? [] : ["vpc.id = ${jsonencode(var.vpc.id)}: a VPC is named by its id. Write the VPC's id."]),
    ))
  }
}
