provider "aws" {}

variables {
  name          = "shop"
  vpc_id        = "vpc-1"
  allowed_cidrs = ["203.0.113.0/24", "198.51.100.7/32", "2001:db8::/32"]
}

run "admits_exactly_the_cidrs_on_the_listener_ports" {
  command = plan
  variables {
    listener_ports = [80, 443]
  }

  assert {
    condition = keys(aws_vpc_security_group_ingress_rule.allowed) == [
      "198.51.100.7/32:443", "198.51.100.7/32:80", "2001:db8::/32:443", "2001:db8::/32:80", "203.0.113.0/24:443", "203.0.113.0/24:80",
    ]
    error_message = "one rule for each CIDR and port, and nothing else"
  }
  assert {
    condition = alltrue([
      for key, rule in aws_vpc_security_group_ingress_rule.allowed :
      "${try(coalesce(rule.cidr_ipv4), coalesce(rule.cidr_ipv6))}:${rule.from_port}" == key && rule.to_port == rule.from_port && rule.ip_protocol == "tcp"
    ])
    error_message = "each rule admits what its key says"
  }
  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.allowed : (rule.cidr_ipv4 == null) != (rule.cidr_ipv6 == null)])
    error_message = "a rule is of one IP family"
  }
  assert {
    condition     = length([for rule in aws_vpc_security_group_ingress_rule.allowed : rule if try(endswith(coalesce(rule.cidr_ipv4, rule.cidr_ipv6), "/0"), false)]) == 0
    error_message = "the world is not admitted"
  }
}

run "is_closed_without_listeners" {
  command = plan

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.allowed) == 0 && length(aws_vpc_security_group_ingress_rule.tasks) == 0
    error_message = "nobody gets in"
  }
  assert {
    condition     = length(aws_vpc_security_group_egress_rule.tasks) == 0
    error_message = "and nothing out"
  }
  assert {
    condition     = length(aws_network_acl.ingress) == 0 && length(aws_network_acl_rule.this) == 0 && length(aws_network_acl_association.ingress_subnets) == 0
    error_message = "subnets keep their network ACL unless asked"
  }
  assert {
    condition     = output.closed_subnet_ids == null && output.network_acl_id == null
    error_message = "the outputs say so"
  }
}

run "reaches_the_tasks_and_nothing_else" {
  command = plan
  variables {
    listener_ports = [8080]
    targets        = { api = { port = 8080, security_group_id = "sg-api" }, web = { port = 3000, security_group_id = "sg-web" } }
  }

  assert {
    condition     = { for name, rule in aws_vpc_security_group_egress_rule.tasks : name => "${rule.referenced_security_group_id}:${rule.from_port}-${rule.to_port}" } == { api = "sg-api:8080-8080", web = "sg-web:3000-3000" }
    error_message = "outward: each service's group on its container port"
  }
  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_egress_rule.tasks : rule.cidr_ipv4 == null && rule.cidr_ipv6 == null])
    error_message = "no address is reached by its block"
  }
  assert {
    condition     = { for name, rule in aws_vpc_security_group_ingress_rule.tasks : name => "${rule.security_group_id}:${rule.from_port}-${rule.to_port}" } == { api = "sg-api:8080-8080", web = "sg-web:3000-3000" }
    error_message = "and each service admits the load balancer on that port"
  }
  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.tasks : rule.cidr_ipv4 == null && rule.cidr_ipv6 == null])
    error_message = "tasks admit nobody by address"
  }
}

run "opens_to_the_world_only_when_that_is_written" {
  command = plan
  variables {
    allowed_cidrs  = ["0.0.0.0/0"]
    listener_ports = [443]
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.allowed) == ["0.0.0.0/0:443"]
    error_message = "the explicit opening is one rule"
  }
}

run "keeps_the_ingress_subnets_to_the_allowed_cidrs" {
  command = plan
  variables {
    network_acl = { subnet_ids = ["subnet-1", "subnet-2"], vpc_cidr_block = "10.0.0.0/16", vpc_secondary_cidr_blocks = ["100.64.0.0/16"], vpc_ipv6_cidr_block = "2600:1f00::/56", ipv6 = true, ports = [443] }
    tags        = { team = "shop" }
  }

  assert {
    condition = toset([
      for rule in aws_network_acl_rule.this :
      join(" ", [coalesce(rule.cidr_block, rule.ipv6_cidr_block), rule.protocol, rule.from_port == null ? "-" : rule.from_port, rule.to_port == null ? "-" : rule.to_port]) if !rule.egress
      ]) == toset([
      "10.0.0.0/16 -1 - -", "100.64.0.0/16 -1 - -", "2600:1f00::/56 -1 - -",
      "203.0.113.0/24 6 443 443", "198.51.100.7/32 6 443 443", "2001:db8::/32 6 443 443",
      "0.0.0.0/0 6 1024 65535", "::/0 6 1024 65535", "0.0.0.0/0 17 1024 65535", "::/0 17 1024 65535",
      "0.0.0.0/0 1 - -", "::/0 58 - -",
    ])
    error_message = "inward: the VPC with all its ranges, the allowed CIDRs on the listener's port, return traffic, ICMP"
  }
  assert {
    condition     = { for rule in aws_network_acl_rule.this : rule.protocol => [rule.icmp_type, rule.icmp_code] if rule.protocol == "1" || rule.protocol == "58" } == { "1" = [3, 4], "58" = [2, 0] }
    error_message = "of ICMP only what finds the packet size"
  }
  assert {
    condition     = alltrue([for rule in aws_network_acl_rule.this : rule.rule_action == "allow"])
    error_message = "what no rule admits is denied by the ACL itself"
  }
  assert {
    condition     = length([for rule in aws_network_acl_rule.this : rule if !rule.egress && endswith(coalesce(rule.cidr_block, rule.ipv6_cidr_block), "/0") && contains(["-1", "6", "17"], rule.protocol) && try(rule.from_port < 1024, true)]) == 0
    error_message = "the world reaches no port below 1024"
  }
  assert {
    condition     = toset([for rule in aws_network_acl_rule.this : coalesce(rule.cidr_block, rule.ipv6_cidr_block) if rule.egress]) == toset(["0.0.0.0/0", "::/0"])
    error_message = "outward: anywhere, as the security groups allow"
  }
  assert {
    condition     = aws_network_acl_association.ingress_subnets[*].subnet_id == ["subnet-1", "subnet-2"]
    error_message = "it is put on the ingress subnets"
  }
  assert {
    condition     = length(distinct([for rule in aws_network_acl_rule.this : "${rule.egress}:${rule.rule_number}"])) == length(aws_network_acl_rule.this)
    error_message = "no two rules share a number"
  }
  assert {
    condition     = aws_network_acl.ingress[0].tags == tomap({ Name = "shop-ingress", team = "shop" })
    error_message = "it carries the tags"
  }
}

run "gives_a_vpc_without_ipv6_no_ipv6_rule_of_its_own" {
  command = plan
  variables {
    network_acl = { subnet_ids = ["subnet-1", "subnet-2"], vpc_cidr_block = "10.0.0.0/16", ports = [443, 80] }
  }

  assert {
    condition     = !contains(keys(aws_network_acl_rule.this), "vpc_ipv6") && contains(keys(aws_network_acl_rule.this), "vpc_ipv4")
    error_message = "the VPC has no IPv6 range to admit"
  }
  assert {
    condition     = length([for key, rule in aws_network_acl_rule.this : key if rule.rule_number >= 1000]) == 6
    error_message = "three CIDRs on two ports"
  }
}

run "keeps_a_block_s_rule_number_whatever_else_is_on_the_list" {
  command = plan
  variables {
    allowed_cidrs = ["192.0.2.0/24", "203.0.113.0/24"]
    network_acl   = { subnet_ids = ["subnet-1", "subnet-2"], vpc_cidr_block = "10.0.0.0/16", ports = [443] }
  }

  assert {
    # parseint(substr(sha1("203.0.113.0/24:443"), 0, 7), 16) % 31000 + 1000, as a literal: it is part of the contract.
    condition     = aws_network_acl_rule.this["203.0.113.0/24:443"].rule_number == 18530
    error_message = "a number comes from the block and the port alone"
  }
}

run "vpc" {
  module {
    source = "../fixtures/vpc"
  }
}

run "gives_the_closed_subnets_once_the_acl_is_in_force" {
  variables {
    vpc_id         = run.vpc.vpc_id
    listener_ports = [443]
    network_acl    = { subnet_ids = run.vpc.public_subnet_ids, vpc_cidr_block = run.vpc.cidr_block, ports = [443] }
  }

  assert {
    condition     = length(output.closed_subnet_ids) == 2 && toset(output.closed_subnet_ids) == toset(var.network_acl.subnet_ids) && output.network_acl_id == aws_network_acl.ingress[0].id
    error_message = "who takes the subnets from here comes after the ACL"
  }
  assert {
    condition     = length(aws_security_group.load_balancer.ingress) == 0
    error_message = "rules are resources of their own, never inline"
  }
}

run "refuses_an_empty_allowlist" {
  command = plan
  variables {
    allowed_cidrs = []
  }
  expect_failures = [var.allowed_cidrs]
}
