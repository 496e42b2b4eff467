import { Alb } from "./alb";
import { AlbLockdown } from "./alb-lockdown";
import { Alarms } from "./alarms";
import { Certificate } from "./certificate";
import { Cluster } from "./cluster";
import { Dashboard } from "./dashboard";
import { DnsRecords } from "./dns-records";
import { EcsService, EcsServiceRolling } from "./ecs-service";
import { ExpressDomain } from "./express-domain";
import { ExpressIngressOverlayDev } from "./express-ingress-overlay-dev";
import { ExpressLoadBalancer } from "./express-load-balancer";
import { ExpressOverlayDev } from "./express-overlay-dev";
import { ExpressService } from "./express-service";
import { ExpressStackService } from "./express-stack-service";
import { ImageDigests } from "./image-digests";
import type { ModuleClass } from "./kit/module";
import { LogGroup } from "./log-group";
import { Network } from "./network";
import { PrivateNames } from "./private-names";
import { Roles } from "./roles";
import { SecurityGroups } from "./security-groups";
import { ServiceConnectRefresh } from "./service-connect-refresh";
import { SwitchyardEcsModule, SwitchyardModule } from "./switchyard/composition";
import { TaskCounts } from "./task-counts";
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
  ImageDigests,
  SecurityGroups,
  PrivateNames,
  AlbLockdown,
  Certificate,
  Alb,
  WafAllowlist,
  TaskCounts,
  TaskDefinition,
  EcsService,
  EcsServiceRolling,
  ServiceConnectRefresh,
  ExpressService,
  ExpressStackService,
  ExpressLoadBalancer,
  ExpressDomain,
  DnsRecords,
  ExpressOverlayDev,
  ExpressIngressOverlayDev,
  Alarms,
  Dashboard,
];
