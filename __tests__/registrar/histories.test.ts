import { describeWith, moto } from "../support/tools";
import { Cloud } from "./cloud";
import { type Execution, Machine } from "./machine";
import { engine, type Shipped, shipped } from "./shipped";
import { addressOf } from "./tasks";

const writes = ({ calls }: Execution): string[] =>
  calls
    .map(({ action }) => action)
    .filter((action) => /^(Register|Deregister)/.test(action))
    .sort();
const count = ({ calls }: Execution, action: string): number => calls.filter((call) => call.action === action).length;

describeWith("the registrar's workflow, as shipped", [moto, engine], (python, path) => {
  let machine: Machine;
  let cloud: Cloud;
  let made: Shipped;

  beforeAll(() => {
    made = shipped(path);
    machine = new Machine(python);
    cloud = new Cloud(machine, made);
  }, 60_000);
  beforeEach(() => cloud.begin(), 30_000);
  afterAll(() => machine?.end(), 30_000);

  /** One scheduled run brings every name to the running tasks, and the next finds nothing to do. */
  const settles = async (): Promise<void> => {
    await cloud.reconcile();
    for (const target of ["api", "web"])
      expect([target, await cloud.name(target)]).toEqual([target, cloud.running(target)]);
    expect(writes(await cloud.reconcile())).toEqual([]);
  };

  const it = (title: string, history: () => Promise<void>, timeout = 20_000): void =>
    test(
      title,
      async () => {
        await history();
        await settles();
      },
      timeout,
    );

  it("registers a task's address when it starts, under its id and with its ARN", async () => {
    const task = await cloud.start("shop-api");
    const execution = await cloud.event(task);
    expect(execution!.calls.find(({ action }) => action === "RegisterInstance")!.parameters).toEqual({
      ServiceId: made.serviceIds["api"],
      InstanceId: task.taskArn.split("/")[2],
      CreatorRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      Attributes: { AWS_INSTANCE_IPV4: "10.0.0.1", task: task.taskArn },
    });
    expect(await cloud.name("api")).toEqual(["10.0.0.1"]);
  });

  it("holds three addresses after a scale-out to three", async () => {
    const tasks = [await cloud.start("shop-api"), await cloud.start("shop-api"), await cloud.start("shop-api")];
    for (const task of tasks) await cloud.event(task);
    expect(await cloud.name("api")).toHaveLength(3);
  });

  it("holds both revisions' tasks while a canary runs, and the new one's alone after it", async () => {
    const old = await cloud.start("shop-api");
    await cloud.event(old);
    const canary = await cloud.start("shop-api");
    await cloud.event(canary);
    expect(await cloud.name("api")).toEqual([addressOf(old), addressOf(canary)]);
    await cloud.event(await cloud.stop(old));
    expect(await cloud.name("api")).toEqual([addressOf(canary)]);
  });

  it("removes a task as soon as ECS wants it to stop, while its containers still run", async () => {
    const task = await cloud.start("shop-api");
    await cloud.event(task);
    const stopping = await cloud.stop(task);
    expect(stopping.lastStatus).toBe("RUNNING");
    await cloud.event(stopping);
    expect(await cloud.name("api")).toEqual([]);
  });

  it("removes a task that ECS has forgotten", async () => {
    const task = await cloud.start("shop-api");
    await cloud.event(task);
    await cloud.forget(task);
    await cloud.reconcile();
    expect(await cloud.name("api")).toEqual([]);
  });

  it("does nothing more on a duplicate event", async () => {
    const task = await cloud.start("shop-api");
    await cloud.event(task);
    const again = await cloud.event(task);
    expect(again!.calls.map(({ action }) => action)).toEqual(["ListInstances", "ListTasks"]);
    expect(await cloud.name("api")).toHaveLength(1);
  });

  it("comes to the same end when the event of the stop overtakes the event of the start", async () => {
    const started = await cloud.start("shop-api");
    const stopped = await cloud.stopped(started);
    await cloud.event(stopped);
    await cloud.event(started);
    expect(await cloud.name("api")).toEqual([]);
  });

  it("heals lost events by the scheduled run", async () => {
    const gone = await cloud.start("shop-api");
    await cloud.event(gone);
    await cloud.stopped(gone);
    const unheard = await cloud.start("shop-api");
    await cloud.reconcile();
    expect(await cloud.name("api")).toEqual([addressOf(unheard)]);
  });

  it("never mixes two services", async () => {
    const api = await cloud.start("shop-api");
    const web = await cloud.start("shop-web");
    await cloud.reconcile();
    expect([await cloud.name("api"), await cloud.name("web")]).toEqual([[addressOf(api)], [addressOf(web)]]);
  });

  it("leaves the other services alone on one service's event", async () => {
    const api = await cloud.start("shop-api");
    await cloud.start("shop-web");
    const execution = await cloud.event(api);
    expect(
      execution!.calls.filter(
        ({ parameters }) =>
          parameters["ServiceId"] === made.serviceIds["web"] || parameters["serviceName"] === "shop-web",
      ),
    ).toEqual([]);
    expect(await cloud.name("web")).toEqual([]);
  });

  it("is not started by a task that is only coming, nor by a service that is no target", async () => {
    expect(await cloud.event(await cloud.prepare("shop-api"))).toBeUndefined();
    expect(await cloud.event(await cloud.start("other"))).toBeUndefined();
  });

  it("removes the stale addresses of an ECS service that does not exist, without a second try", async () => {
    const task = await cloud.start("shop-api");
    await cloud.event(task);
    await cloud.forget(task);
    await cloud.exist(["shop-web"]);
    const execution = await cloud.reconcile();
    expect(execution.waits).toEqual([]);
    expect(count(execution, "ListTasks")).toBe(2);
    expect(await cloud.name("api")).toEqual([]);
  });

  test("leaves alone what ECS itself registered", async () => {
    await cloud.exist([]);
    await cloud.register("api", "plain-task", {
      AWS_INSTANCE_IPV4: "10.0.9.9",
      ECS_SERVICE_NAME: "shop-api",
      AVAILABILITY_ZONE: "us-east-1a",
    });
    expect(writes(await cloud.reconcile())).toEqual([]);
    expect(await cloud.name("api")).toEqual(["10.0.9.9"]);
  });

  test("keeps a name that tasks of both tracks share during a move", async () => {
    await cloud.register("api", "plain-task", { AWS_INSTANCE_IPV4: "10.0.9.9", ECS_SERVICE_NAME: "shop-api" });
    const task = await cloud.start("shop-api");
    await cloud.event(task);
    expect(await cloud.name("api")).toEqual([addressOf(task), "10.0.9.9"]);
    await cloud.event(await cloud.stopped(task));
    expect(await cloud.name("api")).toEqual(["10.0.9.9"]);
  });

  for (const [action, needs] of [
    ["ListInstances", "start"],
    ["ListTasks", "start"],
    ["DescribeTasks", "start"],
    ["RegisterInstance", "start"],
    ["DeregisterInstance", "stop"],
  ] as const) {
    it(`tries ${action} again when it is throttled`, async () => {
      const task = await cloud.start("shop-api");
      if (needs === "stop") await cloud.event(task);
      const changed = needs === "stop" ? await cloud.stop(task) : task;
      await cloud.fail(action, 2);
      const execution = await cloud.event(changed);
      expect(execution!.waits).toHaveLength(2);
      expect(await cloud.name("api")).toEqual(cloud.running("api"));
    });

    it(`leaves it to the next run when ${action} stays throttled`, async () => {
      const task = await cloud.start("shop-api");
      if (needs === "stop") await cloud.event(task);
      const changed = needs === "stop" ? await cloud.stop(task) : task;
      await cloud.fail(action, 5);
      const execution = await cloud.event(changed);
      expect(execution!.waits).toHaveLength(4);
      expect(Math.max(...execution!.waits)).toBeLessThanOrEqual(8);
      expect(await cloud.name("api")).not.toEqual(cloud.running("api"));
    });
  }

  it("registers the other tasks when one cannot be", async () => {
    await cloud.start("shop-api");
    await cloud.start("shop-api");
    await cloud.fail("RegisterInstance", 1, "InvalidInput");
    await cloud.reconcile();
    expect(await cloud.name("api")).toHaveLength(2);
  });

  it("passes over a task that has no address yet, and registers it once it has one", async () => {
    const prepared = await cloud.prepare("shop-api");
    expect(writes(await cloud.reconcile())).toEqual([]);
    const running = await cloud.come(prepared);
    await cloud.event(running);
    expect(await cloud.name("api")).toEqual([addressOf(running)]);
  });

  it("takes an instance that is gone already for removed, without a second try", async () => {
    const task = await cloud.start("shop-api");
    await cloud.event(task);
    await cloud.fail("DeregisterInstance", 1, "InstanceNotFound");
    const execution = await cloud.event(await cloud.stop(task));
    expect(execution!.waits).toEqual([]);
  });

  it("keeps an address that another execution registers while this one runs", async () => {
    const first = await cloud.start("shop-api");
    await cloud.event(first);
    const second = cloud.recorded("shop-api");
    await cloud.meanwhile("ListTasks", { tasks: [first, second], registered: [second] });
    expect(writes((await cloud.event(first))!)).toEqual([]);
    expect(await cloud.name("api")).toEqual([addressOf(first), addressOf(second)]);
  });

  it("does not register a task that is told to stop while the workflow runs", async () => {
    const task = await cloud.start("shop-api");
    await cloud.meanwhile("ListTasks", { tasks: [{ ...task, desiredStatus: "STOPPED" }] });
    expect(writes((await cloud.event(task))!)).toEqual([]);
  });

  it("keeps the address of a running task that ECS's list leaves out", async () => {
    const task = await cloud.start("shop-api");
    await cloud.event(task);
    await cloud.forget(task);
    await cloud.meanwhile("ListTasks", { tasks: [task] });
    expect(writes(await cloud.reconcile())).toEqual([]);
  });

  test("holds a hundred tasks", async () => {
    await cloud.set(Array.from({ length: 100 }, () => cloud.recorded("shop-api")));
    await cloud.reconcile();
    expect(await cloud.name("api")).toHaveLength(100);
  }, 60_000);

  test("its role may do exactly what it calls", () => {
    const actions = (JSON.parse(made.workflowPolicy) as { Statement: { Action: string[] }[] }).Statement.flatMap(
      ({ Action }) => Action,
    );
    const called = new Set(
      [...made.definition.matchAll(/arn:aws:states:::aws-sdk:(\w+):(\w)(\w+)/g)].map(
        ([, service, first, rest]) => `${service}:${first!.toUpperCase()}${rest}`,
      ),
    );
    expect(actions.filter((action) => /^(ecs|servicediscovery):/.test(action)).sort()).toEqual([...called].sort());
  });
});
