import { DEFAULT_OWN } from "../../simulator/provider/settings";
import { type Moto, provider, startMoto } from "../support/moto";
import { referenceRoot } from "../support/reference";
import { Root } from "../support/root";
import { describeWith, moto as motoTool, realProvider, terraform } from "../support/tools";

/** Four minutes on two idle cores; the rest is for a busy machine. */
const LIMIT = 1800;
jest.setTimeout(LIMIT * 1000);

const REFERENCE = `
${referenceRoot("express", 'domain = { name = "example.com", zone = { id = aws_route53_zone.this.zone_id } }')
  .replace('provider "aws" {}', provider())
  .replace("dashboard = { image = var.image", 'dashboard = { image = "public.ecr.aws/nginx/nginx:1.29"')}
resource "aws_route53_zone" "this" {
  name          = "example.com"
  force_destroy = true
}
output "zone_id" { value = aws_route53_zone.this.zone_id }
output "load_balancer_dns_names" { value = module.shop.load_balancer_dns_names }
`;

describeWith(
  "a domain on Express Mode on an AWS endpoint: all types but the Express resource and data.aws_ecs_service by the real provider",
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
        // No plain service is made; but its resource has arguments that provider 5 does not know.
        simulator: { realProvider: binary as string, endpoint: aws.endpoint, own: [...DEFAULT_OWN, "aws_ecs_service"] },
      });
    });
    afterAll(() => {
      root?.remove();
      aws?.stop();
    });

    const ruleArn = (name: string): string =>
      aws.ask("ecs", "describe_services", { cluster: "shop", services: [`shop-${name}-express`] }).services[0]
        .loadBalancers[0].advancedConfiguration.productionListenerRule;
    const hostNames = (name: string): string[] =>
      aws.ask("elbv2", "describe_rules", { RuleArns: [ruleArn(name)] }).Rules[0].Conditions[0].HostHeaderConfig.Values;

    it("applies, and finds nothing left to do", () => {
      root.apply();
      expect(root.plan()).toEqual([]);
      expect(root.outputs()["urls"]).toEqual({
        api: "https://api.example.com",
        dashboard: "https://dashboard.example.com",
      });
    });

    it("has put the validated certificate beside Express Mode's own on the listener", () => {
      const LoadBalancerArn = root.outputs<any>()["load_balancer_arns"].express;
      const [listener] = aws.ask("elbv2", "describe_listeners", { LoadBalancerArn }).Listeners;
      const arns: string[] = aws
        .ask("elbv2", "describe_listener_certificates", { ListenerArn: listener.ListenerArn })
        .Certificates.map(({ CertificateArn }: any) => CertificateArn);
      const domains = arns.map(
        (arn) => aws.ask("acm", "describe_certificate", { CertificateArn: arn }).Certificate.DomainName,
      );
      expect(domains).toContain("*.example.com");
      const own = aws.ask("acm", "describe_certificate", listener.Certificates[0]).Certificate.DomainName;
      expect(own).toMatch(/\.on\.aws$/);
    });

    it("has pointed the names to the load balancer, in both IP families", () => {
      const { zone_id: HostedZoneId, load_balancer_dns_names: names } = root.outputs<any>();
      const records = aws
        .ask("route53", "list_resource_record_sets", { HostedZoneId })
        .ResourceRecordSets.filter(({ AliasTarget }: any) => AliasTarget)
        .map(({ Name, Type, AliasTarget }: any) => [Name, Type, AliasTarget.DNSName.replace(/\.$/, "")]);
      const all = ["api", "dashboard"].flatMap((name) =>
        ["A", "AAAA"].map((type) => [`${name}.example.com.`, type, names.express]),
      );
      expect(records.sort()).toEqual(all.sort());
    });

    it("plans one change for a new image, whatever the workflow has written on the rules", () => {
      for (const name of ["api", "dashboard"])
        aws.ask("elbv2", "modify_rule", {
          RuleArn: ruleArn(name),
          Conditions: [
            { Field: "host-header", HostHeaderConfig: { Values: [...hostNames(name), `${name}.example.com`] } },
          ],
        });
      expect(root.plan()).toEqual([]);
      const changes = root.plan("-var=image=public.ecr.aws/nginx/nginx:1.30");
      expect(changes.map(({ address, actions }) => [address, actions])).toEqual([
        ['module.shop.module.express["api"].aws_ecs_express_gateway_service.this', ["update"]],
      ]);
    });

    it("destroys all of it", () => {
      root.destroy();
      expect(root.addresses()).toEqual([]);
      expect(aws.ask("acm", "list_certificates").CertificateSummaryList).toEqual([]);
    });
  },
);
