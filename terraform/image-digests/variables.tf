variable "images" {
  type        = map(string)
  description = "Images with a tag in a private repository of ECR, by any name."
  nullable    = false
  default     = {}

  validation {
    condition = length(concat(
      flatten([for k0, v0 in var.images : can(regex("^([0-9]{12})[.]dkr[.-]ecr(?:-fips)?[.]([a-z0-9-]+)[.](?:amazonaws[.]com(?:[.]cn)?|on[.](?:aws|amazonwebservices[.]com[.]cn))\\/([a-z0-9][a-z0-9._/-]*):([A-Za-z0-9_][A-Za-z0-9_.-]{0,127})$", v0)) ? [] : ["images.${k0} = ${jsonencode(v0)}: it is no tag in a private repository of ECR. Write <account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>."]]),
    )) == 0
    error_message = join("\n", concat(
      flatten([for k0, v0 in var.images : can(regex("^([0-9]{12})[.]dkr[.-]ecr(?:-fips)?[.]([a-z0-9-]+)[.](?:amazonaws[.]com(?:[.]cn)?|on[.](?:aws|amazonwebservices[.]com[.]cn))\\/([a-z0-9][a-z0-9._/-]*):([A-Za-z0-9_][A-Za-z0-9_.-]{0,127})$", v0)) ? [] : ["images.${k0} = ${jsonencode(v0)}: it is no tag in a private repository of ECR. Write <account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>."]]),
    ))
  }
}
