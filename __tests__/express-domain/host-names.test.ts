import { join } from "node:path";
import { EXPRESS_SERVICES_PER_LOAD_BALANCER } from "../../modules/spec/limits";
import { type Execution, Machine } from "../registrar/machine";
import { engine } from "../registrar/shipped";
import { Root } from "../support/root";
import { describeWith, moto } from "../support/tools";

jest.setTimeout(60_000);

const ELB = "arn:aws:elasticloadbalancing:us-east-1:123456789012";
const ruleArn = (id: string): string =>
  `${ELB}:listener-rule/app/ecs-express-gateway-alb-1/0123456789abcdef/0123456789abcdef/${id.padEnd(16, "0")}`;
const serviceArn = (name: string): string => `arn:aws:ecs:us-east-1:123456789012:service/shop/shop-${name}-express`;
const API = ruleArn("a");
const WEB = ruleArn("b");
/** The names that Express Mode generated. */
const OF_API = "sh-aa.ecs.us-east-1.on.aws";
const OF_WEB = "sh-bb.ecs.us-east-1.on.aws";

const MAIN = `
provider "aws" {}
module "domain" {
  source          = "\${modules}/express-domain"
  name            = "shop"
  domain_name     = "example.com"
  listener_arn    = "${ELB}:listener/app/ecs-express-gateway-alb-1/0123456789abcdef/0123456789abcdef"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"
  services = {
    api = { service_arn = "${serviceArn("api")}", listener_rule_arn = "${API}", host_names = ["api.example.com"] }
    web = { service_arn = "${serviceArn("web")}", listener_rule_arn = "${WEB}", host_names = ["example.com", "shop.example.org"] }
  }
}
`;
const SHOULD = {
  [API]: [OF_API, "api.example.com"],
  [WEB]: [OF_WEB, "example.com", "shop.example.org"],
};

interface Shipped {
  readonly definition: string;
  readonly pattern: string;
  readonly transformer: object;
  readonly schedule: string;
}

/** Applies the module and reads what was made out of the state. */
function shipped(path: string, main = MAIN): Shipped {
  const root = new Root({ engine: path, main });
  try {
    root.apply();
    const { root_module: top } = JSON.parse(root.run("show", "-json").output).values;
    const of = (type: string, name = "this") =>
      top.child_modules[0].resources.find((each: any) => each.type === type && each.name === name).values;
    return {
      definition: of("aws_sfn_state_machine")["definition"],
      pattern: of("aws_cloudwatch_event_rule", "deployments")["event_pattern"],
      transformer: of("aws_cloudwatch_event_target", "deployments")["input_transformer"][0],
      schedule: of("aws_cloudwatch_event_target", "reconcile")["input"],
    };
  } finally {
    root.remove();
  }
}

const written = ({ calls }: Execution): string[] =>
  calls.filter(({ action }) => action === "ModifyRule").map(({ parameters }) => parameters["RuleArn"]);

/** As many services as a load balancer of Express Mode carries, with long names. */
const CROWDED = MAIN.replace(
  /  services = \{[^]*/,
  `  services = {
    for i in range(${EXPRESS_SERVICES_PER_LOAD_BALANCER}) : "s\${i}" => {
      service_arn       = "${serviceArn("a-service-with-quite-a-long-name")}-\${i}"
      listener_rule_arn = "${API}"
      host_names        = ["s\${i}.example.com"]
    }
  }
}
`,
);

/**
 * What EventBridge takes.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
const PATTERN_CHARACTERS = 2048;

describeWith("the event pattern of the names on Express Mode's rules", [engine], (path) => {
  it("is short enough for as many services as a load balancer carries", () => {
    const { pattern } = shipped(path, CROWDED);
    expect(pattern.length).toBeLessThan(PATTERN_CHARACTERS);
    expect(JSON.parse(pattern).resources).toEqual([{ prefix: serviceArn("").replace(/[^/]*$/, "") }]);
  });
});

describeWith("the names on Express Mode's rules, as the shipped workflow sees them", [moto, engine], (python, path) => {
  let machine: Machine;
  let made: Shipped;
  beforeAll(() => {
    made = shipped(path);
    machine = new Machine(python, join(__dirname, "machine.py"));
  }, 60_000);
  beforeEach(() => machine.do("begin", { ...made, rules: { [API]: OF_API, [WEB]: OF_WEB } }), 30_000);
  afterAll(() => machine?.end(), 30_000);

  const succeeded = (execution: Execution): Execution => {
    expect([execution.status, execution.error, execution.cause]).toEqual(["SUCCEEDED", null, null]);
    return execution;
  };
  const reconcile = async () => succeeded(await machine.do<Execution>("reconcile"));
  /** ECS says that a deployment of a service changed its state; an execution if the rule matches. */
  const deploys = async (name: string, eventName = "SERVICE_DEPLOYMENT_IN_PROGRESS", arn = serviceArn(name)) => {
    const detail = { eventType: "INFO", eventName, deploymentId: "ecs-svc/123", updatedAt: "2026-11-21T10:00:00Z" };
    const answer = await machine.do<Execution & { matched: boolean }>("deliver", {
      event: { source: "aws.ecs", "detail-type": "ECS Deployment State Change", resources: [arn], detail },
    });
    return answer.matched ? succeeded(answer) : undefined;
  };
  const rules = () => machine.do<Record<string, { host_names: string[]; weights: number[] }>>("rules");
  const names = async () =>
    Object.fromEntries(Object.entries(await rules()).map(([arn, rule]) => [arn, rule.host_names]));
  const put = (rule: string, host_names: string[], paths: string[] = []) =>
    machine.do("put", { rule, host_names, paths });

  it("adds the names to the generated one, and then finds nothing to do", async () => {
    expect(written(await reconcile()).sort()).toEqual([API, WEB]);
    expect(await names()).toEqual(SHOULD);
    expect(written(await reconcile())).toEqual([]);
  });

  it("leaves what the rule forwards to, and makes no rule of its own", async () => {
    const execution = await reconcile();
    expect(Object.values(await rules()).map(({ weights }) => weights)).toEqual([
      [100, 0],
      [100, 0],
    ]);
    expect([...new Set(execution.calls.map(({ action }) => action))].sort()).toEqual(["DescribeRules", "ModifyRule"]);
    const modify = execution.calls.find(({ action }) => action === "ModifyRule")!.parameters;
    expect(Object.keys(modify).filter((key) => key.startsWith("Actions"))).toEqual([]);
  });

  it("looks at the one service that is being deployed, whatever comes of the deployment", async () => {
    for (const eventName of [
      "SERVICE_DEPLOYMENT_IN_PROGRESS",
      "SERVICE_DEPLOYMENT_COMPLETED",
      "SERVICE_DEPLOYMENT_FAILED",
    ]) {
      await put(API, [OF_API]);
      await put(WEB, [OF_WEB]);
      expect(written((await deploys("api", eventName))!)).toEqual([API]);
      expect(await names()).toEqual({ ...SHOULD, [WEB]: [OF_WEB] });
    }
  });

  it("does nothing when somebody else's service of the cluster is deployed, and does not start for one of another cluster", async () => {
    await put(API, [OF_API]);
    expect((await deploys("somebody-elses"))!.calls).toEqual([]);
    const elsewhere = serviceArn("api").replace("service/shop/", "service/shop-2/");
    expect(await deploys("api", "SERVICE_DEPLOYMENT_COMPLETED", elsewhere)).toBeUndefined();
  });

  it("puts them back when Express Mode has written the rule anew", async () => {
    await reconcile();
    await put(API, ["sh-cc.ecs.us-east-1.on.aws"]);
    await deploys("api");
    expect(await names()).toEqual({ ...SHOULD, [API]: ["sh-cc.ecs.us-east-1.on.aws", "api.example.com"] });
  });

  it("does the same twice when it is started twice", async () => {
    await Promise.all([await deploys("api"), await deploys("api")]);
    expect((await names())[API]).toEqual(SHOULD[API]);
  });

  it("adds them when Express Mode writes the rule anew while the workflow looks at it", async () => {
    await reconcile();
    await put(API, [OF_API, "old.example.com"]);
    await machine.do("before", { action: "ModifyRule", rule: API, host_names: [OF_API] });
    await deploys("api");
    expect((await names())[API]).toEqual(SHOULD[API]);
  });

  it("takes off a name that has gone to another service, and one of the domain that no service has", async () => {
    await put(API, [OF_API, "shop.example.org", "old.example.com", "api.example.com"]);
    await reconcile();
    expect(await names()).toEqual(SHOULD);
  });

  it("takes off what is too much where nothing is missing, and swaps one name for another", async () => {
    await put(API, [OF_API, "api.example.com", "old.example.com"]);
    await reconcile();
    expect((await names())[API]).toEqual(SHOULD[API]);
    await put(API, [OF_API, "old.example.com"]);
    await reconcile();
    expect((await names())[API]).toEqual(SHOULD[API]);
  });

  it("leaves a name outside the domain that it does not know", async () => {
    await put(API, [OF_API, "notexample.com", "api.example.com"]);
    expect(written((await deploys("api"))!)).toEqual([]);
    expect((await names())[API]).toEqual([OF_API, "notexample.com", "api.example.com"]);
  });

  it("does not touch a rule that compares anything but host names", async () => {
    await put(API, [OF_API], ["/api/*"]);
    expect(written((await deploys("api"))!)).toEqual([]);
  });

  it("goes on with the others when a rule is gone", async () => {
    await machine.do("begin", { ...made, rules: { [WEB]: OF_WEB } });
    expect(written(await reconcile())).toEqual([WEB]);
    expect(await names()).toEqual({ [WEB]: SHOULD[WEB] });
  });

  it.each(["DescribeRules", "ModifyRule"])("tries %s again when it is throttled", async (action) => {
    await machine.do("fail", { action, error: "Throttling", times: 2 });
    expect((await reconcile()).waits).toHaveLength(2);
    expect(await names()).toEqual(SHOULD);
  });

  it("leaves to the next minute what stays refused", async () => {
    await machine.do("fail", { action: "ModifyRule", error: "AccessDenied", times: 5 });
    await deploys("api");
    expect((await names())[API]).toEqual([OF_API]);
    await reconcile();
    expect(await names()).toEqual(SHOULD);
  });
});
