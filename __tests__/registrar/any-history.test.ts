import * as fc from "fast-check";
import { describeWith, moto } from "../support/tools";
import { Cloud } from "./cloud";
import { Machine } from "./machine";
import { engine, shipped } from "./shipped";
import type { Task } from "./tasks";

/** What may become of a task. */
type Move = "come" | "stop" | "stopped" | "forget";

/** A step of a history; `pick` chooses among the tasks or events there are. */
type Step =
  | { readonly kind: "start" | "prepare"; readonly service: string }
  | { readonly kind: Move | "hear"; readonly pick: number }
  | { readonly kind: "fail"; readonly action: string; readonly times: number }
  | { readonly kind: "reconcile" };

const ACTIONS = ["ListInstances", "ListTasks", "DescribeTasks", "RegisterInstance", "DeregisterInstance"];
const pick = fc.nat(20);

const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant("start" as const), service: fc.constantFrom("shop-api", "shop-web") }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("prepare" as const), service: fc.constantFrom("shop-api", "shop-web") }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom("come" as const, "stop" as const, "stopped" as const, "forget" as const),
        pick,
      }),
    },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant("hear" as const), pick }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("fail" as const),
        action: fc.constantFrom(...ACTIONS),
        times: fc.integer({ min: 1, max: 6 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("reconcile" as const) }) },
  ),
  { minLength: 4, maxLength: 16 },
);

/** Plays a history. An event is heard any number of times, whenever, in any order: never (lost), late, twice. */
async function play(cloud: Cloud, history: readonly Step[]): Promise<void> {
  const tasks: Task[] = [];
  const events: Task[] = [];
  const change = async (made: Promise<Task>, at: number): Promise<void> => {
    tasks[at] = await made;
    events.push(tasks[at]!);
  };
  const move = async (kind: Move, at: number): Promise<void> => {
    const task = tasks[at]!;
    if (kind === "come" && task.lastStatus === "PROVISIONING" && task.desiredStatus === "RUNNING")
      await change(cloud.come(task), at);
    if (kind === "stop" && task.desiredStatus === "RUNNING") await change(cloud.stop(task), at);
    if (kind === "stopped" && task.lastStatus !== "STOPPED") await change(cloud.stopped(task), at);
    if (kind === "forget" && task.lastStatus === "STOPPED") await cloud.forget(task);
  };
  for (const step of history) {
    if ("service" in step) await change(cloud[step.kind](step.service), tasks.length);
    else if ("action" in step) await cloud.fail(step.action, step.times);
    else if (!("pick" in step)) await cloud.reconcile();
    else if (step.kind === "hear") await (events.length && cloud.event(events[step.pick % events.length]!));
    else if (tasks.length) await move(step.kind, step.pick % tasks.length);
  }
}

describeWith("the registrar's workflow, after any history", [moto, engine], (python, path) => {
  let machine: Machine;
  let cloud: Cloud;

  beforeAll(() => {
    machine = new Machine(python);
    cloud = new Cloud(machine, shipped(path));
  }, 60_000);
  afterAll(() => machine?.end(), 30_000);

  it("brings every name to exactly the running tasks with one scheduled run", async () => {
    const property = fc.asyncProperty(steps, async (history) => {
      await cloud.begin();
      await play(cloud, history);
      for (const action of ACTIONS) await cloud.fail(action, 0);
      await cloud.reconcile();
      for (const target of ["api", "web"])
        expect([target, await cloud.name(target)]).toEqual([target, cloud.running(target)]);
    });
    await fc.assert(property, { numRuns: Number(process.env["HISTORIES"] ?? 15), endOnFailure: true });
  }, 600_000);
});
