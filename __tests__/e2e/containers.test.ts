import { type Change, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(300_000);

/** A group whose containers need what another resource makes: none of these ids is known at the first plan. */
const MAIN = `
provider "aws" {}
variable "router" {
  type    = any
  default = null
}
resource "aws_efs_file_system" "this" { creation_token = "shop" }
resource "aws_efs_access_point" "this" { file_system_id = aws_efs_file_system.this.id }
resource "aws_secretsmanager_secret" "registry" { name = "registry" }
resource "aws_secretsmanager_secret" "agent" { name = "agent" }
module "shop" {
  source        = "\${modules}/switchyard"
  name          = "shop"
  mode          = "ecs"
  allowed_cidrs = ["203.0.113.0/24"]
  network       = { availability_zones = ["us-east-1a", "us-east-1b"] }
  services = {
    api = {
      image                  = "registry.example.com/api:1"
      port                   = 8080
      repository_credentials = { secret_arn = aws_secretsmanager_secret.registry.arn }
      volumes = {
        uploads = { mount_path = "/uploads", efs = { file_system_id = aws_efs_file_system.this.id, access_point_id = aws_efs_access_point.this.id } }
        tmp     = { mount_path = "/tmp" }
      }
      sidecars   = { agent = { image = "agent:1", memory = 64, secrets = { KEY = "\${aws_secretsmanager_secret.agent.arn}:key::" } } }
      log_router = var.router
    }
    web = {
      mode                   = "express"
      image                  = "registry.example.com/web:1"
      port                   = 3000
      repository_credentials = { secret_arn = aws_secretsmanager_secret.registry.arn }
    }
  }
}
output "registry" { value = aws_secretsmanager_secret.registry.arn }
`;

const resource = (changes: readonly Change[], end: string) =>
  changes.find(({ address }) => address.endsWith(end))?.after;

for (const { name, tool } of engines) {
  describeWith(`containers that need what is made with them, under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine: engine as string, main: MAIN });
    });
    afterAll(() => root?.remove());

    it("are planned before anything is known, applied, and then left alone", () => {
      expect(resource(root.plan(), 'aws_iam_role_policy.volumes["api"]')).toBeDefined();
      root.apply();
      expect(root.plan()).toEqual([]);
    });

    it("come from the private registry on both tracks", () => {
      const registry = root.outputs()["registry"];
      const { values } = JSON.parse(root.run("show", "-json").output);
      type Part = { resources?: any[]; child_modules?: Part[] };
      const all = (part: Part): any[] => [...(part.resources ?? []), ...(part.child_modules ?? []).flatMap(all)];
      const of = (type: string): any => all(values.root_module).find((each) => each.type === type).values;
      const [main] = JSON.parse(of("aws_ecs_task_definition").container_definitions);
      expect(main.repositoryCredentials).toEqual({ credentialsParameter: registry });
      expect(of("aws_ecs_express_gateway_service").primary_container[0].repository_credentials).toEqual([
        { credentials_parameter: registry },
      ]);
    });

    it("change their task definition and nothing else when a log router is added", () => {
      const changes = root.plan('-var=router={options={Name="stdout"}}');
      expect(changes.map(({ type, actions }) => [type, actions]).sort()).toEqual([
        ["aws_ecs_service", ["update"]],
        ["aws_ecs_task_definition", ["create", "delete"]],
      ]);
    });

    it("leave nothing behind", () => {
      root.destroy();
      expect(root.addresses()).toEqual([]);
    });
  });
}
