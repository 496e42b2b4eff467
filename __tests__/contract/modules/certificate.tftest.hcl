provider "aws" {}

variables {
  domain     = { name = "example.com", zone = { id = "Z1" } }
  host_names = ["api.example.com", "web.example.com"]
}

run "covers_every_name_right_below_the_domain" {
  command = plan

  assert {
    condition     = aws_acm_certificate.this[0].domain_name == "*.example.com" && aws_acm_certificate.this[0].validation_method == "DNS" && length(local.certificate_names) == 0
    error_message = "by a wildcard, so that a new service changes nothing"
  }
  assert {
    condition     = { for name, record in aws_route53_record.validation : name => record.zone_id } == { "*" = "Z1" }
    error_message = "validated in the zone"
  }
}

run "covers_the_apex_and_deeper_names_and_leaves_out_those_of_another_domain" {
  command = plan
  variables {
    host_names = ["example.com", "www.example.com", "v1.api.example.com", "shop.example.org", "notexample.com", "example.com"]
  }

  assert {
    condition     = aws_acm_certificate.this[0].subject_alternative_names == toset(["example.com", "v1.api.example.com"])
    error_message = "what the wildcard does not cover, once"
  }
  assert {
    condition     = keys(aws_route53_record.validation) == ["*", "v1.api.example.com"]
    error_message = "a domain and what is right below it are validated by one record"
  }
}

run "gives_out_the_validated_one" {
  assert {
    condition     = output.certificate_arn == aws_acm_certificate_validation.this[0].certificate_arn && output.certificate_arn == aws_acm_certificate.this[0].arn
    error_message = "a listener takes no certificate that waits for its validation"
  }
}

run "passes_a_given_one_on" {
  command = plan
  variables {
    domain = { name = "example.com", zone = { id = "Z1" }, certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" } }
  }

  assert {
    condition     = output.certificate_arn == "arn:aws:acm:us-east-1:123456789012:certificate/1" && length(aws_acm_certificate.this) == 0 && length(aws_acm_certificate_validation.this) == 0 && length(aws_route53_record.validation) == 0
    error_message = "none is made beside it"
  }
}

run "makes_none_that_nobody_needs" {
  command = plan
  variables {
    host_names = []
  }

  assert {
    condition     = output.certificate_arn == null && length(aws_acm_certificate.this) == 0 && length(aws_route53_record.validation) == 0
    error_message = "no name, no certificate"
  }
}

run "makes_none_without_a_domain" {
  command = plan
  variables {
    domain = null
  }

  assert {
    condition     = output.certificate_arn == null && length(aws_acm_certificate.this) == 0 && length(aws_route53_record.validation) == 0
    error_message = "no domain, no certificate"
  }
}
