import { join } from "node:path";
import { type Execution, Machine } from "../registrar/machine";
import { engine } from "../registrar/shipped";
import { Root } from "../support/root";
import { describeWith, moto } from "../support/tools";

jest.setTimeout(60_000);

type Json = Record<string, any>;

const service = (name: string): string => `arn:aws:ecs:us-east-1:123456789012:service/shop/shop-${name}-express`;
const CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/shop";

const main = (api: string): string =>
  `
provider "aws" {}
module "overlay" {
  source      = "\${modules}/express-overlay-dev"
  name        = "shop"
  cluster_arn = "${CLUSTER}"
  tags        = { team = "shop" }
  services = { for name, overlay in {
    api = ${api}
    web = { enable_execute_command = true }
  } : name => {
    service_arn        = "arn:aws:ecs:us-east-1:123456789012:service/shop/shop-\${name}-express"
    execution_role_arn = "arn:aws:iam::123456789012:role/execution"
    task_role_arn      = "arn:aws:iam::123456789012:role/\${name}"
    log_group_name     = "/ecs/shop/\${name}"
    memory             = 1024
    overlay = {
      cpu_architecture       = try(overlay.cpu_architecture, null)
      capacity_provider      = try(overlay.capacity_provider, null)
      enable_execute_command = try(overlay.enable_execute_command, null)
      propagate_tags         = try(overlay.propagate_tags, null)
      sidecars               = try(overlay.sidecars, null)
    }
  } }
}
`.replaceAll("\\${name}", "${name}");

const API =
  '{ cpu_architecture = "ARM64", capacity_provider = "FARGATE_SPOT", propagate_tags = "TASK_DEFINITION", sidecars = { agent = { image = "agent:1", memory_reservation = 128, environment = { MODE = "dev" } } } }';

interface Shipped {
  readonly definition: string;
  readonly pattern: string;
  readonly transformer: object;
  readonly schedule: string;
}

/** Applies the module and reads what was made out of the state, once for each of some wishes. */
function shipped(path: string, wishes: readonly string[]): { made: Shipped[]; policy: Json } {
  const root = new Root({ engine: path, main: main(wishes[0]!) });
  const values = (): Json[] => {
    root.apply();
    return JSON.parse(root.run("show", "-json").output).values.root_module.child_modules[0].resources;
  };
  try {
    let policy = {};
    const made = wishes.map((wish) => {
      root.write("main.tf", main(wish));
      const all = values();
      const of = (type: string, name = "this") =>
        all.find((each) => each["type"] === type && each["name"] === name)!["values"] as Json;
      policy = JSON.parse(of("aws_iam_role_policy", "workflow")["policy"]);
      return {
        definition: of("aws_sfn_state_machine")["definition"],
        pattern: of("aws_cloudwatch_event_rule", "deployments")["event_pattern"],
        transformer: of("aws_cloudwatch_event_target", "deployments")["input_transformer"][0],
        schedule: of("aws_cloudwatch_event_target", "reconcile")["input"],
      };
    });
    return { made, policy };
  } finally {
    root.remove();
  }
}

/** A task definition as Express Mode registers it. */
const express = (name: string, image = `${name}:1`): Json => ({
  family: `shop-shop-${name}-express`,
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "512",
  memory: "1024",
  executionRoleArn: "arn:aws:iam::123456789012:role/execution",
  taskRoleArn: `arn:aws:iam::123456789012:role/${name}`,
  runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" },
  volumes: [],
  placementConstraints: [],
  containerDefinitions: [
    {
      name: "Main",
      image,
      cpu: 0,
      essential: true,
      portMappings: [{ name: "main-8080-tcp", containerPort: 8080, hostPort: 8080, protocol: "tcp" }],
      environment: [{ name: "API_URL", value: "http://api" }],
      secrets: [{ name: "TOKEN", valueFrom: "arn:aws:ssm:us-east-1:123456789012:parameter/token" }],
      linuxParameters: { initProcessEnabled: true },
      logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": `/ecs/shop/${name}`, mode: "non-blocking" },
      },
    },
  ],
});

const WRITES = ["RegisterTaskDefinition", "UpdateService", "TagResource"];
const writes = ({ calls }: Execution): string[] =>
  calls.map(({ action }) => action).filter((action) => WRITES.includes(action));
const call = ({ calls }: Execution, action: string): Json =>
  calls.find((each) => each.action === action)!.parameters as Json;

describeWith(
  "the overlay of services on Express Mode, as the shipped workflow sees them",
  [moto, engine],
  (python, path) => {
    let machine: Machine;
    let made: Shipped;
    let changed: Shipped;
    let policy: Json;
    beforeAll(() => {
      ({
        made: [made, changed],
        policy,
      } = shipped(path, [API, '{ cpu_architecture = "ARM64" }']) as unknown as {
        made: [Shipped, Shipped];
        policy: Json;
      });
      machine = new Machine(python, join(__dirname, "machine.py"));
    }, 60_000);
    afterAll(() => machine?.end(), 30_000);
    beforeEach(() => machine.do("begin", { ...made }));

    const revises = (name: string, more: object = {}, definition: Json = express(name)) =>
      machine.do("express_revises", { service: service(name), definition, ...more });
    const ends = (name: string, rolledBack = false) =>
      machine.do("ends", { service: service(name), rolled_back: rolledBack });
    const running = async (name: string): Promise<Json> => {
      const { definition, tags } = await machine.do<{ definition: Json; tags: Json[] }>("runs", {
        service: service(name),
      });
      return { ...definition, tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])) };
    };
    const succeeded = (execution: Execution): Execution => {
      expect([execution.status, execution.error, execution.cause]).toEqual(["SUCCEEDED", null, null]);
      return execution;
    };
    const completes = async (name: string, eventName = "SERVICE_DEPLOYMENT_COMPLETED") => {
      const answer = await machine.do<Execution & { matched: boolean }>("deliver", {
        event: {
          source: "aws.ecs",
          "detail-type": "ECS Deployment State Change",
          resources: [service(name)],
          detail: { eventType: "INFO", eventName },
        },
      });
      return answer.matched ? succeeded(answer) : undefined;
    };
    const reconcile = async () => succeeded(await machine.do<Execution>("reconcile"));
    const ALL = ["RegisterTaskDefinition", "UpdateService", "TagResource"];

    it("derives a task definition from the running one and deploys it", async () => {
      await revises("api");
      expect(writes((await completes("api"))!)).toEqual(ALL);
      const { family, containerDefinitions, tags, ...rest } = await running("api");
      expect(family).toBe("shop-api-overlay-dev");
      const [before] = express("api")["containerDefinitions"];
      expect(containerDefinitions).toEqual([
        { ...before, memoryReservation: 896 },
        {
          name: "agent",
          image: "agent:1",
          essential: false,
          memoryReservation: 128,
          environment: [{ name: "MODE", value: "dev" }],
          logConfiguration: {
            logDriver: "awslogs",
            options: {
              "awslogs-group": "/ecs/shop/api",
              "awslogs-region": "us-east-1",
              "awslogs-stream-prefix": "ecs",
            },
          },
        },
      ]);
      expect(rest).toMatchObject({
        cpu: "512",
        memory: "1024",
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        executionRoleArn: "arn:aws:iam::123456789012:role/execution",
        taskRoleArn: "arn:aws:iam::123456789012:role/api",
        runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
      });
      expect(tags).toMatchObject({ team: "shop", "switchyard:overlay-of": service("api") });
      expect(tags).not.toHaveProperty("AmazonECSManaged");
    });

    it("tells the service Spot, tags and shells with the same update", async () => {
      await revises("api");
      await revises("web");
      const updates = (await reconcile()).calls
        .filter(({ action }) => action === "UpdateService")
        .map(({ parameters }) => parameters as Json)
        .sort((a, b) => a["service"].localeCompare(b["service"]));
      expect(updates).toEqual([
        {
          cluster: CLUSTER,
          service: service("api"),
          taskDefinition: expect.stringMatching(/shop-api-overlay-dev:1$/),
          capacityProviderStrategy: [{ capacityProvider: "FARGATE_SPOT", base: 0, weight: 1 }],
          enableExecuteCommand: false,
          propagateTags: "TASK_DEFINITION",
          forceNewDeployment: true,
        },
        {
          cluster: CLUSTER,
          service: service("web"),
          taskDefinition: expect.stringMatching(/shop-web-overlay-dev:1$/),
          capacityProviderStrategy: [{ capacityProvider: "FARGATE", base: 1, weight: 1 }],
          enableExecuteCommand: true,
          propagateTags: "SERVICE",
          forceNewDeployment: true,
        },
      ]);
    });

    it("leaves the container as it is where no sidecar shares the task", async () => {
      await revises("web");
      await completes("web");
      const after = await running("web");
      expect(after["containerDefinitions"]).toEqual(express("web")["containerDefinitions"]);
      expect(after["runtimePlatform"]["cpuArchitecture"]).toBe("X86_64");
    });

    it("keeps the processor that runs where none is asked for, as of a task definition of one's own", async () => {
      const runtimePlatform = { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" };
      await revises("web", {}, { ...express("web"), runtimePlatform });
      await completes("web");
      expect((await running("web"))["runtimePlatform"]).toEqual(runtimePlatform);
    });

    it("finds nothing more to do after it, whatever comes again", async () => {
      await revises("api");
      await completes("api");
      await ends("api");
      for (let i = 0; i < 3; i++) expect(writes((await completes("api"))!)).toEqual([]);
      expect(writes(await reconcile())).toEqual([]);
    });

    it("is put on again when Express Mode makes a new revision, without a second sidecar", async () => {
      await revises("api");
      await completes("api");
      await ends("api");
      await revises("api", {}, express("api", "api:2"));
      expect(writes((await completes("api"))!)).toEqual(ALL);
      const { containerDefinitions } = await running("api");
      expect(containerDefinitions.map(({ image }: Json) => image)).toEqual(["api:2", "agent:1"]);
    });

    it.each(["PENDING", "IN_PROGRESS", "ROLLBACK_IN_PROGRESS"])(
      "leaves a service alone whose deployment is %s",
      async (under_way) => {
        await revises("api", { under_way });
        expect(writes((await completes("api"))!)).toEqual([]);
        await ends("api");
        expect(writes((await completes("api"))!)).toEqual(ALL);
      },
    );

    it("is not tried a second time when ECS rolls it back, until there is a new revision", async () => {
      await revises("api");
      await completes("api");
      await ends("api", true);
      expect(writes(await reconcile())).toEqual([]);
      expect((await running("api"))["family"]).toBe("shop-shop-api-express");
      await revises("api", {}, express("api", "api:2"));
      expect(writes(await reconcile())).toEqual(ALL);
    });

    it("starts from what Express Mode made, not from the overlay, when the wishes change", async () => {
      await revises("api");
      await completes("api");
      await ends("api");
      const world = await running("api");
      await machine.do("begin", { ...changed });
      await revises("api");
      await machine.do("put_on", { service: service("api"), revision: world });
      expect(writes(await reconcile())).toEqual(ALL);
      const after = await running("api");
      expect(after["containerDefinitions"]).toEqual(express("api")["containerDefinitions"]);
      expect(after["tags"]["switchyard:overlay-from"]).toMatch(/shop-shop-api-express:1$/);
    });

    it("deploys what was registered when the update failed, and registers nothing more", async () => {
      await revises("api");
      await machine.do("fail", { action: "UpdateService", error: "ThrottlingException", times: 5 });
      expect(writes((await completes("api"))!).filter((action) => action === "RegisterTaskDefinition")).toHaveLength(1);
      expect(writes(await reconcile())).toEqual(["UpdateService", "TagResource"]);
      expect((await running("api"))["taskDefinitionArn"]).toMatch(/shop-api-overlay-dev:1$/);
    });

    it("looks at one service alone on its event, and at no other service of the cluster", async () => {
      await revises("api");
      await revises("web");
      expect(call((await completes("web"))!, "DescribeServices")["services"]).toEqual([service("web")]);
      expect((await running("api"))["family"]).toBe("shop-shop-api-express");
      expect((await completes("other"))!.calls).toEqual([]);
    });

    it("passes over a service that does not exist or is going", async () => {
      await revises("web", { status: "DRAINING" });
      expect(writes(await reconcile())).toEqual([]);
    });

    it("is not started by a deployment that only begins or fails", async () => {
      await revises("api");
      expect(await completes("api", "SERVICE_DEPLOYMENT_IN_PROGRESS")).toBeUndefined();
      expect(await completes("api", "SERVICE_DEPLOYMENT_FAILED")).toBeUndefined();
    });

    it("derives nothing from a task definition with something that it would lose", async () => {
      await revises("api", {}, { ...express("api"), ephemeralStorage: { sizeInGiB: 50 } });
      const execution = await machine.do<Execution>("reconcile");
      expect([execution.status, execution.error]).toEqual(["FAILED", "NotDerivable"]);
      expect(writes(execution)).toEqual([]);
    });

    it("does not wait for a second answer when it has made no task definition yet", async () => {
      await revises("api");
      expect((await completes("api"))!.waits).toEqual([]);
    });

    it.each(["DescribeServices", "ListServiceDeployments", "DescribeTaskDefinition", ...WRITES])(
      "tries %s again when it is throttled",
      async (action) => {
        await revises("api");
        await machine.do("fail", { action, error: "ThrottlingException", times: 2 });
        const execution = await completes("api");
        expect(execution!.waits).toHaveLength(2);
        expect((await running("api"))["tags"]).toMatchObject({ "switchyard:overlay-deployed": "true" });
      },
    );

    it("may do exactly what it calls", () => {
      const allowed = (policy["Statement"] as Json[]).flatMap(({ Action }) => Action as string[]);
      const called = [...made.definition.matchAll(/aws-sdk:ecs:(\w)(\w+)/g)].map(
        ([, first, rest]) => `ecs:${first!.toUpperCase()}${rest}`,
      );
      expect(allowed.filter((action) => action.startsWith("ecs:")).sort()).toEqual([...new Set(called)].sort());
    });
  },
);
