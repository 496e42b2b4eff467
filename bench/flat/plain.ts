import { environmentOf, type FlatService } from "../flat";
import { IMAGE } from "../services";
import { PUBLIC_SUBNETS } from "./network";
import { isMember, securityGroups } from "./service";

/** A service on plain ECS. */
export const plainService = (service: FlatService): string => `
resource "aws_ecs_task_definition" "${service.id}" {
  family                   = "shop-${service.name}-ecs"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "${isMember(service) ? 1024 : 512}"
  memory                   = "${isMember(service) ? 2048 : 1024}"
  execution_role_arn       = aws_iam_role.${service.id}_execution.arn
  task_role_arn            = aws_iam_role.${service.id}_task.arn
  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }
  container_definitions = jsonencode([${container(service)}])
}

resource "aws_ecs_service" "${service.id}" {
  name                               = "shop-${service.name}-ecs"
  cluster                            = aws_ecs_cluster.main.name
  task_definition                    = aws_ecs_task_definition.${service.id}.arn
  desired_count                      = 1
  availability_zone_rebalancing      = "ENABLED"
  deployment_maximum_percent         = 200
  deployment_minimum_healthy_percent = 100
  enable_ecs_managed_tags            = true
  enable_execute_command             = false
  force_new_deployment               = true
  health_check_grace_period_seconds  = 300
  propagate_tags                     = "SERVICE"
  triggers                           = { peers = "${service.connectsTo
    .map(({ name, port }) => `http://${name}:${port}?idle=300&request=15`)
    .sort()
    .join(" ")}" }
  wait_for_steady_state              = true
  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    base              = 0
    weight            = 1
  }
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    assign_public_ip = true
    security_groups  = ${securityGroups(service)}
    subnets          = ${PUBLIC_SUBNETS}
  }
  load_balancer {
    container_name   = "Main"
    container_port   = ${service.port}
    target_group_arn = aws_lb_target_group.${service.id}.arn
  }${serviceConnect(service)}
  depends_on = [aws_lb_listener.${service.id}]
  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_appautoscaling_target" "${service.id}" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/shop/\${aws_ecs_service.${service.id}.name}"
  min_capacity       = 1
  max_capacity       = 20
}

resource "aws_appautoscaling_policy" "${service.id}" {
  name               = "shop-${service.name}-ecs-target-tracking"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.${service.id}.service_namespace
  scalable_dimension = aws_appautoscaling_target.${service.id}.scalable_dimension
  resource_id        = aws_appautoscaling_target.${service.id}.resource_id
  target_tracking_scaling_policy_configuration {
    target_value = 60
    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}
`;

const container = (service: FlatService): string => `{
    name            = "Main"
    image           = "${IMAGE}"
    essential       = true
    environment     = [${environmentOf(service, "")
      .map(({ name, value }) => `{ name = "${name}", value = "${value}" }`)
      .join(", ")}]
    secrets         = []
    linuxParameters = { initProcessEnabled = true }
    portMappings    = [{ name = "main", containerPort = ${service.port}, hostPort = ${service.port}, protocol = "tcp", appProtocol = "http" }]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.${service.id}.name
        awslogs-region        = "us-east-1"
        awslogs-stream-prefix = "ecs"
        max-buffer-size       = "25m"
        mode                  = "non-blocking"
      }
    }
  }`;

const serviceConnect = (service: FlatService): string =>
  isMember(service)
    ? `
  service_connect_configuration {
    enabled   = true
    namespace = aws_service_discovery_http_namespace.service_connect.arn
    log_configuration {
      log_driver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.${service.id}.name
        awslogs-region        = "us-east-1"
        awslogs-stream-prefix = "service-connect"
        max-buffer-size       = "25m"
        mode                  = "non-blocking"
      }
    }${service.isCalled ? served(service) : ""}
  }`
    : "";

const served = ({ name, port }: FlatService): string => `
    service {
      port_name      = "main"
      discovery_name = "${name}"
      client_alias {
        dns_name = "${name}"
        port     = ${port}
      }
      timeout {
        idle_timeout_seconds        = 300
        per_request_timeout_seconds = 15
      }
    }`;
