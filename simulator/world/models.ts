/** All models, by resource type. Types that are not here follow their schema only. */
import { CLOUDFORMATION } from "./cloudformation";
import { ECS } from "./ecs";
import { EXPRESS } from "./express";
import { IAM } from "./iam";
import { LOAD_BALANCING } from "./load-balancing";
import type { Models } from "./model";
import { NAMES } from "./names";
import { NETWORK } from "./network";
import { OPERATIONS } from "./operations";
import { ROUTING } from "./routing";
import { SECURITY_GROUPS } from "./security-groups";
import { STORAGE } from "./storage";
import { WAFV2 } from "./wafv2";

export const MODELS: Models = {
  ...NETWORK,
  ...ROUTING,
  ...SECURITY_GROUPS,
  ...LOAD_BALANCING,
  ...WAFV2,
  ...IAM,
  ...ECS,
  ...EXPRESS,
  ...CLOUDFORMATION,
  ...NAMES,
  ...OPERATIONS,
  ...STORAGE,
};
