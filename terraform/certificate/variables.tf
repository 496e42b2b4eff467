variable "domain" {
  type = object({
    certificate = optional(object({
      arn = string
    }))
    name = string
    zone = optional(object({
      id = string
    }))
  })
  description = "A domain for the public services: HTTPS, one host name for each service that is the same in both modes. Left out: plain HTTP on the track `ecs`, with a warning; Express Mode has HTTPS on a generated name."
  nullable    = true
  default     = null

  validation {
    condition = length(concat(
      (var.domain == null ? [] : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain.name)) ? [] : ["domain.name = ${jsonencode(var.domain.name)}: it is not a domain name in lower case. Write a name such as \"example.com\"."]),
    )) == 0
    error_message = join("\n", concat(
      (var.domain == null ? [] : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain.name)) ? [] : ["domain.name = ${jsonencode(var.domain.name)}: it is not a domain name in lower case. Write a name such as \"example.com\"."]),
    ))
  }

  validation {
    condition = length(concat(
      (var.domain == null ? [] : var.domain.zone == null ? [] : length(var.domain.zone.id) >= 1 ? [] : ["domain.zone.id = ${jsonencode(var.domain.zone.id)}: a zone is named by its id. Write the zone's id."]),
      (var.domain == null ? [] : var.domain.certificate == null ? [] : length(var.domain.certificate.arn) >= 1 ? [] : ["domain.certificate.arn = ${jsonencode(var.domain.certificate.arn)}: a certificate is named by its ARN. Write the certificate's ARN."]),
    )) == 0
    error_message = join("\n", concat(
      (var.domain == null ? [] : var.domain.zone == null ? [] : length(var.domain.zone.id) >= 1 ? [] : ["domain.zone.id = ${jsonencode(var.domain.zone.id)}: a zone is named by its id. Write the zone's id."]),
      (var.domain == null ? [] : var.domain.certificate == null ? [] : length(var.domain.certificate.arn) >= 1 ? [] : ["domain.certificate.arn = ${jsonencode(var.domain.certificate.arn)}: a certificate is named by its ARN. Write the certificate's ARN."]),
    ))
  }
}

variable "host_names" {
  type        = list(string)
  description = "The names to cover, known at plan; without one no certificate is made. Names outside the domain are left out: a made certificate could not be validated for them."
  nullable    = false
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  nullable    = false
  default     = {}
}
