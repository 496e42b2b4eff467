import type { Input, InputRule } from "../input";
import { eachService, runsOn } from "./each-service";

/** Whether the group has private subnets in two zones. */
export const privateSubnets = ({ vpc, network }: Input): boolean =>
  vpc ? vpc.private_subnet_ids.length >= 2 : network.nat_gateway !== "none" || network.vpc_endpoints;

/** HCL for the same. */
export const PRIVATE_SUBNETS_HCL =
  '(var.vpc == null ? var.network.nat_gateway != "none" || var.network.vpc_endpoints : length(var.vpc.private_subnet_ids) >= 2)';

export const PRIVATE_SUBNETS_FIX =
  'Give vpc.private_subnet_ids in two zones, or set network.nat_gateway = "single" or network.vpc_endpoints = true';

/** Express Mode makes a service public or private by its subnets alone. */
export const privateOnExpress: InputRule = eachService({
  say: (name) => ({
    path: `services.${name}.public`,
    got: "false",
    why: "Express Mode keeps a service private by private subnets alone, and the group has no two of them",
    fix: `${PRIVATE_SUBNETS_FIX}; or set mode = "ecs" for this service`,
  }),
  bad: ({ mode, service }, input) => (mode === "express" && !service.public && !privateSubnets(input) ? [[]] : []),
  plan: { quote: [], when: `${runsOn("express")} && !s.public && !${PRIVATE_SUBNETS_HCL}` },
});
