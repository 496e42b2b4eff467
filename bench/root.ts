import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { packageRoot } from "../modules/kit/package-root";
import { installSimulator } from "../simulator/install";
import type { Shape } from "./flat";
import { type Command, measure, type Measured } from "./measure";
import { ALLOWED_CIDR, HEALTH_CHECK_PATH, IMAGE, ZONES } from "./services";

/** A resource that a plan makes: its type, and every value of it that is known, as JSON. */
export interface Planned {
  readonly type: string;
  readonly values: string;
}

/** A root configuration in a folder of its own, on a simulator of its own. */
export class Root {
  private readonly env: NodeJS.ProcessEnv;

  constructor(
    private readonly folder: string,
    text: string,
  ) {
    mkdirSync(folder, { recursive: true });
    this.env = {
      ...process.env,
      AWS_REGION: "us-east-1",
      TF_IN_AUTOMATION: "1",
      ...installSimulator({ dir: join(folder, "simulator") }).env,
    };
    writeFileSync(join(folder, "main.tf"), text);
    this.run("init", "-input=false", "-no-color");
  }

  /** What the plan makes. */
  planned(): Planned[] {
    this.run("plan", "-input=false", "-no-color", "-out=plan");
    const { resource_changes: changes } = JSON.parse(this.run("show", "-json", "plan")) as PlanJson;
    return changes
      .filter(({ mode }) => mode === "managed")
      .map(({ type, change }) => ({ type, values: canonical(change.after) }));
  }

  /** What a plan takes. The memory is terraform's own, without the provider's. */
  measurePlan(): Promise<Measured> {
    return measure(this.command("plan", "-input=false", "-no-color"));
  }

  private run(...args: string[]): string {
    const { program, cwd, env } = this.command(...args);
    return execFileSync(program, args, { cwd, env, encoding: "utf8", maxBuffer: 1 << 30 });
  }

  private command(...args: string[]): Command {
    return { program: "terraform", args, cwd: this.folder, env: this.env };
  }
}

interface PlanJson {
  readonly resource_changes: readonly {
    readonly mode: string;
    readonly type: string;
    readonly change: { readonly after: unknown };
  }[];
}

/** Values as text, whatever the order of members; null, left out and empty count as one. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) => (isObject(member) ? sorted(member) : member));

const sorted = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => !isEmpty(member))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean => value === null || (isObject(value) && Object.keys(value).length === 0);

/** The text of a root that calls the module. */
export const moduleRoot = ({ module, mode, services }: Shape, folder: string): string => `provider "aws" {}

module "shop" {
  source        = "${relative(folder, join(packageRoot(), "terraform", module))}"
  name          = "shop"
  mode          = "${mode}"
  allowed_cidrs = ["${ALLOWED_CIDR}"]
  network       = { availability_zones = ${JSON.stringify(ZONES)} }
  services = {
${services.map((each) => `    ${each.name} = { image = "${IMAGE}", port = ${each.port}, health_check_path = "${HEALTH_CHECK_PATH}", connects_to = ${JSON.stringify(each.connectsTo.map(({ name }) => name))} }`).join("\n")}
  }
}

output "urls" {
  value = module.shop.urls
}
`;
