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
    condition     = length(aws_lb.this) == 0 && length(aws_lb_target_group.this) + length(aws_lb_target_group.alternate) == 0 && length(aws_lb_listener_rule.this) == 0 && length(aws_lb_listener.http) == 0 && length(aws_lb_listener.https) == 0 && length(aws_lb_listener.redirect) == 0
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
    condition     = { for port, listener in aws_lb_listener.http : port => [listener.port, listener.protocol, listener.default_action[0].type] } == { "8080" = [8080, "HTTP", "fixed-response"], "80" = [80, "HTTP", "fixed-response"] }
    error_message = "the listener port, by default the container's"
  }
  assert {
    condition     = { for name, rule in aws_lb_listener_rule.this : name => tolist(flatten([for c in rule.condition : [for p in c.path_pattern : p.values]])) } == { api = tolist(["/*"]), web = tolist(["/*"]) }
    error_message = "everything on the port goes to its service"
  }
  assert {
    condition     = length(aws_lb_listener.https) == 0 && length(aws_lb_listener.redirect) == 0 && length(flatten([for rule in aws_lb_listener_rule.this : [for c in rule.condition : c.host_header]])) == 0
    error_message = "no HTTPS without a certificate for it"
  }
  assert {
    condition     = length(aws_acm_certificate.this) == 0 && length(aws_route53_record.validation) == 0 && length(aws_route53_record.a) == 0 && length(aws_route53_record.aaaa) == 0
    error_message = "no certificate and no record"
  }
  assert {
    condition     = { for name, group in aws_lb_target_group.this : name => [group.port, group.protocol, group.target_type, group.health_check[0].path, group.health_check[0].matcher] } == { api = [80, "HTTP", "ip", "/health", "200"], web = [80, "HTTP", "ip", "/", "200"] }
    error_message = "health is asked of each task's own port, only a 200 is well, and no port of a service is the target group's, which could not change it"
  }
  assert {
    condition     = alltrue([for name, group in aws_lb_target_group.this : group.health_check == aws_lb_target_group.alternate[name].health_check && group.deregistration_delay == aws_lb_target_group.alternate[name].deregistration_delay && group.name != aws_lb_target_group.alternate[name].name])
    error_message = "a deployment that shifts traffic finds the same settings in the other target group"
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
    condition     = { for name, rule in aws_lb_listener_rule.this : name => tolist(flatten([for c in rule.condition : [for h in c.host_header : h.values]]))[0] } == { api = "api.example.com", web = "web.example.com" }
    error_message = "each service has a host name"
  }
  assert {
    condition     = { for name, rule in aws_lb_listener_rule.this : name => rule.priority } == { api = 33699, web = 6372 }
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
    condition     = aws_lb_listener_rule.this["api"].priority == 7
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
    condition     = length(distinct(concat([for group in aws_lb_target_group.this : group.name], [for group in aws_lb_target_group.alternate : group.name]))) == 4 && alltrue([for group in concat(values(aws_lb_target_group.this), values(aws_lb_target_group.alternate)) : can(regex("^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$", group.name)) && length(group.name) <= 32])
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
    condition     = { for name, rule in aws_lb_listener_rule.this : name => { for group in rule.action[0].forward[0].target_group : group.arn => group.weight } } == { for name, group in output.target_groups : name => { (group.target_group_arn) = 100, (group.alternate_target_group_arn) = 0 } }
    error_message = "each rule forwards everything to its service's first target group and nothing to the other"
  }
  assert {
    condition     = { for name, group in output.target_groups : name => group.production_listener_rule_arn } == { for name, rule in aws_lb_listener_rule.this : name => rule.arn } && alltrue([for group in output.target_groups : group.test_listener_rule_arn == null])
    error_message = "and is given to ECS, which moves the weights"
  }
  assert {
    condition     = { for name, rule in aws_lb_listener_rule.this : name => rule.listener_arn } == { api = aws_lb_listener.http["8080"].arn, web = aws_lb_listener.http["80"].arn }
    error_message = "it is on the service's port"
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
    condition     = aws_lb.this[0].idle_timeout == 120 && aws_lb.this[0].security_groups == toset([var.security_group_id]) && alltrue([for tagged in concat([aws_lb.this[0]], values(aws_lb_target_group.this), values(aws_lb_target_group.alternate), values(aws_lb_listener.http), values(aws_lb_listener_rule.this)) : tagged.tags.team == "shop"])
    error_message = "settings, security group and tags are the given ones"
  }
  expect_failures = [check.load_balancer_speaks_https]
}

run "forwards_as_before_and_keeps_its_target_groups_when_the_ports_change" {
  variables {
    vpc_id            = run.found.vpc_id
    subnet_ids        = run.found.public_subnet_ids
    security_group_id = run.found.security_group_id
    load_balancer     = { idle_timeout = 120 }
    tags              = { team = "shop" }
    services = {
      api = { port = 8081, health_check_path = "/health", listener_port = 8080 }
      web = { port = 3001, listener_port = 81 }
    }
  }

  assert {
    condition     = output.target_groups.api == run.gives_target_groups_that_a_listener_forwards_to.target_groups.api
    error_message = "a service holds on to its target groups and its rule"
  }
  assert {
    condition     = output.target_groups.web.target_group_arn == run.gives_target_groups_that_a_listener_forwards_to.target_groups.web.target_group_arn && aws_lb_listener_rule.this["web"].listener_arn == aws_lb_listener.http["81"].arn
    error_message = "only another port of the load balancer makes another rule"
  }
  expect_failures = [check.load_balancer_speaks_https]
}

run "has_a_test_listener_where_a_deployment_asks_for_one" {
  variables {
    vpc_id            = run.found.vpc_id
    subnet_ids        = run.found.public_subnet_ids
    security_group_id = run.found.security_group_id
    services = {
      api = { port = 8080, deployment_configuration = { test_listener_port = 9443 } }
      web = { port = 3000 }
    }
  }

  assert {
    condition     = { for port, listener in aws_lb_listener.test : port => [listener.port, listener.protocol, listener.default_action[0].type] } == { "9443" = [9443, "HTTP", "fixed-response"] }
    error_message = "plain HTTP without a domain"
  }
  assert {
    condition     = output.target_groups.api.test_listener_rule_arn == aws_lb_listener_rule.test["api"].arn && output.target_groups.web.test_listener_rule_arn == null && keys(aws_lb_listener_rule.test) == ["api"]
    error_message = "for the service that asked, and no other"
  }
  assert {
    condition     = { for group in aws_lb_listener_rule.test["api"].action[0].forward[0].target_group : group.arn => group.weight } == { (output.target_groups.api.target_group_arn) = 100, (output.target_groups.api.alternate_target_group_arn) = 0 }
    error_message = "its rule holds both target groups too"
  }
  expect_failures = [check.load_balancer_speaks_https]
}

run "tests_over_https_under_the_same_names_with_a_domain" {
  command = plan
  variables {
    domain   = { name = "example.com", certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" } }
    services = { api = { port = 8080, deployment_configuration = { test_listener_port = 9443 } }, web = { port = 80, deployment_configuration = { test_listener_port = 9443 } } }
  }

  assert {
    condition     = { for port, listener in aws_lb_listener.test : port => [listener.protocol, listener.ssl_policy, listener.certificate_arn] } == { "9443" = ["HTTPS", aws_lb_listener.https[0].ssl_policy, aws_lb_listener.https[0].certificate_arn] }
    error_message = "with the same certificate and policy, one listener for both"
  }
  assert {
    condition     = { for name, rule in aws_lb_listener_rule.test : name => tolist(flatten([for c in rule.condition : [for h in c.host_header : h.values]]))[0] } == { api = "api.example.com", web = "web.example.com" }
    error_message = "told apart by their names"
  }
}

run "refuses_a_domain_that_is_no_domain_name" {
  command = plan
  variables {
    domain = { name = "Example", zone = { id = "Z1" } }
  }
  expect_failures = [var.domain]
}
