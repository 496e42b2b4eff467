import { Workspace } from "../../simulator/testing";
import { itTerraform } from "./needs";
import { NETWORK } from "./roots";

jest.setTimeout(120_000);

/** Applies a root and returns the errors, one on a line. */
function errorsOf(hcl: string): string[] {
  const workspace = new Workspace({ "main.tf": `provider "aws" { region = "us-east-1" }\n${hcl}` });
  try {
    workspace.init();
    const { output } = workspace.run(["apply", "-auto-approve", "-parallelism=1"]);
    return output
      .split(/^Error: /m)
      .slice(1)
      .map((error) => error.replace(/\s+/g, " "));
  } finally {
    workspace.remove();
  }
}

const WEB_ACL = (name: string): string => `
resource "aws_wafv2_web_acl" "${name}" {
  name  = "${name}"
  scope = "REGIONAL"
  default_action {
    block {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "${name}"
    sampled_requests_enabled   = true
  }
}
resource "aws_wafv2_web_acl_association" "${name}" {
  web_acl_arn  = aws_wafv2_web_acl.${name}.arn
  resource_arn = aws_lb.main.arn
}
`;

describe("AWS's refusals", () => {
  itTerraform("of rules that compare too much, sticky groups that share a rule, and logs that nobody may write", () => {
    const errors = errorsOf(`
${NETWORK}
resource "aws_s3_bucket" "closed" {
  bucket_prefix = "closed-"
}
resource "aws_lb" "logged" {
  name    = "logged"
  subnets = aws_subnet.public[*].id
  access_logs {
    enabled = true
    bucket  = aws_s3_bucket.closed.id
  }
}
resource "aws_lb" "main" {
  name    = "main"
  subnets = aws_subnet.public[*].id
}
resource "aws_lb_target_group" "sticky" {
  count       = 2
  name        = "sticky-${"${count.index}"}"
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
  stickiness {
    type = "lb_cookie"
  }
}
resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.main.arn
  port              = 80
  default_action {
    type = "fixed-response"
    fixed_response { content_type = "text/plain" }
  }
}
resource "aws_lb_listener_rule" "shared" {
  listener_arn = aws_lb_listener.http.arn
  condition {
    path_pattern { values = ["/*"] }
  }
  action {
    type = "forward"
    forward {
      target_group { arn = aws_lb_target_group.sticky[0].arn }
      target_group { arn = aws_lb_target_group.sticky[1].arn }
    }
  }
}
resource "aws_lb_listener_rule" "long" {
  listener_arn = aws_lb_listener.http.arn
  condition {
    path_pattern { values = ["/1", "/2", "/3"] }
  }
  condition {
    host_header { values = ["a.example.com", "b.example.com", "c.example.com"] }
  }
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.sticky[0].arn
  }
}
`);
    expect(errors).toHaveLength(3);
    expect(errors).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/Access Denied for bucket: closed-.* Please check S3bucket permission/),
        expect.stringContaining("You must enable group stickiness on a rule"),
        expect.stringContaining("A rule can only have '5' condition values"),
      ]),
    );
  });

  itTerraform("of duplicates, long names, a second web ACL, /0 in an IP set, and a service without a listener", () => {
    const errors = errorsOf(`
${NETWORK}
resource "aws_lb" "main" {
  name    = "main"
  subnets = aws_subnet.public[*].id
}
${WEB_ACL("first")}${WEB_ACL("second")}
resource "aws_wafv2_ip_set" "world" {
  name               = "world"
  scope              = "REGIONAL"
  ip_address_version = "IPV4"
  addresses          = ["0.0.0.0/0"]
}
resource "aws_iam_role" "twin" {
  count              = 2
  name               = "twin"
  assume_role_policy = "{}"
}
resource "aws_lb_target_group" "long" {
  name     = "this-name-is-longer-than-the-32-characters"
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}
resource "aws_lb_target_group" "loose" {
  name        = "loose"
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}
resource "aws_lb_listener" "twin" {
  count             = 2
  load_balancer_arn = aws_lb.main.arn
  port              = 80 + 0 * count.index
  default_action {
    type = "fixed-response"
    fixed_response { content_type = "text/plain" }
  }
}
resource "aws_security_group" "main" { vpc_id = aws_vpc.main.id }
resource "aws_vpc_security_group_ingress_rule" "twin" {
  count             = 2
  security_group_id = aws_security_group.main.id
  cidr_ipv4         = "10.0.0.0/8"
  ip_protocol       = "-1"
}
resource "aws_ecs_cluster" "main" { name = "main" }
resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}
resource "aws_ecs_service" "loose" {
  name            = "loose"
  cluster         = aws_ecs_cluster.main.arn
  task_definition = aws_ecs_task_definition.app.arn
  load_balancer {
    target_group_arn = aws_lb_target_group.loose.arn
    container_name   = "app"
    container_port   = 80
  }
}
`);
    const expected = [
      /WAFAssociatedItemException: .* is already associated with/,
      /IP Set \(world\): .*WAFInvalidParameterException: .*0\.0\.0\.0\/0/,
      /IAM Role \(twin\): .*EntityAlreadyExists: Role with name twin already exists/,
      /LB Target Group .*cannot be longer than '32' characters/,
      /LB Listener.*DuplicateListener/,
      /InvalidPermission\.Duplicate/,
      /ECS Service \(loose\): .*does not have an associated load balancer/,
    ];
    expect(expected.filter((pattern) => !errors.some((error) => pattern.test(error)))).toEqual([]);
    expect(errors).toHaveLength(expected.length);
  });

  itTerraform("of reading what is not there", () => {
    const [error] = errorsOf('data "aws_lb" "absent" { name = "absent" }');
    expect(error).toMatch(/reading LB .*no matching ELBv2 Load Balancer found \(name = absent\)/);
  });

  itTerraform("of deleting an IP set that a web ACL uses", () => {
    const ipSet = (name: string): string => `
resource "aws_wafv2_ip_set" "allowed" {
  name               = "${name}"
  scope              = "REGIONAL"
  ip_address_version = "IPV4"
  addresses          = []
}`;
    const rule = `rule {
    name     = "allowed"
    priority = 1
    action {
      allow {}
    }
    statement {
      ip_set_reference_statement { arn = aws_wafv2_ip_set.allowed.arn }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "allowed"
      sampled_requests_enabled   = true
    }
  }
  visibility_config {`;
    const webAcl = WEB_ACL("main")
      .split('resource "aws_wafv2_web_acl_association"')[0]!
      .replace("visibility_config {", rule);
    const workspace = new Workspace({ "main.tf": `provider "aws" { region = "us-east-1" }${ipSet("one")}${webAcl}` });
    try {
      workspace.init();
      workspace.apply();
      workspace.write({ "main.tf": `provider "aws" { region = "us-east-1" }${ipSet("two")}${webAcl}` });
      expect(workspace.run(["apply", "-auto-approve"]).output).toMatch(/WAFAssociatedItemException/);
    } finally {
      workspace.remove();
    }
  });
});
