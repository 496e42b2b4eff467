provider "aws" {}

# The reference input: a dashboard that calls an API, both public behind one allowlist.
variables {
  name          = "shop"
  mode          = "express"
  allowed_cidrs = ["203.0.113.0/24", "2001:db8::/32"]
  # Runs flip what the first one has made.
  accept_url_changes = true
  network            = { availability_zones = ["us-east-1a", "us-east-1b"] }
  services = {
    dashboard = { image = "app:1", port = 3000, health_check_path = "/healthz", connects_to = ["api"] }
    api       = { image = "app:1", port = 8080, health_check_path = "/health" }
  }
}

run "runs_on_express" {
  assert {
    condition     = keys(module.express) == ["api", "dashboard"] && length(module.ecs) == 0
    error_message = "every service is on Express Mode and none beside it"
  }
  assert {
    condition     = keys(output.load_balancer_arns) == ["express"] && keys(output.load_balancer_dns_names) == ["express"] && module.alb.load_balancer_arn == null
    error_message = "the one load balancer is Express Mode's"
  }
  assert {
    condition     = keys(output.urls) == ["api", "dashboard"] && keys(output.security_group_ids) == ["api", "dashboard"] && keys(output.task_role_arns) == ["api", "dashboard"] && keys(output.log_group_names) == ["api", "dashboard"]
    error_message = "each service has its outputs"
  }
  assert {
    condition     = alltrue([for url in output.urls : can(regex("^https://[a-z]{2}-[0-9a-f]{32}[.]ecs[.]", url))])
    error_message = "each URL is the service's own answer"
  }
  assert {
    condition     = local.express_environments.dashboard == { API_URL = "http://api.shop.internal:8080" } && length(local.express_environments.api) == 0
    error_message = "express to express: by private DNS, and only the caller is told"
  }
}

# With a domain, because a failed check inside a called module, here the one about plain HTTP, fails a run.
run "runs_on_plain_ecs" {
  command = plan
  variables {
    mode   = "ecs"
    domain = { name = "example.com", zone = { id = "Z1" } }
  }

  assert {
    condition     = keys(module.ecs) == ["api", "dashboard"] && length(module.express) == 0
    error_message = "every service is on plain ECS and none beside it"
  }
  assert {
    condition     = keys(output.load_balancer_arns) == ["ecs"] && keys(output.load_balancer_dns_names) == ["ecs"] && module.express_load_balancer.load_balancer_arn == null
    error_message = "the one load balancer is the group's own"
  }
  assert {
    condition     = keys(output.urls) == ["api", "dashboard"] && keys(output.security_group_ids) == ["api", "dashboard"] && keys(output.task_role_arns) == ["api", "dashboard"] && keys(output.log_group_names) == ["api", "dashboard"]
    error_message = "the outputs are the same as on Express Mode"
  }
  assert {
    condition     = local.plain_environments.dashboard == { API_URL = "http://api:8080" } && length(local.plain_environments.api) == 0
    error_message = "plain to plain: by Service Connect"
  }
  assert {
    condition     = local.service_connect.api.serve_as == "api" && local.service_connect.dashboard.serve_as == null && local.service_connect.dashboard.peers == ["http://api:8080?idle=300&request=15"] && local.registered == ["api"]
    error_message = "the target serves, the caller only calls, and private DNS knows the target as well"
  }
}

run "has_the_names_of_a_domain_on_either_track" {
  command = plan
  variables {
    domain = { name = "example.com", zone = { id = "Z1" } }
    services = {
      api    = { image = "app:1", port = 8080 }
      web    = { image = "app:1", port = 3000, mode = "ecs", host_names = ["example.com", "www.example.com"] }
      worker = { image = "app:1", port = 7070, mode = "ecs", public = false }
    }
  }

  assert {
    condition     = output.urls == { api = "https://api.example.com", web = "https://example.com" } && keys(output.express_urls) == ["api"]
    error_message = "the URL does not tell the track; the generated one stays to be had"
  }
  assert {
    condition     = local.recorded == { "api.example.com" = "api", "example.com" = "web", "www.example.com" = "web" }
    error_message = "each name has a record, and a service that nobody reaches has no name"
  }
}

run "runs_a_service_on_both_tracks_while_one_stands_by" {
  command = plan
  variables {
    standby_mode = "ecs"
    traffic      = { express = 90, ecs = 10 }
    domain       = { name = "example.com", zone = { id = "Z1" } }
    alarms       = {}
    services = {
      dashboard = { image = "app:1", port = 3000, health_check_path = "/healthz", connects_to = ["api"] }
      api       = { image = "app:1", port = 8080, health_check_path = "/health", standby_mode = "express", traffic = { express = 1 } }
    }
  }

  assert {
    condition     = keys(module.express) == ["api", "dashboard"] && keys(module.ecs) == ["dashboard"] && jsonencode(local.tracks) == jsonencode({ api = ["express"], dashboard = ["express", "ecs"] })
    error_message = "the group's other track stands by, and its own mode is none"
  }
  assert {
    condition     = local.weights.dashboard == { express = 90, ecs = 10, other = 0 } && local.weights.api == { express = 1, ecs = 0, other = 0 }
    error_message = "a service's own weights go before the group's"
  }
  assert {
    condition     = local.plain_environments.dashboard == local.express_environments.dashboard && length(local.registered) == 0
    error_message = "both tracks reach a target that is on Express Mode by one name"
  }
  assert {
    condition     = keys(local.watched) == ["api", "dashboard", "dashboard-standby"] && keys(output.load_balancer_arns) == ["ecs", "express"]
    error_message = "the one that stands by is watched and locked down as the other is"
  }
}

run "connects_services_in_every_direction" {
  command = plan
  variables {
    mode = "ecs"
    services = {
      api        = { image = "app:1", port = 8080, mode = "express" }
      dashboard  = { image = "app:1", port = 3000, mode = "express", connects_to = ["api", "price-list"], environment = { KEPT = "yes" } }
      price-list = { image = "app:1", port = 9090, public = false }
      worker     = { image = "app:1", port = 7070, public = false, connects_to = ["api", "price-list"] }
    }
  }

  assert {
    condition     = keys(module.ecs) == ["price-list", "worker"] && keys(module.express) == ["api", "dashboard"]
    error_message = "a service's own mode goes before the group's"
  }
  assert {
    condition     = local.plain_environments.worker == { API_URL = "http://api.shop.internal:8080", PRICE_LIST_URL = "http://price-list:9090" }
    error_message = "plain to express by private DNS, plain to plain by Service Connect"
  }
  assert {
    condition     = local.express_environments.dashboard == { KEPT = "yes", API_URL = "http://api.shop.internal:8080", PRICE_LIST_URL = "http://price-list.shop.internal:9090" }
    error_message = "express to either by private DNS, beside what it was given"
  }
  assert {
    condition     = local.connected == { price-list = ["worker"] } && local.service_connect.worker.peers == ["http://price-list:9090?idle=300&request=15"]
    error_message = "Service Connect is between plain services alone"
  }
  assert {
    condition     = local.registered == ["price-list"]
    error_message = "ECS registers a plain target in private DNS"
  }
  assert {
    condition     = keys(output.load_balancer_arns) == ["express"] && keys(output.urls) == ["api", "dashboard"]
    error_message = "a service that is not public has no URL and needs no load balancer"
  }
}

run "lets_two_services_call_each_other" {
  command = plan
  variables {
    mode   = "ecs"
    domain = { name = "example.com", zone = { id = "Z1" } }
    services = {
      a = { image = "app:1", port = 3000, connects_to = ["b"] }
      b = { image = "app:1", port = 8080, connects_to = ["a"] }
    }
  }

  assert {
    condition     = local.plain_environments == { a = { B_URL = "http://b:8080" }, b = { A_URL = "http://a:3000" } }
    error_message = "names are known at plan, so there is no cycle"
  }
  assert {
    condition     = { for name, part in local.service_connect : name => [part.serve_as, part.peers] } == { a = ["a", ["http://b:8080?idle=300&request=15"]], b = ["b", ["http://a:3000?idle=300&request=15"]] }
    error_message = "each serves and calls"
  }
  assert {
    condition     = local.connected == { a = ["b"], b = ["a"] }
    error_message = "each is deployed anew when the other's name came after it"
  }
}

run "tells_callers_of_a_change_of_what_they_call" {
  command = plan
  variables {
    mode                = "ecs"
    service_connect_tls = { aws_pca_authority_arn = "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/1" }
    services = {
      front  = { image = "app:1", port = 3000, public = false, connects_to = ["orders"] }
      orders = { image = "app:1", port = 9090, public = false, app_protocol = "grpc", service_connect = { per_request_timeout_seconds = 0 } }
    }
  }

  assert {
    condition     = local.service_connect.front.peers == ["grpc://orders:9090?idle=300&request=0&tls"]
    error_message = "address, protocol, time limits and TLS are in the words that deploy a caller anew"
  }
  assert {
    condition     = local.plain_environments.front == { ORDERS_URL = "http://orders:9090" }
    error_message = "the proxies do the rest: the caller writes the same"
  }
}

run "warns_of_a_service_that_nothing_wakes" {
  command = plan
  variables {
    mode     = "ecs"
    domain   = { name = "example.com", zone = { id = "Z1" } }
    services = { api = { image = "app:1", port = 8080, scaling = { min_task_count = 0, schedules = { night = { schedule = "cron(0 20 ? * * *)", max_task_count = 1 } } } } }
  }
  expect_failures = [check.something_starts_tasks]
}

run "is_content_with_one_that_a_schedule_wakes" {
  command = plan
  variables {
    mode     = "ecs"
    domain   = { name = "example.com", zone = { id = "Z1" } }
    services = { api = { image = "app:1", port = 8080, scaling = { min_task_count = 0, schedules = { morning = { schedule = "cron(0 8 ? * * *)", min_task_count = 1 } } } } }
  }

  assert {
    condition     = length(local.without_tasks) == 0
    error_message = "no warning"
  }
}

run "watches_each_service_on_its_own_track" {
  command = plan
  variables {
    mode      = "ecs"
    alarms    = {}
    dashboard = true
    services = {
      api    = { image = "app:1", port = 8080, mode = "express", scaling = { min_task_count = 2 } }
      worker = { image = "app:1", port = 7070, mode = "ecs", public = false }
    }
  }

  assert {
    condition     = { for name, s in local.watched : name => "${s.service_name} ${s.min_task_count} ${s.load_balancer == null ? 0 : length(s.load_balancer.target_group_arns)}" } == { api = "shop-api-express 2 2", worker = "shop-worker-ecs 1 0" }
    error_message = "names, tasks and the number of target groups are known before anything is made"
  }
  assert {
    condition     = { for name, alarms in output.alarm_names : name => length(alarms) } == { api = 6, worker = 3 } && output.dashboard_name == "shop-us-east-1"
    error_message = "and so are the names of alarms and dashboard"
  }
}

run "watches_for_the_fewest_tasks_of_any_hour" {
  command = plan
  variables {
    mode   = "ecs"
    domain = { name = "example.com", zone = { id = "Z1" } }
    alarms = { metrics = ["running-tasks"] }
    services = {
      fewer = { image = "app:1", port = 8080, scaling = { min_task_count = 3, schedules = {
        day   = { schedule = "cron(0 8 ? * * *)", min_task_count = 4, max_task_count = 8 }
        night = { schedule = "cron(0 20 ? * * *)", min_task_count = 2, max_task_count = 2 }
      } } }
      none = { image = "app:1", port = 8080, scaling = { schedules = {
        day   = { schedule = "cron(0 8 ? * * *)", min_task_count = 1, max_task_count = 8 }
        night = { schedule = "cron(0 20 ? * * *)", min_task_count = 0, max_task_count = 0 }
      } } }
    }
  }

  assert {
    condition     = { for name, s in local.watched : name => s.min_task_count } == { fewer = 2, none = 0 }
    error_message = "what a schedule asks for at night is no alarm"
  }
  assert {
    condition     = { for name, alarms in output.alarm_names : name => join(" ", alarms) } == { fewer = "shop-fewer-running-tasks", none = "" }
    error_message = "and where none runs at night there is none to make"
  }
}

run "keeps_private_services_on_express_apart" {
  variables {
    network = { availability_zones = ["us-east-1a", "us-east-1b"], nat_gateway = "single" }
    alarms  = {}
    services = {
      api    = { image = "app:1", port = 8080, connects_to = ["prices"], deployment_configuration = { strategy = "CANARY" } }
      prices = { image = "app:1", port = 9090, public = false }
    }
  }

  assert {
    condition     = length(local.unwatched_shifts) == 0
    error_message = "Express Mode's canary has an alarm of its own"
  }
  assert {
    condition     = local.exposed == ["api"] && local.hidden == ["prices"] && keys(output.urls) == ["api"] && keys(output.load_balancer_arns) == ["express"]
    error_message = "one of them is reached from outside"
  }
  assert {
    condition     = local.express_environments.api == { PRICES_URL = "http://prices.shop.internal:9090" }
    error_message = "the other by its private name"
  }
  assert {
    condition     = local.watched.prices.load_balancer == null && length(output.alarm_names.prices) == 3 && length(output.alarm_names.api) == 6
    error_message = "and is watched as a private one on the plain track is"
  }
}

run "needs_no_web_acl_where_everything_is_private" {
  command = plan
  variables {
    network  = { availability_zones = ["us-east-1a", "us-east-1b"], vpc_endpoints = true }
    services = { prices = { image = "app:1", port = 9090, public = false } }
  }

  assert {
    condition     = length(output.load_balancer_arns) == 0 && length(output.urls) == 0 && length(module.express) == 1
    error_message = "nothing to associate one with"
  }
}

run "refuses_a_private_service_on_express_without_private_subnets" {
  command = plan
  variables {
    services = { prices = { image = "app:1", port = 9090, public = false } }
  }
  expect_failures = [var.services]
}


run "warns_of_a_canary_that_nothing_watches" {
  command = plan
  variables {
    mode   = "ecs"
    domain = { name = "example.com", zone = { id = "Z1" } }
    services = {
      canary  = { image = "app:1", port = 8080, deployment_configuration = { strategy = "CANARY" } }
      linear  = { image = "app:1", port = 8080, deployment_configuration = { strategy = "LINEAR", alarms = { alarm_names = ["a"], enable = false } } }
      alarmed = { image = "app:1", port = 8080, deployment_configuration = { strategy = "CANARY", alarms = { alarm_names = ["a"] } } }
      hooked = { image = "app:1", port = 8080, deployment_configuration = { strategy = "LINEAR", lifecycle_hooks = {
        smoke = { hook_target_arn = "arn:aws:lambda:us-east-1:123456789012:function:smoke", role_arn = "arn:aws:iam::123456789012:role/hook", lifecycle_stages = ["POST_TEST_TRAFFIC_SHIFT"] }
      } } }
      rolling = { image = "app:1", port = 8080 }
    }
  }

  assert {
    condition     = local.unwatched_shifts == ["canary", "linear"]
    error_message = "an alarm or a hook watches, an alarm that is off does not"
  }
  expect_failures = [check.something_watches_shifts]
}

run "warns_of_shells_whose_key_is_out_of_reach" {
  command = plan
  variables {
    mode            = "ecs"
    domain          = { name = "example.com", zone = { id = "Z1" } }
    network         = { availability_zones = ["us-east-1a", "us-east-1b"], vpc_endpoints = true }
    execute_command = { kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1" }
  }
  expect_failures = [check.shells_reach_their_key]
}

run "is_content_with_shells_that_reach_it" {
  command = plan
  variables {
    mode            = "ecs"
    domain          = { name = "example.com", zone = { id = "Z1" } }
    network         = { availability_zones = ["us-east-1a", "us-east-1b"], vpc_endpoints = true, kms_endpoint = true }
    execute_command = { kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1" }
  }

  assert {
    condition     = length(module.network.private_availability_zones) == 2
    error_message = "in private subnets"
  }
}

run "warns_of_images_that_float" {
  command = plan
  variables {
    mode   = "ecs"
    domain = { name = "example.com", zone = { id = "Z1" } }
    services = {
      bare     = { image = "registry.example.com:5000/app", port = 8080 }
      latest   = { image = "app:latest", port = 8080, sidecars = { proxy = { image = "proxy" } } }
      tagged   = { image = "registry.example.com:5000/team/app:1", port = 8080 }
      digested = { image = "app@sha256:0000000000000000000000000000000000000000000000000000000000000000", port = 8080 }
      resolved = { image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:latest", port = 8080, resolve_image_digest = true }
    }
  }

  assert {
    condition     = local.floating_images == tolist(["bare", "latest", "latest/proxy"])
    error_message = "the port of a registry is no tag, and a digest that is looked up does not float"
  }
  assert {
    condition     = keys(module.image_digests.images) == ["resolved"] && can(regex("/app@sha256:[0-9a-f]{64}$", module.image_digests.images.resolved))
    error_message = "known at plan"
  }
  expect_failures = [check.images_do_not_float]
}

run "refuses_what_express_mode_cannot_do" {
  command = plan
  variables {
    services = { api = { image = "app:1", port = 8080, cpu_architecture = "ARM64" } }
  }
  expect_failures = [var.services]
}

run "stands_in_a_vpc_that_is_made_in_the_same_apply" {
  module {
    source = "../fixtures/adopted-vpc"
  }

  assert {
    condition     = output.shop.vpc_id == output.vpc_id
    error_message = "the VPC is adopted, though its id is not known at plan"
  }
  assert {
    condition     = keys(output.shop.urls) == ["api"] && keys(output.shop.load_balancer_arns) == ["express"] && can(regex("loadbalancer/app/ecs-express-gateway-alb-", output.shop.load_balancer_arns.express))
    error_message = "the service on Express Mode is served"
  }
  assert {
    condition     = output.shop.log_group_names == { api = "/ecs/store/api", worker = "/ecs/store/worker" } && length(distinct(values(output.shop.security_group_ids))) == 2 && length(distinct(values(output.shop.task_role_arns))) == 2 && output.shop.web_acl_arn != null
    error_message = "logs, security groups, roles and web ACL"
  }
}

run "there_is_a_cluster_already" {
  module {
    source = "../fixtures/cluster"
  }
}

run "runs_on_what_there_is_already" {
  command = plan
  variables {
    mode                      = "ecs"
    cluster                   = { name = run.there_is_a_cluster_already.name }
    service_connect_namespace = { arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1" }
    infrastructure_role       = { arn = "arn:aws:iam::123456789012:role/platform-express" }
    iam_role_path             = "/shop/"
    services = {
      dashboard = {
        image          = "app:1", port = 3000, public = false, connects_to = ["worker"]
        execution_role = { arn = "arn:aws:iam::123456789012:role/starts" }
        log_group      = { name = "/platform/dashboard" }
      }
      worker = { image = "app:1", port = 7070, public = false }
    }
  }

  assert {
    condition     = output.cluster_name == "platform" && endswith(module.cluster.cluster_arn, ":cluster/platform")
    error_message = "services run in the given cluster"
  }
  assert {
    condition     = output.log_group_names == { dashboard = "/platform/dashboard", worker = "/ecs/shop/worker" }
    error_message = "the given log group stands beside those that are made"
  }
  assert {
    condition     = module.roles.execution_role_arns.dashboard == "arn:aws:iam::123456789012:role/starts" && module.roles.infrastructure_role_arn == null
    error_message = "given roles are used, and none are made beside them"
  }
}

run "keeps_the_overlay_unused_on_plain_ecs" {
  command = plan
  variables {
    mode                        = "ecs"
    domain                      = { name = "example.com", zone = { id = "Z1" } }
    express_ingress_overlay_dev = true
    services                    = { api = { image = "app:1", port = 8080, express_overlay_dev = { capacity_provider = "FARGATE_SPOT" } } }
  }

  assert {
    condition     = length(output.express_overlay_dev_services) == 0
    error_message = "a plain service has the options themselves, and nothing warns"
  }
}
