provider "aws" {}

variables {
  zone       = { id = "Z1" }
  host_names = { "api.example.com" = "api", "example.com" = "web", "www.example.com" = "web" }
  origins = {
    api = { active = { dns_name = "express.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 100 } }
    web = { active = { dns_name = "plain.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 100 } }
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
    condition     = alltrue([for record in aws_route53_record.a : record.set_identifier == "active" && record.weighted_routing_policy[0].weight == 100]) && length(aws_route53_record.beside_a) == 0
    error_message = "with a weight from the start, and nothing beside it"
  }
  assert {
    condition     = length(aws_route53_record.aaaa) == 0
    error_message = "no IPv6 record for load balancers without IPv6"
  }
}

run "writes_a_record_in_each_family_that_the_load_balancers_have" {
  command = plan
  variables {
    origins = {
      api = { active = { dns_name = "express.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 100, ipv6 = true } }
      web = { active = { dns_name = "plain.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 100, ipv6 = true } }
    }
  }

  assert {
    condition     = { for name, record in aws_route53_record.aaaa : name => [record.type, record.alias[0].name] } == { for name, record in aws_route53_record.a : name => ["AAAA", record.alias[0].name] }
    error_message = "A and AAAA, the same names"
  }
}

run "shares_a_name_between_its_origins_by_weight" {
  command = plan
  variables {
    host_names = { "api.example.com" = "api" }
    origins = {
      api = {
        active  = { dns_name = "express.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 70, ipv6 = true }
        standby = { dns_name = "plain.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 20, ipv6 = true }
        other   = { dns_name = "abcdefghij.us-east-1.awsapprunner.com", zone_id = "Z01915732ZBZKC8D32TPT", weight = 10 }
      }
    }
  }

  assert {
    condition     = { for record in concat(values(aws_route53_record.a), values(aws_route53_record.beside_a)) : record.set_identifier => [record.name, record.weighted_routing_policy[0].weight, record.alias[0].evaluate_target_health] } == { active = ["api.example.com", 70, true], standby = ["api.example.com", 20, true], other = ["api.example.com", 10, false] }
    error_message = "one record for each, and the health of somebody else's is not looked at"
  }
  assert {
    condition     = length(aws_route53_record.aaaa) == 0 && length(aws_route53_record.beside_aaaa) == 0
    error_message = "no AAAA record while one origin has no IPv6: its share would never arrive"
  }
}

run "makes_none_without_a_zone" {
  command = plan
  variables {
    zone = null
  }

  assert {
    condition     = length(aws_route53_record.a) == 0 && length(aws_route53_record.aaaa) == 0
    error_message = "the records are somebody else's to make"
  }
}
