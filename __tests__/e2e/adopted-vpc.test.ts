import { join } from "node:path";
import { type Change, flat, REPOSITORY, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(300_000);

const FIXTURE = join(REPOSITORY, "__tests__", "contract", "fixtures", "vpc");

/** A group in somebody else's VPC, whose public subnets get the network ACL. */
const MAIN = `
provider "aws" {}
variable "ranges" {
  type    = list(string)
  default = []
}
variable "managed" { default = true }
module "found" { source = "${FIXTURE}" }
module "shop" {
  source        = "\${modules}/switchyard"
  name          = "shop"
  mode          = "express"
  allowed_cidrs = ["203.0.113.0/24"]
  vpc = {
    id                    = module.found.vpc_id
    public_subnet_ids     = module.found.public_subnet_ids
    manage_network_acl    = var.managed
    secondary_cidr_blocks = var.ranges
  }
  services = { api = { image = "app:1", port = 8080 } }
}
output "vpc_id" { value = module.found.vpc_id }
`;

const SECOND = "100.64.0.0/16";
const given = (...ranges: string[]): string => `-var=ranges=${JSON.stringify(ranges)}`;
const shown = (changes: readonly Change[]): string[] =>
  changes.map(({ address, actions }) => `${actions.join("+")} ${address.replace("module.shop.module.", "")}`);

for (const { name, tool } of engines) {
  describeWith(`a given VPC with a second IPv4 range, on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    const applied = (main: string): Root => {
      const made = new Root({ engine: engine as string, main });
      made.apply();
      made.editWorld((objects) => {
        const vpc = objects.find(({ id }) => id === made.outputs()["vpc_id"])!;
        vpc.facts = { ...vpc.facts, secondary_cidr_blocks: [SECOND] };
      });
      return made;
    };
    beforeAll(() => {
      root = applied(MAIN);
    });
    afterAll(() => root?.remove());

    const refusal = (...args: string[]): string => {
      const { ok, output } = root.run("plan", "-input=false", ...args);
      expect(ok).toBe(false);
      return flat(output);
    };

    it("is refused until the range is named, for its subnets would be cut off from the public ones", () => {
      expect(refusal()).toContain(
        `vpc.secondary_cidr_blocks: ${SECOND} has been given to the VPC as well, and the network ACL would cut it off`,
      );
    });

    it("is as it was when the network ACL is left alone", () => {
      expect(root.run("plan", "-input=false", "-var=managed=false").ok).toBe(true);
    });

    it("is nobody's business in a group of the plain track alone, which has no network ACL", () => {
      const plain = applied(MAIN.replace('/switchyard"', '/switchyard-ecs"').replace('"express"', '"ecs"'));
      try {
        expect(plain.plan()).toEqual([]);
      } finally {
        plain.remove();
      }
    });

    it("is refused with a range that is not the VPC's, which the network ACL would let in", () => {
      expect(refusal(given(SECOND, "0.0.0.0/0"))).toContain(
        "vpc.secondary_cidr_blocks: 0.0.0.0/0 has not been given to the VPC, and the network ACL would let it in",
      );
    });

    it("is admitted whole by one more rule, and no other rule changes", () => {
      const changes = root.plan(given(SECOND));
      expect(shown(changes)).toEqual([`create alb_lockdown.aws_network_acl_rule.this["${SECOND}"]`]);
      expect(changes[0]!.after).toMatchObject({
        egress: false,
        protocol: "-1",
        cidr_block: SECOND,
        rule_action: "allow",
      });
      root.apply(given(SECOND));
      expect(root.plan(given(SECOND))).toEqual([]);
    });
  });
}
