provider "aws" {}

variables {
  name         = "shop"
  cluster_name = "shop"
  services = {
    api = {
      service_name   = "shop-api-express"
      min_task_count = 2
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

run "makes_no_alarm_unless_asked" {
  command = plan

  assert {
    condition = sum([
      length(aws_cloudwatch_metric_alarm.running_tasks), length(aws_cloudwatch_metric_alarm.cpu), length(aws_cloudwatch_metric_alarm.memory),
      length(aws_cloudwatch_metric_alarm.unhealthy_hosts), length(aws_cloudwatch_metric_alarm.errors), length(aws_cloudwatch_metric_alarm.latency),
    ]) == 0
    error_message = "alarms are billed"
  }
  assert {
    condition     = { for service, names in output.alarm_names : service => length(names) } == { api = 0, worker = 0 }
    error_message = "and every service says so"
  }
}

run "names_them_without_the_track" {
  command = plan
  variables {
    alarms = {}
  }

  assert {
    condition = { for service, names in output.alarm_names : service => join(" ", names) } == {
      api    = "shop-api-5xx shop-api-cpu shop-api-latency shop-api-memory shop-api-running-tasks shop-api-unhealthy-hosts"
      worker = "shop-worker-cpu shop-worker-memory shop-worker-running-tasks"
    }
    error_message = "six of a service behind a load balancer, three of one without"
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.cpu["api"].dimensions == tomap({ ClusterName = "shop", ServiceName = "shop-api-express" })
    error_message = "the track is in the dimension alone"
  }
}

run "counts_tasks_without_container_insights_and_takes_silence_for_none" {
  command = plan
  variables {
    alarms = {}
  }

  assert {
    condition     = [for a in aws_cloudwatch_metric_alarm.running_tasks : [a.metric_name, a.statistic, a.comparison_operator, a.threshold, a.period, a.treat_missing_data]] == [["CPUUtilization", "SampleCount", "LessThanThreshold", 2, 60, "breaching"], ["CPUUtilization", "SampleCount", "LessThanThreshold", 1, 60, "breaching"]]
    error_message = "a task sends one sample a minute, a service without tasks none"
  }
  assert {
    condition     = alltrue([for a in concat(values(aws_cloudwatch_metric_alarm.cpu), values(aws_cloudwatch_metric_alarm.memory), values(aws_cloudwatch_metric_alarm.errors), values(aws_cloudwatch_metric_alarm.latency), values(aws_cloudwatch_metric_alarm.unhealthy_hosts)) : a.treat_missing_data == "notBreaching"])
    error_message = "a quiet service is well"
  }
}

run "has_no_alarm_on_the_number_of_tasks_where_none_has_to_run" {
  command = plan
  variables {
    alarms   = {}
    services = { worker = { service_name = "shop-worker-ecs", min_task_count = 0 } }
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.running_tasks) == 0 && join(" ", output.alarm_names.worker) == "shop-worker-cpu shop-worker-memory"
    error_message = "it could not go off"
  }
}

run "takes_both_target_groups_for_one" {
  command = plan
  variables {
    alarms = {}
  }

  assert {
    condition     = one([for q in aws_cloudwatch_metric_alarm.errors["api"].metric_query : q.expression if q.id == "value"]) == "MAX([100 * errors0 / requests0, 100 * errors1 / requests1])"
    error_message = "the worse share: a canary's failures are not lost among the other group's requests"
  }
  assert {
    condition = toset(flatten([for q in aws_cloudwatch_metric_alarm.errors["api"].metric_query : [for m in q.metric : "${q.id} ${m.metric_name} ${m.stat} ${m.dimensions.TargetGroup}"]])) == toset([
      "errors0 HTTPCode_Target_5XX_Count Sum targetgroup/blue/2",
      "errors1 HTTPCode_Target_5XX_Count Sum targetgroup/green/3",
      "requests0 RequestCount Sum targetgroup/blue/2",
      "requests1 RequestCount Sum targetgroup/green/3",
    ])
    error_message = "each metric of each group under an id of its own"
  }
  assert {
    condition     = alltrue(flatten([for q in aws_cloudwatch_metric_alarm.latency["api"].metric_query : [for m in q.metric : m.dimensions.LoadBalancer == "app/ecs-express-gateway-alb-0a1b2c3d/1" && m.stat == "p95"]]))
    error_message = "on the given load balancer"
  }
  assert {
    condition     = one([for q in aws_cloudwatch_metric_alarm.unhealthy_hosts["api"].metric_query : q.expression if q.id == "value"]) == "MAX([unhealthy0, unhealthy1])" && aws_cloudwatch_metric_alarm.unhealthy_hosts["api"].threshold == 0
    error_message = "one unhealthy task in either is one too many"
  }
}

run "looks_at_one_target_group_where_there_is_one" {
  command = plan
  variables {
    alarms = {}
    services = {
      api = { service_name = "shop-api", min_task_count = 1, load_balancer = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/1", target_group_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/blue/2"] } }
    }
  }

  assert {
    condition     = one([for q in aws_cloudwatch_metric_alarm.errors["api"].metric_query : q.expression if q.id == "value"]) == "MAX([100 * errors0 / requests0])"
    error_message = "its share"
  }
}

run "keeps_to_the_thresholds_and_tells_the_topics" {
  variables {
    alarms = {
      sns_topic_arns       = ["arn:aws:sns:us-east-1:123456789012:alarms"]
      metrics              = ["5xx", "latency", "cpu", "memory"]
      minutes              = 10
      error_percent        = 1
      latency_milliseconds = 250
      cpu_percent          = 70
      memory_percent       = 95
    }
    tags = { team = "shop" }
  }

  assert {
    condition     = [aws_cloudwatch_metric_alarm.errors["api"].threshold, aws_cloudwatch_metric_alarm.latency["api"].threshold, aws_cloudwatch_metric_alarm.cpu["api"].threshold, aws_cloudwatch_metric_alarm.memory["api"].threshold] == [1, 0.25, 70, 95]
    error_message = "percent and seconds"
  }
  assert {
    condition = alltrue([
      for a in concat(values(aws_cloudwatch_metric_alarm.errors), values(aws_cloudwatch_metric_alarm.cpu)) :
      a.evaluation_periods == 10 && a.alarm_actions == toset(["arn:aws:sns:us-east-1:123456789012:alarms"]) && a.ok_actions == a.alarm_actions && a.tags.team == "shop"
    ])
    error_message = "every alarm tells when it goes off and when it is over"
  }
  assert {
    condition     = length(aws_cloudwatch_metric_alarm.running_tasks) == 0 && length(aws_cloudwatch_metric_alarm.unhealthy_hosts) == 0
    error_message = "what was left out is not made"
  }
  assert {
    condition     = length(output.alarm_arns) == 6
    error_message = "four of the api, two of the worker"
  }
}

run "says_the_way_out_when_ecs_tells_no_target_group" {
  command = plan
  variables {
    alarms = {}
    services = {
      api = { service_name = "shop-api-express", min_task_count = 1, load_balancer = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/1", target_group_arns = [null, null] } }
    }
  }
  expect_failures = [aws_cloudwatch_metric_alarm.errors, aws_cloudwatch_metric_alarm.latency, aws_cloudwatch_metric_alarm.unhealthy_hosts]
}

run "refuses_a_metric_that_it_does_not_know" {
  command = plan
  variables {
    alarms = { metrics = ["disk"] }
  }
  expect_failures = [var.alarms]
}

run "refuses_more_than_a_day" {
  command = plan
  variables {
    alarms = { minutes = 1441 }
  }
  expect_failures = [var.alarms]
}
