import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { dynamicBlock } from "../kit/each";
import { hcl, raw, text } from "../kit/hcl";
import { withDefaults } from "../kit/resolve";
import { schemaOf } from "../kit/schema";
import { BAKE_TIME_IN_MINUTES, canary, linear } from "../spec/deployment";

/** Minutes that starting and stopping tasks may take besides the waits of a strategy; the provider's own default. */
const STARTING = 20;

/** Minutes for a hook at a stage: a Lambda function's longest run, twice. */
const HOOK = 30;

/** Alarms that fail a deployment, under every strategy. */
export const alarms = (deployment: unknown) =>
  dynamicBlock(hcl`${deployment}.alarms[*]`, {
    alarm_names: hcl`alarms.value.alarm_names`,
    enable: hcl`alarms.value.enable`,
    rollback: hcl`alarms.value.rollback`,
  });

/**
 * The strategies that move requests between two target groups. Arguments that provider versions before 6 do not have.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/migrate-deployment-strategies.html (read 2026-11-21)
 */
export class Deployment extends Construct {
  /** The strategy is always said: a service that once had another one is told to leave it. */
  readonly configuration: Record<string, unknown>;
  /** How long an apply waits: longer than a deployment takes when all goes well. */
  readonly timeout: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly given: unknown,
  ) {
    super(scope, id);
    const local = new Construct(this, "~local");
    const numbers = (name: string, option: string, defaults: unknown) =>
      new TerraformLocal(local, name, hcl`${given}.${raw(option)} == null ? ${defaults} : ${given}.${raw(option)}`)
        .expression;
    const share = numbers("canary", "canary_configuration", withDefaults(schemaOf(canary), {}));
    const steps = numbers("linear", "linear_configuration", withDefaults(schemaOf(linear), {}));
    const bake = new TerraformLocal(local, "bake_time", hcl`${this.when("ROLLING")} ? 0 : ${this.bakeTime()}`)
      .expression;

    this.configuration = {
      strategy: this.strategy,
      bake_time_in_minutes: hcl`${this.when("ROLLING")} ? null : tostring(${bake})`,
      dynamic: {
        canary_configuration: dynamicBlock(hcl`${this.when("CANARY")} ? [${share}] : []`, {
          canary_percent: hcl`canary_configuration.value.canary_percent`,
          canary_bake_time_in_minutes: hcl`tostring(canary_configuration.value.canary_bake_time_in_minutes)`,
        }),
        linear_configuration: dynamicBlock(hcl`${this.when("LINEAR")} ? [${steps}] : []`, {
          step_percent: hcl`linear_configuration.value.step_percent`,
          step_bake_time_in_minutes: hcl`tostring(linear_configuration.value.step_bake_time_in_minutes)`,
        }),
        lifecycle_hook: dynamicBlock(hcl`${given}.lifecycle_hooks`, {
          hook_target_arn: hcl`lifecycle_hook.value.hook_target_arn`,
          role_arn: hcl`lifecycle_hook.value.role_arn`,
          lifecycle_stages: hcl`lifecycle_hook.value.lifecycle_stages`,
          hook_details: hcl`lifecycle_hook.value.hook_details`,
        }),
      },
    };
    const shift = hcl`${this.when("CANARY")} ? ${share}.canary_bake_time_in_minutes : ${this.when("LINEAR")} ? ceil(100 / ${steps}.step_percent) * ${steps}.step_bake_time_in_minutes : 0`;
    const stages = hcl`length(flatten([for hook in ${given}.lifecycle_hooks : hook.lifecycle_stages]))`;
    const minutes = new TerraformLocal(
      local,
      "deployment_minutes",
      hcl`${raw(String(STARTING))} + (${shift}) + ${bake} + ${raw(String(HOOK))} * ${stages}`,
    ).expression;
    this.timeout = text`"\${${minutes}}m"`;
  }

  private get strategy() {
    return hcl`${this.given}.strategy`;
  }

  private when(strategy: string) {
    return hcl`${this.strategy} == ${strategy}`;
  }

  private bakeTime() {
    return hcl`coalesce(${this.given}.bake_time_in_minutes, ${BAKE_TIME_IN_MINUTES})`;
  }
}
