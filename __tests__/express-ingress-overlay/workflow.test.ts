import { join } from "node:path";
import { type Execution, Machine } from "../registrar/machine";
import { engine } from "../registrar/shipped";
import { Root } from "../support/root";
import { describeWith, moto } from "../support/tools";

jest.setTimeout(60_000);

type Json = Record<string, any>;

const CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/shop";

const main = (allowed: readonly string[]): string => `
provider "aws" {}
module "closed" {
  source            = "\${modules}/express-ingress-overlay-dev"
  name              = "shop"
  cluster_arn       = "${CLUSTER}"
  load_balancer_arn = "LOAD_BALANCER"
  allowed_cidrs     = ${JSON.stringify(allowed)}
}
`;

interface Shipped {
  readonly definition: string;
  readonly pattern: string;
  readonly transformer: object;
  readonly schedule: string;
}

/** Applies the module with some allowlists and reads what was made out of the state. */
function shipped(path: string, ...lists: (readonly string[])[]): Shipped[] {
  const root = new Root({ engine: path, main: main(lists[0]!) });
  try {
    return lists.map((list) => {
      root.write("main.tf", main(list));
      root.apply();
      const all: Json[] = JSON.parse(root.run("show", "-json").output).values.root_module.child_modules[0].resources;
      const of = (type: string, name = "this") =>
        all.find((each) => each["type"] === type && each["name"] === name)!["values"] as Json;
      return {
        definition: of("aws_sfn_state_machine")["definition"],
        pattern: of("aws_cloudwatch_event_rule", "deployments")["event_pattern"],
        transformer: of("aws_cloudwatch_event_target", "deployments")["input_transformer"][0],
        schedule: of("aws_cloudwatch_event_target", "reconcile")["input"],
      };
    });
  } finally {
    root.remove();
  }
}

const writes = ({ calls }: Execution): string[] =>
  calls.map(({ action }) => action).filter((action) => /^(Authorize|Revoke)/.test(action));

describeWith(
  "Express Mode's security group under the overlay, as the shipped workflow sees it",
  [moto, engine],
  (python, path) => {
    let machine: Machine;
    let made: Shipped;
    let open: Shipped;
    beforeAll(() => {
      [made, open] = shipped(path, ["203.0.113.0/24", "2001:db8::/32"], ["0.0.0.0/0"]) as [Shipped, Shipped];
      machine = new Machine(python, join(__dirname, "machine.py"));
    }, 60_000);
    afterAll(() => machine?.end(), 30_000);
    const begin = (given: object = made) => machine.do("begin", { ...given });

    const rules = async (group = "express") => (await machine.do<{ rules: string[] }>("rules", { group })).rules;
    const reconcile = async (): Promise<Execution> => {
      const execution = await machine.do<Execution>("reconcile");
      expect([execution.status, execution.error, execution.cause]).toEqual(["SUCCEEDED", null, null]);
      return execution;
    };
    const CLOSED = ["2001:db8::/32 443", "203.0.113.0/24 443"];

    it("admits the allowlist first and then takes the open rule off", async () => {
      await begin();
      expect(writes(await reconcile())).toEqual([
        "AuthorizeSecurityGroupIngress",
        "AuthorizeSecurityGroupIngress",
        "RevokeSecurityGroupIngress",
      ]);
      expect(await rules()).toEqual(CLOSED);
    });

    it("finds nothing more to do after it, and takes the rule off again when it is back, in both IP families and on any port", async () => {
      await begin();
      await reconcile();
      expect(writes(await reconcile())).toEqual([]);
      await machine.do("admit", { group: "express", cidr: "0.0.0.0/0" });
      await machine.do("admit", { group: "express", cidr: "0.0.0.0/0", port: 80 });
      await machine.do("admit", { group: "express", cidr: "::/0" });
      expect(writes(await reconcile())).toEqual(Array(3).fill("RevokeSecurityGroupIngress"));
      expect(await rules()).toEqual(CLOSED);
    });

    it("leaves what goes out, rules of others, and groups that are not Express Mode's", async () => {
      await begin();
      await machine.do("admit", { group: "express", cidr: "198.51.100.7/32", description: "somebody's" });
      await reconcile();
      expect(await rules()).toEqual(["198.51.100.7/32 443", ...CLOSED]);
      expect(await rules("theirs")).toEqual(["0.0.0.0/0 443"]);
      expect(await machine.do("rules", { group: "express" })).toMatchObject({ egress: 1 });
      await begin({ ...made, managed: false });
      expect(writes(await reconcile())).toEqual([]);
    });

    it("takes off what it admitted itself and is no longer allowed", async () => {
      await begin();
      await machine.do("admit", {
        group: "express",
        cidr: "192.0.2.0/24",
        description: "switchyard shop (development and test)",
      });
      await reconcile();
      expect(await rules()).toEqual(CLOSED);
    });

    it("leaves the open rule where the user allows everyone", async () => {
      await begin(open);
      expect(writes(await reconcile())).toEqual([]);
      expect(await rules()).toEqual(["0.0.0.0/0 443"]);
    });

    it("closes even when a block cannot be admitted, and makes that good later", async () => {
      await begin();
      await machine.do("fail", { action: "AuthorizeSecurityGroupIngress", error: "RequestLimitExceeded", times: 30 });
      await reconcile();
      expect(await rules()).toEqual([]);
      await machine.do("fail", { action: "AuthorizeSecurityGroupIngress", error: "RequestLimitExceeded", times: 0 });
      await reconcile();
      expect(await rules()).toEqual(CLOSED);
    });

    it.each([
      "DescribeLoadBalancers",
      "DescribeSecurityGroups",
      "DescribeSecurityGroupRules",
      "RevokeSecurityGroupIngress",
    ])("tries %s again when it is throttled", async (action) => {
      await begin();
      await machine.do("fail", { action, error: "RequestLimitExceeded", times: 2 });
      expect((await reconcile()).waits.length).toBeGreaterThan(0);
      expect(await rules()).toEqual(CLOSED);
    });

    it("is started when a deployment in the cluster begins and when it is over, and by no other cluster's", async () => {
      await begin();
      const deliver = (eventName: string, cluster = "shop") =>
        machine.do<{ matched: boolean }>("deliver", {
          event: {
            source: "aws.ecs",
            "detail-type": "ECS Deployment State Change",
            resources: [`arn:aws:ecs:us-east-1:123456789012:service/${cluster}/shop-api-express`],
            detail: { eventName },
          },
        });
      expect((await deliver("SERVICE_DEPLOYMENT_IN_PROGRESS")).matched).toBe(true);
      expect((await deliver("SERVICE_DEPLOYMENT_COMPLETED")).matched).toBe(true);
      expect((await deliver("SERVICE_DEPLOYMENT_COMPLETED", "shop2")).matched).toBe(false);
      expect(await rules()).toEqual(CLOSED);
    });
  },
);
