variable "cluster_name" {
  type        = string
  description = "The cluster, by name."
  nullable    = false
}

variable "services" {
  type        = map(string)
  description = "Service to its name in ECS, known at plan; it may not exist."
  nullable    = false
  default     = {}
}

variable "tag" {
  type = object({
    key   = string
    value = string
  })
  description = "A tag that the services carry: AWS lists only what is tagged."
  nullable    = false
}
