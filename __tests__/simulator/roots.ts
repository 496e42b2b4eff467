/** Small root modules in HCL for the simulator's tests. */

/** Two public subnets in a VPC, with the routes that make them so. */
export const NETWORK = `
resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_internet_gateway" "main" { vpc_id = aws_vpc.main.id }
resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = "us-east-1\${["a", "b"][count.index]}"
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
`;

/** The roles of an Express service. */
export const ROLES = `
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs.amazonaws.com"]
    }
  }
}
resource "aws_iam_role" "infrastructure" {
  name               = "infrastructure"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
resource "aws_iam_role_policy_attachment" "infrastructure" {
  role       = aws_iam_role.infrastructure.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices"
}
`;

/** Express services with the names in `var.services`. */
export const EXPRESS = `
provider "aws" { region = "us-east-1" }
variable "image" { default = "app:1" }
variable "services" {
  type    = list(string)
  default = ["api", "web"]
}
resource "aws_ecs_cluster" "main" { name = "shop" }
resource "aws_ecs_express_gateway_service" "this" {
  for_each                = toset(var.services)
  service_name            = each.key
  cluster                 = aws_ecs_cluster.main.name
  cpu                     = "256"
  memory                  = "512"
  infrastructure_role_arn = aws_iam_role.infrastructure.arn
  execution_role_arn      = "arn:aws:iam::123456789012:role/execution"
  primary_container {
    image = var.image
  }
  network_configuration = [{ subnets = aws_subnet.public[*].id, security_groups = [] }]
  depends_on            = [aws_iam_role_policy_attachment.infrastructure, aws_route.internet, aws_route_table_association.public]
}
${NETWORK}${ROLES}`;

/** From the first Express service to its load balancer, and a web ACL on that. */
export const DISCOVERY = `
locals { anchor = aws_ecs_express_gateway_service.this[sort(var.services)[0]].service_arn }
data "aws_ecs_service" "anchor" {
  service_name = element(split("/", local.anchor), length(split("/", local.anchor)) - 1)
  cluster_arn  = aws_ecs_cluster.main.arn
}
data "aws_lb_listener_rule" "anchor" { arn = one(one(data.aws_ecs_service.anchor.load_balancer).advanced_configuration).production_listener_rule }
data "aws_lb_listener" "anchor" { arn = data.aws_lb_listener_rule.anchor.listener_arn }
data "aws_lb" "anchor" { arn = data.aws_lb_listener.anchor.load_balancer_arn }
data "aws_lbs" "managed" {
  tags       = { AmazonECSManaged = "true" }
  depends_on = [aws_wafv2_web_acl_association.main]
}
resource "aws_wafv2_ip_set" "allowed" {
  name               = "allowed"
  scope              = "REGIONAL"
  ip_address_version = "IPV4"
  addresses          = ["203.0.113.0/24"]
}
resource "aws_wafv2_web_acl" "main" {
  name  = "main"
  scope = "REGIONAL"
  default_action {
    block {}
  }
  rule {
    name     = "allowed"
    priority = 1
    action {
      allow {}
    }
    statement {
      or_statement {
        statement {
          ip_set_reference_statement { arn = aws_wafv2_ip_set.allowed.arn }
        }
        statement {
          geo_match_statement { country_codes = ["CH"] }
        }
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "allowed"
      sampled_requests_enabled   = true
    }
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "main"
    sampled_requests_enabled   = true
  }
}
resource "aws_wafv2_web_acl_association" "main" {
  resource_arn = data.aws_lb.anchor.arn
  web_acl_arn  = aws_wafv2_web_acl.main.arn
}
output "dns_name" { value = data.aws_lb.anchor.dns_name }
output "live" { value = one(data.aws_ecs_service.anchor.load_balancer).target_group_arn }
output "idle" { value = one(one(data.aws_ecs_service.anchor.load_balancer).advanced_configuration).alternate_target_group_arn }
output "security_groups" { value = one(data.aws_ecs_service.anchor.network_configuration).security_groups }
output "managed" { value = data.aws_lbs.managed.arns }
output "urls" { value = { for name, service in aws_ecs_express_gateway_service.this : name => one(service.ingress_paths).endpoint } }
`;

/** A plain service behind its own load balancer, with Service Connect and scaling. */
export const PLAIN = `
provider "aws" {
  region = "us-east-1"
  default_tags { tags = { project = "shop" } }
}
variable "image" { default = "app:1" }
resource "aws_security_group" "balancer" {
  name_prefix = "balancer-"
  vpc_id      = aws_vpc.main.id
}
resource "aws_vpc_security_group_ingress_rule" "balancer" {
  for_each          = toset(["203.0.113.0/24", "198.51.100.0/24"])
  security_group_id = aws_security_group.balancer.id
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
}
resource "aws_lb" "main" {
  name            = "shop"
  subnets         = aws_subnet.public[*].id
  security_groups = [aws_security_group.balancer.id]
}
resource "aws_lb_target_group" "api" {
  name        = "api"
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}
resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.main.arn
  port              = 80
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
}
resource "aws_service_discovery_http_namespace" "main" { name = "shop" }
resource "aws_ecs_cluster" "main" { name = "shop" }
resource "aws_ecs_task_definition" "api" {
  family                   = "api"
  cpu                      = 256
  memory                   = 512
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = jsonencode([{ name = "app", image = var.image, portMappings = [{ name = "http", containerPort = 80 }] }])
}
resource "aws_ecs_service" "api" {
  name            = "api"
  cluster         = aws_ecs_cluster.main.arn
  task_definition = aws_ecs_task_definition.api.arn
  launch_type     = "FARGATE"
  desired_count   = 2
  network_configuration {
    subnets = aws_subnet.public[*].id
  }
  load_balancer {
    target_group_arn = aws_lb_target_group.api.arn
    container_name   = "app"
    container_port   = 80
  }
  service_connect_configuration {
    enabled   = true
    namespace = aws_service_discovery_http_namespace.main.arn
    service {
      port_name = "http"
      client_alias { port = 80 }
    }
  }
  depends_on = [aws_lb_listener.http]
}
resource "aws_appautoscaling_target" "api" {
  service_namespace  = "ecs"
  resource_id        = "service/\${aws_ecs_cluster.main.name}/\${aws_ecs_service.api.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 4
}
resource "aws_appautoscaling_policy" "api" {
  name               = "cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "ecs"
  resource_id        = aws_appautoscaling_target.api.resource_id
  scalable_dimension = aws_appautoscaling_target.api.scalable_dimension
  target_tracking_scaling_policy_configuration {
    target_value = 60
    predefined_metric_specification { predefined_metric_type = "ECSServiceAverageCPUUtilization" }
  }
}
resource "null_resource" "marker" { triggers = { service = aws_ecs_service.api.id } }
output "revision" { value = aws_ecs_task_definition.api.revision }
output "dns_name" { value = aws_lb.main.dns_name }
output "tags" { value = aws_lb.main.tags_all }
${NETWORK}`;
