import { environmentOf, type FlatService } from "../flat";
import { HEALTH_CHECK_PATH, IMAGE, ZONES } from "../services";
import { letter, PUBLIC_SUBNETS } from "./network";
import { securityGroups } from "./service";

const CLOSED = ZONES.map((zone) => `aws_network_acl_association.public_${letter(zone)}`).join(", ");

/** A service on Express Mode. */
export const expressService = (service: FlatService): string => `
resource "terraform_data" "${service.id}_cluster" {
  input = aws_ecs_cluster.main.name
}

resource "aws_ecs_express_gateway_service" "${service.id}" {
  service_name            = "shop-${service.name}-express"
  cluster                 = aws_ecs_cluster.main.name
  cpu                     = "512"
  memory                  = "1024"
  health_check_path       = "${HEALTH_CHECK_PATH}"
  execution_role_arn      = aws_iam_role.${service.id}_execution.arn
  infrastructure_role_arn = aws_iam_role.infrastructure.arn
  task_role_arn           = aws_iam_role.${service.id}_task.arn
  wait_for_steady_state   = true
  network_configuration {
    security_groups = ${securityGroups(service)}
    subnets         = ${PUBLIC_SUBNETS}
  }
  primary_container {
    image          = "${IMAGE}"
    container_port = ${service.port}
    aws_logs_configuration {
      log_group         = aws_cloudwatch_log_group.${service.id}.name
      log_stream_prefix = "ecs"
    }${environmentOf(service, ".shop.internal").map(variable).join("")}
  }
  scaling_target {
    auto_scaling_metric       = "AVERAGE_CPU"
    auto_scaling_target_value = 60
    min_task_count            = 1
    max_task_count            = 20
  }
  depends_on = [aws_iam_role_policy_attachment.infrastructure, aws_iam_role_policy_attachment.${service.id}_execution, ${CLOSED}]
  lifecycle {
    replace_triggered_by = [terraform_data.${service.id}_cluster]
  }
}
`;

const variable = ({ name, value }: { name: string; value: string }): string => `
    environment {
      name  = "${name}"
      value = "${value}"
    }`;

/** Finds the load balancer that Express Mode made, and keeps to it. */
export const expressLoadBalancer = ([first]: readonly FlatService[]): string => `
data "aws_ecs_service" "first" {
  cluster_arn  = aws_ecs_cluster.main.name
  service_name = aws_ecs_express_gateway_service.${first?.id}.service_name
}

data "aws_lb_listener_rule" "first" {
  arn = one(one(data.aws_ecs_service.first.load_balancer).advanced_configuration[*].production_listener_rule)
}

data "aws_lb_listener" "first" {
  arn = data.aws_lb_listener_rule.first.listener_arn
}

data "aws_lb" "express" {
  arn = terraform_data.load_balancer.output
}

resource "terraform_data" "load_balancer" {
  input = data.aws_lb_listener.first.load_balancer_arn
  lifecycle {
    ignore_changes = [input]
  }
}
`;
