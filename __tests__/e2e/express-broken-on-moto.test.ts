import { type Moto, provider, startMoto } from "../support/moto";
import { expressTrack } from "../support/reference";
import { type Change, flat, Root } from "../support/root";
import { describeWith, moto as motoTool, realProvider, terraform } from "../support/tools";

/** Three to four minutes on two idle cores; the rest is for a busy machine. */
const LIMIT = 1800;
jest.setTimeout(LIMIT * 1000);

const POLICY = "arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices";
const ANCHOR = "-replace=module.express_load_balancer.terraform_data.anchor[0]";

/** Terraform breaks lines and draws a frame; a sentence is compared without either. */
const listed = (changes: readonly Change[]): string[] =>
  changes.map(({ address, actions }) => `${actions.join("+")} ${address}`).sort();
const expressService = (name: string): string => `module.express["${name}"].aws_ecs_express_gateway_service.this`;

/** The tests are steps of one story: each begins where the one before it has ended. */
describeWith(
  "Express Mode on an AWS endpoint, broken on purpose",
  [terraform, realProvider, motoTool],
  (engine, binary, python) => {
    let aws: Moto;
    let root: Root;
    const write = (services: Record<string, string>): void =>
      root.write("terraform.tfvars.json", JSON.stringify({ services }));
    const apply = (...args: string[]): string => {
      const { ok, output } = root.run("apply", "-input=false", "-auto-approve", ...args);
      expect(ok ? "" : output).toBe("");
      return flat(output);
    };
    /** What a command that must fail has to say. */
    const failing = (...args: string[]): string => {
      const { ok, output } = root.run(...args, "-input=false", "-auto-approve");
      expect(ok).toBe(false);
      return flat(output);
    };
    const loadBalancer = (): string => root.outputs<string>()["load_balancer_arn"]!;
    const balancers = (): string[] =>
      aws.ask("elbv2", "describe_load_balancers").LoadBalancers.map((each: any) => each.LoadBalancerArn);
    const webAclOn = (ResourceArn: string): string | undefined =>
      aws.ask("wafv2", "get_web_acl_for_resource", { ResourceArn }).WebACL?.Name;

    beforeAll(async () => {
      aws = await startMoto(python as string, LIMIT);
      root = new Root({
        engine: engine as string,
        main: expressTrack(provider()),
        env: { AWS_ENDPOINT_URL: aws.endpoint, SWITCHYARD_SIMULATOR_ENDPOINT_WAIT: "3" },
        simulator: { realProvider: binary as string, endpoint: aws.endpoint },
      });
    });
    afterAll(() => {
      root?.remove();
      aws?.stop();
    });

    it("a role that ECS cannot assume yet is waited for", async () => {
      await aws.control("Fail", {
        operation: "CreateExpressGatewayService",
        code: "AccessDeniedException",
        message: "Cannot assume role",
        times: 2,
      });
      write({ api: "app:1" });
      apply();
      expect(webAclOn(loadBalancer())).toBe("shop");
    });

    it("throttling that ends is not noticed; throttling that goes on fails the apply, and the next one heals it", async () => {
      const throttle = {
        operation: "CreateExpressGatewayService",
        code: "ThrottlingException",
        message: "Rate exceeded",
      };
      write({ api: "app:1", web: "app:1", jobs: "app:1" });
      await aws.control("Fail", { ...throttle, times: 100 });
      expect(failing("apply")).toMatch(
        /CreateExpressGatewayService.* ThrottlingException: exceeded maximum number of attempts, 5: Rate exceeded/,
      );
      expect(webAclOn(loadBalancer())).toBe("shop");
      await aws.control("Fail", { ...throttle, times: 3 });
      apply();
      expect(balancers()).toEqual([loadBalancer()]);
    });

    it("an update whose tasks do not start fails; once they start there is nothing left to do", async () => {
      write({ api: "app:2", web: "app:1", jobs: "app:1" });
      await aws.control("Stick", { stuck: true });
      expect(failing("apply")).toMatch(
        /timeout while waiting for state to become 'tfSTABLE' \(last state: 'tfPENDING'/,
      );
      await aws.control("Stick", { stuck: false });
      expect(listed(root.plan())).toEqual([]);
      expect(webAclOn(loadBalancer())).toBe("shop");
    });

    it("a new service whose tasks do not start fails and stays in the state; told to keep it, Terraform leaves it and its URL alone", async () => {
      write({ api: "app:2", web: "app:1", jobs: "app:1", late: "app:1" });
      await aws.control("Stick", { stuck: true });
      expect(failing("apply")).toMatch(/timeout while waiting for state/);
      expect(root.addresses()).toContain(expressService("late"));
      await aws.control("Stick", { stuck: false });
      // What serves requests comes before its predecessor goes, and AWS has each name once.
      expect(listed(root.plan())).toEqual([`create+delete ${expressService("late")}`]);
      expect(failing("apply")).toMatch(/already exists|not idempotent/);
      expect(root.run("untaint", expressService("late")).ok).toBe(true);
      expect(listed(root.plan())).toEqual([]);
    });

    it("a service that AWS moves alone is named, with the ways out", async () => {
      const { loadBalancerArn } = await aws.control("Move", { services: ["web"] });
      const { ok, output } = root.run("plan", "-input=false");
      expect(ok).toBe(true);
      expect(flat(output)).toContain(
        `The web ACL is on ${loadBalancer()} and does not cover web (on ${loadBalancerArn}). A load balancer of Express Mode carries 25 services`,
      );
      expect(flat(output)).toContain("No changes.");
    });

    it("a load balancer that AWS replaces is told of by every plan, and the web ACL follows when it is asked to", async () => {
      const before = loadBalancer();
      const { loadBalancerArn } = await aws.control("Move", {});
      expect(balancers()).toEqual([loadBalancerArn]);
      expect(webAclOn(loadBalancerArn)).toBeUndefined();
      const { ok, output } = root.run("plan", "-input=false");
      expect(ok).toBe(true);
      expect(flat(output)).toContain(
        `The web ACL is on ${before}, but the services are now served by ${loadBalancerArn}. With a domain, its records and certificate are on the first as well. Re-plan with -replace on the terraform_data "anchor" of this module to move them all.`,
      );
      const healed = apply(ANCHOR);
      expect(healed).not.toContain("The web ACL is on");
      expect(loadBalancer()).toBe(loadBalancerArn);
      expect(webAclOn(loadBalancerArn)).toBe("shop");
      expect(root.plan()).toEqual([]);
    });

    it.each([
      ["added that sorts first", { aaa: "app:1", api: "app:2", late: "app:1" }],
      ["renamed that sorts first, while another one is removed", { late: "app:1", zzz: "app:2" }],
    ])("the web ACL stays where it is in the plan and the apply of a service %s", (_, services) => {
      write(services);
      const changes = root.plan();
      expect(changes.filter(({ actions }) => actions.includes("create"))).not.toEqual([]);
      expect(changes.filter(({ type }) => type.startsWith("aws_wafv2"))).toEqual([]);
      expect(flat(root.apply("plan"))).not.toContain("The web ACL is on");
      expect(webAclOn(loadBalancer())).toBe("shop");
      expect(balancers()).toEqual([loadBalancer()]);
    });

    it("an infrastructure role that has lost its policy leaves the service in DRAINING, and the destroy says so", () => {
      aws.ask("iam", "detach_role_policy", { RoleName: "ground-infrastructure", PolicyArn: POLICY });
      expect(failing("destroy", "-refresh=false")).toMatch(
        /timeout while waiting for state to become 'INACTIVE' \(last state: 'DRAINING'/,
      );
      expect(balancers()).toHaveLength(1);
    });

    it("with the policy back, a destroy ends and leaves nothing behind", () => {
      aws.ask("iam", "attach_role_policy", { RoleName: "ground-infrastructure", PolicyArn: POLICY });
      root.destroy();
      const { "task definitions": _, "log groups": logs, ...left } = aws.left();
      expect(left).toEqual({});
      expect(logs).toEqual(["/ecs/shop"]); // the module is given a log group; this one ECS made because there was none
    });
  },
);
