provider "aws" {}

variables {
  name              = "shop"
  vpc_id            = "vpc-1"
  subnet_ids        = ["subnet-1", "subnet-2"]
  security_group_id = "sg-1"
  services = {
    api = { port = 8080, health_check_path = "/health" }
    web = { port = 3000, listener_port = 80 }
  }
}

run "has_no_load_balancer_without_a_service" {
  command = plan
  variables {
    services = {}
  }

  assert {
    condition     = length(aws_lb.this) == 0 && length(aws_lb_target_group.this) == 0 && length(aws_lb_listener.http) == 0 && length(aws_lb_listener.https) == 0 && length(aws_lb_listener.redirect) == 0
    error_message = "what nobody uses is not paid for"
  }
  assert {
    condition     = output.load_balancer_arn == null && output.load_balancer_dns_name == null && length(output.urls) == 0 && length(output.target_groups) == 0
    error_message = "the outputs say so"
  }
}

run "has_none_with_a_domain_either" {
  command = plan
  variables {
    services = {}
    domain   = { name = "example.com", zone = { id = "Z1" } }
  }

  assert {
    condition     = length(aws_lb.this) == 0 && length(aws_lb_listener.https) == 0 && length(aws_lb_listener.redirect) == 0 && length(aws_acm_certificate.this) == 0 && length(aws_acm_certificate_validation.this) == 0 && length(aws_route53_record.validation) == 0
    error_message = "nor a certificate"
  }
}

run "gives_each_service_a_port_without_a_domain" {
  command = plan

  assert {
    condition     = { for name, listener in aws_lb_listener.http : name => [listener.port, listener.protocol, listener.default_action[0].type] } == { api = [8080, "HTTP", "forward"], web = [80, "HTTP", "forward"] }
    error_message = "the listener port, by default the container's"
  }
  assert {
    condition     = length(aws_lb_listener.https) == 0 && length(aws_lb_listener.redirect) == 0 && length(aws_lb_listener_rule.host) == 0
    error_message = "no HTTPS without a certificate for it"
  }
  assert {
    condition     = length(aws_acm_certificate.this) == 0 && length(aws_route53_record.validation) == 0 && length(aws_route53_record.a) == 0 && length(aws_route53_record.aaaa) == 0
    error_message = "no certificate and no record"
  }
  assert {
    condition     = { for name, group in aws_lb_target_group.this : name => [group.port, group.protocol, group.target_type, group.health_check[0].path, group.health_check[0].matcher] } == { api = [8080, "HTTP", "ip", "/health", "200"], web = [3000, "HTTP", "ip", "/", "200"] }
    error_message = "health is asked of the container's port, and only a 200 is well"
  }
  assert {
    condition     = aws_lb.this[0].drop_invalid_header_fields && aws_lb.this[0].desync_mitigation_mode == "defensive" && aws_lb.this[0].idle_timeout == 60 && !aws_lb.this[0].enable_deletion_protection && aws_lb.this[0].ip_address_type == "ipv4"
    error_message = "the load balancer's settings are written out"
  }
  expect_failures = [check.load_balancer_speaks_https]
}

run "speaks_https_and_redirects_to_it_with_a_domain" {
  command = plan
  variables {
    ipv6   = true
    domain = { name = "example.com", zone = { id = "Z1" } }
  }

  assert {
    condition     = aws_lb_listener.https[0].port == 443 && aws_lb_listener.https[0].protocol == "HTTPS" && startswith(aws_lb_listener.https[0].ssl_policy, "ELBSecurityPolicy-TLS13-1-2-")
    error_message = "TLS 1.2 and 1.3 and nothing older"
  }
  assert {
    condition     = aws_lb_listener.https[0].default_action[0].type == "fixed-response" && aws_lb_listener.https[0].default_action[0].fixed_response[0].status_code == "404"
    error_message = "who asks for no service's name gets none"
  }
  assert {
    condition     = aws_lb_listener.redirect[0].port == 80 && [for action in aws_lb_listener.redirect[0].default_action : [action.type, action.redirect[0].protocol, action.redirect[0].port, action.redirect[0].status_code]] == [["redirect", "HTTPS", "443", "HTTP_301"]]
    error_message = "plain HTTP only points to HTTPS"
  }
  assert {
    condition     = length(aws_lb_listener.http) == 0
    error_message = "no service has a port of plain HTTP"
  }
  assert {
    condition     = { for name, rule in aws_lb_listener_rule.host : name => tolist(flatten([for c in rule.condition : [for h in c.host_header : h.values]]))[0] } == { api = "api.example.com", web = "web.example.com" }
    error_message = "each service has a host name"
  }
  assert {
    condition     = { for name, rule in aws_lb_listener_rule.host : name => rule.priority } == { api = 33699, web = 6372 }
    error_message = "a priority comes from the service's name alone; these numbers are part of the contract"
  }
  assert {
    condition     = aws_acm_certificate.this[0].domain_name == "*.example.com" && aws_acm_certificate.this[0].validation_method == "DNS" && aws_route53_record.validation[0].zone_id == "Z1"
    error_message = "one certificate for every name, validated in the zone"
  }
  assert {
    condition     = { for name, record in aws_route53_record.a : name => record.name } == { api = "api.example.com", web = "web.example.com" } && { for name, record in aws_route53_record.aaaa : name => record.name } == { api = "api.example.com", web = "web.example.com" }
    error_message = "with a record in each family"
  }
  assert {
    condition     = output.urls == { api = "https://api.example.com", web = "https://web.example.com" }
    error_message = "the URLs are known at plan"
  }
  assert {
    condition     = aws_lb.this[0].ip_address_type == "dualstack"
    error_message = "and the load balancer answers in both"
  }
}

run "uses_the_given_certificate_and_priority" {
  command = plan
  variables {
    domain   = { name = "example.com", certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" } }
    services = { api = { port = 8080, listener_rule_priority = 7 } }
  }

  assert {
    condition     = aws_lb_listener.https[0].certificate_arn == "arn:aws:acm:us-east-1:123456789012:certificate/1" && length(aws_acm_certificate.this) == 0 && length(aws_acm_certificate_validation.this) == 0 && length(aws_route53_record.validation) == 0
    error_message = "none is made beside it"
  }
  assert {
    condition     = aws_lb_listener_rule.host["api"].priority == 7
    error_message = "a pinned priority is kept"
  }
  assert {
    condition     = length(aws_route53_record.a) == 0 && length(aws_route53_record.aaaa) == 0
    error_message = "without a zone there is no record to make"
  }
}

run "writes_no_ipv6_record_for_a_load_balancer_without_ipv6" {
  command = plan
  variables {
    domain = { name = "example.com", zone = { id = "Z1" }, certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" } }
  }

  assert {
    condition     = length(aws_route53_record.a) == 2 && length(aws_route53_record.aaaa) == 0
    error_message = "an AAAA record would point at nothing"
  }
}

run "names_target_groups_apart_within_32_characters" {
  command = plan
  variables {
    name = "a-group-with-a-name-of-thirty-32"
    services = {
      a-service-with-a-name-of-thirty2 = { port = 8080 }
      a-service-with-a-name-of-thirty3 = { port = 8081 }
    }
    domain = { name = "example.com", certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" } }
  }

  assert {
    condition     = length(distinct([for group in aws_lb_target_group.this : group.name])) == 2 && alltrue([for group in aws_lb_target_group.this : can(regex("^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$", group.name)) && length(group.name) <= 32])
    error_message = "names that are alike after shortening are still different, and none begins or ends with a hyphen"
  }
}

run "found" {
  module {
    source = "../fixtures/vpc"
  }
}

run "gives_target_groups_that_a_listener_forwards_to" {
  variables {
    vpc_id            = run.found.vpc_id
    subnet_ids        = run.found.public_subnet_ids
    security_group_id = run.found.security_group_id
    load_balancer     = { idle_timeout = 120 }
    tags              = { team = "shop" }
  }

  assert {
    condition     = { for name, listener in aws_lb_listener.http : name => listener.default_action[0].target_group_arn } == { for name, group in output.target_groups : name => group.target_group_arn }
    error_message = "each listener forwards to its service"
  }
  assert {
    condition     = alltrue([for group in output.target_groups : can(regex("^app/shop/[^/]+/targetgroup/[^/]+/[^/]+$", group.resource_label))])
    error_message = "the label is what scaling by requests takes"
  }
  assert {
    condition     = output.urls == { api = "http://${aws_lb.this[0].dns_name}:8080", web = "http://${aws_lb.this[0].dns_name}:80" }
    error_message = "the URLs are the load balancer's own name"
  }
  assert {
    condition     = aws_lb.this[0].idle_timeout == 120 && aws_lb.this[0].security_groups == toset([var.security_group_id]) && alltrue([for tagged in concat([aws_lb.this[0]], values(aws_lb_target_group.this), values(aws_lb_listener.http)) : tagged.tags.team == "shop"])
    error_message = "settings, security group and tags are the given ones"
  }
  expect_failures = [check.load_balancer_speaks_https]
}

run "refuses_a_domain_that_is_no_domain_name" {
  command = plan
  variables {
    domain = { name = "Example", zone = { id = "Z1" } }
  }
  expect_failures = [var.domain]
}
