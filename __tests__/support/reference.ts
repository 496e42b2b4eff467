/** The reference input: a dashboard that calls an API, both public behind one allowlist, in zones that need no look-up. */
export const referenceRoot = (mode = "express", extra = ""): string => `
provider "aws" {}
variable "mode" { default = "${mode}" }
variable "image" { default = "public.ecr.aws/nginx/nginx:1.29" }
module "shop" {
  source        = "\${modules}/switchyard"
  name          = "shop"
  mode          = var.mode
  allowed_cidrs = ["203.0.113.0/24", "2001:db8::/32"]
  network       = { availability_zones = ["us-east-1a", "us-east-1b"] }
  services = {
    dashboard = { image = var.image, port = 3000, health_check_path = "/healthz", connects_to = ["api"] }
    api       = { image = var.image, port = 8080, health_check_path = "/health" }
  }
  ${extra}
}
output "urls" { value = module.shop.urls }
output "load_balancer_arns" { value = module.shop.load_balancer_arns }
`;
