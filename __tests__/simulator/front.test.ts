import { Workspace, versionOf } from "../../simulator/testing";
import { REAL_PROVIDER, TERRAFORM, itNeeds } from "./needs";

jest.setTimeout(300_000);

/** The real provider checks its arguments and plans; nothing of it is applied, so no AWS is needed. */
const ROOT = `
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = "true"
  skip_requesting_account_id  = true
}
data "aws_iam_policy_document" "real" {
  statement {
    actions   = ["s3:Get*", "s3:List*"]
    resources = ["*"]
  }
}
resource "aws_ecs_express_gateway_service" "simulated" {
  service_name            = "web"
  cluster                 = "shop"
  infrastructure_role_arn = "arn:aws:iam::123456789012:role/infrastructure"
  execution_role_arn      = "arn:aws:iam::123456789012:role/execution"
  primary_container { image = "app:1" }
  network_configuration = [{ subnets = ["subnet-1", "subnet-2"], security_groups = [] }]
}
data "aws_ecs_service" "simulated" {
  service_name = element(split("/", aws_ecs_express_gateway_service.simulated.service_arn), 2)
  cluster_arn  = "shop"
}
output "policy" { value = data.aws_iam_policy_document.real.minified_json }
output "target_group" { value = one(data.aws_ecs_service.simulated.load_balancer).target_group_arn }
`;

describe("in front of a real provider", () => {
  const binary = REAL_PROVIDER;
  const test = itNeeds(TERRAFORM && binary, "no terraform-provider-aws_v* found; set AWS_PROVIDER_BINARY");

  test("the real one answers all types but Express and its data source", () => {
    const workspace = new Workspace({ "main.tf": ROOT }, { realProvider: binary!, version: versionOf(binary!) });
    try {
      workspace.init();
      workspace.apply();
      expect(workspace.outputs()["target_group"]).toMatch(/:targetgroup\/ecs-gateway-tg-/);
      const calls = workspace.calls().map(({ call, type }) => `${call} ${type}`);
      expect(calls).toContain("ApplyResourceChange aws_ecs_express_gateway_service");
      expect(calls).not.toContain("ReadDataSource data.aws_iam_policy_document");
      workspace.write({ "wrong.tf": 'resource "aws_lb" "wrong" { name = "-wrong-" }' });
      expect(workspace.run(["validate"]).output).toMatch(/"name" cannot (begin|end) with a hyphen/);
    } finally {
      workspace.remove();
    }
  });

  test("both render the same policy document", () => {
    const [real, simulated] = [{ realProvider: binary!, version: versionOf(binary!) }, {}].map((options) => {
      const workspace = new Workspace({ "main.tf": POLICIES }, options);
      try {
        workspace.init();
        workspace.apply();
        return workspace.outputs();
      } finally {
        workspace.remove();
      }
    });
    expect(simulated).toEqual(real);
  });
});

const POLICIES = `
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = "true"
  skip_requesting_account_id  = true
}
data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Base"
    actions   = ["logs:PutLogEvents", "logs:CreateLogStream"]
    resources = ["arn:aws:logs:*:*:*"]
  }
}
data "aws_iam_policy_document" "full" {
  policy_id                 = "full"
  source_policy_documents   = [data.aws_iam_policy_document.base.json]
  override_policy_documents = [jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "Replaced", Effect = "Deny", Action = "*", Resource = "*" }] })]
  statement {
    sid           = "Replaced"
    effect        = "Allow"
    not_actions   = ["iam:*"]
    not_resources = ["arn:aws:s3:::&{aws:username}/<x>"]
  }
  statement {
    sid       = "All"
    actions   = ["sts:AssumeRole", "sts:TagSession", "a:b"]
    resources = ["*"]
    principals {
      type        = "Service"
      identifiers = ["ecs.amazonaws.com", "ecs-tasks.amazonaws.com"]
    }
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["123456789012"]
    }
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:b", "arn:a"]
    }
  }
  statement {
    actions = ["s3:GetObject"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    resources = ["arn:aws:s3:::b/*"]
  }
}
output "base" { value = data.aws_iam_policy_document.base.json }
output "full" { value = data.aws_iam_policy_document.full.json }
output "minified" { value = data.aws_iam_policy_document.full.minified_json }
`;
