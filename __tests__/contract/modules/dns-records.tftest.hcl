provider "aws" {}

variables {
  zone       = { id = "Z1" }
  host_names = { "api.example.com" = "api", "example.com" = "web", "www.example.com" = "web" }
  origins = {
    api = { load_balancers = { express = { dns_name = "express.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } } }
    web = { load_balancers = { ecs = { dns_name = "plain.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } } }
  }
}

run "leads_each_name_to_the_load_balancer_of_its_service" {
  command = plan

  assert {
    condition     = { for name, record in aws_route53_record.a : name => record.alias[0].name } == { "api.example.com" = "express.us-east-1.elb.amazonaws.com", "example.com" = "plain.us-east-1.elb.amazonaws.com", "www.example.com" = "plain.us-east-1.elb.amazonaws.com" }
    error_message = "whichever track it runs on"
  }
  assert {
    condition     = alltrue([for record in aws_route53_record.a : record.type == "A" && record.zone_id == "Z1" && record.alias[0].zone_id == "Z35SXDOTRQ7X7K" && record.alias[0].evaluate_target_health])
    error_message = "an alias in the zone"
  }
  assert {
    condition     = length(aws_route53_record.aaaa) == 0
    error_message = "no IPv6 record for load balancers without IPv6"
  }
}

run "writes_a_record_in_each_family_that_the_load_balancers_have" {
  command = plan
  variables {
    ipv6 = true
  }

  assert {
    condition     = { for name, record in aws_route53_record.aaaa : name => [record.type, record.alias[0].name] } == { for name, record in aws_route53_record.a : name => ["AAAA", record.alias[0].name] }
    error_message = "A and AAAA, the same names"
  }
}

run "makes_none_without_a_zone" {
  command = plan
  variables {
    zone = null
    ipv6 = true
  }

  assert {
    condition     = length(aws_route53_record.a) == 0 && length(aws_route53_record.aaaa) == 0
    error_message = "the records are somebody else's to make"
  }
}
