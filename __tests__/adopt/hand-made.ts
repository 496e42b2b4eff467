/** Services as somebody makes them by hand, in plain HCL without this project's modules. */

const GROUND = `
provider "aws" { region = "eu-west-1" }
resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_internet_gateway" "main" { vpc_id = aws_vpc.main.id }
resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = "eu-west-1\${["a", "b"][count.index]}"
}
resource "aws_subnet" "private" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index + 10)
  availability_zone = "eu-west-1\${["a", "b"][count.index]}"
}
resource "aws_route_table" "public" { vpc_id = aws_vpc.main.id }
resource "aws_route" "internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}
resource "aws_route_table_association" "public" {
  count          = 2
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}
resource "aws_route_table" "private" { vpc_id = aws_vpc.main.id }
resource "aws_route_table_association" "private" {
  count          = 2
  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private.id
}
resource "aws_ecs_cluster" "main" { name = "main" }
resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}
resource "aws_iam_role" "these" {
  for_each           = { execution = "ecs-tasks", task = "ecs-tasks", infrastructure = "ecs" }
  name               = each.key
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "\${each.value}.amazonaws.com" } }]
  })
}
resource "aws_cloudwatch_log_group" "web" { name = "/services/web" }
resource "aws_security_group" "tasks" {
  name        = "web-tasks"
  description = "By hand"
  vpc_id      = aws_vpc.main.id
}
`;

/** A Fargate service with the launch type, behind the HTTPS listener of a load balancer that others use too. */
export const PLAIN = `${GROUND}
resource "aws_security_group" "balancer" {
  name        = "balancer"
  description = "By hand"
  vpc_id      = aws_vpc.main.id
}
resource "aws_acm_certificate" "main" {
  domain_name       = "example.com"
  validation_method = "DNS"
}
resource "aws_acm_certificate_validation" "main" { certificate_arn = aws_acm_certificate.main.arn }
resource "aws_lb" "main" {
  name            = "main"
  subnets         = aws_subnet.public[*].id
  security_groups = [aws_security_group.balancer.id]
}
resource "aws_lb_target_group" "web" {
  name        = "web-by-hand"
  port        = 3000
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
  health_check {
    path                = "/healthz"
    interval            = 20
    timeout             = 6
    healthy_threshold   = 3
    unhealthy_threshold = 4
    matcher             = "200-299"
  }
}
resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.main.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = aws_acm_certificate_validation.main.certificate_arn
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}
resource "aws_lb_listener_rule" "web" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 10
  condition {
    host_header { values = ["www.example.com"] }
  }
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}
resource "aws_ecs_task_definition" "web" {
  family                   = "web-family"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "512"
  memory                   = "1024"
  execution_role_arn       = aws_iam_role.these["execution"].arn
  task_role_arn            = aws_iam_role.these["task"].arn
  container_definitions = jsonencode([{
    name         = "nginx"
    image        = "public.ecr.aws/nginx/nginx:1.29"
    essential    = true
    portMappings = [{ containerPort = 3000, hostPort = 3000, protocol = "tcp" }]
    environment  = [{ name = "STAGE", value = "prod" }, { name = "DB_PASSWORD", value = "hunter2hunter2" }]
    secrets      = [{ name = "API_KEY", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:key-AbCdEf" }]
    logConfiguration = {
      logDriver = "awslogs"
      options   = { awslogs-group = aws_cloudwatch_log_group.web.name, awslogs-region = "eu-west-1", awslogs-stream-prefix = "ecs" }
    }
  }])
}
resource "aws_ecs_service" "web" {
  name                              = "web"
  cluster                           = aws_ecs_cluster.main.name
  task_definition                   = aws_ecs_task_definition.web.arn
  launch_type                       = "FARGATE"
  desired_count                     = 2
  health_check_grace_period_seconds = 60
  network_configuration {
    subnets         = aws_subnet.private[*].id
    security_groups = [aws_security_group.tasks.id]
  }
  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "nginx"
    container_port   = 3000
  }
  tags       = { team = "shop" }
  depends_on = [aws_lb_listener_rule.web]
}
resource "aws_appautoscaling_target" "web" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/main/\${aws_ecs_service.web.name}"
  min_capacity       = 2
  max_capacity       = 6
}
resource "aws_appautoscaling_policy" "web" {
  name               = "cpu by hand"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.web.service_namespace
  scalable_dimension = aws_appautoscaling_target.web.scalable_dimension
  resource_id        = aws_appautoscaling_target.web.resource_id
  target_tracking_scaling_policy_configuration {
    target_value       = 45
    scale_in_cooldown  = 120
    scale_out_cooldown = 30
    predefined_metric_specification { predefined_metric_type = "ECSServiceAverageCPUUtilization" }
  }
}
`;

/** A service on Express Mode, as the console makes it: a name, an image, what AWS takes for the rest. */
export const EXPRESS = `${GROUND}
resource "aws_iam_role_policy_attachment" "infrastructure" {
  role       = aws_iam_role.these["infrastructure"].name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices"
}
resource "aws_ecs_express_gateway_service" "web" {
  service_name            = "web"
  cluster                 = aws_ecs_cluster.main.name
  execution_role_arn      = aws_iam_role.these["execution"].arn
  infrastructure_role_arn = aws_iam_role.these["infrastructure"].arn
  health_check_path       = "/healthz"
  primary_container {
    image          = "public.ecr.aws/nginx/nginx:1.29"
    container_port = 3000
    environment {
      name  = "STAGE"
      value = "prod"
    }
  }
  network_configuration = [{ subnets = aws_subnet.public[*].id, security_groups = [] }]
  depends_on            = [aws_iam_role_policy_attachment.infrastructure, aws_route.internet, aws_route_table_association.public]
}
`;
