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
  itTerraform("of any record beside a CNAME of the same name", () => {
    const errors = errorsOf(`
resource "aws_route53_zone" "this" { name = "example.com" }
resource "aws_route53_record" "cname" {
  zone_id = aws_route53_zone.this.zone_id
  name    = "www.example.com"
  type    = "CNAME"
  ttl     = 300
  records = ["elsewhere.example.com"]
}
resource "aws_route53_record" "a" {
  zone_id    = aws_route53_zone.this.zone_id
  name       = "www.example.com"
  type       = "A"
  ttl        = 300
  records    = ["192.0.2.1"]
  depends_on = [aws_route53_record.cname]
}
`);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/a conflicting RRSet of type CNAME with the same DNS name already exists in zone/);
  });

  itTerraform(
    "of rules that compare too much, sticky groups that share a rule, certificates that wait for their validation, and logs that nobody may write",
    () => {
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
resource "aws_acm_certificate" "waiting" {
  domain_name       = "example.com"
  validation_method = "DNS"
}
resource "aws_lb_listener_certificate" "waiting" {
  listener_arn    = aws_lb_listener.http.arn
  certificate_arn = aws_acm_certificate.waiting.arn
}
`);
      expect(errors).toHaveLength(4);
      expect(errors).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/Access Denied for bucket: closed-.* Please check S3bucket permission/),
          expect.stringContaining("You must enable group stickiness on a rule"),
          expect.stringContaining("A rule can only have '5' condition values"),
          expect.stringContaining("UnsupportedCertificate"),
        ]),
      );
    },
  );

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

  itTerraform("of task definitions whose size, shares, order or volumes do not fit", () => {
    const definitions: Readonly<Record<string, [containers: string, more: string, says: RegExp]>> = {
      size: ['{ name = "a", image = "a" }', "cpu = 256\nmemory = 4096", /No Fargate configuration exists/],
      cpu: ['{ name = "a", image = "a", cpu = 300 }', "", /sum of all container 'cpu' values cannot be greater/],
      memory: [
        '{ name = "a", image = "a", memory = 300 }, { name = "b", image = "b", memoryReservation = 300 }',
        "",
        /sum of all container 'memoryReservation' values cannot be greater/,
      ],
      limit: [
        '{ name = "a", image = "a", memory = 600, memoryReservation = 6 }',
        "",
        /'memory' setting for container 'a' is greater than for the task/,
      ],
      unknown: [
        '{ name = "a", image = "a", dependsOn = [{ containerName = "b", condition = "START" }] }',
        "",
        /depends on 'b', which is not in the task definition/,
      ],
      essential: [
        '{ name = "a", image = "a" }, { name = "b", image = "b", dependsOn = [{ containerName = "a", condition = "SUCCESS" }] }',
        "",
        /SUCCESS or COMPLETE condition cannot be an essential container/,
      ],
      cycle: [
        '{ name = "a", image = "a", dependsOn = [{ containerName = "b", condition = "START" }] }, { name = "b", image = "b", dependsOn = [{ containerName = "a", condition = "START" }] }',
        "",
        /cycle in the dependencies/,
      ],
      volume: ['{ name = "a", image = "a", mountPoints = [{ sourceVolume = "data" }] }', "", /Unknown volume 'data'/],
      efs: [
        '{ name = "a", image = "a" }',
        'volume {\n name = "data"\n efs_volume_configuration {\n file_system_id = "fs-0a"\n authorization_config { iam = "ENABLED" }\n }\n }',
        /need transit encryption/,
      ],
    };
    const errors = errorsOf(
      Object.entries(definitions)
        .map(
          ([family, [containers, more]]) => `resource "aws_ecs_task_definition" "${family}" {
  family                   = "${family}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  ${more.includes("cpu") ? "" : "cpu = 256\n  memory = 512"}
  container_definitions    = jsonencode([${containers}])
  ${more}
}`,
        )
        .join("\n"),
    );
    const unsaid = Object.entries(definitions).filter(
      ([family, [, , says]]) => !errors.some((error) => error.includes(`(${family})`) && says.test(error)),
    );
    expect(unsaid.map(([family]) => family)).toEqual([]);
    expect(errors).toHaveLength(Object.keys(definitions).length);
  });

  itTerraform("of moving requests that nothing, a rule of one group, or a role without rights would move", () => {
    const service = (name: string, strategy: string, more: string): string => `
resource "aws_ecs_service" "${name}" {
  name            = "${name}"
  cluster         = aws_ecs_cluster.main.arn
  task_definition = aws_ecs_task_definition.app.arn
  deployment_configuration { strategy = "${strategy}" }
  ${more}
}`;
    const balancer = (rule: string): string => `load_balancer {
    target_group_arn = aws_lb_target_group.main[0].arn
    container_name   = "app"
    container_port   = 80
    advanced_configuration {
      alternate_target_group_arn = aws_lb_target_group.main[1].arn
      production_listener_rule   = aws_lb_listener_rule.${rule}.arn
      role_arn                   = aws_iam_role.main.arn
    }
  }`;
    const rule = (name: string, groups: string, priority: number): string => `
resource "aws_lb_listener_rule" "${name}" {
  listener_arn = aws_lb_listener.main.arn
  priority     = ${priority}
  condition {
    path_pattern { values = ["/${name}"] }
  }
  action {
    type = "forward"
    forward {
      dynamic "target_group" {
        for_each = ${groups}
        content { arn = target_group.value }
      }
    }
  }
}`;
    const errors = errorsOf(`
${NETWORK}
resource "aws_lb" "main" {
  name    = "main"
  subnets = aws_subnet.public[*].id
}
resource "aws_lb_target_group" "main" {
  count       = 2
  name        = "group-\${count.index}"
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}
resource "aws_lb_listener" "main" {
  load_balancer_arn = aws_lb.main.arn
  port              = 80
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main[1].arn
  }
}
${rule("both", "aws_lb_target_group.main[*].arn", 1)}${rule("one", "[aws_lb_target_group.main[0].arn]", 2)}
resource "aws_iam_role" "main" { assume_role_policy = "{}" }
resource "aws_ecs_cluster" "main" { name = "main" }
resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}
${service("nothing", "CANARY", "")}
${service("half", "ROLLING", balancer("one"))}
${service("powerless", "ROLLING", balancer("both"))}
`);
    const expected = [
      /ECS Service \(nothing\): .*CANARY deployment strategy requires/,
      /ECS Service \(half\): .*Both targetGroup and alternateTargetGroup must be associated/,
      /ECS Service \(powerless\): .*does not have .*AmazonECSInfrastructureRolePolicyForLoadBalancers/,
    ];
    expect(expected.filter((pattern) => !errors.some((error) => pattern.test(error)))).toEqual([]);
    expect(errors).toHaveLength(expected.length);
  });

  itTerraform("of a key that CloudWatch Logs may not use, and of alarms that are another's or make no sense", () => {
    const errors = errorsOf(`
resource "aws_kms_key" "closed" {}
resource "aws_cloudwatch_log_group" "closed" {
  name       = "closed"
  kms_key_id = aws_kms_key.closed.arn
}
resource "aws_kms_key" "open" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "kms:*", Resource = "*", Principal = { Service = "logs.us-east-1.amazonaws.com" } }] })
}
resource "aws_cloudwatch_log_group" "open" {
  name       = "open"
  kms_key_id = aws_kms_key.open.arn
}
resource "aws_cloudwatch_metric_alarm" "twin" {
  count               = 2
  alarm_name          = "twin"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  period              = 60
}
resource "aws_cloudwatch_metric_alarm" "formula" {
  alarm_name          = "formula"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_query {
    id          = "value"
    expression  = "SUM([m0, m1])"
    return_data = true
  }
  metric_query {
    id = "m0"
    metric {
      namespace   = "AWS/ECS"
      metric_name = "CPUUtilization"
      stat        = "Average"
      period      = 60
    }
  }
}
resource "aws_cloudwatch_metric_alarm" "long" {
  alarm_name          = "long"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1441
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  period              = 60
}
resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = "shop"
  dashboard_body = "widgets"
}
`);
    const expected = [
      /not allowed to be used with Arn 'arn:aws:logs:us-east-1:123456789012:log-group:closed'/,
      /The alarm twin exists/,
      /Unrecognized metric identifier 'm1'/,
      /cannot be checked across more than a day/,
      /DashboardBody must be a valid JSON object/,
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
