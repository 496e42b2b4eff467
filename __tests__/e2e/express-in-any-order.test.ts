import { expressTrack } from "../support/reference";
import { type Change, flat, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";

jest.setTimeout(600_000);

/** Every group of one to three services, each a step of one or two services away from the one before. */
const GROUPS = ["a", "ab", "b", "bc", "abc", "ac", "c"];
const ANCHOR = "-replace=module.express_load_balancer.terraform_data.anchor[0]";

for (const { name, tool } of engines)
  describeWith(`services on Express Mode that come and go, on the simulator under ${name}`, [tool], (engine) => {
    let root: Root;
    beforeAll(() => {
      root = new Root({ engine, main: expressTrack() });
    });
    afterAll(() => root?.remove());

    const write = (group: string, image = "app:1"): void =>
      root.write(
        "terraform.tfvars.json",
        JSON.stringify({ services: Object.fromEntries([...group].map((name) => [name, image])) }),
      );
    const ofWebAcl = (changes: readonly Change[]): Change[] =>
      changes.filter(({ type }) => type.startsWith("aws_wafv2") || type === "aws_lb");
    const world = (type: string): { id: string; state: any }[] => root.objects(type);
    /** The load balancers that there are, and those that the web ACL is on. */
    const loadBalancers = (): string[] => world("aws_lb").map(({ id }) => id);
    const covered = (): string[] => world("aws_wafv2_web_acl_association").map(({ state }) => state.resource_arn);

    beforeAll(() => {
      write(GROUPS[0]!);
      root.apply();
    });

    describe.each(GROUPS)("from the group %s", (group) => {
      beforeAll(() => {
        write(group);
        expect(flat(root.apply())).not.toContain("The web ACL is on");
      });

      it("has one association, on the one load balancer", () => {
        expect(loadBalancers()).toHaveLength(1);
        expect(covered()).toEqual(loadBalancers());
      });

      it.each(GROUPS.filter((other) => other !== group))("a plan of %s leaves the association alone", (other) => {
        write(other);
        const changes = root.plan();
        expect(changes).not.toEqual([]);
        expect(ofWebAcl(changes)).toEqual([]);
      });

      it("a plan of new images changes the services and nothing else", () => {
        write(group, "app:2");
        expect(root.plan().map(({ type, actions }) => [type, actions])).toEqual(
          [...group].map(() => ["aws_ecs_express_gateway_service", ["update"]]),
        );
      });
    });

    it("a group whose every service is renamed in one apply is covered, or the apply says that it is not and how to heal it", () => {
      write("xyz");
      expect(ofWebAcl(root.plan())).toEqual([]);
      const output = flat(root.apply());
      const isCovered = loadBalancers().every((arn) => covered().includes(arn));
      expect(isCovered || output.includes("but the services are now served by")).toBe(true);
      // Never without need: what is replaced is made first, and its predecessor's end would take the web ACL off the same one.
      if (!isCovered) root.apply(ANCHOR);
      expect(covered()).toEqual(loadBalancers());
      expect(root.plan()).toEqual([]);
    });
  });
