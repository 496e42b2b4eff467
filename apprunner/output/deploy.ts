import type { GroupPlan } from "../plan";

/** What App Runner's automatic deployments become: a workflow for GitHub Actions that names the new digest and applies. */
export const githubWorkflow = (
  group: GroupPlan,
): string => `# An example: builds, pushes, and applies with the digest of what was pushed. The role needs the rights to push and to apply.
name: deploy
on:
  push:
    branches: [main]
permissions:
  id-token: write
  contents: read
concurrency: deploy
jobs:
  deploy:
    runs-on: ubuntu-latest
    env:
      REPOSITORY: ${JSON.stringify(repositoryOf(group))}
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          role-to-assume: \${{ vars.DEPLOY_ROLE_ARN }}
          aws-region: ${group.region ?? "us-east-1"}
      - uses: aws-actions/amazon-ecr-login@v2
      - uses: hashicorp/setup-terraform@v3
      - name: Build and push
        run: docker build -t "$REPOSITORY:$GITHUB_SHA" . && docker push "$REPOSITORY:$GITHUB_SHA"
      - name: Name the image in the tfvars and apply
        run: |
          digest=$(docker inspect --format '{{index .RepoDigests 0}}' "$REPOSITORY:$GITHUB_SHA")
          sed -i "s#\\"$REPOSITORY[:@][^\\"]*\\"#\\"$digest\\"#" ${group.name}.tfvars
          terraform init -input=false
          terraform apply -input=false -auto-approve -var-file=${group.name}.tfvars
`;

const repositoryOf = ({ services }: GroupPlan): string => {
  const image = services.map(({ converted, mode }) => converted[mode].service.image).find((name) => name !== undefined);
  return image?.replace(/@.*$/, "").replace(/:[^/:]+$/, "") ?? "<account>.dkr.ecr.<region>.amazonaws.com/<repository>";
};

/** The same without CI, for a moving tag on plain ECS: a push to ECR starts a new deployment through Step Functions. */
export const eventBridge = (
  group: GroupPlan,
  key: string,
): string => `# An example for plain ECS and a tag that moves: a push to ECR starts a new deployment. Rename to .tf to use it. Express Mode
# has no such call: name the new image in the tfvars (deploy.yml).
variable "repository" {
  type    = string
  default = ${JSON.stringify(repositoryOf(group).replace(/^[^/]*\//, ""))}
}

data "aws_iam_policy_document" "assume" {
  for_each = toset(["events", "states"])
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["\${each.key}.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "deploy" {
  for_each           = data.aws_iam_policy_document.assume
  name               = "${group.name}-deploy-\${each.key}"
  assume_role_policy = each.value.json
}

resource "aws_sfn_state_machine" "deploy" {
  name     = "${group.name}-deploy"
  role_arn = aws_iam_role.deploy["states"].arn
  definition = jsonencode({
    StartAt = "Deploy"
    States = {
      Deploy = {
        Type       = "Task"
        Resource   = "arn:aws:states:::aws-sdk:ecs:updateService"
        Parameters = { Cluster = module.switchyard.cluster_name, Service = ${JSON.stringify(`${group.name}-${key}-ecs`)}, ForceNewDeployment = true }
        End        = true
      }
    }
  })
}

resource "aws_iam_role_policy" "deploy" {
  role   = aws_iam_role.deploy["states"].id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "ecs:UpdateService", Resource = "*", Condition = { StringEquals = { "aws:ResourceTag/aws:ecs:clusterName" = module.switchyard.cluster_name } } }] })
}

resource "aws_iam_role_policy" "start" {
  role   = aws_iam_role.deploy["events"].id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "states:StartExecution", Resource = aws_sfn_state_machine.deploy.arn }] })
}

resource "aws_cloudwatch_event_rule" "push" {
  name = "${group.name}-push"
  event_pattern = jsonencode({
    source      = ["aws.ecr"]
    detail-type = ["ECR Image Action"]
    detail      = { action-type = ["PUSH"], result = ["SUCCESS"], repository-name = [var.repository] }
  })
}

resource "aws_cloudwatch_event_target" "push" {
  rule     = aws_cloudwatch_event_rule.push.name
  arn      = aws_sfn_state_machine.deploy.arn
  role_arn = aws_iam_role.deploy["events"].arn
}
`;
