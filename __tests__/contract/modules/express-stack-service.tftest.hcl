provider "aws" {}

variables {
  name                    = "shop-web-express-stack"
  cluster_name            = "shop"
  subnet_ids              = ["subnet-2", "subnet-1"]
  security_group_ids      = ["sg-1"]
  infrastructure_role_arn = "arn:aws:iam::123456789012:role/infrastructure"
  task_definition_arn     = "arn:aws:ecs:us-east-1:123456789012:task-definition/shop-web:1"
  service                 = { health_check_path = "/healthz?deep=1" }
  tags                    = { team = "shop" }
}

run "writes_one_service_with_every_default_out" {
  command = plan

  assert {
    condition = jsondecode(aws_cloudformation_stack.this.template_body).Resources == { Service = {
      Type = "AWS::ECS::ExpressGatewayService"
      Properties = {
        ServiceName           = "shop-web-express-stack"
        Cluster               = "shop"
        TaskDefinitionArn     = { Ref = "TaskDefinitionArn" }
        InfrastructureRoleArn = "arn:aws:iam::123456789012:role/infrastructure"
        HealthCheckPath       = "/healthz?deep=1"
        NetworkConfiguration  = { Subnets = ["subnet-1", "subnet-2"], SecurityGroups = ["sg-1"] }
        ScalingTarget         = { AutoScalingMetric = "AVERAGE_CPU", AutoScalingTargetValue = 60, MinTaskCount = 1, MaxTaskCount = 20 }
      }
    } }
    error_message = "nothing that excludes a task definition, and lists in an order of their own"
  }
  assert {
    condition     = aws_cloudformation_stack.this.parameters == tomap({ TaskDefinitionArn = "arn:aws:ecs:us-east-1:123456789012:task-definition/shop-web:1" })
    error_message = "the task definition is a parameter, so that a plan names it"
  }
  assert {
    condition     = aws_cloudformation_stack.this.name == "shop-web-express-stack" && aws_cloudformation_stack.this.tags == tomap({ team = "shop" }) && aws_cloudformation_stack.this.capabilities == null
    error_message = "the service's name, its tags, and no capability that it does not need"
  }
  assert {
    condition     = [for s in jsondecode(aws_cloudformation_stack.this.policy_body).Statement : [s.Effect, s.Action]] == [["Allow", "Update:Modify"], ["Deny", ["Update:Replace", "Update:Delete"]]]
    error_message = "CloudFormation may not replace it"
  }
}

run "ground" {
  module {
    source = "../fixtures/express-ground"
  }
}

run "refuses_a_name_that_no_stack_has" {
  command = plan
  variables {
    name = "1-web"
  }
  expect_failures = [var.name]
}

run "definition" {
  module {
    source = "../fixtures/task-definition"
  }
}

run "tells_what_aws_made" {
  variables {
    cluster_name            = run.ground.cluster_name
    subnet_ids              = run.ground.subnet_ids
    security_group_ids      = []
    infrastructure_role_arn = run.ground.infrastructure_role_arn
    task_definition_arn     = run.definition.arn
    find_target_groups      = true
  }

  assert {
    condition     = can(regex("^https://[a-z]{2}-[0-9a-f]{32}[.]ecs[.]us-east-1[.]on[.]aws$", output.url)) && output.service_name == "shop-web-express-stack" && endswith(output.service_arn, ":service/ground/shop-web-express-stack")
    error_message = "URL, name and ARN"
  }
  assert {
    condition     = sort(output.managed_arns.target_groups) == tolist(output.target_group_arns) && length(output.target_group_arns) == 2
    error_message = "both target groups, by either way"
  }
  assert {
    condition     = can(regex(":loadbalancer/app/", output.managed_arns.load_balancer)) && can(regex(":listener/app/", output.managed_arns.listener)) && can(regex(":listener-rule/app/", output.managed_arns.listener_rule)) && can(regex(":certificate/", output.managed_arns.certificate)) && length(output.managed_arns.load_balancer_security_groups) == 1 && length(output.managed_arns.service_security_groups) == 1 && length(output.managed_arns.metric_alarms) == 1
    error_message = "the rest of what it manages"
  }
}
