provider "aws" {}

variables {
  cluster_name = "shop"
  tag          = { key = "group", value = "shop" }
}

run "asks_for_nothing_when_no_service_is_named" {
  command = plan

  assert {
    condition     = length(data.aws_resourcegroupstaggingapi_resources.this) == 0 && length(output.task_counts) == 0
    error_message = "and needs no permission"
  }
}

run "there_is_a_service_of_six_tasks" {
  module {
    source = "../fixtures/tagged-service"
  }
}

run "tells_the_size_of_those_that_exist" {
  command = plan
  variables {
    services = { api = "shop-api-ecs", web = "shop-web-ecs" }
  }

  assert {
    condition     = output.task_counts == { api = 6 }
    error_message = "one that does not exist is left out, where a plain look-up would fail"
  }
}

run "knows_no_service_of_another_cluster_or_group" {
  command = plan
  variables {
    cluster_name = "other"
    services     = { api = "shop-api-ecs" }
  }

  assert {
    condition     = length(output.task_counts) == 0
    error_message = "a name is a cluster's"
  }
}
