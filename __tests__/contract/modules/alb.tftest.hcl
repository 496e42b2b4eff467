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
    condition     = length(aws_lb.this) == 0 && length(aws_lb_target_group.this) + length(aws_lb_target_group.alternate) == 0 && length(aws_lb_listener_rule.this) == 0 && length(aws_lb_listener.http) == 0 && length(aws_lb_listener.https) == 0
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
    services      = {}
    domain        = { name = "example.com", certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" } }
    load_balancer = { access_logs = {} }
  }

  assert {
    condition     = length(aws_lb.this) == 0 && length(aws_lb_listener.https) == 0 && length(aws_lb_listener.http) == 0 && length(aws_s3_bucket.logs) == 0
    error_message = "nor a bucket for its logs"
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
    condition     = length(aws_lb_listener.https) == 0 && length(flatten([for rule in aws_lb_listener_rule.this : [for c in rule.condition : c.host_header]])) == 0
    error_message = "no HTTPS without a certificate for it"
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
    condition     = aws_lb.this[0].drop_invalid_header_fields && aws_lb.this[0].desync_mitigation_mode == "defensive" && aws_lb.this[0].idle_timeout == 120 && aws_lb.this[0].enable_http2 && !aws_lb.this[0].internal && length(aws_lb.this[0].access_logs) == 0 && !aws_lb.this[0].enable_deletion_protection && aws_lb.this[0].ip_address_type == "ipv4"
    error_message = "the load balancer's settings are written out"
  }
  expect_failures = [check.load_balancer_speaks_https]
}

run "speaks_https_and_redirects_to_it_with_a_domain" {
  command = plan
  variables {
    ipv6   = true
    domain = { name = "example.com", certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" } }
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
    condition     = aws_lb_listener.http["80"].port == 80 && [for action in aws_lb_listener.http["80"].default_action : [action.type, action.redirect[0].protocol, action.redirect[0].port, action.redirect[0].status_code]] == [["redirect", "HTTPS", "443", "HTTP_301"]]
    error_message = "plain HTTP only points to HTTPS"
  }
  assert {
    condition     = keys(aws_lb_listener.http) == ["80"]
    error_message = "no service has a port of plain HTTP"
  }
  assert {
    condition     = { for name, rule in aws_lb_listener_rule.this : name => tolist(flatten([for c in rule.condition : [for h in c.host_header : h.values]]))[0] } == { api = "api.example.com", web = "web.example.com" }
    error_message = "each service has a host name"
  }
  assert {
    condition     = { for name, rule in aws_lb_listener_rule.this : name => rule.priority } == { api = 33699, web = 31372 }
    error_message = "a priority comes from the service's name alone; these numbers are part of the contract"
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
    condition     = aws_lb_listener.https[0].certificate_arn == "arn:aws:acm:us-east-1:123456789012:certificate/1"
    error_message = "the listener has it"
  }
  assert {
    condition     = aws_lb_listener_rule.this["api"].priority == 7
    error_message = "a pinned priority is kept"
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
    load_balancer     = { idle_timeout = 60 }
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
    condition     = aws_lb.this[0].idle_timeout == 60 && aws_lb.this[0].security_groups == toset([var.security_group_id]) && alltrue([for tagged in concat([aws_lb.this[0]], values(aws_lb_target_group.this), values(aws_lb_target_group.alternate), values(aws_lb_listener.http), values(aws_lb_listener_rule.this)) : tagged.tags.team == "shop"])
    error_message = "settings, security group and tags are the given ones"
  }
  expect_failures = [check.load_balancer_speaks_https]
}

run "forwards_as_before_and_keeps_its_target_groups_when_the_ports_change" {
  variables {
    vpc_id            = run.found.vpc_id
    subnet_ids        = run.found.public_subnet_ids
    security_group_id = run.found.security_group_id
    load_balancer     = { idle_timeout = 60 }
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

run "shares_a_port_by_paths_without_a_domain" {
  command = plan
  variables {
    services = {
      web    = { port = 3000, listener_port = 80 }
      api    = { port = 8080, listener_port = 80, path_patterns = ["/api/*"] }
      api-v2 = { port = 8080, listener_port = 80, path_patterns = ["/api/v2/*", "/api/v3/*"] }
    }
  }

  assert {
    condition     = keys(aws_lb_listener.http) == ["80"]
    error_message = "one listener"
  }
  assert {
    condition     = { for name, rule in aws_lb_listener_rule.this : name => sort(flatten([for c in rule.condition : [for p in c.path_pattern : p.values]])) } == { web = tolist(["/*"]), api = tolist(["/api/*"]), api-v2 = tolist(["/api/v2/*", "/api/v3/*"]) }
    error_message = "each service has its paths, and who names none has the rest"
  }
  assert {
    condition     = aws_lb_listener_rule.this["api-v2"].priority < aws_lb_listener_rule.this["api"].priority && aws_lb_listener_rule.this["api"].priority <= 25000 && aws_lb_listener_rule.this["web"].priority > 25000
    error_message = "the longer path comes first, and the rest last"
  }
  expect_failures = [check.load_balancer_speaks_https]
}

run "serves_the_apex_www_and_deeper_names_and_shares_a_name_by_paths" {
  command = plan
  variables {
    domain = { name = "example.com", certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" } }
    services = {
      web  = { port = 3000, host_names = ["example.com", "www.example.com"] }
      docs = { port = 3001, host_names = ["example.com"], path_patterns = ["/docs", "/docs/*"] }
      api  = { port = 8080 }
      old  = { port = 8081, host_names = ["v1.api.example.com"] }
    }
  }

  assert {
    condition     = { for name, rule in aws_lb_listener_rule.this : name => sort(flatten([for c in rule.condition : [for h in c.host_header : tolist(h.values)]])) if name != "docs" } == { web = tolist(["example.com", "www.example.com"]), api = tolist(["api.example.com"]), old = tolist(["v1.api.example.com"]) }
    error_message = "the given names take the place of the service's own"
  }
  assert {
    condition     = sort(flatten([for c in aws_lb_listener_rule.this["docs"].condition : concat([for h in c.host_header : tolist(h.values)], [for p in c.path_pattern : tolist(p.values)])])) == sort(["/docs", "/docs/*", "example.com"]) && aws_lb_listener_rule.this["docs"].priority < aws_lb_listener_rule.this["web"].priority
    error_message = "a name and a path, ahead of who has the rest of the name"
  }
  assert {
    condition     = output.urls == { web = "https://example.com", docs = "https://example.com/docs", api = "https://api.example.com", old = "https://v1.api.example.com" }
    error_message = "the URL is the first name with the first path"
  }
}

run "takes_the_settings_of_a_service_for_both_target_groups" {
  command = plan
  variables {
    services = {
      api = {
        port                 = 8080
        slow_start           = 60
        deregistration_delay = 300
        stickiness           = { cookie_duration = 3600 }
        health_check         = { interval = 20, timeout = 10, healthy_threshold = 4, unhealthy_threshold = 5, matcher = "200-299" }
      }
      web = { port = 3000 }
    }
  }

  assert {
    condition = alltrue([for group in [aws_lb_target_group.this["api"], aws_lb_target_group.alternate["api"]] :
      [group.slow_start, group.deregistration_delay, group.stickiness[0].type, group.stickiness[0].cookie_duration] == [60, "300", "lb_cookie", 3600] &&
    [for check in group.health_check : [check.interval, check.timeout, check.healthy_threshold, check.unhealthy_threshold, check.matcher]] == [[20, 10, 4, 5, "200-299"]]])
    error_message = "a deployment that shifts traffic finds the same in the other one"
  }
  assert {
    condition     = [for group in aws_lb_listener_rule.this["api"].action[0].forward[0].stickiness : [group.enabled, group.duration]] == [[true, 1]]
    error_message = "a rule with two groups takes a sticky one only if it is sticky itself, and lets everybody go at once"
  }
  assert {
    condition     = length(aws_lb_target_group.this["web"].stickiness) == 0 && length(aws_lb_listener_rule.this["web"].action[0].forward[0].stickiness) == 0 && aws_lb_target_group.this["web"].slow_start == 0 && aws_lb_target_group.this["web"].deregistration_delay == "30"
    error_message = "the neighbour has none of it"
  }
  expect_failures = [check.load_balancer_speaks_https]
}

run "speaks_grpc_to_a_service_that_does" {
  command = plan
  variables {
    services = {
      greeter = { port = 50051, app_protocol = "grpc" }
      checked = { port = 50051, app_protocol = "grpc", health_check_path = "/grpc.health.v1.Health/Check" }
      web     = { port = 3000, app_protocol = "http2" }
    }
    domain = { name = "example.com", certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" } }
  }

  assert {
    condition     = { for name, group in aws_lb_target_group.this : name => [group.protocol_version, group.health_check[0].path, group.health_check[0].matcher] } == { greeter = ["GRPC", "/AWS.ALB/healthcheck", "12"], checked = ["GRPC", "/grpc.health.v1.Health/Check", "0"], web = ["HTTP2", "/", "200"] }
    error_message = "a gRPC server is asked for its status in gRPC"
  }
}

run "is_internal_strict_and_logged_when_asked" {
  command = plan
  variables {
    domain = { name = "example.com", certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" } }
    load_balancer = {
      internal                   = true
      deletion_protection        = true
      http2                      = false
      drop_invalid_header_fields = false
      desync_mitigation_mode     = "strictest"
      ssl_policy                 = "ELBSecurityPolicy-TLS13-1-3-2021-06"
      access_logs                = { bucket = { name = "our-logs" }, prefix = "shop" }
    }
  }

  assert {
    condition     = aws_lb.this[0].internal && aws_lb.this[0].enable_deletion_protection && !aws_lb.this[0].enable_http2 && !aws_lb.this[0].drop_invalid_header_fields && aws_lb.this[0].desync_mitigation_mode == "strictest"
    error_message = "each setting reaches the load balancer"
  }
  assert {
    condition     = aws_lb_listener.https[0].ssl_policy == "ELBSecurityPolicy-TLS13-1-3-2021-06"
    error_message = "and its listener"
  }
  assert {
    condition     = [for logs in aws_lb.this[0].access_logs : [logs.enabled, logs.bucket, logs.prefix]] == [[true, "our-logs", "shop"]] && length(aws_s3_bucket.logs) == 0 && length(aws_s3_bucket_policy.logs) == 0
    error_message = "logs go to the given bucket, and none is made"
  }
}

run "refuses_a_policy_that_admits_old_tls" {
  command = plan
  variables {
    domain        = { name = "example.com", certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" } }
    load_balancer = { ssl_policy = "ELBSecurityPolicy-2016-08" }
  }
  expect_failures = [var.load_balancer]
}

run "makes_a_bucket_that_the_load_balancer_alone_writes_to" {
  variables {
    vpc_id            = run.found.vpc_id
    subnet_ids        = run.found.public_subnet_ids
    security_group_id = run.found.security_group_id
    load_balancer     = { access_logs = { prefix = "shop", expiration_days = 7 } }
    tags              = { team = "shop" }
  }

  assert {
    condition     = [for logs in aws_lb.this[0].access_logs : [logs.enabled, logs.bucket, logs.prefix]] == [[true, aws_s3_bucket.logs[0].id, "shop"]]
    error_message = "the load balancer logs to it"
  }
  assert {
    condition = jsondecode(aws_s3_bucket_policy.logs[0].policy).Statement[0] == {
      Sid       = "LoadBalancerWrites", Effect = "Allow", Action = "s3:PutObject"
      Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
      Resource  = "${aws_s3_bucket.logs[0].arn}/shop/AWSLogs/123456789012/*"
      Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }
    }
    error_message = "it may write there for this account, and nothing else"
  }
  assert {
    condition     = [for statement in jsondecode(aws_s3_bucket_policy.logs[0].policy).Statement : [statement.Principal, statement.Condition] if statement.Effect == "Deny"] == [["*", { Bool = { "aws:SecureTransport" = "false" } }]]
    error_message = "nobody talks to it without TLS"
  }
  assert {
    condition     = alltrue([for block in aws_s3_bucket_public_access_block.logs : block.block_public_acls && block.block_public_policy && block.ignore_public_acls && block.restrict_public_buckets]) && aws_s3_bucket_ownership_controls.logs[0].rule[0].object_ownership == "BucketOwnerEnforced"
    error_message = "it is closed to the public and has no ACLs"
  }
  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.logs[0].rule[0].expiration[0].days == 7 && flatten([for rule in aws_s3_bucket_server_side_encryption_configuration.logs[0].rule : rule.apply_server_side_encryption_by_default[*].sse_algorithm]) == ["AES256"] && !aws_s3_bucket.logs[0].force_destroy && aws_s3_bucket.logs[0].tags.team == "shop"
    error_message = "logs are encrypted, and forgotten in time; a destroy does not take them along"
  }
  expect_failures = [check.load_balancer_speaks_https]
}

run "makes_new_target_groups_and_a_new_rule_for_stickiness_which_aws_would_refuse_to_turn_on" {
  variables {
    vpc_id            = run.found.vpc_id
    subnet_ids        = run.found.public_subnet_ids
    security_group_id = run.found.security_group_id
    load_balancer     = { access_logs = { prefix = "shop", expiration_days = 7 } }
    tags              = { team = "shop" }
    services = {
      api = { port = 8080, health_check_path = "/health", stickiness = {} }
      web = { port = 3000, listener_port = 80 }
    }
  }

  assert {
    condition     = output.target_groups.web == run.makes_a_bucket_that_the_load_balancer_alone_writes_to.target_groups.web
    error_message = "the neighbour keeps all of its own"
  }
  assert {
    condition     = { for name, rule in aws_lb_listener_rule.this : name => sort([for group in rule.action[0].forward[0].target_group : group.arn]) } == { for name, group in output.target_groups : name => sort([group.target_group_arn, group.alternate_target_group_arn]) }
    error_message = "each rule forwards to its service's present groups"
  }
  assert {
    condition     = output.target_groups.api.target_group_arn != run.makes_a_bucket_that_the_load_balancer_alone_writes_to.target_groups.api.target_group_arn && output.target_groups.api.production_listener_rule_arn != run.makes_a_bucket_that_the_load_balancer_alone_writes_to.target_groups.api.production_listener_rule_arn
    error_message = "these are new ones"
  }
  expect_failures = [check.load_balancer_speaks_https]
}

run "somebody_elses" {
  module {
    source = "../fixtures/listener"
  }
}

run "adds_rules_to_an_adopted_listener_and_changes_nothing_else_of_it" {
  variables {
    name              = "guest"
    vpc_id            = run.somebody_elses.vpc_id
    subnet_ids        = []
    security_group_id = "sg-unused"
    source_ips        = ["203.0.113.0/24", "2001:db8::/32"]
    domain            = { name = "example.com", certificate = { arn = run.somebody_elses.certificate_arn } }
    load_balancer     = { adopted = { listener_arn = run.somebody_elses.listener_arn, security_group_id = run.somebody_elses.security_group_id } }
  }

  assert {
    condition     = length(aws_lb.this) + length(aws_lb_listener.https) + length(aws_lb_listener.http) == 0
    error_message = "no load balancer and no listener is made"
  }
  assert {
    condition     = alltrue([for rule in aws_lb_listener_rule.this : rule.listener_arn == run.somebody_elses.listener_arn && sort(flatten([for c in rule.condition : [for s in c.source_ip : s.values]])) == sort(["203.0.113.0/24", "2001:db8::/32"])])
    error_message = "each rule is on the given listener and admits the given blocks"
  }
  assert {
    condition     = output.load_balancer_arn == run.somebody_elses.arn && output.load_balancer_dns_name == run.somebody_elses.dns_name && length(output.load_balancer_zone_id) > 0 && startswith(output.target_groups.api.resource_label, "app/somebody-elses/")
    error_message = "its load balancer is found"
  }
  assert {
    condition     = aws_lb_listener_certificate.adopted[0].listener_arn == run.somebody_elses.listener_arn
    error_message = "a given certificate is added"
  }
}

run "refuses_a_domain_that_is_no_domain_name" {
  command = plan
  variables {
    domain = { name = "Example" }
  }
  expect_failures = [var.domain]
}
