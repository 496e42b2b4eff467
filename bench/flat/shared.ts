import type { FlatService } from "../flat";

const TRUST_ECS = `jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs.amazonaws.com" } }]
  })`;

/** The cluster and what the services have in common. */
export const shared = ({ bothTracks, targets }: { bothTracks: boolean; targets: readonly FlatService[] }): string => `
resource "aws_ecs_cluster" "main" {
  name = "shop"
  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
  default_capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }
}

resource "aws_service_discovery_http_namespace" "service_connect" {
  name        = "shop"
  description = "Names of Service Connect"
}

resource "aws_security_group" "members" {
  name_prefix = "shop-group-"
  description = "Services of shop that call each other"
  vpc_id      = aws_vpc.main.id
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group" "load_balancer" {
  name_prefix = "shop-alb-"
  description = "Load balancer of shop: the allowed CIDRs only"
  vpc_id      = aws_vpc.main.id
  lifecycle {
    create_before_destroy = true
  }
}
${targets.map(fromMembers).join("")}${bothTracks ? INFRASTRUCTURE_ROLE : ""}`;

const fromMembers = ({ id, port }: FlatService): string => `
resource "aws_vpc_security_group_ingress_rule" "members_${id}" {
  security_group_id            = aws_security_group.members.id
  referenced_security_group_id = aws_security_group.members.id
  description                  = "Members of the group"
  ip_protocol                  = "tcp"
  from_port                    = ${port}
  to_port                      = ${port}
}
`;

const INFRASTRUCTURE_ROLE = `
resource "aws_iam_role" "infrastructure" {
  name_prefix        = "shop-infrastructure-"
  assume_role_policy = ${TRUST_ECS}
}

resource "aws_iam_role_policy_attachment" "infrastructure" {
  role       = aws_iam_role.infrastructure.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices"
}
`;
