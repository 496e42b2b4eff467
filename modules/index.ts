/** What the package offers to CDKTF stacks. */
export { Alarms } from "./alarms";
export { Alb } from "./alb";
export { AlbLockdown } from "./alb-lockdown";
export { Cluster } from "./cluster";
export { Dashboard } from "./dashboard";
export { EcsService, EcsServiceRolling } from "./ecs-service";
export { ExpressLoadBalancer } from "./express-load-balancer";
export { ExpressService } from "./express-service";
export { InputError, type Problem } from "./kit/problem";
export { LogGroup } from "./log-group";
export { Network } from "./network";
export { PrivateNames } from "./private-names";
export { Roles } from "./roles";
export { SecurityGroups } from "./security-groups";
export { ServiceConnectRefresh } from "./service-connect-refresh";
export { Switchyard, type SwitchyardSynthesis } from "./switchyard/switchyard";
export type { SwitchyardProps } from "./switchyard/props";
export { WafAllowlist } from "./waf-allowlist";
