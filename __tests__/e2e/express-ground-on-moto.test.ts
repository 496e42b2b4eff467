import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installRealProvider, type Moto, provider, startMoto } from "../support/moto";
import { Root } from "../support/root";
import { describeWith, moto as motoTool, realProvider, terraform } from "../support/tools";

jest.setTimeout(600_000);

/** What stands around Express Mode and needs no Express resource: the network ACL and the registrar. */
const GROUND = `
${provider()}
resource "aws_vpc" "this" {
  cidr_block                       = "10.0.0.0/16"
  assign_generated_ipv6_cidr_block = true
  enable_dns_hostnames             = true
}
resource "aws_subnet" "this" {
  count             = 2
  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 4, count.index)
  availability_zone = ["us-east-1a", "us-east-1b"][count.index]
}
variable "allowed_cidrs" {
  type    = list(string)
  default = ["203.0.113.0/24", "2001:db8::/32"]
}
module "lockdown" {
  source        = "\${modules}/alb-lockdown"
  name          = "shop"
  vpc_id        = aws_vpc.this.id
  allowed_cidrs = var.allowed_cidrs
  network_acl = {
    subnet_ids          = aws_subnet.this[*].id
    vpc_cidr_block      = aws_vpc.this.cidr_block
    vpc_ipv6_cidr_block = aws_vpc.this.ipv6_cidr_block
    ipv6                = true
    ports               = [443]
  }
}
module "names" {
  source      = "\${modules}/private-names"
  name        = "shop"
  vpc_id      = aws_vpc.this.id
  cluster_arn = "arn:aws:ecs:us-east-1:123456789012:cluster/shop"
  targets     = { api = { port = 8080, express_service_name = "shop-api-express" } }
}
`;

describeWith(
  "the ground of Express Mode, on the real provider and moto",
  [terraform, realProvider, motoTool],
  (engine, binary, python) => {
    let moto: Moto;
    let root: Root;
    let folder: string;
    beforeAll(async () => {
      moto = await startMoto(python as string, 500);
      folder = mkdtempSync(join(tmpdir(), "switchyard-provider-"));
      const env = {
        TF_CLI_CONFIG_FILE: installRealProvider(folder, binary as string),
        AWS_ENDPOINT_URL: moto.endpoint,
      };
      root = new Root({ engine: engine as string, main: GROUND, env });
      root.apply();
    });
    afterAll(() => {
      root?.remove();
      moto?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it("has nothing to do after the apply", () => {
      expect(root.plan().map(({ address }) => address)).toEqual([]);
    });

    it("admits the allowed blocks to port 443, return traffic and packet-size messages, and nothing else from outside", () => {
      const { NetworkAcls: acls } = moto.ask("ec2", "describe_network_acls", {
        Filters: [{ Name: "default", Values: ["false"] }],
      });
      const inward = acls[0].Entries.filter((entry: any) => !entry.Egress && entry.RuleAction === "allow");
      const outside = inward.map((entry: any) => [
        entry.CidrBlock ?? entry.Ipv6CidrBlock,
        entry.Protocol,
        entry.PortRange?.From ?? null,
      ]);
      expect(outside).toContainEqual(["203.0.113.0/24", "6", 443]);
      expect(outside).toContainEqual(["2001:db8::/32", "6", 443]);
      const world = outside.filter(([cidr]: [string]) => cidr === "0.0.0.0/0" || cidr === "::/0");
      expect(
        world.every(([, protocol, from]: [string, string, number]) => ["1", "58"].includes(protocol) || from === 1024),
      ).toBe(true);
      expect(acls[0].Associations).toHaveLength(2);
    });

    it("touches one block's rule alone when the allowlist is edited", () => {
      const changes = root.plan('-var=allowed_cidrs=["203.0.113.0/24","198.51.100.0/24","2001:db8::/32"]');
      expect(changes.map(({ address, actions }) => [address, actions])).toEqual([
        ['module.lockdown.aws_network_acl_rule.this["198.51.100.0/24:443"]', ["create"]],
      ]);
    });

    it("leaves nothing behind", () => {
      root.destroy();
      const left = Object.values(moto.left()).flat();
      expect(left.filter((each) => each !== "shop.internal-hz")).toEqual([]); // moto keeps a deleted namespace's zone
    });
  },
);
