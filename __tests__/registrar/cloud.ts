import { type Execution, Machine } from "./machine";
import type { Shipped } from "./shipped";
import { addressOf, changeEvent, type Task, task } from "./tasks";

/** What a test may do to ECS and Cloud Map, and what it then sees: the world around the registrar. */
export class Cloud {
  private tasks: Task[] = [];
  private services: string[] = [];
  private next = 1;

  constructor(
    private readonly machine: Machine,
    private readonly shipped: Shipped,
  ) {}

  /** An empty account in which both services exist. */
  async begin(services: readonly string[] = ["shop-api", "shop-web"]): Promise<void> {
    const { definition, pattern, transformer, schedule, clusterArn, serviceIds } = this.shipped;
    this.tasks = [];
    this.next = 1;
    await this.machine.do("begin", {
      definition,
      pattern,
      transformer,
      schedule,
      cluster: clusterArn,
      names: Object.values(serviceIds),
    });
    await this.exist(services);
  }

  /** Makes just these ECS services exist. */
  async exist(services: readonly string[]): Promise<void> {
    this.services = [...services];
    await this.machine.do("change", { services });
  }

  /** A task that runs at an address of its own. */
  async start(service: string): Promise<Task> {
    return this.put(this.recorded(service));
  }

  /** A task that has no network interface yet. */
  async prepare(service: string): Promise<Task> {
    return this.put(task(this.shipped.clusterArn, service, this.next++));
  }

  /** A prepared task gets its address and runs. */
  async come(prepared: Task): Promise<Task> {
    const number = Number.parseInt(prepared.taskArn.slice(-8), 16);
    return this.put(
      task(
        this.shipped.clusterArn,
        prepared.group.slice("service:".length),
        number,
        `10.0.${number >> 8}.${number & 255}`,
      ),
    );
  }

  /** ECS wants the task to stop; its containers still run. */
  async stop(running: Task): Promise<Task> {
    return this.put({ ...running, desiredStatus: "STOPPED" });
  }

  /** The task has stopped. */
  async stopped(stopping: Task): Promise<Task> {
    return this.put({ ...stopping, desiredStatus: "STOPPED", lastStatus: "STOPPED" });
  }

  /** ECS no longer knows the task, an hour after it stopped. */
  async forget({ taskArn }: Task): Promise<void> {
    await this.set(this.tasks.filter((each) => each.taskArn !== taskArn));
  }

  /** Registers an instance as another than the registrar would. */
  async register(target: string, id: string, attributes: Record<string, string>): Promise<void> {
    await this.machine.do("change", { register: [{ service: this.shipped.serviceIds[target], id, attributes }] });
  }

  /** The next calls of an action are refused. */
  async fail(action: string, times: number, error = "ThrottlingException"): Promise<void> {
    await this.machine.do("fail", { action, error, times });
  }

  /** What happens right after the workflow's next call of an action, while it runs. */
  async meanwhile(
    after: string,
    happens: { readonly tasks: readonly Task[]; readonly registered?: readonly Task[] },
  ): Promise<void> {
    const register = (happens.registered ?? []).map((each) => ({
      service: this.serviceOf(each),
      id: each.taskArn.split("/")[2],
      attributes: { AWS_INSTANCE_IPV4: addressOf(each), task: each.taskArn },
    }));
    this.tasks = [...happens.tasks];
    await this.machine.do("meanwhile", { after, change: { tasks: happens.tasks, register } });
  }

  /** A task for `meanwhile`: recorded, but not in ECS. */
  recorded(service: string): Task {
    const number = this.next++;
    return task(this.shipped.clusterArn, service, number, `10.0.${number >> 8}.${number & 255}`);
  }

  /** Puts many tasks at once. */
  async set(tasks: readonly Task[]): Promise<void> {
    this.tasks = [...tasks];
    await this.machine.do("change", { tasks });
  }

  /** EventBridge gets the event of a task's change; an execution, if the rule matches it. */
  async event(changed: Task): Promise<Execution | undefined> {
    const answer = await this.machine.do<Execution & { matched: boolean }>("deliver", { event: changeEvent(changed) });
    return answer.matched ? succeeded(answer) : undefined;
  }

  /** The scheduled run. */
  async reconcile(): Promise<Execution> {
    return succeeded(await this.machine.do<Execution>("reconcile"));
  }

  /** The addresses that a target's name holds. */
  async name(target: string): Promise<string[]> {
    const names = await this.machine.do<Record<string, { attributes: Record<string, string> }[]>>("names");
    return names[this.shipped.serviceIds[target]!]!.map(({ attributes }) => attributes["AWS_INSTANCE_IPV4"]!).sort();
  }

  /** The addresses that a target's name should hold. */
  running(target: string): string[] {
    return this.tasks
      .filter(
        ({ group, lastStatus, desiredStatus }) =>
          group === `service:shop-${target}` &&
          lastStatus === "RUNNING" &&
          desiredStatus === "RUNNING" &&
          this.services.includes(`shop-${target}`),
      )
      .map((each) => addressOf(each)!)
      .sort();
  }

  private async put(changed: Task): Promise<Task> {
    await this.set([...this.tasks.filter(({ taskArn }) => taskArn !== changed.taskArn), changed]);
    return changed;
  }

  private serviceOf({ group }: Task): string {
    return this.shipped.serviceIds[group.slice("service:shop-".length)]!;
  }
}

function succeeded(execution: Execution): Execution {
  if (execution.status !== "SUCCEEDED")
    throw new Error(`the workflow ${execution.status}: ${execution.error} ${execution.cause}`);
  return execution;
}
