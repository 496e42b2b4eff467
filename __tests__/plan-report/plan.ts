import { readPlan } from "../../plan-report/plan";
import { type Report, reportOf } from "../../plan-report/report";

export type Values = Record<string, unknown>;

/** A resource of a plan: what stands before and after; null where it does not. */
export const anywhere = (address: string, before: Values | null, after: Values | null) => ({
  address,
  mode: "managed",
  type: /(aws_[a-z0-9_]+|terraform_data)\.[a-z_0-9]+(\[[^\]]*\])?$/.exec(address)![1]!,
  change: {
    actions: !before ? ["create"] : !after ? ["delete"] : before === after ? ["no-op"] : ["update"],
    before,
    after,
  } as Values,
});

/** The same in the group `module.shop`. */
export const change = (address: string, before: Values | null, after: Values | null) =>
  anywhere(`module.shop.${address}`, before, after);

const STANDS = {};

/** What every group has, by which it is known. */
export const group = (path: string) =>
  ["alb_lockdown.aws_security_group.load_balancer", "private_names.aws_security_group.group"].map((address) =>
    anywhere(`${path}.module.${address}`, STANDS, STANDS),
  );

/** The report on a plan as a whole. */
export const reportOn = (plan: Values): Report =>
  reportOf(readPlan(JSON.stringify({ format_version: "1.2", planned_values: {}, ...plan }), "plan"));

/** The report on changes of the group `module.shop`. */
export const report = (...changes: object[]): Report =>
  reportOn({ resource_changes: [...group("module.shop"), ...changes] });
