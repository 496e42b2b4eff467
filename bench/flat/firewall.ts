import type { Mode } from "../../modules/kit/capability";
import { ALLOWED_CIDR } from "../services";

/** The web ACL in front of the load balancer of either track. */
export const firewall = (mode: Mode): string => `
${ipSet("ipv4", `["${ALLOWED_CIDR}"]`)}${ipSet("ipv6", "[]")}
resource "aws_wafv2_web_acl" "main" {
  name        = "shop"
  description = "Blocks everything but allowed_cidrs"
  scope       = "REGIONAL"
  default_action {
    block {}
  }${rule("ipv4", 1000)}${rule("ipv6", 1001)}
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "shop"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_association" "main" {
  resource_arn = ${mode === "express" ? "terraform_data.load_balancer.output" : "aws_lb.main.arn"}
  web_acl_arn  = aws_wafv2_web_acl.main.arn
}
`;

const ipSet = (family: string, addresses: string): string => `
resource "aws_wafv2_ip_set" "${family}" {
  name               = "shop-${family}"
  description        = "allowed_cidrs"
  scope              = "REGIONAL"
  ip_address_version = "${family.toUpperCase()}"
  addresses          = ${addresses}
}
`;

const rule = (family: string, priority: number): string => `
  rule {
    name     = "allowed-${family}"
    priority = ${priority}
    action {
      allow {}
    }
    statement {
      ip_set_reference_statement {
        arn = aws_wafv2_ip_set.${family}.arn
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "allowed-${family}"
      sampled_requests_enabled   = true
    }
  }`;
