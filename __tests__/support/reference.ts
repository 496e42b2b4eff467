import { join } from "node:path";

const GROUND = join(__dirname, "..", "contract", "fixtures", "express-ground");

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
  accept_url_changes = true
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

/** Addresses of what belongs to one track. Everything else is shared, and a flip does not touch it. */
export const ONE_TRACK =
  /^module\.shop\.(terraform_data\.(cutover|url_track)|module\.(ecs\[|express\[|express_domain\.|express_load_balancer\.|service_connect_refresh\.|alb\.|alb_lockdown\.aws_vpc_security_group_(in|e)gress_rule\.|waf_allowlist\.aws_wafv2_web_acl_association\.))/;

/** The Express track alone on simple ground: services (name to image), their load balancer, the web ACL on it. */
export const expressTrack = (provider = 'provider "aws" {}'): string => `
${provider}
variable "services" { type = map(string) }
module "ground" { source = "${GROUND}" }
resource "aws_iam_role" "execution" {
  name = "execution"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })
}
module "express" {
  source                  = "\${modules}/express-service"
  for_each                = var.services
  name                    = each.key
  cluster_name            = module.ground.cluster_name
  service                 = { image = each.value, port = 8080 }
  subnet_ids              = module.ground.subnet_ids
  execution_role_arn      = aws_iam_role.execution.arn
  task_role_arn           = aws_iam_role.execution.arn
  infrastructure_role_arn = module.ground.infrastructure_role_arn
  log_group_name          = "/ecs/shop"
}
module "express_load_balancer" {
  source       = "\${modules}/express-load-balancer"
  cluster_name = module.ground.cluster_name
  service_arns = { for name, service in module.express : name => service.service_arn }
}
module "waf_allowlist" {
  source             = "\${modules}/waf-allowlist"
  name               = "shop"
  allowed_cidrs      = ["203.0.113.0/24"]
  load_balancer_arns = { express = module.express_load_balancer.load_balancer_arn }
}
output "load_balancer_arn" { value = module.express_load_balancer.load_balancer_arn }
`;
