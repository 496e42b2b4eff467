provider "aws" {}

variables {
  name         = "shop"
  cluster_name = "shop"
  services = {
    api = {
      service_name   = "shop-api-express"
      min_task_count = 1
      load_balancer = {
        arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/ecs-express-gateway-alb-0a1b2c3d/1"
        target_group_arns = [
          "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/blue/2",
          "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/green/3",
        ]
      }
    }
    worker = { service_name = "shop-worker-ecs", min_task_count = 1 }
  }
}

run "shows_each_service_in_a_row" {
  assert {
    condition = [for w in jsondecode(aws_cloudwatch_dashboard.this[0].dashboard_body).widgets : "${w.x},${w.y} ${w.properties.title}"] == [
      "8,0 5xx of the load balancers themselves",
      "0,6 api: tasks", "6,6 api: CPU and memory", "12,6 api: requests", "18,6 api: latency",
      "0,12 worker: tasks", "6,12 worker: CPU and memory",
    ]
    error_message = "requests and latency where something counts them, no web ACL and no alarms when there are none"
  }
  assert {
    condition     = alltrue([for w in jsondecode(aws_cloudwatch_dashboard.this[0].dashboard_body).widgets : w.properties.region == "us-east-1" && length(w.properties.metrics) > 0])
    error_message = "every graph has metrics of the Region"
  }
  assert {
    condition     = output.dashboard_name == "shop-us-east-1"
    error_message = "dashboards are the account's, so the Region is in the name"
  }
}

run "adds_both_target_groups_up" {
  assert {
    condition = [for m in [for w in jsondecode(aws_cloudwatch_dashboard.this[0].dashboard_body).widgets : w.properties.metrics if w.properties.title == "api: requests"][0] : try(m[0].expression, join(" ", [m[1], m[5], m[6].id, m[6].visible]))] == [
      "SUM([requests0, requests1])",
      "100 * SUM([errors0, errors1]) / SUM([requests0, requests1])",
      "RequestCount targetgroup/blue/2 requests0 false",
      "RequestCount targetgroup/green/3 requests1 false",
      "HTTPCode_Target_5XX_Count targetgroup/blue/2 errors0 false",
      "HTTPCode_Target_5XX_Count targetgroup/green/3 errors1 false",
    ]
    error_message = "a deployment that moves from one to the other leaves no gap"
  }
  assert {
    condition     = [for w in jsondecode(aws_cloudwatch_dashboard.this[0].dashboard_body).widgets : w.properties.metrics[0] if w.properties.title == "worker: tasks"] == [["AWS/ECS", "CPUUtilization", "ClusterName", "shop", "ServiceName", "shop-worker-ecs", { stat = "SampleCount", label = "running tasks" }]]
    error_message = "the number of samples is the number of tasks"
  }
}

run "shows_the_web_acl_and_the_alarms_that_there_are" {
  variables {
    web_acl_metric_name = "shop"
    alarm_arns          = ["arn:aws:cloudwatch:us-east-1:123456789012:alarm:shop-api-5xx"]
    services            = { worker = { service_name = "shop-worker-ecs", min_task_count = 1 } }
  }

  assert {
    condition     = [for w in jsondecode(aws_cloudwatch_dashboard.this[0].dashboard_body).widgets : w.properties.title] == ["Web ACL", "Alarms", "worker: tasks", "worker: CPU and memory"]
    error_message = "and no load balancer where there is none"
  }
  assert {
    condition     = slice(jsondecode(aws_cloudwatch_dashboard.this[0].dashboard_body).widgets[0].properties.metrics[0], 0, 8) == ["AWS/WAFV2", "BlockedRequests", "WebACL", "shop", "Region", "us-east-1", "Rule", "ALL"]
    error_message = "what was blocked, by all rules"
  }
  assert {
    condition     = jsondecode(aws_cloudwatch_dashboard.this[0].dashboard_body).widgets[1].properties.alarms == ["arn:aws:cloudwatch:us-east-1:123456789012:alarm:shop-api-5xx"]
    error_message = "the alarms by their ARNs"
  }
}

run "leaves_out_target_groups_that_ecs_does_not_tell" {
  command = plan
  variables {
    services = {
      api = { service_name = "shop-api-express", min_task_count = 1, load_balancer = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/1", target_group_arns = [null, null] } }
    }
  }

  assert {
    condition     = [for w in jsondecode(aws_cloudwatch_dashboard.this[0].dashboard_body).widgets : w.properties.title] == ["5xx of the load balancers themselves", "api: tasks", "api: CPU and memory"]
    error_message = "no graph of nothing"
  }
}

run "is_not_made_when_not_wanted" {
  command = plan
  variables {
    enabled = false
  }

  assert {
    condition     = length(aws_cloudwatch_dashboard.this) == 0 && output.dashboard_name == null
    error_message = "a dashboard is billed"
  }
}

run "refuses_a_group_s_name_that_aws_would" {
  command = plan
  variables {
    name = "Shop_1"
  }
  expect_failures = [var.name]
}
