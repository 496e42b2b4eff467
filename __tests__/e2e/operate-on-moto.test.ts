import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installRealProvider, type Moto, provider, startMoto } from "../support/moto";
import { Root } from "../support/root";
import { describeWith, moto as python, realProvider, terraform } from "../support/tools";

const LIMIT = 600;
jest.setTimeout(LIMIT * 1000);

const BALANCER = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/shop/0123456789abcdef";
const GROUP = (name: string) =>
  `arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/${name}/0123456789abcdef`;

/** The parts that look after a group, beside services that are only named: nothing here waits for a load balancer. */
const MAIN = `
${provider()}
variable "track" { default = "express" }
resource "aws_kms_key" "logs" {
  deletion_window_in_days = 7
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Action = "kms:*", Resource = "*", Principal = { AWS = "arn:aws:iam::123456789012:root" } },
    { Effect = "Allow", Action = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"], Resource = "*", Principal = { Service = "logs.us-east-1.amazonaws.com" } },
  ] })
}
resource "aws_sns_topic" "alarms" {
  name = "alarms"
}
module "cluster" {
  source          = "\${modules}/cluster"
  name            = "shop"
  execute_command = { logging = true, kms_key_arn = aws_kms_key.logs.arn }
  log_kms_key_arn = aws_kms_key.logs.arn
}
module "log_group" {
  source      = "\${modules}/log-group"
  names       = { api = "/ecs/shop/api", worker = "/ecs/shop/worker" }
  kms_key_arn = aws_kms_key.logs.arn
}
module "roles" {
  source              = "\${modules}/roles"
  name                = "shop"
  infrastructure_role = false
  services            = { api = { enable_execute_command = true }, worker = {} }
  execute_command     = { log_group_arn = module.cluster.execute_command_log_group_arn, kms_key_arn = aws_kms_key.logs.arn }
}
locals {
  watched = {
    api    = { service_name = "shop-api-\${var.track}", load_balancer = { arn = "${BALANCER}", target_group_arns = ["${GROUP("blue")}", "${GROUP("green")}"] } }
    worker = { service_name = "shop-worker-\${var.track}" }
  }
}
module "alarms" {
  source       = "\${modules}/alarms"
  name         = "shop"
  cluster_name = module.cluster.cluster_name
  services     = local.watched
  alarms       = { sns_topic_arns = [aws_sns_topic.alarms.arn], latency_milliseconds = 1500 }
  tags         = { team = "shop" }
}
module "dashboard" {
  source              = "\${modules}/dashboard"
  name                = "shop"
  cluster_name        = module.cluster.cluster_name
  services            = local.watched
  web_acl_metric_name = "shop"
  alarm_arns          = module.alarms.alarm_arns
}
output "key" { value = aws_kms_key.logs.arn }
output "topic" { value = aws_sns_topic.alarms.arn }
output "task_role_arns" { value = module.roles.task_role_arns }
`;

describeWith(
  "alarms, dashboard, log keys and shells on a real AWS provider, with moto for AWS",
  [terraform, realProvider, python],
  (engine, binary, interpreter) => {
    let folder: string;
    let aws: Moto;
    let root: Root;
    let made: { key: string; topic: string; task_role_arns: Record<string, string> };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "switchyard-provider-"));
      aws = await startMoto(interpreter as string, LIMIT);
      const env = { TF_CLI_CONFIG_FILE: installRealProvider(folder, binary as string), AWS_ENDPOINT_URL: aws.endpoint };
      root = new Root({ engine: engine as string, main: MAIN, env });
      root.apply();
      made = root.outputs() as never;
    });
    afterAll(() => {
      aws?.stop();
      root?.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    const alarms = (): any[] => aws.ask("cloudwatch", "describe_alarms").MetricAlarms;
    const alarm = (name: string): any => alarms().find((each) => each.AlarmName === name);

    it("finds nothing left to do", () => {
      expect(root.plan()).toEqual([]);
    });

    it("keeps every log under the key", () => {
      const { logGroups } = aws.ask("logs", "describe_log_groups");
      expect(logGroups.map((each: any) => [each.logGroupName, each.kmsKeyId, each.retentionInDays]).sort()).toEqual(
        ["/ecs-exec/shop", "/ecs/shop/api", "/ecs/shop/worker"].map((name) => [name, made.key, 30]),
      );
    });

    it("keeps shells in a log group of their own, to which the service with a shell may write and no other", () => {
      const [cluster] = aws.ask("ecs", "describe_clusters", {
        clusters: ["shop"],
        include: ["CONFIGURATIONS"],
      }).clusters;
      expect(cluster.configuration.executeCommandConfiguration).toEqual({
        kmsKeyId: made.key,
        logging: "OVERRIDE",
        logConfiguration: { cloudWatchLogGroupName: "/ecs-exec/shop", cloudWatchEncryptionEnabled: true },
      });
      const role = (service: string): string => made.task_role_arns[service]?.split("/").at(-1) as string;
      const { PolicyDocument } = aws.ask("iam", "get_role_policy", {
        RoleName: role("api"),
        PolicyName: "execute-command",
      });
      expect(PolicyDocument.Statement.slice(1).map(({ Action, Resource }: any) => [Action, Resource])).toEqual([
        [["logs:DescribeLogGroups"], ["*"]],
        [
          ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          ["arn:aws:logs:us-east-1:123456789012:log-group:/ecs-exec/shop:*"],
        ],
        [["kms:Decrypt"], [made.key]],
      ]);
      expect(aws.ask("iam", "list_role_policies", { RoleName: role("worker") }).PolicyNames).toEqual([]);
    });

    it("tells the topic when a service is short of tasks, in error or slow, and not of a quiet one", () => {
      const all = alarms();
      expect(all).toHaveLength(6 + 3);
      expect(
        all.filter((each) => [each.AlarmActions, each.OKActions].flat().join() !== `${made.topic},${made.topic}`),
      ).toEqual([]);
      expect(
        all
          .filter((each) => each.TreatMissingData !== "notBreaching")
          .map((each) => each.AlarmName)
          .sort(),
      ).toEqual(["shop-api-running-tasks", "shop-worker-running-tasks"]);
      expect(alarm("shop-worker-running-tasks")).toMatchObject({
        MetricName: "CPUUtilization",
        Statistic: "SampleCount",
        ComparisonOperator: "LessThanThreshold",
        Threshold: 1,
        Period: 60,
        TreatMissingData: "breaching",
      });
      const query = (name: string, id: string) => alarm(name).Metrics.find((each: any) => each.Id === id);
      expect(query("shop-api-5xx", "value")).toMatchObject({
        Expression: "MAX([100 * errors0 / requests0, 100 * errors1 / requests1])",
        ReturnData: true,
      });
      const { Metric, Stat } = query("shop-api-latency", "latency1").MetricStat;
      expect([Metric.MetricName, Stat, alarm("shop-api-latency").Threshold]).toEqual([
        "TargetResponseTime",
        "p95",
        1.5,
      ]);
      expect(Object.fromEntries(Metric.Dimensions.map(({ Name, Value }: any) => [Name, Value]))).toEqual({
        LoadBalancer: "app/shop/0123456789abcdef",
        TargetGroup: "targetgroup/green/0123456789abcdef",
      });
    });

    it("shows both services", () => {
      const { DashboardBody } = aws.ask("cloudwatch", "get_dashboard", { DashboardName: "shop-us-east-1" });
      const titles = JSON.parse(DashboardBody).widgets.map(({ properties }: any) => properties.title);
      expect(titles).toEqual(expect.arrayContaining(["Web ACL", "Alarms", "api: requests", "worker: tasks"]));
      expect(titles).not.toContain("worker: requests");
    });

    it("looks at the other track in place, under the same names", () => {
      const before = alarms().map((each) => each.AlarmName);
      expect(
        [...new Set(root.plan("-var=track=ecs").map(({ type, actions }) => `${type} ${actions.join("+")}`))].sort(),
      ).toEqual(["aws_cloudwatch_dashboard update", "aws_cloudwatch_metric_alarm update"]);
      root.apply("-var=track=ecs");
      expect(
        alarms()
          .map((each) => each.AlarmName)
          .sort(),
      ).toEqual(before.sort());
      expect(alarm("shop-api-cpu").Dimensions).toContainEqual({ Name: "ServiceName", Value: "shop-api-ecs" });
      expect(root.plan("-var=track=ecs")).toEqual([]);
    });

    it("leaves nothing behind when it is destroyed", () => {
      expect(Object.keys(aws.left())).toEqual(expect.arrayContaining(["alarms", "dashboards", "log groups", "roles"]));
      root.destroy();
      expect(aws.left()).toEqual({});
    });
  },
);
