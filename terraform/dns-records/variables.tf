variable "host_names" {
  type        = map(string)
  description = "Full name to the service that has it, known at plan."
  nullable    = false
  default     = {}
}

variable "origins" {
  type = map(object({
    active = object({
      dns_name = string
      ipv6     = optional(bool, false)
      weight   = number
      zone_id  = string
    })
    other = optional(object({
      dns_name = string
      ipv6     = optional(bool, false)
      weight   = number
      zone_id  = string
    }))
    standby = optional(object({
      dns_name = string
      ipv6     = optional(bool, false)
      weight   = number
      zone_id  = string
    }))
  }))
  description = "Service to its origins; which ones there are is known at plan."
  nullable    = false
  default     = {}

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.origins : floor(v0.active.weight) == v0.active.weight ? [] : ["origins.${k0}.active.weight = ${jsonencode(v0.active.weight)}: it must be a whole number. Write a number in that range."]]),
      flatten([for k0, v0 in var.origins : v0.standby == null ? [] : floor(v0.standby.weight) == v0.standby.weight ? [] : ["origins.${k0}.standby.weight = ${jsonencode(v0.standby.weight)}: it must be a whole number. Write a number in that range."]]),
      flatten([for k0, v0 in var.origins : v0.other == null ? [] : floor(v0.other.weight) == v0.other.weight ? [] : ["origins.${k0}.other.weight = ${jsonencode(v0.other.weight)}: it must be a whole number. Write a number in that range."]]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.origins : floor(v0.active.weight) == v0.active.weight ? [] : ["origins.${k0}.active.weight = ${jsonencode(v0.active.weight)}: it must be a whole number. Write a number in that range."]]),
      flatten([for k0, v0 in var.origins : v0.standby == null ? [] : floor(v0.standby.weight) == v0.standby.weight ? [] : ["origins.${k0}.standby.weight = ${jsonencode(v0.standby.weight)}: it must be a whole number. Write a number in that range."]]),
      flatten([for k0, v0 in var.origins : v0.other == null ? [] : floor(v0.other.weight) == v0.other.weight ? [] : ["origins.${k0}.other.weight = ${jsonencode(v0.other.weight)}: it must be a whole number. Write a number in that range."]]),
    ))
  }
}

variable "zone" {
  type = object({
    id = string
  })
  description = "The Route 53 zone. Left out: no record is made."
  nullable    = true
  default     = null
}
