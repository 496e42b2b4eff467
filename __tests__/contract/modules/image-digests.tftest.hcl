provider "aws" {}

run "asks_nobody_when_nobody_asks" {
  command = plan

  assert {
    condition     = length(data.aws_ecr_image.this) == 0 && length(data.aws_region.current) == 0 && length(output.images) == 0
    error_message = "no look-up"
  }
}

run "knows_at_plan_what_a_tag_stands_for" {
  command = plan
  variables {
    images = {
      api  = "123456789012.dkr.ecr.us-east-1.amazonaws.com/team/api:stable"
      dual = "123456789012.dkr-ecr.us-east-1.on.aws/api:1"
    }
  }

  assert {
    condition     = can(regex("^123456789012[.]dkr[.]ecr[.]us-east-1[.]amazonaws[.]com/team/api@sha256:[0-9a-f]{64}$", output.images.api))
    error_message = "the digest stands in the tag's place"
  }
  assert {
    condition     = data.aws_ecr_image.this["api"].registry_id == "123456789012" && data.aws_ecr_image.this["api"].repository_name == "team/api" && data.aws_ecr_image.this["api"].image_tag == "stable"
    error_message = "registry, repository with its path, tag"
  }
  assert {
    condition     = startswith(output.images.dual, "123456789012.dkr-ecr.us-east-1.on.aws/api@sha256:") && output.images.dual != output.images.api
    error_message = "the registry's host name stays as it was written"
  }
}

run "refuses_a_repository_of_another_region" {
  command = plan
  variables {
    images = { api = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1" }
  }
  expect_failures = [output.images]
}

run "refuses_what_is_no_tag_in_ecr" {
  command = plan
  variables {
    images = { api = "123456789012.dkr.ecr.us-east-1.amazonaws.com/api" }
  }
  expect_failures = [var.images]
}
