import type { FlatService } from "../flat";

const TRUST_TASKS = `jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })`;

/** What a service has on either track: its roles, log group and security group. */
export const serviceBasics = ({ id, name }: FlatService): string => `
resource "aws_iam_role" "${id}_execution" {
  name_prefix        = "shop-${name}-execution-"
  assume_role_policy = ${TRUST_TASKS}
}

resource "aws_iam_role_policy_attachment" "${id}_execution" {
  role       = aws_iam_role.${id}_execution.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_iam_role" "${id}_task" {
  name_prefix        = "shop-${name}-task-"
  assume_role_policy = ${TRUST_TASKS}
}

resource "aws_cloudwatch_log_group" "${id}" {
  name              = "/ecs/shop/${name}"
  retention_in_days = 30
}

resource "aws_security_group" "${id}" {
  name_prefix = "shop-${name}-"
  description = "Tasks of ${name} in shop"
  vpc_id      = aws_vpc.main.id
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "${id}_ipv4" {
  security_group_id = aws_security_group.${id}.id
  description       = "Anywhere"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

resource "aws_vpc_security_group_egress_rule" "${id}_ipv6" {
  security_group_id = aws_security_group.${id}.id
  description       = "Anywhere"
  cidr_ipv6         = "::/0"
  ip_protocol       = "-1"
}
`;

/** Whether a service has the security group of those that call each other. */
export const isMember = ({ connectsTo, isCalled }: FlatService): boolean => isCalled || connectsTo.length > 0;

/** HCL for the security groups of its tasks. */
export const securityGroups = (service: FlatService): string =>
  `[aws_security_group.${service.id}.id${isMember(service) ? ", aws_security_group.members.id" : ""}]`;
