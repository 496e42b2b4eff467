locals {
  port = 3000
  name = "web-${var.stage}"
}

resource "aws_apprunner_auto_scaling_configuration_version" "web" {
  auto_scaling_configuration_name = "web"
  max_concurrency                 = 30
  max_size                        = 5
  min_size                        = 2
}

/* resource "aws_apprunner_service" "commented" { service_name = "ghost" } */
resource "aws_apprunner_service" "web" {
  service_name                   = local.name
  auto_scaling_configuration_arn = aws_apprunner_auto_scaling_configuration_version.web.arn

  source_configuration {
    auto_deployments_enabled = false
    image_repository {
      image_identifier      = "${aws_ecr_repository.web.repository_url}:${var.image_tag}"
      image_repository_type = "ECR"
      image_configuration {
        port = local.port
        runtime_environment_variables = {
          STAGE    = var.stage
          LITERAL  = "$${not_a_reference}"
          COMPUTED = join(",", var.list)
        }
      }
    }
  }

  instance_configuration {
    cpu               = "512"
    memory            = 1024
    instance_role_arn = var.role == "" ? null : var.role
  }

  network_configuration {
    egress_configuration {
      egress_type       = "VPC"
      vpc_connector_arn = aws_apprunner_vpc_connector.web[0].arn
    }
  }

  tags = { stage = var.stage }
}

resource "aws_apprunner_vpc_connector" "web" {
  count              = var.in_vpc ? 1 : 0
  vpc_connector_name = "web"
  subnets            = ["subnet-a", "subnet-b"]
  security_groups    = ["sg-a"]
}

resource "aws_apprunner_custom_domain_association" "web" {
  service_arn = aws_apprunner_service.web.arn
  domain_name = "web.example.org"
}

resource "aws_apprunner_service" "off" {
  count        = 0
  service_name = "off"
}

resource "aws_apprunner_service" "each" {
  for_each     = var.names
  service_name = each.key
}

module "more" {
  source = "./more"
}
