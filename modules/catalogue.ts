import { Alb } from "./alb";
import { AlbLockdown } from "./alb-lockdown";
import { Alarms } from "./alarms";
import { Cluster } from "./cluster";
import { Dashboard } from "./dashboard";
import { EcsService, EcsServiceRolling } from "./ecs-service";
import { ExpressLoadBalancer } from "./express-load-balancer";
import { ExpressService } from "./express-service";
import { ExpressStackService } from "./express-stack-service";
import type { ModuleClass } from "./kit/module";
import { LogGroup } from "./log-group";
import { Network } from "./network";
import { PrivateNames } from "./private-names";
import { Roles } from "./roles";
import { SecurityGroups } from "./security-groups";
import { ServiceConnectRefresh } from "./service-connect-refresh";
import { SwitchyardEcsModule, SwitchyardModule } from "./switchyard/composition";
import { TaskDefinition } from "./task-definition";
import { WafAllowlist } from "./waf-allowlist";

/** Every module that is exported to `terraform/`, the whole first. */
export const catalogue: readonly ModuleClass<never>[] = [
  SwitchyardModule,
  SwitchyardEcsModule,
  Network,
  Cluster,
  Roles,
  LogGroup,
  SecurityGroups,
  PrivateNames,
  AlbLockdown,
  Alb,
  WafAllowlist,
  TaskDefinition,
  EcsService,
  EcsServiceRolling,
  ServiceConnectRefresh,
  ExpressService,
  ExpressStackService,
  ExpressLoadBalancer,
  Alarms,
  Dashboard,
];
