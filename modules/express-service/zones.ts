import type { Precondition } from "cdktf";
import { hcl, text } from "../kit/hcl";

/** Express Mode needs subnets in two zones. Where the zones are known, fewer are refused before AWS is asked. */
export const inTwoZones = (name: string, availabilityZones: unknown): Precondition => ({
  condition: hcl`length(${availabilityZones}) == 0 || length(distinct(${availabilityZones})) >= 2`,
  errorMessage: text`"\${${name}}: its subnets are in one availability zone (\${join(", ", ${availabilityZones})}), and Express Mode needs two. Add a subnet of another zone."`,
});
