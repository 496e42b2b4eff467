import { migrate, outputFiles } from "../../apprunner";
import { describeWith, terraform } from "../support/tools";
import { MigratedRoot } from "./plan";
import { definitions, json, service } from "./support";

jest.setTimeout(300_000);

describeWith("what is written", [terraform], (engine) => {
  let root: MigratedRoot | undefined;
  afterAll(() => root?.remove());

  const rootOf = (migration: Awaited<ReturnType<typeof migrate>>): MigratedRoot => {
    if (root) root.use(migration);
    else root = new MigratedRoot(engine, migration);
    return root;
  };

  it("plans a private service on plain ECS, without a load balancer's listener", async () => {
    const changes = rootOf(await migrate(definitions("private-with-connector.json"))).plan();
    expect(changes.filter(({ type }) => type === "aws_ecs_service")).toHaveLength(1);
    expect(
      changes.filter(({ type }) => type === "aws_lb_listener" || type === "aws_ecs_express_gateway_service"),
    ).toEqual([]);
  });

  it("plans a custom domain behind HTTPS, with the web ACL's groups and addresses", async () => {
    const changes = rootOf(
      await migrate(definitions("domain-and-web-acl.json"), {
        mode: "ecs",
        certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555",
      }),
    ).plan();
    expect(
      changes
        .filter(({ type }) => type === "aws_lb_listener")
        .map(({ after }) => after?.["port"])
        .sort(),
    ).toEqual([443, 80]);
    expect(changes.find(({ type }) => type === "aws_wafv2_ip_set")?.after?.["addresses"]).toEqual([
      "198.51.100.0/24",
      "203.0.113.7/32",
    ]);
    expect(JSON.stringify(changes.find(({ type }) => type === "aws_wafv2_web_acl")?.after)).toContain(
      "AWSManagedRulesCommonRuleSet",
    );
  });

  it("carries any text of a variable to the task unchanged", async () => {
    const text = 'a${b}%{c}$${d}"\\\n\té😀\u2028 #{x} // <<EOT';
    const given = service();
    given["SourceConfiguration"].ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables = { TEXT: text };
    const changes = rootOf(await migrate([json({ Service: given })], { mode: "express" })).plan();
    const container = changes.find(({ type }) => type === "aws_ecs_express_gateway_service")?.after?.[
      "primary_container"
    ][0];
    expect(container.environment).toContainEqual({ name: "TEXT", value: text });
  });

  it("plans with the example for automatic deployments beside it", async () => {
    const migration = await migrate(definitions("shown-state.json"));
    const example = outputFiles(migration).find(({ path }) => path === "auto-deploy.tf.example");
    const here = rootOf(migration);
    here.write("auto-deploy.tf", example?.text ?? "");
    const changes = here.plan();
    expect(
      changes.filter(({ type }) => type === "aws_cloudwatch_event_rule" || type === "aws_sfn_state_machine").length,
    ).toBeGreaterThan(1);
  });
});
