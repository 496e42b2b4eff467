import { createHash } from "node:crypto";
import type { FlatService } from "../flat";
import { ALLOWED_CIDR, HEALTH_CHECK_PATH } from "../services";
import { PUBLIC_SUBNETS } from "./network";

/** The load balancer of the plain track, when a service stands behind it. */
export const loadBalancer = (services: readonly FlatService[]): string =>
  services.length === 0
    ? ""
    : `
resource "aws_lb" "main" {
  name                       = "shop"
  load_balancer_type         = "application"
  ip_address_type            = "dualstack"
  security_groups            = [aws_security_group.load_balancer.id]
  subnets                    = ${PUBLIC_SUBNETS}
  desync_mitigation_mode     = "defensive"
  drop_invalid_header_fields = true
  enable_deletion_protection = false
  idle_timeout               = 60
}
`;

/** A service's way through it. */
export const loadBalancerOf = ({ id, name, port }: FlatService): string => `
resource "aws_vpc_security_group_ingress_rule" "load_balancer_${id}" {
  security_group_id = aws_security_group.load_balancer.id
  description       = "In allowed_cidrs"
  cidr_ipv4         = "${ALLOWED_CIDR}"
  ip_protocol       = "tcp"
  from_port         = ${port}
  to_port           = ${port}
}

resource "aws_vpc_security_group_egress_rule" "load_balancer_${id}" {
  security_group_id            = aws_security_group.load_balancer.id
  referenced_security_group_id = aws_security_group.${id}.id
  description                  = "Tasks of ${name}"
  ip_protocol                  = "tcp"
  from_port                    = ${port}
  to_port                      = ${port}
}

resource "aws_vpc_security_group_ingress_rule" "${id}_load_balancer" {
  security_group_id            = aws_security_group.${id}.id
  referenced_security_group_id = aws_security_group.load_balancer.id
  description                  = "The load balancer"
  ip_protocol                  = "tcp"
  from_port                    = ${port}
  to_port                      = ${port}
}

resource "aws_lb_target_group" "${id}" {
  name                 = "shop-${name}-${suffix(name, port)}"
  port                 = ${port}
  protocol             = "HTTP"
  target_type          = "ip"
  vpc_id               = aws_vpc.main.id
  deregistration_delay = "30"
  health_check {
    path                = "${HEALTH_CHECK_PATH}"
    matcher             = "200"
    interval            = 15
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener" "${id}" {
  load_balancer_arn = aws_lb.main.arn
  port              = ${port}
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.${id}.arn
  }
}
`;

/** The eight characters that a target group's name ends in, so that a new port gets a new group. */
const suffix = (name: string, port: number): string =>
  createHash("sha1").update(`shop/${name}:${port}`).digest("hex").slice(0, 8);
