import { join } from "node:path";
import * as fc from "fast-check";
import { type Execution, Machine } from "../registrar/machine";
import { engine } from "../registrar/shipped";
import { Root } from "../support/root";
import { describeWith, moto } from "../support/tools";

jest.setTimeout(60_000);

/** Who calls whom: a front that calls both, and two that call each other. */
const MAIN = `
provider "aws" {}
resource "aws_ecs_cluster" "this" { name = "shop" }
module "refresh" {
  source      = "\${modules}/service-connect-refresh"
  name        = "shop"
  cluster_arn = aws_ecs_cluster.this.arn
  targets = {
    api  = { service_name = "api", callers = ["front", "auth"] }
    auth = { service_name = "auth", callers = ["front", "api"] }
  }
}
`;
const CALLS: Readonly<Record<string, readonly string[]>> = { front: ["api", "auth"], api: ["auth"], auth: ["api"] };
const NAMES = Object.keys(CALLS);

interface Shipped {
  readonly definition: string;
  readonly pattern: string;
  readonly transformer: object;
  readonly schedule: string;
  readonly cluster: string;
}

/** Applies the module and reads what was made out of the state. */
function shipped(path: string): Shipped {
  const root = new Root({ engine: path, main: MAIN });
  try {
    root.apply();
    const { root_module: top } = JSON.parse(root.run("show", "-json").output).values;
    const all: any[] = [...top.resources, ...top.child_modules.flatMap((module: any) => module.resources)];
    const of = (type: string, name = "this") =>
      all.find((each) => each.type === type && each.name === name).values as Record<string, any>;
    return {
      definition: of("aws_sfn_state_machine")["definition"],
      pattern: of("aws_cloudwatch_event_rule", "deployments")["event_pattern"],
      transformer: of("aws_cloudwatch_event_target", "deployments")["input_transformer"][0],
      schedule: of("aws_cloudwatch_event_target", "reconcile")["input"],
      cluster: of("aws_ecs_cluster")["arn"],
    };
  } finally {
    root.remove();
  }
}

/** A service: when it was made, when it was last deployed, since when it has a name. */
interface Service {
  readonly created: number;
  readonly deployed: number;
  readonly named?: number;
  readonly status?: string;
}
type Services = Readonly<Record<string, Service>>;

const deployed = ({ calls }: Execution): string[] =>
  calls.filter(({ action }) => action === "UpdateService").map(({ parameters }) => nameOf(parameters["service"]));
const nameOf = (arn: string): string => arn.split("/").at(-1)!;

describeWith("callers and the names they call, as the shipped workflow sees them", [moto, engine], (python, path) => {
  let machine: Machine;
  let made: Shipped;
  beforeAll(() => {
    made = shipped(path);
    machine = new Machine(python, join(__dirname, "machine.py"));
  }, 60_000);
  afterAll(() => machine?.end(), 30_000);

  const arn = (name: string): string => `${made.cluster.replace(":cluster/", ":service/")}/${name}`;

  /** A cluster in which these services stand at the moment `now`. */
  const stand = async (services: Services, now = 1000): Promise<void> => {
    await machine.do("begin", { ...made });
    await machine.do("put", {
      now,
      services: Object.fromEntries(
        Object.entries(services).map(([name, { named, status = "ACTIVE", ...moments }]) => [
          arn(name),
          { ...moments, status, ...(named === undefined ? {} : { name }) },
        ]),
      ),
      names: Object.fromEntries(
        Object.entries(services).flatMap(([name, { named }]) => (named === undefined ? [] : [[`srv-${name}`, named]])),
      ),
    });
  };
  const succeeded = (execution: Execution): Execution => {
    expect([execution.status, execution.error, execution.cause]).toEqual(["SUCCEEDED", null, null]);
    return execution;
  };
  /** ECS says that a deployment of a service has come to an end; an execution if the rule matches. */
  const completes = async (name: string, eventName = "SERVICE_DEPLOYMENT_COMPLETED", where = made.cluster) => {
    const resources = [`${where.replace(":cluster/", ":service/")}/${name}`];
    const detail = { eventType: "INFO", eventName, deploymentId: "ecs-svc/123", updatedAt: "2026-11-21T10:00:00Z" };
    const answer = await machine.do<Execution & { matched: boolean }>("deliver", {
      event: { source: "aws.ecs", "detail-type": "ECS Deployment State Change", resources, detail },
    });
    return answer.matched ? succeeded(answer) : undefined;
  };
  const reconcile = async () => succeeded(await machine.do<Execution>("reconcile"));
  /** Callers whose deployment is older than a name they call: they cannot see it. */
  const blind = async (services: Services): Promise<string[]> => {
    const now = await machine.do<Record<string, { deployed: number; created: number }>>("services");
    const since = (name: string) => Math.max(services[name]!.created, services[name]!.named ?? 0);
    return NAMES.filter((name) => CALLS[name]!.some((target) => now[arn(name)]!.deployed < since(target)));
  };

  /** Made in one apply: the front a moment before the others. */
  const FIRST: Services = {
    front: { created: 100, deployed: 100 },
    api: { created: 101, deployed: 101, named: 101 },
    auth: { created: 102, deployed: 102, named: 102 },
  };

  it("deploys a caller anew that was made before what it calls", async () => {
    await stand(FIRST);
    const execution = await completes("auth");
    expect(deployed(execution!).sort()).toEqual(["api", "front"]);
    expect(execution!.calls.find(({ action }) => action === "UpdateService")!.parameters).toEqual({
      cluster: made.cluster,
      service: expect.stringMatching(/:service\/shop\/(api|front)$/),
      forceNewDeployment: true,
    });
  });

  it("leaves a caller alone that was made after what it calls", async () => {
    await stand({ ...FIRST, front: { created: 200, deployed: 200 } });
    expect(deployed((await completes("api"))!)).toEqual([]);
  });

  it("finds nothing more to do after it, whatever comes again", async () => {
    await stand(FIRST);
    await completes("api");
    await completes("auth");
    expect(await blind(FIRST)).toEqual([]);
    for (const name of NAMES) expect(deployed((await completes(name))!)).toEqual([]);
    expect(deployed(await reconcile())).toEqual([]);
  });

  it("does not let two services that call each other chase one another", async () => {
    await stand(FIRST);
    const rounds = [];
    for (let i = 0; i < 4; i++) {
      const one = await completes("api");
      const other = await completes("auth");
      rounds.push([...deployed(one!), ...deployed(other!)].filter((name) => name !== "front"));
    }
    expect(rounds).toEqual([["api"], [], [], []]);
  });

  it("deploys no caller anew for a new image of what it calls", async () => {
    await stand({
      front: { created: 100, deployed: 500 },
      api: { created: 101, deployed: 900, named: 101 },
      auth: { created: 102, deployed: 500, named: 102 },
    });
    expect(deployed((await completes("api"))!)).toEqual([]);
  });

  it("deploys a caller anew when a service that was there before gets a name after it", async () => {
    await stand({
      front: { created: 100, deployed: 600 },
      api: { created: 50, deployed: 601, named: 601 },
      auth: { created: 50, deployed: 500, named: 60 },
    });
    expect(deployed((await completes("api"))!).sort()).toEqual(["auth", "front"]);
  });

  it("deploys a caller anew when a service is made again under a name that Cloud Map has kept", async () => {
    await stand({
      front: { created: 100, deployed: 600 },
      api: { created: 700, deployed: 700, named: 50 },
      auth: { created: 50, deployed: 800, named: 60 },
    });
    expect(deployed((await completes("api"))!)).toEqual(["front"]);
  });

  it("makes good for lost events by the scheduled run", async () => {
    await stand(FIRST);
    await reconcile();
    expect(await blind(FIRST)).toEqual([]);
  });

  it("passes over a caller that does not exist or is going, and a target without a name", async () => {
    await stand({
      api: { created: 101, deployed: 101 },
      auth: { created: 102, deployed: 102, named: 102, status: "DRAINING" },
      front: { created: 90, deployed: 90 },
    });
    expect(deployed(await reconcile())).toEqual([]);
    const { front: _, ...rest } = FIRST;
    await stand({ ...rest, api: { created: 101, deployed: 101, named: 101, status: "DRAINING" } });
    expect(deployed((await completes("auth"))!)).toEqual([]);
  });

  it("looks at one target alone on its event, and at none on a service that nobody calls", async () => {
    await stand(FIRST);
    const asked = (execution: Execution | undefined) =>
      execution!.calls.filter(({ action }) => action === "GetService").map(({ parameters }) => parameters["Id"]);
    expect(asked(await completes("api"))).toEqual(["srv-api"]);
    expect((await completes("front"))!.calls).toEqual([]);
  });

  it("is not started by a deployment that only begins, nor by another cluster's", async () => {
    await stand(FIRST);
    expect(await completes("api", "SERVICE_DEPLOYMENT_IN_PROGRESS")).toBeUndefined();
    expect(await completes("api", "SERVICE_DEPLOYMENT_COMPLETED", `${made.cluster}2`)).toBeUndefined();
  });

  it.each(["DescribeServices", "GetService", "UpdateService"])(
    "tries %s again when it is throttled",
    async (action) => {
      await stand(FIRST);
      await machine.do("fail", { action, error: "ThrottlingException", times: 2 });
      const execution = await completes("auth");
      expect(execution!.waits).toHaveLength(2);
      expect(deployed(execution!).length).toBeGreaterThanOrEqual(2);
      expect(await blind(FIRST)).toEqual([]);
    },
  );

  it("leaves to the next run what stays refused", async () => {
    await stand(FIRST);
    await machine.do("fail", { action: "UpdateService", error: "ThrottlingException", times: 5 });
    await completes("api");
    expect(await blind(FIRST)).toContain("front");
    await reconcile();
    expect(await blind(FIRST)).toEqual([]);
  });

  it("leaves no caller blind after any first apply, in any order of events, and deploys each at most once for each name", async () => {
    const moment = fc.integer({ min: 2, max: 300 });
    const order = fc.record({ front: moment, api: moment, auth: moment });
    const events = fc.array(fc.constantFrom(...NAMES), { maxLength: 6 });
    const property = fc.asyncProperty(order, events, async (at, heard) => {
      const services: Services = {
        front: { created: at.front, deployed: at.front },
        api: { created: at.api, deployed: at.api, named: at.api },
        auth: { created: at.auth, deployed: at.auth, named: at.auth },
      };
      await stand(services);
      const anew: string[] = [];
      for (const name of heard) anew.push(...deployed((await completes(name))!));
      anew.push(...deployed(await reconcile()));
      expect(await blind(services)).toEqual([]);
      expect(deployed(await reconcile())).toEqual([]);
      for (const name of NAMES) {
        const times = anew.filter((each) => each === name).length;
        expect(times).toBeLessThanOrEqual(CALLS[name]!.length);
      }
    });
    await fc.assert(property, { numRuns: Number(process.env["HISTORIES"] ?? 15), endOnFailure: true });
  }, 120_000);
});
