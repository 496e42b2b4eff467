# A dashboard that calls an API; both public, both behind one allowlist.
name               = "shop"
mode               = "express"
allowed_cidrs      = ["203.0.113.0/24", "2001:db8::/32"]
accept_url_changes = true # or a domain: then a flip keeps the URLs
services = {
  dashboard = { image = "public.ecr.aws/nginx/nginx:1.29", port = 3000, health_check_path = "/healthz", connects_to = ["api"] }
  api       = { image = "public.ecr.aws/nginx/nginx:1.29", port = 8080, health_check_path = "/health" }
}
