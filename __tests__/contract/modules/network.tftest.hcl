provider "aws" {}

variables {
  name    = "shop"
  network = { availability_zones = ["us-east-1a", "us-east-1b"] }
}

run "plans_without_a_look_up_when_zones_are_given" {
  command = plan

  assert {
    condition     = length(data.aws_availability_zones.available) == 0 && length(data.aws_vpc.adopted) == 0 && length(data.aws_subnet.adopted) == 0 && length(data.aws_route_tables.main_public) == 0
    error_message = "nothing is asked of AWS"
  }
  assert {
    condition     = { for zone, subnet in aws_subnet.public : zone => subnet.cidr_block } == { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }
    error_message = "a public subnet in each zone, whose letter says which sixteenth"
  }
  assert {
    condition     = output.private == false && output.ipv6 == true
    error_message = "what depends on the kind of network knows it at plan"
  }
}

run "costs_nothing_by_the_hour_unless_asked" {
  command = plan

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_eip.nat) == 0 && length(aws_egress_only_internet_gateway.this) == 0
    error_message = "no NAT gateway"
  }
  assert {
    condition     = length(aws_vpc_endpoint.interface) == 0 && length(aws_vpc_endpoint.s3) == 0 && length(aws_security_group.endpoints) == 0
    error_message = "no VPC endpoint"
  }
  assert {
    condition     = length(aws_subnet.private) == 0 && length(aws_route_table.private) == 0 && length(aws_route.private_ipv4) == 0
    error_message = "and so no private subnet"
  }
}

run "finds_every_zone_when_none_is_named" {
  variables {
    network = {}
    tags    = { team = "shop" }
  }

  assert {
    condition     = toset(keys(aws_subnet.public)) == toset(data.aws_availability_zones.available[0].names) && length(aws_subnet.public) > 2
    error_message = "a subnet in each zone of the region: the first Express service fixes the zones of its load balancer"
  }
  assert {
    condition     = length([for filter in data.aws_availability_zones.available[0].filter : filter if filter.name == "opt-in-status"]) == 1
    error_message = "local and wavelength zones are no place for a load balancer"
  }
  assert {
    condition     = length(distinct([for subnet in aws_subnet.public : subnet.cidr_block])) == length(aws_subnet.public)
    error_message = "no two share a range"
  }
  assert {
    condition     = alltrue([for subnet in aws_subnet.public : subnet.assign_ipv6_address_on_creation && endswith(subnet.ipv6_cidr_block, "/64")])
    error_message = "each is dual-stack"
  }
  assert {
    condition     = aws_route.public_ipv4[0].gateway_id == aws_internet_gateway.this[0].id && aws_route.public_ipv6[0].destination_ipv6_cidr_block == "::/0" && length(aws_route_table_association.public) == length(aws_subnet.public)
    error_message = "and public, over both families"
  }
  assert {
    condition     = alltrue([for tagged in concat([aws_vpc.this[0], aws_internet_gateway.this[0], aws_route_table.public[0]], values(aws_subnet.public)) : tagged.tags.team == "shop" && startswith(tagged.tags.Name, "shop")])
    error_message = "everything carries the tags and a name"
  }
  assert {
    condition     = output.vpc_ipv6_cidr_block == aws_vpc.this[0].ipv6_cidr_block && output.public_subnet_ids == [for zone in sort(keys(aws_subnet.public)) : aws_subnet.public[zone].id]
    error_message = "subnets are given in the order of their zones"
  }
}

run "sends_the_tasks_through_one_nat_gateway" {
  command = plan
  variables {
    network = { availability_zones = ["us-east-1a", "us-east-1b"], nat_gateway = "single" }
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["us-east-1a"] && keys(aws_eip.nat) == ["us-east-1a"]
    error_message = "one, in the first zone"
  }
  assert {
    condition     = { for zone, subnet in aws_subnet.private : zone => subnet.cidr_block } == { us-east-1a = "10.0.128.0/20", us-east-1b = "10.0.144.0/20" }
    error_message = "private subnets are in the upper half of the range"
  }
  assert {
    condition     = keys(aws_route.private_ipv4) == ["us-east-1a", "us-east-1b"] && keys(aws_route.private_ipv6) == ["us-east-1a", "us-east-1b"] && length(aws_egress_only_internet_gateway.this) == 1
    error_message = "every zone has a way out over both families"
  }
  assert {
    condition     = output.private == true
    error_message = "the tasks are to use the private subnets"
  }
}

run "sends_each_zone_through_its_own_nat_gateway" {
  variables {
    network = { availability_zones = ["us-east-1a", "us-east-1b"], nat_gateway = "per_az" }
  }

  assert {
    condition     = alltrue([for zone in ["us-east-1a", "us-east-1b"] : aws_route.private_ipv4[zone].nat_gateway_id == aws_nat_gateway.this[zone].id && aws_nat_gateway.this[zone].subnet_id == aws_subnet.public[zone].id])
    error_message = "no zone depends on another"
  }
  assert {
    condition     = alltrue([for route in aws_route.private_ipv4 : route.gateway_id == null || route.gateway_id == ""]) && alltrue([for route in aws_route.private_ipv6 : route.egress_only_gateway_id == aws_egress_only_internet_gateway.this[0].id])
    error_message = "nobody gets in through them"
  }
  assert {
    condition     = output.private_subnet_ids == [for zone in sort(keys(aws_subnet.private)) : aws_subnet.private[zone].id]
    error_message = "private subnets are given in the order of their zones"
  }
}

run "keeps_tasks_off_the_internet_with_endpoints" {
  variables {
    network = { availability_zones = ["us-east-1a", "us-east-1b"], vpc_endpoints = true }
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_route.private_ipv4) == 0 && length(aws_route.private_ipv6) == 0
    error_message = "there is no way out but the endpoints"
  }
  assert {
    condition     = keys(aws_vpc_endpoint.interface) == ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "ssmmessages"] && length(aws_vpc_endpoint.s3) == 1
    error_message = "what a task needs: its image, logs, secrets, ECS Exec"
  }
  assert {
    condition     = aws_vpc_endpoint.interface["logs"].service_name == "com.amazonaws.us-east-1.logs" && aws_vpc_endpoint.interface["logs"].private_dns_enabled && aws_vpc_endpoint.interface["logs"].subnet_ids == toset(output.private_subnet_ids)
    error_message = "under the usual names, in every private subnet"
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints[0].cidr_ipv4 == "10.0.0.0/16" && aws_vpc_security_group_ingress_rule.endpoints[0].from_port == 443 && aws_vpc_security_group_ingress_rule.endpoints[0].to_port == 443 && length(aws_vpc_security_group_ingress_rule.endpoints) == 1
    error_message = "they admit the VPC on 443 alone"
  }
}

run "reaches_kms_when_asked" {
  command = plan
  variables {
    network = { availability_zones = ["us-east-1a", "us-east-1b"], vpc_endpoints = true, kms_endpoint = true }
  }

  assert {
    condition     = aws_vpc_endpoint.interface["kms"].service_name == "com.amazonaws.us-east-1.kms" && length(aws_vpc_endpoint.interface) == 7
    error_message = "for a shell whose session is encrypted under a key"
  }
}

run "never_moves_a_zone_s_subnet" {
  command = plan
  variables {
    network = { availability_zones = ["us-east-1b", "us-east-1d"] }
  }

  assert {
    condition     = { for zone, subnet in aws_subnet.public : zone => subnet.cidr_block } == { us-east-1b = "10.0.16.0/20", us-east-1d = "10.0.48.0/20" }
    error_message = "a zone that comes or goes moves no other's range"
  }
}

run "refuses_a_range_that_cannot_be_divided" {
  command = plan
  variables {
    network = { availability_zones = ["us-east-1a", "us-east-1b"], cidr_block = "10.0.0.0/24" }
  }
  expect_failures = [var.network]
}

run "found" {
  module {
    source = "../fixtures/vpc"
  }
}

run "adopts_a_vpc_and_makes_nothing_in_it" {
  variables {
    vpc = { id = run.found.vpc_id, public_subnet_ids = run.found.public_subnet_ids, private_subnet_ids = run.found.private_subnet_ids }
  }

  assert {
    condition     = length(aws_vpc.this) + length(aws_subnet.public) + length(aws_subnet.private) + length(aws_internet_gateway.this) + length(aws_route_table.public) + length(aws_route.public_ipv4) + length(aws_nat_gateway.this) + length(aws_vpc_endpoint.interface) == 0
    error_message = "it is used as it is"
  }
  assert {
    condition     = output.vpc_id == var.vpc.id && output.vpc_cidr_block == "10.9.0.0/16" && output.vpc_ipv6_cidr_block == null && output.ipv6 == false && output.private == true
    error_message = "what it is like is looked up"
  }
  assert {
    condition     = length(output.public_subnet_ids) == 2 && tolist(output.public_subnet_ids) == tolist(var.vpc.public_subnet_ids) && tolist(output.private_subnet_ids) == tolist(var.vpc.private_subnet_ids)
    error_message = "its subnets are the given ones"
  }
}

run "adopts_a_vpc_whose_main_route_table_is_public" {
  command = plan
  variables {
    vpc = { id = run.found.other_vpc_id, public_subnet_ids = run.found.other_subnet_ids }
  }

  assert {
    condition     = output.private == false && length(output.private_subnet_ids) == 0
    error_message = "subnets without a table of their own go by the main one"
  }
}

run "refuses_a_private_subnet_among_the_public_ones" {
  command = plan
  variables {
    vpc = { id = run.found.vpc_id, public_subnet_ids = concat(run.found.public_subnet_ids, run.found.private_subnet_ids) }
  }
  expect_failures = [output.public_subnet_ids]
}

run "refuses_a_public_subnet_among_the_private_ones" {
  command = plan
  variables {
    vpc = { id = run.found.vpc_id, public_subnet_ids = run.found.public_subnet_ids, private_subnet_ids = run.found.same_zone_subnet_ids }
  }
  expect_failures = [output.public_subnet_ids]
}

run "refuses_subnets_in_one_zone" {
  command = plan
  variables {
    vpc = { id = run.found.vpc_id, public_subnet_ids = run.found.same_zone_subnet_ids }
  }
  expect_failures = [output.public_subnet_ids]
}

run "refuses_subnets_of_another_vpc" {
  command = plan
  variables {
    vpc = { id = run.found.vpc_id, public_subnet_ids = run.found.other_subnet_ids }
  }
  expect_failures = [output.public_subnet_ids]
}
