provider "aws" {}

variables {
  name     = "shop"
  services = ["api", "web"]
}

run "vpc" {
  module {
    source = "../fixtures/vpc"
  }
}

run "lets_nobody_in" {
  variables {
    vpc_id = run.vpc.vpc_id
    tags   = { team = "shop" }
  }

  assert {
    condition     = keys(aws_security_group.this) == ["api", "web"]
    error_message = "each service has a group of its own"
  }
  assert {
    condition     = alltrue([for group in aws_security_group.this : length(group.ingress) == 0])
    error_message = "the group itself admits nobody: what needs to get in refers to it"
  }
  assert {
    condition     = output.security_group_ids == { for service, group in aws_security_group.this : service => group.id }
    error_message = "the output names each service's group"
  }
  assert {
    condition     = alltrue([for group in aws_security_group.this : group.tags.team == "shop" && startswith(group.name, "shop-")])
    error_message = "names begin with the group's, and tags reach every group"
  }
}

run "lets_tasks_out_for_image_secrets_and_logs" {
  variables {
    vpc_id = run.vpc.vpc_id
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_egress_rule.ipv4 : rule.cidr_ipv4 == "0.0.0.0/0" && rule.ip_protocol == "-1"])
    error_message = "over IPv4"
  }
  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_egress_rule.ipv6 : rule.cidr_ipv6 == "::/0" && rule.ip_protocol == "-1"])
    error_message = "and over IPv6"
  }
  assert {
    condition     = keys(aws_vpc_security_group_egress_rule.ipv4) == ["api", "web"] && keys(aws_vpc_security_group_egress_rule.ipv6) == ["api", "web"]
    error_message = "each of them"
  }
}

run "refuses_a_service_name_that_is_no_dns_label" {
  command = plan
  variables {
    vpc_id   = "vpc-1"
    services = ["Api_1"]
  }
  expect_failures = [var.services]
}
