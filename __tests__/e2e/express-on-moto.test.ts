import { DEFAULT_OWN } from "../../simulator/provider/settings";
import { type Moto, provider, startMoto } from "../support/moto";
import { referenceRoot } from "../support/reference";
import { Root } from "../support/root";
import { describeWith, moto as motoTool, realProvider, terraform } from "../support/tools";

/** Three to four minutes on two idle cores; the rest is for a busy machine. */
const LIMIT = 1800;
jest.setTimeout(LIMIT * 1000);

/** The reference input, with the image of the API in the variable alone. */
const REFERENCE = referenceRoot()
  .replace('provider "aws" {}', provider())
  .replace("dashboard = { image = var.image", 'dashboard = { image = "public.ecr.aws/nginx/nginx:1.29"');

describeWith(
  "Express Mode on an AWS endpoint: all types but the Express resource and data.aws_ecs_service by the real provider",
  [terraform, realProvider, motoTool],
  (engine, binary, python) => {
    let aws: Moto;
    let root: Root;
    beforeAll(async () => {
      aws = await startMoto(python as string, LIMIT);
      root = new Root({
        engine: engine as string,
        main: REFERENCE,
        env: { AWS_ENDPOINT_URL: aws.endpoint },
        // Nothing runs on the plain track here, whose service has arguments that version 5 of the provider does not know.
        simulator: {
          realProvider: binary as string,
          endpoint: aws.endpoint,
          own: [...DEFAULT_OWN, "aws_ecs_service"],
        },
      });
    });
    afterAll(() => {
      root?.remove();
      aws?.stop();
    });

    const service = (name: string): any =>
      aws.ask("ecs", "describe_services", { cluster: "shop", services: [`shop-${name}-express`] }).services[0];
    const loadBalancer = (): string => root.outputs<any>()["load_balancer_arns"].express;
    const webAcl = (): any => aws.ask("wafv2", "get_web_acl_for_resource", { ResourceArn: loadBalancer() }).WebACL;
    /** The weights of a service's rule, the heaviest target group first. */
    const traffic = (name: string): string[] => {
      const [rule] = aws.ask("elbv2", "describe_rules", { RuleArns: [ruleOf(name)] }).Rules;
      const groups: any[] = rule.Actions[0].ForwardConfig.TargetGroups;
      return groups.sort((a, b) => b.Weight - a.Weight).map((group) => group.TargetGroupArn);
    };
    const ruleOf = (name: string): string =>
      service(name).loadBalancers[0].advancedConfiguration.productionListenerRule;

    it("applies the reference input, and finds nothing left to do", () => {
      root.apply();
      expect(root.plan()).toEqual([]);
      expect(Object.keys(root.outputs()["urls"])).toEqual(["api", "dashboard"]);
      for (const url of Object.values(root.outputs()["urls"])) expect(url).toMatch(/^https:\/\/sh-[0-9a-f]{32}\.ecs\./);
    });

    it("puts the web ACL on the one load balancer that serves both services", () => {
      const all: any[] = aws.ask("elbv2", "describe_load_balancers").LoadBalancers;
      expect(all.map(({ LoadBalancerArn }) => LoadBalancerArn)).toEqual([loadBalancer()]);
      for (const name of ["api", "dashboard"])
        expect(ruleOf(name)).toContain(`:listener-rule/${loadBalancer().split(":loadbalancer/")[1]}/`);
      expect(webAcl()).toMatchObject({ Name: "shop", DefaultAction: { Block: {} } });
    });

    it("has that load balancer in the closed subnets alone, while its own security group is open to the world", () => {
      const [balancer] = aws.ask("elbv2", "describe_load_balancers").LoadBalancers;
      const subnets = balancer.AvailabilityZones.map((zone: any) => zone.SubnetId).sort();
      const { NetworkAcls: acls } = aws.ask("ec2", "describe_network_acls", {
        Filters: [{ Name: "default", Values: ["false"] }],
      });
      expect(acls[0].Associations.map((each: any) => each.SubnetId).sort()).toEqual(subnets);
      const [group] = aws.ask("ec2", "describe_security_groups", { GroupIds: balancer.SecurityGroups }).SecurityGroups;
      expect(group.IpPermissions).toMatchObject([{ FromPort: 443, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }]);
    });

    it("gives each task its own security group, that of the private names, and Express Mode's", () => {
      const groups: string[] = service("api").networkConfiguration.awsvpcConfiguration.securityGroups;
      const { SecurityGroups: found } = aws.ask("ec2", "describe_security_groups", { GroupIds: groups });
      expect(found.map(({ GroupName }: any) => GroupName.replace(/[0-9a-f]{8,}$/, "…")).sort()).toEqual([
        "ecs-express-gateway-…",
        expect.stringMatching(/^shop-api/),
        expect.stringMatching(/^shop-/),
      ]);
    });

    it("plans one change for a new image, and the web ACL stays on the load balancer while traffic moves", () => {
      const before = traffic("api");
      const image = "-var=image=public.ecr.aws/nginx/nginx:1.30";
      const changes = root.plan(image);
      expect(changes.map(({ address, actions }) => [address, actions])).toEqual([
        ['module.shop.module.express["api"].aws_ecs_express_gateway_service.this', ["update"]],
      ]);
      root.apply("plan");
      expect(traffic("api")).toEqual([...before].reverse());
      expect(webAcl().Name).toBe("shop");
    });

    it("leaves nothing behind but what ECS keeps", () => {
      root.destroy();
      const { "task definitions": kept, ...left } = aws.left();
      expect(kept).toHaveLength(3); // ECS deregisters no revision by itself, as far as is known
      expect(Object.values(left).flat()).toEqual(["shop.internal-hz"]); // moto keeps a deleted namespace's zone
    });
  },
);
