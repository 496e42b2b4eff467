# A dashboard, the API it calls and one allowlist. The word after "mode" decides where they run.
module "shop" {
  source             = "../../terraform/switchyard"
  name               = "shop"
  mode               = "express" # or "ecs"
  allowed_cidrs      = ["203.0.113.0/24", "2001:db8::/32"]
  accept_url_changes = true # or a domain: then a flip keeps the URLs
  services = {
    dashboard = {
      image             = "public.ecr.aws/nginx/nginx:1.29"
      port              = 3000
      health_check_path = "/healthz"
      connects_to       = ["api"] # API_URL, a private address in both modes
    }
    api = {
      image             = "public.ecr.aws/nginx/nginx:1.29"
      port              = 8080
      health_check_path = "/health"
    }
  }
}

output "urls" {
  value = module.shop.urls
}
