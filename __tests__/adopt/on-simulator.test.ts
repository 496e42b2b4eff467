import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { switchyard } from "../apprunner/program";
import { type Change, Root } from "../support/root";
import { describeWith, engines } from "../support/tools";
import { described } from "./described";
import { EXPRESS, PLAIN } from "./hand-made";

jest.setTimeout(600_000);

const removing = (changes: readonly Change[]): string[] =>
  changes
    .filter(({ actions }) => actions.includes("delete"))
    .map(({ address, actions }) => `${actions.join("+")} ${address}`);

const changed = (changes: readonly Change[]): string[] =>
  changes.filter(({ actions }) => actions.join() === "update").map(({ address }) => address);

interface Stored {
  readonly type: string;
  readonly id: string;
}

/** What was made by hand, and the root that `switchyard adopt` writes for it, in one simulated account. */
class Adopted {
  readonly folder = mkdtempSync(join(tmpdir(), "switchyard-adopt-"));
  readonly byHand: Root;
  private taken: Root | undefined;

  constructor(
    private readonly engine: string,
    main: string,
  ) {
    this.byHand = new Root({ engine, main });
    this.byHand.apply();
  }

  /** Runs the program on what the describe calls tell, and returns a root of the files that it writes. */
  async adopt(...args: string[]): Promise<Root> {
    const files = Object.entries(described(this.byHand.stateFile)).map(([name, text]) => {
      writeFileSync(join(this.folder, name), text);
      return name;
    });
    const ran = await switchyard(["adopt", ...files, "--module-source", "MODULES/switchyard", ...args], {
      cwd: this.folder,
    });
    if (ran.code !== 0) throw new Error(`${ran.out}${ran.errors}`);
    expect(ran.out).not.toContain("hunter2");
    const text = (name: string) =>
      readFileSync(join(this.folder, "switchyard", name), "utf8").replace("MODULES", "${modules}");
    this.taken = new Root({
      engine: this.engine,
      main: text("main.tf"),
      env: { SWITCHYARD_SIMULATOR_STATE: this.byHand.stateFile },
    });
    this.taken.write("imports.tf", text("imports.tf"));
    return this.taken;
  }

  /** Everything that stands in the account. */
  world(): Stored[] {
    return (JSON.parse(readFileSync(this.byHand.stateFile, "utf8")) as { objects: Stored[] }).objects;
  }

  remove(): void {
    this.byHand.remove();
    this.taken?.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const WEB_TASKS = 'module.web.module.ecs["web"].aws_ecs_service.this';
const WEB_EXPRESS = 'module.web.module.express["web"].aws_ecs_express_gateway_service.this';

interface Case {
  readonly what: string;
  readonly main: string;
  readonly args: readonly string[];
  readonly imports: number;
  readonly service: string;
  readonly type: string;
}

const CASES: readonly Case[] = [
  {
    what: "a plain Fargate service behind a load balancer",
    main: PLAIN,
    args: [],
    imports: 4,
    service: WEB_TASKS,
    type: "aws_ecs_service",
  },
  {
    what: "a service on Express Mode",
    main: EXPRESS,
    args: ["--allowed-cidr", "203.0.113.0/24"],
    imports: 2,
    service: WEB_EXPRESS,
    type: "aws_ecs_express_gateway_service",
  },
];

for (const { name, tool } of engines) {
  describeWith(`switchyard adopt, with ${name} on the simulator`, [tool], (engine) => {
    describe.each(CASES)("$what", ({ main, args, imports, service, type }) => {
      let adopted: Adopted;
      let root: Root;
      let before: Stored[];
      beforeAll(async () => {
        adopted = new Adopted(engine as string, main);
        before = adopted.world();
        root = await adopted.adopt(...args);
      });
      afterAll(() => adopted?.remove());

      it("is imported by the first plan, which destroys and replaces nothing", () => {
        const changes = root.plan();
        expect(removing(changes)).toEqual([]);
        expect(changed(changes)).toContain(service);
        expect(root.run("show", "plan").output).toMatch(new RegExp(`Plan: ${imports} to import, .* 0 to destroy`));
      });

      it("would be replaced without the names that it keeps", () => {
        const given = root.read("main.tf");
        root.write("main.tf", given.replace(/service_name += "web"/, 'service_name = "other"'));
        const removed = removing(root.plan());
        root.write("main.tf", given);
        expect(removed).toContainEqual(expect.stringContaining(service));
      });

      it("is applied: what stood stands, and the second plan is empty", () => {
        root.apply();
        const after = new Set(adopted.world().map(({ type: kind, id }) => `${kind} ${id}`));
        expect(before.filter((object) => !after.has(`${object.type} ${object.id}`))).toEqual([]);
        expect(adopted.world().filter((object) => object.type === type)).toHaveLength(1);
        expect(root.plan()).toEqual([]);
      });
    });
  });
}
