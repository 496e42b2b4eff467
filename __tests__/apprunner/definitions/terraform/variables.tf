variable "stage" { default = "live" }
variable "in_vpc" {
  type    = bool
  default = true
}
variable "image_tag" { type = string }
variable "names" { default = {} }
variable "list" { default = [] }
variable "role" { default = "" }
