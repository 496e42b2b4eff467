import { referenceRoot } from "../support/reference";
import { type Change, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(600_000);

const WATCHED = `
  alarms    = { sns_topic_arns = [aws_sns_topic.alarms.arn] }
  dashboard = true
`;
const TOPIC = `resource "aws_sns_topic" "alarms" { name = "alarms" }
output "alarm_names" { value = module.shop.alarm_names }
output "dashboard_name" { value = module.shop.dashboard_name }
`;
const watched = (mode = "express", extra = ""): string => `${referenceRoot(mode, `${WATCHED}${extra}`)}\n${TOPIC}`;

const ALL = ["5xx", "cpu", "latency", "memory", "running-tasks", "unhealthy-hosts"];
const ALARM = "aws_cloudwatch_metric_alarm";
const DASHBOARD = "aws_cloudwatch_dashboard";

const ofType = (changes: readonly Change[], ...types: string[]): Change[] =>
  changes.filter(({ type }) => types.includes(type));
const actions = (changes: readonly Change[]): string[] => [...new Set(changes.map((each) => each.actions.join("+")))];

for (const { name, tool } of engines) {
  describeWith(`alarms and a dashboard on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine, main: watched() });
      root.apply();
    });
    afterAll(() => root.remove());

    type Part = { resources?: any[]; child_modules?: Part[] };
    const all = (part: Part): any[] => [...(part.resources ?? []), ...(part.child_modules ?? []).flatMap(all)];
    const state = (type: string): Record<string, any>[] =>
      all(JSON.parse(root.run("show", "-json").output).values.root_module)
        .filter((each) => each.type === type && each.mode === "managed")
        .map(({ values }) => values);
    const alarm = (alarmName: string) => state(ALARM).find((each) => each["alarm_name"] === alarmName) ?? {};
    const metricsOf = (alarmName: string): string[] =>
      alarm(alarmName)
        ["metric_query"].flatMap((query: any) => query.metric)
        .map(
          ({ metric_name, dimensions }: any) => `${metric_name} ${dimensions.LoadBalancer} ${dimensions.TargetGroup}`,
        )
        .sort();
    const widgets = (): any[] => JSON.parse(state(DASHBOARD)[0]?.["dashboard_body"]).widgets;
    const titles = (): string[] => widgets().map(({ properties }) => properties.title);
    /** Every load balancer that a widget or an alarm looks at. */
    const looksAt = (): string[] => [
      ...new Set((JSON.stringify([widgets(), state(ALARM)]).match(/app\/[a-z0-9-]+\/[0-9a-f]+/g) ?? []).sort()),
    ];

    it("name the same six alarms of each service, and leave nothing to do", () => {
      const names = Object.fromEntries(["api", "dashboard"].map((s) => [s, ALL.map((what) => `shop-${s}-${what}`)]));
      expect(root.outputs()["alarm_names"]).toEqual(names);
      expect(root.outputs()["dashboard_name"]).toBe("shop-us-east-1");
      expect(root.plan()).toEqual([]);
    });

    it("look at both target groups of an Express service, behind the load balancer that was discovered", () => {
      const [loadBalancer] = looksAt();
      expect(looksAt()).toEqual([expect.stringMatching(/^app\/ecs-express-gateway-alb-/)]);
      expect(metricsOf("shop-api-5xx")).toEqual([
        expect.stringMatching(`^HTTPCode_Target_5XX_Count ${loadBalancer} targetgroup/ecs-gateway-tg-`),
        expect.stringMatching(`^HTTPCode_Target_5XX_Count ${loadBalancer} targetgroup/ecs-gateway-tg-`),
        expect.stringMatching(`^RequestCount ${loadBalancer} targetgroup/ecs-gateway-tg-`),
        expect.stringMatching(`^RequestCount ${loadBalancer} targetgroup/ecs-gateway-tg-`),
      ]);
      expect(new Set(metricsOf("shop-api-5xx")).size).toBe(4);
      expect(alarm("shop-api-cpu")["dimensions"]).toEqual({ ClusterName: "shop", ServiceName: "shop-api-express" });
    });

    it("are not touched by the new image of a service, nor by the swap of its target groups that follows", () => {
      const image = "-var=image=public.ecr.aws/nginx/nginx:1.30";
      expect(root.plan(image).map(({ type }) => type)).toEqual([
        "aws_ecs_express_gateway_service",
        "aws_ecs_express_gateway_service",
      ]);
      root.apply(image);
      expect(root.plan(image)).toEqual([]);
      root.apply();
    });

    it("of other services are not touched when one is added that sorts first", () => {
      root.write(
        "main.tf",
        watched().replace("services = {", "services = {\n    aaa = { image = var.image, port = 9000 }"),
      );
      const changes = ofType(root.plan(), ALARM);
      expect(actions(changes)).toEqual(["create"]);
      expect(changes.map(({ after }) => after?.["alarm_name"]).sort()).toEqual(ALL.map((what) => `shop-aaa-${what}`));
      root.write("main.tf", watched());
    });

    it("leave the cluster in place when shells are kept, with every log group under the key that is given", () => {
      const key = "arn:aws:kms:us-east-1:123456789012:key/logs";
      const extra = `log_kms_key_arn = "${key}"\n  execute_command = { logging = true }\n  web_acl = { logging = true }`;
      root.write("main.tf", watched("express", extra));
      const changes = root.plan();
      const groups = ofType(changes, "aws_cloudwatch_log_group").map(({ after }) => [
        after?.["name"],
        after?.["kms_key_id"],
      ]);
      expect(groups.sort()).toEqual(
        [
          "/aws/vendedlogs/states/shop-registrar",
          "/ecs-exec/shop",
          "/ecs/shop/api",
          "/ecs/shop/dashboard",
          "aws-waf-logs-shop",
        ].map((name) => [name, key]),
      );
      expect(actions(ofType(changes, "aws_ecs_cluster"))).toEqual(["update"]);
      expect(changes.filter((each) => each.actions.includes("delete"))).toEqual([]);
      expect(ofType(changes, ALARM, DASHBOARD, "aws_ecs_express_gateway_service")).toEqual([]);
      root.write("main.tf", watched());
    });

    it("are changed in place by a flip, and look at the new track", () => {
      const before = titles();
      const changes = ofType(root.plan("-var=mode=ecs"), ALARM, DASHBOARD);
      expect(changes).toHaveLength(2 * ALL.length + 1);
      expect(actions(changes)).toEqual(["update"]);
      root.apply("-var=mode=ecs");
      expect(looksAt()).toEqual([expect.stringMatching(/^app\/shop\//)]);
      expect(alarm("shop-api-running-tasks")["dimensions"]["ServiceName"]).toBe("shop-api-ecs");
      expect(titles()).toEqual(before);
      expect(root.plan("-var=mode=ecs")).toEqual([]);
    });

    it("have a row for each service on its own track, and none about requests of a private one", () => {
      const mixed = watched("ecs")
        .replace("port = 3000,", 'port = 3000, mode = "express",')
        .replace("services = {", "services = {\n    worker = { image = var.image, port = 9000, public = false }");
      root.write("main.tf", mixed);
      root.apply();
      expect(looksAt()).toEqual([
        expect.stringMatching(/^app\/ecs-express-gateway-alb-/),
        expect.stringMatching(/^app\/shop\//),
      ]);
      expect(root.outputs()["alarm_names"]["worker"]).toEqual(
        ["cpu", "memory", "running-tasks"].map((what) => `shop-worker-${what}`),
      );
      const rows = ["api", "dashboard"].flatMap((s) =>
        ["tasks", "CPU and memory", "requests", "latency"].map((what) => `${s}: ${what}`),
      );
      expect(titles()).toEqual([
        "Web ACL",
        "5xx of the load balancers themselves",
        "Alarms",
        ...rows,
        "worker: tasks",
        "worker: CPU and memory",
      ]);
      expect(root.plan()).toEqual([]);
    });

    it("go when they are no longer asked for, and with the group", () => {
      root.write("main.tf", `${referenceRoot("ecs")}\n${TOPIC}`);
      const changes = ofType(root.plan(), ALARM, DASHBOARD);
      expect(actions(changes)).toEqual(["delete"]);
      root.apply();
      expect(root.outputs()["alarm_names"]).toEqual({ api: [], dashboard: [] });
      expect(root.outputs()["dashboard_name"]).toBeUndefined();
      root.destroy();
      expect(root.addresses()).toEqual([]);
    });
  });
}
