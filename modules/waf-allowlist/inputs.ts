import { z } from "zod";
import { MODES } from "../kit/capability";
import type { ModuleDefinition } from "../kit/module";
import { allowedCidrs, groupName, input } from "../spec/input";

export const definition: ModuleDefinition = {
  name: "waf-allowlist",
  summary:
    "Who gets in at layer 7: a regional web ACL that blocks everything but the allowed CIDRs, on each load balancer once",
  provider: "any",
  inputs: z.strictObject({
    name: groupName,
    allowed_cidrs: allowedCidrs,
    load_balancer_arns: z
      .record(z.string(), z.string())
      .default({})
      .meta({
        description: `The load balancers to protect, by a name that is known at plan, such as the track (${MODES.join(", ")}).`,
      }),
    web_acl: input.shape.web_acl,
    log_retention_in_days: input.shape.log_retention_in_days,
    log_kms_key_arn: input.shape.log_kms_key_arn,
    tags: input.shape.tags,
  }),
};
